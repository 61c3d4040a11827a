"""A floor: the smallest Textual app, one Static with the beginning of a text. Run as a script with the text's path."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneStatic(App[None]):
    """One Static."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [("q", "quit", "")]

    def __init__(self, path: str) -> None:
        super().__init__()
        with open(path, encoding="utf-8") as file:
            self._text = file.read(4_000)

    def compose(self) -> ComposeResult:
        """Show the text."""
        yield Static(self._text, markup=False)


if __name__ == "__main__":
    OneStatic(sys.argv[1]).run()
