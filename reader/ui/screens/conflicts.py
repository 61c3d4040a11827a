"""What a merge left for a decision: what is here, and what the other library says."""

from collections.abc import Sequence

from annotations.conflicts import BOTH, OURS, THEIRS, Conflict, decide, open_conflicts
from annotations.store import Library
from reader.i18n import N_, _, counted
from reader.ui.screens.list_screen import ListScreen
from reader.ui.widgets.grid import Column, Key, Row

FIELDS = {
    "name_ar": N_("name of a tag"), "name_en": N_("name of a tag"), "description_ar": N_("what a tag is for"),
    "description_en": N_("what a tag is for"), "memo": N_("memo"), "note": N_("note"), "bounds": N_("bounds"),
    "value": N_("form"), "person": N_("person"), "project": N_("project"),
}  # fmt: skip


def _named(library: Library, conflict: Conflict, side: str) -> str:
    """Return one side of a conflict in words: values and persons by name, bounds by the passage."""
    if conflict.field == "value":
        values = {str(v.id): v.name("ar") for a in library.form.attributes() for v in a.values}
        return values.get(side, side)
    if conflict.field == "person":
        return next((one.name for one in library.persons.all() if str(one.id) == side), side)
    if conflict.field == "bounds":
        start, end = map(int, side.split(":"))
        found = library.annotations_by_id([conflict.row])
        return library.stretch(found[0].document, start, end) if found else side
    return side


class ConflictsScreen(ListScreen):
    """Each conflict with both sides."""

    NAME = "conflicts"
    WITHOUT = ("tick", "tick_all", "order", "go")
    _found: Sequence[Conflict] = ()

    def heading(self) -> tuple[str, str]:
        """Return the title and how many are open."""
        return _("Conflicts of merging"), counted("{n} conflict", "{n} conflicts", len(self._found))

    def empty(self) -> str:
        """Say that there is none."""
        return _("Nothing is to be decided")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, Row]]:
        """Return the open conflicts."""

        def told(library: Library) -> list[tuple[Conflict, str, str]]:
            found = open_conflicts(library.connection)
            return [(one, _named(library, one, one.mine), _named(library, one, one.theirs)) for one in found]

        conflicts = await self.store(told)
        self._found = [one for one, _mine, _theirs in conflicts]
        rows: dict[Key, Row] = {
            one.id: Row((_(FIELDS[one.field]), mine, theirs, one.source), ("detail", "text", "text", "detail"))
            for one, mine, theirs in conflicts
            if self.holds(mine, theirs)
        }
        layout = (Column(_("What"), 18), Column(_("here")), Column(_("there")), Column(_("From"), 16))
        return layout, list(rows), rows

    async def _decide(self, choice: str) -> None:
        one = next((c for c in self._found if c.id == self.grid.key), None)
        if one is None:
            return
        if choice == BOTH and not one.can_keep_both:
            self.say(_("Of these only one can stand"))
            return
        await self.act(lambda library: decide(library.connection, one, choice))

    async def do_first(self) -> None:
        """Let what is here stay."""
        await self._decide(OURS)

    async def do_second(self) -> None:
        """Let what the other library says take its place."""
        await self._decide(THEIRS)

    async def do_both(self) -> None:
        """Let both texts stand."""
        await self._decide(BOTH)
