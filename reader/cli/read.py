"""`hashiya [FILE...]`: read and annotate on the screen. The first page is painted before anything heavy is loaded."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from annotations.errors import HashiyaError
from annotations.values.analysis import Analysis
from annotations.values.model import Document, ReadingPlace
from reader.errors import InputError, UsageError
from reader.language.i18n import set_language
from reader.settings.config import Config, load
from reader.settings.paths import make_folder, sample_path
from reader.settings.rendering import Rendering
from reader.sources.source import STDIN, Source, digest, entire, read_source
from reader.terminal.colors import announce
from reader.terminal.probe import Replies, receive, send
from reader.terminal.profile import UNKNOWN, Profile, chosen, recognise, rendering_of
from reader.terminal.raw_terminal import RawTerminal
from reader.terminal.switches import switch
from reader.ui.page.annotation_index import AnnotationIndex
from reader.ui.page.first_page import paint
from reader.ui.page.open_document import NEAR, OpenDocument

if TYPE_CHECKING:
    from reader.ui.app import Terminal

_VALUED = {"--library": "library", "--lang": "lang", "--coder": "coder", "--theme": "theme"}


def _parse(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return the options and the files; loading argparse would delay the first page."""
    options: dict[str, str] = {}
    files: list[str] = []
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        if word == "--":
            files += rest
        elif name in _VALUED:
            given = value if equals else next(rest, None)
            if given is None:
                raise UsageError(problem=f"{name}?")
            options[_VALUED[name]] = given
        elif word.startswith("-") and word != STDIN:
            raise UsageError(problem=f"{word}?")
        else:
            files.append(word)
    return options, files


def _sources(files: list[str]) -> tuple[list[Source], list[HashiyaError]]:
    """Return the texts that can be read, and the errors of the others. Raises the first error if there is no text."""
    errors: list[HashiyaError] = []
    if any(os.path.isdir(path) or not os.path.exists(path) for path in files):  # else the first page need not wait
        from reader.sources.folders import find_texts

        found = find_texts(files)
        files, errors = found.files, found.errors
    sources = []
    for path in files:
        try:
            source = _head(path)
            if len(files) > 1:  # a single one that is known already need not be decoded
                _head_of(source)
        except InputError as error:
            errors.append(error)
        else:
            sources.append(source)
    if errors and not sources:
        raise errors[0]
    return sources, errors


def _told(errors: list[HashiyaError]) -> int:
    """Report the texts that could not be read, and return the exit code for them."""
    from reader.cli.exits import code_of
    from reader.cli.output import complain

    for error in errors:
        complain(error)
    return code_of(errors[0]) if errors else 0


def _head(path: str) -> Source:
    """Return a source; of a large one whose bytes are its text, only the beginning."""
    source = read_source(path, head=True)
    if source.size >= 0:
        from reader.sources.read_text import is_plain

        return source if is_plain(path) else entire(source)
    return source


def _head_of(source: Source) -> str:
    """Return the text of a source, of a large file only the beginning. Raises FileIsBinary or FileEmpty."""
    from reader.sources.read_text import read_text
    from reader.text.decode import decode_head

    return (read_text(source) if source.size < 0 else decode_head(source.data, source.path)).text


def _fresh(source: Source) -> OpenDocument:
    """Return a text that is not yet in the library and not yet analysed. Raises FileIsBinary or FileEmpty."""
    from reader.text.decode import text_direction

    text = _head_of(source)
    document = Document(0, source.name, source.path, source.name, text_direction(text), "", len(text), "")
    return OpenDocument(document, text, Analysis(), (), AnnotationIndex(), ReadingPlace())


def _stored(config: Config, source: Source | None) -> OpenDocument | None:
    """Return the stored document of a text, or the one opened last if `source` is None; None if there is none.

    Raises a LibraryError if the file is not a Hashiya library.
    """
    if not os.path.exists(config.library):
        return None
    from annotations.store import first_page

    found = (
        first_page.document(config.library, source.stamp if source else None) if not source or source.stamp else None
    )
    if found is None and source is not None and source.size < 0:
        found = first_page.document(config.library, digest(source.data))
    if found is None:
        return None
    reader, place = found.reader, found.place
    marked = AnnotationIndex(reader.annotations(place.top - NEAR, place.top + NEAR), found.tags)
    return OpenDocument(
        reader.document, reader.text(), Analysis(), found.tags, marked, place, found.acts, reader=reader, partial=True
    )


def _plain(opened: OpenDocument) -> int:
    from reader.cli.output import say

    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    say(opened.text[:].rstrip("\n"))
    return 0


def _take_terminal() -> None:
    """Replace a standard input that was read to its end with the terminal. Raises UsageError."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(problem=f"/dev/tty: {error.strerror}") from error
    os.dup2(terminal, 0)
    os.close(terminal)


def run(arguments: list[str]) -> int:
    """Read the files, show the first page of the first, then run the app."""
    gc.disable()  # until the app runs: looking for cycles among what is imported takes a twentieth of the time
    options, files = _parse(arguments)
    config = load(options.get("lang"), options.get("library"), options.get("coder"))
    set_language(config.language)
    mode = options.get("theme", "dark")
    if mode not in ("dark", "light"):
        raise UsageError(problem=f"--theme {mode}? dark | light")
    sources, errors = _sources(files)
    stored = _stored(config, sources[0] if sources else None)
    if not sources and stored is None:
        sources = [read_source(sample_path())]
        stored = _stored(config, sources[0])
    opened = stored or _fresh(sources[0])
    if not sys.stdout.isatty():
        code = _plain(opened)
        return _told(errors) or code
    if not os.isatty(0):
        _take_terminal()
    make_folder(config.library)
    code = _on_screen(config, opened, tuple(sources), mode)
    return _told(errors) or code


def _recognised(config: Config, replies: Replies) -> Profile:
    return chosen(recognise(replies, os.environ), config.strategy, config.harakat)


def _terminal(profile: Profile) -> "Terminal":
    from reader.ui.app import Terminal

    def test() -> Rendering | None:
        from reader.cli.calibrate import ask

        return ask(profile)

    return Terminal(rendering_of(profile), profile.id != UNKNOWN or profile.why != "", test)


def _on_screen(config: Config, opened: OpenDocument, sources: tuple[Source, ...], mode: str) -> int:
    """Query the terminal, paint the first page for the one it seems to be while loading the app, and run the app."""
    announce()
    guess = _recognised(config, Replies())
    asks = guess.id != "apple"
    with RawTerminal(screen=True) as quiet:
        sent = send(1) if asks else 0.0
        quiet.switch(switch(guess.switch))
        paint(opened, mode, rendering_of(guess))
        from reader.keys.keymap import bindings, user_keys
        from reader.ui.app import HashiyaApp, Start
        from reader.ui.driver import PaintedDriver

        replies, PaintedDriver.begun = receive(0, sent) if asks else (Replies(), b"")
        profile = _recognised(config, replies)
        if profile.switch != guess.switch or replies.bdsm:
            quiet.switch(switch(profile.switch, replies.bdsm))
        PaintedDriver.painted, PaintedDriver.typed = True, replies.typed
        PaintedDriver.switch = switch(profile.switch, replies.bdsm)
        keys = bindings(config.arabic_layout, user_keys())
        app = HashiyaApp(config, Start(opened, sources), keys, mode=mode, terminal=_terminal(profile))
        app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
