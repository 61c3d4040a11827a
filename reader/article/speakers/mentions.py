"""Where the speakers are named again: all mentions by name or family name, found in one pass."""

from collections.abc import Iterable, Sequence

from annotations.values.spans import Span
from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.names import is_given
from reader.article.speakers.register import Register
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token

_VARIANTS = str.maketrans({"غ": "ج", "ق": "ج"})
_SHORTEST = 3
_LONGEST = 40  # words
_JOINTS = ("بن", "بنت", "ال", "عبد")


class _Namesakes:
    """The speakers who share a family name, in the order in which they were registered."""

    def __init__(self) -> None:
        self.entries: list[SpeakerDraft] = []
        self._by_part: dict[str, SpeakerDraft] = {}

    def add(self, entry: SpeakerDraft) -> None:
        self.entries.append(entry)
        for part in entry.names:
            self._by_part.setdefault(part, entry)

    def named(self, words: Sequence[Token], at: int) -> SpeakerDraft | None:
        """Return the one whom the family name at `at` denotes, by the word before it if there are several."""
        if at and not words[at].after_comma:
            before = words[at - 1].key.translate(_VARIANTS)
            known = self.entries[0] if before in _JOINTS else self._by_part.get(before)
            if known is not None:
                return known
        return self.entries[0] if len(self.entries) == 1 else None


def _last_names(register: Register, spoken: set[int]) -> dict[str, _Namesakes]:
    found: dict[str, _Namesakes] = {}
    for entry in register.entries:
        if entry.kind == "person" and entry.names and entry.number in spoken and len(entry.names[-1]) >= _SHORTEST:
            found.setdefault(entry.names[-1], _Namesakes()).add(entry)
    return found


def _begin(words: Sequence[Token], at: int, entry: SpeakerDraft) -> int:
    """Return the index of the first word of a name that ends at `at`; no name is looked for beyond 40 words."""
    start = at
    parts = (*entry.names, *_JOINTS)
    while (
        start
        and at - start < _LONGEST
        and words[start - 1].key.translate(_VARIANTS) in parts
        and not words[start].after_comma
    ):
        start -= 1
    return start


def add_mentions(register: Register, sentences: Iterable[Sentence], spoken: set[int]) -> None:
    """Add to the speakers numbered in `spoken` all further mentions by name or family name."""
    names = _last_names(register, spoken)
    taken = {
        entry.number: {start for span in entry.mentions for start in range(span.start, span.end)}
        for namesakes in names.values()
        for entry in namesakes.entries
    }
    for sentence in sentences:
        for at, token in enumerate(sentence.words):
            namesakes = names.get(token.key.translate(_VARIANTS))
            if namesakes is None:
                continue
            single = len(namesakes.entries[-1].names) == 1
            if single and is_given(token) and at + 1 < len(sentence.words):
                continue
            entry = namesakes.named(sentence.words, at)
            if entry is not None:
                span = Span(sentence.words[_begin(sentence.words, at, entry)].start, token.end)
                if span.start not in taken[entry.number]:
                    entry.mentions.add(span)
