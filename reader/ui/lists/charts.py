"""Charts of tag frequency, overall and by speaker, session, month or co-occurring tag; every bar leads to its passages.

Bars and axes begin at the start side of the interface. The bars are drawn here because plotting libraries support
neither Arabic labels nor mirrored axes.
"""

from collections.abc import Sequence

from annotations.questions.counts import BY_MONTH, BY_TAG, KINDS, Count
from annotations.values.model import Tag
from reader.language.i18n import _, isolate
from reader.language.tag_names import tag_name
from reader.report.charts import NAMES, bar, column_name, columns, shade
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.base import ListScreen
from reader.ui.lists.cross import CrossScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key

_LEAST, _MOST = 9, 16  # heat-map column in cells: at least, gap included; at most, without it


class ChartsScreen(ListScreen):
    """One chart at a time: bars of tags, or a heat map of tags by another variable."""

    NAME = "charts"
    WITHOUT = ("select", "select_all", "order", "undo", "redo")
    _kind, _coder, _mapped = BY_TAG, "", True
    _cells: Sequence[Count] = ()
    _tags: Sequence[Tag] = ()

    def heading(self) -> tuple[str, str]:
        """Return a title with the chart, its scope and the coder."""
        where = self.where()
        conditions = " · ".join(isolate(text) for text in (where, self._coder) if text)
        return f"{_(NAMES[self._kind])}: {conditions}", ""

    def empty(self) -> str:
        """Return a message that nothing is tagged."""
        return (
            _("No data: no tagged passages in this breakdown") if self._kind != BY_TAG else _("No tagged passages yet")
        )

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return a bar for each tag, or a heat map or parts under each tag if the chart has two variables."""
        kind, document = self._kind, 0 if self.everywhere else self.document
        coder = self.text_screen.opened.marked.only or self._coder
        self._cells, self._tags = await self.store(
            lambda library: (library.counts(kind, document, coder), library.codebook.tags())
        )
        if kind == BY_TAG:
            return self._bars()
        return self._heat_map() if self._mapped else self._parts()

    def _heat_map(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return a row per tag and a column per name, as many as fit, the most frequent first; months in time order."""
        room = max(1, (self.app.size.width - 26) // _LEAST)
        names = columns(self._cells, self._kind, room)
        width = min(_MOST, max(_LEAST, (self.app.size.width - 26) // max(1, len(names))) - 2)
        most = max((cell.times for cell in self._cells), default=1)
        times = {(cell.tag, cell.column): cell.times for cell in self._cells}
        rows: dict[Key, GridRow] = {}
        for tag in dict.fromkeys(cell.tag for cell in self._cells):
            found = [times.get((tag, name), 0) for name in names]
            cells = [f"{shade(n, most)} {n}" if n else "" for n in found]
            ink = self._ink(tag)
            if self.holds(tag_name(self._tags, tag)):
                rows[f"tag {tag}"] = GridRow((tag_name(self._tags, tag), *cells), ("text", *([ink] * len(names))), ink)
        columns_ = [Column(_("Tag"), 20), *(Column(self._column_name(name), width) for name in names), Column("")]
        return columns_, list(rows), rows

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "form": self.do_form,
            "go": self.do_go,
            "kind": self.do_kind,
            "cross": self.do_cross,
            "coders": self.do_coders,
        }

    async def do_form(self) -> None:
        """Switch between the heat map and bars."""
        self._mapped = not self._mapped
        await self.again()

    def _column_name(self, column: str) -> str:
        return column_name(column, self._kind, self._tags)

    def _bars(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        room = max(10, self.app.size.width - 40)
        most = max((cell.times for cell in self._cells), default=1)
        rows: dict[Key, GridRow] = {}
        for at, cell in enumerate(self._cells):
            name = tag_name(self._tags, cell.tag)
            if self.holds(name):
                ink = self._ink(cell.tag)
                rows[at] = GridRow((name, str(cell.times), bar(cell.times / most, room)), ("text", "detail", ink), ink)
        return (Column(_("Tag"), 24), Column("", 6, "end"), Column("")), list(rows), rows

    def _ink(self, number: int) -> str:
        tag = next((tag for tag in self._tags if tag.id == number), None)
        return f"stripe.{tag.color}" if tag else "note"

    def _parts(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the chart's columns as lines under each tag, so that names have room, with a shade and a bar."""
        room = max(6, self.app.size.width - 50)
        most = max((cell.times for cell in self._cells), default=1)
        keys: list[Key] = []
        rows: dict[Key, GridRow] = {}
        before = 0
        for at, cell in self._ordered():
            name = tag_name(self._tags, cell.tag)
            if not self.holds(name, self._column_name(cell.column)):
                continue
            if cell.tag != before:
                before = cell.tag
                keys.append(f"tag {cell.tag}")
                rows[keys[-1]] = GridRow((name,), (self._ink(cell.tag),), heading=True)
            keys.append(at)
            cells = (
                self._column_name(cell.column),
                str(cell.times),
                shade(cell.times, most),
                bar(cell.times / most, room),
            )
            rows[at] = GridRow(cells, ("text", "detail", self._ink(cell.tag), self._ink(cell.tag)), depth=1)
        return (Column("", 28), Column("", 5, "end"), Column("", 2), Column("")), keys, rows

    def _ordered(self) -> list[tuple[int, Count]]:
        """Return the cells with their indices: by month in time order, else the most frequent first."""
        placed = list(enumerate(self._cells))
        if self._kind != BY_MONTH:
            return placed
        rank = {cell.tag: at for at, cell in reversed(placed)}
        return sorted(placed, key=lambda pair: (rank[pair[1].tag], pair[1].column))

    def do_go(self) -> None:
        """Show the passages of the current bar or heat-map row."""
        key = self.grid.key
        if isinstance(key, int):
            self._show(self._cells[key])
        elif key is not None:
            cells = [cell for cell in self._cells if cell.tag == int(key.removeprefix("tag "))]
            if self._mapped and len(cells) > 1:
                self._choose_cell(cells)
            else:
                self._show(*cells)

    def _show(self, *cells: Count) -> None:
        only = sorted({number for cell in cells for number in cell.annotations})
        self.app.push_screen(AnnotationList(self.text_screen, everywhere=self.everywhere, only=only))

    def _choose_cell(self, cells: Sequence[Count]) -> None:
        """Let the user choose a cell of a heat-map row, or the whole row."""
        choices = [Choice("", _("the whole line"))]
        choices += [Choice(str(at), self._column_name(cell.column), str(cell.times)) for at, cell in enumerate(cells)]

        async def picked(key: str) -> None:
            self._show(*(cells if not key else [cells[int(key)]]))

        self.choose(tag_name(self._tags, cells[0].tag), choices, picked)

    async def do_kind(self) -> None:
        """Show the next chart."""
        self._kind = KINDS[(KINDS.index(self._kind) + 1) % len(KINDS)]
        await self.again()

    def do_cross(self) -> None:
        """Show a cross table of two attributes of the coding form."""
        self.app.push_screen(CrossScreen(self.text_screen))

    async def do_coders(self) -> None:
        """Filter by one coder, or show all."""

        async def picked(name: str) -> None:
            self._coder = name
            await self.again()

        names = await self.store(lambda library: library.coders())
        self.choose(_("Coder"), [Choice("", _("every coder")), *(Choice(name, name) for name in names)], picked)
