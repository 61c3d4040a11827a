"""The organisation that a role names, in the wording of the role; the draft of a speaker becomes a value."""

import pytest

from annotations.values.analysis import Speaker
from annotations.values.spans import Span
from reader.article.speakers.affiliation import affiliation
from reader.article.speakers.draft import SpeakerDraft


@pytest.mark.parametrize(
    ("role", "house"),
    [
        ("مدير إدارة الصحة المهنية بوزارة الصحة العامة", "وزارة الصحة العامة"), ("مدير مركز الأنهار في جامعة الشمال بوزارة التعليم", "وزارة التعليم"),
        ("مدير قسم المياه في وزارة الزراعة", "وزارة الزراعة"), ("سفير قطر لدى منظمة اليونسكو", "منظمة اليونسكو"),
        ("الأمين العام للهيئة الوطنية", "الهيئة الوطنية"), ("الأمين العام لوزارة الصحة", "وزارة الصحة"),
        ("رئيس مجلس إدارة شركة السدود", "مجلس إدارة شركة السدود"), ("مديرة مركز الأنهار في الدوحة", "مركز الأنهار"),
        ("رئيس جمعية «أطباء السواحل»", "جمعية «أطباء السواحل»"), ("مُدِيرُ المَركَزِ", "المَركَزِ"), ("وزير المياه", ""), ("وزارة الصحة", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_organisation_of_a_role(role: str, house: str) -> None:
    assert affiliation(role) == house


def test_a_draft_becomes_a_speaker_with_its_mentions_in_order() -> None:
    draft = SpeakerDraft(3, "person")
    draft.name, draft.role, draft.honorific, draft.gender = "منى البكري", "مديرة مركز الأنهار", "الدكتورة", "f"
    draft.mentions = {Span(40, 46), Span(4, 14)}
    assert draft.speaker() == Speaker(
        3,
        "منى البكري",
        "person",
        "مديرة مركز الأنهار",
        "الدكتورة",
        (Span(4, 14), Span(40, 46)),
        "مركز الأنهار",
        gender="f",
    )


def test_only_persons_are_affiliated() -> None:
    draft = SpeakerDraft(1, "org")
    draft.name = draft.role = "رئاسة مركز الأنهار"
    assert draft.speaker() == Speaker(1, "رئاسة مركز الأنهار", "org", "رئاسة مركز الأنهار")
