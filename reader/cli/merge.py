"""`hashiya merge`: a colleague's work, from another library or an export, merged into this one."""

import argparse
import os

from annotations.errors import MergeRefused, NotALibrary
from annotations.formats import read_json
from annotations.library import work_in
from annotations.merging.check_work import checked
from annotations.merging.merge import Merged
from annotations.values.coders import coders_in, renamed
from annotations.values.work import Work
from reader.cli.existing import open_library
from reader.cli.output import note
from reader.errors import FileIsDirectory, FileMissing
from reader.language.i18n import _, counted
from reader.settings.config import Config, whole
from reader.sources.read_text import read_text
from reader.sources.source import read_source


def read_work(path: str) -> Work:
    """Return the work in a file, either a library or an export. Raises InputError, MergeRefused or a LibraryError."""
    if not os.path.exists(path):
        raise FileMissing(path=path)
    if os.path.isdir(path):
        raise FileIsDirectory(path=path)
    try:
        return work_in(path)
    except NotALibrary:
        return Work(*read_json.load(read_text(read_source(path)).text, path))


def told(merged: Merged) -> str:
    """Return a summary of what a merge brought in."""
    parts = [
        counted("{n} document", "{n} documents", merged.documents) if merged.documents else "",
        counted("{n} tag", "{n} tags", merged.tags) if merged.tags else "",
        counted("{n} annotation", "{n} annotations", merged.annotations) if merged.annotations else "",
    ]
    new = [part for part in parts if part]
    words = [_("New: {things}", things=part) for part in new] or [_("Nothing new")]
    if merged.joined:
        words.append(
            _("Added to {annotations}", annotations=counted("{n} annotation", "{n} annotations", merged.joined, "of"))
        )
    if merged.corrections:
        corrections = counted("{n} correction", "{n} corrections", merged.corrections)
        words.append(_("Merged corrections: {corrections}", corrections=corrections))
    if merged.removed_here:
        words.append(_("Removed here earlier and not restored: {n}", n=merged.removed_here))
    if merged.lost:
        lost = counted("{n} annotation", "{n} annotations", merged.lost)
        words.append(_("Not found in the local text, kept as lost: {annotations}", annotations=lost))
    if merged.conflicts:
        conflicts = counted("{n} conflict", "{n} conflicts", merged.conflicts)
        words.append(_("Needs a decision in Conflicts: {conflicts}", conflicts=conflicts))
    return "\n".join(words)


def run(config: Config, options: argparse.Namespace) -> int:
    """Merge each of the named files, in order."""
    for path in options.files:
        if os.path.exists(path) and os.path.exists(config.library) and os.path.samefile(path, config.library):
            raise MergeRefused(path=path, reason=_("it is the same library"))
    for path in options.files:
        work = read_work(path)
        if not os.path.exists(config.library):
            work = checked(work, path)  # before a library is made to hold it
        coders = coders_in(work)
        if options.name:
            work = renamed(
                work, config.coder if config.coder in coders or len(coders) != 1 else coders[0], options.name
            )
        with open_library(config) as library:
            if not options.name and config.coder in coders:
                note(
                    _(
                        "The work of {coder} in that file counts as yours. If it is someone else's, use --as NAME.",
                        coder=config.coder,
                    )
                )
            note(told(library.merge(work, whole(os.path.basename(path)))))
    return 0
