"""The library: its texts with agency, date, progress and counts; adding, assigning to projects, deleting."""

import os
from collections.abc import Mapping, Sequence
from functools import partial

from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.attributes import CodedUnit
from annotations.values.filters import DocumentRow
from annotations.values.folding import sort_key
from annotations.values.spans import Span
from reader.language.explain import message_of
from reader.language.i18n import _, day, ltr, percent
from reader.sources.add import add_source
from reader.sources.folders import find_texts
from reader.sources.source import Source, read_source
from reader.ui.dialogs.form import FormScreen
from reader.ui.dialogs.note import NoteScreen
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import counted_noun

_ORDERS = ("project", "title", "day", "agency", "annotations")


def _order_key(one: DocumentRow, order: str) -> tuple[object, ...]:
    if order == "annotations":
        return (-one.annotations, sort_key(one.title))
    if order == "day":
        return (one.day == "", one.day, sort_key(one.title))
    first = sort_key(getattr(one, order))
    return (first == "", first, sort_key(one.title))


class LibraryScreen(ListScreen):
    """The documents, grouped by project."""

    NAME = "library"
    WITHOUT = ()
    _order = "project"
    _documents: Sequence[DocumentRow] = ()
    _by_id: Mapping[int, DocumentRow] = {}

    def heading(self) -> tuple[str, str]:
        """Return the title and the number of texts."""
        return _("Library"), counted_noun("document", len(self._documents))

    def empty(self) -> str:
        """Return how to add a text, or that none matches the filter."""
        return (
            _("No texts match the filter")
            if self.words
            else _("The library is empty. {key} to add a text.", key=ltr("i"))
        )

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the documents, grouped by project if sorted by project."""
        self._documents = await self.store(lambda library: library.listing.documents())
        self._by_id = {one.id: one for one in self._documents}
        self.grid.make = self._row
        shown = self._documents
        if self.words:
            shown = [one for one in shown if self.holds(one.title, one.project, one.agency, one.memo)]
        keys: list[Key] = []
        rows: dict[Key, GridRow] = {}
        grouped = self._order == "project" and any(one.project for one in shown)
        before = None
        for one in sorted(shown, key=lambda s: _order_key(s, self._order)):
            if grouped and one.project != before:
                before = one.project
                keys.append(f"project {before}")
                rows[keys[-1]] = GridRow((before or _("in no project"),), ("heading",), heading=True)
            keys.append(one.id)
        wide = self.app.size.width >= 100
        layout = [
            Column(_("Title")),
            Column(_("Agency"), 9, spare=1),
            Column(_("Date"), 17, spare=3),
            Column(_("Progress"), 8, "end", spare=4),
        ]
        layout += [Column(_("Annotations"), 11, "end", spare=2)] + (
            [Column(_("Coding"), 7, spare=5), Column(_("Memo"), 12, spare=6)] if wide else []
        )
        return layout, keys, rows

    def _row(self, key: Key) -> GridRow | None:
        """Return the row of a document that is shown for the first time: of ten thousand, few ever are."""
        one = self._by_id.get(key) if isinstance(key, int) else None
        if one is None:
            return None
        here = one.id == self.text_screen.opened.document.id
        cells = (
            one.title, one.agency, day(one.day) if one.day else "", percent(one.progress), str(one.annotations),
            _("done") if one.coded else "", one.memo,
        )  # fmt: skip
        return GridRow(cells, ("heading" if here else "text", *("detail",) * 6))

    def _chosen(self) -> DocumentRow | None:
        key = self.grid.key
        return self._by_id.get(key) if isinstance(key, int) else None

    def about(self) -> str:
        """Return the memo of the current text."""
        one = self._chosen()
        return _("Memo: {memo}", memo=" ".join(one.memo.split())) if one is not None and one.memo else ""

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "order": self.do_order,
            "select": self.do_select,
            "select_all": self.do_select_all,
            "add": self.do_add,
            "project": self.do_project,
            "memo": self.do_memo,
            "coded": self.do_coded,
            "delete": self.do_delete,
            "code": self.do_code,
        }

    async def do_go(self) -> None:
        """Open the text at the saved reading position."""
        one = self._chosen()
        if one is not None:
            await self.go_to(one.id, Span(0, 0))

    async def do_order(self) -> None:
        """Switch the order: by project, title, date, agency or number of annotations."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        await self.again()
        said = {
            "project": _("project"), "title": _("title"), "day": _("date"), "agency": _("agency"), "annotations": _("annotations"),
        }  # fmt: skip
        self.say(_("Sorted: {order}", order=said[self._order]))

    def do_select(self) -> None:
        """Select or deselect the current text; selection marks are shown from then on."""
        self.grid.selecting = True
        super().do_select()

    def do_select_all(self) -> None:
        """Select all texts shown, or deselect them if all are selected."""
        self.grid.selecting = True
        super().do_select_all()

    def _numbers(self) -> list[int]:
        return [key for key in self.grid.chosen() if isinstance(key, int)]

    def do_add(self) -> None:
        """Add a file, or the text files in a folder."""

        async def typed(path: str) -> None:
            found = find_texts([path])
            names = found.files
            before, failed = len(self._documents), "; ".join(map(message_of, found.errors))
            for at, name in enumerate(names, 1):
                self.say(_("Adding {n} of {count}: {path}", n=at, count=len(names), path=os.path.basename(name)))
                try:
                    source = read_source(name)
                    await self.store(partial(_add, source=source))
                except HashiyaError as error:
                    failed = message_of(error)
            await self.again()
            new = len(self._documents) - before
            self.say(failed or _("Added: {documents}", documents=counted_noun("document", new, "of")))

        self.ask(_("Add a file or a folder"), typed, prompt=_("Path"))

    def do_project(self) -> None:
        """Put the selected texts into a project."""
        numbers = self._numbers()

        async def named(name: str) -> None:
            await self.act(lambda library: library.document_acts.put_in_project(name, *numbers))

        one = self._chosen()
        if numbers and one is not None:
            self.ask(_("Project"), named, value=one.project, prompt=_("Name"))

    def do_memo(self) -> None:
        """Edit the memo of the text."""
        one = self._chosen()
        if one is None:
            return

        async def written(memo: str | None) -> None:
            if memo is not None and memo != one.memo:
                await self._then(self.act(lambda library: library.document_acts.remember(one.id, memo)))

        self.app.push_screen(NoteScreen(one.title, one.memo, _("Memo")), written)

    async def do_coded(self) -> None:
        """Mark the coding of the text as done, or not done."""
        one = self._chosen()
        if one is not None:
            await self.act(lambda library: library.document_acts.mark_coded(one.id, coded=not one.coded))

    async def do_delete(self) -> None:
        """Delete the selected texts from the library; undo restores them with their annotations."""
        numbers = [number for number in self._numbers() if number != self.text_screen.opened.document.id]
        if not numbers:
            self.say(_("Cannot delete the open text; open another first"))
            return
        await self.act(lambda library: library.document_acts.delete(*numbers))
        deleted = counted_noun("document", len(numbers), "of")
        self.say(_("Deleted {documents}. {key} to undo.", documents=deleted, key=ltr("u")))

    def do_code(self) -> None:
        """Open the coding form of the text."""
        one = self._chosen()
        if one is not None:
            self.app.push_screen(FormScreen(self.text_screen, CodedUnit(one.id), one.title))


def _add(library: Library, source: Source) -> None:
    add_source(library, source)
