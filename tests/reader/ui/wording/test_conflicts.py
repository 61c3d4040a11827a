"""The two sides of a dispute over what people put right, in words."""

import os

import pytest

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts
from annotations.merging.merge import merge
from annotations.values.conflict import Conflict
from annotations.values.corrections import (
    BoundStatement,
    Correction,
    DeleteNoise,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSpeakers,
    RenameSession,
    RenameSpeaker,
    RenameTopic,
)
from reader.language.i18n import plain, set_language
from reader.ui.wording.conflicts import field_name, side_in_words
from tests.annotations.corrections.test_corrections import added, line


def corrected(path: str, coder: str, correction: Correction) -> str:
    with Library(path, coder) as library:
        added(library)
        library.correct(1, correction)
    return path


@pytest.mark.parametrize(
    ("local", "incoming", "told"),
    [
        (RenameSpeaker(1, "سعاد"), RenameSpeaker(1, "ليلى"), [("تسمية متحدث", "سعاد", "ليلى")]),
        (RenameSpeaker(1, "سعاد"), DeleteSpeaker(1), [("المتحدث", "سعاد: باقٍ", "سعاد: محذوف")]),
        (MergeSpeakers(2, 3), DeleteSpeaker(2), [("المتحدث", "هندٌ والوزارة واحد", "هندٌ: محذوف")]),
        (DeleteSpeaker(2), MergeSpeakers(2, 3), [("المتحدث", "هندٌ: محذوف", "هندٌ والوزارة واحد")]),
        (DeleteTopic("المياه"), RenameTopic("المياه", "الماء"), [("الموضوع", "الماء: محذوف", "الماء: باقٍ")]),
        (RenameSession(2, "الجديدة"), RenameSession(2, "الثانية"), [
            ("الجلسة", "الجديدة: سطر 07 فيه كلام سطر 08 فيه كلام سطر 09…", "الثانية: سطر 07 فيه كلام سطر 08 فيه كلام سطر 09…"),
        ]),
        (DeleteStatement(line(5), 3), BoundStatement(line(5), 3, line(5, 6)), [
            ("التصريح", "لا تصريح: سطر 05 فيه كلام", "الوزارة: سطر 05 فيه كلام سطر 06 فيه كلام"),
        ]),
        (DeleteNoise(line(0)), DeleteNoise(line(0)), []),
    ],
)  # fmt: skip
def test_both_sides_in_words(
    tmp_path: os.PathLike[str], local: Correction, incoming: Correction, told: list[tuple[str, str, str]]
) -> None:
    set_language("ar")
    path = corrected(os.path.join(tmp_path, "local.db"), "sara", local)
    with Library(corrected(os.path.join(tmp_path, "incoming.db"), "omar", incoming), "omar") as library:
        other = library.work()
    with Library(path, "sara") as library:
        merge(library._connection, other, "theirs")
        found = open_conflicts(library._connection)
        words = [
            (field_name(one), side_in_words(library, one, one.local), side_in_words(library, one, one.incoming))
            for one in found
        ]
    assert [tuple(map(plain, row)) for row in words] == told


def test_values_persons_and_boundaries_are_told_by_name_and_passage(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "library.db"), "sara") as library:
        document = added(library).id
        attribute = library.form.new("document", "Stance", ["for", "against"], "en")
        person = library.persons.join([(document, 1), (document, 2)], "ليلى")
        library.passages.annotate(document, line(5), [1])
        (annotation,) = library.annotations(document)
        for field, row, side, words in (
            ("value", 1, str(attribute.values[1].id), "against"),
            ("value", 1, "999", "999"),  # no longer there
            ("person", 1, str(person), "ليلى"),
            ("person", 1, "999", "999"),
            ("bounds", annotation.id, "{}:{}".format(*line(6)), "سطر 06 فيه كلام"),
            ("bounds", 999, "0:4", "0:4"),
            ("note", annotation.id, "كما هي", "كما هي"),
        ):
            conflict = Conflict(1, "annotation", row, field, side, "", "theirs")
            assert side_in_words(library, conflict, side) == words
            assert field_name(conflict)
