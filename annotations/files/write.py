"""Writing a file of the user's: whole or not at all, and never over a library.

A plain file is written beside its place under a random name and renamed only once it is complete, so that a full disk
or a kill leaves the old one whole; its mode, owner and extended attributes stay. A link is followed. What is no plain
file (a pipe, a terminal, a device) is written to as it is.
"""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress

from annotations.errors import OutputError, OutputIsLibrary
from annotations.files.library_files import belongs_to_library

_DESCRIPTOR = re.compile(r"/(?:dev/fd|proc/self/fd)/(\d+)|/dev/std(out|err)")


def write_file(path: str, data: Iterable[bytes], *libraries: str) -> None:
    """Write `data` to the file at `path`. libraries: paths of libraries in use, refused even where none is there yet.

    Raises OutputError, and OutputIsLibrary for a library of any kind.
    """
    if "\0" in path:
        raise OutputError(path=path.replace("\0", "\\0"), reason="\\0")
    try:
        _write(path, data, libraries)
    except OSError as error:
        raise OutputError(path=path, reason=error.strerror or str(error)) from error


def _write(path: str, data: Iterable[bytes], libraries: tuple[str, ...]) -> None:
    described = _DESCRIPTOR.fullmatch(os.path.normpath(path))
    if described is not None:
        number = int(described[1]) if described[1] else (1 if described[2] == "out" else 2)
        _send(os.dup(number), data)
        return
    if belongs_to_library(path, *libraries):
        raise OutputIsLibrary(path=path)
    real = os.path.realpath(path, strict=False)
    try:
        there = os.stat(real)
    except FileNotFoundError:
        _replace(real, data, None)
        return
    if stat.S_ISDIR(there.st_mode) or not stat.S_ISREG(there.st_mode):
        _send(os.open(real, os.O_WRONLY), data)
    else:
        _replace(real, data, there)


def _send(descriptor: int, data: Iterable[bytes]) -> None:
    """Write to something open, and close it."""
    with open(descriptor, "wb") as file:
        file.writelines(data)


def _replace(path: str, data: Iterable[bytes], old: os.stat_result | None) -> None:
    """Write a new file and put it in the place of the old one, if there is one."""
    descriptor, temporary = new_beside(path, 0o666 if old is None else 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.writelines(data)
            file.flush()
            own = old is None or _like(file.fileno(), path, old)
            os.fsync(file.fileno())
        if own:
            os.replace(temporary, path)
        else:
            _overwrite(path, temporary)
            os.unlink(temporary)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def new_beside(path: str, mode: int) -> tuple[int, str]:
    """Create a file of a random name in the folder of `path`; return its descriptor and its path."""
    while True:
        temporary = os.path.join(os.path.dirname(path) or ".", f".hashiya-{os.urandom(8).hex()}.part")
        with suppress(FileExistsError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
            return os.open(temporary, flags, mode), temporary


def _overwrite(path: str, complete: str) -> None:
    """Write a complete file over one of another owner, which only its own place can keep theirs."""
    with open(complete, "rb") as source, open(path, "r+b") as target:
        while part := source.read(1 << 20):
            target.write(part)
        target.truncate()
        os.fsync(target.fileno())


def _like(descriptor: int, path: str, old: os.stat_result) -> bool:
    """Give an open file the owner, mode and attributes of an existing one; return whether the owner could be given."""
    here = os.fstat(descriptor)
    if (here.st_uid, here.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.fchown(descriptor, old.st_uid, old.st_gid)
        except PermissionError:
            return False
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))
    with suppress(OSError, AttributeError):  # not every system and file system has them
        for name in os.listxattr(path):
            os.setxattr(descriptor, name, os.getxattr(path, name))
    return True
