"""The lists shown over the text: a title, a filter field, rows in columns, and the keys that act on them.

Each list defines its rows and commands; this module defines how all lists look and behave.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.folding import matches
from annotations.values.localized import Localized
from annotations.values.model import Tag
from annotations.values.spans import Span
from reader.keys.keymap import expand, key_cap, layout_in_use
from reader.keys.list_commands import commands_of
from reader.language.explain import explain
from reader.language.i18n import _, language, ltr
from reader.typeset.line import columns
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.key_bindings import key_name
from reader.ui.protocols import Command, TextScreen
from reader.ui.style.inks import fore_of
from reader.ui.widgets.bars import Bar
from reader.ui.widgets.field import Field
from reader.ui.widgets.grid import Column, Grid, GridRow, Key
from reader.ui.widgets.typeahead import hand_on
from reader.ui.wording import act_names

T = TypeVar("T")


class ListScreen(Screen[None]):
    """A list shown over the text."""

    NAME: ClassVar[str]
    WITHOUT: ClassVar[tuple[str, ...]] = ("select", "select_all", "order")
    TEXT_ROWS: ClassVar[bool] = False
    SELECTS: ClassVar[bool] = False
    AUTO_FOCUS = "#grid"
    everywhere = False  # whether the list covers the whole library

    def __init__(self, text_screen: TextScreen) -> None:
        """Show the list over this reading screen."""
        super().__init__()
        self.text_screen = text_screen
        self.jobs, self.mode, self.document = text_screen.jobs, text_screen.mode, text_screen.opened.document.id
        self.grid = Grid(self.mode, text_rtl=self.TEXT_ROWS and text_screen.opened.document.direction == "R")
        self.grid.selecting = self.SELECTS
        self._title, self._status, self._hints = (
            Bar(id="list-title"),
            Bar(id="list-status"),
            Bar(id="list-hints"),
        )
        self._message = ""
        self.words = ""
        self._commands: dict[str, str] = {}
        layout = layout_in_use(text_screen.host.config.arabic_layout)
        for command in commands_of(self.NAME, self.WITHOUT):
            for key in expand(command.keys, layout):
                self._commands.setdefault(key_name(key), command.id)

    async def on_key(self, event: events.Key) -> None:
        """Run the command of a key here, in the order keys arrive, so that none overtakes one that opens the field."""
        if event.key != "escape" and hand_on(self, event):
            return
        name = self._commands.get(event.key)
        if name is not None and self.app.screen is self:
            event.stop()
            event.prevent_default()
            await self.action_run(name)

    # what each list defines

    def heading(self) -> tuple[str, str]:
        """Return the title and the text at the end of its row."""
        raise NotImplementedError

    def empty(self) -> str:
        """Return the message shown if there are no rows."""
        return _("Nothing here")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the columns, the keys of all rows in order, and the rows already loaded; `more` loads the others."""
        raise NotImplementedError

    async def more(self, keys: Sequence[Key]) -> dict[Key, GridRow]:
        """Return the rows with these keys, which are about to be shown."""
        del keys
        return {}

    def about(self) -> str:
        """Return what the status row says about the current row."""
        return ""

    # how all lists look

    def compose(self) -> ComposeResult:
        """Stack the title, rows, status and key hints; the filter field replaces the key hints."""
        yield self._title
        yield self.grid
        yield self._status
        yield self._hints
        yield Field(id="filter", placeholder=_("Filter…"))

    async def on_mount(self) -> None:
        """Show the rows."""
        self.query_one("#filter").display = False
        await self.again()
        self.run_worker(self.when_shown(), name="ahead")

    async def when_shown(self) -> None:
        """Prepare in advance what will be needed, once the rows are shown."""

    async def again(self) -> None:
        """Reload and show the rows, after an act or a change of filter."""
        layout, keys, rows = await self.rows()
        self.grid.show(layout, keys, rows, self.empty())
        self.refresh_bars()

    def refresh_bars(self) -> None:
        """Refresh everything around the rows."""
        title, end = self.heading()
        self._title.show(Text(f" {title}", style=fore_of("title", self.mode)), f"{end} ")
        selected = _("{n} selected", n=len(self.grid.selected)) + " " if self.grid.selecting else ""
        filtered = _("Only: “{words}”", words=self.words) + " " if self.words else ""
        said = self._message or self.about()
        self._status.show(Text(f" {said}", style=fore_of("chrome.strong", self.mode)), filtered + selected)
        self._hints.show("", self._hint_row())

    def _hint_row(self) -> Text:
        """Return the most useful key hints, as many as fit."""
        room, taken, shown = self.app.size.width - 2, 0, []
        own = commands_of(self.NAME, self.WITHOUT)
        for command in sorted(own, key=lambda c: -c.hint):
            hint = Text.assemble((ltr(key_cap(command.keys[0])), fore_of("heading", self.mode)), " ", _(command.name))
            if command.hint and taken + columns(hint.plain) + 3 <= room:
                shown.append((own.index(command), hint))
                taken += columns(hint.plain) + 3
        return Text.assemble(Text("   ").join([hint for _at, hint in sorted(shown, key=lambda pair: pair[0])]), " ")

    def say(self, message: str) -> None:
        """Show a message until the next key press."""
        self._message = message
        self.refresh_bars()

    def complain(self, error: HashiyaError) -> None:
        """Report what went wrong and how to remedy it."""
        self.say(explain(error))

    def on_resize(self) -> None:
        """Refresh the bars for the new width."""
        if self.is_mounted:
            self.refresh_bars()

    def on_grid_moved(self, event: Grid.Moved) -> None:
        """Update the bars for the new current row."""
        event.stop()
        self._message = ""
        self.refresh_bars()

    async def on_grid_opened(self, event: Grid.Opened) -> None:
        """Open the row that was clicked."""
        event.stop()
        await self.action_run("go")

    async def on_grid_needed(self, event: Grid.Needed) -> None:
        """Load the rows that are about to be shown."""
        event.stop()
        self.grid.fill(await self.more(event.keys))
        self.refresh_bars()

    # commands

    def commands(self) -> dict[str, Command]:
        """Return the action of each command, by its id; each list adds its own."""
        return {
            "filter": self.do_filter, "select": self.do_select, "select_all": self.do_select_all, "scope": self.do_scope,
            "undo": self.do_undo, "redo": self.do_redo, "help": self.do_help, "close": self.do_close,
        }  # fmt: skip

    async def action_run(self, name: str) -> None:
        """Run the command with this id."""
        self._message = ""
        try:
            result = self.commands()[name]()
            if isinstance(result, Awaitable):
                await result
        except HashiyaError as error:
            self.complain(error)
        else:
            self.refresh_bars()

    async def store(self, job: Callable[[Library], T]) -> T:
        """Run a job in the store's thread and return its result."""
        return await self.jobs.run(job)

    async def act(self, job: Callable[[Library], T], said: str = "") -> T:
        """Perform an act, reload the rows and report it. said: the message to show instead of the act's name."""
        done, last, tags = await self.jobs.run(
            lambda library: (job(library), library.log(None, 1), library.codebook.tags())
        )
        await self.again()
        name = act_names.act_name(last[0].act.label, last[0].act.about, tags) if last else ""
        self.say(said or _("{act}. {key} to undo.", act=name, key=ltr("u")))
        return done

    async def do_close(self) -> None:
        """Leave the filter field and clear the filter if the field is shown, else close the list."""
        if self.query_one("#filter").display:
            self.words = ""
            await self.again()
            self._end_filter()
        else:
            self.dismiss()

    def do_filter(self) -> None:
        """Show the filter field."""
        field = self.query_one("#filter", Field)
        self._hints.display, field.display = False, True
        field.value = self.words
        self.set_focus(field)  # at once: the next keys belong to the field

    async def on_field_changed(self, event: Field.Changed) -> None:
        """Filter as the user types."""
        event.stop()
        if self.query_one("#filter").display:
            self.words = event.value.strip()
            await self.again()

    def on_field_submitted(self, event: Field.Submitted) -> None:
        """Hide the field and keep the filter."""
        event.stop()
        self._end_filter()

    def on_field_blurred(self, event: Field.Blurred) -> None:
        """Hide the field and keep the filter when the field loses the focus."""
        event.stop()
        self._end_filter()

    def _end_filter(self) -> None:
        field = self.query_one("#filter", Field)
        if field.display:
            field.display, self._hints.display = False, True
            self.set_focus(self.grid)
            self.refresh_bars()

    def holds(self, *texts: str) -> bool:
        """Return whether any of the texts contains the filter words, after folding."""
        return matches(self.words, *texts)

    def do_select(self) -> None:
        """Select or deselect the current row and move to the next one."""
        key = self.grid.key
        if key is not None:
            self.grid.select([key], selected=key not in self.grid.selected)
            self.grid.action_step(1)

    def do_select_all(self) -> None:
        """Select all rows shown, or deselect them if all are selected."""
        keys = [key for key in self.grid.keys if (row := self.grid.row(key)) is None or not row.heading]
        self.grid.select(keys, selected=not set(keys) <= self.grid.selected)

    async def do_undo(self) -> None:
        """Undo the last act, whichever document it belongs to."""
        await self._replay(back=True)

    async def do_redo(self) -> None:
        """Redo the last act undone."""
        await self._replay(back=False)

    async def _replay(self, *, back: bool) -> None:
        act = await self.store(lambda library: library.undo(None) if back else library.redo(None))
        await self.again()
        if act is None:
            self.say(_("Nothing to undo") if back else _("Nothing to redo"))
        else:
            name = await self.store(lambda library: act_names.act_then(act, library))
            self.say(_("Undone: {act}", act=name) if back else _("Redone: {act}", act=name))

    async def do_scope(self) -> None:
        """Switch between this text and the whole library."""
        self.everywhere = not self.everywhere
        await self.again()

    def where(self) -> str:
        """Return the scope of the list in words: this text or the library."""
        return _("library") if self.everywhere else _("this text")

    def do_help(self) -> None:
        """Show the keys of this list."""
        from reader.ui.dialogs.help import ListHelp

        self.app.push_screen(ListHelp(self.NAME, self.WITHOUT, self.heading()[0], self.mode))

    async def go_to(self, document: int, span: Span, places: Sequence[Span] = ()) -> None:
        """Close every list and show a passage in the text. places: other passages to highlight with it."""
        below: object = self.text_screen
        while self.app.screen is not below:
            self.app.pop_screen()
        await self.text_screen.go_to(document, span, places)

    async def tag_places(self, places: Sequence[tuple[int, Span]], counted_places: str) -> None:
        """Pick a tag and apply it to passages (document, span) as one act. counted_places: their number in words."""

        async def picked(tag: Tag) -> None:
            done = await self.act(lambda library: library.passages.tag_places(places, tag.id))
            name, count = tag.name(language()), act_names.counted_noun("place", done)
            self.say(_("“{tag}”: {places}. {key} to undo.", tag=name, places=count, key=ltr("u")))

        await self.choose_tag(_("Tag {places}", places=counted_places), picked)

    # dialogs

    @staticmethod
    def dates(since: str, until: str) -> str:
        """Return the range of dates a list is limited to, in words, or an empty string if it is not limited."""
        return _("from {since} to {until}", since=since or "…", until=until or "…") if since or until else ""

    def ask_dates(self, then: Callable[[str, str], Awaitable[None]]) -> None:
        """Ask for the first and last date (ISO) of the reports shown; an ellipsis leaves either end open."""

        async def typed(text: str) -> None:
            since, _blank, until = text.strip().partition(" ")
            await then(since.strip("-… "), until.strip("-… "))

        self.ask(_("Dates of the reports"), typed, prompt=ltr("2021-10-01 2021-10-31"))

    def ask(
        self, title: str, then: Callable[[str], Awaitable[None]], *, value: str = "", about: str = "", prompt: str = ""
    ) -> None:
        """Ask for a text and call `then` with it; any HashiyaError it raises is reported."""

        async def answered(picked: Picked | None) -> None:
            if picked is not None:
                await self._then(then(picked.name))

        words = prompt or _("Value…")
        self.app.push_screen(
            Picker(title, lambda _typed: [], mode=self.mode, new="{name}", value=value, about=about, prompt=words),
            answered,
        )

    def choose(
        self, title: str, choices: Sequence[Choice], then: Callable[[str], Awaitable[None]], *, empty: str = ""
    ) -> None:
        """Let the user pick a choice by part of its name, and call `then` with its key."""

        def matching(typed: str) -> list[Choice]:
            return [choice for choice in choices if matches(typed, choice.name)]

        async def picked(result: Picked | None) -> None:
            if result is not None:
                await self._then(then(result.key))

        self.app.push_screen(Picker(title, matching, mode=self.mode, empty=empty or _("No match")), picked)

    async def _then(self, work: Awaitable[None]) -> None:
        try:
            await work
        except HashiyaError as error:
            self.complain(error)

    async def choose_tag(
        self, title: str, then: Callable[[Tag], Awaitable[None]], *, besides: int = 0, any_: str = ""
    ) -> None:
        """Let the user pick a tag. besides: a tag not offered; any_: the words of a choice of none (a tag of id 0)."""
        tags = await self.store(lambda library: library.codebook.tags())
        offered = [tag for tag in tags if tag.id != besides and not tag.retired]
        choices = [Choice(str(t.id), t.name(language()), str(t.slot or ""), f"stripe.{t.color}") for t in offered]
        if any_:
            choices.insert(0, Choice("0", any_))
        none = Tag(0, None, Localized.of({language(): any_}), 0)

        async def picked(key: str) -> None:
            await then(next((tag for tag in tags if str(tag.id) == key), none))

        self.choose(title, choices, picked)
