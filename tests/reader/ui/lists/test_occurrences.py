"""All the same across the library: every place of every text, at each level, and as a list of them."""

import os
from itertools import pairwise

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.text.occurrences import CLITICS, ENDINGS, PRONOUNS, Occurrence, occurrences
from reader.text.search import SPELLINGS, every_place
from reader.ui.lists import occurrences as module
from reader.ui.lists.occurrences import OccurrencesScreen, in_library, places_in
from tests.annotations.acts.test_acts import add
from tests.reader.ui.lists.steps import (
    WIDE,
    answer,
    at_end,
    cells,
    headings,
    opened,
    report_in,
    said,
    shelve,
    title,
    until,
)
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

COST = "خبر عن الكلفة 🌊\n\nقال الخبير رامي حداد إن كلفة التحلية ترتفع.\n"


def test_other_spellings_in_a_text_and_in_the_library(tmp_path: os.PathLike[str]) -> None:
    text = "أمريكا والأميركيون، وبأميركا؛ سورية وسوريا. أمير"
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        add(library, text, Analysis(), "1", "/x/1.txt")
        for query, forms in (("أمريكا", ["أمريكا", "وبأميركا"]), ("سوريا", ["سورية", "وسوريا"])):
            found = in_library(library, query, SPELLINGS)
            assert [p.occurrence.form for p in found] == forms
            assert [p.occurrence.doubt for p in found] == ["", ""]
            assert every_place(text, query, SPELLINGS) == [p.occurrence for p in found]


def test_every_place_of_the_library(tmp_path: os.PathLike[str]) -> None:
    long = "\n".join(f"سطر {n} عن وزارة الماء" for n in range(1_200))
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        one = add(library, long, Analysis(), "1", "/x/1.txt")
        two = add(library, "وقال إن وزارته تعمل.\nووزاراتهم أيضا.", Analysis(), "2", "/x/2.txt")
        gone = add(library, "وزارة محذوفة", Analysis(), "3", "/x/3.txt")
        library.document_acts.delete(gone)
        for level, more in ((CLITICS, []), (PRONOUNS, ["وزارته"]), (ENDINGS, ["وزارته", "ووزاراتهم"])):
            found = in_library(library, "وزارة", level)
            assert [p.document for p in found] == [one] * 1_200 + [two] * len(more)
            assert [p.occurrence.form for p in found[1_200:]] == more
            assert all(p.occurrence.span.cut(library.text(p.document)) for p in found)
        assert (found[0].before, found[0].after) == ("سطر 0 عن", "الماء")
        assert len(in_library(library, "وزارة", CLITICS, 100)) == 101
        assert in_library(library, "نفط", ENDINGS) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("ماء", "", ""),
        ("أول\nعن ماء كثير\nثان", "عن", "كثير"),  # the context ends with the paragraph
        ("عن 🌊 ماءٌ 🌊 كَثيرٌ", "عن 🌊", "🌊 كَثيرٌ"),
        ("س" * 200 + " ماء " + "ص" * 200, "س" * 119, "ص" * 119),
    ],
)
def test_a_match_is_shown_with_its_context_in_the_paragraph(text: str, before: str, after: str) -> None:
    (found,) = places_in(7, "خبر", text, occurrences(text, "ماء", CLITICS))
    assert (found.document, found.title, found.before, found.after) == (7, "خبر", before, after)


def test_words_of_the_context_sort_without_the_article_and_harakat() -> None:
    assert module._last_word("في النَّهر") == module._last_word("من نهر")
    assert module._first_word("الماء العذب") == module._first_word("ماء")
    assert (module._last_word(" "), module._first_word("")) == ("", "")


def test_uncertain_occurrences_stand_under_a_heading_with_the_reason_and_are_not_selected(
    tmp_path: os.PathLike[str],
) -> None:
    text = "كلا الفريقين حضر، وكل عام يعقد المؤتمر.\nلا كل الفريق، بل كل عام. فكل الناس هنا.\n"
    app = start(text, library_path(tmp_path), language="en")
    found = every_place(text, "كل", CLITICS)
    certain = [i for i, one in enumerate(found) if not one.doubt]
    assert certain
    assert len(certain) < len(found)

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, OccurrencesScreen(text_screen(app), "كل"))
        under: dict[str, list[object]] = {}
        for key in screen.grid.keys:
            row = screen.grid.row(key)
            assert row is not None
            if row.heading:
                under[row.cells[0]] = []
            else:
                under[list(under)[-1]].append(key)
        for heading, keys in under.items():
            doubts = {found[int(str(key))].doubt for key in keys}
            assert len(doubts) == 1
            (doubt,) = doubts
            assert heading.startswith("Uncertain:") == bool(doubt)
            assert not doubt or module.DOUBTS[doubt] in heading
        assert [h.startswith("Uncertain:") for h in under] == sorted(h.startswith("Uncertain:") for h in under)
        assert screen.grid.selected == set(certain)
        assert at_end(screen) == f"{len(certain)} selected"
        screen.grid.go(next(i for i, one in enumerate(found) if one.doubt))
        assert screen.about().startswith("Uncertain: ")
        screen.grid.go(certain[0])
        assert screen.about() == ""
        await screen.action_run("tag")
        await answer(app, "cause")
        await until(app, lambda: said(screen).startswith("“cause”"))
        tagged = await app.jobs.run(lambda library: [a.anchor.span for a in library.annotations(1)])
        assert tagged == [found[i].span for i in certain]
        await screen.action_run("undo")
        assert await app.jobs.run(lambda library: library.annotations(1)) == []

    act(app, script)


def test_the_list_searches_wider_sorts_and_selects_a_spelling(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        shelve(library, COST, "cost")
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, OccurrencesScreen(text_screen(app), ""))
        assert screen.empty() == "\u2066i\u2069 to search"
        await screen.action_run("tag")
        assert said(screen).startswith("No match selected.")
        await screen.action_run("query")
        await answer(app, "كلفة")
        await until(app, lambda: cells(screen, 1) == ["كلفة"] * 2)
        assert "exact" not in title(screen)[0]
        assert headings(screen) == ["كلفة: 2 matches"]
        await screen.action_run("scope")
        assert sorted(cells(screen, 1)) == ["الكلفة", "كلفة", "كلفة", "كلفة"]
        assert headings(screen) == ["كلفة: 3 matches", "الكلفة: 1 match"]  # the most frequent first
        assert screen.about().startswith("In: ")

        levels = []
        for _ in range(6):
            await screen.action_run("level")
            levels.append((screen._level, len(cells(screen))))
        assert [level for level, _count in levels] == [4, 5, 6, 1, 2, 3]
        assert all(few <= many for (_a, few), (_b, many) in pairwise(levels[3:]))

        orders = {}
        for _ in range(4):
            await screen.action_run("order")
            orders[said(screen)] = [
                (screen._places[int(str(key))].document) for key in screen.grid.keys if key in (0, 1, 2, 3)
            ]
        assert orders["Sorted: place"] == [1, 1, 2, 2]
        assert set(orders) == {"Sorted: place", "Sorted: words before", "Sorted: words after", "Sorted: spelling"}

        screen.grid.go(next(i for i, place in enumerate(screen._places) if place.occurrence.form == "كلفة"))
        await screen.action_run("form")
        same = {i for i, place in enumerate(screen._places) if place.occurrence.form == "كلفة"}
        assert screen.grid.selected == {0, 1, 2, 3} - same
        await screen.action_run("form")
        assert screen.grid.selected == {0, 1, 2, 3}

        screen.grid.go(3)
        await screen.action_run("go")
        await until(app, lambda: text_screen(app).opened.text == COST)
        place = screen._places[3].occurrence.span
        assert text_screen(app).pane.cursor == place.start
        assert len(text_screen(app).finding.places) == 2  # the other one is highlighted too

    act(app, script, size=WIDE)


@pytest.mark.parametrize(("order", "column"), [("before", 0), ("after", 2)])
def test_a_concordance_is_sorted_by_the_nearest_word_on_either_side(
    tmp_path: os.PathLike[str], order: str, column: int
) -> None:
    text = "جاء ماء وفير\nتلا ماء بارد\nبعد ماء عذب\n"
    app = start(text, library_path(tmp_path), language="ar")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, OccurrencesScreen(text_screen(app), "ماء", order=order))
        assert cells(screen, column) == (["بعد", "تلا", "جاء"] if order == "before" else ["بارد", "عذب", "وفير"])
        screen.words = "عذب"
        await screen.again()
        assert cells(screen, 2) == ["عذب"]
        await screen.action_run("query")
        await answer(app, "نفط")
        await until(app, lambda: not screen.grid.keys)
        assert "نفط" in screen.empty()
        await screen.action_run("go")
        await screen.action_run("form")
        assert app.screen is screen

    act(app, script)


def test_a_list_with_more_matches_than_it_shows_says_so(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library_path(tmp_path)
    report_in(path).close()
    monkeypatch.setattr(module, "_MOST", 3)
    monkeypatch.setattr(in_library, "__defaults__", (3,))
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, OccurrencesScreen(text_screen(app), "التحلية", everywhere=True))
        assert title(screen)[1] == "3 matches"
        assert said(screen) == "The first 3 matches in the library; there are more"
        await screen.action_run("scope")
        assert title(screen)[1] == "4 matches"
        assert said(screen) == ""

    act(app, script)


def test_an_occurrence_keeps_code_points(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        number = add(library, "🌊🌊 ماءٌ", Analysis(), "1", "/x/1.txt")
        (found,) = in_library(library, "ماء", CLITICS)
        assert found.occurrence == Occurrence(Span(3, 7), "ماء", "")
        assert found.document == number
