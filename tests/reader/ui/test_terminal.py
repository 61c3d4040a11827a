"""The real app in a terminal: what is on the screen is the article, and what is tagged is what was seen."""

import os
import signal
import sqlite3
from unicodedata import normalize

import pytest

from reader.language.i18n import set_language
from reader.settings.paths import sample_path
from reader.ui.page.geometry import BOTTOM, TOP, Pane, pane_columns
from reader.ui.style.palette import mix
from tests.reader.ui.stage import logical
from tests.reader.ui.terminal import Terminal, exported, hashiya

pytestmark = pytest.mark.slow
READY = "ﺝﻭﺮﺧ"  # خروج, the last of the key hints


@pytest.fixture
def library(tmp_path: os.PathLike[str]) -> str:
    return os.path.join(tmp_path, "library.db")


def ready(terminal: Terminal) -> None:
    """Wait until the library is open: the reading with its sessions is on the screen."""
    terminal.wait(lambda: terminal.shows(READY) and terminal.shows("%") and terminal.shows("◆") and terminal.shows("▅"))


def text_rows(terminal: Terminal, pane: Pane, left: int = 0) -> list[str]:
    """Return the text column of each row of the pane, in logical order."""
    set_language("ar")
    rows = terminal.screen.display[TOP : terminal.screen.lines - BOTTOM]
    start = left + pane.text
    return [logical(row[start : start + pane.text_width]).strip() for row in rows]


def coloured(terminal: Terminal, ink: str) -> str:
    """Return what is printed on the background of an ink, row by row, in logical order."""
    set_language("ar")
    back = mix((ink,)).back.removeprefix("#")
    rows = []
    for y in range(terminal.screen.lines):
        cells = [terminal.screen.buffer[y][x] for x in range(terminal.screen.columns)]
        row = "".join(cell.data for cell in cells if cell.bg == back)
        if row:
            rows.append(logical(row).strip())
    return " ".join(rows)


def test_the_words_on_the_screen_are_the_articles_words_in_order(library: str, sample: str) -> None:
    rows = 260
    with hashiya("--lang", "ar", library=library, columns=80, rows=rows) as terminal:
        ready(terminal)
        shown = text_rows(terminal, pane_columns(80, rows - TOP - BOTTOM, rtl=True))
    words = " ".join(row for row in shown if row[1:4] != " · " and row).split()
    headings = [row for row in shown if row[1:4] == " · "]
    assert len(headings) == 8
    continued = {word for row in headings for word in row.split()}
    expected = normalize("NFKC", sample).split()
    # a heading that takes two rows leaves its second one among the words
    extra = len(words) - len(expected)
    assert 0 <= extra <= 8
    at = 0
    for word in words:
        if at < len(expected) and word == expected[at]:
            at += 1
        else:
            assert word in continued, word
    assert at == len(expected)


def test_a_passage_selected_across_two_rows_is_what_was_on_the_screen(library: str, sample: str) -> None:
    with hashiya("--lang", "ar", library=library, columns=80, rows=40) as terminal:
        ready(terminal)
        terminal.press("]", "w", "w", "v", "\x1b[B", "w", "w")
        terminal.wait(lambda: bool(coloured(terminal, "selection")))
        seen = coloured(terminal, "selection")
        # the last letter is the cursor's, which has a colour of its own
        terminal.press("4")
        terminal.wait(lambda: bool(coloured(terminal, "tag.4")))
    (annotation,) = exported(library)["annotations"]
    quote = annotation["quote"]
    assert len(seen) > 60
    assert "".join(quote.split())[: len("".join(seen.split()))] == "".join(normalize("NFKC", seen).split())
    assert len("".join(quote.split())) - len("".join(seen.split())) in (0, 1)
    assert sample[annotation["start"] : annotation["end"]] == quote
    assert annotation["tags"] == [4]


def test_a_word_with_harakat_is_selected_whole(library: str, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "harakat.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قَالَ مُحَمَّدٌ إِنَّ السَّلَامَ قَرِيبٌ.\n")
    with hashiya("--lang", "ar", path, library=library) as terminal:
        terminal.wait(lambda: terminal.shows(READY) and terminal.shows("◆"))
        terminal.settle()
        terminal.press("w", "e", "1")
        terminal.press("w", "w", "e", "2")
        terminal.wait(lambda: bool(coloured(terminal, "tag.2")))
    assert [a["quote"] for a in exported(library)["annotations"]] == ["مُحَمَّدٌ", "السَّلَامَ"]


def test_the_arabic_keyboard(library: str) -> None:
    """The same work with the bytes that an Arabic PC layout sends, lam-alef as two letters in one read included."""
    with hashiya("--lang", "ar", library=library, columns=80, rows=40) as terminal:
        ready(terminal)
        terminal.press("د", "ص", "ص", "لا", "ث", "٣")
        terminal.wait(lambda: bool(coloured(terminal, "tag.3")))
        terminal.press("ص", "ﻻ", "ث", "١")
        terminal.wait(lambda: bool(coloured(terminal, "tag.1")))
        terminal.press("ع", "ق")
        terminal.wait(lambda: bool(coloured(terminal, "tag.1")))
    assert [(a["tags"], a["quote"]) for a in exported(library)["annotations"]] == [([1, 3], "جلسة")]


def test_a_note_is_written_in_arabic_and_shown_where_one_stands_on_it(library: str) -> None:
    with hashiya("--lang", "ar", library=library, columns=80, rows=40) as terminal:
        ready(terminal)
        terminal.press("]", "a")
        terminal.wait(lambda: terminal.shows("Ctrl+S"))
        terminal.press("مهم جدا", "\x13")
        terminal.wait(lambda: terminal.shows("ﺖﻈﻔ"))
        terminal.press("w")
        terminal.wait(lambda: terminal.shows("ﺍﺪﺟ ﻢﻬﻣ"))
    (annotation,) = exported(library)["annotations"]
    assert annotation["note"] == "مهم جدا"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_nothing_is_lost_when_the_terminal_goes_away(library: str, number: int) -> None:
    confirmed = 0
    for _round in range(2):
        with hashiya("--lang", "ar", library=library, columns=80, rows=40) as terminal:
            ready(terminal)
            for _ in range(2):
                terminal.press(")", ")", "5")
                terminal.wait(lambda: terminal.shows("ﺐﺒﺳ"))
                confirmed += 1
            terminal.kill(number)
        db = sqlite3.connect(library)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        acts = db.execute("SELECT count(*) FROM act WHERE label NOT LIKE 'documents:%'").fetchone()[0]
        db.close()
        assert acts == confirmed


def test_the_reading_place_comes_back(library: str) -> None:
    with hashiya("--lang", "ar", library=library) as terminal:
        ready(terminal)
        terminal.press("]", "]", "]", "]", "]", "]", "\x1b[6~")
        terminal.settle()
        before = terminal.screen.display[TOP:-BOTTOM]
        terminal.press("q")
        assert terminal.end() == 0
    with hashiya("--lang", "ar", library=library) as terminal:
        ready(terminal)
        terminal.settle()
        assert terminal.screen.display[TOP:-BOTTOM] == before


def test_the_place_stays_while_the_window_is_resized(library: str) -> None:
    with hashiya("--lang", "ar", library=library, columns=80, rows=30) as terminal:
        ready(terminal)
        terminal.press("]", "]", "]", "w")
        terminal.wait(lambda: terminal.shows("8 ﻦﻣ 3 ﺔﺴﻠﺠﻟﺍ"))
        terminal.settle()
        before = terminal.screen.display[TOP:-BOTTOM]
        places = []
        for columns, rows in ((120, 40), (50, 20), (38, 12), (80, 30)):
            terminal.resize(columns, rows)
            places.append(terminal.screen.display[0].split("·")[0].strip() if columns > 60 else "")
            terminal.wait(lambda: bool(coloured(terminal, "cursor")))
        assert len({place for place in places if place}) <= 2  # with and without what a narrow title row leaves out
        assert terminal.screen.display[TOP:-BOTTOM] == before


def test_the_terminal_shows_after_each_key_what_it_shows_when_all_is_drawn_again(library: str) -> None:
    """Other widths, and every step, are gone through without a terminal in test_drawing."""
    with hashiya("--lang", "ar", library=library, columns=80, rows=24) as terminal:
        ready(terminal)
        for keys in (["\x1b[17~", "\x1b[15~"], ["]", "v", "w", "w", "2", ")", "e", "3"], ["\x1b[6~", "\x1b[5~", "z"]):
            terminal.press(*keys)
            terminal.settle()
            bit_by_bit = list(terminal.screen.display)
            terminal.resize(81, 24)
            terminal.resize(80, 24)
            assert list(terminal.screen.display) == bit_by_bit, keys


def test_quitting_leaves_the_terminal_as_it_was(library: str) -> None:
    with hashiya("--lang", "en", sample_path(), library=library) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("q")
        assert terminal.end() == 0
    for sequence in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l"):
        assert sequence in terminal.sent
    assert terminal.sent.count(b"\x1b[?1049h") == 1


def test_without_colours(library: str) -> None:
    with hashiya("--lang", "ar", library=library, columns=120, rows=40, NO_COLOR="1") as terminal:
        ready(terminal)
        terminal.press("]", "1", "v", "w", "t")
        terminal.wait(lambda: terminal.shows("Enter"))
        assert not any(
            len(cell.bg) == 6 and len({cell.bg[:2], cell.bg[2:4], cell.bg[4:]}) > 1
            for line in terminal.screen.buffer.values()
            for cell in line.values()
        )


def test_a_library_that_cannot_be_used_is_said_after_the_screen_is_put_back(
    library: str, tmp_path: os.PathLike[str]
) -> None:
    folder = os.path.join(tmp_path, "a folder")
    os.mkdir(folder)
    with hashiya("--lang", "en", "--library", folder, library=library) as terminal:
        status = terminal.end()
    assert os.waitstatus_to_exitcode(status) == 4
    assert terminal.shows("cannot be used")


def test_what_is_typed_in_a_burst_after_a_key_that_opens_a_field_goes_into_it(library: str) -> None:
    with hashiya("--lang", "en", library=library, columns=100, rows=30) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("T")
        terminal.wait(lambda: terminal.shows("Codebook"))
        terminal.press("fdem")
        terminal.wait(lambda: terminal.shows("demand") and not terminal.shows("accusation"))
        terminal.press("\r", "q")
        terminal.wait(lambda: terminal.shows("1-9 Tag"))
        terminal.press("/1qd2\r")
        terminal.wait(lambda: terminal.shows("not found"))
    db = sqlite3.connect(library)
    assert db.execute("SELECT count(*) FROM act WHERE label NOT LIKE 'documents:%'").fetchone() == (0,)
    db.close()
