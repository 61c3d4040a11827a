"""The entry point: finds the subcommand, and loads nothing that it does not need.

Without a subcommand's name the arguments are files to read. Exit codes are in `reader.cli.exits`.
"""

import sys

from reader.cli.exits import CODES, INTERRUPTED, code_of

SUBCOMMANDS = ("read", "export", "parse", "typeset", "annotate", "list")
_ASKS = ("-h", "--help", "--version")


def _run(arguments: list[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments and arguments[0] in SUBCOMMANDS else ("read", arguments)
    if name == "read" and not any(word in _ASKS for word in rest):
        from reader.cli.read import run as read

        return read(rest)
    from reader.cli.parser import dispatch

    if arguments and arguments[0] not in SUBCOMMANDS:
        arguments = [word for word in arguments if word in _ASKS]  # `hashiya report.txt --help`
    return dispatch(arguments)


def main() -> int:
    """Run the command line and return its exit code; every error of ours is one line and a remedy on standard error."""
    from annotations.errors import HashiyaError

    try:
        return _run(sys.argv[1:])
    except HashiyaError as error:
        from reader.cli.output import complain

        complain(error)
        return code_of(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return CODES["ok"]


if __name__ == "__main__":
    sys.exit(main())
