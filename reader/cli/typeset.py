"""`hashiya typeset`: any Arabic text made readable in this terminal, row by row; a filter for pagers."""

import argparse
import sys

from reader.cli.output import width_of
from reader.cli.ways import printed, way_here
from reader.config import Config
from reader.errors import UsageError
from reader.sources import read_source
from reader.text.decode import decode, text_direction
from reader.typeset.bidi import paragraph_direction
from reader.typeset.row import lay_out, prepare

_MOST = 72


def run(config: Config, options: argparse.Namespace) -> int:
    """Write the rows; blank lines stay."""
    way = way_here(config, options)
    if options.width is not None and options.width < 1:
        raise UsageError(problem=f"--width {options.width}?")
    width = options.width or min(_MOST, width_of(sys.stdout))
    text = decode(read_source(options.file).data, options.file).text
    direction = text_direction(text)
    for line in text.rstrip("\n").split("\n"):
        content = line.strip()
        if not content:
            sys.stdout.write("\n")
            continue
        for row in lay_out(prepare(content, paragraph_direction(content, direction), reveal=True), width):
            sys.stdout.write(printed(row, content, width, way) + "\n")
    return 0
