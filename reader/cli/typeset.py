"""`hashiya typeset`: make any Arabic text readable in this terminal, row by row; a filter for pagers.

Standard input is printed as it arrives, paragraph by paragraph: the first rows appear before the pipe ends.
"""

import argparse
import os
import sys
from collections.abc import Iterator

from reader.cli.output import width_of
from reader.cli.rendering import margin, printed, rendering_here
from reader.errors import UsageError
from reader.settings.config import Config
from reader.settings.rendering import Rendering
from reader.sources.read_text import read_text
from reader.sources.source import STDIN, read_source
from reader.text.decode import decode, text_direction
from reader.typeset.bidi import paragraph_direction
from reader.typeset.kashida import justified
from reader.typeset.look import Look
from reader.typeset.row import lay_out, prepare

_MOST = 72
_CHUNK = 1 << 16


def _chunks(path: str) -> Iterator[str]:
    """Yield the text of a file, or of standard input as it arrives, in whole lines."""
    if path != STDIN:
        yield read_text(read_source(path)).text
        return
    rest = b""
    while chunk := os.read(0, _CHUNK):
        whole, newline, rest = (rest + chunk).rpartition(b"\n")
        if newline:
            yield _decoded(whole + newline)
    if rest:
        yield _decoded(rest)


def _decoded(data: bytes) -> str:
    return decode(data, STDIN).text if data.strip() else "\n" * data.count(b"\n")


class _Typesetter:
    """Turns lines into rows. The direction is that of the first lines that contain letters."""

    def __init__(self, options: argparse.Namespace, width: int, rendering: Rendering) -> None:
        self._options, self._width, self._way = options, width, rendering
        self._direction = ""

    def lines(self, text: str) -> Iterator[str]:
        if not self._direction and any(map(str.isalpha, text)):
            self._direction = text_direction(text)
        for line in text.removesuffix("\n").split("\n"):
            yield from self._rows(line.strip())

    def _rows(self, content: str) -> Iterator[str]:
        if not content:
            yield ""
            return
        base = paragraph_direction(content, self._direction)
        paragraph = prepare(content, base, reveal=True, look=Look(digits=self._options.digits))
        room = max(1, self._width - margin(self._way))
        rows = lay_out(paragraph, room)
        for row in justified(paragraph, rows, room) if self._options.justify else rows:
            yield printed(row, content, self._width, self._way)


def run(config: Config, options: argparse.Namespace) -> int:
    """Write the rows, preserving blank lines."""
    if options.width is not None and options.width < 1:
        raise UsageError(problem=f"--width {options.width}?")
    width = options.width or min(_MOST, width_of(sys.stdout))
    typesetter = _Typesetter(options, width, rendering_here(config, options))
    for text in _chunks(options.file):
        for line in typesetter.lines(text):
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0
