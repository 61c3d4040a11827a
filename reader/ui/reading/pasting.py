"""A path pasted on the reading screen, or a file dropped on the terminal, which pastes its path."""

from textual import events

from annotations.errors import HashiyaError
from annotations.values.spans import Span
from reader.sources.add import add_source
from reader.sources.source import read_source
from reader.sources.typed_path import pasted_file
from reader.ui.protocols import TextScreen


async def open_pasted(screen: TextScreen, event: events.Paste) -> None:
    """Add the file whose path was pasted to the library and show it; any other text is left alone."""
    path = pasted_file(event.text)
    if not path:
        return
    event.stop()
    try:
        source = read_source(path)
        document = await screen.jobs.run(lambda library: add_source(library, source))
    except HashiyaError as error:
        screen.complain(error)
    else:
        await screen.go_to(document.id, Span(0, 0))
