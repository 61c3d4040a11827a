"""Printing: typeset and mirrored on a terminal, plain and in logical order in a pipe or a file."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from annotations.errors import HashiyaError
from annotations.files.write import write_file
from reader.language.explain import explain
from reader.language.i18n import is_rtl, plain
from reader.typeset.line import columns
from reader.typeset.row import lay_out, prepare

if TYPE_CHECKING:
    from reader.typeset.bidi import Base


def width_of(stream: TextIO) -> int:
    """Return the columns of the terminal behind `stream`, or 80 if there is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 80


def say(message: str, stream: TextIO | None = None) -> None:
    """Print a message: typeset and wrapped on a terminal, in Arabic from the right edge; as plain text elsewhere."""
    out = stream or sys.stdout
    for line in message.split("\n"):
        if out.isatty():
            _typeset(line, out)
        else:
            out.write(plain(line) + "\n")


def _typeset(line: str, out: TextIO) -> None:
    base: Base = "R" if is_rtl() else "L"
    width = max(20, width_of(out) - 1)
    rows = lay_out(prepare(line, base), width)
    out.writelines(" " * row.indent(width) + row.glyphs().rstrip() + "\n" for row in rows)
    if not rows:
        out.write("\n")


def note(message: str) -> None:
    """Print progress or a warning on standard error."""
    say(message, sys.stderr)


def complain(error: HashiyaError) -> None:
    """Print an error and its remedy in one line on standard error, in the interface's language."""
    note(explain(error))


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns on a terminal, the first at the interface's start edge; tab-separated elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            sys.stdout.write(plain("\t".join(row)) + "\n")
        return
    widths = [max(columns(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    for row in rows:
        say("  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip())


def write_out(data: str, path: str | None, library: str) -> None:
    """Write `data` to a file, or to standard output if none is named. library: the path of the one in use.

    Raises OutputError.
    """
    if path is None or path == "-":
        sys.stdout.write(data)
        return
    sys.stdout.flush()
    write_file(path, [data.encode()], library)
