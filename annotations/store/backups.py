"""Backups of a library: at most one a day, five kept, in a folder beside it."""

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from annotations.errors import (
    LibraryDamaged,
    LibraryDamagedBackup,
    LibraryError,
    OutputError,
    OutputExists,
    OutputIsLibrary,
)
from annotations.files.library_files import COMPANIONS, belongs_to_library
from annotations.files.private import make_folder
from annotations.store.copies import copy_to, copy_to_new, put_new

KEPT = 5
_NAME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d{6})?\.db")
_LEFT_AFTER = 86_400  # seconds after which a part of a backup that a kill left is nobody's any more


def folder_of(path: str) -> str:
    """Return the folder in which the backups of the library at `path` are kept."""
    return f"{os.path.realpath(path)}.backups"


def backups_of(path: str) -> list[str]:
    """Return the paths of a library's backups, the newest first."""
    folder = folder_of(path)
    with suppress(OSError):
        return [
            os.path.join(folder, name) for name in sorted(os.listdir(folder), reverse=True) if _NAME.fullmatch(name)
        ]
    return []


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005 - the user's own day


def is_due(path: str) -> bool:
    """Return whether the library at `path` has no backup of today."""
    today = f"{_now():%Y-%m-%d}"
    return not any(os.path.basename(name).startswith(today) for name in backups_of(path))


def back_up(db: sqlite3.Connection, path: str, target: str = "") -> str:
    """Copy an open library to `target`, or among its backups, of which the oldest are then deleted; return the path.

    target: a name for a new file, or a folder for one.
    Raises LibraryDamaged if it is not sound, OutputError if the copy cannot be written, and sqlite3.Error.
    """
    check_sound(db, path)
    if target:
        return _to_new(db, path, target)
    try:
        make_folder(folder_of(path))
    except OSError as error:
        raise OutputError(path=folder_of(path), reason=error.strerror or str(error)) from error
    name = os.path.join(folder_of(path), f"{_now():%Y-%m-%d}.db")
    if not copy_to_new(db, name):
        name = os.path.join(folder_of(path), f"{_now():%Y-%m-%dT%H%M%S}.db")
        copy_to(db, name)
    _forget(backups_of(path)[KEPT:])
    return name


def _to_new(db: sqlite3.Connection, path: str, target: str) -> str:
    if os.path.isdir(target):
        target = os.path.join(target, f"{os.path.splitext(os.path.basename(path))[0]}-{_now():%Y-%m-%dT%H%M%S}.db")
    if belongs_to_library(target, path):
        raise OutputIsLibrary(path=target)
    if not copy_to_new(db, target):
        raise OutputExists(path=target)
    return target


def _forget(names: Iterable[str]) -> None:
    for name in names:
        with suppress(OSError):
            os.unlink(name)


def clear_parts(path: str) -> None:
    """Delete the parts of backups that kills left behind."""
    folder = folder_of(path)
    with suppress(OSError):
        for name in os.listdir(folder):
            part = os.path.join(folder, name)
            if name.startswith(".hashiya-") and time.time() - os.stat(part).st_mtime > _LEFT_AFTER:
                os.unlink(part)


def check_sound(db: sqlite3.Connection, path: str) -> None:
    """Raise LibraryDamaged if SQLite finds an open library damaged."""
    try:
        found = db.execute("PRAGMA quick_check(1)").fetchone()["quick_check"]
    except sqlite3.DatabaseError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise
        raise damaged(path) from error
    if found != "ok":
        raise damaged(path)


def damaged(path: str) -> LibraryDamaged:
    """Return the error for a damaged library, with the way to its newest backup if there is one."""
    backup = newest(path)
    return LibraryDamagedBackup(path=path, backup=backup) if backup else LibraryDamaged(path=path)


def newest(path: str) -> str:
    """Return the newest backup of a library, or an empty text."""
    return next(iter(backups_of(path)), "")


def restore(db: sqlite3.Connection, path: str) -> str:
    """Put a copy of an open, sound library in the place of the one at `path`; return where that is kept now, or "".

    Raises OutputError, LibraryError or sqlite3.Error; then nothing has changed.
    """
    real = os.path.realpath(path)
    aside = ""
    temporary = f"{real}.restored-{os.urandom(4).hex()}"
    if not copy_to_new(db, temporary):
        raise OutputError(path=temporary, reason="it exists")
    try:
        if os.path.lexists(real):
            aside = _kept_aside(real)
            os.replace(temporary, real)
        elif not put_new(temporary, real):
            raise LibraryError(path=path, reason="another program made it anew")
    except OSError as error:
        raise OutputError(path=path, reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            os.unlink(temporary)
    return aside


def _kept_aside(path: str) -> str:
    """Give a library a second name, and take its log away from the first, where another library comes at once.

    At no moment is there no library: a kill leaves the old one or the new one.
    """
    aside = f"{path}.before-{_now():%Y-%m-%dT%H%M%S}"
    while os.path.lexists(aside):
        aside += "x"
    with suppress(sqlite3.Error):  # a damaged one keeps its log as it is
        old = sqlite3.connect(path)
        try:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            old.close()
    try:
        os.link(path, aside)
    except OSError:  # a file system without hard links
        shutil.copy2(path, aside)
    for end in COMPANIONS:
        with suppress(FileNotFoundError):
            os.rename(path + end, aside + end)
    return aside
