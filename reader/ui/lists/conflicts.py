"""The conflicts that a merge left to be resolved: the local and the incoming version of each."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from annotations.library import Library
from annotations.values.conflict import BOTH, INCOMING, LOCAL, Conflict
from annotations.values.spans import Span
from reader.language.i18n import _, counted
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import act_then
from reader.ui.wording.conflicts import field_name, side_in_words


class ConflictsScreen(ListScreen):
    """The open conflicts, each with both sides."""

    NAME = "conflicts"
    WITHOUT = ("select", "select_all", "order")
    _found: Sequence[Conflict] = ()
    _titles: Mapping[int, str] = MappingProxyType({})
    _places: Mapping[int, tuple[int, Span]] = MappingProxyType({})
    _sides: Mapping[int, tuple[str, str]] = MappingProxyType({})

    def heading(self) -> tuple[str, str]:
        """Return the title and the number of open conflicts."""
        return _("Merge conflicts"), counted("{n} conflict", "{n} conflicts", len(self._found))

    def empty(self) -> str:
        """Return a message that there are no conflicts."""
        return _("No conflicts")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the open conflicts."""

        def told(library: Library) -> list[tuple[Conflict, str, str]]:
            found = library.conflicts()
            self._titles = {document.id: document.title for document in library.documents()}
            self._places = {one.id: library.place_of(one) for one in found}
            return [
                (one, side_in_words(library, one, one.local), side_in_words(library, one, one.incoming))
                for one in found
            ]

        conflicts = await self.store(told)
        self._found = [one for one, _mine, _theirs in conflicts]
        self._sides = {one.id: (local, incoming) for one, local, incoming in conflicts}
        rows: dict[Key, GridRow] = {
            one.id: GridRow(
                (field_name(one), local, incoming, self._titles.get(self._places[one.id][0], ""), one.source),
                ("detail", "text", "text", "detail", "detail"),
            )
            for one, local, incoming in conflicts
            if self.holds(local, incoming)
        }
        layout = (
            Column(_("Item"), 18),
            Column(_("Mine")),
            Column(_("Theirs")),
            Column(_("Text"), 20, spare=2),
            Column(_("From"), 16, spare=1),
        )
        return layout, list(rows), rows

    def about(self) -> str:
        """Return both sides of the current conflict in full."""
        sides = self._sides.get(int(self.grid.key)) if self.grid.key is not None else None
        return _("mine {mine} | theirs {theirs}", mine=sides[0], theirs=sides[1]) if sides else ""

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "undo": self.do_undo,
            "first": self.do_first,
            "second": self.do_second,
            "both": self.do_both,
        }

    async def do_go(self) -> None:
        """Go to the passage or text that the conflict concerns."""
        document, span = self._places.get(int(self.grid.key or 0), (0, Span(0, 0)))
        if document:
            await self.go_to(document, span)

    async def _decide(self, choice: str) -> None:
        one = next((c for c in self._found if c.id == self.grid.key), None)
        if one is None:
            return
        if choice == BOTH and not one.can_keep_both:
            self.say(_("Only one of these can be kept"))
            return
        await self.act(lambda library: library.decide(one, choice))

    async def do_undo(self) -> None:
        """Undo the last resolution and nothing else, so that a key pressed here cannot undo a whole merge."""
        log = await self.store(lambda library: library.log())
        local = (one.act for one in log if one.kind == "do" and one.coder == self.text_screen.coder)
        last = next((act for act in local if act.state == "done"), None)
        if last is not None and last.label != "decide":
            name = await self.store(lambda library: act_then(last, library))
            self.say(_("The last change is not a resolution: {act}. Undo it in History.", act=name))
            return
        await super().do_undo()

    async def do_first(self) -> None:
        """Keep the local version."""
        await self._decide(LOCAL)

    async def do_second(self) -> None:
        """Replace the local version with the incoming one."""
        await self._decide(INCOMING)

    async def do_both(self) -> None:
        """Keep both versions."""
        await self._decide(BOTH)
