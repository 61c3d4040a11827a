"""What can go wrong outside the library, under the root that the library's errors have too.

HashiyaError
    InputError: FileMissing, FileIsDirectory, FileUnreadable, FileIsBinary, FileEmpty, FolderEmpty
    OutputError
    UsageError
    NotYet, BadPattern
"""

from annotations.errors import HashiyaError


class InputError(HashiyaError):
    """A text that cannot be read."""


class FileMissing(InputError):
    """No such file."""

    message = "Cannot open {path}: there is no such file."
    remedy = "Check the name; `hashiya list` shows what is in the library."


class FileIsDirectory(InputError):
    """A directory where a file was wanted."""

    message = "Cannot open {path}: it is a directory."
    remedy = "Give the text files in it, for example {path}/*.txt."


class FileUnreadable(InputError):
    """The operating system refuses."""

    message = "Cannot open {path}: {reason}"
    remedy = "Check its read permission."


class FileIsBinary(InputError):
    """A file that is no text."""

    message = "Cannot open {path}: it is not a text file."
    remedy = "Save the text as plain text, UTF-8, and open that."


class FileEmpty(InputError):
    """A file with nothing to read in it."""

    message = "Cannot open {path}: there is no text in it."
    remedy = "Check that it was saved."


class FolderEmpty(InputError):
    """A folder without any text file."""

    message = "There is no text file in {path}."
    remedy = "Name the files themselves where they do not end in .txt."


class OutputError(HashiyaError):
    """What was to be written could not be."""

    message = "Cannot write {path}: {reason}"
    remedy = "Check that the folder exists, has room and may be written to."


class UsageError(HashiyaError):
    """A command line that cannot be understood."""

    message = "Cannot understand the command: {problem}"
    remedy = "See `hashiya --help`."


class NotYet(HashiyaError):
    """An act on a large text that is not in the library yet."""

    message = "The text is still being analysed."
    remedy = "Keep reading, and try again in a moment."


class BadPattern(HashiyaError):
    """A regular expression that cannot be read."""

    message = "The pattern {pattern} is not valid: {reason}"
    remedy = "Write a full stop as \\. and a bracket as \\(; or search without a pattern."
