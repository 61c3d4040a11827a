"""What can be put right where the reader is, and what each correction is called afterwards."""

from typing import NamedTuple

from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.spans import Span
from reader.language.i18n import N_
from reader.ui.page.open_document import Opened
from reader.ui.page.selection_steps import paragraph_of

ACTS = {
    "rename speaker": N_("name of a speaker"), "add speaker": N_("new speaker"), "merge speakers": N_("speakers made one"),
    "split speaker": N_("speaker made two"), "delete speaker": N_("speaker removed"), "attribute": N_("who says it"),
    "delete statement": N_("said by nobody"), "bound statement": N_("bounds of a statement"),
    "add session": N_("new session"), "move session": N_("bounds of a session"), "split session": N_("session made two"),
    "merge sessions": N_("sessions made one"), "rename session": N_("name of a session"),
    "delete session": N_("session removed"), "add topic": N_("new topic"), "rename topic": N_("name of a topic"),
    "merge topics": N_("topics made one"), "delete topic": N_("topic removed"), "add noise": N_("page furniture"),
    "delete noise": N_("no page furniture"), "parse again": N_("text understood anew"),
}  # fmt: skip


class Here(NamedTuple):
    """What a correction may be about: what is under the cursor or selected, or the list entry the reader is on."""

    passage: Span | None
    selected: bool
    cursor: int
    paragraph: int
    statement: Statement | None = None
    speaker: Speaker | None = None
    session: Session | None = None
    topic: Topic | None = None
    noise: Noise | None = None


class Item(NamedTuple):
    """A line of the menu: its id, its words, which may name {name}, and whether it is offered here."""

    id: str
    words: str
    name: str = ""
    offered: bool = True


def _at_entry(opened: Opened, cursor: int, entry: str) -> Here:
    """Return what a list entry stands for, and nothing of what is under the cursor."""
    reading = opened.reading
    kind, _dash, name = entry.partition("-")
    speaker = reading.speaker(int(name)) if kind == "speaker" else None
    session = next((s for s in reading.sessions if kind == "session" and s.number == int(name)), None)
    topic = next((t for t in reading.topics if kind == "topic" and t.text == name), None)
    return Here(None, selected=False, cursor=cursor, paragraph=0, speaker=speaker, session=session, topic=topic)


def look(opened: Opened, cursor: int, selection: Span | None, passage: Span | None, entry: str) -> Here:
    """Return what is at the cursor; entry: the key of the list entry that has the focus, or an empty string."""
    reading = opened.reading
    if entry:
        return _at_entry(opened, cursor, entry)
    statement = reading.statement_at(selection.start if selection else cursor)
    speaker = reading.speaker(statement.speaker) if statement else None
    session = reading.session_at(cursor)
    topic = next((t for t in reading.topics if any(p.holds(cursor) for p in t.places)), None)
    start = paragraph_of(opened.text, cursor).start
    noise = next((n for n in reading.noise if n.span.holds(cursor)), None)
    return Here(passage, selection is not None, cursor, start, statement, speaker, session, topic, noise)


def items(opened: Opened, here: Here) -> list[Item]:
    """Return the lines of the menu, those about what is nearest first."""
    reading, said, speaker = opened.reading, here.statement, here.speaker
    name = speaker.name if speaker else ""
    label = f"{here.session.number} · {here.session.label}" if here.session else ""
    topic = here.topic.text if here.topic else ""
    inside = here.session is not None and here.session.span.start < here.paragraph < here.session.span.end
    last = here.session is not None and here.session.number == len(reading.sessions)
    found = (
        Item("statement.other", N_("Somebody else says this…"), "", said is not None),
        Item("statement.none", N_("Nobody says this"), "", said is not None),
        Item("statement.bounds", N_("The statement is the selection"), "", said is not None and here.selected),
        Item(
            "statement.add", N_("Say who says this…"), "", here.passage is not None and (said is None or here.selected)
        ),
        Item("speaker.rename", N_("Rename speaker {name}…"), name, speaker is not None),
        Item("speaker.merge", N_("{name} is the same as…"), name, speaker is not None and len(reading.speakers) > 1),
        Item("speaker.split", N_("From here on it is another one than {name}…"), name, said is not None),
        Item("speaker.delete", N_("{name} is no speaker"), name, speaker is not None),
        Item("speaker.add", N_("New speaker…")),
        Item("session.rename", N_("Rename session {name}…"), label, here.session is not None),
        Item("session.split", N_("A new session begins here…"), "", inside),
        Item(
            "session.merge", N_("Session {name} goes on in the next one"), label, here.session is not None and not last
        ),
        Item("session.move", N_("Session {name} is the selection"), label, here.session is not None and here.selected),
        Item("session.delete", N_("{name} is no session"), label, here.session is not None),
        Item("session.add", N_("The selection is a session…"), "", here.selected),
        Item("topic.add", N_("The selection is a topic"), "", here.selected),
        Item("topic.rename", N_("Rename topic {name}…"), topic, here.topic is not None),
        Item(
            "topic.merge", N_("Topic {name} is the same as…"), topic, here.topic is not None and len(reading.topics) > 1
        ),
        Item("topic.delete", N_("{name} is no topic"), topic, here.topic is not None),
        Item("noise.add", N_("This is page furniture"), "", here.passage is not None and here.noise is None),
        Item("noise.delete", N_("This belongs to the text"), "", here.noise is not None),
        Item("again", N_("Understand the text anew; corrections stay")),
    )
    return [item for item in found if item.offered]
