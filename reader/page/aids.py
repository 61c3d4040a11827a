"""Reading aids: how text is displayed, saved for all documents. They never affect offsets or copied text."""

import os
from typing import Any, NamedTuple

from annotations.files import private
from reader.settings.paths import config_directory
from reader.settings.rendering import Harakat
from reader.typeset.digits import Digits
from reader.typeset.look import Look

WIDTHS = (72, 60, 48)


class Aids(NamedTuple):
    """The reading aids a reader has chosen.

    harakat: show, essential or hide; digits: text, western or arabic_indic; justify: justify rows by kashida; ruler:
    highlight the cursor's row; invisibles: show invisible characters as marks; width: of the text, in cells; spaced:
    leave a blank line between rows.
    """

    harakat: Harakat = "show"
    digits: Digits = "text"
    justify: bool = False
    ruler: bool = False
    invisibles: bool = False
    width: int = WIDTHS[0]
    spaced: bool = False


def look_of(aids: Aids) -> Look:
    """Return the aids that affect the layout."""
    return Look(aids.digits, aids.justify, aids.invisibles, aids.spaced)


CHOICES: dict[str, tuple[object, ...]] = {
    "harakat": ("show", "essential", "hide"),
    "digits": ("text", "western", "arabic_indic"),
    "justify": (False, True),
    "ruler": (False, True),
    "invisibles": (False, True),
    "width": WIDTHS,
    "spaced": (False, True),
}


def _with(aids: Aids, name: str, value: Any) -> Aids:
    return aids._replace(**{name: value})


def turned(aids: Aids, name: str) -> Aids:
    """Return the aids with the aid `name` set to its next choice."""
    choices = CHOICES[name]
    now = getattr(aids, name)
    following = choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
    return _with(aids, name, following)


def _file() -> str:
    return os.path.join(config_directory(), "reading.txt")


def load() -> Aids:
    """Return the saved aids; values that cannot be read count as not saved."""
    try:
        with open(_file(), encoding="utf-8") as file:
            kept = dict(line.split() for line in file if len(line.split()) == 2)
    except (OSError, UnicodeDecodeError):
        return Aids()
    found = Aids()
    for name, choices in CHOICES.items():
        chosen = next((choice for choice in choices if str(choice) == kept.get(name)), None)
        if chosen is not None:
            found = _with(found, name, chosen)
    return found


def keep(aids: Aids) -> None:
    """Save the aids."""
    private.keep(_file(), "".join(f"{name} {getattr(aids, name)}\n" for name in CHOICES))
