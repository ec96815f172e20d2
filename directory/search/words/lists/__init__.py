"""Plain lists of words, one entry a line, that the reading of treatment words rests on."""

from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """The lines of NAME.txt less comments and blank ones."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.partition("#")[0].strip())]
