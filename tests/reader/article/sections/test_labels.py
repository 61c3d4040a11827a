"""Short labels for sessions: the title, the noun with its qualifiers and topic, or whose talk it is."""

import pytest

from annotations.values.analysis import Speaker
from annotations.values.spans import Span
from reader.article.sections.labels import label_of
from tests.reader.article.phrases import read

SPEAKER = Speaker(1, "منى البكري")


@pytest.mark.parametrize(
    ("text", "noun", "label"),
    [
        ("وفي الجلسة الأولى تحدث الوزير", 1, "الجلسة الأولى"), ("بالجلسة الختامية تحدث", 0, "الجلسة الختامية"),
        ("للجلسة الختامية تحدث", 0, "الجلسة الختامية"), ("وعقدت جلسة ثانية حول تمويل المناخ، ثم", 1, "جلسة ثانية: تمويل المناخ"),
        ("وعقدت جلسة ثانية خصصت لتمويل المناخ أمس", 1, "جلسة ثانية: تمويل المناخ"), ("وعقدت جلسة ثانية مساء، حول تمويل المناخ", 1, "جلسة ثانية"),
        ("وعقدت جلسة عن السدود وقال", 1, "جلسة: السدود"), ("وعقدت جلسة أمس", 1, "جلسة منى البكري"), ("وألقت كلمتها أمس", 1, "كلمة منى البكري"),
        ("وقالت في مؤتمر صحفي أمس", 2, "مؤتمر صحفي"), ("وقالت في مؤتمر صحفي مشترك أمس", 2, "مؤتمر صحفي مشترك"), ("وقالت في مؤتمر صحفي", 2, "مؤتمر صحفي"),
        ("وحول موضوع السدود الكبيرة قالت", None, "السدود الكبيرة"), ("قالت نعم", None, "كلمة منى البكري"),
    ],
)  # fmt: skip
def test_a_session_is_labelled_by_its_noun_topic_or_speaker(text: str, noun: int | None, label: str) -> None:
    assert label_of(text, read(text), noun, None, SPEAKER) == label


@pytest.mark.parametrize(
    ("text", "noun", "label"),
    [
        ("وناقشت الجلسة أمس", 1, "الجلسة"), ("وحول جلسة السدود", 1, "السدود"), ("وناقشت جلسة السدود الكبيرة في البلاد", 1, "السدود الكبيرة في البلاد"),
        ("السدود الكبيرة في", None, "السدود الكبيرة"), ("وحول موضوع", None, ""), ("وحول جلسة", 1, "جلسة"), ("", None, ""),
    ],
)  # fmt: skip
def test_without_a_person_it_is_what_the_paragraph_is_about(text: str, noun: int | None, label: str) -> None:
    assert label_of(text, read(text), noun, None, None) == label
    assert label_of(text, read(text), noun, None, Speaker(1, "وزارة المياه", "org")) == label


def test_a_title_is_the_label_and_a_long_label_is_cut_between_words() -> None:
    text = "جلسة ثانية عن " + "المستحيلات " * 9
    assert label_of(text, read(text), 0, Span(5, 10), SPEAKER) == "ثانية"
    cut = label_of(text, read(text), 0, None, SPEAKER)
    assert cut == "جلسة ثانية: " + " ".join(["المستحيلات"] * 4) + "…"
    exact = "ا" * 60
    assert label_of(exact, read(exact), None, None, None) == exact
