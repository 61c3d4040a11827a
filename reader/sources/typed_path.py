"""Paths as people type, paste or drop them: with a tilde, in quotes, with escaped blanks, or as a file:// address."""

import os
import re
from urllib.parse import unquote_to_bytes, urlsplit

_LONGEST = 4096  # characters of a path
_QUOTES = {'"': '"', "'": "'", "“": "”", "«": "»"}


def typed_path(text: str) -> str:
    """Return the path that a text means; one that exists as it is written is taken as it is."""
    path = text.strip("\n\r\t \u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
    if os.path.lexists(path):
        return path
    if len(path) > 1 and _QUOTES.get(path[0]) == path[-1]:
        path = path[1:-1]
    if path[:7].lower() == "file://":
        path = _from_address(path)
    elif "\\" in path and not os.path.lexists(path):
        path = re.sub(r"\\(.)", r"\1", path)
    return os.path.expanduser(path) if path.startswith("~") and not os.path.lexists(path) else path


def pasted_file(text: str) -> str:
    """Return the path of the file that a pasted text names, or an empty text if it names none."""
    path = typed_path(text) if len(text) < _LONGEST else ""
    return path if path and "\n" not in path and os.path.isfile(path) else ""


def _from_address(address: str) -> str:
    """Return the path of a file:// address (RFC 8089); its host, if any, is this machine."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = address[7:]
    return os.fsdecode(unquote_to_bytes(path))
