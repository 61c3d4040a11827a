"""The organisation that a person speaks for, as named in the role: مدير إدارة الصحة المهنية بوزارة الصحة العامة."""

from annotations.values.spans import Span
from reader.article.words.tokens import Token, tokens

_CLOSING = ("»", '"', "”", ")")
_IN = frozenset(("في", "لدى", "لدي"))


def _is_body(token: Token) -> bool:
    return "org_heads" in token.word.kinds


def _preposition(token: Token) -> str:
    return "ل" if token.key.startswith("لل") else token.word.prep


def _in_a_place(found: list[Token], at: int) -> bool:
    return _preposition(found[at]) in ("ب", "ل") or (at > 0 and found[at - 1].key in _IN)


def affiliation(role: str) -> str:
    """Return the organisation named in a role, in the wording of the role, or an empty string if there is none.

    The last one introduced by في, لدى, ب or ل is taken, as it is the larger one; otherwise the first.
    """
    found = tokens(role, Span(0, len(role)))
    bodies = [at for at in range(1, len(found)) if _is_body(found[at])]
    if not bodies:
        return ""
    at = next((i for i in reversed(bodies) if _in_a_place(found, i)), bodies[0])
    end = next((i for i in range(at + 2, len(found)) if found[i].key in _IN), len(found))
    last = found[end - 1].end + (role[found[end - 1].end : found[end - 1].end + 1] in _CLOSING)
    first = found[at]
    if first.key.startswith("لل"):
        start = role.index("ل", first.start)
        return "ال" + role[start + 2 : last]
    start = first.start + len(first.word.prep) if first.word.prep else first.start
    return role[start:last]
