"""How a report names a session: by its noun and qualifiers, its title, or a speech given there."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotations.values.spans import Span
from reader.article.words.lexicon import words
from reader.article.words.sentence import Sentence
from reader.article.words.tokens import Token, begins_with, longest_match

# a title has at most 500 code points, so that a quotation mark that nothing closes is not followed to the end
_QUOTED = r"(?:/([^/\n]{1,500})/|«([^»\n]{1,500})»|“([^”\n]{1,500})”|\"([^\"\n]{1,500})\"|\(([^)\n]{1,500})\))"
_TITLE = re.compile(r"(?:عُ?ن[ْ]?وان(?:ها|ه|ٍ|ُ|ِ)?|معنونة|المعنونة|شعار)\s*(?::\s*)?" + _QUOTED)
_NAMED_SO = re.compile(r"(?:جلسة|الجلسات|الجلسة|ندوة|الندوة|محاضرة|المحاضرة|حلقة|ورشة)\s*" + _QUOTED)
_SHORTEST_TITLE = 8
_HEAD = 16  # words within which a paragraph names its session without further conditions
_TITLED = 10


class SittingName(NamedTuple):
    """The session that a paragraph names: the index of its noun, its kind, and whether the name is certain."""

    at: int
    kind: str
    sure: bool = True


def _qualified(found: Sequence[Token], at: int) -> bool:
    for token in found[at + 1 : at + 3]:
        if token.after_comma:
            return False
        if token.word.stem in words("session_qualifiers") or token.key in words("session_qualifiers"):
            return True
    return False


def _titled(text: str, found: Sequence[Token], at: int) -> bool:
    end = found[min(at + _TITLED, len(found) - 1)].end
    return _TITLE.search(text, found[at].start, min(end + 60, len(text))) is not None


def _excluded(found: Sequence[Token], at: int) -> bool:
    """Return whether the noun at `at` is another kind of session, one yet to come, or one mentioned before."""
    after = found[at + 1 : at + 3]
    if any(token.word.stem in words("session_others") for token in after):
        return True
    if after and after[0].key in ("ذاتها", "نفسها", "ذاته", "نفسه"):
        return True
    return any(token.word.stem in words("session_before") for token in found[max(0, at - 2) : at])


def _placed(found: Sequence[Token], at: int) -> bool:
    """Return whether a session named late in a sentence is where the speech takes place."""
    return any(
        t.word.stem in words("session_within") or t.key in words("session_within") for t in found[max(0, at - 2) : at]
    )


def _kind(found: Sequence[Token], at: int) -> str:
    near = found[at : at + 5]
    if any(longest_match(found, i, "closing") for i in range(at, min(at + 3, len(found)))):
        return "closing"
    if any(token.word.stem in words("opening") or token.key in words("opening") for token in near):
        return "opening"
    return "speech" if found[at].word.stem in ("محاضره", "كلمه", "كلمته", "كلمتها") else "session"


def names_sitting(text: str, sentence: Sentence, *, first: bool = False, speaks: bool = True) -> SittingName | None:
    """Return the session that a paragraph's first sentence names, or None. first: whether it opens the article."""
    found = sentence.words
    for at, token in enumerate(found):
        stem = token.word.stem
        if sentence.quoted[at] or (first and stem in words("whole_events")):
            continue
        if stem in words("ordinals") and at + 1 < len(found) and found[at + 1].key == "الجلسات":
            return SittingName(at + 1, "session")
        if (
            stem in words("opened_by")
            and at <= _HEAD
            and any(t.word.stem in words("events") for t in found[at + 1 : at + 3])
            and speaks
            and not first
        ):
            return SittingName(at, "opening")
        if stem not in words("session_nouns") or _excluded(found, at):
            continue
        opens = any(t.word.stem in words("opening") for t in found[at + 1 : at + 4])
        qualified = _qualified(found, at) or opens
        titled = _titled(text, found, at)
        if not (qualified or titled) and (stem in words("session_weak") or token.word.article or at > _HEAD):
            continue
        if at > _HEAD and not _placed(found, at):
            continue
        return SittingName(at, _kind(found, at), qualified or titled)
    return None


def opens_by_topic(found: Sequence[Token]) -> bool:
    """Return whether a paragraph begins with «as for ...» and someone then speaks about it."""
    return begins_with(found, "session_openers") and any(
        token.word.cue is not None and not token.word.cue.participle for token in found[2:]
    )


def speech_at_sitting(found: Sequence[Token]) -> SittingName | None:
    """Return the session at which the paragraph's speaker speaks, or None: «في كلمته خلال جلسات», «في مؤتمر صحفي»."""
    for at in range(1, len(found)):
        if longest_match(found, at, "press") and found[at].word.stem not in words("session_before"):
            near = {token.key for token in found[at : at + 4]}
            return SittingName(at, "press", bool(near & {"مشترك", "المشترك"}))
        if found[at].word.stem in words("speech_nouns") and found[at].word.stem != "كلمه":
            for i in range(at + 1, min(at + 7, len(found))):
                if found[i].word.stem in words("sittings") or found[i].key in words("sittings"):
                    return SittingName(i, _kind(found, i) if _qualified(found, i) else "speech")
        if found[at].word.stem == "جلسه" and found[at].word.article and _qualified(found, at) and _placed(found, at):
            return SittingName(at, _kind(found, at), not _excluded(found, at))
        if (
            found[at].word.stem == "جلسه"
            and _placed(found, at)
            and any("«" in t.gap or "“" in t.gap for t in found[at + 1 : at + 2])
        ):
            return SittingName(at, "session")
    return None


def tells_where(found: Sequence[Token]) -> bool:
    """Return whether a paragraph says that everything before it was said at a session (جاء ذلك في جلسة ...)."""
    if len(found) < 4 or found[0].word.stem != "جاء" or found[1].key not in ("ذلك", "هذا"):
        return False
    return noun_of(found) is not None


def noun_of(found: Sequence[Token]) -> int | None:
    """Return the index of the word جلسة near the beginning, or None."""
    return next((at for at in range(2, min(8, len(found))) if found[at].word.stem == "جلسه"), None)


def title_in(text: str, span: Span) -> Span | None:
    """Return the title, unquoted, that a stretch gives a session after «بعنوان» or right after its noun, or None."""
    found = _TITLE.search(text, span.start, span.end)
    if found is None:
        found = _NAMED_SO.search(text, span.start, span.end)
        if found is None or len(found.group().strip()) < _SHORTEST_TITLE * 2:
            return None
    group = next(i for i in range(1, 6) if found.group(i) is not None)
    return Span(*found.span(group))
