"""The reading screen: the text in the middle, sessions on the start side, speakers and topics on the end side."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.errors import HashiyaError, LibraryError, LibraryReplaced
from annotations.values.model import ReadingPlace
from annotations.values.spans import Span
from reader.errors import NotYet
from reader.keys.commands import BY_ID, COMMANDS
from reader.keys.keymap import LAM_ALEF_KEYS, key_cap
from reader.language.explain import explain
from reader.language.i18n import _, is_rtl
from reader.page.aids import Aids
from reader.typeset.paint import Layer
from reader.ui.key_bindings import bindings_map, key_name
from reader.ui.page import selection_steps
from reader.ui.page.geometry import measure
from reader.ui.page.open_document import OpenDocument, goes_on, load
from reader.ui.protocols import Command, Host, Store
from reader.ui.reading.commands import ScreenParts, command_table
from reader.ui.reading.correcting import Correcting
from reader.ui.reading.finding import Finding
from reader.ui.reading.large_text import LargeText
from reader.ui.reading.library_news import LibraryNews
from reader.ui.reading.open_lists import ListOpener
from reader.ui.reading.pasting import open_pasted
from reader.ui.reading.place_keeper import PlaceKeeper
from reader.ui.reading.selecting import Selecting
from reader.ui.reading.sidebars import Sidebars
from reader.ui.reading.tagging import Tagging
from reader.ui.widgets.bars import Bar
from reader.ui.widgets.entries import Entries
from reader.ui.widgets.field import Field
from reader.ui.widgets.reading_pane import ReadingPane
from reader.ui.widgets.strip_map import StripMap
from reader.ui.widgets.typeahead import hand_on
from reader.ui.wording import reading_bars

_LOOK_EVERY = 0.7  # seconds between checks for changes made in another window
_PATIENCE = 0.5  # seconds that an act waits for the text to be stored


class ReadingScreen(Screen[None]):
    """One document, for reading and annotating."""

    AUTO_FOCUS = "#text"

    def __init__(
        self,
        opened: OpenDocument,
        jobs: Store,
        keys: Mapping[str, tuple[str, ...]],
        *,
        coder: str,
        mode: str,
        aids: Aids,
        one_pane: bool = False,
    ) -> None:
        """Show `opened`. keys: those of every command, by id; coder: who performs the acts; mode: "dark" or "light"."""
        super().__init__()
        self.opened, self.jobs, self.keys, self.coder, self.mode = opened, jobs, keys, coder, mode
        self.pane = ReadingPane(mode, aids)
        self.strip = StripMap(mode)
        self._title, self._status, self._hints = (
            Bar(id="title", keep="end"),
            Bar(id="status", keep="start"),
            Bar(id="hints", keep="end"),
        )
        # a terminal that reorders whole lines would mix up the panes' words
        self._news = LibraryNews(self)
        self.sidebars = Sidebars(self, shown=(False, False) if one_pane else None)
        self.finding, self.keeper, self.large_text = Finding(self), PlaceKeeper(self), LargeText(self)
        self._commands: dict[str, Command] = {}
        self.folded = opened.place.folded
        self._lam, self._message, self.shown = False, "", False
        self.stored = asyncio.Event()
        self.unsaved: HashiyaError | None = None  # why this text could not be added to the library
        self._find_keys = set(map(key_name, keys["find"]))
        self._bindings = bindings_map((key, f"run('{one.id}')") for one in COMMANDS for key in keys[one.id])

    @property
    def host(self) -> Host:
        """The app, typed as what screens need from it."""
        return cast("Host", self.app)

    # contents

    def compose(self) -> ComposeResult:
        """Create the widgets; `lay_out` positions each, so that no container costs a pass over its lines."""
        yield self._title
        yield self.strip
        yield self.pane
        yield from self.sidebars.lists
        yield self._status
        yield self._hints
        yield Field(id="find", placeholder=_("Find"), changed=self.finding.typed)

    def on_mount(self) -> None:
        """Show the document."""
        parts = ScreenParts(
            Selecting(self), Tagging(self), Correcting(self), self.finding, self.sidebars, ListOpener(self)
        )
        self._commands = {**command_table(self, parts, self.host), "fold": self._fold, "cancel": self._cancel}
        self.query_one("#find").display = False
        self.show(self.host.loaded() or self.opened)
        self.set_interval(_LOOK_EVERY, self._news.look)

    def show(self, opened: OpenDocument) -> None:
        """Show another state of the document, or another document."""
        old, new = self.opened, opened
        same = self.shown and (old.document.id == new.document.id or (not old.document.id and goes_on(old, new)))
        untouched = self.pane.cursor == self.pane.top == 0 and self.pane.origin is None
        origin = self.pane.origin if same else None
        same = same and not (untouched and not old.document.id)
        place = ReadingPlace(self.pane.top, self.pane.cursor, self.folded) if same else opened.place
        self.opened, self.folded = opened, place.folded
        blocks = opened.blocks(folded=self.folded)
        cursor = place.cursor or (self._first_offset() if not same else 0)
        self.pane.show(opened.text, blocks, opened.document.direction, top=place.top, cursor=cursor, origin=origin)
        self.strip.show(opened.analysis, len(opened.text), rtl=opened.document.direction == "R")
        self._show_annotations()
        self.sidebars.show(opened)
        self.shown = True
        if opened.document.id:
            self.stored.set()
        if same and len(old.text) != len(new.text):
            self.finding.search_again()
        self.lay_out()
        self.refresh_bars()

    def _first_offset(self) -> int:
        articles = self.opened.analysis.articles
        return articles[0].span.start if articles else 0

    def _show_annotations(self) -> None:
        self.pane.mark(self.opened.marked)

    async def catch_up(self) -> None:
        """Show what this or another window has done since the last call."""
        await self._news.catch_up()

    def show_annotations(self) -> None:
        """Show the annotations and tags of the document as they are now."""
        self._show_annotations()
        self.sidebars.show_annotations(self.opened)
        self.refresh_bars()

    async def refresh_annotations(self) -> None:
        """Show what an act did to the codebook and the annotations."""
        await self.catch_up()

    async def refresh_analysis(self) -> None:
        """Reload the whole document after a correction; the reading position stays where it is in the text."""
        self.show(await self._loaded(self.opened.document.id, self.pane.cursor))

    async def _loaded(self, document: int, offset: int) -> OpenDocument:
        """Return a document, with others' annotations hidden if they are now. offset: where it is looked at, or -1."""
        only = self.opened.marked.only
        return await self.jobs.run(lambda library: load(library, library.version(document), only, offset))

    async def on_screen_resume(self) -> None:
        """Show what was done in a list that covered the text."""
        if self.shown and self.stored.is_set():
            with suppress(LibraryError):
                await self.catch_up()

    async def go_to(self, document: int, span: Span, places: Sequence[Span] = ()) -> None:
        """Show a passage of any document; an empty span means where reading stopped. places: also highlighted."""
        if document != self.opened.document.id:
            await self.keeper.keep()
            opened = await self._loaded(document, span.start if span.end else -1)
            self.finding.clear()
            self.show(opened)
        if span.end:
            self.finding.highlight(places or (span,), span)
        self.pane.focus()
        self.followed()

    def entry(self) -> str:
        """Return the key of the focused sidebar entry, or an empty string if the focus is in the text."""
        return self.sidebars.highlighted()

    def lay_out(self) -> None:
        """Position every widget for the current screen size; the panes change sides with the language."""
        size = self.app.size
        found = measure(
            size.width, size.height, ui_rtl=is_rtl(), text_rtl=self.opened.document.direction == "R",
            shown=self.sidebars.shown(size.width), lines=self.sidebars.lines(),
        )  # fmt: skip
        sides = self.sidebars.boxes(found)
        bars = ((self._title, found.title), (self.strip, found.strip), (self._status, found.status))
        for widget, box in (*bars, (self.pane, found.text), (self._hints, found.hints), *sides):
            widget.display = box.width > 0 and box.height > 0
            widget.styles.offset = (box.x, box.y)
            widget.styles.width, widget.styles.height = box.width, box.height
        for entries, _box in sides:
            entries.set_class(found.overlay, "over")
        self._hints.show("", reading_bars.hints(self.keys, size.width, self.mode))
        self.query_one("#find").styles.offset = (found.hints.x, found.hints.y)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the screen out again."""
        del event
        if self.shown:
            self.lay_out()
            self.refresh_bars()

    async def ready(self) -> None:
        """Wait until the text is in the library.

        Raises NotYet if that takes too long (a very large text), or the error for which nothing can be saved.
        """
        if self.unsaved is not None:
            raise self.unsaved
        try:
            await asyncio.wait_for(self.stored.wait(), _PATIENCE)
        except TimeoutError as error:
            raise NotYet from error

    # messages

    def say(self, message: str) -> None:
        """Show a message in the status row until the next move."""
        self._message = message
        self.refresh_bars()

    def complain(self, error: HashiyaError) -> None:
        """Report what went wrong and how to remedy it; the app carries on."""
        if isinstance(error, LibraryReplaced):  # one row holds little: what to do comes first
            self.say(_("Library file missing: {key} saves everything to a new file", key=self.cap("save_copy")))
        else:
            self.say(explain(error))

    def cap(self, command: str) -> str:
        """Return the first key of a command, as a key cap."""
        return reading_bars.cap_text(key_cap(self.keys[command][0]))

    def show_stretch(self, opened: OpenDocument) -> None:
        """Show the analysis of another stretch of the same text; the page stays as it is."""
        self.opened = opened
        self.strip.show(opened.analysis, len(opened.text), rtl=opened.document.direction == "R")
        self.sidebars.show(opened)
        self.refresh_bars()

    def refresh_bars(self) -> None:
        """Show in the bars what belongs to the cursor."""
        cursor = self.pane.cursor
        number = self.pane.view.number_at(cursor)
        self._title.show(*reading_bars.title_row(self.opened, cursor, number, self.mode, self.large_text.progress))
        selected = self.pane.selection
        words = selection_steps.count_words(self.opened.text, selected) if selected else 0
        start, end = reading_bars.status_row(
            self.opened, cursor, words, self._message, coder=self.coder, room=self.app.size.width, mode=self.mode
        )
        self._status.show(start, end)
        self.sidebars.mark(self.opened, cursor)
        self.strip.point(cursor, self.finding.places)

    # commands

    async def action_run(self, name: str) -> None:
        """Run the command with this id."""
        self._lam, self._message = False, ""
        try:
            await self._run(name)
        except HashiyaError as error:
            self.complain(error)

    async def _run(self, name: str) -> None:
        result = self._commands[name]()
        if isinstance(result, Awaitable):  # it reports its own result
            await result
            self.keeper.soon()
        else:
            self.followed()

    def _fold(self) -> None:
        """Hide page boilerplate, or show it."""
        if self.opened.stretch is None and not self.opened.analysis.noise:
            self.say(_("No page boilerplate in this text"))
            return
        self.folded = not self.folded
        self.pane.reflow(self.opened.blocks(folded=self.folded))

    def _cancel(self) -> None:
        """End the search, else drop the selection, else the highlights, else leave the sidebar."""
        if self.finding.typing:
            self.finding.end(keep=False)
        elif self.pane.origin is not None:
            self.pane.drop_selection()
        elif len(self.finding.places):
            self.finding.clear()
        elif self.focused is not self.pane:
            self.pane.focus()

    def followed(self) -> None:
        """Update everything around the text for the current cursor position, in the same frame."""
        self.refresh_bars()
        self.keeper.soon()
        self.large_text.follow()
        self.pane.warm_soon()

    async def on_paste(self, event: events.Paste) -> None:
        """Open the file whose path was pasted, or dropped on the terminal."""
        await open_pasted(self, event)

    async def on_key(self, event: events.Key) -> None:
        """Treat lam followed by alef as the one key that sends both: b in the Arabic layout.

        The search key is handled here too, so that what is typed right after it does not overtake it.
        """
        if (self.finding.typing or self.app.screen is not self) and event.key != "escape" and hand_on(self, event):
            return
        if event.key in self._find_keys and self.app.screen is self and not self.finding.typing:
            event.stop()
            event.prevent_default()
            await self.action_run("find")
            return
        if event.character == LAM_ALEF_KEYS[0]:
            self._lam = True
        elif event.character == LAM_ALEF_KEYS[1] and self._lam:
            event.stop()
            await self.action_run(next((c for c in BY_ID if "b" in self.keys[c]), "word.previous"))
        else:
            self._lam = False

    def passage(self) -> Span | None:
        """Return the passage a command applies to: the selection, else the sentence under the cursor."""
        return self.pane.selection or selection_steps.sentence_of(self.opened.text, self.pane.cursor)

    def count_words(self, span: Span) -> int:
        """Return the number of words in a passage."""
        return selection_steps.count_words(self.opened.text, span)

    def drop_selection(self) -> None:
        """Drop the selection."""
        self.pane.drop_selection()

    def show_find(self, *, shown: bool) -> None:
        """Show the search field, empty and focused, or the key hints."""
        field = self.query_one("#find", Field)
        field.display, self._hints.display = shown, not shown
        if shown:
            field.value = ""
            self.set_focus(field)  # at once: the next keys belong to the field

    def highlight(self, near: Callable[[int, int], list[Layer]]) -> None:
        """Highlight passages. near: returns the layers that a stretch of the text meets."""
        self.pane.highlight(near)
        self.refresh_bars()

    # messages from the widgets

    def on_reading_pane_moved(self, event: ReadingPane.Moved) -> None:
        """Follow the cursor."""
        event.stop()
        self.followed()

    def on_entries_chosen(self, event: Entries.Chosen) -> None:
        """Highlight all occurrences of an entry and go to the next one."""
        event.stop()
        self.finding.choose(event.entry)
        self.followed()
        if any(entries.has_class("over") for entries in self.sidebars.lists):
            self.sidebars.close()

    def on_strip_map_chosen(self, event: StripMap.Chosen) -> None:
        """Go to the position clicked."""
        event.stop()
        self.pane.go(event.offset, near_top=True)
        self.followed()

    def on_field_blurred(self, event: Field.Blurred) -> None:
        """Keep the matches highlighted when the field loses the focus."""
        event.stop()
        if self.finding.typing and self.app.screen is self:
            self.finding.end(keep=True, focus=False)

    def on_field_submitted(self, event: Field.Submitted) -> None:
        """End the search and keep the matches highlighted."""
        event.stop()
        self.finding.end(keep=True)
