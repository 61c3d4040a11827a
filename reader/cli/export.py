"""`hashiya export`: everything known about documents, in one of the formats."""

import argparse

from annotations.formats.registry import export_named
from reader.cli.output import note, write_out
from reader.language.i18n import _, counted, listed
from reader.settings.config import Config


def run(config: Config, options: argparse.Namespace) -> int:
    """Write the export to the named file, or to standard output."""
    from reader.cli.existing import open_existing

    with open_existing(config) as library:
        chosen = [library.document(name) for name in options.documents] or library.documents()
        ends = {one.id: library.large_texts.analysed_to(one.id) for one in chosen}
        partly = [one.title for one in chosen if (end := ends[one.id]) is not None and end < one.length]
        data = export_named(options.format).dump([library.exported(document) for document in chosen], library.shared())
    write_out(data, options.output, config.library)
    if options.output:
        note(_("Export: {documents}", documents=counted("{n} document", "{n} documents", len(chosen))))
    if partly:
        note(_("Not yet analysed to the end (open it, or add it again): {titles}", titles=listed(partly)))
    return 0
