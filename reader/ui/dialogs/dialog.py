"""Dialogs: what lies over the reading screen."""

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

from reader.ui.style.emit_filter import EmitFilter
from reader.ui.style.line_filter import TypesetFilter

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A modal screen. Behind its widgets it shows the screen below, whose lines are typeset and emitted already."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave typesetting and emitting out for the screen below; the dialog's own widgets have them."""
        return [one for one in super().get_line_filters() if not isinstance(one, (TypesetFilter, EmitFilter))]
