"""Topics: noun phrases with all their places, inflection folded away, the best first, none inside another."""

import pytest
from hypothesis import given

from annotations.values.spans import Span
from reader.article.sections.topics import MOST, MOST_OF_SESSION, TopicIndex
from reader.article.words.sentence import Sentence
from tests.reader.article.phrases import sentence
from tests.strategies import PARAGRAPHS


def index(text: str, heads: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> TopicIndex:
    return TopicIndex(text, [sentence(text)], [sentence(head) for head in heads], names)


def topics(text: str, *, heads: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> list[str]:
    return [topic.text for topic in index(text, heads, names).topics()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التطرف العنيف خطر", ["التطرف العنيف"]), ("في أسعار الديزل", ["أسعار الديزل"]), ("في أسعار الديزل ثم بأسعار الديزل", ["أسعار الديزل"]),
        ("الأمن والتنمية", ["الأمن والتنمية"]), ("للتطرف العنيف", ["التطرف العنيف"]), ("وبالتَّطرُّفِ العنيف", ["التَّطرُّفِ العنيف"]),
        ("التطرف، العنيف", []), ("التطرف / العنيف", []), ("التطرف بالعنف", []), ("التطرف", []), ("التطرف عاد والتطرف", ["التطرف"]),
        ("عاد محمد إلى الدوحة", []), ("وقال الوزير", []), ("اليوم الماضي", []), ("15 😀", []), ("", []),
    ],
)  # fmt: skip
def test_a_topic_is_a_definite_phrase_or_a_repeated_noun(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


def test_inflected_and_prefixed_phrases_are_one_topic_with_all_its_places() -> None:
    text = "التطرف العنيف خطر، وبالتطرف العنيف ضرر، فالتطرف العنيف مرض"
    (topic,) = index(text).topics()
    assert topic.text == "التطرف العنيف"
    assert [place.cut(text) for place in topic.places] == ["التطرف العنيف", "وبالتطرف العنيف", "فالتطرف العنيف"]


def test_the_commonest_form_is_shown() -> None:
    assert topics("الحلول السلمية، الحلول السلمي، الحلول السلمي") == ["الحلول السلمي"]


def test_frequent_headed_introduced_and_qualified_phrases_come_first() -> None:
    one, other = "الماء العذب", "الهواء النقي"
    text = f"{one} هنا، {other} هناك"
    assert topics(text, heads=("الماء العذب",))[0] == one
    assert topics(f"{other} هناك، {one} هنا، {one} هنا")[0] == one
    assert topics(f"{one} هنا، {other} هناك", heads=("الهواء",))[0] == other
    assert topics("الباب الكبير هنا، سبل الماء العذب")[0] == "الماء العذب"
    assert topics("رئيس البلاد هنا، سعر الحليب هناك، السعر، الحليب")[0] == "سعر الحليب"


def test_no_topic_is_inside_another_and_names_are_none() -> None:
    found = topics("سعر الحليب الطازج غال، في سعر الحليب الطازج، الحليب الطازج نادر")
    assert len(found) == 1
    assert topics("البكري العظيم، البكري العظيم") == ["البكري العظيم"]
    assert topics("البكري العظيم، البكري العظيم", names=("منى البكري", "العظيم")) == []


def test_there_are_at_most_so_many_topics_and_fewer_of_a_stretch() -> None:
    letters = "بتجدرسشصطعفقكمن"
    text = "، ".join(f"الب{one}ار الم{other}يل" for one in letters for other in letters[:3])
    found = index(text)
    assert len(found.topics()) == MOST
    assert len(found.of(Span(0, len(text)))) == MOST_OF_SESSION


def test_the_topics_of_a_stretch_are_those_that_begin_in_it() -> None:
    text = "الماء العذب هنا، الهواء النقي هناك"
    found, middle = index(text), text.index("الهواء")
    assert [topic.text for topic in found.of(Span(0, middle))] == ["الماء العذب"]
    assert [topic.text for topic in found.of(Span(middle, middle + 1))] == ["الهواء النقي"]
    assert found.of(Span(middle + 1, len(text))) == found.of(Span(0, 0)) == []


def test_a_text_without_sentences_has_no_topics() -> None:
    assert TopicIndex("", [], []).topics() == []
    assert TopicIndex("", [Sentence(Span(0, 0), [], [], direct=False)], []).topics() == []


@given(PARAGRAPHS)
def test_places_lie_in_the_text_in_order(text: str) -> None:
    for topic in index(text).topics():
        assert list(topic.places) == sorted(set(topic.places))
        assert all(0 <= place.start < place.end <= len(text) for place in topic.places)
        assert topic.text
