"""What charts have in common: bars, shades and the order of their columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.questions.counts import BY_MONTH, BY_SESSION, BY_SPEAKER, KINDS, TOGETHER, Count
from annotations.values.localized import Localized
from annotations.values.model import Tag
from reader.language.i18n import PDI, RLI, set_language
from reader.report.charts import NAMES, bar, column_name, columns, shade, step

TAGS = (
    Tag(1, 1, Localized.of({"ar": "موقف", "en": "position"}), 1),
    Tag(12, None, Localized.of({"ar": "رأي", "en": ""}), 2),
)


def _cells(*columns: tuple[str, int]) -> list[Count]:
    return [Count(1, name, times, tuple(range(times))) for name, times in columns]


@pytest.mark.parametrize(
    ("share", "room", "drawn"),
    [
        (0, 10, ""),
        (1, 4, "████"),
        (0.5, 4, "██"),
        (0.5, 3, "█▌"),
        (0.001, 10, "▌"),  # never nothing for something
        (0.24, 2, "▌"),
        (0.26, 2, "▌"),
    ],
)
def test_a_bar_fills_its_share_to_half_a_cell(share: float, room: int, drawn: str) -> None:
    assert bar(share, room) == drawn
    set_language("ar")
    assert bar(share, room) == f"{RLI}{drawn}{PDI}"  # from the other edge


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 60))
def test_a_larger_share_never_has_a_shorter_bar_and_none_exceeds_its_room(a: float, b: float, room: int) -> None:
    def halves(share: float) -> int:
        drawn = bar(share, room)
        return 2 * drawn.count("█") + drawn.count("▌")

    assert halves(min(a, b)) <= halves(max(a, b)) <= 2 * room


@pytest.mark.parametrize(
    ("times", "most", "dark"),
    [(0, 0, 0), (0, 8, 0), (1, 100, 1), (2, 8, 1), (4, 8, 2), (6, 8, 3), (8, 8, 4), (1, 1, 4), (9, 8, 4)],
)
def test_a_count_is_the_darker_the_higher_it_is(times: int, most: int, dark: int) -> None:
    assert step(times, most) == dark
    assert shade(times, most) == " ░▒▓█"[dark] * 2


def test_columns_come_in_their_own_order_or_the_fullest_first() -> None:
    cells = [*_cells(("ب", 2), ("أ", 2), ("ج", 5)), Count(2, "ب", 1, (9,))]
    assert columns(cells, BY_SPEAKER) == ["ج", "ب", "أ"]  # by their sums over the rows, then by name
    assert columns(cells, BY_SPEAKER, 2) == ["ج", "ب"]
    assert columns(cells, BY_SPEAKER, 0) == []
    assert columns([], BY_SPEAKER) == []
    months = _cells(("2024-03", 9), ("2023-12", 1), ("2024-01", 5))
    assert columns(months, BY_MONTH) == ["2023-12", "2024-01", "2024-03"]
    assert columns(months, BY_MONTH, 2) == ["2024-01", "2024-03"]  # the fullest two, still in order


def test_sessions_of_a_text_come_by_their_number_and_those_of_a_library_the_fullest_first() -> None:
    numbered = _cells(("10. الختام", 5), ("2. الماء", 1), ("1. الأمن", 3))
    assert columns(numbered, BY_SESSION) == ["1. الأمن", "2. الماء", "10. الختام"]
    assert columns(numbered, BY_SESSION, 2) == ["1. الأمن", "10. الختام"]
    assert columns(_cells(("الأمن", 1), ("الماء", 3)), BY_SESSION) == ["الماء", "الأمن"]


def test_a_column_of_co_occurring_tags_is_headed_by_the_tags_name() -> None:
    assert column_name("1", TOGETHER, TAGS) == "position"
    assert column_name("12", TOGETHER, TAGS) == "رأي"  # the name that there is
    assert column_name("99", TOGETHER, TAGS) == "…"
    assert column_name("1", BY_SPEAKER, TAGS) == "1"
    set_language("ar")
    assert column_name("1", TOGETHER, TAGS) == "موقف"


def test_every_kind_of_chart_has_a_name() -> None:
    assert set(NAMES) == set(KINDS)
