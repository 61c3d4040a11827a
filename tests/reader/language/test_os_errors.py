"""Why the system refused a file: in our words where there are some, else in the system's."""

import errno
import os

import pytest

from reader.language.i18n import set_language
from reader.language.os_errors import reason


@pytest.mark.parametrize(
    ("number", "english"),
    [
        (errno.ENOENT, "there is no such file or folder"), (errno.EACCES, "this is not allowed"),
        (errno.EPERM, "this is not allowed"), (errno.ENOSPC, "no room is left"), (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "part of the path is not a folder"), (errno.EROFS, "the disk is read-only"),
    ],
)  # fmt: skip
def test_what_the_system_says_is_put_in_the_interfaces_words(number: int, english: str) -> None:
    error = OSError(number, os.strerror(number))
    assert reason(error) == english
    set_language("ar")
    assert any("\u0621" <= char <= "\u064a" for char in reason(error))
    assert not any(char.isascii() and char.isalpha() for char in reason(error))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ELOOP, "Too many levels of symbolic links"), "Too many levels of symbolic links"),
        (OSError("no number"), "no number"),
        (OSError(0, "Success"), "Success"),
    ],
)
def test_what_has_no_words_of_ours_is_told_as_it_is(error: OSError, expected: str) -> None:
    assert reason(error) == expected


def test_a_refusal_of_the_real_system(tmp_path: os.PathLike[str]) -> None:
    with pytest.raises(IsADirectoryError) as refused:
        os.open(tmp_path, os.O_WRONLY)
    assert reason(refused.value) == "it is a folder"
