"""`hashiya report`: its figures are those of the pictures, and each leads to its passages."""

import os
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser

import pytest

import reader.ui
from annotations.library import Library
from annotations.questions.counts import BY_SPEAKER, BY_TAG, KINDS, TOGETHER
from annotations.values.analysis import Analysis, Article, Session, Speaker, Statement
from annotations.values.spans import Span
from reader.language.i18n import plain, set_language
from reader.report.content import gather
from reader.report.html import page
from reader.report.text import sections
from tests.annotations.acts.test_acts import add

TEXT = "قال الوزير إن الأمن مستتب. وقال السفير إن <الماء> قليل.\nوهذا خبر ثان بلا تاريخ."
ANALYSIS = Analysis(
    articles=(Article(Span(0, 55), day="2021-10-14"), Article(Span(56, len(TEXT)))),
    sessions=(Session(1, Span(0, 26), "الأولى & ما بعدها"), Session(2, Span(27, 55), "الثانية")),
    speakers=(Speaker(1, "الوزير", "person"), Speaker(2, "السفير", "person")),
    statements=(Statement(Span(0, 26), 1, "paraphrase"), Statement(Span(27, 55), 2, "paraphrase")),
)


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    """Return a library where two coders annotated a text."""
    found = os.path.join(tmp_path, "l.db")
    with Library(found, "سارة") as library:
        number = add(library, TEXT, ANALYSIS)
        library.passages.annotate(number, Span(0, 26), [1], "<b>ملاحظة</b>")
        library.passages.annotate(number, Span(42, 50), [1, 2])
        library.passages.annotate(number, Span(56, 60), [2])
    with Library(found, "عمر") as library:
        library.passages.annotate(number, Span(0, 26), [1])
    return found


class Links(HTMLParser):
    """Collects what a page links to and what it names, and the text of its tables' rows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        told = dict(attrs)
        self.tags[tag] += 1
        if name := told.get("id"):
            self.names.append(name)
        if tag == "a":
            self.links.append((told.get("href") or "").removeprefix("#"))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def test_every_bar_and_cell_leads_to_its_passages(path: str) -> None:
    set_language("ar")
    with Library(path, "", read_only=True) as library:
        content = gather(library)
        found = Links(page(content))
    assert len(found.names) == len(set(found.names))
    assert set(found.links) <= set(found.names)
    expected: Counter[str] = Counter()
    numbers = {one.id: at for at, one in enumerate(content.passages, 1)}
    for cells in content.pictures.values():
        expected.update(f"p{numbers[number]}" for cell in cells for number in cell.annotations)
    assert Counter(found.links) == expected
    assert sum(len(cells) for cells in content.pictures.values()) == found.tags["details"]
    assert [part for part in ("<b>ملاحظة</b>", "الأولى & ما بعدها", "<الماء>") if part not in found.text] == []
    assert found.tags["b"] == 0


def test_the_page_has_the_direction_of_its_language_and_a_color_for_every_tag(path: str) -> None:
    with open(os.path.join(os.path.dirname(reader.ui.__file__), "style", "palette.tsv"), encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if line.startswith("stripe.")]
    for language, head in (("ar", '<html lang="ar" dir="rtl">'), ("en", '<html lang="en" dir="ltr">')):
        set_language(language)
        with Library(path, "", read_only=True) as library:
            text = page(gather(library))
        assert head in text
        assert all(f".c{row[0].removeprefix('stripe.')} {{ --tag: {row[3]}; }}" in text for row in rows)
        assert "http" not in text


def test_figures_as_text_in_the_order_of_the_pictures(path: str) -> None:
    set_language("ar")
    with Library(path, "", read_only=True) as library:
        told = {plain(section.heading): section.rows for section in sections(gather(library))}
        narrow = list(sections(gather(library), 40))
    assert list(told) == [
        "الوسوم", "الوسوم بحسب المتحدث", "الوسوم بحسب الجلسة", "الوسوم بحسب الشهر", "تلازم الوسوم", "الاتفاق بحسب الجملة",
    ]  # fmt: skip
    assert [row[1] for row in told["الوسوم"]] == ["3", "2"]
    assert [plain(cell) for cell in told["الوسوم بحسب الجلسة"][0][1:]] == ["1. الأولى & ما بعدها", "2. الثانية"]
    heads, first, _second = ([plain(cell) for cell in row] for row in told["الوسوم بحسب المتحدث"])
    assert heads[1:] == ["السفير", "الوزير"]
    assert [cell[-1:] for cell in first[1:]] == ["1", "2"]
    assert [plain(cell) for cell in told["الوسوم بحسب الشهر"][0][1:]] == ["2021-10"]
    assert [cell[-1] for row in told["الوسوم بحسب الشهر"][1:] for cell in row[1:]] == ["3", "2"]  # the undated one too
    assert len(narrow[1].rows[0]) == 2


def report(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "report", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_nobody_of_that_name(path: str) -> None:
    done = report("--of", "nobody", "--library", path, "--lang", "en")
    assert done.returncode == 5
    assert "There is no coder called nobody. The coders are: سارة, عمر." in done.stderr
    shown = report("--of", "عمر", "--library", path, "--lang", "ar")
    assert shown.returncode == 0
    assert "مرمّز واحد: عمر" in shown.stdout.splitlines()[1]


def test_one_coder_one_document_and_nothing(path: str, tmp_path: os.PathLike[str]) -> None:
    with Library(path, "", read_only=True) as library:
        only = gather(library, 1, "عمر")
        assert [len(only.pictures[kind]) for kind in (BY_TAG, BY_SPEAKER, TOGETHER)] == [1, 1, 0]
        assert (only.coders, only.agreement) == (["عمر"], None)
        assert gather(library, 1).agreement is not None
        together = gather(library, 1, "سارة").pictures[TOGETHER]
        assert {(cell.tag, cell.column) for cell in together} == {(1, "2"), (2, "1")}
        with Library(path, "هدى") as third:
            third.passages.annotate(1, Span(0, 26), [3])
        assert not {3, "3"} & {part for cell in gather(library, 1, "سارة").pictures[TOGETHER] for part in cell[:2]}
    with Library(os.path.join(tmp_path, "empty.db"), "سارة") as library:
        nothing = gather(library)
        assert not any(nothing.pictures[kind] for kind in KINDS)
        assert list(sections(nothing)) == []
        set_language("en")
        assert "No tagged passages yet" in page(nothing)


def test_why_it_cannot_be_written_is_told_in_the_interfaces_language(path: str) -> None:
    done = report("-o", "/no/such/r.html", "--library", path, "--lang", "ar")
    assert done.returncode == 6
    assert ": لا يوجد ملف أو مجلد بهذا الاسم. الحل: " in done.stderr
    assert "No such" not in done.stderr
