"""One question to the terminal: who it is, and whether it reorders Arabic; asked raw, before the app reads keys.

The queries are DECRQM of mode 8 (BDSM), XTVERSION, DA2 and DA1 (xterm's ctlseqs; Freedesktop's terminal-wg on bidi). Every
terminal answers the last, so that answer ends the wait. What a person types meanwhile is handed on, not lost.
"""

import os
import select
import time
from typing import NamedTuple

QUERIES = "\x1b[8$p\x1b[>q\x1b[>c\x1b[c"
LIMIT = 0.3  # seconds
_ESC = "\x1b"


class Replies(NamedTuple):
    """What a terminal answered; empty where it did not. typed: all else that was read, which are keys."""

    bdsm: str = ""
    version: str = ""
    second: str = ""
    first: str = ""
    typed: bytes = b""

    @property
    def done(self) -> bool:
        """Whether the answer to the last query is here."""
        return bool(self.first)


def _csi(text: str, at: int) -> tuple[str, int]:
    """Return the control sequence that begins at `at`, and where it ends; empty where it is not whole."""
    end = at + 2
    while end < len(text) and not "@" <= text[end] <= "~":
        end += 1
    return (text[at : end + 1], end + 1) if end < len(text) else ("", at)


def _dcs(text: str, at: int) -> tuple[str, int]:
    end = text.find("\x1b\\", at)
    return (text[at:end], end + 2) if end >= 0 else ("", at)


def _field(sequence: str) -> tuple[str, str] | None:
    """Return which query a sequence answers and what it says, None of a key."""
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
    """Return the answers in `data`, and the bytes of an answer that has only begun."""
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
    """Send the queries; return when."""
    os.write(fd, QUERIES.encode())
    return time.monotonic()


def receive(fd: int, sent: float, limit: float = LIMIT) -> tuple[Replies, bytes]:
    """Return what is answered until `limit` seconds after `sent`, at once where all of it is here already.

    The second value is what was read of an answer that had only begun when time was up: it is for whoever reads on.
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
    """Takes answers that come after the time limit out of what is read as keys."""

    def __init__(self, begun: bytes = b"") -> None:
        """Go on from the bytes of an answer that had begun."""
        self._rest = begun

    def keys(self, data: bytes) -> bytes:
        """Return `data` without answers; an answer cut in two is kept back until the rest of it comes."""
        replies, rest = parse(self._rest + data)
        keep = rest if rest.startswith(_BEGINNINGS) and len(rest) < _LONGEST else b""
        typed = replies.typed + (b"" if keep else rest)
        if not keep and typed.endswith(b"\x1b"):  # it may be the first byte of an answer
            typed, keep = typed[:-1], b"\x1b"
        self._rest = keep
        return typed

    def flush(self) -> bytes:
        """Return what was kept back, once nothing came after it: a lone Esc is a key."""
        kept, self._rest = self._rest, b""
        return kept if kept == b"\x1b" else b""


_LONGEST = 128
_BEGINNINGS = (b"\x1b[?", b"\x1b[>", b"\x1bP>", b"\x1b[8")
