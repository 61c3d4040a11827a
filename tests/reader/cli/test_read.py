"""`hashiya FILE`: what the arguments mean, which text is opened, and what is on the screen before the app runs."""

import errno
import os
from typing import Any

import pytest

from annotations.errors import HashiyaError, QuoteMissing
from annotations.library import Library
from annotations.values.model import ReadingPlace
from reader.cli.read import _fresh, _parse, _stored, _take_terminal
from reader.errors import FileEmpty, FileIsBinary, UsageError
from reader.settings.config import Config
from reader.settings.paths import sample_path
from reader.sources.source import Source
from reader.terminal.profile import remember
from reader.ui.app import HashiyaApp
from reader.ui.driver import PaintedDriver
from tests.reader.cli.command_line import Run, Tty, called, on_terminal

KITTY = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c"


@pytest.mark.parametrize(
    ("arguments", "options", "files"),
    [
        ([], {}, []),
        (["a.txt", "-", "خبر.txt"], {}, ["a.txt", "-", "خبر.txt"]),
        (["--lang", "ar", "a.txt", "--coder=سارة"], {"lang": "ar", "coder": "سارة"}, ["a.txt"]),
        (["--library", "--", "a"], {"library": "--"}, ["a"]),  # a value may be anything
        (["--theme=", "a"], {"theme": ""}, ["a"]),
        (["--", "--lang", "-x"], {}, ["--lang", "-x"]),
        (["--coder", "a=b"], {"coder": "a=b"}, []),
    ],
)
def test_arguments_are_options_and_files(arguments: list[str], options: dict[str, str], files: list[str]) -> None:
    assert _parse(arguments) == (options, files)


@pytest.mark.parametrize(
    ("arguments", "problem"), [(["--coder"], r"--coder\?"), (["a", "--none=1"], r"--none=1\?"), (["-x"], r"-x\?")]
)
def test_arguments_that_mean_nothing(arguments: list[str], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        _parse(arguments)


def test_a_text_that_is_not_in_the_library_is_shown_as_it_is() -> None:
    opened = _fresh(Source("خبر 😀\r\nسطر".encode(), "/x/a.txt", "a"))
    assert opened.text == "خبر 😀\nسطر"
    assert (opened.document.length, opened.document.direction, opened.document.id) == (9, "R", 0)
    assert (opened.document.title, opened.place) == ("a", ReadingPlace())
    assert _fresh(Source(b"Water", "/x/b.txt", "b")).document.direction == "L"
    for data, error in ((b" \n", FileEmpty), (b"\0\1", FileIsBinary)):
        with pytest.raises(error):
            _fresh(Source(data, "/x/c", "c"))


def test_a_text_is_found_in_the_library_by_its_bytes_and_the_last_one_without_any(run: Run, library: str) -> None:
    config = Config("en", library, "sara", "pc")
    assert _stored(config, None) is None
    folder = os.path.dirname(library)
    paths = [os.path.join(folder, name) for name in ("a.txt", "b.txt")]
    for path, text in zip(paths, ("نص أول", "نص ثان"), strict=True):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        run("annotate", path, "--span", "0:2", "--tag", "1")
    with Library(library, "sara") as opened:
        opened.keep_place(1, ReadingPlace(0, 3, folded=True))
    first = _stored(config, Source("نص أول".encode(), "/elsewhere.txt", "x"))
    assert first is not None
    assert (first.document.id, first.text[:], first.place.cursor) == (1, "نص أول", 3)
    assert [one.anchor.quote for one in first.annotations] == ["نص"]
    assert _stored(config, Source("غيره".encode(), "/x", "x")) is None
    assert run("--library", library).out in ("نص أول\n", "نص ثان\n")


def test_a_pipe_gets_the_text(run: Run, article: str) -> None:
    text = "قال الوزير: «الأمن 😀 أولا». وأضاف أن الأمن حق.\n"
    assert run(article) == run("read", article) == run("-", text=text) == (0, text, "")
    with open(sample_path(), encoding="utf-8") as file:
        assert run().out == file.read().rstrip("\n") + "\n"  # the bundled one, where the library is empty


def test_the_others_are_shown_where_one_of_the_files_cannot_be_read(
    run: Run, article: str, tmp_path: os.PathLike[str], library: str
) -> None:
    path, text = os.path.join(tmp_path, "binary"), run(article).out
    with open(path, "wb") as file:
        file.write(b"\0\1\2")
    for files in ((article, path), (path, article), (article, os.path.join(tmp_path, "none.txt"), path)):
        done = run(*files)
        assert (done.code, done.out) == (3, text)
        assert "binary: it is not a text file" in done.err
    assert (run(path).code, run(path, path).out) == (3, "")
    assert run("--theme", "blue", article).code == 2
    run("annotate", article, "--quote", "حق", "--tag", "1")
    assert run(article, path).code == 3  # also where the first comes from the library
    assert os.path.exists(library)


def test_a_folder_is_read_as_its_texts(run: Run, article: str) -> None:
    assert run(os.path.dirname(article)).out == run(article).out


class _Seen(dict[str, Any]):
    """What the app was given, and what the terminal showed by then."""


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> _Seen:
    """Stop where the app would run, and keep what it was given."""
    found = _Seen()

    def run(app: HashiyaApp) -> None:
        terminal: Tty = found["terminal"]
        found.update(app=app, page=terminal.sent(), typed=PaintedDriver.typed, painted=PaintedDriver.painted)
        app.failure = found.get("failure")

    monkeypatch.setattr(HashiyaApp, "run", run)
    for name in ("painted", "typed", "begun", "switch"):
        monkeypatch.setattr(PaintedDriver, name, getattr(PaintedDriver, name))
    return found


def test_the_first_page_is_painted_before_the_app_runs_and_keys_typed_meanwhile_are_passed_on(
    monkeypatch: pytest.MonkeyPatch, seen: _Seen, article: str, library: str
) -> None:
    with on_terminal(monkeypatch) as terminal:
        seen["terminal"] = terminal
        terminal.type("jj" + KITTY)
        assert called(monkeypatch, article, "--lang", "ar", "--theme", "light") == 0
        end = terminal.sent()
    app: HashiyaApp = seen["app"]
    assert "\x1b[?1049h" in seen["page"]
    assert "ﻦﻣﻷﺍ" in seen["page"]
    assert (seen["typed"], seen["painted"]) == (b"jj", True)
    assert [source.name for source in app._start.sources] == ["خبر"]
    assert app._start.opened.text[:].startswith("قال الوزير")
    assert app.terminal is not None
    assert app.terminal.known
    assert app.terminal.rendering == ("words", "hide")
    assert "\x1b[?1049l" in end
    assert os.path.isdir(os.path.dirname(library))


def test_a_failure_of_the_app_is_told_once_the_terminal_is_restored(
    monkeypatch: pytest.MonkeyPatch, seen: _Seen, article: str, library: str
) -> None:
    failure: HashiyaError = QuoteMissing(quote="س")
    remember("unknown", "override", "hide")
    with on_terminal(monkeypatch) as terminal:
        seen.update(terminal=terminal, failure=failure)
        terminal.type("\x1b[8;2$y\x1b[?62;c")
        assert called(monkeypatch, article, "--library", library) == 5
        end = terminal.sent()
    assert end.index("\x1b[?1049l") < end.index("The quotation is not in the text")
    assert seen["app"].terminal.rendering.strategy == "visual"  # the answer to the query told what it is


def test_a_terminal_is_needed_to_read_on_where_standard_input_was_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str, _flags: int) -> int:
        raise OSError(errno.ENXIO, "No such device or address", path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refused)
        with pytest.raises(UsageError, match="/dev/tty: No such device or address"):
            _take_terminal()
