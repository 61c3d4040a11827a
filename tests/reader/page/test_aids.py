"""Reading aids: turned from choice to choice, saved, and read back however the file was spoilt."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.page.aids import CHOICES, WIDTHS, Aids, keep, load, look_of, turned
from reader.settings.paths import config_directory
from reader.typeset.look import Look

ALL = st.builds(Aids, **{name: st.sampled_from(choices) for name, choices in CHOICES.items()})


def write(content: bytes) -> None:
    os.makedirs(config_directory(), exist_ok=True)
    with open(os.path.join(config_directory(), "reading.txt"), "wb") as file:
        file.write(content)


@given(ALL)
def test_what_is_kept_is_loaded(aids: Aids) -> None:
    keep(aids)
    assert load() == aids


def test_without_a_file_the_usual_aids_hold() -> None:
    assert (
        load() == Aids() == Aids("show", "text", justify=False, ruler=False, invisibles=False, width=72, spaced=False)
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", Aids()), ("width 60\n", Aids(width=60)),
        ("width 61\nharakat hide\n", Aids(harakat="hide")),  # no such width
        ("harakat shift\n", Aids()),  # a terminal's setting, not a reader's
        ("justify true\nruler True\n", Aids(ruler=True)), ("colour red\nspaced True\n", Aids(spaced=True)),
        ("ruler\nwidth 48 60\ndigits arabic_indic\n", Aids(digits="arabic_indic")),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_understood_are_passed_over(content: str, expected: Aids) -> None:
    write(content.encode())
    assert load() == expected


def test_a_file_that_is_no_text_counts_as_not_saved() -> None:
    write("width 60\nعرض".encode("cp1256"))
    assert load() == Aids()


@pytest.mark.parametrize("name", CHOICES)
def test_an_aid_comes_round_to_its_first_choice_after_every_other(name: str) -> None:
    aids = Aids()
    seen = []
    for _ in CHOICES[name]:
        seen.append(getattr(aids, name))
        aids = turned(aids, name)
        assert [other for other in CHOICES if getattr(aids, other) != getattr(Aids(), other)] in ([], [name])
    assert aids == Aids()
    assert tuple(seen) == CHOICES[name]


def test_a_value_that_is_no_choice_turns_to_the_first() -> None:
    assert turned(Aids(width=65), "width").width == WIDTHS[0]


def test_only_what_moves_letters_belongs_to_the_layout() -> None:
    assert look_of(Aids()) == Look()
    assert look_of(Aids(harakat="hide", ruler=True, width=48)) == Look()
    assert look_of(Aids(digits="western", justify=True)) == Look(digits="western", justify=True)
    assert look_of(Aids(invisibles=True)) == Look(invisibles=True)
    assert look_of(Aids(spaced=True)) == Look(spaced=True)
