"""`hashiya agreement`: how far coders agree, printed with the unit and what is counted."""

import argparse

from annotations.questions.agreement import Agreement
from reader.cli.existing import open_existing
from reader.cli.output import note, say, table
from reader.language.i18n import _, isolate, language, listed, ltr
from reader.report.agreement_units import UNIT_NAMES, attributes_report, figures, tags_report
from reader.settings.config import Config

_TWO = 2


def _row(name: str, found: Agreement) -> tuple[str, ...]:
    return (isolate(name), str(found.units), *map(ltr, figures(found, 3, "-")))


def run(config: Config, options: argparse.Namespace) -> int:
    """Print the figures for the documents named, or for all."""
    tongue = language()
    with open_existing(config) as library:
        chosen = [library.document(name).id for name in options.documents] or [d.id for d in library.documents()]
        report = tags_report(library, chosen, options.unit, uncoded=not options.coded_only)
        names = {tag.id: tag.name(tongue) for tag in library.codebook.tags()}
        forms, attributes = attributes_report(library), library.form.attributes()
    counts = _("incl. uncoded text") if report.uncoded else _("coded text only")
    say(
        _(
            "Unit: {unit}; {counts}; coders: {coders}",
            unit=_(UNIT_NAMES[report.unit]),
            counts=counts,
            coders=listed(report.coders),
        )
    )
    heads = (_("Tag"), _("Units"), _("Percent"), _("Holsti"), _("Cohen"), _("Fleiss"), _("Alpha"))
    rows = [_row(_("all tags pooled"), report.overall)] if len(report.coders) >= _TWO else []
    rows += [_row(names.get(tag, str(tag)), found) for tag, found in report.by_tag.items()] if rows else []
    told = [(one, forms[one.id]) for one in attributes if forms[one.id].units]
    rows += [_row(_("form: {name}", name=one.name(tongue)), found) for one, found in told]
    if not rows:
        note(_("Needs two coders. Add a colleague's work with `hashiya merge`."))
    table([heads, *rows] if rows else [])
    return 0
