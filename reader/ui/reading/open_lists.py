"""Opening lists over the text: which command opens which list."""

from textual.screen import Screen

from annotations.values.attributes import CodedUnit
from annotations.values.folding import fold, matches
from reader.keys.commands import BY_ID
from reader.language.i18n import _
from reader.text.occurrences import headword
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.page import selection_steps
from reader.ui.protocols import TextScreen

LISTS = (
    "list.agreement", "list.annotations", "list.charts", "list.codebook", "list.compare", "list.conflicts", "list.history",
    "list.library", "list.persons", "list.statements",
)  # fmt: skip
_MENU = (
    "list.codebook", "list.annotations", "same", "concordance", "list.statements", "list.persons", "form", "list.library",
    "list.history", "list.charts", "list.compare", "list.agreement", "list.conflicts", "memo", "blind",
)  # fmt: skip


class ListOpener:
    """Opens lists and the coding form over one screen."""

    def __init__(self, screen: TextScreen) -> None:
        """Open lists over this screen."""
        self._screen = screen

    def menu(self) -> None:
        """Let the user pick a list or other view by part of its name."""
        keys = self._screen.keys
        choices = [Choice(name, _(BY_ID[name].name), self._screen.cap(name)) for name in _MENU if keys[name]]

        def matching(typed: str) -> list[Choice]:
            return [choice for choice in choices if matches(typed, choice.name)]

        async def picked(result: Picked | None) -> None:
            if result is not None:
                await self._screen.action_run(result.key)

        self._screen.app.push_screen(
            Picker(_("Views"), matching, mode=self._screen.mode, empty=_("No matching view")), picked
        )

    async def open(self, name: str) -> None:
        """Open the list of a `list.…` command once the text is in the library. Raises NotYet."""
        from reader.ui.lists.screens import LIST_SCREENS

        await self._screen.ready()
        self._push(LIST_SCREENS[name](self._screen))

    def _push(self, screen: Screen[None]) -> None:
        self._screen.app.push_screen(screen)

    def same(self) -> None:
        """Show every occurrence of the selection, or of the word under the cursor."""
        from reader.ui.lists.occurrences import OccurrencesScreen

        screen = self._screen
        text, selected = screen.opened.text, screen.pane.selection
        span = selected or selection_steps.word_of(text, screen.pane.cursor)
        if span is None:
            screen.say(_("No word under the cursor"))
            return
        words = " ".join(span.cut(text).split())
        self._push(
            OccurrencesScreen(
                screen, words if selected else headword(words, fold(screen.opened.at_hand(span.start)[1]))
            )
        )

    def concordance(self) -> None:
        """Ask for a word or phrase and show its occurrences in context."""
        from reader.ui.lists.occurrences import OccurrencesScreen

        screen = self._screen
        word = screen.pane.selection or selection_steps.word_of(screen.opened.text, screen.pane.cursor)

        def asked(result: Picked | None) -> None:
            if result is not None:
                self._push(OccurrencesScreen(screen, result.name, order="place"))

        value = " ".join(word.cut(screen.opened.text).split()) if word else ""
        screen.app.push_screen(
            Picker(
                _("Concordance of"),
                lambda _typed: [],
                mode=screen.mode,
                new="{name}",
                value=value,
                prompt=_("A word or phrase"),
            ),
            asked,
        )

    def form(self) -> None:
        """Open the coding form of the statement under the cursor, or of the text if there is none."""
        from reader.ui.dialogs.form import FormScreen

        screen = self._screen
        opened = screen.opened
        statement = opened.analysis.statement_at(screen.pane.cursor)
        if not opened.document.id:
            return
        if statement is None:
            screen.app.push_screen(FormScreen(screen, CodedUnit(opened.document.id), opened.document.title))
        else:
            unit = CodedUnit(opened.document.id, statement.span)
            screen.app.push_screen(FormScreen(screen, unit, statement.span.cut(opened.text)))
