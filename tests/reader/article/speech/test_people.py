"""Everyone whom a text names in full is registered before any speech is attributed."""

import pytest

from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.register import Register
from reader.article.speech.cues import Cues
from reader.article.speech.people import register_people
from tests.reader.article.phrases import sentence


def people(*texts: str) -> list[tuple[str, str, str]]:
    """Return honorific, role and name of all who are registered for some sentences."""
    whole = "\n".join(texts)
    register, cues = Register(whole), Cues()
    start = 0
    sentences = []
    for text in texts:
        sentences.append(sentence(" " * start + text))
        start += len(text) + 1
    register_people(register, sentences, cues)
    return [(entry.honorific, entry.role, entry.name) for entry in register.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل السيد خالد العبادي أمس", [("السيد", "", "خالد العبادي")]), ("وصل السيد خالد أمس", [("السيد", "", "خالد")]), ("وصل خالد أمس", []),
        ("وصل خالد العبادي أمس", [("", "", "خالد العبادي")]),
        (
            "وصل وزير المياه خالد العبادي مع السيدة منى البكري",
            [("", "وزير المياه", "خالد العبادي"), ("السيدة", "", "منى البكري")],
        ),
        ("وصل الوزير أمس", []), ("قال نوسا تينجارا إن", [("", "", "نوسا تينجارا")]), ("وصل نوسا تينجارا أمس", []), ("وصلت وزارة المياه", []), ("", []),
    ],
)  # fmt: skip
def test_only_evident_persons_are_registered(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(text) == expected


def test_one_person_in_several_sentences_is_one_entry() -> None:
    assert people("وصل خالد العبادي أمس", "وقال السيد خالد العبادي، وزير المياه، إن") == [
        ("السيد", "وزير المياه", "خالد العبادي")
    ]


def test_a_known_first_name_before_an_object_adds_nobody() -> None:
    assert people("وصل السيد منير الخطيب أمس", "سلك منير الطريق الطويل") == [("السيد", "", "منير الخطيب")]


def test_whoever_chairs_a_committee_is_known_as_its_president() -> None:
    text = "عقدت اللجنة اجتماعا برئاسة خالد العبادي أمس، وقال رئيس اللجنة نعم"
    register, read = Register(text), sentence(text)
    register_people(register, [read], Cues())
    at = next(i for i, token in enumerate(read.words) if token.letters == "رئيس")
    source = phrase_at(read.words, at, at + 2)
    assert source is not None
    assert register.title(read.words, source, None).name == "خالد العبادي"
