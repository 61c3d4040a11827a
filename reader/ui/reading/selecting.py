"""Selecting a passage: from the cursor onwards, or in steps from the word to the session."""

from annotations.values.spans import Span
from reader.ui.page import selection_steps
from reader.ui.protocols import TextScreen


class Selecting:
    """The selection on one screen."""

    def __init__(self, screen: TextScreen) -> None:
        """Select on this screen."""
        self._screen = screen
        self._seed = 0

    def toggle(self) -> None:
        """Start a selection at the cursor, or drop it."""
        pane = self._screen.pane
        if pane.origin is None:
            pane.select(Span(pane.cursor, pane.cursor + 1))
        else:
            pane.drop_selection()

    def _steps(self) -> list[Span]:
        """Return the steps around the offset where widening began, or the selection's start if it lies outside."""
        selected = self._screen.pane.selection
        if selected is None:
            self._seed = self._screen.pane.cursor
        elif not selected.holds(self._seed):
            self._seed = selected.start
        return selection_steps.steps(self._screen.opened.text, self._screen.opened.analysis, self._seed)

    def widen(self) -> None:
        """Widen the selection by one step."""
        found = selection_steps.wider(self._steps(), self._screen.pane.selection)
        if found is not None:
            self._screen.pane.select(found)

    def narrow(self) -> None:
        """Narrow the selection by one step, dropping it after the narrowest."""
        pane = self._screen.pane
        selected = pane.selection
        if selected is not None:
            found = selection_steps.narrower(self._steps(), selected)
            if found:
                pane.select(found)
            else:
                pane.drop_selection()
                pane.go(self._seed)
