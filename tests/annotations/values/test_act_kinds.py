"""The table of the kinds of act is consistent, and every label of the log has its kind."""

import re
from typing import get_args

import pytest

from annotations.errors import UnknownAct
from annotations.values.act_kinds import ActKind, Changes, act_kind, act_kinds

KINDS = list(act_kinds().values())


def placeholders(words: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", words))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_a_row_of_the_table_is_consistent(kind: ActKind) -> None:
    assert act_kind(kind.label) is kind
    assert kind.changes in get_args(Changes)
    assert kind.words or kind.several
    assert placeholders(kind.words) <= {"tag", "old", "name"}
    assert bool(kind.noun) == bool(kind.several)
    if kind.several:
        assert placeholders(kind.several) - {"tag", "name"} == {f"{kind.noun}s"}


@pytest.mark.parametrize(
    ("label", "changes", "one", "several"),
    [
        ("tag", "annotations", "tag “{tag}”", "tag {places} with “{tag}”"),
        ("remove", "annotations", "", "removal of {annotations}"),
        ("memo", "document", "memo on the text", ""),
        ("documents:correct", "analysis", "text corrected: {name}", ""),
        ("correct:add noise", "analysis", "page boilerplate", ""),
    ],
)
def test_a_label_has_its_changes_and_wording(label: str, changes: str, one: str, several: str) -> None:
    kind = act_kind(label)
    assert (kind.changes, kind.words, kind.several) == (changes, one, several)


def test_a_label_of_the_first_version_is_that_of_tagging() -> None:
    assert act_kind("tag:4") is act_kind("tag")


@pytest.mark.parametrize("label", ["", "Tag", "tags", "untag:4", "# label in the log", "correct:", "ملاحظة"])
def test_an_unknown_label_is_refused(label: str) -> None:
    with pytest.raises(UnknownAct):
        act_kind(label)
