"""What is loaded when: nothing heavy before the first page, no Textual outside the interface."""

import os
import subprocess
import sys

import pytest

from annotations.library import Library
from reader.settings.paths import sample_path
from reader.sources.add import add_source
from reader.sources.source import read_source
from tests.reader.ui.terminal import hashiya

HEAVY = {
    "dataclasses",
    "json",
    "argparse",
    "click",
    "tomllib",
    "pathlib",
    "textual",
    "rich",
    "sqlite_utils",
    "babel",
    "pyarabic",
    "reader.article",
}


def loaded(code: str) -> set[str]:
    script = f"{code}\nimport sys; print(*sys.modules, sep='\\n', file=sys.__stdout__)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(found.stdout.split())


def test_the_way_to_the_first_page() -> None:
    code = "import reader.cli.main, reader.cli.read, reader.terminal.raw_terminal, reader.terminal.switches, reader.ui.page.first_page, annotations.store.first_page\nfrom reader.cli.read import _fresh, read_source, sample_path\nfrom reader.ui.page.first_page import page_lines\nfrom reader.language.i18n import set_language; set_language('ar')\nassert len(page_lines(_fresh(read_source(sample_path())), 120, 40, 'dark')) == 40"
    assert not loaded(code) & HEAVY


PAINTING = """
import os, sys
import reader.cli.read
def painted(*_arguments):
    with open(os.environ["LOADED"], "w") as file:
        file.write("\\n".join(sys.modules))
    sys.exit()
reader.cli.read.paint = painted
from reader.cli.main import main
main()
"""


@pytest.mark.slow
def test_what_is_loaded_when_the_first_page_of_a_known_text_is_painted(tmp_path: os.PathLike[str]) -> None:
    library, loaded_there = (os.path.join(tmp_path, name) for name in ("l.db", "loaded"))
    with Library(library, "sara") as opened:
        add_source(opened, read_source(sample_path()))
    with hashiya(library=library, script=PAINTING, LOADED=loaded_there) as terminal:
        terminal.end()
    with open(loaded_there, encoding="utf-8") as file:
        names = set(file.read().split())
    assert "annotations.store.first_page" in names
    assert not names & {*HEAVY, "annotations.library", "annotations.store.history"}


@pytest.mark.parametrize(
    "module",
    ["annotations.library", "annotations.formats.exports.json", "reader.typeset.line", "reader.typeset.view", "reader.article.parse", "reader.text.search",
     "reader.keys.keymap", "reader.cli.parser", "reader.cli.export", "reader.cli.parse", "reader.cli.typeset", "reader.cli.annotate", "reader.cli.list"],
)  # fmt: skip
def test_everything_but_the_interface_works_without_textual(module: str) -> None:
    assert not loaded(f"import {module}") & {"textual", "rich"}


def test_the_notebooks_way_in_loads_nothing_of_the_reader() -> None:
    assert not {
        name
        for name in loaded("import annotations.library, annotations.values.anchors")
        if name.split(".")[0] == "reader"
    }
