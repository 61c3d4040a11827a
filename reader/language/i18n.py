"""The interface's languages: gettext catalogues, isolated values in messages, numbers and dates.

    set_language("ar")
    _("Copied: {count}", count=counted("word", 3))

A message's placeholders are filled with values in isolates (FSI ... PDI), so that a path or a name keeps its own
direction inside an Arabic sentence; values that are left-to-right whatever they contain go through `ltr`.
"""

import gettext
import os.path
from collections.abc import Iterable
from datetime import date
from functools import cache
from unicodedata import bidirectional

FSI, LRI, RLI, PDI, LRM, ALM = "\u2068", "\u2066", "\u2067", "\u2069", "\u200e", "\u061c"
_DOMAIN = "hashiya"
_LOCALE = os.path.join(os.path.dirname(__file__), "locale")
_RTL = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))  # languages written from right to left
# placeholders whose values are left-to-right whatever they contain
_LTR_NAMES = frozenset(("path", "key", "save", "leave", "down", "found", "known", "start", "end", "problem"))
_INVISIBLE = dict.fromkeys(map(ord, FSI + LRI + RLI + PDI + LRM + ALM + "\u200f"))


class _State:
    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


@cache
def languages() -> tuple[str, ...]:
    """Return the interface's languages: English, in which the messages are written, and one for each catalogue."""
    return tuple(sorted({"en", *(name for name in os.listdir(_LOCALE) if not name.startswith((".", "_")))}))


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, _LOCALE, [language], fallback=True)


def set_language(language: str) -> None:
    """Set the interface's language, one of `languages()`; anything else counts as "en"."""
    _State.language = language if language in languages() else "en"
    _State.catalogue = _catalogue(_State.language)


def language_of(*wishes: str | None) -> str:
    """Return the first of the wishes (--lang, config, environment) that names an available language, else "en"."""
    for wish in wishes:
        if wish and wish[:2].lower() in languages():
            return wish[:2].lower()
    return "en"


def environment_language() -> str | None:
    """Return the value of the first of LC_ALL, LC_MESSAGES and LANG that is set, or None if none is."""
    return next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)


def language() -> str:
    """Return the interface's language."""
    return _State.language


def is_rtl() -> bool:
    """Return whether the interface runs from right to left."""
    return _State.language in _RTL


def _is_isolated(text: str) -> bool:
    """Return whether a text is a single isolate from beginning to end."""
    if text[:1] not in (FSI, LRI, RLI):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char in (FSI, LRI, RLI)) - (char == PDI)
        if not depth:
            return at == len(text) - 1
    return False


def _has_own_direction(text: str) -> bool:
    """Return whether a text has a letter outside its isolates; without one, FSI would make it left-to-right."""
    depth = 0
    for char in text:
        depth += (char in (FSI, LRI, RLI)) - (char == PDI)
        if not depth and bidirectional(char) in ("L", "R", "AL"):
            return True
    return False


def isolate(value: object) -> str:
    """Return a value in an isolate; a value already isolated is returned unchanged.

    It takes the direction of its own first letter, or the interface's if all its letters are in inner isolates.
    """
    text = str(value)
    if _is_isolated(text):
        return text
    if PDI in text and not _has_own_direction(text):
        return f"{RLI if is_rtl() else LRI}{text}{PDI}"
    return f"{FSI}{text}{PDI}"


def ltr_value(value: object) -> str:
    """Return a value isolated as left-to-right; a value already isolated is returned unchanged."""
    text = str(value)
    return text if _is_isolated(text) else ltr(text)


def ltr(value: object) -> str:
    """Return a path, a key, a version or a signed number isolated as left-to-right."""
    return f"{LRI}{value}{PDI}"


def ordered(text: str) -> str:
    """Return a percentage or range isolated so that it reads in the interface's order anywhere (%37, 3-1 in Arabic)."""
    return f"{RLI}{ALM}{text}{PDI}" if is_rtl() else ltr(text)


def percent(number: int) -> str:
    """Return a number as a percentage, ordered for the interface."""
    return ordered(f"{number}%")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message in a table for the catalogues; it is translated when displayed."""
    return message


def _(message: str, **values: object) -> str:
    """Return a message in the interface's language, with its placeholders filled by isolated values."""
    text = _State.catalogue.gettext(message)
    if not values:
        return text
    return text.format(
        **{name: ltr_value(value) if name in _LTR_NAMES else isolate(value) for name, value in values.items()}
    )


def counted(singular: str, plural: str, number: int, case: str = "label") -> str:
    """Return a counted noun, with `{n}` filled in, in the form that the language requires for `number`.

    case: "label" for a noun that stands alone, "of" after a verbal noun or preposition: the Arabic dual differs.
    """
    return _State.catalogue.npgettext(case, singular, plural, number).format(n=number)


def pcounted(case: str, singular: str, plural: str, number: int) -> str:
    """Return the same as `counted`, with the case first, as gettext's tools expect."""
    return counted(singular, plural, number, case)


_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def day(iso: str) -> str:
    """Return the day of an ISO 8601 time as the interface writes dates: 26 October 2021."""
    moment = date.fromisoformat(iso[:10])
    return f"{moment.day} {_(_MONTHS[moment.month - 1])} {moment.year}"


def listed(names: Iterable[str]) -> str:
    """Return names in a row, with the comma of the interface's language between them."""
    return ("، " if is_rtl() else ", ").join(names)


def plain(text: str) -> str:
    """Return a message for a pipe or a file: logical text without isolates and direction marks."""
    return text.translate(_INVISIBLE)
