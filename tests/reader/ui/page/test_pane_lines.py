"""The lines of the text pane as pieces from left to right, in both directions."""

from collections.abc import Sequence

import pytest

from annotations.values.analysis import Analysis
from annotations.values.spans import Span
from reader.page.blocks import build_blocks
from reader.typeset.paint import Layer, Piece
from reader.typeset.view import View
from reader.ui.page.annotation_index import AnnotationIndex, Stripe
from reader.ui.page.geometry import STRIPES, Pane, pane_columns
from reader.ui.page.pane_lines import Marks, joined, marks_on, pane_line, shown
from tests.reader.ui.opened import ANALYSIS, TAGS, TEXT, annotation, span
from tests.reader.ui.stage import cells

LATIN = "One line of text.\n\nAnother line, longer than the first one is.\n"


def plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.glyphs for piece in pieces)


def width(pieces: Sequence[Piece]) -> int:
    return sum(piece.width for piece in pieces)


def view_of(text: str, pane: Pane) -> View:
    return View(
        text, build_blocks(text, ANALYSIS if text == TEXT else Analysis()), pane.text_width, "R" if pane.rtl else "L"
    )


def drawn(text: str, columns: int, *, marks: Marks | None = None, here: bool = False) -> list[list[Piece]]:
    """Return the lines of a pane that shows all of a text."""
    pane = pane_columns(columns, 60, rtl=text == TEXT)
    view = view_of(text, pane)
    window = view.window(view.place_of(0), 60)
    return [pane_line(view, line, marks or Marks(), pane, here=here) for line in window]


@pytest.mark.parametrize("text", [TEXT, LATIN])
@pytest.mark.parametrize("columns", [24, 39, 40, 60, 110])
def test_every_line_is_as_wide_as_the_pane(text: str, columns: int) -> None:
    lines = drawn(text, columns)
    pane = pane_columns(columns, 60, rtl=text == TEXT)
    below = pane_line(view_of(text, pane), None, Marks(), pane, here=True)
    assert {width(line) for line in (*lines, below)} == {columns}
    bars = {plain(line)[0 if pane.rtl else -1] for line in lines}
    assert (bars, plain(below).strip()) == ({"│"}, "┃")


@pytest.mark.parametrize(("text", "columns", "numbers"), [(TEXT, 60, True), (LATIN, 60, True), (TEXT, 39, False)])
def test_paragraphs_are_numbered_on_their_first_row_at_the_texts_start(text: str, columns: int, numbers: bool) -> None:
    rtl = text == TEXT
    pane = pane_columns(columns, 60, rtl=rtl)
    margin = slice(pane.numbers, pane.numbers + 4) if numbers else slice(pane.stripes, pane.stripes + STRIPES)
    found = ["".join(cells(plain(line))[margin]).strip() for line in drawn(text, columns)]
    paragraphs = "1234" if rtl else "12"
    assert "".join(found) == (paragraphs if numbers else "")


def test_a_latin_text_stands_left_with_its_bar_at_the_right() -> None:
    line = plain(drawn(LATIN, 60)[0])
    assert line.index("One line of text.") == pane_columns(60, 1, rtl=False).text
    assert line.endswith("│")


def line_with(words: str, marked: AnnotationIndex, lit: Sequence[Layer] = ()) -> tuple[Marks, list[Piece]]:
    """Return what lies over the line of some words of TEXT, and its pieces."""
    pane = pane_columns(80, 60, rtl=True)
    view = view_of(TEXT, pane)
    (line,) = view.window(view.place_of(TEXT.index(words)), 1)
    marks = marks_on(view, line, marked, lit)
    return marks, pane_line(view, line, marks, pane, here=False)


def stripes(pieces: Sequence[Piece]) -> str:
    """Return the four stripe cells of a line 80 wide, from the text outwards."""
    pane = pane_columns(80, 60, rtl=True)
    return "".join(cells(plain(pieces))[pane.stripes : pane.stripes + STRIPES])


def test_marks_are_the_annotations_that_the_line_meets_with_highlights_on_top() -> None:
    marked = AnnotationIndex([annotation(1, span("سالم"), [4]), annotation(2, span("الهيئة"), [5])], TAGS)
    hit = Layer(*span("السدود"), "hit")
    marks, pieces = line_with("ورد", marked, [hit])
    assert marks == Marks((Layer(*span("سالم"), "tag.3"), hit), marks.stripes)
    assert [stripe.ink for stripe in marks.stripes] == ["stripe.3"]
    assert {inks for piece in pieces for inks in piece.inks if "." in inks} == {"tag.3", "stripe.3"}
    assert {len(piece.glyphs) for piece in pieces if "tag.3" in piece.inks} == {4}


def test_a_blank_line_and_a_heading_have_no_marks() -> None:
    pane = pane_columns(80, 60, rtl=True)
    view = view_of(TEXT, pane)
    marked = AnnotationIndex([annotation(1, Span(0, len(TEXT)), [4])], TAGS)
    window = view.window(view.place_of(0), 60)
    for line in window:
        wanted = line.row is not None and not view.blocks[line.place.block].virtual
        assert bool(marks_on(view, line, marked).layers) == wanted
    assert {line.row is None for line in window} == {True, False}
    assert any(view.blocks[line.place.block].virtual for line in window)


def test_a_passages_first_row_has_the_initial_and_further_rows_a_bar() -> None:
    text = "كلمة " * 40
    pane = pane_columns(60, 60, rtl=True)
    view = view_of(text, pane)
    marked = Marks(stripes=(Stripe(0, 190, "stripe.3", "س", noted=False),))
    lines = [pane_line(view, line, marked, pane, here=False) for line in view.window(view.place_of(0), 3)]
    assert [plain(line)[pane.stripes + 1] for line in lines] == [shown("س"), "▌", "▌"]
    assert [plain(line)[pane.stripes] for line in lines] == [" "] * 3  # next to the text stands nothing


@pytest.mark.parametrize(("count", "last"), [(0, " "), (3, "▌"), (4, "┆"), (9, "┆")])
def test_more_stripes_than_fit_are_told_by_a_sign(count: int, last: str) -> None:
    many = tuple(Stripe(0, len(TEXT), "note", "•", noted=True) for _ in range(count))
    pane = pane_columns(80, 60, rtl=True)
    view = view_of(TEXT, pane)
    (line,) = view.window(view.place_of(TEXT.index("ورد")), 1)
    found = stripes(pane_line(view, line, Marks(stripes=many), pane, here=False))
    assert (found[0], found[3]) == (" ", last)
    left = pane_columns(80, 60, rtl=False)
    latin = view_of(LATIN, left)
    (line,) = latin.window(latin.place_of(0), 1)  # the passage begins on this row: its sign stands here
    mirrored = plain(pane_line(latin, line, Marks(stripes=many), left, here=False))
    assert mirrored[left.stripes : left.stripes + STRIPES] == last.replace("▌", "•") + "•" * min(count, 2) + " " * (
        3 - min(count, 2)
    )


@pytest.mark.parametrize(("ruler", "inks"), [(False, ("text", "cursor")), (True, ("text", "ruler", "cursor"))])
def test_the_cursor_covers_its_letter_and_the_ruler_its_row(ruler: bool, inks: tuple[str, ...]) -> None:
    at = TEXT.index("ءَ قليل")  # a letter with its vowel sign
    found = [piece for line in drawn(TEXT, 80, marks=Marks(cursor=at, ruler=ruler)) for piece in line]
    (piece,) = [piece for piece in found if "cursor" in piece.inks]
    assert (piece.inks, piece.width) == (inks, 1)
    assert piece.glyphs[1:] == "\u064e"
    assert any(piece.inks == ("text", "ruler") for piece in found) == ruler


@pytest.mark.parametrize(
    ("given", "merged"),
    [
        ([], []),
        ([Piece("ab", 2, ()), Piece("c", 1, ("text",))], [Piece("abc", 3, ("text",))]),
        ([Piece("a", 1, ("hit",)), Piece("b", 1, ("text",))], [Piece("a", 1, ("hit",)), Piece("b", 1, ("text",))]),
        (  # a letter with a mark may not be cut from it
            [Piece("a", 1, ()), Piece("ب\u064e", 1, ()), Piece("c", 1, ())],
            [Piece("a", 1, ("text",)), Piece("ب\u064e", 1, ("text",)), Piece("c", 1, ("text",))],
        ),
        ([Piece("😀", 2, ()), Piece("a", 1, ())], [Piece("😀", 2, ("text",)), Piece("a", 1, ("text",))]),
    ],
)
def test_neighbours_of_one_look_are_merged(given: list[Piece], merged: list[Piece]) -> None:
    assert joined(given) == merged


def test_an_initial_is_shown_in_its_isolated_form() -> None:
    assert [shown(letter) for letter in "سبA•"] == ["\ufeb1", "\ufe8f", "A", "•"]
