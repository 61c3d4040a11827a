"""What can be corrected at a position: the menu lines there, and the correction that each of them makes."""

import pytest

from annotations.values.analysis import Analysis, Noise
from annotations.values.corrections import (
    AddNoise,
    AddSession,
    AddSpeaker,
    AddTopic,
    AssignSpeaker,
    BoundStatement,
    Correction,
    DeleteNoise,
    DeleteSession,
    DeleteSpeaker,
    DeleteStatement,
    DeleteTopic,
    MergeSessions,
    MergeSpeakers,
    MergeTopics,
    MoveSession,
    RenameSession,
    RenameSpeaker,
    RenameTopic,
    SplitSession,
    SplitSpeaker,
)
from annotations.values.spans import Span
from reader.ui.page.open_document import OpenDocument
from reader.ui.page.selection_steps import sentence_of
from reader.ui.reading.correction_menu import (
    LONG,
    AskName,
    AskSpeaker,
    AskTopic,
    Direct,
    Item,
    Reanalyse,
    items,
    look,
)
from tests.reader.ui.opened import ANALYSIS, FIRST, LEILA_SAYS, SALEM_SAYS, SECOND, TEXT, opened, places, span

ANEW = "Re-analyse the text (keeps corrections)"


def menu(
    at: str, *, selected: str = "", entry: str = "", analysis: Analysis = ANALYSIS, text: str = TEXT
) -> dict[str, Item]:
    """Return the menu lines where the cursor is on the words `at`, by their words."""
    here = opened(text=text, analysis=analysis)
    cursor = text.index(at)
    selection = span(selected, text) if selected else None
    found = items(here, look(here, cursor, selection, selection or sentence_of(text, cursor), entry))
    named = {item.words.format(name=item.name): item for item in found}
    assert len(named) == len(found)
    return named


def direct(item: Item) -> Correction:
    assert isinstance(item.step, Direct)
    return item.step.correction


def named(item: Item, name: str) -> Correction:
    assert isinstance(item.step, AskName)
    return item.step.correction(name)


@pytest.mark.parametrize(
    ("at", "selected", "lines"),
    [
        ("قليل", "", [
            "Change speaker…", "Not a statement", "Rename speaker ليلى…", "Merge ليلى into…",
            "Split ليلى: different speaker from here…", "Delete speaker ليلى", "New speaker…",
            "Rename session 1 · الافتتاح…", "Merge 1 · الافتتاح with the next session", "Delete session 1 · الافتتاح",
            "Mark as boilerplate", ANEW,
        ]),
        ("قليل", "قليل", [
            "Change speaker…", "Not a statement", "Set statement to selection", "Assign speaker…", "Rename speaker ليلى…",
            "Merge ليلى into…", "Split ليلى: different speaker from here…", "Delete speaker ليلى", "New speaker…",
            "Rename session 1 · الافتتاح…", "Merge 1 · الافتتاح with the next session",
            "Set session 1 · الافتتاح to selection", "Delete session 1 · الافتتاح", "Make selection a session…",
            "Make selection a topic", "Mark as boilerplate", ANEW,
        ]),
        ("ندوة", "", ["Assign speaker…", "New speaker…", "Mark as boilerplate", ANEW]),
        ("شارك", "", ["Assign speaker…", "New speaker…", "Mark as body text", ANEW]),
        ("تنتهي", "", [  # the last session, and a paragraph within it
            "Assign speaker…", "New speaker…", "Rename session 2 · الختام…", "Start a new session here…",
            "Delete session 2 · الختام", "Mark as boilerplate", ANEW,
        ]),
        ("السدود", "", [  # on a topic, in a paragraph that is not the session's first
            "Change speaker…", "Not a statement", "Rename speaker سالم…", "Merge سالم into…",
            "Split سالم: different speaker from here…", "Delete speaker سالم", "New speaker…",
            "Rename session 1 · الافتتاح…", "Start a new session here…", "Merge 1 · الافتتاح with the next session",
            "Delete session 1 · الافتتاح", "Rename topic السدود…", "Merge topic السدود into…", "Delete topic السدود",
            "Mark as boilerplate", ANEW,
        ]),
    ],
)  # fmt: skip
def test_the_closest_context_comes_first(at: str, selected: str, lines: list[str]) -> None:
    assert list(menu(at, selected=selected)) == lines


def test_a_blank_line_offers_nothing_of_a_passage() -> None:
    blank = TEXT.index("\n\nوأضافت") + 1
    here = opened()
    words = [item.words for item in items(here, look(here, blank, None, None, ""))]
    assert "Assign speaker…" not in words
    assert "Mark as boilerplate" not in words


def test_a_text_with_one_speaker_one_topic_and_one_session_merges_nothing() -> None:
    alone = ANALYSIS._replace(
        speakers=ANALYSIS.speakers[:1], topics=ANALYSIS.topics[1:], sessions=(FIRST,), statements=(LEILA_SAYS,)
    )
    assert not [
        words for words in (*menu("قليل", analysis=alone), *menu("الأمطار", analysis=alone)) if "Merge" in words
    ]


@pytest.mark.parametrize(
    ("at", "selected", "line", "correction"),
    [
        ("قليل", "", "Not a statement", DeleteStatement(LEILA_SAYS.span, 1)),
        ("قليل", "قليل", "Set statement to selection", BoundStatement(LEILA_SAYS.span, 1, span("قليل"))),
        ("قليل", "", "Delete speaker ليلى", DeleteSpeaker(1)),
        ("قليل", "", "Merge 1 · الافتتاح with the next session", MergeSessions(1)),
        ("قليل", "قليل", "Set session 1 · الافتتاح to selection", MoveSession(1, span("قليل"))),
        ("تنتهي", "", "Delete session 2 · الختام", DeleteSession(2)),
        ("السدود", "", "Delete topic السدود", DeleteTopic("السدود")),
        ("تأخرت", "الأمطار", "Make selection a topic", AddTopic("الأمطار", places("الأمطار"))),
        ("شارك", "", "Mark as body text", DeleteNoise(span("شارك"))),
        ("تنتهي", "", "Mark as boilerplate", AddNoise(span("تنتهي الندوة غدا."))),
        ("تنتهي", "تنتهي", "Mark as boilerplate", AddNoise(span("تنتهي"))),
    ],
)
def test_a_line_that_needs_no_answer(at: str, selected: str, line: str, correction: Correction) -> None:
    assert direct(menu(at, selected=selected)[line]) == correction


@pytest.mark.parametrize(
    ("at", "selected", "line", "value", "correction"),
    [
        ("قليل", "", "Rename speaker ليلى…", "ليلى", RenameSpeaker(1, "س")),
        ("قليل", "", "New speaker…", "", AddSpeaker("س")),
        ("قليل", "سالم", "New speaker…", "سالم", AddSpeaker("س", mention=span("سالم"))),
        ("قليل", "", "Rename session 1 · الافتتاح…", "الافتتاح", RenameSession(1, "س")),
        ("السدود", "", "Start a new session here…", "", SplitSession(1, TEXT.index("ورد"), "س")),
        ("ندوة", "سالم", "Make selection a session…", "", AddSession(span("سالم"), "س")),
        ("السدود", "", "Rename topic السدود…", "السدود", RenameTopic("السدود", "س")),
    ],
)
def test_a_line_that_asks_for_a_name(at: str, selected: str, line: str, value: str, correction: Correction) -> None:
    item = menu(at, selected=selected)[line]
    assert named(item, "س") == correction
    assert isinstance(item.step, AskName)
    assert item.step.value == value


SENTENCE = span("تنتهي الندوة غدا.")


@pytest.mark.parametrize(
    ("at", "selected", "line", "besides", "made"),
    [
        ("قليل", "", "Change speaker…", 1,
         (AssignSpeaker(LEILA_SAYS.span, 3, 1), AddSpeaker("س", statement=LEILA_SAYS.span, before=1))),
        ("تنتهي", "", "Assign speaker…", 0, (AssignSpeaker(SENTENCE, 3), AddSpeaker("س", statement=SENTENCE))),
        ("قليل", "قليل", "Assign speaker…", 0,
         (AssignSpeaker(span("قليل"), 3), AddSpeaker("س", statement=span("قليل")))),
        ("السدود", "", "Split سالم: different speaker from here…", 2,
         (SplitSpeaker(2, SALEM_SAYS.span.start, "س", 3), SplitSpeaker(2, SALEM_SAYS.span.start, "س"))),
        ("السدود", "", "Merge سالم into…", 2, (MergeSpeakers(2, 3), None)),
    ],
)  # fmt: skip
def test_a_line_that_asks_for_a_speaker_known_or_new(
    at: str, selected: str, line: str, besides: int, made: tuple[Correction, Correction | None]
) -> None:
    step = menu(at, selected=selected)[line].step
    assert isinstance(step, AskSpeaker)
    assert (step.correction(3, "س"), step.correction(0, "س")) == made
    assert (step.besides, step.new) == (besides, made[1] is not None)


def test_a_topic_is_merged_into_another() -> None:
    step = menu("السدود")["Merge topic السدود into…"].step
    assert isinstance(step, AskTopic)
    assert step.besides == "السدود"
    assert step.correction("الأمطار") == MergeTopics("السدود", "الأمطار")


def test_the_last_line_analyses_anew() -> None:
    assert isinstance(menu("ندوة")[ANEW].step, Reanalyse)


@pytest.mark.parametrize(
    ("entry", "first"),
    [
        ("speaker-2", "Rename speaker سالم…"),
        ("session-2", "New speaker…"),
        ("topic-السدود", "New speaker…"),
        ("speaker-99", "New speaker…"),  # no longer there
        ("part-30", "New speaker…"),
    ],
)
def test_a_focused_entry_is_meant_rather_than_what_is_under_the_cursor(entry: str, first: str) -> None:
    lines = list(menu("قليل", entry=entry))
    assert lines[0] == first
    assert not {"Change speaker…", "Not a statement", "Mark as boilerplate"} & set(lines)
    assert (f"Rename session 2 · {SECOND.label}…" in lines) == (entry == "session-2")
    assert ("Rename topic السدود…" in lines) == (entry == "topic-السدود")


def test_the_statement_is_the_one_where_the_selection_begins() -> None:
    here = opened()
    both = Span(LEILA_SAYS.span.start, SALEM_SAYS.span.end)
    found = look(here, SALEM_SAYS.span.end - 1, both, both, "")
    assert (found.statement, found.selected) == (LEILA_SAYS, True)


def test_boilerplate_ends_where_it_ends() -> None:
    def at(offset: int, here: OpenDocument) -> Noise | None:
        return look(here, offset, None, None, "").noise

    here, end = opened(), span("شارك").end
    assert at(end - 1, here) is not None
    assert at(end, here) is None


def test_a_long_selection_offers_a_shortened_name() -> None:
    step = menu("قليل", selected=FIRST.span.cut(TEXT))["New speaker…"].step
    assert isinstance(step, AskName)
    assert step.value.endswith("…")
    assert len(step.value) <= LONG + 1
