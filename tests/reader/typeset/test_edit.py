"""Typing and moving in mixed text: a table of cases, and a plain model of text and offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typeset import edit, row
from reader.typeset.bidi import Base
from reader.typeset.edit import (
    Edit,
    at_place,
    by_eye,
    by_row,
    by_word,
    line_at,
    line_edge,
    lines_of,
    spot,
    stops,
)
from reader.typeset.row import Paragraph

WIDE = 1 << 20


def apply(edit: Edit, key: str, width: int = WIDE) -> Edit:
    """Return what a key makes of a text; a key of more than one letter is a motion or a command, "+" before it selects."""
    select = len(key) > 1 and key.startswith("+")
    name = key.removeprefix("+") if select else key
    lines = lines_of(edit.text, width, "R")
    if name in ("left", "right"):
        return edit.moved(by_eye(edit.text, lines, edit.cursor, 1 if name == "right" else -1), select=select)
    if name in ("up", "down"):
        goal = spot(lines, edit.cursor).x
        return edit.moved(by_row(edit.text, lines, edit.cursor, 1 if name == "down" else -1, goal), select=select)
    if name in ("home", "end"):
        return edit.moved(line_edge(edit.text, lines, edit.cursor, first=name == "home"), select=select)
    if name in ("next", "previous"):
        return edit.moved(by_word(edit.text, edit.cursor, 1 if name == "next" else -1), select=select)
    if name in ("bs", "del", "word-bs"):
        return {"bs": edit.backspaced, "del": edit.deleted, "word-bs": edit.word_backspaced}[name]()
    return edit.typed(name)


def marked(edit: Edit) -> str:
    """Return a text with its cursor as | and, where something is selected, its origin as ^."""
    signs = sorted({(edit.cursor, "|"), *([(edit.origin, "^")] if edit.origin != edit.cursor else [])}, reverse=True)
    text = edit.text
    for offset, sign in signs:
        text = text[:offset] + sign + text[offset:]
    return text


def parsed(text: str) -> Edit:
    cursor = text.index("|")
    bare = text.replace("|", "")
    return Edit(bare, cursor, cursor)


CASES = [
    # typing
    ("|", "س", "س|"), ("|", "س ل", "سل|"), ("سم|", "ا", "سما|"), ("س|م", "ل", "سل|م"), ("|", "a", "a|"), ("س|", "a", "سa|"),
    ("بت|", "\u064e", "بت\u064e|"), ("ب|ت", "\u064e", "ب\u064e|ت"), ("|ب", "1", "1|ب"), ("ل|", "ا", "لا|"), ("😀|", "x", "😀x|"),
    ("ab|", "\n", "ab\n|"), ("a|b", "\n", "a\n|b"),
    # left and right as the eye sees, in Arabic
    ("سل|ام", "left", "سلا|م"), ("سل|ام", "right", "س|لام"), ("|سلام", "left", "س|لام"), ("سلام|", "right", "سلا|م"),
    ("|سلام", "right", "|سلام"), ("سلام|", "left", "سلام|"), ("بَ|ت", "left", "بَت|"), ("بَ|ت", "right", "|بَت"), ("|بَت", "left", "بَ|ت"),
    # two stops in lam-alef
    ("|لا", "left", "ل|ا"), ("ل|ا", "left", "لا|"), ("لا|", "right", "ل|ا"), ("ل|ا", "right", "|لا"), ("س|لام", "left", "سل|ام"),
    # Latin
    ("a|bc", "right", "ab|c"), ("a|bc", "left", "|abc"), ("abc|", "right", "abc|"), ("|abc", "left", "|abc"),
    # rows: a line's edge leads on
    ("سطر|\nثان", "left", "سطر\n|ثان"), ("سطر\n|ثان", "right", "سطر|\nثان"), ("ab|\ncd", "right", "ab\n|cd"), ("ab\n|cd", "left", "ab|\ncd"),
    # home and end
    ("سل|ام", "home", "|سلام"), ("سل|ام", "end", "سلام|"), ("ab\nc|d", "home", "ab\n|cd"), ("ab\nc|d", "end", "ab\ncd|"),
    # words
    ("|قال مُحَمَّد نعم", "next", "قال |مُحَمَّد نعم"), ("قال مُحَمَّد |نعم", "previous", "قال |مُحَمَّد نعم"), ("قال| نعم", "next", "قال |نعم"),
    ("قال نعم|", "next", "قال نعم|"), ("|قال", "previous", "|قال"), ("COVID-19 |في", "previous", "COVID-|19 في"),
    # Backspace takes the last mark or letter, Delete the whole cluster
    ("بَ|", "bs", "ب|"), ("ب\u064e\u0651|", "bs", "ب\u064e|"), ("لا|", "bs", "ل|"), ("|لا", "del", "|ا"), ("|بَت", "del", "|ت"),
    ("|بَّت", "del", "|ت"), ("ab|c", "bs", "a|c"), ("ab|c", "del", "ab|"), ("|", "bs", "|"), ("|", "del", "|"), ("|سلام", "bs", "|سلام"),
    ("سلام|", "del", "سلام|"), ("س\n|ل", "bs", "س|ل"), ("س|\nل", "del", "س|ل"), ("قال نعم|", "word-bs", "قال |"), ("قال| نعم", "word-bs", "| نعم"),
    ("😀|", "bs", "|"), ("|👨‍👩‍👧x", "del", "|x"),
    # selecting
    ("سل|ام", "+left", "سل^ا|م"), ("سل|ام", "+right", "س|ل^ام"), ("|abc", "+end", "^abc|"), ("ab|c", "+home", "|ab^c"), ("|قال نعم", "+next", "^قال |نعم"),
    ("قال|", "+right +right bs", "ق|"), ("قال|", "+right +right x", "قx|"), ("|abc", "+right +right del", "|c"), ("ab|", "+left left", "|ab"),
    # up and down keep the place
    ("سطر أول|\nسطر ثان", "down", "سطر أول\nسطر ثان|"), ("سطر\nس|طر", "up", "س|طر\nسطر"), ("س|طر", "up", "|سطر"), ("س|طر", "down", "سطر|"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "keys", "after"), CASES)
def test_keys(before: str, keys: str, after: str) -> None:
    edit = parsed(before)
    for key in [keys] if keys.isspace() else keys.split(" ") if " " in keys else [keys]:
        edit = apply(edit, key)
    assert marked(edit) == after


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("before", "line", "x"),
    [
        ("|سلام", 0, 3.0), ("سلا|م", 0, 1.0), ("سلام|", 0, 0.0), ("س|لام", 0, 2.0), ("سل|ام", 0, 1.5), ("|abc", 0, 0.0), ("abc|", 0, 3.0),
        ("سلام\n|", 1, 0.0), ("قال |abc", 0, 0.0), ("قال a|bc", 0, 1.0), ("|قال abc", 0, 7.0), ("|", 0, 0.0),
    ],
)  # fmt: skip
def test_where_the_cursor_is_shown(before: str, line: int, x: float) -> None:
    edit = parsed(before)
    assert spot(lines_of(edit.text, WIDE, "R"), edit.cursor) == (line, x)


def test_a_line_takes_the_direction_of_its_own_letters() -> None:
    assert [line.direction for line in lines_of("سلام\nabc\n\n12", WIDE, "R")] == ["R", "L", "R", "R"]
    assert lines_of("", WIDE, "L")[0].direction == "L"


TEXTS = st.text(st.sampled_from("ابتلا\u064e\u0651 abc123().,\n😀\u200d"), max_size=24)
KEYS = st.lists(
    st.sampled_from(["left", "right", "up", "down", "home", "end", "next", "previous", "bs", "del", "word-bs", "+left", "+right", "+home", "+up", "س", "\u064e", "ل", "ا", "a", " ", "\n", "(", "5"]),
    max_size=25,
)  # fmt: skip


@given(TEXTS, KEYS, st.integers(3, 30))
def test_any_keys_leave_a_whole_text_and_a_cursor_between_letters(text: str, keys: list[str], width: int) -> None:
    edit = Edit(text, len(text), len(text))
    for key in keys:
        before = edit
        edit = apply(edit, key, width)
        assert edit.cursor in stops(edit.text)
        if len(key.removeprefix("+")) > 1 and key not in ("bs", "del", "word-bs"):
            assert edit.text == before.text
        lines = lines_of(edit.text, width, "R")
        place = spot(lines, edit.cursor)
        assert 0 <= place.x <= max(line.row.width if line.row else 0 for line in lines)
        assert lines[place.line].start <= edit.cursor


@given(KEYS)
def test_what_is_typed_is_what_is_stored(keys: list[str]) -> None:
    """Letters, Backspace and Delete against a plain text and an offset; other keys are left out."""
    edit, model, offset = Edit(), "", 0
    for key in keys:
        if len(key) == 1:
            model = model[:offset] + key + model[offset:]
            offset += 1
            offset = next(stop for stop in stops(model) if stop >= offset)
        elif key == "bs" and offset:
            model, offset = model[: offset - 1] + model[offset:], offset - 1
            offset = next(stop for stop in stops(model) if stop >= offset)
        elif key in ("bs", "del"):
            end = next((stop for stop in stops(model) if stop > offset), offset) if key == "del" else offset
            model = model[:offset] + model[end:]
            offset = next(stop for stop in stops(model) if stop >= offset)
        else:
            continue
        edit = apply(edit, key)
        assert (edit.text, edit.cursor) == (model, offset)


@given(TEXTS.filter(bool))
def test_every_stop_is_reached_by_the_eye(text: str) -> None:
    """From the leftmost stop, Right comes by every stop of a line."""
    line_text = text.replace("\n", " ")
    lines = lines_of(line_text, WIDE, "R")
    all_stops = stops(line_text)
    here = min(all_stops, key=lambda stop: (spot(lines, stop).x, stop))
    seen = {here}
    for _ in range(len(all_stops) + 1):
        here = by_eye(line_text, lines, here, 1)
        seen.add(here)
    assert seen == set(all_stops)


@given(TEXTS, st.integers(3, 30))
def test_clicking_where_the_cursor_is_shown_puts_it_there(text: str, width: int) -> None:
    lines = lines_of(text, width, "R")
    for stop in stops(text):
        place = spot(lines, stop)
        found = at_place(text, lines, place.line, place.x)
        assert spot(lines, found) == place
        assert line_at(lines, found) == place.line


def test_only_the_line_at_the_cursor_is_laid_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []

    def prepare(text: str, base: Base | None = None) -> Paragraph:
        laid.append(text)
        return row.prepare(text, base)

    monkeypatch.setattr("reader.typeset.edit.prepare", prepare)
    note = [f"سطر {number} من ملاحظة طويلة جدا" for number in range(500)]
    edit.lines_of("\n".join(note), 20, "R")
    laid.clear()
    note[250] += "س"
    lines = edit.lines_of("\n".join(note), 20, "R")
    assert laid == [note[250]]
    assert [edit.line_at(lines, line.start) for line in lines] == list(range(len(lines)))
