"""All occurrences of a word or phrase as Arabic is written, with its clitics.

Proclitics are generated, not stripped: a token must consist of a proclitic and the word, and nothing more. Matches
that are probably another word are marked as uncertain, with the reason.
"""

import os.path
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from annotations.values.folding import Folded, fold, fold_text
from annotations.values.spans import Span
from reader.text.clusters import snap_out
from reader.text.harakat import agrees, bare

EXACT, WORD, CLITICS, PRONOUNS, ENDINGS = range(1, 6)
_NO_ACCUSATIVE = "يةىاءأؤئآ"
_LONG_VERB = 4  # a verb that takes the س of the future has at least this many letters
_SHORT, _SHORTEST = 3, 2  # up to this many letters, ب ك ل (و ف) is more likely part of the word
_ALLAH = "الله"
_ARTICLE = "ال"


class Occurrence(NamedTuple):
    """An occurrence: its span with clitics, its spelling without harakat, and why it is uncertain (empty if certain).

    doubt: short (a clitic that is more likely a letter of the word), word (a different word), ending (ة against ه, ى
    against ي), hamza, nisba, adjective (ي that is more likely an adjective's than a pronoun).
    """

    span: Span
    form: str
    doubt: str


class _Token(NamedTuple):
    """A word of the text: folded, with its clitics folded and the letters of the match as they are written."""

    folded: str
    prefix: str
    core: str
    suffix: str
    ends_in_ta: bool


class _Wanted(NamedTuple):
    """One way of writing the query: the letters to find, and whether the article must precede them.

    bound: the letters occur only before a suffix (وزارت of وزارة, مستوا of مستوى).
    """

    letters: str
    article: bool
    bound: bool = False


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with open(os.path.join(os.path.dirname(__file__), "proclitics.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {kind: re.compile(pattern) for kind, pattern in rows}


@cache
def _traps() -> frozenset[str]:
    with open(os.path.join(os.path.dirname(__file__), "traps.txt"), encoding="utf-8") as file:
        return frozenset(fold_text(word) for line in file if not line.startswith("#") for word in line.split())


def _article_of(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 and fold_text(word) != _ALLAH


def _ways(query: str, level: int = CLITICS) -> list[_Wanted]:
    """Return the ways to write a query: with and without the article, and as its last word changes before suffixes."""
    ways = _defined_or_not(query)
    return ways + [one for way in ways for one in _before_suffixes(way, bare(query)[-1:], level)]


def _before_suffixes(way: _Wanted, last: str, level: int) -> Iterator[_Wanted]:
    """Yield the form of a word before a pronoun (ة as ت, ى as ا) and, at the level of endings, with the plural's ات."""
    stem = way.letters[:-1]
    if level >= PRONOUNS and last in ("ة", "ى"):
        yield way._replace(letters=stem + ("ت" if last == "ة" else "ا"), bound=True)
    if level >= ENDINGS and last == "ة":
        yield way._replace(letters=stem + "ات")


def _defined_or_not(query: str) -> list[_Wanted]:
    words = [bare(word) for word in query.split()]
    if not words:
        return []
    have = [_article_of(word) for word in words]
    cores = [fold_text(word)[2:] if there else fold_text(word) for word, there in zip(words, have, strict=True)]
    if all(have) or not any(have):
        plain, defined = " ".join(cores), " ".join([cores[0], *(_ARTICLE + core for core in cores[1:])])
        return [_Wanted(plain, article=False), _Wanted(defined, article=True)]
    rest = [_ARTICLE + core if there else core for core, there in zip(cores[1:], have[1:], strict=True)]
    return [_Wanted(" ".join([cores[0], *rest]), article=have[0])]


def _prefix_fits(prefix: str, way: _Wanted, level: int) -> bool:
    if level < CLITICS:
        return prefix == (_ARTICLE if way.article else "")
    kinds = _patterns()
    if way.article:
        return kinds["article"].fullmatch(prefix) is not None
    if kinds["bare"].fullmatch(prefix):
        return True
    verb = way.letters[0] in "يتنا" and len(way.letters) >= _LONG_VERB
    return verb and kinds["future"].fullmatch(prefix) is not None


def _suffix_fits(suffix: str, way: _Wanted, level: int, last: str) -> bool:
    if not suffix:
        return not way.bound
    kinds = _patterns()
    if (
        suffix == "ا"
        and not (way.article or way.bound)
        and level >= CLITICS
        and (last not in _NO_ACCUSATIVE or last == "ي")
    ):
        return True
    if level >= PRONOUNS and kinds["pronoun"].fullmatch(suffix):
        return True
    return level >= ENDINGS and kinds["ending"].fullmatch(suffix) is not None


def _is_short(prefix: str, way: _Wanted) -> bool:
    """Return whether the clitic is more likely a letter of the word; the lam of للجنة may be the article's."""
    size = len(way.letters)
    if prefix[:1] in ("و", "ف") and size <= _SHORTEST and not way.article:
        return True
    defined = way.article or (prefix[-1:] == "ل" and way.letters[0] == "ل")
    return prefix[-1:] in ("ب", "ك", "ل") and not defined and size <= _SHORT


def _doubt(token: _Token, way: _Wanted, query: str) -> str:
    """Return why a token is uncertain, or "": the list of ARABIC.md 4, in order. query: as typed, without harakat."""
    prefix, core, suffix = token.prefix, token.core, token.suffix
    short = len(way.letters) <= _SHORT
    ends = {query[-1:], core[-1:]}
    reasons = {
        "short": _is_short(prefix, way),
        "word": bool(prefix) and not way.article and token.folded in _traps(),
        "hamza": short and bool(prefix) and query[:1] in "أإ" and core[:1] == "ا",
        "ending": not suffix and ((not way.article and ends == {"ة", "ه"}) or (short and ends == {"ى", "ي"})),
        "nisba": suffix == "ا" and query[-1:] == "ي",
        "adjective": suffix == "ي",
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _token(folded: str, at: int, end: int) -> tuple[int, int]:
    """Return the span of the token around a match `at:end` in the folded text."""
    start = at
    while start > 0 and folded[start - 1].isalnum():
        start -= 1
    while end < len(folded) and folded[end].isalnum():
        end += 1
    return start, end


def _places(text: str, way: _Wanted) -> Iterator[int]:
    at = text.find(way.letters)
    while at >= 0:
        yield at
        at = text.find(way.letters, at + 1)


def _cut(text: str, folded: Folded, start: int, end: int) -> str:
    """Return the original text of a span of the folded text, including the marks on its last letter."""
    return text[folded.offset(start) : folded.offset(end)] if start < end else ""


class _Search(NamedTuple):
    """A search: the text, the query, and the level, that is, how far a token may differ from the query."""

    text: str
    folded: Folded
    query: str
    level: int

    def at(self, way: _Wanted, at: int) -> Occurrence | None:
        """Return the occurrence whose letters begin at `at` in the folded text, or None if it is another word."""
        folded, last = self.folded, at + len(way.letters)
        start, end = _token(folded.text, at, last)
        prefix, suffix = folded.text[start:at], folded.text[last:end]
        if not (_prefix_fits(prefix, way, self.level) and _suffix_fits(suffix, way, self.level, bare(self.query)[-1:])):
            return None
        core = _cut(self.text, folded, at, last)
        feminine = bare(_cut(self.text, folded, last, end)).endswith("ة")  # وزيرة is not وزير with a pronoun
        token = _Token(folded.text[start:end], prefix, bare(core), suffix, feminine)
        if self._is_other(token, way, _cut(self.text, folded, start, at), core):
            return None
        span = Span(*snap_out(self.text, folded.offset(start), folded.offset(end - 1) + 1))
        return Occurrence(span, bare(span.cut(self.text)), _doubt(token, way, bare(self.query)))

    def _is_other(self, token: _Token, way: _Wanted, before: str, core: str) -> bool:
        """Return whether a matching token is certainly another word: الله for له, ألمانيا for مانيا, عِلم for عَلم."""
        if token.folded.lstrip("وفبتك") in (_ALLAH, "لله") and fold_text(self.query) not in (_ALLAH, "لله"):
            return True
        if way.article and bare(before)[-2:] not in ("ال", "لل"):
            return True
        if token.suffix == "ه" and token.ends_in_ta:
            return True
        return not agrees(self.query[2:] if _article_of(bare(self.query)) else self.query, core)


def occurrences(text: str, query: str, level: int = CLITICS, folded: Folded | None = None) -> list[Occurrence]:
    """Return every occurrence of a word or phrase in text order.

    level: 1 exact, 2 the folded word, 3 also with proclitics and article, 4 also with pronouns, 5 also with endings.
    folded: the text, already folded.
    """
    query = query.strip()
    if level == EXACT:
        return _exact(text, query)
    search = _Search(text, folded or fold(text), query, level)
    found: dict[int, Occurrence] = {}
    for way in _ways(query, level) if level >= CLITICS else [_Wanted(fold_text(query), article=False)]:
        for at in _places(search.folded.text, way):
            one = search.at(way, at)
            if one is not None and one.span.start not in found:
                found[one.span.start] = one
    if fold_text(query) == _ALLAH:
        found |= {one.span.start: one for one in _of_lillah(text, search.folded)}
    return [found[start] for start in sorted(found)]


def _exact(text: str, query: str) -> list[Occurrence]:
    pattern = re.compile(rf"(?<!\w){re.escape(query)}(?![\wً-ْ])")
    spans = [Span(*snap_out(text, *match.span())) for match in pattern.finditer(text)] if query else []
    return [Occurrence(span, bare(span.cut(text)), "") for span in spans]


def _of_lillah(text: str, folded: Folded) -> list[Occurrence]:
    """Return the occurrences of لله, in which الله loses the alef of its article."""
    spans = [
        Span(*snap_out(text, folded.offset(m.start()), folded.offset(m.end() - 1) + 1))
        for m in re.finditer(r"(?<!\w)[وف]?لله(?!\w)", folded.text)
    ]
    return [Occurrence(span, bare(span.cut(text)), "") for span in spans]


def written_forms(query: str, level: int = CLITICS) -> list[str]:
    """Return the folded words or phrases a library's index may hold for the query; from level 4, their beginnings."""
    ways = _ways(query, level)
    forms: dict[str, None] = {}
    for way in ways:
        first, _space, rest = way.letters.partition(" ")
        heads = ("", "و", "ف")
        clitics = ("ال", "بال", "كال", "لل") if way.article else ("", "ب", "ك", "ل", "س")
        for head in heads:
            for clitic in clitics:
                for tail in ("",) if way.article or rest or level >= PRONOUNS else ("", "ا"):
                    forms[f"{head}{clitic}{first}{tail}" + (f" {rest}" if rest else "")] = None
    if fold_text(query) == _ALLAH:
        forms |= dict.fromkeys(("لله", "ولله", "فلله"))
    return list(forms)


def headword(word: str, folded: Folded) -> str:
    """Return a word of a text without its proclitics: what someone pointing at بالأمن or وزيارة means.

    Proclitics before the article are recognised; a bare و or ف is removed only if the rest also occurs as a word in the
    text, and the word is not one known to begin with that letter (traps.txt).
    """
    plain = bare(word)
    found = re.fullmatch(r"[وف]?[بك]?(ال\w{2,})", plain) or re.fullmatch(r"[وف]?ل(ل\w{2,})", plain)
    if found is not None:
        rest = found[1]
        if rest.startswith(_ARTICLE) or _stands_alone(rest, folded):  # للجنة contains لجنة, if the text has it
            return rest
        return f"ا{rest}"
    if plain[:1] in ("و", "ف") and len(plain) > _SHORT + 1 and fold_text(plain) not in _traps():
        return plain[1:] if _stands_alone(plain[1:], folded) else plain
    return plain


def _stands_alone(word: str, folded: Folded) -> bool:
    return re.search(rf"(?<!\w)(?:ال)?{re.escape(fold_text(word))}(?!\w)", folded.text) is not None
