"""Why the system refused a file, in the interface's language."""

import errno

from reader.language.i18n import N_, _

_WORDS = {
    errno.ENOENT: N_("there is no such file or folder"), errno.EACCES: N_("this is not allowed"),
    errno.EPERM: N_("this is not allowed"), errno.ENOSPC: N_("no room is left"), errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("part of the path is not a folder"), errno.EROFS: N_("the disk is read-only"),
}  # fmt: skip


def reason(error: OSError) -> str:
    """Return why a file could not be opened, read or written, in Hashiya's words or else in the system's."""
    words = _WORDS.get(error.errno or 0)
    return _(words) if words else error.strerror or str(error)
