"""Where the speakers are named again, by name or family name."""

import pytest

from reader.article.speakers.find_phrase import phrase_at
from reader.article.speakers.mentions import add_mentions
from reader.article.speakers.register import Register
from tests.reader.article.phrases import sentence


def mentions(text: str, names: list[str], spoken: set[int] | None = None) -> list[list[str]]:
    """Return the mentions of the persons named in full in a text, once all others have been added."""
    register, read = Register(text), sentence(text)
    for name in names:
        at = next(i for i, token in enumerate(read.words) if token.start == text.index(name))
        source = phrase_at(read.words, at, at + len(name.split()))
        assert source is not None
        register.add_person(read.words, source)
    everyone = {entry.number for entry in register.entries}
    add_mentions(register, [read], everyone if spoken is None else spoken)
    return [[span.cut(text) for span in sorted(entry.mentions)] for entry in register.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نزار السعود نعم. وعاد السعود، ثم نزار السعود.", ["نزار السعود", "السعود", "نزار السعود"]),
        ("قال نزار السعود نعم. نِزَار السُّعُود عاد.", ["نزار السعود", "نِزَار السُّعُود"]),
        ("قال نزار السعود نعم. نزار، السعود عاد.", ["نزار السعود", "السعود"]), ("قال نزار السعود نعم. السعوديون عادوا.", ["نزار السعود"]),
        ("😀 قال نزار السعود نعم.", ["نزار السعود"]),
    ],
)  # fmt: skip
def test_a_name_is_found_again_with_what_precedes_it(text: str, expected: list[str]) -> None:
    assert mentions(text, ["نزار السعود"]) == [expected]


def test_of_two_with_one_family_name_the_given_name_decides() -> None:
    text = "قال نزار السعود نعم، وقال سالم السعود لا. عاد سالم السعود ثم السعود."
    assert mentions(text, ["نزار السعود", "سالم السعود"]) == [["نزار السعود"], ["سالم السعود", "سالم السعود"]]


def test_only_those_who_spoke_are_looked_for_and_short_names_are_not() -> None:
    text = "قال نزار السعود نعم. عاد السعود. وقال خالد شي نعم. شي بعيد."
    assert mentions(text, ["نزار السعود"], set()) == [["نزار السعود"]]
    assert mentions(text, ["خالد شي"]) == [["خالد شي"]]


def test_spelling_with_ghain_or_qaf_is_the_same_name() -> None:
    text = "قال جون غوتيريش نعم. عاد جوتيريش."
    assert mentions(text, ["جون غوتيريش"]) == [["جون غوتيريش", "جوتيريش"]]
