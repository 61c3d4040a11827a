"""Query the terminal, in raw mode and before the app reads keys: what it is, and whether it reorders Arabic.

The queries are DECRQM of mode 8 (BDSM), XTVERSION, DA2 and DA1 (xterm's ctlseqs; Freedesktop's terminal-wg on bidi).
Every terminal answers the last, so that answer ends the wait. Keys typed meanwhile are passed on, not lost.
"""

import os
import select
import time
from typing import NamedTuple

QUERIES = "\x1b[8$p\x1b[>q\x1b[>c\x1b[c"
LIMIT = 0.3  # seconds
_ESC = "\x1b"


class Replies(NamedTuple):
    """A terminal's answers, each empty if it gave none. typed: everything else that was read, that is, keys."""

    bdsm: str = ""
    version: str = ""
    second: str = ""
    first: str = ""
    typed: bytes = b""

    @property
    def done(self) -> bool:
        """Whether the answer to the last query has arrived."""
        return bool(self.first)


def _csi(text: str, at: int) -> tuple[str, int]:
    """Return the control sequence that begins at `at` and where it ends; "" if it is incomplete."""
    end = at + 2
    while end < len(text) and not "@" <= text[end] <= "~":
        end += 1
    return (text[at : end + 1], end + 1) if end < len(text) else ("", at)


def _dcs(text: str, at: int) -> tuple[str, int]:
    end = text.find("\x1b\\", at)
    return (text[at:end], end + 2) if end >= 0 else ("", at)


def _field(sequence: str) -> tuple[str, str] | None:
    """Return which query a sequence answers and the answer, or None if it is a key."""
    if sequence.startswith("\x1bP>|"):
        return "version", sequence[4:]
    if sequence.startswith("\x1b[8;") and sequence.endswith("$y"):
        return "bdsm", sequence[4:-2]
    if sequence.startswith("\x1b[>") and sequence.endswith("c"):
        return "second", sequence[3:-1]
    if sequence.startswith("\x1b[?") and sequence.endswith("c"):
        return "first", sequence[3:-1]
    return None


def parse(data: bytes) -> tuple[Replies, bytes]:
    """Return the answers in `data`, and the bytes of an incomplete answer at its end."""
    text = data.decode("latin-1")
    fields: dict[str, str] = {}
    typed: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == _ESC and text[at + 1 : at + 2] in ("[", "P"):
            sequence, end = _csi(text, at) if text[at + 1] == "[" else _dcs(text, at)
            if not sequence:
                return Replies(**fields, typed="".join(typed).encode("latin-1")), text[at:].encode("latin-1")
            found = _field(sequence)
            if found is None:
                typed.append(text[at:end])
            else:
                fields.setdefault(*found)
            at = end
            continue
        typed.append(text[at])
        at += 1
    return Replies(**fields, typed="".join(typed).encode("latin-1")), b""


def send(fd: int) -> float:
    """Send the queries and return the time at which they were sent."""
    os.write(fd, QUERIES.encode())
    return time.monotonic()


def receive(fd: int, sent: float, limit: float = LIMIT) -> tuple[Replies, bytes]:
    """Return the answers received within `limit` seconds of `sent`, immediately if they are complete.

    The second value holds the bytes of an answer that was incomplete when time ran out, for whatever reads next.
    """
    data = b""
    while True:
        replies, rest = parse(data)
        left = sent + limit - time.monotonic()
        if replies.done or left <= 0:
            return replies, rest
        if select.select([fd], [], [], left)[0]:
            read = os.read(fd, 4096)
            if not read:
                return replies, rest
            data += read


class LateAnswers:
    """Removes answers that arrive after the time limit from the key input."""

    def __init__(self, begun: bytes = b"") -> None:
        """Continue from the bytes of an incomplete answer."""
        self._rest = begun

    def keys(self, data: bytes) -> bytes:
        """Return `data` without answers; an incomplete answer is held back until the rest of it arrives."""
        replies, rest = parse(self._rest + data)
        keep = rest if rest.startswith(_BEGINNINGS) and len(rest) < _LONGEST else b""
        typed = replies.typed + (b"" if keep else rest)
        if not keep and typed.endswith(b"\x1b"):  # it may be the first byte of an answer
            typed, keep = typed[:-1], b"\x1b"
        self._rest = keep
        return typed

    def flush(self) -> bytes:
        """Return what was held back once nothing has followed it: a lone Esc is a key."""
        kept, self._rest = self._rest, b""
        return kept if kept == b"\x1b" else b""


_LONGEST = 128
_BEGINNINGS = (b"\x1b[?", b"\x1b[>", b"\x1bP>", b"\x1b[8")
