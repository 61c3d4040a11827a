"""Written words: one spelling for all, clitics and article taken off, the lists that contain them, the cue they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.words import lexicon
from reader.article.words.lexicon import cue_of, fold, fold_need, phrases, word, words
from tests.strategies import RANDOM_WORD


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُمَّة", "امه"), ("إلى", "الي"), ("آمال", "امال"), ("ٱلله", "الله"), ("هٰذا", "هذا"), ("مسؤول", "مسءول"), ("رئيس", "رءيس"),
        ("الأُمَـم", "الامم"), ("ایران", "ايران"), ("کتاب", "كتاب"), ("گچپژڤ", "كجبزف"), ("می\u200cشود", "ميشود"), ("ـ", ""), ("\u064e", ""),
        ("«الدوحة»،", "الدوحه"), ("(قنا)", "قنا"), ("كوفيد-19", "كوفيد-19"), ("😀سلام", "😀سلام"), ("ماء", "ماء"), ("", ""),
    ],
)  # fmt: skip
def test_folding_makes_spellings_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.one_of(RANDOM_WORD, st.text(max_size=12)))
def test_folding_twice_changes_nothing_more(written: str) -> None:
    assert fold(fold(written)) == fold(written)
    assert not set(fold(written)) & set("أإآٱىؤئة\u064e\u0651\u0640")


@pytest.mark.parametrize(("need", "folded"), [("إلى!", "الي!"), ("على", "علي"), ("ب!", "ب!"), ("that", "that")])
def test_a_mark_keeps_its_exclamation_mark_when_folded(need: str, folded: str) -> None:
    assert fold_need(need) == folded


@pytest.mark.parametrize(
    ("written", "clitics", "stem", "kind"),
    [
        ("وزير", ("", "", False), "وزير", "role_heads"), ("الوزير", ("", "", True), "وزير", "role_heads"),
        ("وَالوَزِيرَةُ", ("و", "", True), "وزيره", "role_heads"), ("فالوزير", ("ف", "", True), "وزير", "role_heads"),
        ("للوزارة", ("", "ل", True), "وزاره", "org_heads"), ("وبالوزارة", ("و", "ب", True), "وزاره", "org_heads"),
        ("كالوزارة", ("", "ك", True), "وزاره", "org_heads"), ("بوزارة", ("", "ب", False), "وزاره", "org_heads"),
        ("لوزارة", ("", "ل", False), "وزاره", "org_heads"), ("والي", ("", "", False), "الي", "role_heads"), ("إليسا", ("", "", False), "اليسا", "given"),
        ("كرامي", ("", "", False), "كرامي", ""), ("التقى", ("", "", False), "التقي", ""), ("النرجس", ("", "", True), "نرجس", ""),
        ("ال", ("", "", False), "ال", "particles"), ("و", ("", "", False), "و", ""), ("😀", ("", "", False), "😀", ""), ("", ("", "", False), "", ""),
    ],
)  # fmt: skip
def test_clitics_and_article_are_told_from_the_stem(
    written: str, clitics: tuple[str, str, bool], stem: str, kind: str
) -> None:
    found = word(written)
    assert (found.lead, found.prep, found.article) == clitics
    assert found.stem == stem
    assert kind in found.kinds if kind else not found.kinds


@pytest.mark.parametrize(
    ("written", "has", "lacks"),
    [
        ("علي", "given", "role_heads"), ("على", "prepositions", "given"), ("رحمة", "given", "blessings"), ("رحمه", "blessings", ""),
        ("آن", "given", "that"), ("أن", "that", "given"), ("فإن", "that", "particles"), ("فان", "particles", ""),
        ("قطرية", "nisba", ""), ("قطريون", "nisba", ""), ("الأن", "", "that"), ("وزيرة", "role_heads", ""), ("وزيرات", "groups", ""),
        ("مراقبون", "groups", ""), ("مراقبين", "groups", ""), ("مراقب", "", "groups"), ("متظاهرين", "unnamed", ""), ("مراسلا", "unnamed", ""),
    ],
)  # fmt: skip
def test_lists_follow_the_spelling_and_regular_forms(written: str, has: str, lacks: str) -> None:
    kinds = word(written).kinds
    assert not has or has in kinds
    assert lacks not in kinds


@pytest.mark.parametrize(
    ("written", "letters_only"), [("الدوحة", True), ("15", False), ("G20", False), ("😀", False), ("", False)]
)
def test_only_letters_are_alphabetic(written: str, letters_only: bool) -> None:
    assert word(written).alphabetic == letters_only


@pytest.mark.parametrize(
    ("written", "owned", "brings"),
    [
        ("قوله", True, True), ("رأيها", True, True), ("تعبيرهم", True, True), ("تعبير", False, True), ("بحسب", False, True),
        ("جاء", False, True), ("قال", False, True), ("كتابه", False, False), ("الوزير", False, False),
    ],
)  # fmt: skip
def test_what_may_bring_speech(written: str, owned: bool, brings: bool) -> None:
    assert (word(written).owned, word(written).brings) == (owned, brings)


@pytest.mark.parametrize(
    ("written", "kind", "participle"),
    [
        ("قال", "say", False), ("وقالت", "say", False), ("يؤكدون", "assert", False), ("وأضافوا", "assert", False), ("فأوضح", "assert", False),
        ("مؤكدًا", "assert", True), ("لافتة", "assert", True), ("داعيا", "demand", True), ("ودعت", "demand", False), ("دعوا", "demand", False),
        ("نَفَى", "deny", False), ("نفت", "deny", False), ("يُحذّر", "warn", False), ("تطرقا", "topic", False), ("أَعْرَبَ", "express", False),
        ("ليوضح", "assert", False), ("وستعلن", "assert", False), ("فذكّرت", "assert", False),
    ],
)  # fmt: skip
def test_forms_of_reporting_verbs(written: str, kind: str, participle: bool) -> None:
    cue = cue_of(written)
    assert cue is not None
    assert (cue.kind, cue.participle) == (kind, participle)


@pytest.mark.parametrize("written", ["المدينة", "وزير", "بيت", "في", "الدوحة", "15", "حملة", "آيدن", "و", "ف", ""])
def test_other_words_report_nothing(written: str) -> None:
    assert cue_of(written) is None


def test_lists_are_folded_word_by_word() -> None:
    assert "الامم المتحده" in words("org_names")
    assert "بان" in words("that")
    assert all(entry == " ".join(map(fold, entry.split())) for entry in words("session_openers"))
    with pytest.raises(KeyError):
        words("no such list")


def test_phrases_are_grouped_by_first_word_and_longest_first() -> None:
    found = phrases("org_names")
    assert {" ".join(parts) for group in found.values() for parts in group} == words("org_names")
    assert all(parts[0] == first for first, group in found.items() for parts in group)
    assert all([*map(len, group)] == sorted(map(len, group), reverse=True) for group in found.values())
    assert found["دوله"][0] == ("دوله", "الامارات", "العربيه", "المتحده")


def test_the_lists_have_names_of_their_own() -> None:
    names = [name for lists in lexicon._files().values() for name in lists]
    assert len(names) == len(set(names))
    assert all(entry for entries in lexicon._lists().values() for entry in entries)
