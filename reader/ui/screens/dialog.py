"""Dialogs: what lies over the reading screen."""

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

from reader.ui.line_filter import TypesetFilter

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A modal screen. Behind its widgets it shows the screen below, whose lines are typeset already."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave typesetting out for the screen below; the dialog's own widgets have it."""
        return [one for one in super().get_line_filters() if not isinstance(one, TypesetFilter)]
