"""What can be corrected at the reader's position: the menu lines, and what each one asks for and does."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotations.values import corrections
from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic
from annotations.values.corrections import Correction
from annotations.values.moved import moved
from annotations.values.spans import Span
from reader.language.i18n import N_, _, isolate
from reader.text.search import find_all
from reader.ui.page.open_document import OpenDocument
from reader.ui.page.selection_steps import paragraph_of
from reader.ui.wording.reading_bars import cut

LONG = 40  # the longest a name offered in a field may be


class Here(NamedTuple):
    """What a correction may apply to: what is under the cursor or selected, or the focused sidebar entry."""

    passage: Span | None
    selected: bool
    cursor: int
    paragraph: int
    statement: Statement | None = None
    speaker: Speaker | None = None
    session: Session | None = None
    topic: Topic | None = None
    noise: Noise | None = None


class Direct(NamedTuple):
    """A correction that needs no further input."""

    correction: Correction


class AskName(NamedTuple):
    """Ask for a name. value: the initial content of the field."""

    title: str
    correction: Callable[[str], Correction]
    value: str = ""


class AskSpeaker(NamedTuple):
    """Ask for a speaker: the correction is built from the speaker's number, or from 0 and a new name.

    besides: a speaker not offered; new: whether a new speaker may be named.
    """

    title: str
    besides: int
    correction: Callable[[int, str], Correction | None]
    new: bool = True


class AskTopic(NamedTuple):
    """Ask for a topic. besides: the text of a topic not offered."""

    title: str
    besides: str
    correction: Callable[[str], Correction]


class Reanalyse(NamedTuple):
    """Run the rules over the text again."""


Step = Direct | AskName | AskSpeaker | AskTopic | Reanalyse


class Item(NamedTuple):
    """A menu line: its words, the step that follows, and the name to fill in for `{name}` in the words."""

    words: str
    step: Step
    name: str = ""


def _at_entry(opened: OpenDocument, cursor: int, entry: str) -> Here:
    """Return what a sidebar entry stands for, ignoring what is under the cursor."""
    analysis = opened.analysis
    kind, _dash, name = entry.partition("-")
    speaker = analysis.speaker(int(name)) if kind == "speaker" else None
    session = next((s for s in analysis.sessions if kind == "session" and s.number == int(name)), None)
    topic = next((t for t in analysis.topics if kind == "topic" and t.text == name), None)
    return Here(None, selected=False, cursor=cursor, paragraph=0, speaker=speaker, session=session, topic=topic)


def look(opened: OpenDocument, cursor: int, selection: Span | None, passage: Span | None, entry: str) -> Here:
    """Return what a correction here may apply to. entry: the key of the focused sidebar entry, or an empty string."""
    analysis = opened.analysis
    if entry:
        return _at_entry(opened, cursor, entry)
    statement = analysis.statement_at(selection.start if selection else cursor)
    speaker = analysis.speaker(statement.speaker) if statement else None
    session = analysis.session_at(cursor)
    topic = next((t for t in analysis.topics if any(p.holds(cursor) for p in t.places)), None)
    start = paragraph_of(opened.text, cursor).start
    noise = next((n for n in analysis.noise if n.span.holds(cursor)), None)
    return Here(passage, selection is not None, cursor, start, statement, speaker, session, topic, noise)


def _of_statement(here: Here) -> Iterator[Item]:
    said, passage = here.statement, here.passage
    if said is not None:
        span, speaker = said.span, said.speaker

        def reassigned(number: int, name: str) -> Correction:
            if number:
                return corrections.AssignSpeaker(span, number, speaker)
            return corrections.AddSpeaker(name, statement=span, before=speaker)

        yield Item(N_("Change speaker…"), AskSpeaker(_("Who says this?"), speaker, reassigned))
        yield Item(N_("Not a statement"), Direct(corrections.DeleteStatement(span, speaker)))
        if here.selected and passage is not None:
            yield Item(N_("Set statement to selection"), Direct(corrections.BoundStatement(span, speaker, passage)))
    if passage is not None and (said is None or here.selected):
        new = passage

        def assigned(number: int, name: str) -> Correction:
            if number:
                return corrections.AssignSpeaker(new, number)
            return corrections.AddSpeaker(name, statement=new)

        yield Item(N_("Assign speaker…"), AskSpeaker(_("Who says this?"), 0, assigned))


def _of_speaker(opened: OpenDocument, here: Here) -> Iterator[Item]:
    speaker, said = here.speaker, here.statement
    if speaker is not None:
        number, name = speaker.id, speaker.name
        renaming = AskName(_("Rename speaker"), lambda new: corrections.RenameSpeaker(number, new), name)
        yield Item(N_("Rename speaker {name}…"), renaming, name)
        if len(opened.analysis.speakers) > 1:
            merging = AskSpeaker(
                _("Merge {name} into…", name=isolate(name)), number,
                lambda other, _new: corrections.MergeSpeakers(number, other) if other else None, new=False,
            )  # fmt: skip
            yield Item(N_("Merge {name} into…"), merging, name)
        if said is not None:
            start = said.span.start
            splitting = AskSpeaker(
                _("Who speaks from here on?"), number,
                lambda other, new: corrections.SplitSpeaker(number, start, new, other),
            )  # fmt: skip
            yield Item(N_("Split {name}: different speaker from here…"), splitting, name)
        yield Item(N_("Delete speaker {name}"), Direct(corrections.DeleteSpeaker(number)), name)
    mention = here.passage if here.selected else None
    words = cut(mention.cut(opened.text), LONG) if mention else ""
    adding = AskName(_("New speaker"), lambda new: corrections.AddSpeaker(new, mention=mention), words)
    yield Item(N_("New speaker…"), adding)


def _of_session(opened: OpenDocument, here: Here) -> Iterator[Item]:
    session, passage = here.session, here.passage if here.selected else None
    if session is not None:
        number, label = session.number, f"{session.number} · {session.label}"
        renaming = AskName(_("Rename session"), lambda name: corrections.RenameSession(number, name), session.label)
        yield Item(N_("Rename session {name}…"), renaming, label)
        if session.span.start < here.paragraph < session.span.end:
            at = here.paragraph
            splitting = AskName(_("New session"), lambda name: corrections.SplitSession(number, at, name))
            yield Item(N_("Start a new session here…"), splitting)
        if number != len(opened.analysis.sessions):
            yield Item(N_("Merge {name} with the next session"), Direct(corrections.MergeSessions(number)), label)
        if passage is not None:
            moving = Direct(corrections.MoveSession(number, passage))
            yield Item(N_("Set session {name} to selection"), moving, label)
        yield Item(N_("Delete session {name}"), Direct(corrections.DeleteSession(number)), label)
    if passage is not None:
        new = passage
        yield Item(
            N_("Make selection a session…"),
            AskName(_("New session"), lambda name: corrections.AddSession(new, name)),
        )


def _of_topic(opened: OpenDocument, here: Here) -> Iterator[Item]:
    topic, passage = here.topic, here.passage if here.selected else None
    if passage is not None:
        text = passage.cut(opened.text)
        begin, around = opened.at_hand(passage.start)
        places = tuple(moved(one, begin) for one in find_all(around, text)) or (passage,)
        yield Item(N_("Make selection a topic"), Direct(corrections.AddTopic(text, places)))
    if topic is not None:
        words = topic.text
        renaming = AskName(_("Rename topic"), lambda name: corrections.RenameTopic(words, name), words)
        yield Item(N_("Rename topic {name}…"), renaming, words)
        if len(opened.analysis.topics) > 1:
            merging = AskTopic(
                _("Merge topic {name} into…", name=isolate(words)), words,
                lambda other: corrections.MergeTopics(words, other),
            )  # fmt: skip
            yield Item(N_("Merge topic {name} into…"), merging, words)
        yield Item(N_("Delete topic {name}"), Direct(corrections.DeleteTopic(words)), words)


def _of_noise(here: Here) -> Iterator[Item]:
    if here.noise is not None:
        yield Item(N_("Mark as body text"), Direct(corrections.DeleteNoise(here.noise.span)))
    elif here.passage is not None:
        yield Item(N_("Mark as boilerplate"), Direct(corrections.AddNoise(here.passage)))


def items(opened: OpenDocument, here: Here) -> list[Item]:
    """Return the menu lines, those about the closest context first."""
    return [
        *_of_statement(here),
        *_of_speaker(opened, here),
        *_of_session(opened, here),
        *_of_topic(opened, here),
        *_of_noise(here),
        Item(N_("Re-analyse the text (keeps corrections)"), Reanalyse()),
    ]
