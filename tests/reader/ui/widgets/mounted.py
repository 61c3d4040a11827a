"""A widget alone in an app of its own, without library or text."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, TypeVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from reader.language.i18n import is_rtl
from reader.ui.app import theme
from reader.ui.style.line_filter import TypesetFilter
from tests.reader.ui.stage import quickly, quiet

M = TypeVar("M", bound=Message)


class Alone(App[None]):
    """An app that shows one widget, typeset as in the reader, and keeps the messages that reach it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = "Screen { layout: horizontal; } Screen > * { width: 100%; height: 100%; }"

    def __init__(self, widget: Widget, mode: str = "dark") -> None:
        """Show the widget."""
        super().__init__()
        self._widget = widget
        self._typeset = TypesetFilter("R" if is_rtl() else "L")
        self.received: list[Message] = []
        self.register_theme(theme(mode))
        self.theme = f"hashiya-{mode}"

    def compose(self) -> ComposeResult:
        """Show the widget."""
        yield self._widget

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters with the one that typesets."""
        return [*super().get_line_filters(), self._typeset]

    def of(self, kind: type[M]) -> list[M]:
        """Return the messages of a kind, each once, however many widgets it reached."""
        return list({id(one): one for one in self.received if isinstance(one, kind)}.values())

    def rows(self) -> list[str]:
        """Return the rows of the screen, from left to right."""
        return [strip.text for strip in self.screen._compositor.render_strips()]


def alone(
    widget: Widget,
    script: Callable[[Alone, Pilot[None]], Awaitable[None]],
    *,
    size: tuple[int, int] = (40, 8),
    mode: str = "dark",
) -> None:
    """Run a script on an app that shows only this widget."""
    app = Alone(widget, mode)

    async def run() -> None:
        async with app.run_test(size=size, message_hook=app.received.append) as pilot:
            await quiet(app)
            with quickly(app):
                await script(app, pilot)

    asyncio.run(run())
