"""`hashiya parse`: what the rules understand of texts, as JSON or in words."""

import argparse
import sys

from annotations.formats.parse_json import Parsed, dump
from reader.article.parse import parse
from reader.cli.output import say
from reader.config import Config
from reader.i18n import _, counted, isolate
from reader.sources import read_source
from reader.text.decode import decode


def _in_words(item: Parsed) -> None:
    reading = item.reading
    counts = (
        counted("{n} article", "{n} articles", len(reading.articles)),
        counted("{n} session", "{n} sessions", len(reading.sessions)),
        counted("{n} speaker", "{n} speakers", len(reading.speakers)),
        counted("{n} statement", "{n} statements", len(reading.statements)),
    )
    say(isolate(item.name) + " · " + " · ".join(counts))
    for session in reading.sessions:
        say(f"  {session.number}. {isolate(session.label)}")
    for speaker in reading.speakers:
        role = f" ({isolate(speaker.role)})" if speaker.role else ""
        said = counted("{n} statement", "{n} statements", len(reading.statements_of(speaker.id)))
        say(f"  {isolate(speaker.name)}{role} · {said}")
    if reading.topics:
        say("  " + _("Topics: {topics}", topics=" · ".join(topic.text for topic in reading.topics)))


def run(config: Config, options: argparse.Namespace) -> int:
    """Parse every file, or none where one cannot be read."""
    del config
    sources = [read_source(path) for path in options.files]
    texts = [(source.name, decode(source.data, source.path).text) for source in sources]
    items = [Parsed(name, text, parse(text)) for name, text in texts]
    if options.format == "json":
        sys.stdout.write(dump(items))
        return 0
    for item in items:
        _in_words(item)
    return 0
