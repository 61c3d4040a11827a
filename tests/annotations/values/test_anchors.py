"""Anchors find their passage in the same text, in an edited one, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import QuoteAmbiguous, QuoteMissing
from annotations.values.anchors import CONTEXT, Anchor, FoundPlace, find, make_anchor, occurrences, pick
from annotations.values.spans import Span

TEXTS = st.text(st.sampled_from("ابتث 😀a\u064e.\n"), min_size=1, max_size=40)
LONG = "في صباح اليوم الأول من المؤتمر أعلن الوزير أن عدد المشاركين بلغ ألفين من خمسين دولة عربية وأجنبية."


def anchor_of(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return make_anchor(text, Span(start, start + len(quote)))


@given(TEXTS, TEXTS, st.data())
def test_an_anchor_is_found_exactly_or_moved(text: str, before: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    anchor = make_anchor(text, span)
    assert find(text, anchor) == FoundPlace(span, "exact")
    found = find(before + text, anchor)
    assert found is not None
    assert found.span.cut(before + text) == anchor.quote


def test_an_anchor_has_its_context_up_to_the_edges_of_the_text() -> None:
    text = "😀" * CONTEXT + "قبل" + "نَصّ" + "بعد" + "😀" * CONTEXT
    assert anchor_of(text, "نَصّ")[1:] == ("نَصّ", "😀" * (CONTEXT - 3) + "قبل", "بعد" + "😀" * (CONTEXT - 3))
    assert make_anchor("نص", Span(0, 2)) == Anchor(Span(0, 2), "نص", "", "")


def test_the_context_decides_between_equal_quotations() -> None:
    text = "قال أحمد نعم. قال سالم نعم."
    second = Span(text.rindex("نعم"), len(text) - 1)
    changed = "مقدمة. " + text
    assert find(changed, make_anchor(text, second)) == FoundPlace(Span(second.start + 7, second.end + 7), "moved")
    assert find("لا شيء", make_anchor(text, second)) is None


def test_a_quotation_that_occurs_once_is_moved_whatever_surrounds_it() -> None:
    assert find("جديد: المشاركين!", anchor_of(LONG, "المشاركين")) == FoundPlace(Span(6, 15), "moved")


def test_the_best_fit_is_a_guess_where_no_context_is_entire() -> None:
    anchor = anchor_of("أعلن الوزير اليوم نعم للسلام", "نعم")
    changed = "قالت نعم وكرر الوزير اليوم نعم للحوار"
    assert find(changed, anchor) == FoundPlace(Span(changed.rindex("نعم"), changed.rindex("نعم") + 3), "guessed")


def test_the_nearest_of_equal_fits_is_a_guess() -> None:
    anchor = Anchor(Span(9, 11), "لا", "", "")
    assert find("لا. لا. لا. لا. لا", anchor) == FoundPlace(Span(8, 10), "guessed")


@pytest.mark.parametrize(
    ("corrected", "found"),
    [("ثلاثة آلاف", True), ("ب", True), ("و" * 18, True), ("و" * 19, False), ("", False)],
)
def test_a_corrected_quotation_is_guessed_between_its_contexts(corrected: str, found: bool) -> None:
    anchor = anchor_of(LONG, "ألفين")  # five letters: what replaces them may have eighteen
    changed = "مقدمة. " + LONG.replace("ألفين", corrected)
    start = LONG.index("ألفين") + 7
    assert find(changed, anchor) == (FoundPlace(Span(start, start + len(corrected)), "guessed") if found else None)


@pytest.mark.parametrize(("before", "after", "found"), [(8, 8, True), (7, 8, False), (8, 7, False), (0, 0, False)])
def test_a_corrected_quotation_is_located_by_eight_characters_on_each_side(
    before: int, after: int, found: bool
) -> None:
    prefix, suffix = "أَبتثجح 😀"[-before:] * (before > 0), "خدذرزسش."[:after]
    anchor = make_anchor(f"{prefix}بلد{suffix}", Span(before, before + 3))
    place = FoundPlace(Span(before, before + 5), "guessed")
    assert find(f"{prefix}مدينة{suffix}", anchor) == (place if found else None)


def test_the_corrected_quotation_nearest_to_the_old_place_is_guessed() -> None:
    before, after = "قال الناطق الرسمي ", " في بيان صدر اليوم"
    old = f"{before}نعم{after}"
    changed = f"{before}كلا{after}\n{before}أجل{after}"
    second = Anchor(Span(len(old) + 1 + len(before), len(old) + 4 + len(before)), "نعم", before, after)
    assert find(changed, second) == FoundPlace(second.span, "guessed")
    assert find(changed, anchor_of(old, "نعم")) == FoundPlace(anchor_of(old, "نعم").span, "guessed")


def test_every_occurrence_is_found_overlapping_ones_too() -> None:
    assert occurrences("بببب", "بب") == [Span(0, 2), Span(1, 3), Span(2, 4)]
    assert occurrences("😀أب", "أب") == [Span(1, 3)]
    assert occurrences("نص", "") == occurrences("", "نص") == occurrences("محمد", "مُحمد") == []


def test_an_occurrence_is_picked_by_its_quotation() -> None:
    assert [pick("أب أب", "أب", nth) for nth in (1, 2)] == [Span(0, 2), Span(3, 5)]
    assert pick("أب ج", "ج") == Span(3, 4)
    with pytest.raises(QuoteAmbiguous, match="2"):
        pick("أب أب", "أب")
    for quote, nth in (("ج", None), ("أب", 3), ("أب", 0), ("أب", -1), ("", None)):
        with pytest.raises(QuoteMissing):
            pick("أب أب", quote, nth)
