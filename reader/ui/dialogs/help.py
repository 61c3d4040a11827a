"""All keys by group, from the table of commands."""

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from reader.keys.commands import COMMANDS, Command
from reader.keys.keymap import caps, key_cap
from reader.keys.list_commands import commands_of
from reader.language.i18n import _, ltr
from reader.typeset.line import columns
from reader.ui.dialogs.dialog import Dialog
from reader.ui.style.inks import fore_of

_CAPS_WIDTH = 20
_LIST_CAPS_WIDTH = 14


def arabic_caps(keys: tuple[str, ...]) -> str:
    """Return the Arabic letters among the keys, as on the keyboard."""
    return " ".join(key for key in keys if not key.isascii() and key.isalpha())[:5]


class ListHelp(Dialog[None]):
    """The keys of one list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,ض,question_mark,؟,f1", "dismiss(None)", show=False)]

    def __init__(self, name: str, without: tuple[str, ...], title: str, mode: str) -> None:
        """Show the keys of the list `name`, except those of the commands in `without`."""
        super().__init__()
        self._list, self._without, self._heading, self._mode = name, without, title, mode

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        table = Text(no_wrap=True, overflow="ellipsis")
        for command in commands_of(self._list, self._without):
            cell = "  ".join(ltr(key_cap(key)) for key in command.keys)
            gap = " " * max(1, _LIST_CAPS_WIDTH - columns(cell))
            table.append_text(Text.assemble((cell, fore_of("heading", self._mode)), gap, _(command.about), "\n"))
        with Vertical(id="list-help", classes="dialog"):
            yield Static(self._heading, classes="dialog-title", markup=False)
            yield Static(table, markup=False, classes="dialog-table")
            yield Static(_("{leave} close", leave=ltr("Esc")), classes="dialog-help", markup=False)


class HelpScreen(Dialog[None]):
    """A scrollable page of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ض,question_mark,؟,f1", "dismiss(None)", show=False),
        Binding("down,j,ت", "scroll(1)", show=False),
        Binding("up,k,ن", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]

    def __init__(self, keys: Mapping[str, tuple[str, ...]], mode: str) -> None:
        """Show these keys, by command id. mode: "dark" or "light"."""
        super().__init__()
        self._keys, self._mode = keys, mode

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="help", classes="dialog"):
            yield Static(_("Keys"), classes="dialog-title", markup=False)
            with VerticalScroll(id="help-keys"):
                yield Static(self._table(), markup=False)
            yield Static(
                _("{leave} close   {down} more", leave=ltr("Esc"), down=ltr("↓")), classes="dialog-help", markup=False
            )

    def _row(self, command: Command, shown: str) -> Text:
        keys = self._keys[command.id]
        latin = [ltr(cap) for cap in caps(command, keys)] if not shown else [ltr(shown)]
        arabic = arabic_caps(keys) if not shown else ""
        cell = "  ".join(latin + ([arabic] if arabic else []))
        gap = " " * max(1, _CAPS_WIDTH - columns(cell))
        about = _(command.about) if not shown else _("Tag the selection or the current sentence; press again to remove")
        return Text.assemble((cell, fore_of("heading", self._mode)), gap, about, "\n")

    def _table(self) -> Text:
        table = Text(no_wrap=True, overflow="ellipsis")
        group = ""
        for command in COMMANDS:
            if command.id.startswith("tag.") and command.id not in ("tag.1", "tag.pick"):
                continue
            if command.group != group:
                group = command.group
                table.append_text(
                    Text.assemble("\n" if table.plain else "", (_(group), fore_of("title", self._mode)), "\n")
                )
            table.append_text(self._row(command, "1-9" if command.id == "tag.1" else ""))
        table.append_text(Text("\n" + _("Mouse: a click sets the cursor, dragging selects, the wheel scrolls.")))
        return table

    def action_scroll(self, count: int) -> None:
        """Scroll the page by `count` lines."""
        self.query_one(VerticalScroll).scroll_relative(y=count, animate=False)
