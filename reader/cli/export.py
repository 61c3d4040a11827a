"""`hashiya export`: everything known about documents, in one of the formats."""

import argparse

from annotations.formats.registry import export_named
from reader.cli.output import note, write_out
from reader.language.i18n import _, counted
from reader.settings.config import Config


def run(config: Config, options: argparse.Namespace) -> int:
    """Write the export to the named file, or to standard output."""
    from reader.cli.existing import open_existing

    with open_existing(config) as library:
        chosen = [library.document(name) for name in options.documents] or library.documents()
        data = export_named(options.format).dump([library.exported(document) for document in chosen], library.shared())
    write_out(data, options.output, config.library)
    if options.output:
        note(_("Export: {documents}", documents=counted("{n} document", "{n} documents", len(chosen))))
    return 0
