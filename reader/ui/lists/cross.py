"""Cross tables: one attribute of the coding form against another, as a heat map with row totals."""

from collections.abc import Sequence

from annotations.values.attributes import Attribute
from reader.language.i18n import _, language
from reader.report.charts import shade
from reader.report.form_table import cross_rows, meet
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key

_WIDTH = 14  # terminal cells per column


class CrossScreen(ListScreen):
    """One row for each value of one attribute, one column for each value of the other."""

    NAME = "cross"
    WITHOUT = ("select", "select_all", "order", "go", "undo", "redo")
    everywhere = True
    _attributes: Sequence[Attribute] = ()
    _pair: tuple[Attribute, Attribute] | None = None

    def heading(self) -> tuple[str, str]:
        """Return a title with the two attributes."""
        if self._pair is None:
            return _("Cross table"), ""
        one, other = self._pair
        tongue = language()
        return _("{first} by {second}", first=one.name(tongue), second=other.name(tongue)), ""

    def empty(self) -> str:
        """Return a message that the form has no two attributes to cross."""
        return _("Needs two attributes coded on the same units; create them with `F`")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the table, with the total of each row."""
        self._attributes = await self.store(lambda library: library.form.attributes())
        if self._pair is None or not set(self._pair) <= set(self._attributes):
            self._pair = next(iter(self._pairs()), None)
        if self._pair is None:
            return (Column(""),), [], {}
        (one, other), tongue = self._pair, language()
        heads, *table = await self.store(lambda library: cross_rows(library, one, other, tongue))
        most = max((int(cell) for row in table for cell in row[1:-1]), default=1)
        rows: dict[Key, GridRow] = {}
        for at, (name, *counts, total) in enumerate(table):
            cells = [f"{shade(int(n), most)} {n}" if n != "0" else "" for n in counts]
            if self.holds(name):
                rows[at] = GridRow((name, *cells, total), ("text", *("heading",) * len(cells), "detail"))
        layout = [Column(heads[0]), *(Column(head, _WIDTH) for head in heads[1:-1]), Column(_("Total"), 7, "end")]
        return layout, list(rows), rows

    def _pairs(self) -> list[tuple[Attribute, Attribute]]:
        return [(a, b) for a in self._attributes for b in self._attributes if a.id != b.id and meet(a, b)]

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {**super().commands(), "pair": self.do_pair, "turn": self.do_turn}

    async def do_pair(self) -> None:
        """Choose the two attributes."""
        pairs, tongue = self._pairs(), language()
        choices = [
            Choice(str(at), _("{first} by {second}", first=a.name(tongue), second=b.name(tongue)))
            for at, (a, b) in enumerate(pairs)
        ]

        async def picked(key: str) -> None:
            self._pair = pairs[int(key)]
            await self.again()

        self.choose(_("Cross table"), choices, picked, empty=self.empty())

    async def do_turn(self) -> None:
        """Swap rows and columns."""
        if self._pair is not None:
            self._pair = self._pair[::-1]
            await self.again()
