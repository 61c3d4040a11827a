"""The tables of the README that are made from the code: `python tests/docs_tables.py` writes them anew."""

import os

from reader.cli.exits import CODES, MEANINGS
from reader.keys.commands import COMMANDS
from reader.keys.keymap import bindings, key_cap
from tests.reader.article.scoring import cue_table

README = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "README.md")


def keys_table() -> str:
    """Return the keys by command: usual keys, and what they are under an Arabic PC layout."""
    rows = ["| id | keys | Arabic keyboard (PC) | what it does |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        keys = bindings("pc")[command.id]
        latin = " ".join(f"`{key_cap(key)}`" for key in keys if key.isascii() and key != "`")
        arabic = " ".join(
            f"`{key}`" for key in keys if not key.isascii() and not "\u064b" <= key <= "\u0652" and key != "‘"
        )
        rows.append(f"| {command.id} | {latin} | {arabic} | {command.about} |")
    return "\n".join(rows).replace("`|`", "`\\|`")


def exits_table() -> str:
    """Return the exit codes."""
    rows = ["| code | meaning |", "| --- | --- |"]
    return "\n".join(rows + [f"| {code} | {MEANINGS[name]} |" for name, code in CODES.items()])


TABLES = {"keys": keys_table, "exits": exits_table, "cues": cue_table}


def filled(text: str) -> str:
    """Return the README with its tables made anew."""
    for name, make in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, _sign, rest = text.partition(begin)
        _old, found, after = rest.partition(end)
        if not found:
            raise ValueError(end)
        text = f"{before}{begin}\n{make()}\n{end}{after}"
    return text


if __name__ == "__main__":
    with open(README, encoding="utf-8") as file:
        fresh = filled(file.read())
    with open(README, "w", encoding="utf-8") as file:
        file.write(fresh)
