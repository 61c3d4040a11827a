"""The first page, painted before the app is loaded: it is the page that the app then shows."""

import os
import re

import pytest
from textual.pilot import Pilot

from annotations.values.analysis import Analysis
from reader.cli.read import _fresh
from reader.language.i18n import set_language
from reader.settings.rendering import Rendering
from reader.sources.source import Source
from reader.typeset.runs import BLANK
from reader.ui.page import first_page
from reader.ui.page.geometry import BOTTOM, TOP
from reader.ui.page.open_document import OpenDocument
from tests.reader.typeset.terminal_models import putty
from tests.reader.ui.opened import TEXT, annotation, opened, span
from tests.reader.ui.stage import ARABIC, LATIN, act, cells, library_path, start, text_screen, visual_rows


def page_of(text: str) -> OpenDocument:
    return _fresh(Source(text.encode(), "/texts/report.txt", "report"))


def bare(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("text", "size"), [(ARABIC, (80, 24)), (LATIN, (60, 16)), (ARABIC, (120, 30))])
def test_it_shows_the_text_in_the_cells_in_which_the_app_shows_it(
    text: str, size: tuple[int, int], language: str, tmp_path: os.PathLike[str]
) -> None:
    app = start(text, library_path(tmp_path), language=language)
    seen: list[tuple[list[str], list[str], slice]] = []

    async def take(_pilot: Pilot[None]) -> None:
        region = text_screen(app).pane.region
        painted = first_page.page_lines(text_screen(app).opened, *size, "dark")
        seen.append((painted, visual_rows(app), slice(region.x, region.right)))

    act(app, take, size=size)
    painted, rows, columns = seen[0]
    assert [bare(line) for line in (*painted[:TOP], *painted[-BOTTOM:])] == [" " * size[0]] * (TOP + BOTTOM)
    for before, after in zip(painted[TOP:-BOTTOM], rows[TOP:-BOTTOM], strict=True):
        assert cells(bare(before))[columns] == cells(after.replace("┃", "│"))[columns]


def test_annotations_are_coloured_and_the_place_where_one_stopped_is_on_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    here = opened([annotation(1, span("سالم"), [4])])
    lines = first_page.page_lines(here, 80, 24, "dark")
    (line,) = [line for line in lines if "48;2;124;42;46" in line]  # the background of tag.3 in the dark
    assert bare(line)[:80] in [bare(one)[:80] for one in lines]
    long = "\n".join(f"سطر {n}" for n in range(200))
    later = opened(text=long, analysis=Analysis())
    later = later._replace(place=later.place._replace(top=long.index("سطر 77"), cursor=long.index("سطر 77")))
    assert "77" in bare(first_page.page_lines(later, 80, 24, "dark")[TOP])


def test_a_terminal_that_orders_lines_itself_is_sent_the_same_page() -> None:
    set_language("ar")
    here = page_of(ARABIC)
    for visual, runs in zip(
        first_page.page_lines(here, 80, 24, "dark"),
        first_page.page_lines(here, 80, 24, "dark", Rendering("runs")),
        strict=True,
    ):
        assert putty(bare(runs)).replace(BLANK, " ") == bare(visual)


def test_it_is_written_to_the_terminal_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def write(number: int, data: bytes) -> int:
        sent.append(data[:1000])  # a terminal takes as much as it can
        return len(sent[-1]) if number == 1 else 0

    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(os, "get_terminal_size", lambda _number: os.terminal_size((80, 24)))
    here = opened(text=TEXT)
    first_page.paint(here, "light")
    page = b"".join(sent).decode()
    assert page.startswith("\x1b[?1049h\x1b[?25l\x1b[H")
    assert page.endswith("\x1b[0m")
    for y, line in enumerate(first_page.page_lines(here, 80, 24, "light")):
        assert f"\x1b[{y + 1};1H{line}" in page
