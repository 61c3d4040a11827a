"""Which module of ours imports which: every import counts, those for types alone and those inside functions too."""

import ast
import os

Graph = dict[str, set[str]]
PACKAGES = ("annotations", "reader")
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def modules() -> dict[str, str]:
    """Return the path of every module by its dotted name."""
    found: dict[str, str] = {}
    for package in PACKAGES:
        for folder, _folders, names in os.walk(os.path.join(_ROOT, package)):
            for name in sorted(names):
                if name.endswith(".py"):
                    path = os.path.join(folder, name)
                    dotted = os.path.relpath(path, _ROOT).removesuffix(".py").replace(os.sep, ".")
                    found[dotted.removesuffix(".__init__")] = path
    return found


def imported(tree: ast.AST, known: set[str]) -> set[str]:
    """Return the modules among `known` that a module's tree imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & known) or {node.module}
    return found & known


def import_graph() -> Graph:
    """Return what each module imports, itself left out."""
    paths = modules()
    graph: Graph = {}
    for name, path in paths.items():
        with open(path, encoding="utf-8") as file:
            graph[name] = imported(ast.parse(file.read()), set(paths)) - {name}
    return graph


def _reached(graph: Graph, start: str) -> set[str]:
    seen: set[str] = set()
    left = list(graph[start])
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += graph[name]
    return seen


def circles(graph: Graph) -> list[set[str]]:
    """Return the sets of modules that all reach one another, the largest first."""
    reached = {name: _reached(graph, name) for name in graph}
    found = {
        frozenset({name, *(other for other in reached[name] if name in reached[other])})
        for name in graph
        if name in reached[name]
    }
    return sorted(map(set, found), key=len, reverse=True)
