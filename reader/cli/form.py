"""`hashiya form`: the contents of the coding form, one row per unit and coder, or one attribute against another."""

import argparse

from reader.cli.existing import open_existing
from reader.cli.output import table, write_out
from reader.language.i18n import isolate, language
from reader.report.form_table import cross_rows, named, unit_rows
from reader.settings.config import Config


def _csv(rows: list[tuple[str, ...]]) -> str:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def run(config: Config, options: argparse.Namespace) -> int:
    """Print the table, or write it as CSV."""
    tongue = language()
    with open_existing(config) as library:
        rows = (
            cross_rows(library, named(library, options.cross[0]), named(library, options.cross[1]), tongue)
            if options.cross
            else unit_rows(library, tongue)
        )
    if options.output or options.csv:
        write_out(_csv(rows), options.output, config.library)
    else:
        table([tuple(map(isolate, row)) for row in rows])
    return 0
