"""Errors that arise outside the library, under the same root as the library's own errors.

HashiyaError
    InputError: FileMissing, FileIsDirectory, FileUnreadable, FileIsBinary, FileEmpty, FolderEmpty
    UsageError
    NotYet, BadPattern
"""

from annotations.errors import HashiyaError


class InputError(HashiyaError):
    """A text that cannot be read."""


class FileMissing(InputError):
    """A file that does not exist."""

    message = "Cannot open {path}: there is no such file."
    remedy = "Check the name; `hashiya list` shows what is in the library."


class FileIsDirectory(InputError):
    """A directory where a file was expected."""

    message = "Cannot open {path}: it is a directory."
    remedy = "Give the text files in it, for example {path}/*.txt."


class FileUnreadable(InputError):
    """A file that the operating system refuses to open."""

    message = "Cannot open {path}: {reason}"
    remedy = "Check its read permission."


class FileIsBinary(InputError):
    """A file that is not text."""

    message = "Cannot open {path}: it is not a text file."
    remedy = "Save the text as plain text, UTF-8, and open that."


class FileEmpty(InputError):
    """A file that contains no text."""

    message = "Cannot open {path}: there is no text in it."
    remedy = "Check that it was saved."


class FolderEmpty(InputError):
    """A folder that contains no text files."""

    message = "There is no text file in {path}."
    remedy = "Name the files themselves where they do not end in .txt."


class UsageError(HashiyaError):
    """A command line or setting that is not valid."""

    message = "Cannot understand the command: {problem}"
    remedy = "See `hashiya --help`."


class NotYet(HashiyaError):
    """An act attempted on a large text that is not in the library yet."""

    message = "The text is still being analysed."
    remedy = "Keep reading, and try again in a moment."


class BadPattern(HashiyaError):
    """A regular expression that cannot be compiled."""

    message = "The pattern {pattern} is not valid: {reason}"
    remedy = "Write a full stop as \\. and a bracket as \\(; or search without a pattern."
