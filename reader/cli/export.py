"""`hashiya export`: everything known of documents, as JSON."""

import argparse

from annotations.formats.hashiya_json import dump
from annotations.work import exported, shared
from reader.cli.output import note, write_out
from reader.config import Config
from reader.i18n import _, counted


def run(config: Config, options: argparse.Namespace) -> int:
    """Write the export to the file named, or to standard output."""
    from reader.cli.existing import open_existing

    with open_existing(config) as library:
        chosen = [library.document(name) for name in options.documents] or library.documents()
        data = dump([exported(library, document) for document in chosen], shared(library))
    write_out(data, options.output)
    if options.output:
        note(_("Export: {documents}", documents=counted("{n} document", "{n} documents", len(chosen))))
    return 0
