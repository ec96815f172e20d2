"""`./run bench`: measures the search core and the whole stack against peers in the same run, on both databases."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from benchmarks import words
from tests.postgres_cluster import cluster, find_binaries

ROOT = Path(__file__).resolve().parent.parent


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--members", type=int, default=12_000, help="how many invented surgeons (default 12,000)")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--questions", type=int, default=600, help="questions asked of the core (default 600)")
    parser.add_argument("--requests", type=int, default=1500, help="requests a path of the whole stack (default 1,500)")
    parser.add_argument("--truth", type=int, default=100, help="first pages compared with the geodesic (default 100)")
    parser.add_argument("--only", choices=("words", "core", "stack", "export"), help="leave the others out")
    return parser.parse_args()


def main() -> int:
    chosen = options()
    if chosen.only in (None, "words"):
        words.report()
    if chosen.only == "words":
        return 0
    names = ("sqlite", "postgresql") if chosen.database == "both" else (chosen.database,)
    for name in names:
        if name == "postgresql" and find_binaries() is None:
            print("PostgreSQL left out: no server here (apt-get install postgresql).")
            continue
        folder = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench"
        folder.mkdir(parents=True, exist_ok=True)
        sqlite = f"sqlite:///{folder.resolve()}/members-{chosen.members}.sqlite3"
        with cluster() if name == "postgresql" else nullcontext(sqlite) as url:
            environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.measure", name, *_passed_on(chosen)],
                cwd=ROOT,
                env=environment,
                check=False,
            )
        if done.returncode:
            return done.returncode
    return 0


def _passed_on(chosen: argparse.Namespace) -> list[str]:
    counts = [f"--{name}={getattr(chosen, name)}" for name in ("members", "questions", "requests", "truth")]
    return [*counts, *([f"--only={chosen.only}"] if chosen.only else [])]


if __name__ == "__main__":
    sys.exit(main())
