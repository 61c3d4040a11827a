"""The annotated reports: what is in them, how well the parser does on both halves, and on the same texts spelt otherwise."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reader.article.gold import REPORTS, Report, load
from tests.reader.article.scoring import parsed, score

HALVES = ("tuned", "held")
WRONG_DATES = {"tuned": 1, "held": 1}
INVENTED = {"tuned": 1, "held": 2}  # reports without sessions in which some were found
FLOORS = {"tuned": (93, 93), "held": (87, 85)}  # attribution and its precision, per cent


def reports(half: str) -> list[Report]:
    return [load(path) for path in sorted((REPORTS / half).glob("*.txt"))]


def _nbsp(text: str) -> str:
    places = [match.start() for match in re.finditer(" ", text)][6::7]
    letters = list(text)
    for at in places:
        letters[at] = "\u00a0"
    return "".join(letters)


TWINS: dict[str, Callable[[str], str]] = {
    "no hamza": lambda text: re.sub("ى(?![\u0621-\u0652])", "ي", re.sub("[أإآ]", "ا", text)),
    "quotes": lambda text: re.sub("[«»“”]", '"', text),
    "digits": lambda text: text.translate({ord(str(digit)): 0x660 + digit for digit in range(10)}),
    "persian letters": lambda text: text.translate({ord("ي"): "ی", ord("ك"): "ک"}),
    "nbsp": _nbsp,
}


def test_every_file_keeps_the_rules_of_the_format() -> None:
    assert [fault for half in HALVES for report in reports(half) for fault in report.faults] == []


GOOD = """style: QNA
kinds: other
speaker: s1 | person | m | خالد العبادي | role=وزير المياه
topics: السد
---
s1:N | قال وزير المياه خالِد العبـادي إن السد جاهز.
+- | وعاد الناس.
"""


@pytest.mark.parametrize(
    ("good", "bad", "faults"),
    [
        ("style", "style", []),
        ("topics: السد", "topics: النهر", ["topic not in the text: 'النهر'"]),
        ("| خالد العبادي |", "| سالم العبادي |", ["name not in the text: 'سالم العبادي'"]),
        ("s1:N", "s1:X", ["unknown speaker or cue: s1:X"]),
        ("+- |", "s1:C", ["no label: 's1:C وعاد الناس.'"]),
        ("kinds: other", "kinds: novel", ["unknown kind novel"]),
    ],
)
def test_faults_of_an_annotation_are_told(tmp_path: Path, good: str, bad: str, faults: list[str]) -> None:
    assert good in GOOD
    path = tmp_path / "report.txt"
    path.write_text(GOOD.replace(good, bad), encoding="utf-8")
    report = load(path)
    assert report.faults[: len(faults)] == faults
    assert bool(report.faults) == bool(faults)
    if not faults:
        assert report.text == "قال وزير المياه خالِد العبـادي إن السد جاهز. وعاد الناس."
        assert [unit.reported for unit in report.units] == ["yes", "no"]


def test_there_are_enough_reports_of_every_kind() -> None:
    every = [report for half in HALVES for report in reports(half)]
    held = reports("held")
    assert len(every) >= 30
    assert len(held) >= 15
    assert all(report.style for report in every)
    least = {
        "no-session": 8,
        "vowelled": 5,
        "organisations": 5,
        "press-conference": 3,
        "parliament": 3,
        "royal-military": 2,
    }
    for kind, count in least.items():
        assert sum(kind in report.kinds for report in every) >= count, kind


@pytest.mark.parametrize("half", HALVES)
def test_statements_go_to_who_says_them(half: str) -> None:
    accuracy, precision = FLOORS[half]
    assert score(half).accuracy >= accuracy
    assert score(half).precision >= precision


@pytest.mark.slow
@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("half", HALVES)
def test_another_spelling_costs_at_most_three_points(half: str, twin: str) -> None:
    assert score(half, TWINS[twin]).accuracy >= score(half).accuracy - 3


@pytest.mark.parametrize("half", HALVES)
def test_dates_are_read_out(half: str) -> None:
    told = [(report, analysis.articles[0]) for report, analysis in parsed(half)]
    wrong = [r.name for r, article in told if r.facts.get("date") and article.day != r.facts["date"]]
    assert len(wrong) <= WRONG_DATES[half], wrong
    assert [r.name for r, article in told if r.facts.get("hijri") and article.hijri != r.facts["hijri"]] == []


@pytest.mark.parametrize("half", HALVES)
def test_no_sessions_are_made_where_there_are_none(half: str) -> None:
    invented = [report.name for report, analysis in parsed(half) if not report.sittings and analysis.sessions]
    assert len(invented) <= INVENTED[half], invented
