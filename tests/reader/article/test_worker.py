"""Parsing in another process: the same result, with progress, and in this process where the other fails."""

import io
import pickle
import sys
from threading import Event, Thread

import pytest

from annotations.values.analysis import Analysis
from reader.article import worker
from reader.article.parse import parse
from reader.article.worker import AnalysisStopped, ParsingProcess, parse_apart
from tests.reader.article.test_language import BOOK

REPORT = "عمان في 3 مارس /بترا/ قال وزير المياه نزار السعود إن الخطة جاهزة 😀.\nوأضاف أن العمل مستمر.\n"


class Enough(Exception):
    """Raised by a listener who has heard enough."""


@pytest.mark.parametrize("text", [REPORT, "", "\ud800 قال"])
def test_apart_is_the_same_and_tells_how_far_it_is(text: str) -> None:
    heard: list[float] = []
    assert parse_apart(text, heard.append) == parse(text)
    assert heard == sorted(heard)
    assert heard
    assert all(0 < share <= 1 for share in heard)


def test_it_ends_when_nobody_listens() -> None:
    def told(share: float) -> None:
        raise Enough(share)

    with pytest.raises(Enough):
        parse_apart(BOOK * 3_000, told)


@pytest.mark.parametrize("program", ["/nowhere/python", "/bin/true", "/bin/echo"])
def test_where_the_other_process_fails_this_one_parses(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(sys, "executable", program)
    heard: list[float] = []
    assert parse_apart(REPORT, heard.append) == parse(REPORT)
    assert heard[0] == 0.1


def test_what_it_writes_is_progress_a_hundred_times_at_most_and_then_the_analysis(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = REPORT * 300
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    worker._work()
    out.seek(0)
    told = []
    while not isinstance(got := pickle.load(out), Analysis):  # noqa: S301 - written above
        told.append(got)
    assert got == parse(text)
    assert out.read() == b""
    assert 2 < len(told) <= 100
    assert [int(100 * share) for share in told] == sorted({int(100 * share) for share in told})


def test_another_thread_stops_it_at_once_and_nothing_more_begins() -> None:
    process = ParsingProcess()
    begun = Event()

    def stop() -> None:
        begun.wait(60)
        process.stop()

    thread = Thread(target=stop)
    thread.start()
    with pytest.raises(AnalysisStopped):
        process.parse(BOOK * 3_000, lambda _share: begun.set())
    thread.join()
    with pytest.raises(AnalysisStopped):
        process.parse(REPORT, lambda _share: None)
