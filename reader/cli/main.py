"""The entry point: finds the subcommand and loads only what it needs.

Without the name of a subcommand, the arguments are files to read. Exit codes are in `reader.cli.exits`.
"""

import sys
from errno import ENOSPC

from reader.cli.exits import CODES, INTERRUPTED, code_of

SUBCOMMANDS = (
    "read", "export", "parse", "typeset", "annotate", "list", "merge", "agreement", "form", "report", "add", "backup", "restore", "calibrate", "doctor",
)  # fmt: skip
_COMMON = ("--library", "--lang", "--coder", "--theme")
_ASKS = ("-h", "--help", "--version")


def _sorted(arguments: list[str]) -> list[str]:
    """Return the arguments with the subcommand moved to the front if common options precede it."""
    at = 0
    while at < len(arguments) and arguments[at].partition("=")[0] in _COMMON:
        at += 1 if "=" in arguments[at] else 2
    if at < len(arguments) and arguments[at] in SUBCOMMANDS:
        return [arguments[at], *arguments[:at], *arguments[at + 1 :]]
    return arguments


def _run(arguments: list[str]) -> int:
    arguments = _sorted(arguments)
    name, rest = (arguments[0], arguments[1:]) if arguments and arguments[0] in SUBCOMMANDS else ("read", arguments)
    if name == "read" and not any(word in _ASKS for word in rest):
        from reader.cli.read import run as read

        return read(rest)
    from reader.cli.parser import dispatch

    if arguments and arguments[0] not in SUBCOMMANDS:  # `hashiya report.txt --lang ar --help`
        languages = [word for i, word in enumerate(arguments) if "--lang" in (word, arguments[i - 1] if i else "")]
        languages += [word for word in arguments if word.startswith("--lang=")]
        return dispatch([word for word in arguments if word in _ASKS], languages)
    return dispatch(arguments, arguments)


def main() -> int:
    """Run the command line and return its exit code.

    Each of Hashiya's own errors is printed with its remedy on standard error, in one line.
    """
    from annotations.errors import HashiyaError, OutputError

    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except HashiyaError as error:
        return _explained(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return CODES["ok"]
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        from reader.language.os_errors import reason

        return _explained(OutputError(path="-", reason=reason(error)))
    return code


def _explained(error: Exception) -> int:
    from annotations.errors import HashiyaError
    from reader.cli.output import complain

    if isinstance(error, HashiyaError):
        complain(error)
    return code_of(error)


if __name__ == "__main__":
    sys.exit(main())
