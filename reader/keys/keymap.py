"""Keys under every layout: which keys trigger a command, and how they are displayed.

The active layout cannot be detected. Under an Arabic one, letters and marks arrive as Arabic and stand for their
physical key; ASCII characters mean themselves, although other keys send them there.
"""

import os.path
import re
import sys
from collections.abc import Mapping
from functools import cache

from reader.errors import UsageError
from reader.keys.commands import BY_ID, COMMANDS, Command, usual_keys
from reader.settings.config import read_toml

_COLUMNS = {"pc": 1, "mac": 2, "azerty": 3}
_ARABIC_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
LAM_ALEF_KEYS = ("ل", "ا")  # what the single key b sends: two letters in one read
_CAPS = {
    "slash": "/", "question_mark": "?",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "space": "Space", "tab": "Tab",
    "shift+tab": "Shift+Tab", "escape": "Esc", "enter": "Enter", "left": "←", "right": "→", "up": "↑", "down": "↓",
    **{f"shift+f{n}": f"Shift+F{n}" for n in range(1, 13)},
    "ctrl+down": "Ctrl+↓", "ctrl+up": "Ctrl+↑", "ctrl+home": "Ctrl+Home", "ctrl+end": "Ctrl+End",
}  # fmt: skip


def layout_in_use(setting: str) -> str:
    """Return the layout that the setting selects: auto is mac on a Mac and pc elsewhere."""
    if setting != "auto":
        return setting
    return "mac" if sys.platform == "darwin" else "pc"


@cache
def arabic_keys(layout: str) -> Mapping[str, tuple[str, ...]]:
    """Return, for each Latin key, the characters that the same physical key sends under an Arabic layout."""
    found: dict[str, tuple[str, ...]] = {}
    with open(os.path.join(os.path.dirname(__file__), "arabic_layouts.tsv"), encoding="utf-8") as file:
        for row in file:
            columns = row.rstrip("\n").split("\t")
            if row[:2] != "# " and len(columns) > _COLUMNS[layout]:
                found[columns[0]] = tuple(columns[_COLUMNS[layout]].replace("-", "").split())
    for n in range(10):
        found[str(n)] = tuple(digits[n] for digits in _ARABIC_DIGITS)
    return found


def expand(keys: tuple[str, ...], layout: str) -> tuple[str, ...]:
    """Return `keys` with what the same keys send under the Arabic layout, without duplicates."""
    arabic = arabic_keys(layout)
    return tuple(dict.fromkeys(one for key in keys for one in (key, *arabic.get(key, ()))))


_KEY = re.compile(r"(?:(?:ctrl|shift|alt)\+)*(?:\S|[a-z][a-z0-9_]+)")


def _keys_of(name: str, value: object) -> tuple[str, ...]:
    """Return the keys in a row of keymap.toml: a string, with commas between several keys, or a list."""
    parts = value if isinstance(value, list) else [value] if value == "," else str(value).split(",")
    keys = tuple(str(part).strip() for part in parts)
    for key in keys:
        if not _KEY.fullmatch(key):
            raise UsageError(problem=f"keymap.toml: {name} = {key!r}?")
    return keys


def user_keys() -> dict[str, tuple[str, ...]]:
    """Return the keys set in the user's keymap.toml, by command id.

    Raises UsageError for an unknown command id, an invalid key, or a key assigned to two commands.
    """
    table = read_toml("keymap.toml").get("keys", {})
    if not isinstance(table, dict):
        raise UsageError(problem="keymap.toml: [keys]?")
    chosen: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name, value in table.items():
        if name not in BY_ID:
            raise UsageError(problem=f"keymap.toml: {name}?")
        chosen[name] = _keys_of(name, value)
        for key in chosen[name]:
            if owner.setdefault(key, name) != name:
                raise UsageError(problem=f"keymap.toml: {key} = {owner[key]}, {name}?")
    return chosen


def bindings(setting: str = "auto", chosen: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, tuple[str, ...]]:
    """Return every command's keys, the user's own replacing the usual ones, followed by their Arabic letters.

    A key that the user assigns to one command is removed from the others; an Arabic letter never displaces a key.
    Raises UsageError if a command is left without a key.
    """
    layout = layout_in_use(setting)
    chosen = chosen or {}
    taken = {key for keys in chosen.values() for key in keys}
    plain = {c.id: chosen.get(c.id) or tuple(k for k in usual_keys(c) if k not in taken) for c in COMMANDS}
    bare = [name for name, keys in plain.items() if not keys]
    if bare:
        raise UsageError(problem=f"keymap.toml: {', '.join(bare)} = ?")
    used = {key for keys in plain.values() for key in keys}
    found: dict[str, tuple[str, ...]] = {}
    for name, keys in plain.items():
        extra = [key for key in expand(keys, layout) if key not in keys and key not in used]
        used.update(extra)
        found[name] = (*keys, *extra)
    return found


def key_cap(key: str) -> str:
    """Return a key as it is labelled on a keyboard: Ctrl+R, PgDn, F7."""
    if key in _CAPS:
        return _CAPS[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def caps(command: Command, keys: tuple[str, ...], *, most: int = 3) -> list[str]:
    """Return the key caps of a command for the help: at most `most`, Latin ones only."""
    shown = [key_cap(key) for key in keys if key.isascii()]
    return shown[:most] or [key_cap(key) for key in usual_keys(command)][:most]
