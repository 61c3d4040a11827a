"""The benchmarks of the whole program, from outside: `python -m tests.bench [--quick]`. See docs/speed.md."""

import argparse
import json
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Sequence

from tests.bench.growth import AXES, grown
from tests.bench.measures import start
from tests.bench.pictures import svg
from tests.bench.rounds import Result, measure
from tests.bench.rows import ROWS, Row
from tests.bench.table import HEAD, filled, line, table
from tests.bench.workbench import Workbench, first

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCS = os.path.join(ROOT, "docs")
_ROUNDS, _TIMEOUT = 3, 60.0
_TERMINATED = 128 + signal.SIGTERM


def say(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Hashiya from outside.")
    parser.add_argument("--quick", action="store_true", help="one round of the cheap benchmarks, about a minute")
    parser.add_argument("--rounds", type=int, help=f"rounds of each benchmark ({_ROUNDS}; 1 with --quick)")
    parser.add_argument(
        "--only", action="append", metavar="NAME", choices=[row.name for row in ROWS], help="repeatable"
    )
    parser.add_argument("--hashiya", metavar="PATH", help="the command to measure (the one of this interpreter)")
    parser.add_argument("--timeout", type=float, default=_TIMEOUT, help=f"seconds for each measure ({_TIMEOUT:g})")
    parser.add_argument("--json", metavar="FILE", help="write all figures to a file")
    parser.add_argument("--docs", action="store_true", help="write the table and the pictures of growth into docs/")
    given = parser.parse_args(arguments)
    given.hashiya = os.path.abspath(given.hashiya or os.path.join(os.path.dirname(sys.executable), "hashiya"))
    if not os.path.exists(given.hashiya):
        parser.error(f"{given.hashiya} is not there")
    return given


def chosen(given: argparse.Namespace) -> list[Row]:
    """Return the benchmarks that are asked for."""
    if given.only:
        return [row for row in ROWS if row.name in given.only]
    return [row for row in ROWS if row.quick or not given.quick]


def plain(result: Result) -> dict[str, object]:
    """Return a result as it is written to JSON."""
    row = result.row
    return {
        "name": row.name, "about": row.about, "unit": row.unit, "peer": row.peer, "bar": row.bar, "ours": result.ours,
        "beside": result.beside, "values": result.values, "trouble": result.trouble, "met": result.met,
    }  # fmt: skip


def conditions(rounds: int, rows: int) -> str:
    """Return under which conditions so many benchmarks are run."""
    counted = "one round" if rounds == 1 else f"{rounds} rounds"
    return (
        f"Measured on {time.strftime('%Y-%m-%d')}, {rows} of {len(ROWS)} benchmarks, {counted}, {platform.system()}, Python {platform.python_version()}, "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}."
    )


def _document(results: Sequence[Result], bench: Workbench, rounds: int, *, quick: bool) -> None:
    """Write the table and the pictures."""
    path = os.path.join(DOCS, "speed.md")
    with open(path, encoding="utf-8") as file:
        fresh = filled(file.read(), "speed", f"{conditions(rounds, len(results))}\n\n{table(results)}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(fresh)
    for name, axis in AXES.items():
        picture = grown(axis, bench, rounds, say, quick=quick)
        with open(os.path.join(DOCS, f"speed-{name}.svg"), "w", encoding="utf-8") as file:
            file.write(svg(picture))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; the exit code is 0, since a bar is judged by a reader on a quiet machine."""
    given = options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))  # so that texts and programs are cleared away
    rounds = given.rounds or (1 if given.quick else _ROUNDS)
    with tempfile.TemporaryDirectory(prefix="hashiya-bench-", ignore_cleanup_errors=True) as folder:
        bench = Workbench(folder, given.hashiya, given.timeout)
        start(first("13 KB"))(bench)  # compiles what has not been compiled
        rows, results = chosen(given), []
        say(f"{conditions(rounds, len(rows))}\n\n{HEAD}")
        for row in rows:
            results.append(measure(row, bench, rounds))
            say(line(results[-1]))
        if given.json:
            with open(given.json, "w", encoding="utf-8") as file:
                json.dump([plain(result) for result in results], file, ensure_ascii=False, indent=1)
        if given.docs:
            _document(results, bench, rounds, quick=given.quick)
    return 0


if __name__ == "__main__":
    sys.exit(main())
