"""A sentence as the rules see it: its words, and which of them are inside a quotation."""

from dataclasses import dataclass
from functools import cached_property

from annotations.values.spans import Span
from reader.article.words.lexicon import word, words
from reader.article.words.tokens import Token, tokens

OPENING = frozenset("«“")
CLOSING = frozenset("»”")
_BEFORE_ALI = frozenset(("given", "particles", "honorifics"))
_PLAIN = '"'
_SPEECH = 4  # a quotation of at least this many words is speech and not a name or a term


@dataclass(eq=False)
class Sentence:
    """A sentence's span and words; quoted: for each word, whether it is in a quotation long enough to be speech.

    direct: whether there is such a quotation.
    """

    span: Span
    words: list[Token]
    quoted: list[bool]
    direct: bool

    @cached_property
    def first_quoted(self) -> int:
        """The index of the first word of such a quotation, or the number of words if there is none."""
        return self.quoted.index(True) if self.direct else len(self.words)

    @cached_property
    def first_talk(self) -> int:
        """The index of the first word like كلمة, or the number of words if there is none."""
        return next((at for at, token in enumerate(self.words) if token.key.startswith("كلم")), len(self.words))

    def opens(self, at: int) -> bool:
        """Return whether a colon or a quotation mark precedes the word at index `at`."""
        gap = self.words[at].gap
        return ":" in gap or _PLAIN in gap or not OPENING.isdisjoint(gap)


def _quotations(text: str, span: Span, found: list[Token]) -> tuple[list[bool], bool]:
    quoted = [False] * len(found)
    raw = text[span.start : span.end]
    if not (_PLAIN in raw or "«" in raw or "“" in raw):
        return quoted, False
    opened: int | None = None
    direct = False

    def close(first: int, last: int) -> bool:
        long = last - first >= _SPEECH
        if long:
            quoted[first:last] = [True] * (last - first)
        return long

    for at, token in enumerate(found):
        for char in token.gap:
            if opened is None and (char in OPENING or char == _PLAIN):
                opened = at
            elif opened is not None and (char in CLOSING or char == _PLAIN):
                direct |= close(opened, at)
                opened = None
    if opened is not None:
        direct |= close(opened, len(found))
    return quoted, direct


def _is_ali(found: list[Token], at: int) -> bool:
    """Return whether علي is the name, where على is spelt so too: within a name, after an honorific, or before بن."""
    if at + 1 < len(found) and found[at + 1].key in ("بن", "ابن") and not found[at + 1].after_comma:
        return True
    if at == 0 or found[at].after_comma:
        return False
    kinds = found[at - 1].word.kinds
    return not kinds.isdisjoint(_BEFORE_ALI)


def _is_basim(found: list[Token], at: int) -> bool:
    """Return whether باسم is the given name and not «in the name of» (المتحدث باسم الحكومة, شكر باسم البلدية)."""
    after = found[at + 1].word if at + 1 < len(found) else None
    if at and not found[at - 1].word.kinds.isdisjoint(_BEFORE_ALI):
        return True
    named = after is not None and not after.article and after.kinds.isdisjoint({"org_heads", "org_names", "role_nouns"})
    return named and not (at and found[at - 1].word.stem in words("spokes"))


def _is_rank(found: list[Token], at: int) -> bool:
    """Return whether الفريق is the military rank and not a team: before a name, an honorific, أول or الركن."""
    after = found[at + 1].word.kinds if at + 1 < len(found) else frozenset()
    return not after.isdisjoint({"given", "honorifics", "honorific_tails"})


def read_sentence(text: str, span: Span, *, dotted: bool = False) -> Sentence:
    """Return the sentence of `text` at `span`; dotted: whether its writer spells final ى as ي (علي for على)."""
    found = tokens(text, span)
    for at, token in enumerate(found):
        if token.key == "باسم" and not _is_basim(found, at):
            found[at] = token._replace(word=token.word._replace(kinds=token.word.kinds - {"given"}))
        elif token.key == "الفريق" and not _is_rank(found, at):
            kinds = token.word.kinds - {"honorifics", "honorific_heads", "honorific_tails"}
            found[at] = token._replace(word=token.word._replace(kinds=kinds))
        elif dotted and token.letters == "علي" and not _is_ali(found, at):
            found[at] = token._replace(word=word("على"))
    return Sentence(span, found, *_quotations(text, span, found))
