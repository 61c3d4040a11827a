"""What two sides say differently: stored once, shown at its place, and decided either way as one act."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from annotations.library import Library
from annotations.merging.conflicts import Conflicts, decide, open_conflicts, place_of, speaker_or_topic
from annotations.merging.merge import merge
from annotations.values.attributes import CodedUnit
from annotations.values.conflict import BOTH, INCOMING, LOCAL, Conflict
from annotations.values.corrections import DeleteSpeaker, RenameSession, RenameSpeaker, RenameTopic
from annotations.values.spans import Span
from tests.annotations.merging.test_merge import opened


class Side(NamedTuple):
    """What one side says of the things that both have."""

    name: str
    text: str
    value: int
    end: int


OURS, THEIRS = Side("أول", "كذا", 0, 22), Side("ثانٍ 😀", "غيره", 1, 24)


def work_on(library: Library, side: Side) -> None:
    library.codebook.rename(1, f"موقف {side.name}", "ar")
    library.codebook.describe(1, side.text, "ar")
    library.passages.note(1, 1, side.text)
    library.passages.move(2, Span(11, side.end))
    library.document_acts.put_in_project(side.name, 1)
    library.document_acts.remember(1, side.text)
    library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
    library.form.set(CodedUnit(1), 1, library.form.attributes()[0].values[side.value].id)
    library.persons.join([(1, 3)], f"الوزير {side.name}")
    library.correct(1, RenameSpeaker(3, f"وزير {side.name}"))
    library.correct(1, RenameSession(1, f"جلسة {side.name}"))
    library.correct(1, RenameTopic("الأمن", f"الأمن {side.name}"))
    library.correct(2, RenameSpeaker(1, "السفير") if side == OURS else DeleteSpeaker(1))


@pytest.fixture(scope="module")
def merged(two_documents: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a library into which the work of a colleague was merged who says everything differently."""
    folder = tmp_path_factory.mktemp("conflicts")
    common, ours, theirs = (os.path.join(folder, f"{name}.db") for name in ("common", "ours", "theirs"))
    with opened(shutil.copy(two_documents, common), "sara") as library:
        library.passages.annotate(1, Span(4, 10), [1])
        library.passages.annotate(1, Span(11, 20), [2])
    with opened(shutil.copy(common, theirs), "sara") as library:
        work_on(library, THEIRS)
        work = library.work()
    with opened(shutil.copy(common, ours), "sara") as library:
        work_on(library, OURS)
        merge(library._connection, work, "colleague.db")
    return ours


@pytest.fixture
def library(merged: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with opened(shutil.copy(merged, os.path.join(tmp_path, "library.db")), "sara") as copied:
        yield copied


def conflict(library: Library, table: str, field: str) -> Conflict:
    (found,) = [one for one in open_conflicts(library._connection) if (one.table, one.field) == (table, field)]
    return found


class Case(NamedTuple):
    """A conflict: where it is, what the sides say, and how to read what is in effect. both: what keeping both makes."""

    table: str
    field: str
    place: tuple[int, Span]
    local: object
    incoming: object
    read: Callable[[Library], object]
    both: object = None


CASES = [
    Case("tag", "name.ar", (0, Span(0, 0)), "موقف أول", "موقف ثانٍ 😀", lambda lib: lib.codebook.tag(1).names.exactly("ar")),
    Case(
        "tag", "description.ar", (0, Span(0, 0)), "كذا", "غيره", lambda lib: lib.codebook.tag(1).descriptions.exactly("ar"), "كذا\nغيره"
    ),
    Case("annotation", "note", (1, Span(4, 10)), "كذا", "غيره", lambda lib: lib.passages.one(1).note, "كذا\nغيره"),
    Case("annotation", "bounds", (1, Span(11, 22)), (11, 22), (11, 24), lambda lib: lib.passages.one(2).anchor.span),
    Case("document", "project", (1, Span(0, 0)), "أول", "ثانٍ 😀", lambda lib: lib.document("1").project),
    Case("document", "memo", (1, Span(0, 0)), "كذا", "غيره", lambda lib: lib.document("1").memo, "كذا\nغيره"),
    Case("document", "session", (1, Span(0, 35)), "جلسة أول", "جلسة ثانٍ 😀", lambda lib: lib.analysis(1).sessions[0].label),
    Case("coding", "value", (1, Span(0, 0)), {1: 1}, {1: 2}, lambda lib: lib.form.set_on(CodedUnit(1))),
    Case(
        "person_speaker", "person", (1, Span(0, 0)), ["الوزير أول"], ["الوزير ثانٍ 😀"],
        lambda lib: [one.name for one in lib.persons.all() if one.speakers],
    ),
    Case("speaker", "name", (1, Span(4, 10)), "وزير أول", "وزير ثانٍ 😀", lambda lib: lib.analysis(1).speakers[0].name),
    Case(
        "speaker", "standing", (2, Span(4, 10)), ["السفير", "المشاركون"], ["المشاركون"],
        lambda lib: [one.name for one in lib.analysis(2).speakers],
    ),
    Case("topic", "text", (1, Span(45, 50)), "الأمن أول", "الأمن ثانٍ 😀", lambda lib: lib.analysis(1).topics[0].text),
]  # fmt: skip


def test_everything_said_differently_is_one_conflict_and_stays_as_it_is_here(library: Library) -> None:
    found = open_conflicts(library._connection)
    assert sorted((one.table, one.field) for one in found) == sorted((case.table, case.field) for case in CASES)
    assert {one.source for one in found} == {"colleague.db"}
    assert [case.read(library) for case in CASES] == [case.local for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.table} {case.field}")
def test_a_conflict_is_decided_either_way_at_its_place(library: Library, case: Case) -> None:
    found = conflict(library, case.table, case.field)
    assert place_of(library._connection, found) == case.place
    assert found.can_keep_both == (case.both is not None)
    effects = {LOCAL: case.local, INCOMING: case.incoming} | ({BOTH: case.both} if case.both else {})
    for choice, effect in effects.items():
        decide(library._connection, found, choice)
        assert case.read(library) == effect
        assert found not in open_conflicts(library._connection)
        act = library.undo(None)
        assert act is not None
        assert (act.label, act.about) == ("decide", {"field": case.field})
        assert case.read(library) == case.local
        assert conflict(library, case.table, case.field) == found


def test_bounds_taken_over_have_the_words_of_their_new_place(library: Library) -> None:
    found = conflict(library, "annotation", "bounds")
    assert (found.local, found.incoming) == ("11:22", "11:24")
    decide(library._connection, found, INCOMING)
    annotation = library.passages.one(2)
    assert annotation.anchor.quote == library.text(1)[11:24]
    assert annotation.placed == ""


def test_the_speaker_or_topic_of_a_conflict_is_named_even_where_it_is_deleted(library: Library) -> None:
    speaker, topic = conflict(library, "speaker", "standing"), conflict(library, "topic", "text")
    assert speaker_or_topic(library._connection, "topic", topic.row) == "الأمن أول"
    decide(library._connection, speaker, INCOMING)
    assert speaker_or_topic(library._connection, "speaker", speaker.row) == "السفير"


def test_a_conflict_over_what_was_removed_is_not_open(library: Library) -> None:
    library.passages.remove(1, [1])
    assert {(one.table, one.field) for one in open_conflicts(library._connection)} == {
        (case.table, case.field) for case in CASES
    } - {("annotation", "note")}
    library.undo(1)
    assert conflict(library, "annotation", "note").row == 1


def test_the_same_conflict_is_never_stored_again_not_even_when_decided(library: Library) -> None:
    found = conflict(library, "tag", "name.ar")
    decide(library._connection, found, LOCAL)
    with library._connection.act("merge", None, {"name": "again"}):
        conflicts = Conflicts(library._connection.db, "again")
        conflicts.add("tag", 1, "name.ar", "أي شيء", found.incoming)
        conflicts.add("tag", 1, "name.en", "position", found.incoming)
        conflicts.add("tag", 2, "name.ar", "مطالبة", found.incoming)
        conflicts.add("tag", 1, "name.ar", "أي شيء", "ثالث")
        conflicts.add("tag", 1, "name.ar", "أي شيء", "ثالث")
    assert conflicts.found == 3
    assert [
        (one.row, one.field, one.incoming) for one in open_conflicts(library._connection) if one.source == "again"
    ] == [
        (1, "name.en", "موقف ثانٍ 😀"),
        (2, "name.ar", "موقف ثانٍ 😀"),
        (1, "name.ar", "ثالث"),
    ]
