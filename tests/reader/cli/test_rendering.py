"""How the subcommands print Arabic here: as asked, set, remembered or known; and the queries of a terminal."""

from argparse import Namespace

import pytest

from reader.cli.rendering import measured, printed, probed, rendering_here
from reader.settings.config import Config
from reader.settings.rendering import Rendering
from reader.terminal.probe import Replies
from reader.terminal.profile import remember
from reader.terminal.widths import SAMPLES
from reader.typeset.row import lay_out, prepare
from tests.reader.cli.command_line import on_terminal

CONFIG = Config("en", "/none/l.db", "sara", "pc")
KITTY = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"


@pytest.mark.parametrize(
    ("text", "rendering", "row"),
    [
        ("حق 12", Rendering("visual"), "     12 ﻖﺣ"),
        ("حق 12", Rendering("plain"), "حق 12"),
        ("عَلَم", Rendering("visual", "hide"), "       ﻢﻠﻋ"),
        ("water", Rendering("visual"), "water"),
        ("water", Rendering("runs"), " water"),  # after a margin
        ("حق", Rendering("words"), "        ﺣﻖ"),
        ("حق", Rendering("override"), "        \u202dﻖﺣ\u202c"),
    ],
)
def test_a_row_is_printed_in_its_column(text: str, rendering: Rendering, row: str) -> None:
    (laid,) = lay_out(prepare(text), 10)
    assert printed(laid, text, 10, rendering) == row


def test_a_row_in_plain_is_its_own_part_of_the_text() -> None:
    text = "قال الوزير إن الأمن"
    rows = lay_out(prepare(text), 11)  # a row's last blank takes a cell
    assert [printed(row, text, 11, Rendering("plain")) for row in rows] == ["قال الوزير", "إن الأمن"]


def test_what_is_asked_precedes_what_is_set_what_is_remembered_and_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    nothing = Namespace()
    assert rendering_here(CONFIG, nothing) == ("words", "hide")
    remember("kitty", "visual", "show")
    assert rendering_here(CONFIG, nothing) == ("visual", "show")
    stated = CONFIG._replace(strategy="override")
    assert rendering_here(stated, Namespace(strategy=None, harakat=None)) == ("override", "show")
    assert rendering_here(stated, Namespace(strategy="plain", harakat="essential")) == ("plain", "essential")


def test_nothing_is_asked_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert measured() == {}
    assert probed(CONFIG)[1] == Replies()
    assert capsys.readouterr() == ("", "")


def test_a_terminal_is_asked_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal(monkeypatch) as terminal:
        terminal.type(KITTY)
        profile, replies = probed(CONFIG)
        assert "\x1b[c" in terminal.sent()
    assert (profile.id, profile.strategy, profile.harakat) == ("kitty", "words", "hide")
    assert replies.version == "kitty(0.26.5)"


def test_a_terminal_is_asked_for_widths(monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal(monkeypatch) as terminal:
        terminal.type("".join(f"\x1b[1;{at}R" for at in range(1, len(SAMPLES) + 1)) + "\x1b[?62;c")
        found = measured()
    assert list(found.values()) == list(range(len(SAMPLES)))


def test_apples_terminal_would_print_the_queries_and_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
    with on_terminal(monkeypatch) as terminal:
        profile, replies = probed(CONFIG)
        assert measured() == {}
        assert terminal.sent() == ""
    assert (profile.id, replies) == ("apple", Replies())
