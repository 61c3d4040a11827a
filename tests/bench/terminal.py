"""A terminal as a program sees it: the answers to its queries, and the screen that its output makes."""

import re
from collections.abc import Callable
from typing import NamedTuple
from unicodedata import normalize

import pyte

_QUERY = re.compile(
    rb"(?P<attributes>\x1b\[0?c)|(?P<version>\x1b\[>0?q)|(?P<second>\x1b\[>0?c)|(?P<alive>\x1b\[5n)|(?P<cursor>\x1b\[6n)"
    rb"|\x1b\[(?P<mode>\??\d+)\$p|(?P<keys>\x1b\[\?u)|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_FIXED = {
    "attributes": b"\x1b[?62;22c", "version": b"\x1bP>|bench(1)\x1b\\", "second": b"\x1b[>0;276;0c", "alive": b"\x1b[0n",
    "keys": b"\x1b[?0u",
}  # fmt: skip
_MODES = {b"?2026", b"?2004", b"?1004", b"?1006", b"?1049"}  # those that this terminal has, and are off
# what pyte would print or misread: private sequences, those with intermediates, strings
_FOREIGN = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[\??[0-9;:]*[ -/]+[@-~]|\x1b\[\?[\d;]*[^\d;hlJKn]"
    rb"|\x1b[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"
)
_PARTIAL = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*\x1b?)?\Z")
_APPLICATION_KEYS = 1 << 5  # DECCKM, as pyte numbers it
_QUERY_LENGTH = 64  # bytes of an unfinished sequence that may still become a query
# pyte loses what follows a zero-width character, and joins marks to a cell in time that is square in their number
_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0x61C, 0x640, 0x670,
     *range(0x64B, 0x660), *range(0x6D6, 0x6DD)]
)  # fmt: skip


class Cell(NamedTuple):
    """What stands in a cell of the screen, and how."""

    text: str
    style: tuple[str, str, bool, bool, bool]


class Emulator:
    """A screen of pyte's, with the answers that a terminal of today gives."""

    def __init__(self, columns: int, rows: int) -> None:
        """Make an empty screen of so many cells."""
        self.columns, self.rows = columns, rows
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = self._asked = b""

    def answers(self, data: bytes, cursor: Callable[[], tuple[int, int]]) -> bytes:
        """Return what a terminal answers to the queries in `data`. cursor: gives the row and column, from 1."""
        data = self._asked + data
        found, end = b"", 0
        for match in _QUERY.finditer(data):
            end, name = match.end(), match.lastgroup or ""
            if name == "cursor":
                found += b"\x1b[%d;%dR" % cursor()
            elif name == "mode":
                found += b"\x1b[%s;%d$y" % (match["mode"], 2 if match["mode"] in _MODES else 0)
            elif name == "colour":
                found += b"\x1b]%s;rgb:0000/0000/0000\x1b\\" % match["colour"]
            else:
                found += _FIXED[name]
        partial = _PARTIAL.search(data, end)
        self._asked = partial.group()[:_QUERY_LENGTH] if partial else b""
        return found

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and column of the cursor, from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1

    @property
    def application_keys(self) -> bool:
        """Whether the program asked for the other codes of the arrow keys."""
        return _APPLICATION_KEYS in self._screen.mode

    def feed(self, data: bytes) -> None:
        """Take in what the program printed."""
        data = self._rest + data
        partial = _PARTIAL.search(data)
        self._rest = partial.group() if partial else b""
        text = _FOREIGN.sub(b"", data[: partial.start()] if partial else data).decode("utf-8", "surrogateescape")
        self._stream.feed(text.translate(_INVISIBLE).encode("utf-8", "surrogateescape"))

    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the screen, row by row."""
        buffer = self._screen.buffer
        return tuple(
            tuple(
                Cell(cell.data, (cell.fg, cell.bg, cell.reverse, cell.bold, cell.underscore))
                for cell in (buffer[y][x] for x in range(self.columns))
            )
            for y in range(self.rows)
        )

    def shows(self, pattern: str, rows: slice = slice(None)) -> bool:
        """Tell whether one of the rows holds what the regular expression matches, read in either direction."""
        return any(
            re.search(pattern, readable([cell.text for cell in order]))
            for row in self.cells()[rows]
            for order in (row, row[::-1])
        )


def readable(cells: list[str]) -> str:
    """Return the letters of cells in the given order as they are written in a text: not joined, without marks."""
    return normalize("NFKC", "".join(cells)).translate(_INVISIBLE)
