"""Working in the app: moving, selecting, tagging, notes, undo, finding, lists, the mouse."""

import os
from base64 import b64decode

import pytest
from textual.pilot import Pilot

from annotations.values.spans import Span
from reader.settings.paths import sample_path
from reader.typeset.navigate import snap
from reader.typeset.view import View, ViewPlace
from reader.ui.app import HashiyaApp
from reader.ui.widgets.entries import Entries
from reader.ui.widgets.field import Lines
from reader.ui.widgets.strip_map import StripMap
from tests.reader.ui.stage import ARABIC, LATIN, act, library_path, start, text_screen


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    with open(sample_path(), encoding="utf-8") as file:
        return start(file.read(), library_path(tmp_path), language="ar")


def quotes(app: HashiyaApp) -> list[tuple[str, tuple[int, ...], str]]:
    return [(a.anchor.quote, a.tags, a.note) for a in text_screen(app).opened.annotations]


def selected(app: HashiyaApp) -> str:
    span = text_screen(app).pane.selection
    return span.cut(text_screen(app).opened.text) if span else ""


def test_left_and_right_go_as_the_eye_sees(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        start_offset = pane.cursor
        await pilot.press("left", "left")
        assert pane.cursor == start_offset + 2  # onward in Arabic
        await pilot.press("right")
        assert pane.cursor == start_offset + 1
        await pilot.press("end")
        row_end = pane.cursor
        await pilot.press("left")
        assert pane.cursor > row_end  # on to the next row
        await pilot.press("right")
        assert pane.cursor == row_end

    act(app, script)


def test_in_a_latin_text_right_goes_onward(tmp_path: os.PathLike[str]) -> None:
    app = start(LATIN, library_path(tmp_path), language="en")

    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        before = pane.cursor
        await pilot.press("right", "right", "left")
        assert pane.cursor == before + 1

    act(app, script)


def test_up_and_down_keep_the_column(app: HashiyaApp) -> None:
    from reader.typeset.navigate import column

    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        await pilot.press("right_square_bracket", *["left"] * 9)
        goal, before = column(pane.view, pane.cursor), pane.cursor
        await pilot.press("down", "down", "down", "up", "up", "up")
        assert (pane.cursor, column(pane.view, pane.cursor)) == (before, goal)

    act(app, script)


def test_motions_by_meaning(app: HashiyaApp, sample: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        sessions = [s.span.start for s in text_screen(app).opened.analysis.sessions]
        for start_offset in sessions:
            await pilot.press("f8")
            assert pane.cursor == start_offset
        await pilot.press("f8")
        assert pane.cursor == sessions[-1]
        await pilot.press("f7")
        assert pane.cursor == sessions[-2]
        await pilot.press("j")
        assert sample[pane.cursor :].startswith("وأشار إلى أن")
        await pilot.press("k", "ctrl+down", "ctrl+down")
        assert sample[pane.cursor :].startswith("وقال إنه يتعين")
        await pilot.press("w", "w", "p")
        assert sample[pane.cursor :].startswith("إنه يتعين")
        await pilot.press("ctrl+end")
        assert sample[pane.cursor :].strip(".") == ""
        await pilot.press("ctrl+home")
        assert pane.cursor == 0

    act(app, script)


def rows_of(view: View) -> int:
    """Return the number of rows in all blocks of a view."""
    count, key = 0, view.blocks.at(0)
    while key is not None:
        count += len(view.rows(key))
        key = view.blocks.after(key)
    return count


def test_pages_go_through_the_whole_text_and_back(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        seen: set[ViewPlace] = set()
        await pilot.press("ctrl+home")
        for _ in range(40):
            seen.update(line.place for line in pane._window() if line.row is not None)
            await pilot.press("pagedown")
        assert len(seen) == rows_of(pane.view)
        for _ in range(40):
            await pilot.press("pageup")
        assert (pane.top, pane.cursor) == (0, 0)

    act(app, script, size=(80, 12))


def test_the_selection_widens_and_narrows(app: HashiyaApp, sample: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "f8", "w", "w")
        steps = []
        for _ in range(6):
            await pilot.press("e")
            steps.append(selected(app))
        assert steps[0] == "المتحدثون"
        assert steps[1].startswith("كما تطرق")
        assert steps[1].endswith("المؤامرات:")
        assert steps[2] == sample[1008:1259]  # the sentence is the paragraph and the session
        assert steps[3:] == [steps[2]] * 3
        await pilot.press("E", "E")
        assert selected(app) == "المتحدثون"
        await pilot.press("l")
        assert selected(app) == ""
        await pilot.press("v", "left", "left")
        assert selected(app) == "الم"[:3]
        await pilot.press("escape")
        assert selected(app) == ""

    act(app, script)


def test_tagging_the_sentence_and_undoing(app: HashiyaApp, sample: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "4", "4")
        assert quotes(app) == []
        await pilot.press("4", "2")
        assert quotes(app) == [(sample[791:1007], (2, 4), "")]
        await pilot.press("u")
        assert quotes(app) == [(sample[791:1007], (4,), "")]
        await pilot.press("u", "u", "u", "u")
        assert quotes(app) == []
        await pilot.press("r", "ctrl+r", "U", "r")
        assert quotes(app) == [(sample[791:1007], (2, 4), "")]
        await pilot.press("d")
        assert quotes(app) == []
        await pilot.press("u")
        assert len(quotes(app)) == 1

    act(app, script)


def test_overlapping_annotations_have_stripes_of_their_own(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1", "e", "2", "w", "e", "e", "3")
        stripes = text_screen(app).opened.marked.stripes(791, 1200)
        assert len({stripe.initial for stripe in stripes}) == 3
        assert {stripe.ink for stripe in stripes} == {"stripe.1", "stripe.2", "stripe.3"}

    act(app, script)


def test_a_tag_is_picked_by_part_of_its_name_or_made(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "t", *"مقترح", "enter")
        await pilot.pause()
        assert quotes(app)[0][1] == (7,)
        await pilot.press("t", *"إرهاب", "enter")
        await pilot.pause()
        assert [(tag.names.exactly("ar"), tag.slot) for tag in text_screen(app).opened.tags][-1] == ("إرهاب", None)
        assert quotes(app)[0][1] == (7, 10)
        await pilot.press("t", "escape")
        assert quotes(app)[0][1] == (7, 10)

    act(app, script)


def test_a_note_is_written_changed_and_left(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "a", *"مهم", "ctrl+s")
        await pilot.pause()
        assert quotes(app)[0][1:] == ((), "مهم")
        await pilot.press("a", "end", "x", "escape")
        assert len(app.screen_stack) == 2  # it asks first
        await pilot.press("escape")
        await pilot.pause()
        assert quotes(app)[0][2] == "مهم"
        await pilot.press("a", "enter", *"جدا", "f2")
        await pilot.pause()
        assert quotes(app)[0][2] == "مهم\nجدا"
        await pilot.press("u")
        assert quotes(app)[0][2] == "مهم"

    act(app, script)


def test_finding_goes_round(app: HashiyaApp, sample: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        await pilot.press("f", *"الكونغرس")
        assert len(screen.finding.places) == 1
        await pilot.press(*["backspace"] * 8, *"ارهابي")
        assert len(screen.finding.places) == len([1 for i in range(len(sample)) if sample.startswith("إرهابي", i)])
        await pilot.press("enter")
        first = screen.pane.cursor
        await pilot.press("o")
        assert screen.pane.cursor > first
        await pilot.press("i", "i")
        assert screen.pane.cursor == snap(screen.pane.view, screen.finding.places[-1].start)
        await pilot.press("n")
        assert screen.pane.cursor == first
        await pilot.press("escape")
        assert not screen.finding.places

    act(app, script)


def test_leaving_the_field_goes_back_to_where_one_was(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        await pilot.press("f8", "slash", *"روز")
        assert pane.cursor > 4000
        await pilot.press("escape")
        assert (pane.cursor, list(text_screen(app).finding.places)) == (791, [])

    act(app, script)


def test_a_sidebar_leads_to_the_places_of_its_entries(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        await pilot.press("tab", "down", "down", "enter")
        assert screen.pane.cursor == screen.opened.analysis.sessions[2].span.start
        await pilot.press("tab")
        assert isinstance(app.focused, Entries)
        assert app.focused.id == "speakers"
        await pilot.press("home", "enter")
        rose = screen.opened.analysis.speakers[1]
        statements = [s.span for s in screen.opened.analysis.statements_of(rose.id)]
        assert list(screen.finding.places) == statements
        assert screen.pane.cursor == statements[0].start
        await pilot.press("enter")
        assert screen.pane.cursor == statements[1].start
        await pilot.press("shift+tab", "shift+tab")
        assert screen.pane.has_focus

    act(app, script, size=(120, 40))


def test_sidebars_fold_away_and_come_back(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        def shown() -> list[str]:
            return [name for name in ("sessions", "speakers", "topics") if app.screen.query_one(f"#{name}").display]

        assert shown() == []
        await pilot.press("f5")
        assert shown() == ["sessions"]
        await pilot.press("f6")
        assert shown() == ["speakers", "topics"]
        await pilot.press("f6")
        assert shown() == []
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.press("f5")
        assert shown() == ["sessions"]
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert app.screen.query_one("#sessions").has_class("over")
        assert text_screen(app).pane.size.width == 60

    act(app, script)


def test_the_panes_change_sides_with_the_language_and_the_text_does_not(tmp_path: os.PathLike[str]) -> None:
    places = {}
    for language in ("ar", "en"):
        app = start(ARABIC, os.path.join(tmp_path, language), language=language)

        async def script(_pilot: Pilot[None], app: HashiyaApp = app, language: str = language) -> None:
            screen = text_screen(app)
            places[language] = [app.screen.query_one(f"#{name}").region.x for name in ("sessions", "speakers")]
            assert screen.pane._pane.rtl
            assert screen.pane._pane.stripes > screen.pane._pane.text

        act(app, script, size=(120, 40))
    assert places["ar"] == places["en"][::-1] == [96, 0]


def test_folding_keeps_the_place(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        await pilot.press("f8")
        before = pane.cursor
        await pilot.press("z")
        assert [block.kind for block in pane.view.blocks].count("fold") == 2
        assert pane.cursor == before
        await pilot.press("z")
        assert "fold" not in {block.kind for block in pane.view.blocks}

    act(app, script)


def test_the_mouse(app: HashiyaApp, sample: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        pane = text_screen(app).pane
        right = pane._pane.text + pane._pane.text_width - 1
        row = next(
            y
            for y, line in enumerate(pane._window())
            if line.row and sample[pane.view.offset_of(line.place) :].startswith("ركز المنتدى")
        )
        await pilot.click("#text", offset=(right, row))
        assert sample[pane.cursor :].startswith("ركز المنتدى")
        await pilot.mouse_down("#text", offset=(right, row))
        await pilot.hover("#text", offset=(right - 2, row))
        await pilot.hover("#text", offset=(right - 2, row + 1))
        await pilot.mouse_up("#text", offset=(right - 2, row + 1))
        span = pane.selection
        assert span is not None
        assert span.cut(sample).startswith("ركز المنتدى الذي شاركت")
        assert span.cut(sample).endswith("ونو")
        await pilot.click(StripMap, offset=(10, 0))
        assert pane.cursor > len(sample) // 2

    act(app, script)


def test_a_sidebars_entry_is_clicked(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.click("#sessions", offset=(5, 4))
        assert text_screen(app).pane.cursor in [s.span.start for s in text_screen(app).opened.analysis.sessions]

    act(app, script, size=(120, 40))


def test_copying_goes_to_the_terminal_in_logical_order(
    app: HashiyaApp, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(HashiyaApp, "send", lambda _self, sequence: sent.append(sequence))
    monkeypatch.setenv("TERM", "xterm-256color")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "y", "Y")
        plain, cited = (b64decode(one.split(";")[2].rstrip("\x07")).decode() for one in sent)
        assert plain == sample[791:1007]
        assert cited.startswith("«وتناولت جلسة")
        assert cited.endswith("قنا، الدوحة، الخميس 14 أكتوبر 2021 (الفقرة 3)")

    act(app, script)


def test_a_command_is_picked_by_its_name(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "colon", *"توسيع", "enter")
        await pilot.pause()
        assert selected(app) == "وتناولت"

    act(app, script)


def test_several_files_are_added_and_the_first_is_shown(tmp_path: os.PathLike[str]) -> None:
    from reader.cli.read import _fresh
    from reader.keys.keymap import bindings
    from reader.settings.config import Config
    from reader.sources.source import Source
    from reader.ui.app import Start

    sources = tuple(Source(f"نص رقم {n}.\n".encode(), f"/x/{n}", f"doc{n}") for n in range(3))
    config = Config("en", library_path(tmp_path), "x", "pc")
    app = HashiyaApp(config, Start(_fresh(sources[0]), sources), bindings())

    async def script(pilot: Pilot[None]) -> None:
        for _ in range(500):
            names = await app.jobs.run(lambda library: sorted(d.name for d in library.documents()))
            if len(names) == len(sources):
                break
            await pilot.pause(0.02)
        assert names == ["doc0", "doc1", "doc2"]
        assert text_screen(app).opened.document.name == "doc0"

    act(app, script)


def test_other_coders_annotations_are_shown_but_not_removed(tmp_path: os.PathLike[str]) -> None:
    first = start(ARABIC, library_path(tmp_path), language="en", coder="sara")

    async def mark(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1")
        assert len(quotes(first)) == 1

    act(first, mark)
    second = start(ARABIC, library_path(tmp_path), language="en", coder="omar")

    async def look(pilot: Pilot[None]) -> None:
        assert len(quotes(second)) == 1
        await pilot.press("f8", "d")
        assert len(quotes(second)) == 1
        await pilot.press("1", "f9")
        assert sorted(a.coder for a in text_screen(second).opened.annotations) == ["omar", "sara"]
        assert text_screen(second).pane.cursor == text_screen(second).opened.annotations[0].anchor.span.start

    act(second, look)


def test_a_long_note_and_tags_fit_the_status_row(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1", "2", "3", "4", "5", "a")
        app.screen.query_one(Lines).value = "كلمة " * 30
        await pilot.press("ctrl+s")
        rows = [strip.cell_length for strip in app.screen._compositor.render_strips()]
        assert rows == [80] * 24
        assert Span(791, 1007) == text_screen(app).opened.annotations[0].anchor.span

    act(app, script)


def test_a_text_without_sessions_is_parted_by_its_sub_heads(tmp_path: os.PathLike[str]) -> None:
    body = "وقال وزير المياه رائد السعود إن الخطة جاهزة، وإن العمل يبدأ بعد شهر من الآن في كل المحافظات."
    text = f"خطة جديدة للمياه في البلاد\n\n{body}\n\nموعد التنفيذ\n\n{body}\n\nكلفة الخطة\n\n{body}\n"
    app = start(text, library_path(tmp_path), language="ar")

    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        assert screen.opened.analysis.sessions == ()
        assert [entry.name for entry in screen.sidebars.lists[0]._entries] == ["موعد التنفيذ", "كلفة الخطة"]
        screen.sidebars.lists[0].focus()
        await pilot.press("down", "enter")
        assert screen.pane.cursor == text.index("كلفة الخطة")

    act(app, script, size=(120, 40))
