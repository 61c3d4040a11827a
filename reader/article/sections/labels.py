"""Short labels for sessions that have no title: «الجلسة الختامية», «جلسة ثانية: تمويل المناخ», «كلمة فلان»."""

from collections.abc import Sequence

from annotations.values.analysis import Speaker
from annotations.values.spans import Span
from reader.article.words.lexicon import words
from reader.article.words.tokens import Token, begins_with, longest_match

_LONGEST = 60
_TOPIC_WORDS = 8


def _noun_end(found: Sequence[Token], at: int) -> int:
    """Return the index after a session's noun and the words that qualify it."""
    end = at + 1
    while end < len(found) and not found[end].after_comma and end - at < 4:
        word = found[end].word
        if not (word.stem in words("session_qualifiers") or found[end].key in words("session_qualifiers")):
            break
        end += 1
    return end


def _bare(text: str, found: Sequence[Token], start: int, end: int) -> str:
    """Return the words from `start` to `end` without the prefixes of the first: بالجلسة becomes الجلسة."""
    first = found[start]
    whole = text[first.start : found[end - 1].end]
    taken = len(first.word.lead) + (len(first.word.prep) if first.word.prep else 0)
    if first.word.prep == "ل" and first.word.article:
        return "ال" + whole[taken + 1 :]
    return whole[taken:]


def _phrase_end(found: Sequence[Token], start: int, most: int) -> int:
    """Return the index after a noun phrase, which ends at a comma, a verb, or after `most` words."""
    end = start
    while end < len(found) and end - start < most:
        token = found[end]
        if end > start and (token.after_comma or token.after_hard):
            break
        if end > start and (
            (token.word.cue is not None and not token.word.article)
            or token.word.kinds & {"that", "stops", "session_within"}
        ):
            break
        end += 1
    while end > start + 1 and "prepositions" in found[end - 1].word.kinds:
        end -= 1
    return end


def _topic(text: str, found: Sequence[Token], at: int) -> str:
    """Return what a session is about, as stated after its noun with حول, عن, خصصت ل, or an empty string."""
    for i in range(at, min(at + 5, len(found))):
        if found[i].after_comma and i > at:
            return ""
        if found[i].word.stem in words("about") or found[i].key in words("about"):
            start = i + 1
            if start < len(found) and found[start].key.startswith("ل") and found[i].word.stem == "خصصت":
                end = _phrase_end(found, start, _TOPIC_WORDS)
                return text[found[start].start + 1 : found[end - 1].end]
            if start < len(found) and not found[start].after_comma:
                return _bare(text, found, start, _phrase_end(found, start, _TOPIC_WORDS))
    return ""


def _governed(text: str, found: Sequence[Token]) -> str:
    """Return the noun phrase governed by a paragraph's first words: وحول موضوع ..., وفيما يتعلق بـ..."""
    start = 0
    while start < len(found) and (
        found[start].key in words("label_skips") or found[start].word.stem in words("label_skips")
    ):
        start += 1
    if start >= len(found):
        return ""
    end = _phrase_end(found, start, _TOPIC_WORDS + 2)
    return _bare(text, found, start, max(end, start + 1))


def _short(label: str) -> str:
    label = " ".join(label.split())
    return label if len(label) <= _LONGEST else label[:_LONGEST].rpartition(" ")[0] + "…"


def label_of(text: str, found: Sequence[Token], noun: int | None, title: Span | None, speaker: Speaker | None) -> str:
    """Return the label of a session: its title, else its noun and what it is about, else its speaker or topic."""
    if title is not None:
        return title.cut(text)
    person = speaker.name if speaker is not None and speaker.kind == "person" else ""
    return _short(_of_talk(text, found, person) if noun is None else _of_noun(text, found, noun, person))


def _of_talk(text: str, found: Sequence[Token], person: str) -> str:
    """Return the label of a session without a noun: its topic if the paragraph opens with it, else whose talk it is."""
    if begins_with(found, "session_openers") or not person:
        return _governed(text, found) or person
    return f"كلمة {person}"


def _of_noun(text: str, found: Sequence[Token], noun: int, person: str) -> str:
    if longest_match(found, noun, "press"):
        return _bare(text, found, noun, _press_end(found, noun))
    end = _noun_end(found, noun)
    name = _bare(text, found, noun, end)
    topic = _topic(text, found, end)
    if topic:
        return f"{name}: {topic}"
    if end > noun + 1:
        return name
    if person and not begins_with(found, "session_openers"):
        return f"كلمة {person}" if found[noun].word.stem in words("speech_nouns") else f"جلسة {person}"
    definite = found[noun].word.article and not begins_with(found, "session_openers")
    return name if definite else _governed(text, found) or name


def _press_end(found: Sequence[Token], at: int) -> int:
    end = at + 2
    return end + 1 if end < len(found) and found[end].word.stem == "مشترك" else end
