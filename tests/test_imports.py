"""What is loaded when: nothing heavy before the first page, no Textual outside the interface."""

import subprocess
import sys

import pytest

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
