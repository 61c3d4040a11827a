"""What a line of a page is, judged by itself: boilerplate, dateline, rule between articles, heading or paragraph."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from annotations.values.spans import Span
from reader.article.layout.dates import has_month
from reader.article.words.lexicon import fold, words

_CLOCK = re.compile(r"^\W*[\d٠-٩]{1,2}:[\d٠-٩]{2}(?:\s*(?:م|ص|مساء|صباحا|PM|AM))?(?:\s+بتوقيت.*)?(?:\s+ت\s*م\w*)?$")
_RULE = re.compile(r"^[=*#~—–-]{4,}$")
_NO_LETTERS = re.compile(r"^[\W_]+$")
_NUMBERS = re.compile(r"^[\d٠-٩\s.:/-]+$")
_DAY = re.compile(r"(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?!\d)|(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_YEAR = re.compile(r"(?<![\d٠-٩])(?:1[34]\d\d|19\d\d|20\d\d|١[٣٤][٠-٩]{2}|١٩[٠-٩]{2}|٢٠[٠-٩]{2})(?![\d٠-٩])")
# a tatweel may be a letter here or divide letters; written so that each is tried in one way only
_INITIALS = re.compile(
    r"^\W*[\u0621-\u064aA-Za-z](?:[\u0621-\u063f\u0641-\u064aA-Za-z]?)"
    r"(?:[\s/.ـ]+[\u0621-\u063f\u0641-\u064aA-Za-z]{1,2})*"
    r"[\s/.ـ]+[\u0621-\u063f\u0641-\u064aA-Za-z]?[\u0621-\u064aA-Za-z]\W*$"
)
_PARTING = re.compile(r"\s*[/|>›»]\s*")
_CREDITS = re.compile(r"^\W*\(?(?:إعداد|اعداد|تغطية|تحرير|شارك في)\b.*\b(?:للنشرة|تحرير|إعداد)\b.*\)?\W*$")
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LONGEST_TITLE = 150
_LONGEST_DATELINE = 75
_LONGEST_FURNITURE = 120
_LONGEST_INITIALS = 24
_LONGEST_OF_ALL = 400  # code points; no longer line is boilerplate


class PageLine(NamedTuple):
    """A line with its role: noise, separator, meta, title, subtitle, subhead or body; kind: of noise."""

    span: Span
    text: str
    role: str
    kind: str = ""


@lru_cache(maxsize=64)
def bare(text: str) -> str:
    """Return a line folded, its words separated by one space and stripped of punctuation."""
    return " ".join(filter(None, map(fold, text.split())))


def is_date(text: str) -> bool:
    """Return whether a line is a date and little more."""
    if len(text) > _LONGEST_DATELINE or text[-1:] == "؟":
        return False
    return bool(_DAY.search(text)) or (bool(_YEAR.search(text)) and has_month(text))


def _is_breadcrumb(text: str) -> bool:
    parts = [part for part in _PARTING.split(text) if part]
    if len(parts) < 2 or text[-1] in ".؟!،:" or len(text) > _LONGEST_FURNITURE:
        return False
    return bare(parts[0]) in words("boilerplate") and all(len(part) <= 90 for part in parts)


def starts_with(text: str, name: str) -> bool:
    """Return whether a folded line begins with an entry of the list `name`."""
    return any(text == start or text.startswith(f"{start} ") for start in words(name))


def _closing_mark(text: str) -> bool:
    """Return whether a line is an agency's end mark: // انتهى //, (النهاية), --(بترا)."""
    key = bare(text.replace("(", " ").replace(")", " ").replace("/", " "))
    return key in words("boilerplate") and text.strip()[:1] in "/(-"


def noise_kind(text: str) -> str:
    """Return the kind of boilerplate that a line is, judged by itself, or an empty string if it is none."""
    if len(text) > _LONGEST_OF_ALL:
        return ""
    return next((kind for kind, holds in _KINDS if holds(text)), "")


def _is_clock(text: str) -> bool:
    if _CLOCK.match(text):
        return True
    if is_date(text):
        return "/" in text and not _DAY.search(text) and _two_calendars(text)
    return "بتوقيت" in text.split() and len(text) <= _LONGEST_DATELINE


def _is_boilerplate(text: str) -> bool:
    if len(text) > _LONGEST_FURNITURE:
        return _CREDITS.match(text) is not None
    key = bare(text)
    if key in words("boilerplate") or _closing_mark(text) or _CREDITS.match(text):
        return True
    if text.endswith(("،", ":")):
        return False
    return text[0] == "©" or starts_with(key, "boilerplate_starts")


def is_foreign(text: str) -> bool:
    """Return whether a short line has Latin letters and no Arabic ones, which is boilerplate on an Arabic page."""
    short = len(text) <= _LONGEST_FURNITURE and not text.endswith(("،", ":"))
    return short and _LATIN.search(text) is not None and _ARABIC.search(text) is None


def _are_initials(text: str) -> bool:
    return len(text) <= _LONGEST_INITIALS and bool(_INITIALS.match(text)) and bare(text) not in words("agencies")


def _are_marks(text: str) -> bool:
    return bool(_NO_LETTERS.match(text) or (_NUMBERS.match(text) and not _DAY.search(text)))


def _two_calendars(text: str) -> bool:
    """Return whether a line is a page clock: a Hijri and a Gregorian date separated by a slash, without هـ."""
    before, _, after = text.partition("/")
    hijri = {fold(word) for word in ["ربيع", "جمادى", "محرم", "صفر", "رجب", "شعبان", "رمضان", "شوال", "ذو", "ذي"]}
    return bool(hijri & set(bare(before).split())) and has_month(after) and "هـ" not in text and "ه‍" not in text


def is_related_heading(text: str) -> bool:
    """Return whether a line is a heading under which a page lists other pages."""
    return len(text) <= _LONGEST_FURNITURE and bare(text) in words("related")


def may_be_heading(text: str) -> bool:
    """Return whether a line is short and ends like a title rather than a sentence."""
    if len(text) > _LONGEST_TITLE or text[-1] in ".،:؛":
        return False
    return text[-1] not in '؟!»”"' or len(text) <= 90


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("marks", _are_marks),
    ("clock", _is_clock),
    ("prayer times", lambda text: len(text) <= _LONGEST_DATELINE and bare(text) in words("prayers")),
    ("furniture", _is_boilerplate),
    ("breadcrumb", _is_breadcrumb),
    ("initials", _are_initials),
)
