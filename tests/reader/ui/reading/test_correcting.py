"""Correcting the analysis in the app, with undo."""

import json
import os

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from annotations.formats.exports.json import dump
from annotations.library import Library
from annotations.values.analysis import Analysis
from annotations.values.work import Exported, Shared
from reader.ui.app import HashiyaApp
from tests.reader.ui.reading.steps import answer, cancel, choices
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

SAYS = ARABIC.index("وقالت سعادة")
ADDS = ARABIC.index("وأضافت")
SECOND = ARABIC.index("وفي جلسة ثانية")
EDITOR = ARABIC.index("يذكر أن")


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="en")


def known(app: HashiyaApp) -> Analysis:
    return text_screen(app).opened.analysis


def speaker_at(app: HashiyaApp, offset: int) -> str:
    said = known(app).statement_at(offset)
    found = known(app).speaker(said.speaker) if said else None
    return found.name if found else ""


async def correct_here(app: HashiyaApp, offset: int, line: str, name: str = "") -> None:
    """Go to an offset, open the menu, pick the line that begins with `line`, and give a name where one is asked for."""
    text_screen(app).pane.go(offset)
    await pick(app, line)
    if name:
        await answer(app, name)


async def pick(app: HashiyaApp, line: str) -> None:
    """Open the menu here and pick a line by its words."""
    await text_screen(app).action_run("correct")
    await answer(app, line)


def test_the_menu_says_who_speaks_how_surely_and_why(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for offset, words in (
            (SAYS, ("ليلى منصور", "certain", "named next to “")),
            (ADDS, ("ليلى منصور", "the last speaker was", "وأضافت")),
        ):
            text_screen(app).pane.go(offset)
            await pilot.press("c")
            about = str(app.screen.query_one(".dialog-quote", Static).render())
            assert all(word in about for word in words), about
            await pilot.press("escape")
        text_screen(app).pane.go(EDITOR)
        await pilot.press("c")
        assert not app.screen.query(".dialog-quote")
        lines = [str(app.screen.query_one(OptionList).get_option_at_index(i).prompt).strip() for i in range(2)]
        assert lines == ["Assign speaker…", "New speaker…"]

    act(app, script)


def test_a_speaker_is_renamed_and_the_name_comes_back(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        before = known(app)
        await correct_here(app, SAYS, "Rename speaker", "ليلى المنصوري")
        assert speaker_at(app, SAYS) == "ليلى المنصوري"
        assert text_screen(app).pane.cursor == SAYS
        await pilot.press("u")
        assert known(app) == before
        assert "name of a speaker" in text_screen(app)._message
        await pilot.press("U")
        assert speaker_at(app, ADDS) == "ليلى المنصوري"

    act(app, script)


def test_a_statement_goes_to_another_one_to_a_new_one_and_to_nobody(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await correct_here(app, ADDS, "Change speaker", "المشاركون")
        assert speaker_at(app, ADDS) == "المشاركون"
        assert speaker_at(app, SAYS) == "ليلى منصور"
        await correct_here(app, ADDS, "Change speaker", "سالم")
        assert speaker_at(app, ADDS) == "سالم"
        await correct_here(app, ADDS, "Not a statement")
        assert speaker_at(app, ADDS) == ""
        await correct_here(app, EDITOR, "Assign speaker", "سالم")
        assert speaker_at(app, EDITOR) == "سالم"
        for _ in range(4):
            await pilot.press("u")
        assert speaker_at(app, ADDS) == "ليلى منصور"

    act(app, script)


def test_bounds_come_from_the_selection(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        text_screen(app).pane.go(ADDS)
        await pilot.press("e")
        await pick(app, "Set statement")
        statement = known(app).statement_at(ADDS)
        assert statement is not None
        assert statement.span.cut(ARABIC) == "وأضافت"
        assert statement.origin == "user"

    act(app, script)


def test_sessions_topics_and_furniture(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        count, topics = len(known(app).sessions), [topic.text for topic in known(app).topics]
        await correct_here(app, ADDS, "Start a new session", "كلمات")
        assert [s.label for s in known(app).sessions if s.origin == "user"][-1] == "كلمات"
        assert len(known(app).sessions) == count + 1
        await correct_here(app, ADDS, "Rename session", "ردود")
        session = known(app).session_at(ADDS)
        assert session is not None
        assert (session.label, session.span.start) == ("ردود", ADDS)
        await correct_here(app, EDITOR, "Mark as boilerplate")
        assert any(noise.span.holds(EDITOR) and noise.origin == "user" for noise in known(app).noise)
        await correct_here(app, EDITOR, "Mark as body")
        assert not any(noise.span.holds(EDITOR) for noise in known(app).noise)
        text_screen(app).pane.go(ARABIC.index("دول المنبع"))
        await pilot.press("e")
        await pick(app, "Make selection a topic")
        assert [t.text for t in known(app).topics if t.origin == "user"] == ["دول"]
        assert len(known(app).topics) == len(topics) + 1

    act(app, script)


def test_corrections_stay_when_the_text_is_understood_anew_and_are_exported(
    app: HashiyaApp, tmp_path: os.PathLike[str]
) -> None:
    async def script(_pilot: Pilot[None]) -> None:
        await correct_here(app, SAYS, "Rename speaker", "ليلى المنصوري")
        await correct_here(app, ADDS, "Not a statement")
        await correct_here(app, SAYS, "Re-analyse")
        assert speaker_at(app, SAYS) == "ليلى المنصوري"
        assert speaker_at(app, ADDS) == ""

    act(app, script)
    with Library(library_path(tmp_path), "سارة") as library:
        (document,) = library.documents()
        exported = Exported(document, library.text(document.id), library.analysis(document.id), ())
    speakers = json.loads(dump([exported], Shared()))["documents"][0]["speakers"]
    assert {s["name"]: s["origin"] for s in speakers}["ليلى المنصوري"] == "user"


def test_the_list_that_has_the_focus_says_which_speaker_is_meant(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        text_screen(app).pane.go(EDITOR)
        await pilot.press("f6", "f6")
        entry = text_screen(app).entry()
        assert entry.startswith("speaker-")
        name = next(s.name for s in known(app).speakers if f"speaker-{s.id}" == entry)
        await pick(app, "Delete speaker")
        assert name not in [s.name for s in known(app).speakers]

    act(app, script, size=(120, 40))


def test_another_window_sees_the_correction(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    from annotations.values.corrections import RenameSpeaker

    async def script(_pilot: Pilot[None]) -> None:
        number = known(app).speakers[0].id
        with Library(library_path(tmp_path), "عمر") as library:
            library.correct(text_screen(app).opened.document.id, RenameSpeaker(number, "اسم آخر"))
        await text_screen(app)._news.look()
        assert known(app).speakers[0].name == "اسم آخر"

    act(app, script)


def test_a_name_left_as_it_was_is_no_act_and_one_that_is_taken_is_refused(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        before = known(app)
        text_screen(app).pane.go(SAYS)
        await pick(app, "rename speaker")
        await answer(app, None)
        assert "Nothing was changed" in text_screen(app)._message
        await correct_here(app, SAYS, "Rename speaker", "المشاركون")
        assert "This name is already used" in text_screen(app)._message
        assert known(app) == before
        await pilot.press("u")
        assert "Nothing to undo" in text_screen(app)._message

    act(app, script)


def test_from_here_on_another_one_says_it(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await correct_here(app, ADDS, "different speaker", "سالم")
        assert (speaker_at(app, SAYS), speaker_at(app, ADDS)) == ("ليلى منصور", "سالم")
        await pilot.press("c")
        assert "set manually" in str(app.screen.query_one(".dialog-quote", Static).render())

    act(app, script)


def test_a_list_that_has_the_focus_offers_nothing_of_the_text_behind_it(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        text_screen(app).pane.go(SAYS)
        await pilot.press("f5", "f5", "c")
        lines = app.screen.query_one(OptionList)
        words = [str(lines.get_option_at_index(i).prompt).strip() for i in range(lines.option_count)]
        assert words[0] == "New speaker…"
        assert "Rename session" in words[1]
        assert not app.screen.query(".dialog-quote")

    act(app, script, size=(120, 40))


def test_a_speaker_and_a_topic_are_merged_and_a_dialog_left_changes_nothing(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        before = known(app)
        text_screen(app).pane.go(SAYS)
        await pick(app, "Merge ليلى")
        others = choices(app)
        assert len(others) == len(before.speakers) - 1
        assert not any(name.startswith("ليلى منصور") for name in others)
        await cancel(app)
        assert known(app) == before
        await pick(app, "Merge ليلى")
        await answer(app, "مجهول")  # nobody of that name: nothing to pick
        assert choices(app) == ["No matching speaker"]
        await cancel(app)
        await correct_here(app, SAYS, "Merge ليلى", "المشاركون")
        assert speaker_at(app, SAYS) == "المشاركون"
        topics = [topic.text for topic in known(app).topics]
        topic = next(t for t in known(app).topics if len(t.places) > 1)
        await correct_here(app, topic.places[0].start, "Merge topic", "zzz")
        assert choices(app) == ["No matching topic"]
        await cancel(app)
        other = next(text for text in topics if text != topic.text)
        await correct_here(app, topic.places[0].start, "Merge topic", other)
        assert [t.text for t in known(app).topics] == [text for text in topics if text != topic.text]
        await pilot.press("u", "u")
        assert known(app) == before
        await text_screen(app).action_run("correct")
        await answer(app, "zzz")
        assert choices(app) == ["No such correction here"]
        await cancel(app)

    act(app, script)
