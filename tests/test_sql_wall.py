"""SQL stands in one room: nothing outside the store asks SQLite, and inside it rows are read by the names of columns."""

import ast
import re

import pytest

from tests.import_graph import modules

_STORE = "annotations.store"
_SQL = re.compile(
    r"\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \S+ SET|DELETE FROM|CREATE (TABLE|INDEX|VIEW)|PRAGMA) ", re.DOTALL
)
_ASKING = {"execute", "executemany", "executescript", "fetchone", "fetchall", "fetchmany"}
# migrations know the columns of their own time, and PRAGMA answers with rows of one column
BY_POSITION = {"annotations.store.file_format", "annotations.store.schema", "annotations.store.first_page"}


def asks(source: str) -> list[str]:
    """Return what in a module asks SQLite: an import of it, a call that runs a statement, a statement."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [f"import {alias.name}" for alias in node.names if alias.name in ("sqlite3", "sqlite_utils")]
        elif isinstance(node, ast.ImportFrom) and node.module in ("sqlite3", "sqlite_utils"):
            found.append(f"from {node.module}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKING:
            found.append(f".{node.func.attr}()")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.search(node.value):
            found.append(node.value)
    return found


def positions(source: str) -> list[str]:
    """Return where a module takes a column of a row by its number."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, int)
        and re.search(r"\brow\b|fetchone|execute", ast.unparse(node.value))
    ]


def sources(*, inside: bool) -> list[tuple[str, str]]:
    found = []
    for name, path in sorted(modules().items()):
        if name.startswith(_STORE) == inside:
            with open(path, encoding="utf-8") as file:
                found.append((name, file.read()))
    return found


def test_nothing_outside_the_store_asks_sqlite() -> None:
    assert {name: found for name, source in sources(inside=False) if (found := asks(source))} == {}


def test_rows_are_read_by_the_names_of_their_columns() -> None:
    found = {name: found for name, source in sources(inside=True) if (found := positions(source))}
    assert {name: places for name, places in found.items() if name not in BY_POSITION} == {}


@pytest.mark.parametrize(
    "source",
    ["import sqlite3", "from sqlite3 import Row", "db.execute(x)", "def f():\n    return 'SELECT a FROM b WHERE c'", "x = f'DELETE FROM {t}'"],
)  # fmt: skip
def test_a_question_is_seen(source: str) -> None:
    assert asks(source)


@pytest.mark.parametrize("source", ["row[0]", "db.execute('').fetchone()[0]", "[row[2] for row in rows]"])
def test_a_position_is_seen(source: str) -> None:
    assert positions(source)
