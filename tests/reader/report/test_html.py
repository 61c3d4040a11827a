"""The report as a web page: its figures are those of the charts, each leads to its passages, and nothing is trusted."""

import os
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

import reader.ui
from annotations.library import Library
from reader.language.i18n import set_language
from reader.report.content import Content, gather
from reader.report.html import page


class Page(HTMLParser):
    """Collects what a page links to and what it names, its tags and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.directions: list[str] = []
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
        if tag == "blockquote":
            self.directions.append(told.get("dir") or "")

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def _leading_to(content: Content) -> Counter[str]:
    """Return how often each passage is counted in a chart."""
    numbers = {one.id: at for at, one in enumerate(content.passages, 1)}
    found: Counter[str] = Counter()
    for cells in content.pictures.values():
        found.update(f"p{numbers[number]}" for cell in cells for number in cell.annotations)
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_bar_and_cell_leads_to_its_passages(one_text: Library, two_texts: Library, language: str) -> None:
    set_language(language)
    for library in (one_text, two_texts):
        content = gather(library)
        found = Page(page(content))
        assert len(found.names) == len(set(found.names))
        assert set(found.links) <= set(found.names)
        assert Counter(found.links) == _leading_to(content)
        assert sum(len(cells) for cells in content.pictures.values()) == found.tags["details"]
        assert found.tags["section"] == found.tags["blockquote"] == len(content.passages)


def test_what_people_wrote_is_text_and_never_markup(two_texts: Library) -> None:
    found = Page(page(gather(two_texts)))
    written = ("<b>ملاحظة</b>", "الأولى & ما بعدها", "<الماء>", "x < y", "😀")
    assert [part for part in written if part not in found.text] == []
    assert found.tags["b"] == 0


def test_every_text_has_its_heading_and_every_passage_the_direction_of_its_text(two_texts: Library) -> None:
    text = page(gather(two_texts))
    assert Page(text).directions == ["rtl"] * 4 + ["ltr"]
    assert re.findall(r"<h3><bdi>(.*)</bdi></h3>", text) == ["عنوان أول", "عنوان Water"]
    places = re.findall(r'<span dir="ltr">(\d+–\d+)</span>', text)
    assert places == ["0–26", "0–26", "42–50", "56–60", "15–16"]


def test_bars_are_as_long_as_their_share_of_the_longest(one_text: Library) -> None:
    text = page(gather(one_text))
    assert re.findall(r"inline-size:([\d.]+)%", text) == ["100.0", "66.7"]
    heat = text[text.index('id="speaker"') : text.index('id="session"')]
    assert re.findall(r'class="s(\d)"><details><summary>(\d)', heat) == [("2", "1"), ("4", "2"), ("2", "1")]
    assert heat.count("<td></td>") == 1  # the tag that one of the speakers never has


def test_the_figures_of_agreement_stand_below_their_headings(one_text: Library) -> None:
    text = page(gather(one_text))
    table = text[text.index('id="agreement"') : text.index('id="passages"')]
    assert re.findall(r"<th>(\w+)</th>", table) == ["Units", "Percent", "Holsti", "Cohen", "Fleiss", "Alpha"]
    assert table.count("<tr>") == 4  # headings, all tags, and two of them
    assert table.count('<bdi dir="ltr">') == 3 * 6
    assert 'id="agreement"' not in page(gather(one_text, 1, "سارة"))


def test_the_page_has_the_direction_of_its_language_and_a_color_for_every_tag(one_text: Library) -> None:
    with open(os.path.join(os.path.dirname(reader.ui.__file__), "style", "palette.tsv"), encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if line.startswith("stripe.")]
    for language, head in (("ar", '<html lang="ar" dir="rtl">'), ("en", '<html lang="en" dir="ltr">')):
        set_language(language)
        text = page(gather(one_text))
        assert head in text
        assert all(f".c{row[0].removeprefix('stripe.')} {{ --tag: {row[3]}; }}" in text for row in rows)
        assert "http" not in text


def test_a_page_about_nothing_says_so(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "empty.db"), "سارة") as library:
        text = page(gather(library))
    assert "No tagged passages yet" in text
    assert "<title>Hashiya report</title>" in text
    assert Page(text).names == []
