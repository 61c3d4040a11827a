"""How well statements are given to their speakers in the annotated reports, by kind of cue.

A unit counts as right where the statement that covers most of it is of a speaker its gold names. A speaker is the
gold's where the name is one of its forms (folded, honorifics off), or where it shares half of the longer one's words
with, or is a part of, forms of one speaker only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from annotations.values.analysis import Analysis, Statement
from reader.article.parse import parse
from reader.article.words.lexicon import fold, words
from tests.reader.article.gold import REPORTS, Report, Source, Unit, load

CUES = {
    "N": "full name", "S": "surname", "T": "title or post only", "H": "honorific only", "P": "no subject, or a pronoun",
    "O": "organisation", "U": "unnamed source", "G": "group", "C": "goes on without a cue",
}  # fmt: skip
_HONORIFICS = ("honorifics", "honorific_pronouns", "blessings")


@dataclass
class Score:
    """Units right and in all by the cue of their first voice; units given to somebody, and of these those right."""

    right: dict[str, int] = field(default_factory=dict)
    wanted: dict[str, int] = field(default_factory=dict)
    given: int = 0
    given_right: int = 0

    @property
    def accuracy(self) -> float:
        """Per cent of the reported units given to the right speaker."""
        return 100 * sum(self.right.values()) / max(1, sum(self.wanted.values()))

    @property
    def precision(self) -> float:
        """Per cent of the units given to somebody that were given to the right one."""
        return 100 * self.given_right / max(1, self.given)


def _key(name: str) -> tuple[str, ...]:
    parts = [fold(word) for word in name.split()]
    while len(parts) > 1 and any(parts[0] in words(kind) for kind in _HONORIFICS):
        parts = parts[1:]
    return tuple(parts)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names share half of the longer one's words, or one is a part of the other."""
    short, long = sorted((set(one), set(other)), key=len)
    return bool(short) and (short <= long or 2 * len(short & long) >= len(long))


def _meant(name: str, sources: Iterable[Source]) -> set[str]:
    """Return the ids of the gold's speakers that a name may stand for: one, several of the same name, or none."""
    key, all_sources = _key(name), list(sources)
    exact = {s.id for s in all_sources if key in {_key(form) for form in (s.name, *s.aliases)}}
    if exact:
        return exact
    partial = {s.id for s in all_sources if any(_alike(key, _key(form)) for form in (s.name, *s.aliases))}
    return partial if len(partial) == 1 else set()


def _over(unit: Unit, statement: Statement) -> int:
    return max(0, min(unit.end, statement.span.end) - max(unit.start, statement.span.start))


def _add(score: Score, report: Report, analysis: Analysis, unit: Unit) -> None:
    said = max(analysis.statements, key=lambda s: _over(unit, s), default=None)
    if said is not None and 5 * _over(unit, said) < min(unit.end - unit.start, said.span.end - said.span.start):
        said = None
    speaker = analysis.speaker(said.speaker) if said else None
    meant = _meant(speaker.name, report.sources) if speaker else set()
    right = bool(meant & {identity for identity, _cue, _topic in unit.voices})
    if unit.reported == "yes":
        cue = unit.voices[0][1]
        score.wanted[cue] = score.wanted.get(cue, 0) + 1
        score.right[cue] = score.right.get(cue, 0) + right
    if speaker is not None and unit.reported != "topic":
        score.given += 1
        score.given_right += right


@cache
def parsed(half: str, change: Callable[[str], str] = str) -> tuple[tuple[Report, Analysis], ...]:
    """Return the reports in a folder ("tuned" or "held"), each with the analysis of its text changed by a function.

    change: must keep the length of a text, since the gold's offsets are those of the text as it is.
    """
    found = []
    for path in sorted((REPORTS / half).glob("*.txt")):
        report = load(path)
        text = change(report.text)
        if len(text) != len(report.text):
            raise ValueError(path)
        found.append((report, parse(text)))
    return tuple(found)


@cache
def score(half: str, change: Callable[[str], str] = str) -> Score:
    """Return the score of the reports in a folder, each text changed by a function of its letters."""
    total = Score()
    for report, analysis in parsed(half, change):
        for unit in report.units:
            if unit.role == "sentence":
                _add(total, report, analysis, unit)
    return total


def cue_table() -> str:
    """Return the table of the README: score by kind of cue, of the half that the rules were tuned on and of the other."""
    tuned, held = score("tuned"), score("held")
    counts = [len(list((REPORTS / half).glob("*.txt"))) for half in ("tuned", "held")]
    head = f"| who speaks is told by | {counts[0]} reports tuned on | {counts[1]} reports never looked at |"
    rows = [head, "| --- | ---: | ---: |"]
    for cue, name in CUES.items():
        cells = [f"{s.right.get(cue, 0)} of {s.wanted.get(cue, 0)}" for s in (tuned, held)]
        rows.append(f"| {name} | {cells[0]} | {cells[1]} |")
    rows.append(f"| all | {tuned.accuracy:.1f} % | {held.accuracy:.1f} % |")
    rows.append(f"| of what is given to somebody, right | {tuned.precision:.1f} % | {held.precision:.1f} % |")
    return "\n".join(rows)
