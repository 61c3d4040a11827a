"""Tags, notes, boundaries and memos on the open document, each with what the screen says of it."""

import os
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.spans import Span
from reader.language.i18n import plain
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.note import NoteScreen
from reader.ui.reading.tagging import Tagging
from reader.ui.widgets.field import Lines
from tests.reader.ui.opened import span
from tests.reader.ui.reading.steps import answer, cancel, choices, said
from tests.reader.ui.stage import ARABIC, act, library_path, quiet, start, text_screen

SAYS = Span(ARABIC.index("وقالت سعادة"), ARABIC.index("\nوأضافت"))
CONFERENCE = span("مؤتمر المياه (WATER-24)", ARABIC)


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="en")


def play(app: HashiyaApp, script: Callable[[Tagging], Coroutine[Any, Any, None]]) -> None:
    """Run a script with the tagging of the reading screen, the cursor in SAYS."""

    async def run(_pilot: Pilot[None]) -> None:
        text_screen(app).pane.go(SAYS.start + 8)
        await script(Tagging(text_screen(app)))

    act(app, run)


def rows(app: HashiyaApp) -> list[tuple[Span, tuple[int, ...], str]]:
    return [(one.anchor.span, one.tags, one.note) for one in text_screen(app).opened.annotations]


def test_a_digit_tags_the_sentence_or_the_selection_and_takes_the_tag_off_again(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        first, second = (screen.opened.tags[n].names.exactly("en") for n in (0, 1))
        await tagging.tag_slot(1)
        assert rows(app) == [(SAYS, (1,), "")]
        assert said(app) == f"Tag “{first}”: {screen.count_words(SAYS)} words"
        screen.pane.select(CONFERENCE)
        await tagging.tag_slot(2)
        assert rows(app)[0] == (CONFERENCE, (2,), "")
        assert said(app) == f"Tag “{second}”: 4 words"
        assert screen.pane.selection is None
        screen.pane.select(CONFERENCE)
        await tagging.tag_slot(2)
        assert (said(app), len(rows(app))) == (f"Removed tag “{second}”", 1)
        screen.opened = screen.opened._replace(tags=screen.opened.tags[:8])
        await tagging.tag_slot(9)
        assert said(app) == "No tag has the key 9"

    play(app, script)


def test_the_last_tag_is_applied_again_but_never_taken_off(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        await tagging.again()
        assert said(app) == f"No tag used yet. {plain(screen.cap('tag.pick'))} to pick one."
        await tagging.tag_slot(3)
        await tagging.again()
        assert "Already tagged" in said(app)
        screen.pane.go(ARABIC.index("وأضافت"))
        await tagging.again()
        assert [tags for _span, tags, _note in rows(app)] == [(3,), (3,)]

    play(app, script)


def test_a_tag_is_picked_or_created_and_a_retired_one_is_not_offered(
    app: HashiyaApp, tmp_path: os.PathLike[str]
) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        retired = screen.opened.tags[4]
        with Library(library_path(tmp_path), "سارة") as library:
            library.codebook.retire(retired.id)
        await screen.catch_up()
        tagging.pick()
        await quiet(app)
        assert len(choices(app)) == len(screen.opened.tags) - 1
        assert not any(line.startswith(retired.names.exactly("en")) for line in choices(app))
        wanted = screen.opened.tags[6]
        await answer(app, wanted.names.exactly("en"))
        assert rows(app) == [(SAYS, (wanted.id,), "")]
        tagging.pick()
        await answer(app, "سدود")
        (made,) = [tag.id for tag in screen.opened.tags if tag.names.exactly("en") == "سدود"]
        assert rows(app) == [(SAYS, (wanted.id, made), "")]
        tagging.pick()
        await cancel(app, "zzz")
        assert "zzz" not in [tag.names.exactly("en") for tag in screen.opened.tags]

    play(app, script)


def test_a_name_that_is_taken_is_refused(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(tagging: Tagging) -> None:
        tagging.pick()
        await quiet(app)
        with Library(library_path(tmp_path), "سارة") as library:
            library.codebook.new("سدود", "en")  # in another window, meanwhile
        await answer(app, "سدود")
        assert "already" in said(app)
        assert rows(app) == []

    play(app, script)


def test_boundaries_move_to_the_letter_under_the_cursor(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        pane = text_screen(app).pane
        await tagging.bound(start=True)
        assert said(app) == "No annotation of yours here"
        await tagging.tag_slot(1)
        end = ARABIC.index("داعيةً")
        pane.go(end)
        await tagging.bound(start=False)
        assert rows(app)[0][0] == Span(SAYS.start, end + 1)
        words = text_screen(app).count_words(Span(SAYS.start, end + 1))
        assert said(app) == f"Boundaries changed: {words} words"
        pane.go(SAYS.end - 2)  # behind it, in the same paragraph
        await tagging.bound(start=False)
        assert rows(app)[0][0] == Span(SAYS.start, SAYS.end - 1)
        first = ARABIC.index("سعادة")
        pane.go(first)
        await tagging.bound(start=True)
        assert rows(app)[0][0] == Span(first, SAYS.end - 1)
        pane.go(SAYS.start)  # before it
        await tagging.bound(start=True)
        assert rows(app)[0][0] == Span(SAYS.start, SAYS.end - 1)
        pane.go(ARABIC.index("وأضافت"))  # in another paragraph
        await tagging.bound(start=False)
        assert said(app) == "No annotation of yours here"

    play(app, script)


def test_a_letter_with_harakat_is_taken_whole_into_the_boundaries(tmp_path: os.PathLike[str]) -> None:
    text = "قالَ مُحَمَّدٌ: السلامُ قريبٌ 😀 جدا.\n"
    app = start(text, library_path(tmp_path), language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        tagging = Tagging(screen)
        screen.pane.select(span("قالَ", text))
        await tagging.tag_slot(1)
        screen.pane.go(text.index("دٌ"))
        await tagging.bound(start=False)
        assert [one.anchor.quote for one in screen.opened.annotations] == ["قالَ مُحَمَّدٌ"]
        screen.pane.go(text.index("😀"))
        await tagging.bound(start=False)
        assert [one.anchor.quote for one in screen.opened.annotations] == ["قالَ مُحَمَّدٌ: السلامُ قريبٌ 😀"]

    act(app, script)


def test_a_note_is_written_on_the_selection_or_on_the_annotation_here(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        pane = text_screen(app).pane
        tagging.note()
        await write(app, "عن الجملة")
        assert (rows(app), said(app)) == ([(SAYS, (), "عن الجملة")], "Note saved")
        pane.select(CONFERENCE)
        tagging.note()
        await write(app, "عن المؤتمر")
        assert rows(app)[0] == (CONFERENCE, (), "عن المؤتمر")
        pane.go(CONFERENCE.start + 2)
        tagging.note()
        assert await text_in_editor(app) == "عن المؤتمر"
        acts = text_screen(app).opened.acts
        await write(app, "عن المؤتمر")  # as it was: no act
        assert text_screen(app).opened.acts == acts
        tagging.note()
        await write(app, "")
        assert (said(app), len(rows(app))) == ("Note removed", 1)

    play(app, script)


async def text_in_editor(app: HashiyaApp) -> str:
    await quiet(app)
    assert isinstance(app.screen, NoteScreen)
    return app.screen.query_one(Lines).value


async def write(app: HashiyaApp, words: str) -> None:
    await quiet(app)
    assert isinstance(app.screen, NoteScreen)
    app.screen.query_one(Lines).value = words
    app.screen.action_save()
    await quiet(app)


def test_the_memo_on_the_text_is_saved_once_it_differs(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        tagging.memo()
        await write(app, "للمراجعة")
        assert (screen.opened.document.memo, said(app)) == ("للمراجعة", "Memo saved")
        acts = screen.opened.acts
        tagging.memo()
        await write(app, "للمراجعة")
        tagging.memo()
        await quiet(app)
        assert isinstance(app.screen, NoteScreen)
        app.screen.action_leave()
        await quiet(app)
        assert screen.opened.acts == acts

    play(app, script)


def test_others_annotations_are_hidden_and_stay_untouched(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        with Library(library_path(tmp_path), "omar") as library:
            library.passages.annotate(screen.opened.document.id, SAYS, [2])
        await screen.catch_up()
        await tagging.tag_slot(1)
        assert [tags for _span, tags, _note in rows(app)] == [(2,), (1,)]
        for expected, words in ((1, "The others' annotations are hidden"), (2, "All annotations are shown")):
            await tagging.blind()
            assert (len(rows(app)), said(app)) == (expected, words)
        await tagging.remove()
        assert [tags for _span, tags, _note in rows(app)] == [(2,)]
        await tagging.remove()
        assert said(app) == "No annotation of yours here"
        await tagging.bound(start=True)
        assert said(app) == "No annotation of yours here"

    play(app, script)


def test_removing_takes_what_lies_inside_the_selection_or_the_shortest_one_here(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        pane = text_screen(app).pane
        word = Span(SAYS.start, SAYS.start + 5)
        for passage in (word, SAYS):
            pane.select(passage)
            await tagging.tag_slot(1)
        pane.select(Span(SAYS.start, SAYS.end - 1))
        await tagging.remove()
        assert [row[0] for row in rows(app)] == [SAYS]  # it reaches beyond the selection
        assert said(app).startswith("Removed 1 annotation")
        pane.select(Span(SAYS.start + 1, SAYS.start + 3))
        await tagging.remove()
        assert said(app) == "No annotation of yours here"
        pane.drop_selection()
        pane.go(SAYS.start)
        await tagging.remove()
        assert rows(app) == []
        for passage in (word, CONFERENCE):
            pane.select(passage)
            await tagging.tag_slot(1)
        pane.select(Span(0, len(ARABIC)))
        await tagging.remove()
        assert (rows(app), said(app).startswith("Removed 2 annotations")) == ([], True)

    play(app, script)


def test_undo_and_redo_say_what_they_did(app: HashiyaApp) -> None:
    async def script(tagging: Tagging) -> None:
        screen = text_screen(app)
        await tagging.replay(back=True)
        assert said(app) == "Nothing to undo"
        await tagging.tag_slot(1)
        tagging.memo()
        await write(app, "مذكرة")
        name = screen.opened.tags[0].names.exactly("en")
        for back, words, memo, count in (
            (True, "Undone: memo on the text", "", 1),
            (True, f"Undone: tag “{name}”", "", 0),
            (False, f"Redone: tag “{name}”", "", 1),
            (False, "Redone: memo on the text", "مذكرة", 1),
            (False, "Nothing to redo", "مذكرة", 1),
        ):
            await tagging.replay(back=back)
            assert (said(app), screen.opened.document.memo, len(rows(app))) == (words, memo, count)

    play(app, script)
