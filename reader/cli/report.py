"""`hashiya report`: charts of the coding, agreement and the passages, as a web page or as text."""

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from annotations.errors import UnknownCoder
from reader.cli.existing import open_existing
from reader.cli.output import note, say, table, width_of, write_out
from reader.language.i18n import _, counted, listed
from reader.report.content import gather
from reader.report.html import page
from reader.report.text import sections, summary, title_of
from reader.settings.config import Config


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no circles in the block: a report holds none, and looking took a fifth of the time of a large one."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def run(config: Config, options: argparse.Namespace) -> int:
    """Print the charts, or write the web page if it is asked for or a file is named."""
    with _no_collection(), open_existing(config) as library:
        document = library.document(options.document).id if options.document else 0
        coders = library.coders()
        if options.of and options.of not in coders:
            raise UnknownCoder(name=options.of, names=listed(coders) or "-")
        content = gather(library, document, options.of or "")
    if options.html or options.output:
        write_out(page(content), options.output, config.library)
        if options.output:
            passages = counted("{n} annotation", "{n} annotations", len(content.passages))
            note(_("Report: {annotations}", annotations=passages))
        return 0
    say(title_of(content))
    say(summary(content))
    told = list(sections(content, width_of(sys.stdout) if sys.stdout.isatty() else 0))
    for section in told:
        say("\n" + section.heading)
        table(section.rows)
    if not told:
        note(_("No tagged passages yet"))
    return 0
