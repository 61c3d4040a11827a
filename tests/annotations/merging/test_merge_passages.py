"""Annotations in a merge: matched, united, left out where removed, and the same passage twice in one file."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.merging.conflicts import Conflicts
from annotations.merging.matched import Matched
from annotations.merging.merge_passages import PassageMerge
from annotations.values.anchors import make_anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span
from tests.annotations.corrections.test_corrections import TEXT, line
from tests.annotations.merging.test_merge import opened


@pytest.fixture
def library(analysed: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with opened(shutil.copy(analysed, os.path.join(tmp_path, "l.db")), "sara") as copied:
        yield copied


def incoming(
    span: Span, *tags: int, uid: str = "", note: str = "", coder: str = "omar", placed: str = ""
) -> Annotation:
    return Annotation(7, 7, make_anchor(TEXT, span), tags, note, coder, "2024-01-01", "2024-01-01", placed, uid)


def merged(library: Library, *found: Annotation) -> Matched:
    db = library._connection.db
    matched = Matched(db, Conflicts(db, "other.db"))
    matched.tags = {number: number for number in range(1, 10)}
    with library._connection.act("merge", None, {"name": "other.db"}):
        PassageMerge(matched).merge(found, 1)
    return matched


def seen(library: Library) -> list[tuple[Span, tuple[int, ...], str, str]]:
    return [(a.anchor.span, a.tags, a.note, a.coder) for a in library.annotations(1)]


def test_new_ones_come_with_tags_note_coder_and_times(library: Library) -> None:
    matched = merged(library, incoming(line(3), 2, 1, uid="a", note="رأي"), incoming(line(4), uid="b", note="س"))
    assert seen(library) == [(line(3), (1, 2), "رأي", "omar"), (line(4), (), "س", "omar")]
    assert [(a.uid, a.created) for a in library.annotations(1)] == [("a", "2024-01-01"), ("b", "2024-01-01")]
    assert matched.counts["annotations"] == 2


@pytest.mark.parametrize("uids", [("a", "a"), ("a", "b"), ("", ""), ("a", "")])
def test_one_passage_twice_in_one_file_is_one(library: Library, uids: tuple[str, str]) -> None:
    one, other = (incoming(line(3), tag, uid=uid) for tag, uid in zip((1, 2), uids, strict=True))
    matched = merged(library, one, other)
    assert seen(library) == [(line(3), (1, 2), "", "omar")]
    assert (matched.counts["annotations"], matched.counts["joined"]) == (1, 1)


def test_an_unknown_tag_is_left_out_and_a_tag_named_twice_is_one(library: Library) -> None:
    merged(library, incoming(line(3), 99, 2, 2))
    assert seen(library) == [(line(3), (2,), "", "omar")]


def test_a_local_one_is_joined_by_identifier_or_by_passage(library: Library) -> None:
    own = library.passages.annotate(1, line(3), [1])
    matched = merged(
        library, incoming(line(3), 2, coder="sara"), incoming(line(3), 3, uid=own.uid, note="رأي", coder="sara")
    )
    assert seen(library) == [(line(3), (1, 2, 3), "رأي", "sara")]
    assert (matched.counts["joined"], matched.conflicts.found) == (2, 0)


def test_other_bounds_or_another_note_are_a_conflict(library: Library) -> None:
    own = library.passages.annotate(1, line(3), [1], "لنا")
    merged(library, incoming(line(3, 4), 1, uid=own.uid, note="لهم", coder="sara"))
    assert [(one.field, one.local, one.incoming) for one in library.conflicts()] == [
        ("note", "لنا", "لهم"), ("bounds", "48:63", "48:79"),
    ]  # fmt: skip


def test_what_was_removed_here_is_not_brought_back_unless_that_was_undone(library: Library) -> None:
    own = library.passages.annotate(1, line(3), [1])
    library.passages.remove(1, [own.id])
    theirs = incoming(line(3), 1, uid=own.uid, coder="sara")
    assert merged(library, theirs).counts["removed_here"] == 1
    assert seen(library) == []
    assert merged(library, replace_uid(theirs)).counts["annotations"] == 1


def replace_uid(one: Annotation) -> Annotation:
    """Return the same passage as another person made it."""
    return one._replace(uid="other")


def test_one_of_another_text_is_known_by_its_identifier(library: Library) -> None:
    own = library.passages.annotate(1, line(3), [1])
    library._connection.db.execute("UPDATE annotation SET placed = 'lost' WHERE id = ?", (own.id,))
    matched = merged(library, incoming(line(5), 2, uid=own.uid, coder="sara", placed="lost"))
    assert (matched.counts["joined"], matched.conflicts.found) == (1, 0)
    assert [a.tags for a in library.orphans(1)] == [(1, 2)]


def test_fields_are_filled_where_empty_and_disputed_where_different(library: Library) -> None:
    db = library._connection.db
    matched = Matched(db, Conflicts(db, "other.db"))
    library.document_acts.remember(1, "لنا")
    with library._connection.act("merge", None, {"name": "other.db"}):
        matched.fill("document", 1, {"memo": "لهم", "project": "م", "name": ""}, ("memo", "project", "name"))
    assert (library.version(1).memo, library.version(1).project) == ("لنا", "م")
    assert [(one.field, one.incoming) for one in library.conflicts()] == [("memo", "لهم")]
