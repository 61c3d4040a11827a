"""Agreement between coders: every coefficient, per tag and overall, shown with the unit and what is counted."""

from collections.abc import Sequence

from annotations.questions.agreement import Agreement
from annotations.questions.coding_units import UNITS, Report
from annotations.values.attributes import Attribute
from annotations.values.model import Tag
from reader.language.i18n import _, counted, language, listed, ltr
from reader.language.tag_names import tag_name
from reader.report.agreement_units import UNIT_NAMES, attributes_report, figures, tags_report
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key

_TWO = 2


class AgreementScreen(ListScreen):
    """One line for all tags pooled, one for each tag, and one for each attribute of the coding form."""

    NAME = "agreement"
    WITHOUT = ("select", "select_all", "order", "go", "undo", "redo")
    _unit, _uncoded = "sentence", True
    _report: Report | None = None
    _tags: Sequence[Tag] = ()

    def heading(self) -> tuple[str, str]:
        """Return a title with the unit and what is counted, and the number of coders compared."""
        where = self.where()
        counts = _("incl. uncoded text") if self._uncoded else _("coded text only")
        title = _("Agreement by {unit}: {where}, {counts}", unit=_(UNIT_NAMES[self._unit]), where=where, counts=counts)
        number = len(self._report.coders) if self._report else 0
        return title, counted("{n} coder", "{n} coders", number)

    def empty(self) -> str:
        """Return a message that agreement needs two coders."""
        return _("Needs two coders. Add a colleague's work with `hashiya merge`.")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the coefficients."""
        unit, uncoded, everywhere, here = self._unit, self._uncoded, self.everywhere, self.document
        report, forms, attributes, self._tags = await self.store(
            lambda library: (
                tags_report(library, [d.id for d in library.documents()] if everywhere else [here], unit, uncoded=uncoded),
                attributes_report(library), library.form.attributes(), library.codebook.tags(),
            )
        )  # fmt: skip
        self._report = report
        rows: dict[Key, GridRow] = {}
        if len(report.coders) >= _TWO:
            rows["all"] = self._row(_("all tags pooled"), report.overall, "heading")
            for tag, found in sorted(report.by_tag.items(), key=lambda item: -item[1].units):
                rows[tag] = self._row(tag_name(self._tags, tag), found, "text")
        rows |= self._attributes(forms, attributes)
        layout = (
            Column(_("Tag")), Column(_("Units"), 7, "end", spare=2), Column(_("Percent"), 7, "end", spare=3), Column(_("Holsti"), 7, "end", spare=5),
            Column(_("Cohen"), 7, "end", spare=1), Column(_("Fleiss"), 7, "end", spare=4), Column(_("Alpha"), 7, "end"),
        )  # fmt: skip
        return layout, list(rows), rows

    def _attributes(self, forms: dict[int, Agreement], attributes: Sequence[Attribute]) -> dict[Key, GridRow]:
        told = [(one, forms[one.id]) for one in attributes if forms[one.id].units]
        return {
            f"attribute {one.id}": self._row(_("form: {name}", name=one.name(language())), found, "note")
            for one, found in told
        }

    @staticmethod
    def _row(name: str, found: Agreement, ink: str) -> GridRow:
        cells = (name, str(found.units), *map(ltr, figures(found, 2, "—")))
        return GridRow(cells, (ink, *("detail",) * 4, "text", "heading"))

    def about(self) -> str:
        """Return what makes a unit tagged, and who is compared."""
        coders = listed(self._report.coders) if self._report else ""
        told = _("A unit counts as tagged if a tagged passage overlaps it.")
        return f"{told} {coders}"

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {**super().commands(), "unit": self.do_unit, "uncoded": self.do_uncoded}

    async def do_unit(self) -> None:
        """Switch to the next unit."""
        self._unit = UNITS[(UNITS.index(self._unit) + 1) % len(UNITS)]
        await self.again()

    async def do_uncoded(self) -> None:
        """Include or exclude text that nobody coded."""
        self._uncoded = not self._uncoded
        await self.again()
