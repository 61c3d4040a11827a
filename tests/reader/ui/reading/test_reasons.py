"""Why a statement was attributed to its speaker, in words."""

import pytest

from annotations.values.analysis import Statement
from annotations.values.spans import Span
from reader.language.i18n import plain, set_language
from reader.ui.reading.reasons import _ACTS, _REASONS, why
from tests.reader.ui.opened import LEILA_SAYS, opened

CUE = "“قالت”"


def told(statement: Statement) -> list[str]:
    return plain(why(opened(), statement)).split(" · ")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("named", f"named next to {CUE}"),
        ("title", f"only a title next to {CUE}"),
        ("silent", f"{CUE} has no subject; the last speaker was ليلى"),
        ("doubtful", f"{CUE} has no subject; ليلى is the most likely of several"),
        ("document", f"{CUE} refers to a document by ليلى"),
        ("continues", "no reporting verb; ليلى continues"),
        ("person", "set manually"),
    ],
)
def test_the_rule_is_told_with_speaker_act_and_confidence(reason: str, words: str) -> None:
    assert told(LEILA_SAYS._replace(reason=reason)) == ["ليلى", "assertion", "certain", words]


@pytest.mark.parametrize(
    ("reason", "words"), [("named", "no reporting verb; ليلى continues"), ("person", "set manually")]
)
def test_without_a_cue_nothing_is_said_of_one(reason: str, words: str) -> None:
    assert told(LEILA_SAYS._replace(cue=None, reason=reason))[-1] == words


def test_a_statement_of_an_earlier_version_has_no_reason() -> None:
    said = LEILA_SAYS._replace(reason="", confidence="possible", act="deny")
    assert told(said) == ["ليلى", "denial", "possible"]


def test_who_relays_a_statement_is_told() -> None:
    assert told(LEILA_SAYS._replace(via=3))[:2] == ["ليلى", "via الهيئة"]
    assert told(LEILA_SAYS._replace(via=99))[1] == "assertion"  # nobody that is known


def test_a_speaker_that_is_gone_leaves_a_blank() -> None:
    assert told(LEILA_SAYS._replace(speaker=99))[0] == ""


def test_every_reason_and_act_is_told_in_arabic_without_latin_letters() -> None:
    set_language("ar")
    seen = set()
    for reason in _REASONS:
        for act in _ACTS:
            words = " · ".join(told(Statement(Span(60, 70), 1, "quotation", LEILA_SAYS.cue, "sure", reason, act)))
            assert not any("a" <= char.lower() <= "z" or char in "{}" for char in words)
            seen.add(words)
    assert len(seen) == len(_REASONS) * len(_ACTS)
