"""Sentences: which words are quoted speech, what opens it, and words that are a name in one place and not in another."""

import pytest

from annotations.values.spans import Span
from reader.article.words.sentence import read_sentence
from tests.reader.article.phrases import sentence


@pytest.mark.parametrize(
    ("text", "quoted", "direct"),
    [
        ("قال: «نحن نبني السد معا» أمس", "نحن نبني السد معا", True), ('قال: "نحن نبني السد معا" أمس', "نحن نبني السد معا", True),
        ("قال: “نحن نبني السد معا” أمس", "نحن نبني السد معا", True), ("زار «سد الوحدة الكبير» أمس", "", False),
        ("قال: «نحن نبني السد معا", "نحن نبني السد معا", True), ("زار «سد الوحدة", "", False),
        ("زار «السد» ثم قال «نحن نبني السد معا»", "نحن نبني السد معا", True),
        ("«نحن نبني السد معا» و«نحن نحمي الماء معا»", "نحن نبني السد معا نحن نحمي الماء معا", True), ("لا شيء من ذلك هنا", "", False),
        ("بناه» أمس ثم عاد إلى البيت", "", False), ("😀 «نَحْنُ نبني السدَّ معا»", "نَحْنُ نبني السدَّ معا", True), ("", "", False),
    ],
)  # fmt: skip
def test_a_quotation_of_four_words_is_speech(text: str, quoted: str, direct: bool) -> None:
    found = sentence(text)
    assert " ".join(t.letters for t, inside in zip(found.words, found.quoted, strict=True) if inside) == quoted
    assert found.direct == direct
    assert found.span == Span(0, len(text))


def test_a_word_before_the_quotation_may_end_it_only_once() -> None:
    found = sentence("قال «نحن نبني السد معا» ثم خرج من الباب» أمس")
    assert found.quoted == [False, True, True, True, True, False, False, False, False, False]


@pytest.mark.parametrize(
    ("gap", "opens"),
    [(": ", True), (" «", True), (' "', True), (" “", True), ("» ", False), ("، ", False), (" ", False)],
)
def test_a_colon_or_a_quotation_mark_opens_speech(gap: str, opens: bool) -> None:
    assert sentence(f"قال{gap}نعم").opens(1) == opens


def test_only_the_span_of_the_text_is_read() -> None:
    text = "غادر. «قال نعم قال لا» وعاد."
    found = read_sentence(text, Span(6, len(text)))
    assert [token.letters for token in found.words] == ["قال", "نعم", "قال", "لا", "وعاد"]
    assert found.quoted == [True] * 4 + [False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حضر السيد علي اللقاء", True), ("قال محمد علي إن", True), ("قال علي بن سالم", True), ("شدد علي الأمن", False), ("علي الجميع", False),
        ("قال محمد، علي الجميع", False),
    ],
)  # fmt: skip
def test_ali_is_a_name_by_its_neighbours_where_no_final_ya_is_told_apart(text: str, name: bool) -> None:
    (ali,) = [token for token in sentence(text, dotted=True).words if token.letters == "علي"]
    assert ("given" in ali.word.kinds) == name
    (plain,) = [token for token in sentence(text).words if token.letters == "علي"]
    assert "given" in plain.word.kinds


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال باسم خالد إن", True), ("حضر السيد باسم الحفل", True), ("المتحدث باسم الحكومة", False), ("المتحدث باسم وزارة المياه", False),
        ("الناطق باسم بلدية الزرقاء", False), ("المتحدث باسم طيور", False), ("شكره باسم البلدية", False), ("كان باسم", False),
    ],
)  # fmt: skip
def test_basim_is_a_name_unless_something_is_done_in_a_name(text: str, name: bool) -> None:
    (basim,) = [token for token in sentence(text).words if token.key == "باسم"]
    assert ("given" in basim.word.kinds) == name


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("قال الفريق خالد إن", True), ("قال الفريق الركن سالم إن", True), ("قال الفريق أول سالم إن", True), ("فاز الفريق بالكأس", False),
        ("فاز الفريق", False),
    ],
)  # fmt: skip
def test_al_fariq_is_a_rank_only_before_a_name_or_a_rank(text: str, rank: bool) -> None:
    (team,) = [token for token in sentence(text).words if token.key == "الفريق"]
    assert ("honorifics" in team.word.kinds) == rank
