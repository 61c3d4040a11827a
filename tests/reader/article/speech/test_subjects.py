"""The subject of a verb of speech: after it, before it, behind الذي, and the source that بحسب and the like name."""

import pytest

from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.register import Register
from reader.article.speech.cues import FoundCue
from reader.article.speech.subjects import (
    is_oblique,
    owns,
    relative_subject,
    source_behind,
    subject_after,
    subject_before,
)
from reader.article.words.sentence import Sentence
from tests.reader.article.phrases import sentence, written

KNOWN = "قال نزار السعود، وقالت وكالة فيتش، نعم"


@pytest.fixture(scope="module")
def known() -> Register:
    """Return a register that knows a man and an agency."""
    register, read = Register(KNOWN), sentence(KNOWN)
    for at, add in ((1, register.add_person), (4, lambda found, source: register.noun(found, source, None))):
        source = phrase_at(read.words, at, len(read.words))
        assert source is not None
        add(read.words, source)
    return register


def verb_at(read: Sentence, at: int) -> FoundCue:
    """Return the verb at an index as a cue."""
    cue = read.words[at].word.cue
    assert cue is not None
    return FoundCue(at, "verb", cue)


def index(read: Sentence, letters: str) -> int:
    return next(i for i, token in enumerate(read.words) if token.letters == letters)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("قال الوزير إن", "الوزير"), ("قالت وزارة الصحة إن", "وزارة الصحة"), ("قال وزارة الصحة إن", ""), ("قالت الوزيرة إن", "الوزيرة"),
        ("قالت الوزير إن", ""), ("أكد المشاركون أن", "المشاركون"), ("أكد المشاركين أن", ""), ("قالت واشنطن إن", "واشنطن"), ("قال واشنطن إن", ""),
        ("قال إن الوزير", ""), ("قال: الوزير", ""), ("قال", ""), ("قال ذات الوزير إن", "الوزير"), ("قالت زميلها خالد إن", "خالد"),
        ("قال في الدوحة، الوزير خالد العبادي إن", "الوزير خالد العبادي"), ("قال أمس السيد خالد العبادي إن", "السيد خالد العبادي"),
        ("قال في الدوحة إن الوزير", ""), ("قال في حضور أكد الوزير", ""), ("قال للسيد خالد العبادي إن", ""),
        ("قال تينجارا إن", "تينجارا"), ("قال تينجارا قرية", ""), ("أكد تينجارا أن", ""), ("أكد نوسا تينجارا أن", "نوسا تينجارا"), ("قال خالد إن", "خالد"),
        ("أكد خالد أن", ""), ("قال الحربي إن", "الحربي"), ("قال الحربي، غدا", ""), ("أكد السعود أن", "السعود"), ("قالت فيتش إن", "فيتش"),
        ("أكد نوسا تينجارا، مدير المستشفى، أن", "نوسا تينجارا، مدير المستشفى"), ("رحب بيبي تينجارا، غدا", ""), ("قال ووزير المياه إن", ""),
    ],
)  # fmt: skip
def test_the_subject_after_a_verb_agrees_with_it(known: Register, text: str, subject: str) -> None:
    read = sentence(text)
    found = subject_after(read, verb_at(read, 0), known)
    assert not found.narrated
    assert (written(text, read.words, (found.source.start, found.source.end)) if found.source else "") == subject


@pytest.mark.parametrize(
    ("text", "document"),
    [("ناقشت الجلسة السدود", False), ("أكد البيان أن", True), ("أكد بيان أن", False), ("تناول المنتدى السدود", False)],
)
def test_a_session_or_a_document_narrates(known: Register, text: str, document: bool) -> None:
    read = sentence(text)
    found = subject_after(read, verb_at(read, 0), known)
    assert (found.source, found.narrated, found.document) == (None, True, document)


@pytest.mark.parametrize(
    ("text", "somebody", "asked"),
    [
        ("ودعت الحكومة إلى الحوار", True, True), ("ودعت الحكومة إلى الحوار", False, False), ("دعت الحكومة إلى الحوار", True, False),
        ("وأكدت الحكومة أن", True, False), ("ودعا المواطنين إلى الحوار", False, True), ("ودعا المشاركون إلى الحوار", True, False),
        ("ودعت السكان إلى الحوار", False, True), ("ودعت وكالة فيتش إلى الحوار", True, False), ("ودعا الوزير إلى الحوار", True, False),
    ],
)  # fmt: skip
def test_whom_somebody_calls_upon_is_no_subject(known: Register, text: str, somebody: bool, asked: bool) -> None:
    read = sentence(text)
    assert (subject_after(read, verb_at(read, 0), known, somebody=somebody).source is None) == asked


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("الوزير قال إن", "قال", "الوزير"), ("وكان الوزير قد قال إن", "قال", "الوزير"), ("لكن الوزير قال إن", "قال", "الوزير"), ("أما السعود فقال إن", "فقال", "السعود"),
        ("أما تينجارا فقال إن", "فقال", "تينجارا"), ("ماتسي راموهابي، زعيمة المعارضة، ردت بأن", "ردت", "ماتسي راموهابي، زعيمة المعارضة"),
        ("السعود قال إن", "قال", "السعود"), ("عن الوزير قال إن", "قال", ""), ("بالوزير قال إن", "قال", ""), ("خرج الوزير وقال إن", "وقال", ""),
        ("خالد العبادي أمس قال إن", "قال", "خالد العبادي"), ("خالد العبادي في الدوحة قال إن", "قال", "خالد العبادي"),
        ("خالد العبادي خرج من الدار، قال إن", "قال", "خالد العبادي"), ("خالد العبادي خرج من الدار قال إن", "قال", ""), ("خالد العبادي خرج مسرعا قال إن", "قال", ""),
        ("خالد العبادي في كل أرض بعيدة عن كل الناس قال إن", "قال", "خالد العبادي"), ("خالد العبادي في كل أرض بعيدة جدا عن كل الناس قال إن", "قال", ""), ("سعادته خرج قال إن", "قال", ""), ("شجرة قال إن", "قال", ""), ("قال إن", "قال", ""),
        ("«نحن نبني السد معا» الوزير قال", "قال", ""),
    ],
)  # fmt: skip
def test_the_subject_before_a_verb_heads_its_clause(known: Register, text: str, verb: str, subject: str) -> None:
    read = sentence(text)
    source = subject_before(read, verb_at(read, index(read, verb)), 0, known)
    assert (written(text, read.words, (source.start, source.end)) if source else "") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("وصل خالد العبادي الذي قال إن", "خالد العبادي"), ("وصل السيد خالد العبادي الذي قال إن", "السيد خالد العبادي"), ("وصل الوزير الذي قال إن", ""),
        ("وصل خالد العبادي قال إن", ""), ("الذي قال إن", ""),
    ],
)  # fmt: skip
def test_alladhi_refers_to_the_nearest_person_named(text: str, subject: str) -> None:
    read = sentence(text)
    source = relative_subject(read, verb_at(read, index(read, "قال")))
    assert (written(text, read.words, (source.start, source.end)) if source else "") == subject


@pytest.mark.parametrize(
    ("text", "oblique"),
    [
        ("في الوزارة", True), ("إليه الوزير", False), ("خرج الوزير", False), ("السد الكبير", True), ("السد، الكبير", False), ("جلسة الوزير", True),
        ("بالدوحة وزير", True), ("قال الوزير", False), ("خرج بالوزير", True),
    ],
)  # fmt: skip
def test_what_is_governed_is_no_subject(text: str, oblique: bool) -> None:
    read = sentence(text)
    assert is_oblique(read, 1) == oblique
    assert is_oblique(read, 0) == (read.words[0].word.prep != "")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("بحسب الوزير", "الوزير"), ("بحسب وزارة الصحة", "وزارة الصحة"), ("وفقا لوزارة الصحة", "وزارة الصحة"), ("وفقا للوزارة", "الوزارة"),
        ("بحسب بيان صادر عن وزارة الصحة", "وزارة الصحة"), ("بحسب ما أفاد به الوزير", "الوزير"), ("بحسب ذات المصدر", "المصدر"), ("بحسب السعود", "السعود"),
        ("بحسب نزار أمس", "نزار"), ("بحسب خالد", "خالد"), ("بحسب نوسا تينجارا، غدا", "نوسا تينجارا"), ("بحسب نوسا تينجارا قرية", ""), ("بحسب رأي الوزير", "الوزير"),
        ("بحسب قوله الوزير", ""), ("بحسب، الوزير", "الوزير"), ("بحسب بيان، الوزير", ""), ("بحسب شجرة الوزير", ""), ("بحسب", ""),
    ],
)  # fmt: skip
def test_the_source_behind_according_to(known: Register, text: str, source: str) -> None:
    read = sentence(text)
    found = source_behind(read, 1, known)
    words = [token.letters for token in found[1][found[0].start : found[0].end]] if found else []
    assert " ".join(words) == source


def test_what_li_is_joined_to_keeps_its_place() -> None:
    text = "وفقا للوزارة"
    found = source_behind(sentence(text), 1, Register(text))
    assert found is not None
    source, words = found
    assert [words[source.start].span.cut(text), words[source.start].letters] == ["للوزارة", "الوزارة"]
    text = "وفقا لوزارة الصحة"
    found = source_behind(sentence(text), 1, Register(text))
    assert found is not None
    assert found[1][found[0].start].span.cut(text) == "وزارة"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("حسب قوله", True), ("وفقا لما أورده", True), ("في رأيها", True), ("بحسب الوزير", False), ("وفقا لما قال الناس قوله", False), ("", False),
    ],
)  # fmt: skip
def test_whether_a_source_is_the_speaker_of_the_moment(text: str, own: bool) -> None:
    assert owns(sentence(text), 0) == own
