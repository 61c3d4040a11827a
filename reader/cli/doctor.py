"""`hashiya doctor`: information on the terminal, the packages and the library, as text for a bug report.

It is not translated, since it is read by whoever fixes the bug.
"""

import argparse
import os
import platform
import sys
import time
from importlib.metadata import PackageNotFoundError, version

from annotations.errors import HashiyaError, LibraryMissing
from annotations.library import Library, backups_of, salvage, sqlite_version
from reader.cli.parser import VERSION_TEXT
from reader.cli.rendering import measured, probed
from reader.page.aids import load as load_aids
from reader.settings.config import Config
from reader.terminal.colors import announce
from reader.terminal.widths import report

_PACKAGES = ("textual", "rich", "python-bidi", "unicode-segmentation-rs", "sqlite-utils", "pyarabic", "pyperclip")
_TELLING = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID",
    "ALACRITTY_WINDOW_ID", "MLTERM", "XTERM_VERSION", "WT_SESSION", "TMUX", "STY", "SSH_TTY", "NO_COLOR", "LANG", "LC_ALL",
)  # fmt: skip


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _terminal(config: Config) -> list[str]:
    profile, replies = probed(config)
    size = os.get_terminal_size(1) if sys.stdout.isatty() else None
    return [
        f"terminal: {profile.id} ({profile.why or 'not recognised'})",
        f"strategy: {profile.strategy}  harakat: {profile.harakat}  switch: {profile.switch}",
        f"answers: bdsm={replies.bdsm!r} version={replies.version!r} second={replies.second!r} first={replies.first!r}",
        f"size: {size.columns}x{size.lines}" if size else "size: no terminal",
        f"widths: {report(measured())}",
        "environment: " + " ".join(f"{name}={os.environ[name]}" for name in _TELLING if name in os.environ),
    ]


def _library(config: Config) -> list[str]:
    path = config.library
    if not os.path.exists(path):
        return [f"library: {path} (not made yet)"]
    try:
        with Library(path, config.coder, read_only=True) as library:
            documents = library.documents()
            marked = sum(len(library.annotations(document.id)) for document in documents)
            found = library.examine()
    except HashiyaError as error:
        return [f"library: {path}: {error}", *_backups(path)]
    state = "no fault found" if not found.faults else "DAMAGED"
    return [
        f"library: {path} ({len(documents)} documents, {marked} annotations, {state})",
        *(f"  fault: {fault}" for fault in found.faults),
        f"  checked: pages, owners of rows, {found.rows} rows by the log, {found.verified} of {found.texts} texts by digest",
        "  not known: rows that no act wrote, and texts that were converted when they were read",
        f"  journal: {found.journal}"
        + ("" if found.journal == "wal" else " (no shared log here: readers wait while one writes)"),
        *_backups(path),
    ]


def _backups(path: str) -> list[str]:
    return [f"backups: {len(backups)}, the newest {backups[0]}" if (backups := backups_of(path)) else "backups: none"]


def _repair(config: Config) -> int:
    """Salvage what can be read into a new library beside the old one."""
    if not os.path.exists(config.library):
        raise LibraryMissing(path=config.library)
    root, end = os.path.splitext(config.library)
    target = f"{root}.repaired-{time.strftime('%Y-%m-%dT%H%M%S')}{end or '.db'}"
    counts = salvage(config.library, target)
    salvaged = ", ".join(
        f"{name} {counts[name]}" for name in ("document", "annotation", "tag", "act") if name in counts
    )
    sys.stdout.write(f"salvaged into {target}: {salvaged}\n")
    with Library(target, config.coder, read_only=True) as library:
        faults = library.examine().faults
    sys.stdout.write("".join(f"  fault: {fault}\n" for fault in faults) or "  no fault found in it\n")
    return 0


def run(config: Config, options: argparse.Namespace) -> int:
    """Print the report, or salvage a damaged library."""
    if options.repair:
        return _repair(config)
    announce()
    lines = [
        VERSION_TEXT,
        f"python: {platform.python_version()} on {platform.platform()}  sqlite: {sqlite_version()}",
        "packages: " + " ".join(f"{name}={_version(name)}" for name in _PACKAGES),
        *_terminal(config),
        f"language: {config.language}  layout: {config.arabic_layout}  aids: {tuple(load_aids())}",
        *_library(config),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
