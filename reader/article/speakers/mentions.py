"""Where the speakers are named again: all mentions by name or family name, found in one pass."""

from collections.abc import Iterable

from annotations.values.spans import Span
from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.names import is_given
from reader.article.speakers.register import Register
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token

_VARIANTS = str.maketrans({"غ": "ج", "ق": "ج"})
_SHORTEST = 3


def _last_names(register: Register, spoken: set[int]) -> dict[str, list[SpeakerDraft]]:
    found: dict[str, list[SpeakerDraft]] = {}
    for entry in register.entries:
        if entry.kind == "person" and entry.names and entry.number in spoken and len(entry.names[-1]) >= _SHORTEST:
            found.setdefault(entry.names[-1], []).append(entry)
    return found


def _begin(words: list[Token], at: int, entry: SpeakerDraft) -> int:
    start = at
    while (
        start
        and words[start - 1].key.translate(_VARIANTS) in (*entry.names, "بن", "بنت", "ال", "عبد")
        and not words[start].after_comma
    ):
        start -= 1
    return start


def add_mentions(register: Register, sentences: Iterable[Sentence], spoken: set[int]) -> None:
    """Add to the speakers numbered in `spoken` all further mentions by name or family name."""
    names = _last_names(register, spoken)
    taken = {
        entry.number: {start for span in entry.mentions for start in range(span.start, span.end)}
        for entries in names.values()
        for entry in entries
    }
    for sentence in sentences:
        for at, token in enumerate(sentence.words):
            entries = names.get(token.key.translate(_VARIANTS))
            if not entries or (is_given(token) and at + 1 < len(sentence.words) and len(entries[-1].names) == 1):
                continue
            for entry in entries:
                start = _begin(sentence.words, at, entry)
                if start < at or len(entries) == 1:
                    span = Span(sentence.words[start].start, token.end)
                    if span.start not in taken[entry.number]:
                        entry.mentions.add(span)
                    break
