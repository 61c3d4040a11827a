"""Files and folders of the user's own, which nobody else may read: the library, its copies, the settings."""

import errno
import os


def make_folder(path: str) -> None:
    """Create a folder and those above it that are missing, readable by the user alone; existing ones stay as they are.

    Raises OSError.
    """
    missing = []
    at = os.path.abspath(path)
    while not os.path.isdir(at):
        missing.append(at)
        above = os.path.dirname(at)
        if above == at:
            break
        at = above
    for folder in reversed(missing):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:  # made meanwhile by another program, or it is a file
            if not os.path.isdir(folder):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder) from None
        else:
            os.chmod(folder, 0o700)  # the umask may have taken more than it should


def keep(path: str, text: str) -> None:
    """Write a small file of settings, readable by the user alone if it is new. Raises OSError or OutputError."""
    from annotations.files.write import write_file

    make_folder(os.path.dirname(path))
    if not os.path.lexists(path):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    write_file(path, [text.encode()])
