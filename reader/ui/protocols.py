"""What parts of the interface need from one another, as Protocols: the only module that all of them may import.

It imports only values, so that no part has to import the screen or the app that uses it.
"""

from asyncio import Event
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.timer import Timer

from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.spans import Span
from reader.settings.config import Config
from reader.typeset.block import Blocks
from reader.typeset.paint import Layer
from reader.typeset.view import View
from reader.ui.page.open_document import OpenDocument

T = TypeVar("T")
Command = Callable[[], Awaitable[None] | None]


class Store(Protocol):
    """Runs jobs on the library, one after the other."""

    async def run(self, job: Callable[[Library], T]) -> T:
        """Run a job and return its result, once its changes are committed."""

    def run_now(self, job: Callable[[Library], T]) -> T:
        """Run a job and wait for it, for use when the event loop has ended."""


class TextPane(Protocol):
    """The text pane: the cursor, the selection, and ways to move them. Offsets are code points."""

    view: View
    cursor: int
    origin: int | None

    @property
    def selection(self) -> Span | None:
        """The selected passage, or None if nothing is selected."""

    @property
    def top(self) -> int:
        """The offset at which the topmost line begins."""

    def select(self, span: Span) -> None:
        """Select a passage."""

    def drop_selection(self) -> None:
        """Clear the selection."""

    def go(self, offset: int, *, near_top: bool = False) -> None:
        """Move the cursor to an offset. near_top: scroll it to near the top of the screen if it was off screen."""

    def move(self, motion: Callable[[View, int], int]) -> None:
        """Move the cursor to where `motion` leads from here."""

    def move_rows(self, count: int) -> None:
        """Move the cursor down by `count` rows (up if negative)."""

    def page(self, step: int) -> None:
        """Turn a page forward (1) or back (-1)."""

    def reflow(self, blocks: Blocks) -> None:
        """Show the same text with different blocks."""

    def focus(self, scroll_visible: bool = True) -> Any:
        """Take the keyboard focus."""


class Host(Protocol):
    """The app, as seen by its screens."""

    config: Config

    def send(self, sequence: str) -> None:
        """Send a control sequence to the terminal."""

    async def save_copy(self) -> None:
        """Save everything in the library to a new file."""

    def calibrate(self) -> None:
        """Hand the terminal over to the display test."""

    def show_aids(self) -> None:
        """Open the dialog for choosing reading aids."""

    def show_palette(self) -> None:
        """Open the dialog for picking a command by part of its name."""

    def show_help(self) -> None:
        """Show all keys."""

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell for a while."""

    def exit(self) -> None:
        """Quit."""

    def analyse_behind(self) -> None:
        """Analyse what is left of the open text in a process of its own."""

    async def toggle_analysis(self) -> None:
        """Stop the analysis of the open text, or go on with it."""

    def loaded(self) -> OpenDocument | None:
        """Return the document that is being loaded since the start, if it is here already."""

    async def catch_up_lists(self) -> None:
        """Update the lists over the text with what another window has written."""


class Speaks(Protocol):
    """Shows messages to the user, until the next key."""

    def say(self, message: str) -> None:
        """Show a message."""

    def complain(self, error: HashiyaError) -> None:
        """Show what went wrong, and how to remedy it."""

    def cap(self, command: str) -> str:
        """Return the first key of a command, as a key cap."""


class TextScreen(Speaks, Protocol):
    """The screen that shows a document, as seen by its helpers and the lists over it."""

    opened: OpenDocument
    coder: str
    mode: str
    folded: bool
    shown: bool
    keys: Mapping[str, tuple[str, ...]]

    @property
    def app(self) -> App[Any]:
        """The app, to push screens on."""

    @property
    def host(self) -> Host:
        """The app, as far as screens need it."""

    @property
    def jobs(self) -> Store:
        """The thread that runs jobs on the library."""

    @property
    def pane(self) -> TextPane:
        """The text pane."""

    def passage(self) -> Span | None:
        """Return what a command applies to: the selection, or else the sentence at the cursor, or None."""

    def entry(self) -> str:
        """Return the key of the highlighted sidebar entry, or an empty string if the focus is in the text."""

    def drop_selection(self) -> None:
        """Clear the selection."""

    def count_words(self, span: Span) -> int:
        """Return the number of words in a passage."""

    def highlight(self, near: Callable[[int, int], list[Layer]]) -> None:
        """Highlight passages. near: returns the layers that a stretch of the text meets."""

    async def ready(self) -> None:
        """Wait until the text is in the library. Raises NotYet."""

    async def refresh_annotations(self) -> None:
        """Show the changes that acts made to the codebook and the annotations."""

    async def refresh_analysis(self) -> None:
        """Reload everything about the document."""

    async def go_to(self, document: int, span: Span, places: Sequence[Span] = ()) -> None:
        """Show a passage of this or another document."""

    async def action_run(self, name: str) -> None:
        """Run the command with this id."""

    def set_timer(self, delay: float, callback: Callable[[], Awaitable[None] | None]) -> Timer:
        """Call `callback` once, after `delay` seconds."""


class FindScreen(TextScreen, Protocol):
    """A screen with a search field that takes the place of its key hints."""

    def run_worker(self, work: Awaitable[None], name: str, group: str, *, exclusive: bool) -> object:
        """Run a coroutine beside the keys; exclusive: in the place of those of its group."""

    def refresh_bars(self) -> None:
        """Show in the bars what has changed."""

    def show_find(self, *, shown: bool) -> None:
        """Show the search field, empty and focused, or the hints."""


class StretchScreen(TextScreen, Protocol):
    """A screen that shows the analysis of a large text stretch by stretch."""

    def show_stretch(self, opened: OpenDocument) -> None:
        """Show the same text with the analysis of another stretch."""

    def refresh_bars(self) -> None:
        """Show in the bars what has changed."""

    def run_worker(self, work: Awaitable[None], name: str) -> object:
        """Run a coroutine beside the keys."""


class NewsScreen(TextScreen, Protocol):
    """A screen that is brought up to date with the library; stored is set once its text is in there."""

    stored: Event

    def show_annotations(self) -> None:
        """Show the annotations and tags of the document as they are now."""


class SidebarScreen(TextScreen, Protocol):
    """A screen with sidebar lists beside its text."""

    @property
    def focused(self) -> object:
        """The widget that has the focus."""

    def lay_out(self) -> None:
        """Put every widget in its place."""
