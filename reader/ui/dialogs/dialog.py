"""The base class of dialogs, which lie over the reading screen."""

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

from reader.ui.style.emit_filter import EmitFilter
from reader.ui.style.line_filter import TypesetFilter

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A modal screen. Behind its widgets it shows the screen below, whose lines are already typeset and emitted."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters without typesetting and emitting, which the dialog's own widgets apply themselves."""
        return [one for one in super().get_line_filters() if not isinstance(one, (TypesetFilter, EmitFilter))]
