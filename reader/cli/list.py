"""`hashiya list`: the library's documents, or its codebook."""

import argparse

from reader.cli.existing import open_existing
from reader.cli.output import note, table
from reader.language.i18n import _, counted, day, isolate, language
from reader.settings.config import Config


def run(config: Config, options: argparse.Namespace) -> int:
    """Print the rows, and a hint on standard error if the library is empty."""
    with open_existing(config) as library:
        if options.tags:
            table(
                [
                    (str(tag.slot or "-"), isolate(tag.name(language())), isolate(tag.description(language())))
                    for tag in library.codebook.tags()
                ]
            )
            return 0
        rows = []
        for document in library.documents():
            marked = counted("{n} annotation", "{n} annotations", len(library.annotations(document.id)))
            rows.append(
                (str(document.id), isolate(document.name), isolate(document.title), marked, day(document.added))
            )
    if not rows:
        note(_("The library is empty. Add a text with `hashiya FILE`."))
    table(rows)
    return 0
