"""The reading aids: Enter switches one to its next choice, and the text behind changes at once."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.language.i18n import N_, _, ltr
from reader.page.aids import CHOICES, Aids, turned
from reader.typeset.line import columns
from reader.ui.dialogs.dialog import Dialog
from reader.ui.style.inks import fore_of

_NAMES = {
    "harakat": N_("Diacritics"),
    "digits": N_("Digits"),
    "justify": N_("Justify with kashida"),
    "ruler": N_("Reading ruler"),
    "invisibles": N_("Show invisibles"),
    "width": N_("Column width"),
    "spaced": N_("Line spacing"),
}
_VALUES = {
    "show": N_("all"),
    "essential": N_("essential"),
    "hide": N_("none"),
    "text": N_("as in the text"),
    "western": "1 2 3",
    "arabic_indic": "١ ٢ ٣",
    "True": N_("on"),
    "False": N_("off"),
}


class AidsScreen(Dialog[None]):
    """A list of the aids with their current choices."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,ض,f10,equals_sign", "dismiss(None)", show=False)]

    def __init__(self, aids: Aids, apply: Callable[[Aids], None], mode: str) -> None:
        """Start with `aids`; `apply` is called with every change."""
        super().__init__()
        self._aids, self._apply, self._mode = aids, apply, mode

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="aids", classes="dialog"):
            yield Static(_("Display options"), classes="dialog-title", markup=False)
            yield OptionList()
            yield Static(
                _("{save} change   {leave} close", save=ltr("Enter"), leave=ltr("Esc")),
                classes="dialog-help",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show the aids."""
        self.call_after_refresh(self._fill)
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        room = max(20, options.content_size.width - 2)
        options.clear_options()
        for name in CHOICES:
            value = str(getattr(self._aids, name))
            shown = _(_VALUES[value]) if value in _VALUES else value
            gap = " " * max(1, room - columns(_(_NAMES[name])) - columns(shown))
            options.add_option(Option(Text.assemble(_(_NAMES[name]), gap, (shown, fore_of("heading", self._mode)))))
        options.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Switch the aid to its next choice."""
        event.stop()
        self._aids = turned(self._aids, list(CHOICES)[event.option_index])
        self._apply(self._aids)
        self._fill()
