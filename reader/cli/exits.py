"""Exit codes."""

CODES = {
    "ok": 0,
    "failed": 1,
    "usage": 2,
    "input": 3,
    "library": 4,
    "passage": 5,
    "output": 6,
}
INTERRUPTED = 130

MEANINGS = {
    "ok": "done",
    "failed": "something unforeseen",
    "usage": "the command line, the settings or the key map cannot be understood",
    "input": "a text cannot be read: missing, a directory, binary, empty",
    "library": "the library cannot be used: no library, locked, newer",
    "passage": "no such quotation, span, tag or document, or several where one was wanted",
    "output": "the output cannot be written: no such folder, not allowed, no room",
}


def code_of(error: Exception) -> int:
    """Return the exit code of an error."""
    from annotations.errors import LibraryError, OutputError
    from reader.errors import InputError, UsageError

    for kind, code in (
        (UsageError, "usage"),
        (InputError, "input"),
        (LibraryError, "library"),
        (OutputError, "output"),
    ):
        if isinstance(error, kind):
            return CODES[code]
    return CODES["passage"]
