"""Grapheme clusters: what a reader perceives as one letter with its marks.

The rules are those of UAX #29, applied by a library that passes Unicode's own test file.
"""

from unicode_segmentation_rs import graphemes


def cluster_starts(text: str) -> list[int]:
    """Return the offset (code points) at which each extended grapheme cluster of `text` begins, in order."""
    if text.isascii() and "\r" not in text:
        return list(range(len(text)))
    starts: list[int] = []
    offset = 0
    for cluster in graphemes(text, is_extended=True):
        starts.append(offset)
        offset += len(cluster)
    return starts


def bounds(text: str) -> list[tuple[int, int]]:
    """Return the half-open span of each cluster of `text`, in order."""
    starts = cluster_starts(text)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _is_simple(text: str) -> bool:
    """Return whether every character has a cluster boundary on both sides (GB9 to GB13 apply to none of them)."""
    return all(" " <= char <= "~" or "ء" <= char <= "ي" or char == "\n" for char in text)


def snap_out(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the half-open span `start:end` widened to cluster boundaries, so that no mark is cut off."""
    if _is_simple(text[max(0, start - 1) : start + 1] + text[max(0, end - 1) : end + 1]):
        return start, end
    window_start = max(0, start - 32)
    starts = [window_start + s for s in cluster_starts(text[window_start : end + 32])]
    low = max((s for s in starts if s <= start), default=start)
    high = min((s for s in starts if s >= end), default=min(len(text), end + 32))
    return low, min(high, len(text))
