"""Unicode's own test files, from Debian's package unicode-data; the tests that need them say so where it is missing."""

import os
from collections.abc import Iterator

import pytest

ROOT = os.environ.get("UNICODE_DATA", "/usr/share/unicode")


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a test file without comments; skip the test where the file is missing."""
    path = os.path.join(ROOT, name)
    if not os.path.exists(path):
        pytest.skip(f"{path} is missing: install Debian's package unicode-data, or name its folder in UNICODE_DATA")
    with open(path, encoding="utf-8") as file:
        for line in file:
            content = line.split("#")[0].strip()
            if content:
                yield content


def broken(line: str) -> tuple[str, list[int]]:
    """Return the text of a break test line (÷ 0061 × 0300 ÷) and the offsets of its breaks, both ends included."""
    text, breaks = "", []
    for part in line.split():
        if part == "÷":
            breaks.append(len(text))
        elif part != "×":
            text += chr(int(part, 16))
    return text, breaks
