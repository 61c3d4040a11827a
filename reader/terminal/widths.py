"""How many cells a terminal gives to what Hashiya draws: print it, read the cursor position, erase it.

Used only by `hashiya doctor`. The query is DSR 6 (ECMA-48 8.3.35), its answer CPR; DA1 comes last and ends the wait.
"""

import os
import re
import select
import time

from reader.terminal.probe import LIMIT
from reader.text.width import cell_width

SAMPLES = {
    "beh with shadda and fatha": "\u0628\u0651\u064e",
    "lam-alef": "\ufefb",
    "tatweel": "\u0640",
    "left-to-right mark": "\u200e",
    "braille blank": "\u2800",
    "block": "\u258c",
    "middle dot": "\u00b7",
    "emoji": "\U0001f4f0",
    "two regional indicators": "\U0001f1f6\U0001f1e6",
}
"""What is measured: a name and its cluster."""

_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")


def measure(out: int = 1, answers: int = 0, limit: float = 3 * LIMIT) -> dict[str, int]:
    """Return the cells of each sample as the terminal counts them; empty if any went unanswered. Echo must be off."""
    asked = "".join(f"\r{cluster}\x1b[6n" for cluster in SAMPLES.values())
    os.write(out, f"{asked}\r\x1b[K\x1b[c".encode())
    data = b""
    end = time.monotonic() + limit
    while not _DONE.search(data) and (left := end - time.monotonic()) > 0:
        if select.select([answers], [], [], left)[0]:
            data += os.read(answers, 4096) or b"\x1b[?c"
    places = [int(column) - 1 for _row, column in _PLACE.findall(data)]
    return dict(zip(SAMPLES, places, strict=True)) if len(places) == len(SAMPLES) else {}


def report(found: dict[str, int]) -> str:
    """Return the widths on one line, with Hashiya's own count where the terminal's differs."""
    if not found:
        return "not answered"
    ours = {name: cell_width(cluster) for name, cluster in SAMPLES.items()}
    return ", ".join(
        f"{name} {cells}" + ("" if cells == ours[name] else f" (taken for {ours[name]})")
        for name, cells in found.items()
    )
