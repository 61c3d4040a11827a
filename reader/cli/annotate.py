"""`hashiya annotate`: tag a passage without the screen."""

import argparse

from annotations.values.anchors import pick
from annotations.values.codebook import named
from annotations.values.spans import Span, check
from reader.cli.existing import open_library
from reader.cli.output import note
from reader.errors import UsageError
from reader.language.i18n import _, language, listed
from reader.settings.config import Config, whole
from reader.sources.add import add_source
from reader.sources.read_text import read_text
from reader.sources.source import read_source


def _span(options: argparse.Namespace, text: str) -> Span:
    if options.quote is not None:
        return pick(text, options.quote, options.occurrence)
    start, colon, end = options.span.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal()):
        raise UsageError(problem=f"--span {options.span}? START:END")
    return check(int(start), int(end), len(text))


def run(config: Config, options: argparse.Namespace) -> int:
    """Annotate a passage; if anything is wrong, nothing is written and the text is not added either."""
    source = read_source(options.file)
    text = read_text(source).text
    span = _span(options, text)
    with open_library(config) as library:
        codebook = library.codebook.tags()
        chosen = [named(codebook, name) for name in options.tags]
        document = add_source(library, source)
        library.passages.annotate(document.id, span, [tag.id for tag in chosen], whole(options.note))
    note(_("Annotated: {tags}", tags=listed(tag.name(language()) for tag in chosen)))
    return 0
