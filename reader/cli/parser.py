"""The command line of every subcommand, and its help."""

import argparse
import sys
from typing import Any, NoReturn

from annotations.formats.registry import export_names
from reader.errors import UsageError
from reader.language.i18n import _, environment_language, language_of, languages, set_language
from reader.settings.config import load
from reader.settings.rendering import HARAKAT, STRATEGIES

VERSION_TEXT = "hashiya 0.1.0"


class _Help(argparse.HelpFormatter):
    """A help formatter whose own words are in the interface's language."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, _("Usage:") + " " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that raises Hashiya's own errors and prints its help in the interface's language."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Help)
        self._positionals.title, self._optionals.title = _("Arguments"), _("Options")
        self.add_argument("-h", "--help", action="help", help=_("this help"))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing and exiting."""
        raise UsageError(problem=f"{self.prog}: {message}")

    def print_help(self, file: object = None) -> None:
        """Print the help on standard output, typeset if that is a terminal."""
        del file
        from reader.cli.output import say

        say(self.format_help().rstrip("\n"))


def _common(parser: argparse.ArgumentParser, *, library: bool = True) -> None:
    parser.add_argument("--lang", choices=languages(), help=_("language of the interface"))
    if library:
        parser.add_argument("--library", metavar="PATH", help=_("the library's file"))


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help=_('texts to add; the first is opened; "-" reads standard input')
    )
    parser.add_argument("--coder", metavar="NAME", help=_("whose annotations these are"))
    parser.add_argument("--theme", choices=("dark", "light"), help=_("the colours"))


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help=_('files, folders or patterns; "-" reads standard input')
    )
    parser.add_argument("--jobs", type=_count, metavar="N", help=_("number of processes (default: 1)"))
    parser.add_argument("--coder", metavar="NAME", help=_("who adds them"))


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help=_("names or numbers (default: all)"))
    parser.add_argument("--format", choices=export_names(), default="json", help=_("what to write"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("output file (default: standard output)"))


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError
    return number


def _parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help=_('files or folders to analyse; "-" reads standard input')
    )
    parser.add_argument("--format", choices=("json", "jsonl", "text"), default="text", help=_("what to write"))
    parser.add_argument("--jobs", type=_count, metavar="N", help=_("number of processes (default: automatic)"))


def _typeset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help=_('the text (default, or "-": standard input)')
    )
    parser.add_argument("--width", type=int, metavar="N", help=_("columns (default: the terminal's width, at most 72)"))
    parser.add_argument("--strategy", choices=STRATEGIES, help=_("how Arabic is sent to this terminal"))
    parser.add_argument("--harakat", choices=HARAKAT, help=_("which diacritics to show"))
    parser.add_argument(
        "--digits", choices=("text", "western", "arabic_indic"), default="text", help=_("which digits to show")
    )
    parser.add_argument("--justify", action="store_true", help=_("justify with kashida"))


def _annotate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the text; added to the library if new"))
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--quote", metavar="TEXT", help=_("the exact text of the passage"))
    where.add_argument("--span", metavar="START:END", help=_("the passage as character offsets from 0, end exclusive"))
    parser.add_argument("--occurrence", type=int, metavar="N", help=_("which occurrence of the quotation, from 1"))
    parser.add_argument(
        "--tag",
        action="append",
        required=True,
        metavar="NAME",
        dest="tags",
        help=_("a tag's name or slot; may be repeated"),
    )
    parser.add_argument("--note", default="", metavar="TEXT", help=_("a note on the passage"))
    parser.add_argument("--coder", metavar="NAME", help=_("whose annotation this is"))


def _calibrate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strategy", choices=STRATEGIES, help=_("how Arabic is sent to this terminal"))
    parser.add_argument("--harakat", choices=HARAKAT, help=_("which diacritics to show"))


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tags", action="store_true", help=_("list the codebook instead of the documents"))


def _merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as", dest="name", metavar="NAME", help=_("another name for the incoming coder, if it is yours by chance")
    )
    parser.add_argument("files", nargs="+", metavar="OTHER", help=_("another library, or an export as JSON"))
    parser.add_argument("--coder", metavar="NAME", help=_("who merges"))


def _agreement(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help=_("names or numbers (default: all)"))
    units = ("character", "sentence", "statement", "article")
    parser.add_argument("--unit", choices=units, default="sentence", help=_("unit of counting"))
    parser.add_argument("--coded-only", action="store_true", help=_("exclude uncoded text"))


def _form(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cross", nargs=2, metavar="NAME", help=_("one attribute against another"))
    parser.add_argument("--csv", action="store_true", help=_("comma-separated values"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("output file (default: standard output)"))


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "document", nargs="?", metavar="DOCUMENT", help=_("a name or number (default: the whole library)")
    )
    parser.add_argument("--of", metavar="NAME", help=_("one coder's work only"))
    parser.add_argument("--html", action="store_true", help=_("a web page, for use with -o"))
    parser.add_argument("-o", "--output", metavar="FILE", help=_("output file (default: standard output)"))


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help=_("salvage a damaged library into a new one"))


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help=_("a new file or a folder (default: the backups beside the library)")
    )


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the backup"))


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog="hashiya", description=_("Read and annotate Arabic text in the terminal."), allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=VERSION_TEXT, help=_("the version"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, about, arguments in (
        ("read", _("read and annotate on the screen (the default command)"), _read),
        ("add", _("add texts to the library: files, folders, patterns"), _add),
        ("export", _("export documents with all annotations"), _export),
        ("parse", _("analyse texts: boilerplate, sessions, speakers, statements, topics"), _parse),
        ("typeset", _("make Arabic text readable in this terminal, line by line"), _typeset),
        ("annotate", _("tag a passage without the screen"), _annotate),
        ("list", _("list the library's documents"), _list),
        ("merge", _("merge a colleague's work from a library or an export"), _merge),
        ("agreement", _("inter-coder agreement: percent, Holsti, kappa and alpha"), _agreement),
        ("form", _("what the coding form holds, as a table"), _form),
        ("report", _("coding report: charts and agreement as text, or a web page with the passages"), _report),
        ("backup", _("copy the library to a new file, or among its backups"), _backup),
        ("restore", _("put a backup in the place of the library"), _restore),
        ("calibrate", _("calibrate how this terminal displays Arabic"), _calibrate),
        ("doctor", _("information on terminal and library, for a bug report"), _doctor),
    ):
        sub = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        arguments(sub)
        _common(sub, library=name not in ("parse", "typeset"))
    return parser


def _language_wish(arguments: list[str]) -> str | None:
    for i, word in enumerate(arguments):
        if word == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def dispatch(arguments: list[str], wishes: list[str]) -> int:
    """Parse the command line, run the subcommand and return its exit code. wishes: arguments searched for --lang."""
    set_language(language_of(_language_wish(wishes), environment_language()))
    options = build().parse_args(arguments)
    if options.command is None:
        build().print_help()
        return 0
    from importlib import import_module

    config = load(options.lang, getattr(options, "library", None), getattr(options, "coder", None))
    set_language(config.language)
    run = import_module(f"reader.cli.{options.command}").run
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    return int(run(config, options) or 0)
