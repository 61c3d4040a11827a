"""What this or another window has written since the screen was last brought up to date."""

from annotations.errors import LibraryError, LibraryReplaced
from reader.ui.page.open_document import news_of
from reader.ui.protocols import NewsScreen


class LibraryNews:
    """Keeps a screen up to date with the library."""

    def __init__(self, screen: NewsScreen) -> None:
        """Look at nothing yet."""
        self._screen = screen
        self._gone = False  # the file was replaced, and that was said

    async def look(self) -> None:
        """Show what another window has written, whichever screen is on top."""
        screen = self._screen
        if not screen.stored.is_set():
            return
        try:
            if await screen.jobs.run(lambda library: library.changed_elsewhere()):
                await self.catch_up()
                await screen.host.catch_up_lists()
            await screen.jobs.run(lambda library: library.rest())
        except LibraryReplaced as error:
            if not self._gone:  # once at once, then at every act
                self._gone = True
                screen.complain(error)
        except LibraryError:
            pass  # busy: next time

    async def catch_up(self) -> None:
        """Show what has been done since the last call; only what was touched is reloaded."""
        screen = self._screen
        number, (since, corrected) = screen.opened.document.id, screen.opened.acts
        news = await screen.jobs.run(lambda library: news_of(library, number, since))
        if news.everything or news.acts[1] != corrected:
            await screen.refresh_analysis()
        elif news.acts[0] != since:
            screen.opened = screen.opened._replace(tags=news.tags, acts=news.acts)
            screen.opened.marked.name(news.tags)
            screen.opened.marked.update(news.touched, news.annotations)
            screen.show_annotations()
