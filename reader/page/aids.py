"""Reading aids: how the text is shown, kept for all documents. Offsets and what is copied never change with them."""

import os
from typing import Any, NamedTuple

from reader.settings.paths import config_directory
from reader.settings.rendering import Harakat
from reader.typeset.digits import Digits
from reader.typeset.look import Look

WIDTHS = (72, 60, 48)


class Aids(NamedTuple):
    """What a reader has chosen.

    harakat: show, essential or hide; digits: text, western or arabic_indic; justify: rows made even by kashida; ruler: the
    row with the cursor lit; invisibles: unseen characters as marks; width: of the text, in cells; spaced: rows apart.
    """

    harakat: Harakat = "show"
    digits: Digits = "text"
    justify: bool = False
    ruler: bool = False
    invisibles: bool = False
    width: int = WIDTHS[0]
    spaced: bool = False


def look_of(aids: Aids) -> Look:
    """Return what of the aids changes the layout."""
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
    """Return the aids with the next choice of one of them."""
    choices = CHOICES[name]
    now = getattr(aids, name)
    following = choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
    return _with(aids, name, following)


def _file() -> str:
    return os.path.join(config_directory(), "reading.txt")


def load() -> Aids:
    """Return the aids as they were kept; what cannot be read counts as not kept."""
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
    """Keep the aids."""
    os.makedirs(config_directory(), exist_ok=True)
    with open(_file(), "w", encoding="utf-8") as file:
        file.writelines(f"{name} {getattr(aids, name)}\n" for name in CHOICES)
