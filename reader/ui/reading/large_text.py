"""Reading a large text: the analysis of the stretch that the cursor is in, loaded when it comes there."""

from contextlib import suppress

from annotations.errors import LibraryError
from reader.ui.page.open_document import with_stretch
from reader.ui.protocols import StretchScreen


class LargeText:
    """Keeps the analysis on the screen that of the stretch being read."""

    def __init__(self, screen: StretchScreen) -> None:
        """Load nothing yet."""
        self._screen = screen
        self._loading = False
        self.progress = ""

    def tell(self, progress: str) -> None:
        """Show how far the analysis is, in the title row; empty when it has ended."""
        self.progress = progress
        self._screen.refresh_bars()

    def follow(self) -> None:
        """Load the analysis of another stretch if the cursor has come to it."""
        opened = self._screen.opened
        if opened.stretch is None or not opened.document.id or self._loading:
            return
        (start, end), cursor = opened.stretch, self._screen.pane.cursor
        if cursor < start or start < end <= cursor:  # an empty one is what is not yet analysed
            self._loading = True
            self._screen.run_worker(self._load(), name="stretch")

    async def analysed(self, end: int) -> None:
        """Show what has been found up to an offset, if that is where the text is looked at and nothing was known."""
        opened = self._screen.opened
        if opened.stretch is None or self._loading or opened.stretch.start < opened.stretch.end:
            return
        if self._screen.pane.cursor < end:
            await self._load()
            self._screen.pane.reflow(self._screen.opened.blocks(folded=self._screen.folded))

    async def _load(self) -> None:
        opened, cursor = self._screen.opened, self._screen.pane.cursor
        try:
            with suppress(LibraryError):  # busy: at the next key
                found = await self._screen.jobs.run(lambda library: with_stretch(library, opened, cursor))
                if self._screen.opened is opened and found.stretch != opened.stretch:
                    self._screen.show_stretch(found)
        finally:
            self._loading = False
