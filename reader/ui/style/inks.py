"""The palette's inks as the styles of the screen library."""

from functools import cache

from rich.style import Style

from reader.ui.style.palette import PAPER, mix


@cache
def style_of(inks: tuple[str, ...], mode: str) -> Style:
    """Return the style of several inks laid over one another on the paper. mode: "dark" or "light"."""
    ink = mix(inks, mode)
    return Style(color=ink.fore or mix(("text",), mode).fore, bgcolor=ink.back or PAPER[mode], bold=ink.bold or None)


@cache
def fore_of(ink: str, mode: str) -> Style:
    """Return the style of an ink's foreground alone, for use on any background."""
    found = mix((ink,), mode)
    return Style(color=found.fore, bold=found.bold or None)
