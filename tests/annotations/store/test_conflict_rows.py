"""The rows of conflicts: each stored once, decided or not, and set in a column or in one language of it."""

import sqlite3

import pytest

from annotations.store import codebook_rows, conflict_rows
from annotations.values.conflict import INCOMING, Conflict
from annotations.values.localized import Localized


def test_a_conflict_is_stored_once_even_after_a_decision(db: sqlite3.Connection) -> None:
    subject = ("tag", 1, "memo")
    assert conflict_rows.add_conflict(db, subject, "لنا", "لهم", "a.db")
    assert not conflict_rows.add_conflict(db, subject, "غيرها", "لهم", "b.db")
    assert conflict_rows.open_conflicts(db) == [Conflict(1, *subject, "لنا", "لهم", "a.db")]
    conflict_rows.close_conflict(db, 1, INCOMING)
    assert conflict_rows.open_conflicts(db) == []
    assert not conflict_rows.add_conflict(db, subject, "لنا", "لهم", "c.db")
    assert conflict_rows.add_conflict(db, subject, "لنا", "ثالثة", "c.db")


def test_numbers_are_read_as_text_and_a_conflict_of_a_row_that_is_gone_is_left_out(db: sqlite3.Connection) -> None:
    conflict_rows.add_conflict(db, ("coding", 99, "value"), 1, 2, "a.db")
    conflict_rows.add_conflict(db, ("tag", 1, "parent"), 3, 4, "a.db")
    assert [(one.local, one.incoming) for one in conflict_rows.open_conflicts(db)] == [("3", "4")]


@pytest.mark.parametrize(
    ("field", "names", "memo"),
    [("memo", {"ar": "سؤال", "en": "Question"}, "جديد"), ("name.ar", {"ar": "جديد", "en": "Question"}, ""),
     ("name.fa", {"ar": "سؤال", "en": "Question", "fa": "جديد"}, "")],
)  # fmt: skip
def test_the_field_alone_is_set(db: sqlite3.Connection, field: str, names: dict[str, str], memo: str) -> None:
    codebook_rows.set_words(db, 1, "name", Localized.of({"ar": "سؤال", "en": "Question"}))
    conflict_rows.set_field(db, Conflict(1, "tag", 1, field, "", "جديد", "a.db"), "جديد")
    tag = next(tag for tag in codebook_rows.tags(db) if tag.id == 1)
    assert (tag.names, tag.memo) == (Localized.of(names), memo)
