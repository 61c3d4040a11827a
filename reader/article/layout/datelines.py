"""Datelines: the lines, or beginnings of lines, that state a report's agency, city, author and date."""

import re
from typing import NamedTuple

from reader.article.layout.dates import has_day, has_month
from reader.article.layout.lines import bare, is_date
from reader.article.words.lexicon import word, words

_PARTS = re.compile(r"\s*(?:[/()«»:|،]|[-–—ـ]{1,2}(?=\s|$)|(?<=\s)[-–—]|(?<=\w)[-–](?=[«\u0600-\u06ff]))+\s*")
# an agency begins with no blank, so that blanks before it are tried in one way only; "/ x/" and "/  /" still match
_OPENING = re.compile(
    r"^(?P<place>(?:[^\n.؟!:«»\"“”()/]|(?<=\w)/(?=\w)){2,45}?)\s*(?:[،,]\s*)?(?:[(/]\s*(?P<agency>[^()/\s][^()/\n]{1,29}?|(?<=\s)[^()/\s]|(?<=\s\s))\s*[)/])\s*(?:[-–—ـ]{1,2}|:)?\s*"
)
_DASHED = re.compile(
    r"^(?P<place>[^\n.؟!:«»\"“”()/]{2,30}?)\s*[-–—]\s*(?P<agency>[^\s.؟!:«»()/-][^\n.؟!:«»()/-]{1,19}?|(?<=\s)[^\s.؟!:«»()/-]|(?<=\s\s))\s*[-–—:]\s*"
)
_BY = re.compile(r"^(?:من|كتب|كتبت|بقلم|إعداد|تقرير)\s*:?\s+(?P<author>[^.،:]{4,60})$")
_NO_PERSON = frozenset(
    ("that", "prepositions", "stops", "objects", "org_heads", "event_heads", "honorifics", "role_heads")
)
_PLACE_AND_DAY = re.compile(r"^(?P<place>[^\d٠-٩:،\n-]{2,25}?)\s*[،,]?\s+(?:في\s+)?[\d٠-٩]")
_LONGEST = 90
_LONGEST_NAME = 45
_LONGEST_OPENING = 1000  # code points; place and agency are short, but blanks may stand between them


class Dateline(NamedTuple):
    """What a dateline states, empty where it does not; end: the offset in its paragraph at which it ends, or 0."""

    agency: str = ""
    city: str = ""
    author: str = ""
    day: str = ""
    end: int = 0


def is_agency(text: str) -> bool:
    """Return whether a text is the name of a news agency or a newspaper."""
    return bare(text) in words("agencies")


def _is_place(text: str) -> bool:
    keys = bare(text).split()
    if not keys or len(keys) > 4 or any(key.isdecimal() for key in keys):
        return False
    return "places" in word(keys[0]).kinds or "places" in word(keys[-1]).kinds


def _is_person(text: str) -> bool:
    keys = text.split()
    if not 2 <= len(keys) <= 6 or len(text) > _LONGEST_NAME:
        return False
    known = [word(key) for key in keys]
    if not any("given" in one.kinds for one in known):
        return False
    return all(one.alphabetic and not one.prep and not (one.kinds & _NO_PERSON) for one in known)


def read_line(text: str) -> Dateline | None:
    """Return what a whole line states, or None if it is not a dateline."""
    if len(text) > _LONGEST or text[-1] in ".؟!":
        return None
    by = _BY.match(text)
    if by is not None and _is_person(by["author"].split(" و")[0]):
        return Dateline(author=by["author"].strip())
    if is_agency(text):
        return Dateline(agency=bare_written(text))
    begun = opening(text)
    if begun is not None and begun.end >= len(text) - 2:
        return begun._replace(end=0)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    return _of_date(text, parts) if is_date(text) else _of_parts(text, parts)


def _of_parts(text: str, parts: list[str]) -> Dateline | None:
    """Return what the parts of an undated line state (الرياض: «الشرق الأوسط»; وام/فلان), or None if not a dateline."""
    if not 1 <= len(parts) <= 5:
        return None
    agency = next((part for part in parts if is_agency(part)), "")
    places = [part for part in parts if not is_agency(part) and _is_place(part)]
    people = [part for part in parts if not is_agency(part) and _is_person(part)]
    if agency and not people and len(parts) >= 2:
        people = [part for part in parts if part != agency and part not in places and 2 <= len(part.split()) <= 4][:1]
    known = len(places) + len(people) + bool(agency)
    told = known >= len(parts) and (known > 1 or (len(parts) == 1 and bool(people)))
    short = bool(agency) and len(parts) >= 2 and len(text) <= _LONGEST_NAME
    if not told and not (short and (people or places or len(parts) == 2)):
        return None
    rest = [part for part in parts if part != agency and part not in people]
    return Dateline(agency.strip(), (places or rest or [""])[0].strip(), "، ".join(people))


def _of_date(text: str, parts: list[str]) -> Dateline:
    agency = next((part for part in parts if is_agency(part)), "")
    last = text.rsplit(maxsplit=1)[-1]
    if not agency and is_agency(last):
        agency = last
    placed = _PLACE_AND_DAY.match(text)
    place = placed["place"] if placed is not None else ""
    first = word(place.split()[0]).kinds if place else frozenset()
    city = "" if has_month(place) or "weekdays" in first or (not agency and "places" not in first) else place
    return Dateline(agency, city, "", text)


def bare_written(text: str) -> str:
    """Return a name without surrounding slashes, brackets, dashes and guillemets."""
    return text.strip(" /()-–—«»\xa0")


def opening(text: str) -> Dateline | None:
    """Return the dateline that opens a paragraph (القاهرة في 14 أكتوبر /أ ش أ/), or None if there is none.

    It is looked for in the first thousand code points, so that a long run of blanks is not tried in every way.
    """
    text = text[:_LONGEST_OPENING]
    for pattern in (_OPENING, _DASHED):
        found = pattern.match(text)
        if found is None or not is_agency(found["agency"]):
            continue
        place = found["place"].strip(" -–—،")
        day = place if has_month(place) or has_day(place) else ""
        city = re.split(r"[\s،]+(?:في\s+)?[\d٠-٩]|\s*[-–—،]|\s+في\s", place)[0].strip()
        return Dateline(found["agency"].strip(), city, "", day, found.end())
    return None
