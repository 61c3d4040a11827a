"""The app: one reading screen on one library."""

import asyncio
import gc
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import App
from textual.filter import LineFilter
from textual.theme import Theme
from textual.widget import Widget

from annotations.errors import HashiyaError, LibraryReadOnly
from annotations.library import Library
from annotations.values.folding import matches
from annotations.values.model import Document
from reader.article.worker import AnalysisStopped, ParsingProcess
from reader.errors import InputError
from reader.keys.commands import BY_ID, COMMANDS
from reader.keys.keymap import caps
from reader.language.i18n import N_, _, is_rtl, ltr, percent
from reader.page.aids import Aids
from reader.page.aids import keep as keep_aids
from reader.page.aids import load as load_aids
from reader.settings.config import Config
from reader.settings.rendering import VISUAL, Rendering
from reader.sources.add import add_source, is_analysed, keep_stamp
from reader.sources.source import LARGE, Source, digest_of
from reader.terminal.profile import offer_once
from reader.ui.behind_analysis import BehindAnalysis
from reader.ui.dialogs.aids import AidsScreen
from reader.ui.dialogs.help import HelpScreen
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.driver import PaintedDriver
from reader.ui.lists.base import ListScreen
from reader.ui.page.open_document import OpenDocument, load
from reader.ui.reading.screen import ReadingScreen
from reader.ui.store_thread import StoreThread
from reader.ui.style.emit_filter import EmitFilter
from reader.ui.style.line_filter import TypesetFilter
from reader.ui.style.palette import PAPER, mix

_LONG = 500_000  # bytes from which analysing a text takes long enough to report progress
_SURFACES = {"dark": ("#24221d", "#35322a"), "light": ("#ece7da", "#ddd6c4")}


def theme(mode: str) -> Theme:
    """Return the theme of the frame around the text, with colours from the palette."""
    surface, panel = _SURFACES[mode]
    return Theme(
        name=f"hashiya-{mode}", dark=mode == "dark", background=PAPER[mode], surface=surface, panel=panel,
        primary=mix(("heading",), mode).fore, secondary=mix(("chrome",), mode).fore, accent=mix(("heading",), mode).fore,
        foreground=mix(("text",), mode).fore,
    )  # fmt: skip


class Terminal(NamedTuple):
    """What was detected of the terminal: how to send it Arabic, whether it is a known one, and its display test."""

    rendering: Rendering
    known: bool
    test: Callable[[], Rendering | None]


class Start(NamedTuple):
    """What the app starts with: the document on the first page, and the texts to be added, the first to be shown."""

    opened: OpenDocument
    sources: tuple[Source, ...]


def _add(source: Source, report: Callable[[float], None] | None, process: ParsingProcess, library: Library) -> Document:
    return add_source(library, source, report, process)


def _is_of(library: Library, document: int, source: Source, mark: str) -> bool:
    """Return whether a document was made from the bytes with this digest; remember what their file looks like."""
    if library.version(document).digest != mark:
        return False
    keep_stamp(library, library.version(document), source)
    return True


class HashiyaApp(App[None]):
    """Hashiya on the screen."""

    CSS_PATH = "hashiya.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar = []
    TITLE = "Hashiya"

    def __init__(
        self,
        config: Config,
        start: Start,
        keys: Mapping[str, tuple[str, ...]],
        *,
        mode: str = "dark",
        terminal: Terminal | None = None,
    ) -> None:
        """Start with the document that the first page showed. terminal: what was detected of it."""
        super().__init__(driver_class=PaintedDriver)
        self.config, self.keys, self.mode = config, keys, mode
        self._start = start
        self.jobs = StoreThread(config.library, config.coder)
        self._filter = TypesetFilter("R" if is_rtl() else "L")
        self.terminal = terminal
        self._emit = self._emit_filter(terminal.rendering if terminal else VISUAL)
        self.aids = load_aids()
        one_pane = terminal is not None and terminal.rendering.strategy == "plain"
        self._shown = self._harakat_filter()
        self.failure: HashiyaError | None = None
        self._leaving = False
        self.register_theme(theme(mode))
        self.theme = f"hashiya-{mode}"
        self._loading: Future[OpenDocument] | None = None
        if start.opened.partial:
            number, only = start.opened.document.id, start.opened.marked.only
            self._loading = self.jobs.begin(lambda library: load(library, library.version(number), only))
        self.behind, self._parsing = BehindAnalysis(config.library), ParsingProcess()
        self._text_screen = ReadingScreen(
            start.opened, self.jobs, keys, coder=config.coder, mode=mode, aids=self.aids, one_pane=one_pane
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the stock filters and those that typeset and emit every line of every widget."""
        return [*super().get_line_filters(), self._filter, *self._shown, *self._emit]

    def _emit_filter(self, rendering: Rendering) -> list[LineFilter]:
        return [EmitFilter(rendering)] if rendering != VISUAL else []

    def calibrate(self) -> None:
        """Hand the terminal over to the display test, and send Arabic in the way chosen there."""
        if self.terminal is None:
            return
        with self.suspend():
            rendering = self.terminal.test()
        if rendering is not None:
            self._emit = self._emit_filter(rendering)
        self.set_aids(self.aids)

    def _harakat_filter(self) -> list[LineFilter]:
        """Return the filter that shows only the harakat that the user wants; empty if that is all of them."""
        return [EmitFilter(Rendering("visual", self.aids.harakat))] if self.aids.harakat != "show" else []

    def set_aids(self, aids: Aids) -> None:
        """Show everything with other reading aids, and save them."""
        self.aids = aids
        with suppress(OSError):
            keep_aids(aids)
        self._shown = self._harakat_filter()
        self._text_screen.pane.aid(aids)
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children(Widget):
                widget.refresh()

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen."""
        return self._text_screen

    def send(self, sequence: str) -> None:
        """Send a control sequence to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)

    async def on_mount(self) -> None:
        """Exit on the signals that end a session; then open the library and show what it contains."""
        gc.enable()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit)
        self.call_after_refresh(self._begin)

    def _offer_test(self) -> None:
        """Show once, in an unknown terminal, how to test whether Arabic is displayed correctly."""
        if self.terminal is not None and not self.terminal.known and offer_once():
            self._text_screen.say(
                _("Unknown terminal. {key} to calibrate Arabic display.", key=self._text_screen.cap("calibrate"))
            )

    def _begin(self) -> None:
        """Open the library in a worker, since keys would have to wait for it otherwise."""
        self.run_worker(self._open(), name="open")

    def _progress(self, size: int) -> Callable[[float], None] | None:
        """Return a callback that reports the progress of analysing a large text, or None for a small one.

        The callback runs on the store's thread.
        """
        if size < _LONG:
            return None
        last = -1

        def report(share: float) -> None:
            nonlocal last
            if self._leaving:
                raise AnalysisStopped
            if (whole := int(100 * share)) > last:
                last = whole
                words = N_("Analysing… {share}. You can keep reading.")
                if size > LARGE:  # it is stored first, and analysed afterwards
                    words = N_("Storing the text… {share}. You can keep reading.")
                message = _(words, share=percent(whole))
                self._text_screen.call_later(self._text_screen.say, message)

        return report

    def loaded(self) -> OpenDocument | None:
        """Return the document that is being loaded since the start, if it is here already."""
        if self._loading is None or not self._loading.done() or self._loading.exception() is not None:
            return None
        return self._loading.result()

    async def _show_loaded(self) -> None:
        """Show all of a known document, of which the first page is shown already."""
        if self._loading is not None:
            shown = await asyncio.wrap_future(self._loading)
            if self._text_screen.opened.partial:
                self._text_screen.show(shown)

    async def _show_added(self, source: Source) -> None:
        """Show the document made from a source, which is added if it is not known; also if the file has changed."""
        number = self._text_screen.opened.document.id
        if number and await self._is_known(number, source):
            return
        report = self._progress(max(source.size, len(source.data)))
        shown = await self.jobs.run(lambda library: load(library, add_source(library, source, report, self._parsing)))
        self._text_screen.say("")
        self._text_screen.show(shown)
        await self._tell_carried(shown)

    async def _is_known(self, document: int, source: Source) -> bool:
        """Return whether a document was made from the bytes of a source; that of one gone meanwhile stays as it is."""
        try:
            mark = await asyncio.to_thread(digest_of, source)
        except InputError:
            return True
        return await self.jobs.run(lambda library: _is_of(library, document, source, mark))

    async def _open(self) -> None:
        """Add the texts given on the command line; show the first document with its analysis."""
        sources = self._start.sources
        try:
            await self._show_loaded()
            if sources:
                await self._show_added(sources[0])
                for source in sources[1:]:
                    report = self._progress(max(source.size, len(source.data)))
                    await self.jobs.run(partial(_add, source, report, self._parsing))
            self.analyse_behind()
            await self._text_screen.keeper.keep()
            self._text_screen.pane.warm_soon()
            self._offer_test()
            gc.freeze()  # what is loaded stays; scanning it repeatedly would delay the odd key
        except AnalysisStopped:
            return
        except HashiyaError as error:
            if self.jobs.read_only is None or not sources:
                self.failure = error
                self.exit(return_code=4)
            else:
                await self._show_unsaved(error)
        if self.jobs.read_only is not None and not self._text_screen.unsaved:
            self._text_screen.complain(LibraryReadOnly(path=self.config.library))

    async def _show_unsaved(self, error: HashiyaError) -> None:
        """Show a text that cannot be added to a library which can only be read: analysed, and with nothing saved."""
        from reader.article.parse import parse

        self._text_screen.unsaved, opened = error, self._text_screen.opened
        analysis = await self.jobs.run(lambda _library: parse(opened.text[:]))
        self._text_screen.show(opened._replace(analysis=analysis))
        self._text_screen.complain(error)

    def analyse_behind(self) -> None:
        """Analyse what is left of the open text in a process of its own, and show how far it is."""
        opened = self._text_screen.opened
        if opened.stretch is not None and self.jobs.read_only is None:
            self.run_worker(self._analyse(opened.document), name="analyse", exclusive=True, group="analyse")

    async def toggle_analysis(self) -> None:
        """Stop the analysis of the open text, or go on with it where it was stopped."""
        screen = self._text_screen
        document, key = screen.opened.document, screen.cap("analysis")
        if self.behind.running:
            self.behind.stop()
            screen.say(_("Analysis stopped. {key} to go on.", key=key))
        elif screen.opened.stretch is None or await self.jobs.run(lambda library: is_analysed(library, document)):
            screen.say(_("The whole text is analysed"))
        else:
            self.analyse_behind()
            screen.say(_("The analysis goes on. {key} to stop.", key=key))

    async def _analyse(self, document: Document) -> None:
        if await self.jobs.run(lambda library: is_analysed(library, document)):
            return
        async for share in self.behind.run(document):
            if self._text_screen.opened.document.id == document.id:
                await self._text_screen.large_text.analysed(int(share * document.length))
                self._text_screen.large_text.tell(_("Analysing… {share}", share=percent(int(100 * share))))
        self._text_screen.large_text.tell("")

    async def save_copy(self) -> None:
        """Save everything in the library, as it is open here, to a new file beside it."""
        root, end = os.path.splitext(self.config.library)
        path = f"{root}.{time.strftime('%Y-%m-%dT%H%M%S')}{end or '.db'}"
        try:
            await self.jobs.run(lambda library: library.save_copy(path))
        except HashiyaError as error:
            self._text_screen.complain(error)
        else:
            self._text_screen.say(_("Saved a copy of the library: {path}", path=path))

    async def _tell_carried(self, shown: OpenDocument) -> None:
        """Report how many annotations and corrections of an earlier version were carried over to a corrected text."""
        number = shown.document.id
        if not shown.document.follows:
            return
        placed = [a.placed for a in shown.annotations if a.placed]
        lost, (kept, gone) = await self.jobs.run(
            lambda library: (len(library.orphans(number)), library.document_acts.corrections_brought(number))
        )
        guessed = placed.count("guessed")
        told = [
            _("annotations re-anchored: {n}", n=len(placed) - guessed) if len(placed) > guessed else "",
            _("approximately: {n}", n=guessed) if guessed else "",
            _("orphaned: {n} ({keys})", n=lost, keys=ltr("A i")) if lost else "",
            _("corrections: {n}", n=kept) if kept else "",
            _("corrections lost: {n}", n=gone) if gone else "",
        ]
        if any(told):
            self._text_screen.say(_("The text was corrected") + ": " + " · ".join(filter(None, told)))

    def action_help_quit(self) -> None:
        """Show how to quit, on ctrl+c."""
        self._text_screen.say(_("{key} to quit", key=self._text_screen.cap("quit")))

    async def catch_up_lists(self) -> None:
        """Update the lists over the text with what another window has written."""
        for screen in self.screen_stack:
            if isinstance(screen, ListScreen):
                await screen.again()

    def show_help(self) -> None:
        """Show all keys."""
        self.push_screen(HelpScreen(self.keys, self.mode))

    def show_aids(self) -> None:
        """Open the dialog for choosing reading aids."""
        self.push_screen(AidsScreen(self.aids, self.set_aids, self.mode))

    def show_palette(self) -> None:
        """Open the dialog for picking a command by part of its name."""
        choices = [
            Choice(
                c.id,
                _(c.name, n=c.id[4:]) if "{n}" in c.name else _(c.name),
                " ".join(map(ltr, caps(c, self.keys[c.id], most=1))),
            )
            for c in COMMANDS
            if c.id != "palette"
        ]

        def matching(typed: str) -> Sequence[Choice]:
            return [one for one in choices if matches(typed, one.name, _(BY_ID[one.key].about))]

        async def picked(result: Picked | None) -> None:
            if result is not None:
                await self._text_screen.action_run(result.key)

        self.push_screen(Picker(_("Commands"), matching, mode=self.mode, empty=_("No matching command")), picked)

    def on_unmount(self) -> None:
        """Save the reading position and close the library; a text still being analysed is left for next time."""
        self._leaving = True
        self.behind.stop()
        self._parsing.stop()
        if self.failure is None:
            self._keep(self._text_screen.keeper.keep_now)
            self._keep(self._check_library)
        self._keep(self.jobs.close)

    def _check_library(self) -> None:
        """Raise LibraryReplaced at the end if what was done went into a file that is no longer there."""
        if self._text_screen.stored.is_set():
            self.jobs.run_now(lambda library: library.changed_elsewhere())

    def _keep(self, act: Callable[[], None]) -> None:
        try:
            act()
        except HashiyaError as error:
            self.failure = error
