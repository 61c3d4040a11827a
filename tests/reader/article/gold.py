"""Annotated reports: one file a report, each line a sentence with what a person says of it; see reports/README.md.

The files are written and annotated by hand before the parser sees them. `load` gives text and gold with offsets.
`python -m tests.reader.article.gold FILE...` checks files and prints what is wrong with them.
"""

import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
CUES = "NSTHPOUGC"
ROLES = ("noise", "meta", "title", "subtitle", "subhead", "separator")
KINDS = (
    "conference",
    "no-session",
    "vowelled",
    "organisations",
    "press-conference",
    "parliament",
    "royal-military",
    "other",
)
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


@dataclass(frozen=True)
class Source:
    """A speaker as a person would list it; name and aliases as they stand in the text."""

    id: str
    kind: str
    gender: str
    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unit:
    """A line of the file: its span in the text, its role, and (speaker id, cue, topic only) of all who speak in it."""

    start: int
    end: int
    role: str
    voices: tuple[tuple[str, str, bool], ...] = ()

    @property
    def reported(self) -> str:
        """Return yes, topic or no, as the guideline has it."""
        if not self.voices:
            return "no"
        return "topic" if all(topic for _, _, topic in self.voices) else "yes"


@dataclass(frozen=True)
class Sitting:
    """A session: the indices of its first and last unit, its kind, our label, its explicit title (or none), topics."""

    first: int
    last: int
    kind: str
    label: str
    title: str
    topics: tuple[str, ...]


@dataclass
class Report:
    """One annotated report."""

    name: str
    style: str = ""
    kinds: tuple[str, ...] = ()
    text: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    topics: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)

    def source(self, identity: str) -> Source:
        """Return the source with this id."""
        return next(source for source in self.sources if source.id == identity)


def _parts(line: str, sign: str = "|") -> list[str]:
    return [part.strip() for part in line.split(sign)]


def _list(line: str) -> tuple[str, ...]:
    return tuple(filter(None, _parts(line, ";")))


def _bare(text: str) -> str:
    """Return `text` without harakat and tatweel, in which names and topics are looked for."""
    return _MARKS.sub("", text)


def _read_source(report: Report, line: str) -> None:
    identity, kind, gender, name, *rest = _parts(line)
    values = dict(_parts(part, "=")[:2] for part in rest if "=" in part)
    unknown = set(values) - {"honorific", "role", "affiliation", "aliases"}
    if unknown or kind not in ("person", "org", "group", "unnamed"):
        report.faults.append(f"speaker {identity}: {kind} {unknown}")
    aliases = _list(values.pop("aliases", ""))
    report.sources.append(Source(identity, kind, gender.strip("-"), name, aliases=aliases, **values))


def _read_head(report: Report, line: str) -> None:
    key, _, value = line.partition(":")
    value = value.strip()
    if key == "style":
        report.style = value
    elif key == "kinds":
        report.kinds = tuple(_parts(value, ","))
    elif key == "topics":
        report.topics = _list(value)
    elif key == "speaker":
        _read_source(report, value)
    elif key in ("agency", "city", "date", "hijri", "author", "notes"):
        report.facts[key] = value
    else:
        report.faults.append(f"unknown head line: {line!r}")


def _voices(report: Report, label: str) -> tuple[tuple[str, str, bool], ...]:
    voices = []
    for part in _parts(label, ","):
        identity, cue, *topic = [*part.split(":"), ""] if ":" not in part else part.split(":")
        voices.append((identity, cue, topic == ["t"]))
        if cue not in CUES or identity not in [source.id for source in report.sources]:
            report.faults.append(f"unknown speaker or cue: {part}")
    return tuple(voices)


def _add_unit(report: Report, label: str, words: str) -> None:
    joined = label.startswith("+")
    label = label.removeprefix("+")
    if report.text:
        report.text += " " if joined else "\n"
    start = len(report.text)
    report.text += words
    role = label if label in ROLES else "sentence"
    voices = () if role != "sentence" or label == "-" else _voices(report, label)
    report.units.append(Unit(start, len(report.text), role, voices))


def _read_body(report: Report, lines: list[str]) -> None:
    for line in filter(str.strip, lines):
        if line.startswith("session |"):
            _, kind, label, title, *topics = _parts(line)
            first = len(report.units)
            report.sittings.append(Sitting(first, first, kind, label, title.strip("-"), _list(";".join(topics))))
        elif line.strip() == "end session":
            report.sittings[-1] = replace(report.sittings[-1], last=len(report.units) - 1)
        else:
            label, sign, words = line.partition(" | ")
            if not sign:
                report.faults.append(f"no label: {line[:40]!r}")
            _add_unit(report, label.strip(), words.strip())


def _check(report: Report) -> None:
    wanted = [("topic", topic) for topic in report.topics]
    for source in report.sources:
        wanted += [("name", source.name), *(("alias", alias) for alias in source.aliases)]
        wanted += [(what, value) for what, value in (("role", source.role), ("honorific", source.honorific)) if value]
        if source.id not in {voice[0] for unit in report.units for voice in unit.voices}:
            report.faults.append(f"{source.id} never speaks")
    for sitting in report.sittings:
        wanted += [("topic", topic) for topic in sitting.topics] + [("title", sitting.title)] * bool(sitting.title)
        if sitting.kind not in ("session", "opening", "closing", "speech") or sitting.last < sitting.first:
            report.faults.append(f"session {sitting.label}: kind or end")
    text = _bare(report.text)
    for what, value in wanted:
        definite = "لل" + value[2:] if value.startswith("ال") else value
        if _bare(value) not in text and _bare(definite) not in text:
            report.faults.append(f"{what} not in the text: {value!r}")
    report.faults += [f"unknown kind {kind}" for kind in report.kinds if kind not in KINDS]
    if not report.style or not report.kinds or not report.topics:
        report.faults.append("style, kinds and topics are needed")


def load(path: Path) -> Report:
    """Return the report in `path`; `faults` is empty where the annotation is consistent with the text."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    report = Report(path.stem)
    for line in filter(str.strip, head.split("\n")):
        _read_head(report, line)
    _read_body(report, body.split("\n"))
    _check(report)
    return report


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        loaded = load(Path(argument))
        speaking = sum(unit.reported == "yes" for unit in loaded.units)
        print(f"{loaded.name}: {len(loaded.text)} characters, {speaking} of {len(loaded.units)} lines speak")
        for fault in loaded.faults:
            print(f"  {fault}")
