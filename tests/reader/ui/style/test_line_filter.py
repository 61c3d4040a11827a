"""Interface rows as they come out of the line filter."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reader.language.i18n import isolate, ltr, ordered, percent, set_language
from reader.ui.style.line_filter import TypesetFilter
from tests.strategies import PARAGRAPHS

BLACK = Color(0, 0, 0)
RLE = TypesetFilter("R")
LRE = TypesetFilter("L")


def shown(line: str, base: str = "R") -> str:
    found = (RLE if base == "R" else LRE).apply([Segment(line, Style(bold=True))], BLACK)
    return "".join(segment.text for segment in found)


ROWS = [
    # in an Arabic interface
    ("R", "الجلسات", "ﺕﺎﺴﻠﺠﻟﺍ"),
    ("R", "الجلسات     ", "     ﺕﺎﺴﻠﺠﻟﺍ"),
    ("R", "ماكس روز    9", "9    ﺯﻭﺭ ﺲﻛﺎﻣ"),
    ("R", "الأمن    14", "14     ﻦﻣﻷﺍ"),
    ("R", "PERCENT:37", "%37"),
    ("R", "النص PERCENT:37", "%37 ﺺﻨﻟﺍ"),
    ("R", "RANGE:1-3", "3-1"),
    ("R", "الصفحات RANGE:1-3", "3-1 ﺕﺎﺤﻔﺼﻟﺍ"),
    ("R", f"الفرق {ltr('-0.12')}", "-0.12 ﻕﺮﻔﻟﺍ"),
    ("R", f"{ltr('+3')} درجات", "ﺕﺎﺟﺭﺩ +3"),
    ("R", f"الجلسة {isolate(3)} من {isolate(8)}", "8 ﻦﻣ 3 ﺔﺴﻠﺠﻟﺍ"),
    ("R", "الجلسة 3/8", "3/8 ﺔﺴﻠﺠﻟﺍ"),
    ("R", "26 أكتوبر 2021", "2021 ﺮﺑﻮﺘﻛﺃ 26"),
    ("R", f"الملف {ltr('/home/sara/library.db')}", "/home/sara/library.db ﻒﻠﻤﻟﺍ"),
    ("R", f"{ltr('report.txt')} محفوظ", "ﻅﻮﻔﺤﻣ report.txt"),
    ("R", f"«{isolate('تقرير.txt')}»", "«txt.ﺮﻳﺮﻘﺗ»"),
    ("R", f"{isolate('Max Rose')} قال", "ﻝﺎﻗ Max Rose"),
    ("R", f"المرمّز: {isolate('@user')}", "@user :ﺰﻣّﺮﻤﻟﺍ"),
    ("R", f"{isolate('C++')} لغة", "ﺔﻐﻟ C++"),
    ("R", f"{ltr('[')} الجلسة السابقة", "ﺔﻘﺑﺎﺴﻟﺍ ﺔﺴﻠﺠﻟﺍ ["),
    ("R", f"{ltr('(')} الجملة السابقة", "ﺔﻘﺑﺎﺴﻟﺍ ﺔﻠﻤﺠﻟﺍ ("),
    ("R", f"{ltr('{')}  {ltr('Ctrl+↑')}", "Ctrl+↑  {"),
    ("R", f"{ltr('Ctrl+S')} حفظ", "ﻆﻔﺣ Ctrl+S"),
    ("R", f"{ltr('←')} يسار", "ﺭﺎﺴﻳ ←"),
    ("R", "[حفظ] (إلغاء)", "(ﺀﺎﻐﻟﺇ) [ﻆﻔﺣ]"),
    ("R", "«قال “نعم” ثم سكت»", "«ﺖﻜﺳ ﻢﺛ ”ﻢﻌﻧ“ ﻝﺎﻗ»"),
    ("R", "حذف 3 حواشٍ؟", "؟ﺵٍﺍﻮﺣ 3 ﻑﺬﺣ"),
    ("R", "│ الجلسات │", "│ ﺕﺎﺴﻠﺠﻟﺍ │"),
    ("R", "┌────┐", "┌────┐"),
    ("R", "├── جلسة", "ﺔﺴﻠﺟ ──┤"),
    ("R", "▸ الجلسة", "ﺔﺴﻠﺠﻟﺍ ◂"),
    ("R", "المكتبة › المستند", "ﺪﻨﺘﺴﻤﻟﺍ ‹ ﺔﺒﺘﻜﻤﻟﺍ"),
    ("R", "✓ محفوظ", "ﻅﻮﻔﺤﻣ ✓"),
    ("R", f"النسخة {ltr('1.10.2')}", "1.10.2 ﺔﺨﺴﻨﻟﺍ"),
    ("R", "COVID-19", "COVID-19"),
    ("R", "فيروس COVID-19 و F-16", "F-16 ﻭ COVID-19 ﺱﻭﺮﻴﻓ"),
    ("R", "الساعة 9:06 م", "ﻡ 9:06 ﺔﻋﺎﺴﻟﺍ"),
    ("R", "1,234.5", "1,234.5"),
    ("R", "١٬٢٣٤٫٥ ٪", "٪ ١٬٢٣٤٫٥"),
    ("R", "لا إله", "ﻪﻟﺇ ﻻ"),
    # in an English interface
    ("L", "Sessions", "Sessions"),
    ("L", f"{isolate('ماكس روز')}    9", "ﺯﻭﺭ ﺲﻛﺎﻣ    9"),
    ("L", f"1. {isolate('الأمن')}", "1. ﻦﻣﻷﺍ"),
    ("L", f"Speaker: {isolate('ماكس روز')} (sure)", "Speaker: ﺯﻭﺭ ﺲﻛﺎﻣ (sure)"),
    ("L", f"Tag {isolate('سبب')}: 3 words", "Tag ﺐﺒﺳ: 3 words"),
    ("L", f"“{isolate('قال (نعم)')}” — {isolate('روز')}", "“(ﻢﻌﻧ) ﻝﺎﻗ” — ﺯﻭﺭ"),
    ("L", "│ نص │", "│ ﺺﻧ │"),
    ("L", "▸ نص", "▸ ﺺﻧ"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "line", "expected"), ROWS)
def test_rows_of_the_interface(base: str, line: str, expected: str) -> None:
    set_language("ar" if base == "R" else "en")
    for kind, make in (("PERCENT:", lambda v: percent(int(v))), ("RANGE:", ordered)):
        if kind in line:
            before, _sign, value = line.partition(kind)
            line = before + make(value)
    found = shown(line, base)
    assert found.strip() == expected.strip()
    if line == line.strip() and cell_len(line) == cell_len(expected):
        assert found == expected


def test_there_are_enough_rows() -> None:
    assert len(ROWS) >= 40


# the screen library takes a letter after ZWJ for nothing, so there is no right number to keep there
@given(PARAGRAPHS.map(lambda text: text.replace("\u200d", "")).filter(bool), st.sampled_from("RL"))
@example("\u064e", "R")
@example("لا \u064e", "L")
def test_a_line_keeps_its_columns_and_every_cell_its_style(text: str, base: str) -> None:
    styles = [Style(color=f"color({n % 200})", meta={"n": n}) for n in range(len(text))]
    line = [Segment(char, style) for char, style in zip(text, styles, strict=True)]
    found = (RLE if base == "R" else LRE).apply(line, BLACK)
    assert sum(cell_len(segment.text) for segment in found) == cell_len(text)
    letters = {
        char: {style.meta["n"] for c, style in zip(text, styles, strict=True) if c == char}
        for char in text
        if char.isdecimal()
    }
    for segment in found:
        for char in segment.text:
            if char in letters and segment.style is not None:
                assert segment.style.meta["n"] in letters[char]


def test_a_plain_line_of_an_english_interface_is_left_as_it_is() -> None:
    line = [Segment("plain")]
    assert LRE.apply(line, BLACK) is line


def test_a_letter_with_marks_is_a_segment_of_its_own() -> None:
    """The screen library may cut a segment anywhere, and would take the mark off its letter."""
    style = Style(bold=True)
    found = RLE.apply([Segment("بب\u064eبب", style)], BLACK)
    assert [segment.style for segment in found] == [style] * 3
    assert [len(segment.text) for segment in found] == [2, 2, 1]
    assert found[1].text[1] == "\u064e"
