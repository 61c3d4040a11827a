"""`hashiya restore`: the library from a backup; what is there now is kept aside."""

import argparse
import os

from annotations.errors import RestoreRefused
from annotations.library import restore
from reader.cli.output import note
from reader.errors import FileMissing
from reader.language.i18n import _
from reader.settings.config import Config
from reader.settings.paths import make_folder


def run(config: Config, options: argparse.Namespace) -> int:
    """Put a copy of a sound library in the place of the one in use."""
    if not os.path.exists(options.file):
        raise FileMissing(path=options.file)
    if os.path.exists(config.library) and os.path.samefile(options.file, config.library):
        raise RestoreRefused(path=options.file)
    make_folder(config.library)
    aside = restore(options.file, config.library)
    note(_("Restored: {path}", path=config.library))
    if aside:
        note(_("What was there before is now {path}", path=aside))
    return 0
