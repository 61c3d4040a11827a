"""The history: every act, the latest first, with its coder and time."""

from collections.abc import Sequence

from annotations.values.log import Logged
from annotations.values.model import Tag
from reader.language.i18n import _, counted, day, ltr
from reader.ui.lists.base import ListScreen
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import act_name, tags_then


class HistoryScreen(ListScreen):
    """The acts with their states."""

    NAME = "history"
    WITHOUT = ("select", "select_all", "order", "go")
    everywhere = True
    _log: Sequence[Logged] = ()

    def heading(self) -> tuple[str, str]:
        """Return a title with the scope, and the number of acts."""
        where = self.where()
        return _("History: {where}", where=where), counted("{n} change", "{n} changes", len(self._log))

    def empty(self) -> str:
        """Return a message that nothing has been changed."""
        return _("No changes yet")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the acts, the latest first."""
        document = None if self.everywhere else self.document
        self._log, tags, before = await self.store(
            lambda library: (library.log(document), library.codebook.tags(), library.tags_before())
        )
        rows: dict[Key, GridRow] = {}
        for logged in self._log:
            row = self._row(logged, tags_then(tags, before, logged.act.id))
            if self.holds(*row.cells):
                rows[logged.act.id] = row
        layout = [
            Column(_("Change")),
            Column("", 11, spare=2),
            Column(_("Coder"), 8, spare=1),
            Column(_("Time"), 23, spare=3),
        ]
        if self.app.size.width >= 130:
            layout.append(Column(_("Text"), 24))
        return layout, list(rows), rows

    def _row(self, logged: Logged, tags: Sequence[Tag]) -> GridRow:
        states = {"done": "", "undone": _("undone"), "dropped": _("undone"), "kept": _("cannot be undone")}
        kinds = {"undo": _("undo"), "redo": _("redo")}
        name = act_name(logged.act.label, logged.act.about, tags)
        state = kinds.get(logged.kind) or states.get(logged.act.state, "")
        moment = f"{day(logged.at)} {ltr(logged.at[11:16])}"
        ink = "text" if logged.kind == "do" and logged.act.state in ("done", "kept") else "detail"
        return GridRow((name, state, logged.coder, moment, logged.title), (ink, "detail", "detail", "detail", "detail"))
