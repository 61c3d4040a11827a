"""Keys in the names that Textual gives them. The only module that uses its private names for that."""

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap
from textual.keys import _character_to_key


def key_name(key: str) -> str:
    """Return Textual's name for a key given as a character, such as "question_mark"; any other name is returned as is."""
    return _character_to_key(key) if len(key) == 1 else key


def bindings_map(actions: Iterable[tuple[str, str]]) -> BindingsMap:
    """Return bindings for pairs of a key and an action; where a key comes twice, its first action is tried first."""
    found = BindingsMap()
    for key, action in actions:
        name = key_name(key)
        found.key_to_bindings.setdefault(name, []).append(Binding(name, action, show=False))
    return found
