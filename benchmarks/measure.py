"""One database, measured: filled if need be, then the core, then the whole stack."""

from __future__ import annotations

import argparse
import platform
import sys

import django


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    for name in ("members", "questions", "requests", "truth"):
        parser.add_argument(f"--{name}", type=int, required=True)
    parser.add_argument("--only")
    chosen = parser.parse_args()
    django.setup()
    from benchmarks import core, export, filling, stack

    print(
        f"\n{chosen.members:,} members on {chosen.database},"
        f" Python {platform.python_version()}, Django {django.__version__}"
    )
    filling.fill(chosen.members)
    if chosen.only in (None, "core"):
        core.report(chosen.questions, chosen.truth)
    if chosen.only in (None, "stack"):
        stack.report(chosen.requests)
    if chosen.only in (None, "export"):
        export.report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
