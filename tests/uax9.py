"""UAX #9 rule by rule, slow and independent of python-bidi, as an oracle for tests."""

from itertools import pairwise
from unicodedata import bidirectional

from reader.typeset.brackets import CLOSERS
from reader.typeset.index_map import Base, Resolved

_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_ISOLATES = {"LRI", "RLI", "FSI"}
_NEUTRAL = {"B", "S", "WS", "ON", "PDI", *_ISOLATES}
_MAX_DEPTH = 125
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}


def _matches(classes: list[str]) -> dict[int, int]:
    """Return the matching PDI of each isolate initiator that has one (BD9)."""
    found: dict[int, int] = {}
    initiators: list[int] = []
    for i, kind in enumerate(classes):
        if kind in _ISOLATES:
            initiators.append(i)
        elif kind == "PDI" and initiators:
            found[initiators.pop()] = i
    return found


def _first_is_rtl(classes: list[str], start: int, end: int, matches: dict[int, int]) -> bool:
    """P2 and P3 between an FSI and its PDI (X5c)."""
    i = start
    while i < end:
        if classes[i] in ("L", "R", "AL"):
            return classes[i] != "L"
        i = matches.get(i, end) if classes[i] in _ISOLATES else i + 1
    return False


def _explicit(classes: list[str], base: int, matches: dict[int, int]) -> tuple[list[int], list[str]]:  # noqa: C901, PLR0912
    """X1 to X8: the explicit level and the class of each character."""
    levels, kinds = [base] * len(classes), list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid = 0
    for i, kind in enumerate(classes):
        isolate = kind in _ISOLATES
        if kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid:
                overflow_embeddings = 0
                while not stack.pop()[2]:
                    pass
                valid -= 1
        level, override, _ = stack[-1]
        levels[i] = level
        if override and kind not in _REMOVED:
            kinds[i] = override
        if isolate or kind in ("LRE", "RLE", "LRO", "RLO"):
            rtl = kind[0] == "R" or (
                kind == "FSI" and _first_is_rtl(classes, i + 1, matches.get(i, len(classes)), matches)
            )
            new = level + 1 + (level % 2 if rtl else 1 - level % 2)
            if new <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((new, kind[0] if kind[2] == "O" else "", isolate))
                valid += isolate
            elif isolate:
                overflow_isolates += 1
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind == "PDF" and not overflow_isolates:
            if overflow_embeddings:
                overflow_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
    return levels, kinds


def _sequences(classes: list[str], levels: list[int], matches: dict[int, int]) -> list[list[int]]:
    """BD13: the isolating run sequences as lists of offsets, without what X9 removes."""
    runs: list[list[int]] = []
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    closes = set(matches.values())
    by_start = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if run[0] in closes and classes[run[0]] == "PDI":
            continue
        whole = list(run)
        while whole[-1] in matches:
            whole += by_start[matches[whole[-1]]]
        found.append(whole)
    return found


def _weak(kinds: list[str], sos: str) -> None:  # noqa: C901, PLR0912
    """W1 to W7 on the classes of one sequence, in place."""
    last = sos
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = "ON" if last in _ISOLATES or last == "PDI" else last
        last = kinds[i]
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):
        around = kinds[i - 1]
        if around == kinds[i + 1] and (
            (kinds[i] in ("ES", "CS") and around == "EN") or (kinds[i], around) == ("CS", "AN")
        ):
            kinds[i] = around
    for step in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for i in step:
            if kinds[i] == "ET" and kinds[i - step.step] == "EN":
                kinds[i] = "EN"
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]
    strong = sos
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _pairs(chars: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for i, char in enumerate(chars):
        if kinds[i] != "ON":
            continue
        if char in CLOSERS:
            if len(stack) == 63:
                break
            stack.append((CLOSERS[char], i))
            continue
        for n in range(len(stack) - 1, -1, -1):
            if stack[n][0] == _SAME.get(char, char):
                pairs.append((stack[n][1], i))
                del stack[n:]
                break
    return sorted(pairs)


def _as_strong(kind: str) -> str:
    return "R" if kind in ("EN", "AN") else kind


def _brackets(kinds: list[str], pairs: list[tuple[int, int]], marks: list[bool], sos: str, e: str) -> None:
    """N0 on the classes of one sequence, in place. marks: which characters were NSM."""
    for opener, closer in pairs:
        inside = {_as_strong(kind) for kind in kinds[opener + 1 : closer]} & {"L", "R"}
        if not inside:
            continue
        new = e
        if e not in inside:
            before = (_as_strong(kind) for kind in reversed(kinds[:opener]))
            new = next((kind for kind in before if kind in ("L", "R")), sos)
        for i in (opener, closer):
            kinds[i] = new
            while i + 1 < len(kinds) and marks[i + 1]:
                i += 1  # noqa: PLW2901
                kinds[i] = new


def _neutral(kinds: list[str], sos: str, eos: str, e: str) -> None:
    """N1 and N2 on the classes of one sequence, in place."""
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _as_strong(kinds[i - 1]) if i else sos
        after = _as_strong(kinds[end]) if end < len(kinds) else eos
        kinds[i:end] = [before if before == after else e] * (end - i)
        i = end


def _resolve_sequence(
    text: str, offsets: list[int], kinds: list[str], levels: list[int], around: tuple[int, int]
) -> None:
    level = levels[offsets[0]]
    sos, eos = ("LR"[max(level, other) % 2] for other in around)
    e = "LR"[level % 2]
    own = [kinds[i] for i in offsets]
    marks = [kind == "NSM" for kind in own]
    pairs = _pairs([text[i] for i in offsets], own)
    _weak(own, sos)
    _brackets(own, pairs, marks, sos, e)
    _neutral(own, sos, eos, e)
    for i, kind in zip(offsets, own, strict=True):
        levels[i] += {"L": level % 2, "R": 1 - level % 2}.get(kind, 2 - level % 2)


def embedding_levels(text: str, base: Base) -> list[int]:
    """Return the level of each character of one line, after L1; what X9 removes has that of the character before it."""
    classes = [bidirectional(char) for char in text]
    paragraph = int(base == "R")
    matches = _matches(classes)
    explicit, kinds = _explicit(classes, paragraph, matches)
    levels = list(explicit)
    present = [i for i, kind in enumerate(classes) if kind not in _REMOVED]
    before = {b: explicit[a] for a, b in pairwise(present)}
    after = {a: explicit[b] for a, b in pairwise(present)}
    for offsets in _sequences(classes, explicit, matches):
        last = offsets[-1]
        following = paragraph if classes[last] in _ISOLATES else after.get(last, paragraph)
        _resolve_sequence(text, offsets, kinds, levels, (before.get(offsets[0], paragraph), following))
    reset = True
    for i in range(len(text) - 1, -1, -1):
        reset = classes[i] in ("S", "B") or (reset and classes[i] in {"WS", "PDI", *_ISOLATES, *_REMOVED})
        if reset:
            levels[i] = paragraph
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[i] = levels[i - 1] if i else paragraph
    return levels


def reference(text: str, base: Base) -> Resolved:
    """Return what `index_map` should; the mark keeps L1 from the end of the text, as there."""
    levels = embedding_levels(text + ("\u200f" if base == "R" else "\u200e"), base)[:-1]
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return Resolved(order, bytearray(level % 2 for level in levels))
