"""A dialog for picking a tag (or a new one) or a command by typing part of its name."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from annotations.values.folding import fold_text
from reader.language.i18n import _, ltr
from reader.typeset.line import columns
from reader.ui.dialogs.dialog import Dialog
from reader.ui.style.inks import fore_of
from reader.ui.widgets.field import Field


class Choice(NamedTuple):
    """A choice: its key, its name, the detail at the end of its line, its ink."""

    key: str
    name: str
    detail: str = ""
    ink: str = "text"


class Picked(NamedTuple):
    """What was picked, or, if the key is empty, the name typed for a new one."""

    key: str
    name: str


class Picker(Dialog[Picked | None]):
    """A field and the choices that match the text typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        matching: Callable[[str], Sequence[Choice]],
        *,
        mode: str,
        new: str = "",
        empty: str = "",
        value: str = "",
        about: str = "",
        prompt: str = "",
    ) -> None:
        """Offer the choices that `matching` returns for the text typed.

        new: the words that offer a new one; empty: the text shown if nothing matches; value: the initial text of the
        field, selected; about: what the choice is about; prompt: the placeholder of the empty field.
        """
        super().__init__()
        self._title, self._matching, self._mode, self._new, self._empty = title, matching, mode, new, empty
        self._value, self._about, self._prompt = value, about, prompt
        self._choices: list[Choice] = []

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="picker", classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            if self._about:
                yield Static(self._about, classes="dialog-quote", markup=False)
            yield Field(self._value, placeholder=self._prompt or _("Type part of the name"), selected=True)
            yield OptionList(id="choices")
            yield Static(
                _("{save} pick   {leave} cancel", save=ltr("Enter"), leave=ltr("Esc")),
                classes="dialog-help",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show the choices for the initial text."""
        self._fill(self._value)
        self.set_focus(self.query_one(Field))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out the choices again, for what is typed by then, with the same one highlighted."""
        del event
        self.call_after_refresh(self._fill_again)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Show the choices that match."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        choices = list(self._matching(typed.strip()))
        options = self.query_one(OptionList)
        options.clear_options()
        self._choices = choices
        room = max(10, options.content_size.width - 2)
        for choice in choices:
            gap = " " * max(1, room - columns(choice.name) - columns(choice.detail))
            options.add_option(
                Option(
                    Text.assemble(
                        (choice.name, fore_of(choice.ink, self._mode)),
                        gap,
                        (choice.detail, fore_of("detail", self._mode)),
                    )
                )
            )
        exact = any(fold_text(choice.name) == fold_text(typed) for choice in choices)
        if self._new and typed.strip() and not exact:
            self._choices.append(Choice("", typed.strip()))
            options.add_option(Option(Text(_(self._new, name=typed.strip()), style=fore_of("heading", self._mode))))
        if not self._choices:
            options.add_option(Option(Text(self._empty, style=fore_of("detail", self._mode)), disabled=True))
        options.highlighted = 0 if self._choices else None

    def _fill_again(self) -> None:
        options = self.query_one(OptionList)
        highlighted = options.highlighted
        self._fill(self.query_one(Field).value)
        if highlighted is not None and highlighted < len(self._choices):
            options.highlighted = highlighted

    def action_step(self, count: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if self._choices:
            options.highlighted = ((options.highlighted or 0) + count) % len(self._choices)

    def on_field_submitted(self, event: Field.Submitted) -> None:
        """Pick the highlighted choice."""
        event.stop()
        self._pick(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pick the clicked choice."""
        event.stop()
        self._pick(event.option_index)

    def _pick(self, index: int | None) -> None:
        if index is not None and index < len(self._choices):
            choice = self._choices[index]
            self.dismiss(Picked(choice.key, choice.name))
