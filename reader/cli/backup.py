"""`hashiya backup`: a copy of the library, whole and at one moment, even while others write to it."""

import argparse
import os

from annotations.errors import LibraryMissing
from reader.cli.existing import open_existing
from reader.cli.output import note
from reader.language.i18n import _
from reader.settings.config import Config


def run(config: Config, options: argparse.Namespace) -> int:
    """Copy the library to a new file, or among the backups kept beside it."""
    if not os.path.exists(config.library):
        raise LibraryMissing(path=config.library)
    with open_existing(config) as library:
        path = library.back_up(os.path.abspath(options.file) if options.file else "")
    note(_("Backup: {path}", path=path))
    return 0
