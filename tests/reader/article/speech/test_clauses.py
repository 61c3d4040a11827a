"""Where the clause around a word begins, and which phrase is the subject of a whole sentence."""

import pytest

from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.register import Register
from reader.article.speech.clauses import Clauses, MainSubject
from reader.article.words.sentence import Sentence
from tests.reader.article.phrases import sentence, written

KNOWN = "قال نزار السعود، نعم"


@pytest.fixture(scope="module")
def known() -> Register:
    """Return a register that knows a man."""
    register, read = Register(KNOWN), sentence(KNOWN)
    source = phrase_at(read.words, 1, len(read.words))
    assert source is not None
    register.add_person(read.words, source)
    return register


def index(read: Sentence, letters: str) -> int:
    return next(i for i, token in enumerate(read.words) if token.letters == letters)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("قال نعم، فيما أضاف", "فيما"), ("قال نعم بينما أضاف", "بينما"), ("قال نعم؛ ثم أضاف", "ثم"), ("قال نعم في حين أضاف", "في"),
        ("قال نعم، غير أنه أضاف", "قال"), ("قال نعم، غير أن الوزير أضاف", "غير"), ("قال غير أن الوزير أضاف", "قال"), ("قال نعم فيما أضاف", "قال"),
        ("«نحن نبني السد معا» ثم أضاف", "ثم"), ("أضاف", "أضاف"),
    ],
)  # fmt: skip
def test_a_clause_begins_at_a_switch_or_after_speech(text: str, start: str) -> None:
    read = sentence(text)
    assert read.words[Clauses(read).start(index(read, "أضاف"))].letters == start


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("زار الوزير أمس السد", "الوزير"), ("زار السعود السد", "السعود"), ("زارت الحكومة أمس السد", "الحكومة"), ("في الوزارة سد", ""), ("زار «الوزير قال نعم أمس» السد", ""),
        ("زار مدير السد", "مدير السد"), ("الحكومة سد", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_main_subject_is_the_first_that_nothing_governs(known: Register, text: str, subject: str) -> None:
    read = sentence(text)
    source = MainSubject(read, known).before(len(read.words))
    assert (written(text, read.words, (source.start, source.end)) if source else "") == subject


def test_clauses_may_be_asked_for_in_any_order() -> None:
    read = sentence("قال نعم، فيما أضاف الوزير؛ ثم أكد نعم")
    asked, backwards = Clauses(read), Clauses(read)
    found = [asked.start(at) for at in range(len(read.words))]
    assert found == [0, 0, 2, 2, 2, 5, 5, 5]
    assert [backwards.start(at) for at in reversed(range(len(read.words)))] == found[::-1]


def test_a_name_that_becomes_known_may_be_the_main_subject() -> None:
    text = "زار السعود السد" + " ثم زار" * 300
    read, introduced = sentence(text), sentence(KNOWN)
    register = Register(text)
    main = MainSubject(read, register)
    assert main.before(len(read.words)) is None
    source = phrase_at(introduced.words, 1, len(introduced.words))
    assert source is not None
    register.add_person(introduced.words, source)
    subject = main.before(len(read.words))
    assert subject is not None
    assert subject.name == (1, 2)
