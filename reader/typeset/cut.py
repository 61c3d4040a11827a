"""Cutting a text to the cells available."""

from reader.typeset.line import columns

_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"


def _closed(text: str) -> str:
    """Return a text with the isolates that cutting left open closed, so that they do not affect what follows it."""
    left_open = 0
    for char in text:
        left_open = max(0, left_open + (char in _OPENING) - (char == _CLOSING))
    return text + _CLOSING * left_open


def cut_cells(text: str, room: int, keep: str = "start") -> str:
    """Return a text in at most `room` cells, with an ellipsis where it is cut. keep: the end that stays visible."""
    text = " ".join(text.split()) if "\n" in text else text
    if columns(text) <= room:
        return text
    if room < 2:
        return ""
    kept = text[: room * 2] if keep == "start" else text[-room * 2 :]
    while columns(kept) > room - 1:
        kept = kept[:-1] if keep == "start" else kept[1:]
    near = max(2, room // 3)  # drop a partly cut word if that costs little
    if keep == "start":
        blank = kept.rfind(" ", len(kept) - near)
        return _closed(f"{(kept[:blank] if blank > 0 else kept).rstrip()}…")
    blank = kept.find(" ", 0, near)
    return f"…{(kept[blank:] if blank >= 0 else kept).lstrip()}"
