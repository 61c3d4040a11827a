"""`hashiya parse`: the rule-based analysis of texts, from files or whole folders, as JSON or in words."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from annotations.errors import HashiyaError
from annotations.formats.parse_json import Parsed, document_line, dump
from reader.article.parse import parse
from reader.cli.exits import CODES, code_of
from reader.cli.output import complain, note, say
from reader.cli.progress import Progress
from reader.language.i18n import _, counted, isolate
from reader.settings.config import Config
from reader.sources.folders import find_texts
from reader.sources.read_text import read_text
from reader.sources.source import STDIN, read_source

_WORTH = 200_000  # bytes of text that make another process worth starting


def _in_words(item: Parsed) -> None:
    analysis = item.analysis
    counts = (
        counted("{n} article", "{n} articles", len(analysis.articles)),
        counted("{n} session", "{n} sessions", len(analysis.sessions)),
        counted("{n} speaker", "{n} speakers", len(analysis.speakers)),
        counted("{n} statement", "{n} statements", len(analysis.statements)),
    )
    say(isolate(item.name) + " · " + " · ".join(counts))
    for session in analysis.sessions:
        say(f"  {session.number}. {isolate(session.label)}")
    for speaker in analysis.speakers:
        role = f" ({isolate(speaker.role)})" if speaker.role else ""
        said = counted("{n} statement", "{n} statements", len(analysis.statements_of(speaker.id)))
        say(f"  {isolate(speaker.name)}{role} · {said}")
    if analysis.topics:
        say("  " + _("Topics: {topics}", topics=" · ".join(topic.text for topic in analysis.topics)))


def understood(path: str) -> Parsed | HashiyaError:
    """Return the analysis of the file at `path`, or the error that prevents reading it."""
    try:
        source = read_source(path)
        text = read_text(source).text
    except HashiyaError as error:
        return error
    return Parsed(source.name, text, parse(text))


def _size(path: str) -> int:
    with suppress(OSError):
        return os.path.getsize(path)
    return 0


def _processes(files: Sequence[str], wanted: int | None) -> int:
    """Return how many processes to use: `wanted`, else one per core, and fewer if there is little to do."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    worth = 1 + sum(map(_size, files)) // _WORTH
    return max(1, min(wanted or min(cores, worth), len(files)))


def _all(files: Sequence[str], processes: int) -> Iterator[Parsed | HashiyaError]:
    """Yield the analysis of each file, in order, as soon as it and those before it are done."""
    if processes == 1 or STDIN in files:
        yield from map(understood, files)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        try:
            yield from pool.map(understood, files, chunksize=max(1, min(16, len(files) // (4 * processes))))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _good(results: Iterable[Parsed | HashiyaError], progress: Progress, errors: list[HashiyaError]) -> Iterator[Parsed]:
    """Yield the results of the files that could be read; report the others at once and go on."""
    for result in results:
        progress.step()
        if isinstance(result, HashiyaError):
            errors.append(result)
            progress.clear()
            complain(result)
        else:
            progress.clear()
            yield result


def run(config: Config, options: argparse.Namespace) -> int:
    """Parse every file; one that cannot be read does not stop the rest, but determines the exit code."""
    del config
    found = find_texts(options.files)
    files, errors = found.files, found.errors
    for error in errors:
        complain(error)
    if found.skipped:
        note(_("Skipped (not text): {files}", files=counted("{n} file", "{n} files", len(found.skipped))))
    with Progress(len(files)) as progress:
        good = _good(_all(files, _processes(files, options.jobs)), progress, errors)
        if options.format == "json":
            items = list(good)
            if items:
                sys.stdout.write(dump(items))
        else:
            write = _in_words if options.format == "text" else _line
            for item in good:
                write(item)
    return code_of(errors[0]) if errors else CODES["ok"]


def _line(item: Parsed) -> None:
    sys.stdout.write(document_line(item))
    sys.stdout.flush()
