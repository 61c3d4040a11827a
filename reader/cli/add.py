"""`hashiya add`: texts into the library, without the screen."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence

from annotations.errors import HashiyaError
from annotations.library import Library
from reader.cli.existing import open_library
from reader.cli.exits import CODES, code_of
from reader.cli.output import complain, note
from reader.cli.progress import Progress
from reader.language.i18n import _, counted
from reader.settings.config import Config
from reader.sources.add import Analysed, add_analysed, add_source, analyse, is_analysed, keep_stamp
from reader.sources.analyse_large import analyse_rest
from reader.sources.folders import find_texts
from reader.sources.read_text import is_plain
from reader.sources.source import STDIN, Source, digest_of, read_source

_STORED = 0.1  # share of the work on a large text that storing it is


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
                    if not isinstance(result, Source):
                        progress.step()
                    if isinstance(result, HashiyaError):
                        report(result)
                    elif result is None:
                        known += 1
                    else:
                        added += _added(library, result, progress.part)
    if found.skipped:
        note(_("Skipped (not text): {files}", files=counted("{n} file", "{n} files", len(found.skipped))))
    if known:
        note(_("Already in the library: {documents}", documents=counted("{n} document", "{n} documents", known)))
    note(_("Added: {documents}", documents=counted("{n} document", "{n} documents", added, "of")))
    return code_of(errors[0]) if errors else CODES["ok"]


def _added(library: Library, result: Analysed | Source, part: Callable[[float], None]) -> int:
    """Add a text that was analysed, or store a large one and analyse what is left of it; return 1 if it is new.

    part: told the share of a large text that is done.
    """
    if isinstance(result, Analysed):
        keep_stamp(library, add_analysed(library, result), result.source)
        return 1
    new = library.by_digest(digest_of(result)) is None
    document = add_source(library, result, lambda share: part(share * _STORED))
    if not is_analysed(library, document):
        analyse_rest(library, document, lambda share: part(min(0.99, _STORED + share * (1 - _STORED))))
    part(1)
    return int(new)


def _results(
    library: Library, files: Sequence[str], processes: int
) -> Iterator[Analysed | Source | HashiyaError | None]:
    """Yield for each file its analysis, the error that prevents it, or None if the library has it already.

    A large file is yielded as it is: it is analysed when it is stored.
    """
    sources = _sources(library, files)
    if processes == 1 or STDIN in files:
        for source in sources:
            yield _analysed(source) if isinstance(source, Source) and not _is_large(source) else source
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        try:
            for at in range(0, len(files), 64 * processes):  # so many texts are held at once
                part = list(_sources(library, files[at : at + 64 * processes]))
                small = [one for one in part if isinstance(one, Source) and not _is_large(one)]
                wanted = iter(pool.map(_analysed, small))
                for one in part:
                    yield next(wanted) if isinstance(one, Source) and not _is_large(one) else one
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _sources(library: Library, files: Iterable[str]) -> Iterator[Source | HashiyaError | None]:
    for path in files:
        try:
            source = read_source(path, head=is_plain(path))
            known = library.by_digest(digest_of(source))
        except HashiyaError as error:
            yield error
        else:
            yield None if known is not None and is_analysed(library, known) else source


def _is_large(source: Source) -> bool:
    return source.large and is_plain(source.path)


def _analysed(source: Source) -> Analysed | HashiyaError:
    try:
        return analyse(source)
    except HashiyaError as error:
        return error
