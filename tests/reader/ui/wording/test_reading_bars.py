"""The words in the bars and sidebars of the reading screen."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from annotations.values.analysis import Analysis, Article, Speaker, Statement, Topic
from annotations.values.spans import Span
from reader.keys.commands import COMMANDS
from reader.keys.keymap import bindings, key_cap
from reader.language.i18n import _, plain, set_language
from reader.typeset.line import columns
from reader.ui.wording.reading_bars import (
    cap_text,
    cut,
    hints,
    session_entries,
    speaker_entries,
    status_row,
    title_row,
    topic_entries,
)
from tests.reader.ui.opened import ANALYSIS, CODER, TEXT, annotation, opened, places, span


def words(pieces: Sequence[Text]) -> list[str]:
    return [plain(piece.plain) for piece in pieces]


def status(at: str, *annotations: tuple[str, Sequence[int], str, str], room: int = 120, **over: str) -> list[str]:
    """Return the status row at some words, over annotations given by words, tags, note and coder."""
    marked = [annotation(n, span(w), tags, note=note, coder=who) for n, (w, tags, note, who) in enumerate(annotations)]
    row = status_row(
        opened(marked), TEXT.index(at), int(over.get("selected", 0)), over.get("message", ""),
        coder=CODER, room=room, mode="dark",
    )  # fmt: skip
    return words(row)


def test_sessions_are_numbered_in_their_colours() -> None:
    first, second = session_entries(opened())
    assert (first.key, first.number, first.name, first.ink) == ("session-1", "1. ", "الافتتاح", "session.1")
    assert (second.key, second.places) == ("session-2", (ANALYSIS.sessions[1].span,))


def test_without_sessions_the_subheadings_are_listed() -> None:
    head = span("ندوة المياه تبدأ في الميناء")
    analysis = Analysis(articles=(Article(Span(0, len(TEXT)), subheads=(head,)),))
    (entry,) = session_entries(opened(analysis=analysis))
    assert (entry.key, entry.name, entry.number, entry.places) == (f"part-{head.start}", head.cut(TEXT), "", (head,))
    assert session_entries(opened(analysis=Analysis())) == []


def test_speakers_with_most_statements_come_first_and_say_what_they_are() -> None:
    twice = Statement(span("الأمطار تكفي"), 3, "quotation")
    nobody = Speaker(4, "مصدر", kind="unnamed", role="")
    analysis = ANALYSIS._replace(statements=(*ANALYSIS.statements, twice), speakers=(*ANALYSIS.speakers, nobody))
    found = [(entry.name, entry.detail, entry.figure, len(entry.places)) for entry in speaker_entries(analysis)]
    assert found == [
        ("الهيئة", "organisation", "2", 2),
        ("ليلى", "مديرة الندوة", "1", 1),
        ("سالم", "", "1", 1),  # a person without a role needs no word
        ("مصدر", "unnamed source", "0", 0),
    ]


def test_topics_come_by_their_number_of_places() -> None:
    once, twice = Topic("سدود", places("السدود")), Topic("مطر", places("الأمطار"))
    found = topic_entries(Analysis(topics=(once, twice)))
    assert [(entry.key, entry.figure) for entry in found] == [("topic-مطر", "2"), ("topic-سدود", "1")]


@pytest.mark.parametrize(
    ("at", "paragraph", "facts"),
    [
        ("شارك", 0, "0% · وكالة الساحل"),  # before the article, its title is shown all the same
        ("سالم", 2, "60% · session 1 of 2 · paragraph 2 · وكالة الساحل"),
        ("تنتهي", 4, "89% · session 2 of 2 · paragraph 4 · وكالة الساحل"),
    ],
)
def test_the_title_row_says_where_one_is(at: str, paragraph: int, facts: str) -> None:
    offset = TEXT.index(at)
    share = round(100 * offset / (len(TEXT) - 1))
    start, end = words(title_row(opened(), offset, paragraph, "dark"))
    assert start == " ندوة المياه تبدأ في الميناء"
    assert end == f"{share}%" + facts[facts.index("%") + 1 :] + " "


@pytest.mark.parametrize(("text", "offset", "share"), [(TEXT, len(TEXT) - 1, "100%"), ("", 0, "0%"), ("ا", 0, "0%")])
def test_the_share_goes_from_nothing_to_all(text: str, offset: int, share: str) -> None:
    start, end = words(title_row(opened(text=text, analysis=Analysis()), offset, 0, "dark"))
    assert (start, end) == (" تقرير", f"{share} ")  # without an article, the document's title


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("قليل", "Speaker: ليلى (certain)"),
        ("السدود", "Speaker: سالم (probable)"),
        ("تكفي", "Speaker: الهيئة (possible)"),
    ],
)
def test_the_status_row_says_who_speaks_how_surely(at: str, said: str) -> None:
    assert status(at) == [f" {said}", ""]
    assert status("شارك") == [" ", ""]


def test_the_status_row_names_tags_and_notes_shortest_passage_first() -> None:
    here = (("ورد سالم أن السدود", [5], "", CODER), ("سالم", [4, 99], "رأي", CODER))
    assert status("سالم", *here) == [" ■ cause  • رأي  ■ dam", "3 March 2026 "]
    assert status("سالم", *here, room=99) == [" ■ cause  • رأي  ■ dam", ""]  # no room for the date
    set_language("ar")
    assert status("سالم", ("سالم", [4], "", "عمر")) == [" ■ السبب", "عمر، 3 مارس 2026 "]
    set_language("en")
    assert status("سالم", ("سالم", [6], "", "عمر")) == [" ■ Claim", "عمر, 3 March 2026 "]


def test_a_message_and_a_selection_come_before_what_is_at_the_cursor() -> None:
    here = ("سالم", [4], "", CODER)
    assert status("سالم", here, message="Copied") == [" Copied", ""]
    assert status("سالم", here, selected="1") == [" ■ cause", "Selected: 1 word "]
    assert status("سالم", here, selected="3", message="Copied") == [" Copied", "Selected: 3 words "]


@pytest.mark.parametrize("room", [12, 20, 30, 40, 60])
def test_pieces_that_do_not_fit_are_counted(room: int) -> None:
    many = [("سالم", [4], f"ملاحظة رقم {n}", CODER) for n in range(8)]
    start, _end = status("سالم", *many, room=room)
    shown = len([part for part in start.split("  ") if "■" in part or "•" in part])
    assert start.endswith(f"+{16 - shown}")
    assert shown >= 1
    assert shown == 1 or columns(start) <= room


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 5, ""), ("قصير", 5, "قصير"), ("قصير", 4, "قصير"), ("كلمة أخرى", 8, "كلمة…"), ("كلمة أخرى", 9, "كلمة أخرى"),
        ("طويلةجدا", 4, "طويل…"), ("سطر\n  آخر", 20, "سطر آخر"), ("مُحَمَّد يقول", 9, "مُحَمَّد…"), ("😀😀😀", 2, "😀😀…"),
    ],
)  # fmt: skip
def test_a_text_is_cut_at_a_blank_with_an_ellipsis(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


def test_a_key_cap_stands_from_left_to_right() -> None:
    assert plain(cap_text("Ctrl+↑")) == "Ctrl+↑"
    assert cap_text("[") != "["  # isolated, so that Arabic does not mirror it


@given(st.integers(10, 200), st.sampled_from(["ar", "en"]))
def test_hints_fit_and_come_in_the_order_of_the_commands(room: int, language: str) -> None:
    set_language(language)
    keys = bindings("pc")
    row = hints(keys, room, "dark").plain
    assert columns(row) <= max(room, 10)
    first, *shown = plain(row).strip().split("   ")
    known = [f"{key_cap(keys[c.id][0])} {_(c.name)}" for c in COMMANDS if c.hint]
    assert first == f"1-9 {_('Tag')}"
    assert shown == [hint for hint in known if hint in shown]


def test_with_room_enough_every_hint_is_shown_and_with_little_the_most_useful() -> None:
    keys = bindings("pc")
    hinted = [c for c in COMMANDS if c.hint]
    row = plain(hints(keys, 400, "dark").plain)
    assert all(_(c.name) in row for c in hinted)
    best = max(hinted, key=lambda c: c.hint)
    little = plain(hints(keys, 30, "dark").plain)
    assert _(best.name) in little
    assert len(little.split("   ")) < len(row.split("   "))
