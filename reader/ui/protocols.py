"""What parts of the interface need of one another, as Protocols: the only module that all of them may know.

It imports values alone, so that no part has to import the screen, or the app, that uses it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.timer import Timer

from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.spans import Span
from reader.settings.config import Config
from reader.typeset.paint import Layer
from reader.typeset.view import Block, View
from reader.ui.page.open_document import OpenDocument

T = TypeVar("T")
Command = Callable[[], Awaitable[None] | None]


class Store(Protocol):
    """Does jobs on the library, one after the other."""

    async def run(self, job: Callable[[Library], T]) -> T:
        """Do a job and return what it returns, once its change is committed."""

    def run_now(self, job: Callable[[Library], T]) -> T:
        """Do a job and wait for it, where there is no event loop any more."""


class TextPane(Protocol):
    """The text: where the cursor is, what is selected, and moving both. Offsets are code points."""

    view: View
    cursor: int
    origin: int | None

    @property
    def selection(self) -> Span | None:
        """The passage selected, None where nothing is."""

    @property
    def top(self) -> int:
        """The offset at which the topmost line begins."""

    def select(self, span: Span) -> None:
        """Select a passage."""

    def drop_selection(self) -> None:
        """Select nothing."""

    def go(self, offset: int, *, near_top: bool = False) -> None:
        """Put the cursor at an offset."""

    def move(self, motion: Callable[[View, int], int]) -> None:
        """Move the cursor to where `motion` leads from here."""

    def move_rows(self, count: int) -> None:
        """Move the cursor down (up) by rows."""

    def page(self, step: int) -> None:
        """Turn a page forward (1) or back (-1)."""

    def reflow(self, blocks: Sequence[Block]) -> None:
        """Show the same text with other blocks around it."""

    def focus(self, scroll_visible: bool = True) -> Any:
        """Take the keys."""


class Host(Protocol):
    """The app, as its screens see it."""

    config: Config

    def send(self, sequence: str) -> None:
        """Send a control sequence to the terminal."""

    def calibrate(self) -> None:
        """Give the terminal to the eye test."""

    def show_aids(self) -> None:
        """Let the reading aids be chosen."""

    def show_palette(self) -> None:
        """Let a command be picked by part of its name."""

    def show_help(self) -> None:
        """Show all keys."""

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell for a while."""

    def exit(self) -> None:
        """Leave."""

    async def catch_up_lists(self) -> None:
        """Let the lists over the text show what another window has written."""


class Speaks(Protocol):
    """Says something to the user, until the next key."""

    def say(self, message: str) -> None:
        """Show a message."""

    def complain(self, error: HashiyaError) -> None:
        """Say what went wrong, and what helps."""

    def cap(self, command: str) -> str:
        """Return the first key of a command, as a cap."""


class TextScreen(Speaks, Protocol):
    """The screen that shows a document, as its helpers and the lists over it see it."""

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
        """The app, by what screens need of it."""

    @property
    def jobs(self) -> Store:
        """The thread of the library."""

    @property
    def pane(self) -> TextPane:
        """The text."""

    def passage(self) -> Span | None:
        """Return what a command is about: the selection, else the sentence under the cursor."""

    def entry(self) -> str:
        """Return the key of the sidebar's entry that the reader is on, an empty string in the text."""

    def drop_selection(self) -> None:
        """Select nothing."""

    def count_words(self, span: Span) -> int:
        """Return the number of words in a passage."""

    def light(self, layers: Sequence[Layer]) -> None:
        """Highlight places."""

    async def ready(self) -> None:
        """Wait until the text is in the library. Raises NotYet."""

    async def refresh_annotations(self) -> None:
        """Show what an act did to codebook and annotations."""

    async def refresh_analysis(self) -> None:
        """Read everything of the document again."""

    async def go_to(self, document: int, span: Span, places: Sequence[Span] = ()) -> None:
        """Show a passage, of this document or another."""

    async def action_run(self, name: str) -> None:
        """Do the command with this id."""

    def set_timer(self, delay: float, callback: Callable[[], Awaitable[None] | None]) -> Timer:
        """Call something once, after some seconds."""


class FindScreen(TextScreen, Protocol):
    """A screen with a field to find with, in the place of its hints."""

    def show_find(self, *, shown: bool) -> None:
        """Show the field, empty and with the keys, or the hints."""


class SidebarScreen(TextScreen, Protocol):
    """A screen with lists at the sides of its text."""

    @property
    def focused(self) -> object:
        """What has the keys."""

    def lay_out(self) -> None:
        """Put every widget where it stands."""
