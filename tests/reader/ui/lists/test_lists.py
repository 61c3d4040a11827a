"""The lists over the text, by their keys: what each does, what it says, and that it is undone."""

import os
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from textual.pilot import Pilot

from annotations.library import Library
from annotations.merging.merge import merge
from annotations.values.attributes import CodedUnit
from annotations.values.corrections import RenameSession
from annotations.values.spans import Span
from reader.cli.merge import work_in
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.app import HashiyaApp
from reader.ui.dialogs.note import NoteScreen
from reader.ui.dialogs.picker import Picker
from reader.ui.lists.base import ListScreen
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen

L = TypeVar("L", bound=ListScreen)
SENTENCE = "وأضافت: "


@pytest.fixture
def app(tmp_path: os.PathLike[str]) -> HashiyaApp:
    return start(ARABIC, library_path(tmp_path), language="ar")


def top(app: HashiyaApp) -> ListScreen:
    assert isinstance(app.screen, ListScreen), app.screen
    return app.screen


def run(app: HashiyaApp, script: Callable[[Pilot[None]], Awaitable[None]], size: tuple[int, int] = (100, 30)) -> None:
    act(app, script, size=size)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause(0.05)


def tags_of(app: HashiyaApp) -> list[tuple[str, tuple[int, ...]]]:
    return [(a.anchor.quote[:8], a.tags) for a in text_screen(app).opened.annotations]


def test_the_codebook_is_changed_and_undone_by_keys(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "T", "i", *"مياه", "enter")
        names = [row.cells[0] for key in top(app).grid.keys if (row := top(app).grid.row(key))]
        assert "مياه" in names
        assert names.index("اتهام") < names.index("دليل") < names.index("مياه")
        await press(pilot, "i", *"المياه", "enter")
        names = [row.cells[0] for key in top(app).grid.keys if (row := top(app).grid.row(key))]
        assert names.count("المياه") == 1
        await press(pilot, "i", *"مياة", "enter")
        assert "مياه" in screen_text(app).splitlines()[-2]
        await press(pilot, "u", "u")
        names = [row.cells[0] for key in top(app).grid.keys if (row := top(app).grid.row(key))]
        assert "مياه" not in names
        await press(pilot, "home", "d")
        assert "موقوف" in screen_text(app)
        await press(pilot, "u", "k", "u", "question_mark")
        assert "تغيير لون الوسم" in screen_text(app)
        await press(pilot, "escape", "q")
        assert app.screen is text_screen(app)

    run(app, script)


def test_tags_made_one_take_their_passages_along(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "j", "2", "T", "f", *"مطالبة", "enter", "j", *"موقف", "enter")
        await press(pilot, "q")
        assert [tags for _quote, tags in tags_of(app)] == [(1,)]
        await press(pilot, "u")
        assert [tags for _quote, tags in tags_of(app)] == [(2,)]

    run(app, script)


def test_a_list_of_tags_is_pasted(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "T", "l", *"ab: x", "enter", *"  cd", "enter", *"موقف", "ctrl+s")
        rows = {row.cells[0]: row.depth for key in top(app).grid.keys if (row := top(app).grid.row(key))}
        assert (rows["ab"], rows["cd"]) == (0, 1)
        assert len(rows) == 11

    run(app, script)


def test_all_the_same_tags_the_ticked_places_in_one_act(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        screen = text_screen(app)
        screen.pane.go(screen.opened.text.index("التحلية والطاقة"))
        await press(pilot, "asterisk")
        shown = screen_text(app)
        assert "4 مواضع" in shown
        await press(pilot, "t", *"سبب", "enter")
        await press(pilot, "q")
        assert [tags for _quote, tags in tags_of(app)] == [(5,)] * 4
        assert {quote for quote, _tags in tags_of(app)} == {"التحلية"}
        await press(pilot, "u")
        assert tags_of(app) == []
        assert "وسم 4 مواضع بـ«سبب»" in screen_text(app)

    run(app, script)


def test_doubtful_places_stand_apart_and_unticked(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "K", "ctrl+home", *["delete"] * 20, *"عام", "enter")
        await press(pilot, "o", "o", "o", "o")
        assert len(top(app).grid.keys) >= 1
        await press(pilot, "i", *["backspace"] * 10, *"كل", "enter")
        assert top(app).grid.selected <= set(top(app).grid.keys)
        await press(pilot, "k", "k", "l", "l", "o", "e", "a", "a")

    run(app, script)


def test_the_annotation_list_filters_retags_removes(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "1", "j", "2", "j", "2", "A")
        screen = top(app)
        assert len(screen.grid.keys) == 3
        await press(pilot, "t", *"مطالبة", "enter")
        assert len(screen.grid.keys) == 2
        await press(pilot, "a", "e", *"نتيجة", "enter")
        assert len(screen.grid.keys) == 0
        await press(pilot, "t", "enter")
        assert len(screen.grid.keys) == 3
        await press(pilot, "a", "d")
        assert len(screen.grid.keys) == 0
        await press(pilot, "u", "u")
        assert len(screen.grid.keys) == 3
        await press(pilot, "f", *"التحلية", "enter")
        assert 0 < len(screen.grid.keys) < 3
        await press(pilot, "enter")
        assert app.screen is text_screen(app)
        assert text_screen(app).pane.cursor == text_screen(app).opened.text.index(SENTENCE)

    run(app, script)


def test_statements_are_tagged_together(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "Q", "s")
        assert len(top(app).grid.keys) == 1
        await press(pilot, "s", "s", "a", "t", *"دليل", "enter", "q")
        assert len(tags_of(app)) == 3
        await press(pilot, "u")
        assert tags_of(app) == []

    run(app, script)


def test_the_form_is_made_and_filled_by_keys(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 13, "F", "i", *"الاتجاه", "enter", *"مؤيد", "enter", *"معارض", "ctrl+s")
        await press(pilot, "2")
        assert "● معارض" in screen_text(app)
        await press(pilot, "0", "1", "u", "escape")
        assert app.screen is text_screen(app)

    run(app, script)
    with Library(library_path(tmp_path), "سارة") as library:
        (attribute,) = library.form.attributes()
        assert (attribute.scope, [value.name_ar for value in attribute.values]) == ("statement", ["مؤيد", "معارض"])
        assert library.form.codings() == []


def test_the_library_opens_another_text_and_deletes_with_undo(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "second.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("خبر ثان\n\nقال الوزير إن الأمن مستتب.\n")

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "L", "i", *path, "enter")
        await pilot.pause(0.3)
        assert len(top(app).grid.keys) == 2
        await press(pilot, "i", *path, "enter")
        await pilot.pause(0.2)
        assert len(top(app).grid.keys) == 2
        await press(pilot, "home", "p", *"أمن", "enter")
        assert "أمن" in screen_text(app)
        await press(pilot, "f", *"ثان", "enter", "l")
        assert "حذف" in screen_text(app)
        await press(pilot, "u", "f", "escape", "f", *"ثان", "enter", "enter")
        await pilot.pause(0.1)
        assert text_screen(app).opened.text.startswith("خبر ثان")

    run(app, script)


def test_a_coder_is_compared_settled_and_hidden(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "1")
        own = text_screen(app).opened.annotations[0].anchor.span
        with Library(library_path(tmp_path), "عمر") as other:
            other.passages.annotate(1, own, [2])
            other.passages.annotate(1, Span(own.start, own.start + 4), [3])
        await pilot.pause(1)
        assert len(tags_of(app)) == 3
        await press(pilot, "B")
        assert len(tags_of(app)) == 1
        await press(pilot, "B", "C")
        assert "وسوم مختلفة" in screen_text(app)
        await press(pilot, "home", "s", "q")
        agreed = [a.tags for a in text_screen(app).opened.annotations if a.coder == "سارة + عمر"]
        assert agreed in ([(2,)], [(3,)])
        assert [a.tags for a in text_screen(app).opened.annotations if a.coder == "سارة"] == [(1,)]
        await press(pilot, "u", "R")
        assert "كابا" in screen_text(app)
        await press(pilot, "k", "e", "l", "q", "H")
        assert "فصل في خلاف" in screen_text(app)
        await press(pilot, "q", "G", "k", "k", "k", "k")
        assert "تلازم الوسوم" in screen_text(app)
        assert len(top(app).grid.keys) >= 2
        await press(pilot, "down", "enter")
        if isinstance(app.screen, Picker):  # a row of several cells: which one
            await press(pilot, "down", "enter")
        assert top(app).NAME == "annotations"

    run(app, script)


def test_the_last_tag_again_and_bounds_by_keys(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "4", "j", "full_stop")
        assert [tags for _quote, tags in tags_of(app)] == [(4,), (4,)]
        before = text_screen(app).opened.annotations[1].anchor.span
        await press(pilot, "w", "w", "I")
        after = text_screen(app).opened.annotations[1].anchor.span
        assert before.start < after.start < after.end == before.end
        await press(pilot, "w", "O")
        assert text_screen(app).opened.annotations[1].anchor.span.end < before.end
        await press(pilot, "u", "u")
        assert text_screen(app).opened.annotations[1].anchor.span == before

    run(app, script)


def test_finding_says_what_is_spelt_otherwise_and_takes_patterns(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "f", *"الاولي", "enter")
        assert "برسم «الأولى»" in screen_text(app)
        await press(pilot, "ctrl+t", "ctrl+t", "ctrl+t", "f", *"[0-9]+", "enter")
        assert len(text_screen(app).finding.places) >= 3
        await press(pilot, "f", *"(ال")
        assert "النمط" in screen_text(app)
        await press(pilot, "enter")
        assert "النمط" in screen_text(app)
        assert len(text_screen(app).finding.places) == 0

    run(app, script)


def test_the_history_calls_a_tag_what_it_was_called_then(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "1", "T", "home", "e", *["backspace"] * 20, *"رأي", "enter")
        await press(pilot, "i", *"عابر", "enter")
        await press(pilot, "q", "H")
        shown = screen_text(app)
        assert "وسم بـ«موقف»" in shown
        assert "تسمية الوسم «اتهام»: «رأي»" in shown
        await press(pilot, "u")
        assert "تراجع عن وسم جديد «عابر»" in screen_text(app)

    run(app, script)


def test_a_row_of_the_heat_map_leads_to_the_passages_of_each_cell(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        statements = text_screen(app).opened.analysis.statements
        speakers = {s.id: s.name for s in text_screen(app).opened.analysis.speakers}
        first = statements[0]
        other = next(s for s in statements if s.speaker != first.speaker)
        with Library(library_path(tmp_path), "سارة") as library:
            library.passages.annotate(1, first.span, [1])
            wanted = library.passages.annotate(1, other.span, [1])
        await pilot.pause(1)
        await press(pilot, "G", "k", "enter")
        assert isinstance(app.screen, Picker)
        await press(pilot, *speakers[other.speaker], "enter")
        assert list(top(app).grid.keys) == [wanted.id]

    run(app, script)


def test_the_list_of_conflicts_leads_to_the_text_and_takes_back_decisions_alone(
    app: HashiyaApp, tmp_path: os.PathLike[str]
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        opened = text_screen(app).opened
        session = opened.analysis.sessions[1]
        theirs = os.path.join(tmp_path, "theirs.db")
        for path, label in ((theirs, "الثانية"), (library_path(tmp_path), "الأخرى")):
            with Library(path, "سارة" if label == "الأخرى" else "عمر") as library:
                if label == "الثانية":
                    add_source(library, Source(ARABIC.encode(), "/y/r.txt", "r"))
                library.correct(1, RenameSession(2, label))
                if label == "الأخرى":
                    merge(library.connection, work_in(theirs), "theirs.db")
        await pilot.pause(1)
        await press(pilot, "X")
        shown = screen_text(app)
        assert "الأخرى" in shown
        assert "الثانية" in shown
        await press(pilot, "u")
        assert "آخر إجراء ليس قرارًا: دمج theirs.db" in screen_text(app)
        assert len(top(app).grid.keys) == 1
        await press(pilot, "s")
        assert len(top(app).grid.keys) == 0
        await press(pilot, "u")
        assert len(top(app).grid.keys) == 1
        await press(pilot, "enter")
        assert text_screen(app).pane.cursor == session.span.start
        await press(pilot, "H")
        assert f"تسمية جلسة: {session.label} (الآن الأخرى)" in screen_text(app)

    run(app, script, (120, 30))


def test_guessed_and_lost_annotations_are_listed_apart(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        opened = text_screen(app).opened
        text, first = opened.text, opened.analysis.statements[0].span
        with Library(library_path(tmp_path), "سارة") as library:
            library.passages.annotate(1, Span(first.start, first.start + 12), [1])
            library.passages.annotate(1, Span(first.end - 14, first.end), [2])
            lost = opened.analysis.statements[-1].span
            library.passages.annotate(1, lost, [3])
            changed = text[: lost.start - 6] + "جملة أخرى." + text[lost.end + 6 :]
            middle = first.end - 7
            changed = changed[:middle] + "س" + changed[middle:]
            new = add_source(library, Source(changed.encode(), opened.document.path, opened.document.name))
            placed = sorted(a.placed for a in [*library.annotations(new.id), *library.orphans(new.id)])
        assert placed == ["exact", "guessed", "lost"]
        await pilot.pause(1.2)
        await press(pilot, "A")
        assert len(top(app).grid.keys) == 2
        assert "≈ " in screen_text(app)
        await press(pilot, "i")
        assert "حواشٍ موضعها مرجَّح" in screen_text(app)
        assert len(top(app).grid.keys) == 1
        await press(pilot, "i", "enter")
        assert top(app).NAME == "annotations"
        assert "كلماتها لم تعد في النص" in screen_text(app)

    run(app, script)


def test_one_attribute_of_the_form_against_another(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "G", "t")
        assert "يلزم سمتان" in screen_text(app)
        await press(pilot, "q", "q")
        spans = [s.span for s in text_screen(app).opened.analysis.statements][:3]
        with Library(library_path(tmp_path), "سارة") as library:
            library.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")
            library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
            library.form.new("person", "الصفة", ["رسمي", "خبير"], "ar")
            library.form.set(CodedUnit(1), 2, 4)
            for span, value in zip(spans, (1, 1, 2), strict=True):
                library.form.set(CodedUnit(1, span), 1, value)
        await pilot.pause(1)
        await press(pilot, "G", "t")
        table = [line.split() for line in screen_text(app).splitlines()[1:4]]
        assert [row[-1] for row in table[1:]] == ["2", "1"]
        assert "الاتجاه مقابل النوع" in screen_text(app)
        await press(pilot, "e")
        assert "النوع مقابل الاتجاه" in screen_text(app)
        assert "3" in screen_text(app).splitlines()[3]
        await press(pilot, "k")
        assert "الصفة" not in screen_text(app)  # a person's meets neither
        await press(pilot, "enter")
        assert top(app).NAME == "cross"

    run(app, script)


def test_a_note_is_dropped_only_when_asked_twice_in_a_row(app: HashiyaApp) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "a", *"أول", "escape", *"ثان", "escape")
        assert isinstance(app.screen, NoteScreen)
        assert "لم يُحفظ" in screen_text(app)
        await press(pilot, "escape")
        assert len(text_screen(app).opened.annotations) == 0

    run(app, script)


def test_a_persons_voices_are_joined_and_split(app: HashiyaApp, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "second.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("خبر ثان\n\nقالت الدكتورة ليلى منصور مديرة مركز الأنهار، إن الشح يزداد.\n")

    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "L", "i", *path, "enter")
        await pilot.pause(0.4)
        await press(pilot, "q", "P")
        assert "لعلهم واحد: ليلى منصور" in screen_text(app)
        await press(pilot, "home", "j")
        assert "شخص واحد: ليلى منصور" in screen_text(app)
        await press(pilot, "home", "t")
        assert top(app).NAME == "statements"
        assert len(top(app).grid.keys) == 3
        await press(pilot, "q", "home", "s", "u", "u")
        assert "لعلهم واحد: ليلى منصور" in screen_text(app)

    run(app, script)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
@pytest.mark.parametrize("key", [*list("TAQPLHGCRX"), "asterisk", "enter", "F"])
def test_every_list_fits_its_window(app: HashiyaApp, size: tuple[int, int], key: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, *["down"] * 11, "1", key)
        rows = screen_text(app).splitlines()
        assert len(rows) == size[1]
        assert app.screen is not text_screen(app)
        await press(pilot, "escape")
        assert app.screen is text_screen(app)

    run(app, script, size)


def test_what_is_shown_knows_the_last_act_so_that_the_first_key_reads_no_history(
    app: HashiyaApp, tmp_path: os.PathLike[str]
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "2")
        with Library(library_path(tmp_path), "سارة") as library:
            assert text_screen(app).opened.acts == (library.last_act(), 0)
            assert library.annotations_touched(library.last_act()) == set()

    run(app, script)
