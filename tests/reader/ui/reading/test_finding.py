"""Searching in the open text: what is highlighted, where the cursor goes, and what is said of it."""

import os
from base64 import b64decode
from typing import cast

import pytest
from textual.pilot import Pilot

from annotations.values.spans import Span
from reader.typeset.navigate import snap
from reader.typeset.paint import Layer
from reader.ui.app import HashiyaApp
from reader.ui.protocols import Host
from reader.ui.reading.finding import Finding
from reader.ui.reading.screen import ReadingScreen
from reader.ui.widgets.entries import SidebarEntry
from tests.reader.ui.reading.steps import said
from tests.reader.ui.stage import act, library_path, start, text_screen, until

TEXT = """خبر عن أمريكا

زارت أمريكا وفود. وقالت أميركا إن الأمن أمانة، وإن أَمْن الأرض للأمن 😀 تابع.

انتهى الخبر عن الأمن.
"""
LAST = TEXT.index("انتهى")


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(TEXT, library_path(tmp_path), language="en")


def near_all(screen: ReadingScreen) -> list[Layer]:
    """Return all highlights on the text."""
    return screen.pane._highlights(0, len(TEXT))


def found(finding: Finding) -> list[str]:
    return [place.cut(TEXT) for place in finding.places]


def test_what_is_typed_is_found_from_the_cursor_on_and_round(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        finding = screen.finding
        finding.typed("الأمن")  # the field is not open
        assert list(finding.places) == []
        screen.pane.go(LAST)
        finding.begin()
        finding.typed("الخبر")
        assert (found(finding), screen.pane.cursor) == (["الخبر"], TEXT.index("الخبر"))
        assert said(app) == "“الخبر”: 1 match"
        finding.typed(" أمن ")
        assert found(finding) == ["أمن", "أَمْن", "أمن", "أمن"]  # inside words too, whatever the harakat
        assert screen.pane.cursor == snap(
            screen.pane.view, TEXT.rindex("أمن")
        )  # a lam-alef is one letter to the cursor
        assert said(app) == "“أمن”: 4 of 4 matches"
        finding.typed("انتهى")  # at the cursor itself
        assert (screen.pane.cursor, said(app)) == (LAST, "“انتهى”: 1 match")
        finding.typed("ا")
        assert screen.pane.cursor == LAST
        finding.typed("وفود")  # only before the place where the search began
        assert screen.pane.cursor == TEXT.index("وفود")
        finding.typed("قطار")
        assert (list(finding.places), said(app)) == ([], "“قطار” not found")
        finding.typed("")
        assert (list(finding.places), said(app)) == ([], "")
        finding.typed("وفود")
        finding.end(keep=False)
        assert (screen.pane.cursor, list(finding.places), finding.typing) == (LAST, [], False)

    act(app, script)


def test_the_ways_of_searching_take_turns(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        finding = text_screen(app).finding
        finding.begin()
        finding.typed("أمريكا")
        assert found(finding) == ["أمريكا", "أمريكا"]
        finding.turn()
        assert found(finding) == ["أمريكا", "أمريكا", "أميركا"]
        assert said(app) == "Search: with spelling variants (أمريكا, أميركا) · “أمريكا”: 3 matches"
        finding.step(-1)
        assert said(app) == "“أمريكا”: 3 of 3 matches, spelt “أميركا”"
        finding.turn()
        assert (found(finding), said(app)) == (["أمريكا", "أمريكا"], "Search: exact · “أمريكا”: 2 matches")
        finding.turn()
        finding.typed("أم.?ن")
        assert found(finding) == ["أمن", "أمان", "أمن", "أمن"]  # the pattern knows nothing of harakat
        finding.typed("(")
        assert list(finding.places) == []
        bad = said(app)
        assert "pattern" in bad.casefold()
        finding.end(keep=True)
        assert said(app) == bad  # what is wrong stays to be read
        finding.begin()
        finding.typed("")
        finding.turn()
        assert said(app) == "Search: flexible"

    act(app, script)


def test_one_goes_from_match_to_match_and_the_marks_follow(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        finding = screen.finding
        finding.step(1)
        assert said(app).startswith("Nothing highlighted")
        finding.begin()
        finding.typed("الأمن")
        finding.end(keep=True)
        assert screen.pane.has_focus
        places = finding.places
        assert len(places) == 2
        for step, at in ((1, 1), (1, 0), (-1, 1)):
            finding.step(step)
            assert screen.pane.cursor == places[at].start
            assert said(app) == f"“الأمن”: {at + 1} of 2 matches"
        layers = {layer.ink: (layer.start, layer.end) for layer in near_all(screen)}
        assert layers["hit.now"] == places[1]
        finding.clear()
        assert (list(finding.places), near_all(screen)) == ([], [])

    act(app, script)


def test_a_sidebars_entry_is_gone_through_from_the_cursor(app: HashiyaApp) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        screen.pane.go(LAST)
        long, short = Span(TEXT.index("زارت"), LAST - 2), Span(LAST, LAST + 5)
        screen.finding.choose(SidebarEntry("speaker-1", "ليلى", "", "2", (long, short)))
        assert screen.pane.cursor == long.start  # the second begins at the cursor: round to the first
        assert said(app) == "“ليلى”: 1 of 2 matches"
        assert {layer.ink for layer in near_all(screen)} == {"lit"}  # passages rather than words
        screen.finding.highlight((short,), short)
        assert screen.pane.cursor == short.start
        screen.finding.step(1)
        assert said(app) == "1 of 1 match"

    act(app, script)


def test_a_match_inside_a_lam_alef_is_left_by_the_next_step(tmp_path: os.PathLike[str]) -> None:
    text = "قال لا ثم لا ثم كلا.\n"
    app = start(text, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        screen.finding.begin()
        screen.finding.typed("ا")
        screen.finding.end(keep=True)
        seen = []
        for _ in range(len(screen.finding.places)):
            seen.append(screen.finding._at)
            screen.finding.step(1)
        assert seen == list(screen.finding.places)

    act(app, script)


@pytest.mark.parametrize("cited", [False, True])
def test_the_passage_is_copied_with_or_without_its_source(
    app: HashiyaApp, cited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setenv("TERM", "xterm-256color")

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        monkeypatch.setattr(cast("Host", app), "send", sent.append)
        screen.pane.go(LAST)
        screen.finding.copy(cited=cited)
        copied = b64decode(sent[0].split(";")[2].rstrip("\x07")).decode()
        assert ("انتهى الخبر عن الأمن." in copied, copied == "انتهى الخبر عن الأمن.") == (True, not cited)
        what = "Citation copied" if cited else "Copied"
        assert said(app) == f"{what} to the terminal clipboard: 4 words"

    act(app, script)


def test_what_was_found_in_the_beginning_of_a_text_is_looked_for_in_all_of_it(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        whole = screen.opened
        head = whole._replace(text=whole.text[: LAST - 1], document=whole.document._replace(id=0))
        screen.show(head)
        screen.finding.begin()
        screen.finding.typed("أمن")
        few, cursor = len(screen.finding.places), screen.pane.cursor
        screen.show(whole)
        await until(pilot, lambda: screen.finding.places.complete)
        assert len(screen.finding.places) == few + 1 == 4
        assert screen.pane.cursor == cursor

    act(app, script)
