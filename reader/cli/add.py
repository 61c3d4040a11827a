"""`hashiya add`: texts into the library, without the screen."""

import argparse
from collections.abc import Iterable, Iterator, Sequence

from annotations.errors import HashiyaError
from annotations.library import Library
from reader.cli.existing import open_library
from reader.cli.exits import CODES, code_of
from reader.cli.output import complain, note
from reader.cli.progress import Progress
from reader.language.i18n import _, counted
from reader.settings.config import Config
from reader.sources.add import Analysed, add_analysed, analyse
from reader.sources.folders import find_texts
from reader.sources.source import STDIN, Source, digest, read_source


def run(config: Config, options: argparse.Namespace) -> int:
    """Add every text; one that cannot be read is reported, does not stop the rest, and determines the exit code."""
    found = find_texts(options.paths)
    errors: list[HashiyaError] = []
    added = known = 0
    with Progress(len(found.files)) as progress:

        def report(error: HashiyaError) -> None:
            errors.append(error)
            progress.clear()
            complain(error)

        for error in found.errors:
            report(error)
        if found.files:
            with open_library(config) as library:
                for result in _results(library, found.files, options.jobs or 1):
                    progress.step()
                    if isinstance(result, HashiyaError):
                        report(result)
                    elif isinstance(result, Analysed):
                        add_analysed(library, result)
                        added += 1
                    else:
                        known += 1
    if found.skipped:
        note(_("Skipped (not text): {files}", files=counted("{n} file", "{n} files", len(found.skipped))))
    if known:
        note(_("Already in the library: {documents}", documents=counted("{n} document", "{n} documents", known)))
    note(_("Added: {documents}", documents=counted("{n} document", "{n} documents", added, "of")))
    return code_of(errors[0]) if errors else CODES["ok"]


def _results(library: Library, files: Sequence[str], processes: int) -> Iterator[Analysed | HashiyaError | None]:
    """Yield for each file its analysis, the error that prevents it, or None if the library has it already."""
    sources = _sources(library, files)
    if processes == 1 or STDIN in files:
        for source in sources:
            yield _analysed(source) if isinstance(source, Source) else source
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        try:
            for at in range(0, len(files), 64 * processes):  # so many texts are held at once
                part = list(_sources(library, files[at : at + 64 * processes]))
                wanted = iter(pool.map(_analysed, [one for one in part if isinstance(one, Source)]))
                for one in part:
                    yield next(wanted) if isinstance(one, Source) else one
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _sources(library: Library, files: Iterable[str]) -> Iterator[Source | HashiyaError | None]:
    for path in files:
        try:
            source = read_source(path)
        except HashiyaError as error:
            yield error
        else:
            yield None if library.by_digest(digest(source.data)) is not None else source


def _analysed(source: Source) -> Analysed | HashiyaError:
    try:
        return analyse(source)
    except HashiyaError as error:
        return error
