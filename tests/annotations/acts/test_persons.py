"""Persons: which speakers are suggested as one, and who is joined, split, merged and renamed."""

import os
from collections.abc import Iterator

import pytest

from annotations.errors import CorrectionRefused
from annotations.library import Library
from annotations.values.analysis import Analysis, Speaker, Statement
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import DeleteSpeaker
from annotations.values.spans import Span
from tests.annotations.acts.test_acts import add

CAST = (
    ("سالم النجار", "هدى بكر", "المشاركون"),
    ("سالم أمين النجار", "سَالم النجار", "هدى"),
    ("هُدى بكر", "المشاركون", "وزارة المياه"),
)


@pytest.fixture
def cast(tmp_path: os.PathLike[str]) -> Iterator[Library]:
    """Return a library of three documents, each with speakers numbered from 1 who each say one thing."""
    with Library(os.path.join(tmp_path, "cast.db"), "sara") as opened:
        for at, names in enumerate(CAST, 1):
            kinds = ("group" if name == "المشاركون" else "org" if "وزارة" in name else "person" for name in names)
            speakers = tuple(Speaker(n, name, kind) for n, (name, kind) in enumerate(zip(names, kinds, strict=True), 1))
            said = tuple(Statement(Span(9 * one.id, 9 * one.id + 8), one.id, "paraphrase") for one in speakers)
            add(opened, "قال كلاما " * 5 + str(at), Analysis(speakers=speakers, statements=said), str(at), f"/{at}")
        yield opened


def suggested(library: Library) -> dict[str, list[tuple[int, int]]]:
    return {one.name: [(v.document, v.speaker) for v in one.speakers] for one in library.persons.suggestions()}


def joined(library: Library) -> dict[str, list[tuple[int, int]]]:
    return {one.name: [(v.document, v.speaker) for v in one.speakers] for one in library.persons.all()}


def test_every_speaker_is_listed_with_its_document_statements_and_person(library: Library) -> None:
    found = [
        (one.document, one.speaker, one.name, one.kind, one.statements, p) for one, p in library.persons.speakers()
    ]
    assert found == [
        (1, 3, "الوزير", "person", 2, 1),
        (2, 1, "الوزير", "person", 1, 0),
        (2, 2, "المشاركون", "group", 0, 0),
    ]
    library.correct(2, DeleteSpeaker(1))
    assert [one.name for one, _person in library.persons.speakers()] == ["الوزير", "المشاركون"]
    library.document_acts.delete(1)
    assert [one.document for one, _person in library.persons.speakers()] == [2]


def test_equal_names_of_two_documents_are_suggested_groups_never(cast: Library) -> None:
    assert suggested(cast) == {"سالم النجار": [(1, 1), (2, 2)], "هدى بكر": [(1, 2), (3, 1)]}
    assert [one.person for one in cast.persons.suggestions()] == [0, 0]


def test_a_shorter_name_joins_a_longer_one_of_another_document(cast: Library) -> None:
    cast.correct(2, DeleteSpeaker(2))
    assert suggested(cast)["سالم أمين النجار"] == [(2, 1), (1, 1)]
    assert "هدى" not in suggested(cast)  # one word is not enough


def test_a_speaker_is_suggested_for_the_person_who_has_its_name(cast: Library) -> None:
    number = cast.persons.join([(2, 1)], "سالم أمين النجار")
    found = next(one for one in cast.persons.suggestions() if one.name == "سالم أمين النجار")
    assert (found.person, len(found.speakers)) == (number, 2)
    other = cast.persons.join([(1, 1)], "سالم النجّار")
    found = next(one for one in cast.persons.suggestions() if one.person == other)  # the same name, not a longer one
    assert [(v.document, v.speaker) for v in found.speakers] == [(2, 2)]


def test_the_largest_groups_are_suggested_first(cast: Library) -> None:
    add(cast, "قالت هدى", Analysis(speakers=(Speaker(1, "هدى بكر"),)), "4", "/4")
    assert [len(one.speakers) for one in cast.persons.suggestions()] == [3, 2]


def test_speakers_join_a_new_or_an_existing_person_and_move_between_them(cast: Library) -> None:
    one = cast.persons.join([(1, 1), (2, 2)], "  سالم   النجار ")
    two = cast.persons.join([(3, 3)], "وزارة المياه")
    assert joined(cast) == {"سالم النجار": [(1, 1), (2, 2)], "وزارة المياه": [(3, 3)]}
    assert cast.persons.join([(2, 1), (3, 3)], "سالم", one) == one
    assert joined(cast) == {"سالم النجار": [(1, 1), (2, 1), (2, 2), (3, 3)], "وزارة المياه": []}
    assert cast.log()[0].act.about == {"name": "سالم", "n": 2}
    assert len({person.uid for person in cast.persons.all()}) == 2
    cast.undo(None)
    assert [person.id for person in cast.persons.all() if person.speakers] == [one, two]


def test_persons_are_sorted_by_name_without_the_article(cast: Library) -> None:
    for name in ("ياسر", "الباهي", "أحمد"):
        cast.persons.join([(1, 1)], name)
    assert [person.name for person in cast.persons.all()] == ["أحمد", "الباهي", "ياسر"]


@pytest.mark.parametrize(
    ("speakers", "name"),
    [([], "سالم"), ([(1, 1)], " "), ([(1, 1), (1, 3)], "سالم"), ([(9, 1)], "سالم"), ([(1, 9)], "سالم")],
)
def test_groups_strangers_and_nameless_persons_are_refused(
    cast: Library, speakers: list[tuple[int, int]], name: str
) -> None:
    before = cast.last_act()
    with pytest.raises(CorrectionRefused):
        cast.persons.join(speakers, name)
    with pytest.raises(CorrectionRefused):
        cast.persons.split(1, 9)
    assert (cast.last_act(), cast.persons.all()) == (before, [])


def test_a_speaker_that_is_split_off_is_a_person_of_its_own(cast: Library) -> None:
    one = cast.persons.join([(1, 2), (3, 1)], "هدى بكر")
    two = cast.persons.split(3, 1)
    assert [(person.id, [v.document for v in person.speakers]) for person in cast.persons.all()] == [
        (one, [1]),
        (two, [3]),
    ]
    assert "هدى بكر" not in suggested(cast)


def test_codings_of_a_merged_person_are_kept_where_the_other_has_none(cast: Library) -> None:
    for name in ("الصفة", "الموقع"):
        cast.form.new("person", name, ["أول", "ثان"], "ar")
    one, two = cast.persons.join([(1, 1)], "سالم"), cast.persons.join([(2, 1)], "سالم النجار")
    for person, attribute, value in ((one, 1, 1), (one, 2, 3), (two, 1, 2)):
        cast.form.set(CodedUnit(person=person), attribute, value)
    cast.persons.merge(one, two)
    assert joined(cast) == {"سالم النجار": [(1, 1), (2, 1)]}
    assert cast.form.set_on(CodedUnit(person=two)) == {1: 2, 2: 3}
    for pair in ((two, two), (one, two), (two, one), (99, two)):
        with pytest.raises(CorrectionRefused):
            cast.persons.merge(*pair)
    cast.undo(None)
    assert cast.form.set_on(CodedUnit(person=one)) == {1: 1, 2: 3}


def test_a_person_is_renamed_but_never_to_nothing(library: Library) -> None:
    library.persons.rename(1, " الوزِير   الأول ")
    assert [person.name for person in library.persons.all()] == ["الوزِير الأول"]
    with pytest.raises(CorrectionRefused):
        library.persons.rename(1, " \n")
