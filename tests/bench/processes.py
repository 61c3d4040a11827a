"""What a program and the processes that it started hold in memory."""

import os
import re
from contextlib import suppress

_KILO = 1024


def tree(pid: int) -> list[int]:
    """Return the ids of a process and of all that descend from it."""
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        with suppress(OSError):  # it has ended meanwhile
            for thread in os.listdir(f"/proc/{found[-1]}/task"):
                with open(f"/proc/{found[-1]}/task/{thread}/children", encoding="ascii") as file:
                    left += [int(word) for word in file.read().split()]
    return found


def _sum(pid: int, file: str, field: str) -> float:
    total = 0
    for process in tree(pid):
        with suppress(OSError), open(f"/proc/{process}/{file}", encoding="utf-8") as text:
            total += sum(int(value) for value in re.findall(rf"^{field}:\s+(\d+) kB", text.read(), re.MULTILINE))
    return total * _KILO / 1e6


def memory(pid: int) -> float:
    """Return the memory of the tree in MB, what processes share counted once (the sum of PSS)."""
    return _sum(pid, "smaps_rollup", "Pss")


def peak(pid: int) -> float:
    """Return the sum of the most memory in MB that each process of the tree has held so far (VmHWM)."""
    return _sum(pid, "status", "VmHWM")
