"""Steps of a test of the reading screen: answer the dialog on top, read what the screen says."""

from textual import events
from textual.widgets import OptionList

from reader.language.i18n import plain
from reader.ui.app import HashiyaApp
from reader.ui.widgets.field import Field
from tests.reader.ui.stage import quiet, text_screen


async def put(app: HashiyaApp, words: str | None) -> Field:
    """Put words into the field of the dialog on top (None: leave what is there), and return the field."""
    await quiet(app)
    field = app.screen.query_one(Field)
    if words is not None:
        field.value = words
        await quiet(app)
    return field


async def answer(app: HashiyaApp, words: str | None) -> None:
    """Put words into the field of the dialog on top (None: leave what is there), and press Enter."""
    (await put(app, words)).post_message(events.Key("enter", "\r"))
    await quiet(app)


async def cancel(app: HashiyaApp, words: str | None = None) -> None:
    """Put words into the field of the dialog on top, and close it without picking anything."""
    await put(app, words)
    app.screen.dismiss(None)
    await quiet(app)
    assert len(app.screen_stack) == 1


def choices(app: HashiyaApp) -> list[str]:
    """Return the choices that the dialog on top offers."""
    options = app.screen.query_one(OptionList)
    return [plain(str(options.get_option_at_index(at).prompt)).strip() for at in range(options.option_count)]


def said(app: HashiyaApp) -> str:
    """Return the message in the status row."""
    return plain(text_screen(app)._message)
