"""The forms of the reporting verbs: persons, numbers, participles, object pronouns, and the marks that must follow."""

import pytest

from reader.article.words.lexicon import fold
from reader.article.words.verbs import Cue, conjugated, rows

KINDS = {"say", "assert", "reply", "relay", "express", "demand", "warn", "deny", "commit", "topic"}


@pytest.fixture(scope="module")
def forms() -> dict[str, Cue]:
    """Return the first cue of each form, which is the one that counts."""
    found: dict[str, Cue] = {}
    for form, cue in conjugated():
        found.setdefault(form, cue)
    return found


def test_a_row_has_class_past_present_participle_and_needs() -> None:
    by_past = {past: (kind, present, participle, needs) for kind, past, present, participle, needs in rows()}
    assert by_past["قال"] == ("say", "يقول", "قائل", ())
    assert by_past["أضاف"] == ("assert", "يضيف", "مضيف", ("that",))
    assert by_past["شدد"][3] == ("على", "that")
    assert {kind.removesuffix("+") for kind, *_ in rows()} <= KINDS


@pytest.mark.parametrize(
    ("form", "gender", "number"),
    [
        ("قال", "m", ""), ("قالت", "f", ""), ("قالوا", "m", "p"), ("قالا", "m", "d"), ("قالتا", "f", "d"), ("قلن", "f", "p"),
        ("رأى", "m", ""), ("رأت", "f", ""), ("رأوا", "m", "p"), ("رأيا", "m", "d"), ("رأتا", "f", "d"), ("رأين", "f", "p"),
        ("دعا", "m", ""), ("دعت", "f", ""), ("دعوا", "m", "p"), ("صرحن", "f", "p"), ("أعلنتا", "f", "d"),
        ("يؤكد", "m", ""), ("تؤكد", "f", ""), ("يؤكدون", "m", "p"), ("يؤكدان", "m", "d"), ("تؤكدان", "f", "d"), ("يؤكدن", "f", "p"),
        ("سيعلن", "m", ""), ("ستعلن", "f", ""), ("يدعون", "m", "p"), ("يرون", "m", "p"), ("ينفون", "m", "p"), ("ينفيان", "m", "d"),
    ],
)  # fmt: skip
def test_finite_forms_tell_gender_and_number(forms: dict[str, Cue], form: str, gender: str, number: str) -> None:
    assert forms[form][1:4] == (False, gender, number)


@pytest.mark.parametrize(
    ("form", "gender", "number"),
    [
        ("مؤكدا", "m", ""), ("مؤكدة", "f", ""), ("مؤكدين", "m", "p"), ("مؤكدات", "f", "p"), ("مؤكدتين", "f", "d"),
        ("داعيا", "m", ""), ("داعية", "f", ""), ("داعين", "m", "p"), ("داعيات", "f", "p"),
    ],
)  # fmt: skip
def test_participles_are_accusative_and_agree(forms: dict[str, Cue], form: str, gender: str, number: str) -> None:
    assert forms[form][1:4] == (True, gender, number)


@pytest.mark.parametrize(
    ("form", "kind", "gender", "needs"),
    [
        ("أبلغهم", "assert", "m", ("that!", "ب!", "that!", "ب!")), ("وصفتها", "express", "f", ("that!", "ب!", "ب", "that")),
        ("يدعوهما", "demand", "m", ("that!", "ب!")), ("رواه", "assert", "m", ("that!", "ب!")), ("سأله", "reply", "m", ("that!", "ب!", "that", "عن")),
    ],
)  # fmt: skip
def test_verbs_marked_plus_take_object_pronouns(
    forms: dict[str, Cue], form: str, kind: str, gender: str, needs: tuple[str, ...]
) -> None:
    assert forms[form] == Cue(kind, participle=False, gender=gender, needs=needs)


@pytest.mark.parametrize("form", ["قاله", "أوضحها", "قالواه", "-ه", "-", "-ت", "أسرون"])
def test_other_verbs_take_none_and_missing_tenses_have_no_forms(forms: dict[str, Cue], form: str) -> None:
    assert form not in forms


def test_every_verb_has_its_own_past_and_all_forms_are_bare_words(forms: dict[str, Cue]) -> None:
    folded = {fold(form) for form in forms}
    assert {fold(past) for _, past, *_ in rows()} <= folded
    assert all(fold(form).isalpha() for form in forms)
    assert {cue.kind for cue in forms.values()} == KINDS
