"""The report as rows of cells: the figures of the charts in their order, narrowed to the terminal."""

import os

import pytest

from annotations.library import Library
from reader.language.i18n import plain, set_language
from reader.report.content import Content, gather
from reader.report.text import agreement_rows, sections, summary, title_of


def _told(content: Content, width: int = 0) -> dict[str, list[list[str]]]:
    return {plain(one.heading): [[plain(cell) for cell in row] for row in one.rows] for one in sections(content, width)}


def test_figures_in_the_order_of_the_charts(one_text: Library) -> None:
    set_language("ar")
    told = _told(gather(one_text))
    assert list(told) == [
        "الوسوم", "الوسوم بحسب المتحدث", "الوسوم بحسب الجلسة", "الوسوم بحسب الشهر", "تلازم الوسوم", "الاتفاق بحسب الجملة",
    ]  # fmt: skip
    assert told["الوسوم"] == [["موقف", "3", "█" * 30], ["مطالبة", "2", "█" * 20]]
    assert told["الوسوم بحسب الجلسة"][0][1:] == ["1. الأولى & ما بعدها", "2. الثانية"]
    assert told["الوسوم بحسب الشهر"][0][1:] == ["2021-10"]
    assert [row[1][-1] for row in told["الوسوم بحسب الشهر"][1:]] == ["3", "2"]  # the undated one too


def test_a_cell_without_any_is_empty_and_the_fullest_are_the_darkest(one_text: Library) -> None:
    assert _told(gather(one_text))["Tags by speaker"] == [
        ["Tag", "السفير", "الوزير"],
        ["position", "▒▒ 1", "██ 2"],
        ["demand", "▒▒ 1", ""],
    ]


@pytest.mark.parametrize(("width", "shown"), [(0, 2), (20, 1), (47, 1), (48, 2), (200, 2)])
def test_a_narrow_terminal_gets_the_fullest_columns_and_short_headings(
    one_text: Library, width: int, shown: int
) -> None:
    rows = _told(gather(one_text), width)["Tags by session"]
    assert {len(row) - 1 for row in rows} == {shown}
    assert (rows[0][1] == "1. الأولى & ما بعدها") == (width == 0)
    assert all(len(head) <= 12 for head in rows[0]) == (width > 0)


def test_the_figures_of_agreement_for_all_tags_and_for_each(one_text: Library) -> None:
    heads, pooled, *by_tag = [[plain(cell) for cell in row] for row in agreement_rows(gather(one_text))]
    assert heads == ["Tag", "Units", "Percent", "Holsti", "Cohen", "Fleiss", "Alpha"]
    # of three sentences, both coded the first alike and only one the others
    assert pooled[:4] == ["all tags pooled", "3", "0.33", "0.33"]
    assert [row[:3] for row in by_tag] == [["position", "3", "0.67"], ["demand", "3", "0.33"]]
    assert len(agreement_rows(gather(one_text, 1, "عمر"))) == 1  # the headings alone


def test_the_title_and_what_is_covered(one_text: Library, two_texts: Library) -> None:
    content, all_texts = gather(one_text), gather(two_texts)
    assert (title_of(content), title_of(all_texts)) == ("عنوان أول", "Hashiya report")
    assert plain(summary(content)) == "1 document · 4 annotations · 2 coders: سارة, عمر"
    set_language("ar")
    assert plain(summary(all_texts)).endswith(": سارة، عمر")


def test_nothing_has_no_sections(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "empty.db"), "سارة") as library:
        nothing = gather(library)
    assert list(sections(nothing)) == []
    assert plain(summary(nothing)) == "0 documents · 0 annotations · 0 coders"
