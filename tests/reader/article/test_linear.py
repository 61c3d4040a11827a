"""The time of the analysis is linear in the text, whatever the text is made of."""

import gc
from collections.abc import Callable
from time import process_time

import pytest

from reader.article.layout.page import lay_out
from reader.article.parse import parse
from tests.reader.article.shapes import BODY, SHAPES, name

_MOST = 7.0  # times as long for four times the text: linear with room for noise; quadratic would be 16


def _seconds(text: str) -> float:
    """Return the time of a parse as it runs in its own process: without a search for cycles through all of pytest."""
    gc.disable()
    try:
        started = process_time()
        parse(text)
        return process_time() - started
    finally:
        gc.enable()


def _growth(shape: Callable[[int], str], times: int) -> float:
    """Return the ratio of the shortest times, measured again while noise alone may have made it too large."""
    short, long = shape(times), shape(4 * times)
    pairs: list[tuple[float, float]] = []
    ratio = _MOST
    while len(pairs) < 3 or (ratio >= _MOST and len(pairs) < 8):
        pairs.append((_seconds(short), _seconds(long)))
        ratio = min(b for _, b in pairs) / min(a for a, _ in pairs)
    return ratio


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_as_long(shape: str) -> None:
    times, made = SHAPES[shape]
    parse(BODY)
    assert _growth(made, times) < _MOST


def test_a_line_with_a_long_tatweel_is_read_at_once() -> None:
    assert len(parse(f"{BODY}كت{'ـ' * 200}اب الله\n").articles) == 1


def test_a_thousand_speakers_are_a_thousand() -> None:
    lines = "".join(f"وقال {name(i)} إن العمل مستمر.\n" for i in range(1000))
    people = [speaker.name for speaker in parse(BODY + lines).speakers if speaker.kind == "person"]
    assert people == [name(i) for i in range(1000)]


def test_many_sessions_have_their_titles_and_topics() -> None:
    analysis = parse(SHAPES["sessions"][1](200))
    assert [session.number for session in analysis.sessions] == list(range(1, 201))
    assert all(session.title is not None and session.topics for session in analysis.sessions)


@pytest.mark.parametrize(
    ("shape", "role"), [("boilerplate", "noise"), ("separators", "separator"), ("datelines", "meta")]
)
def test_many_lines_are_each_what_one_is(shape: str, role: str) -> None:
    lines = lay_out(SHAPES[shape][1](100)).lines
    assert [line.role for line in lines].count(role) == 100


def test_all_but_the_last_of_repeated_titles_are_boilerplate() -> None:
    lines = lay_out("سد النيل\n" * 50 + BODY).lines
    assert [line.kind for line in lines].count("repeated title") == 49


def test_each_repeated_cue_goes_on_with_the_last_speaker() -> None:
    analysis = parse(f"{BODY}وقال سالم العبادي إن العمل جار.\n" + "وأضاف أن العمل مستمر.\n" * 300)
    assert [speaker.name for speaker in analysis.speakers if speaker.kind == "person"] == ["سالم العبادي"]
    assert {(s.speaker, s.reason) for s in analysis.statements[-300:]} == {
        (analysis.statements[-301].speaker, "silent")
    }
