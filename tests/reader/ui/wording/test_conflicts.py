"""The two sides of a dispute over what people put right, in words."""

import os

import pytest

from annotations.library import Library
from annotations.merging.conflicts import open_conflicts
from annotations.merging.merge import merge
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
from tests.annotations.corrections.test_corrections import line
from tests.annotations.merging.test_merged_corrections import corrected


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
    path = os.path.join(tmp_path, "l.db")
    corrected(path, [local])
    other = corrected(os.path.join(tmp_path, "theirs.db"), [incoming], "omar")
    with Library(path, "sara") as library:
        merge(library.connection, other, "theirs")
        found = open_conflicts(library.connection)
        words = [
            (field_name(one), side_in_words(library, one, one.local), side_in_words(library, one, one.incoming))
            for one in found
        ]
    assert [tuple(map(plain, row)) for row in words] == told
