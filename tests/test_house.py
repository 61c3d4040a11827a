"""The house: no circles of imports, and one name for one thing."""

import ast
import os
import re
from collections import defaultdict

from tests.import_graph import circles, import_graph, imported, modules

# one idea in two rooms: a list or dialog of the interface and what it shows, a command line and what it runs
SAME_IDEA = {
    "add", "agreement", "aids", "charts", "codebook", "commands", "conflicts", "corrections", "form", "occurrences", "page", "parse", "persons", "rendering", "report", "statements", "text", "typeset",
}  # fmt: skip

REACHED_BY = {"annotations.acts": "annotations.library"}  # acts are performed through the library that holds them
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def test_no_circle_of_imports_joins_more_than_two_modules() -> None:
    assert [sorted(circle) for circle in circles(import_graph()) if len(circle) > 2] == []


def test_a_circle_is_seen_also_where_an_import_is_for_types_alone_or_late() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [{"a", "b", "c"}]


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(list)
    for name, path in modules().items():
        with open(path, encoding="utf-8") as file:
            for node in ast.parse(file.read()).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    places[node.name].append(name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_module_name_comes_twice_in_a_package_but_for_one_idea_in_two_rooms() -> None:
    places = defaultdict(list)
    for name in modules():
        package, _dot, _rest = name.partition(".")
        places[package, name.rpartition(".")[2]].append(name)
    twice = {name for (_package, name), found in places.items() if len(found) > 1}
    assert sorted(twice) == sorted(SAME_IDEA)


def never() -> set[str]:
    """Return the words that CONTRIBUTING allows in no name."""
    with open(os.path.join(_ROOT, "CONTRIBUTING.md"), encoding="utf-8") as file:
        listed = file.read().partition("<!-- never -->")[2].partition("<!-- /never -->")[0].partition(":")[2]
    return {word.strip(" .\n") for word in listed.replace("\n", " ").split(",")}


def test_names_use_the_words_of_contributing() -> None:
    words = never()
    assert {"utils", "doing", "marked"} <= words
    found = set()
    for name, path in modules().items():
        found |= {(name, word) for word in name.rpartition(".")[2].split("_") if word in words}
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                parts = {part.lower() for part in re.findall(r"[A-Z][a-z]+", node.name)}
                found |= {(f"{name}.{node.name}", word) for word in parts & words}
    assert found == set()


def test_only_packages_that_hold_modules_and_their_inits_are_empty() -> None:
    for name, path in modules().items():
        if os.path.basename(path) == "__init__.py":
            assert os.path.getsize(path) == 0, name


def has_logic(tree: ast.Module) -> bool:
    """Return whether a function of a module does anything; those of Protocols have a docstring alone."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(
        not isinstance(line, ast.Expr | ast.Pass) or not isinstance(getattr(line, "value", None), ast.Constant)
        for function in functions
        for line in function.body
    )


def test_every_module_with_logic_is_imported_by_a_test_of_its_room() -> None:
    paths = modules()
    missing = []
    for name, path in paths.items():
        with open(path, encoding="utf-8") as file:
            logic = has_logic(ast.parse(file.read()))
        room = name.rpartition(".")[0]
        folder = os.path.join(_ROOT, "tests", *room.split("."))
        seen: set[str] = set()
        for test in os.listdir(folder) if logic and os.path.isdir(folder) else ():
            if test.endswith(".py"):
                with open(os.path.join(folder, test), encoding="utf-8") as file:
                    seen |= imported(ast.parse(file.read()), set(paths))
        if logic and not seen & {name, REACHED_BY.get(room, name)}:
            missing.append(name)
    assert missing == []


def test_what_people_wrote_is_never_taken_for_markup() -> None:
    """Titles and labels may hold a tag's name such as "[/b]x"."""
    found = []
    for name, path in modules().items():
        with open(path, encoding="utf-8") as file:
            for node in ast.walk(ast.parse(file.read())):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Static", "Label"):
                    plain = any(word.arg == "markup" and ast.unparse(word.value) == "False" for word in node.keywords)
                    found += [] if plain else [f"{name}:{node.lineno}"]
    assert found == []
