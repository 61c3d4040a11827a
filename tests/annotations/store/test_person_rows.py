"""The rows of persons: a speaker is one person at most, and stays it in a corrected text."""

import sqlite3

from annotations.store import name_rows, person_rows
from annotations.store.name_rows import SPEAKERS
from tests.annotations.store.analysed import analysed_document


def joined(db: sqlite3.Connection) -> dict[tuple[int, str], int]:
    return {(one.document, one.name): person for one, person in person_rows.speakers(db)}


def test_a_speaker_is_linked_to_one_person(db: sqlite3.Connection) -> None:
    document = analysed_document(db)
    one, other = person_rows.add_person(db, "هند"), person_rows.add_person(db, "سعاد", "uid")
    for person in (one, other):
        person_rows.link(db, person, document, 1)
        found = person_rows.link_of(db, document, 1)
        assert found is not None
        assert (found.person, person_rows.document_of_link(db, found.id)) == (person, document)
    assert joined(db) == {(document, "هند"): other, (document, "هندٌ"): 0, (document, "الوزارة"): 0}
    assert [(row.name, row.uid == "uid") for row in person_rows.persons(db)] == [("هند", False), ("سعاد", True)]
    assert person_rows.link_of(db, document, 2) is None


def test_speakers_come_with_the_number_of_their_statements(db: sqlite3.Connection) -> None:
    document = analysed_document(db)
    assert [(one.speaker, one.kind, one.statements) for one, _person in person_rows.speakers(db)] == [
        (1, "person", 2), (2, "person", 1), (3, "org", 1),
    ]  # fmt: skip
    name_rows.delete_statements(db, name_rows.called(db, SPEAKERS, document, "هند").id)  # type: ignore[union-attr]
    assert [one.statements for one, _person in person_rows.speakers(db)] == [0, 1, 1]
    db.execute("UPDATE document SET gone = 1")
    assert person_rows.speakers(db) == []


def test_a_merged_person_leaves_its_speakers(db: sqlite3.Connection) -> None:
    document = analysed_document(db)
    one, other = (person_rows.add_person(db, name) for name in ("هند", "سعاد"))
    person_rows.link(db, one, document, 1)
    person_rows.rename_person(db, other, "سُعاد")
    person_rows.merge_person(db, one, other)
    assert [(row.id, row.name) for row in person_rows.persons(db)] == [(other, "سُعاد")]
    assert joined(db)[document, "هند"] == other


def test_links_follow_the_name_into_a_corrected_text(db: sqlite3.Connection) -> None:
    old, new = analysed_document(db, "1"), analysed_document(db, "2")
    person = person_rows.add_person(db, "هند")
    for speaker in (1, 2):
        person_rows.link(db, person, old, speaker)
    db.execute("UPDATE speaker SET number = 7 WHERE document = ? AND number = 1", (new,))
    db.execute("UPDATE speaker SET name = 'سعاد' WHERE document = ? AND number = 2", (new,))
    person_rows.carry_links(db, old, new)
    assert joined(db) == {
        (old, "هند"): 0, (old, "هندٌ"): person, (old, "الوزارة"): 0,
        (new, "هند"): person, (new, "سعاد"): 0, (new, "الوزارة"): 0,
    }  # fmt: skip
