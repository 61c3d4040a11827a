"""The corrections, as values.

Speakers go by their number, sessions by their number in order, topics by their text, statements and furniture by
their span (half-open, in code points of the document's text).
"""

from typing import NamedTuple

from annotations.values.spans import Span


class RenameSpeaker(NamedTuple):
    """Call a speaker by another name."""

    speaker: int
    name: str


class AddSpeaker(NamedTuple):
    """Add a speaker, named at `mention`, who says the passage `statement`, so far one of `before`; any may be missing."""

    name: str
    kind: str = "person"
    mention: Span | None = None
    statement: Span | None = None
    before: int = 0


class MergeSpeakers(NamedTuple):
    """Make a speaker one with another: statements and mentions go over to `into`, under whose name both stand."""

    speaker: int
    into: int


class SplitSpeaker(NamedTuple):
    """Make the speaker's statements and mentions from `offset` on those of `into`, or of a new one where that is 0."""

    speaker: int
    offset: int
    name: str = ""
    into: int = 0


class DeleteSpeaker(NamedTuple):
    """Say that this is no speaker; the statements are none any more."""

    speaker: int


class AssignSpeaker(NamedTuple):
    """Say who says a passage. Where it is a statement of `before`, it becomes one of `speaker`; else it is a new one."""

    span: Span
    speaker: int
    before: int = 0


class DeleteStatement(NamedTuple):
    """Say that nobody says this."""

    span: Span
    speaker: int


class BoundStatement(NamedTuple):
    """Give a statement other bounds."""

    span: Span
    speaker: int
    to: Span


class AddSession(NamedTuple):
    """Make a stretch a session; sessions that it overlaps give way."""

    span: Span
    label: str


class MoveSession(NamedTuple):
    """Give a session other bounds; sessions that it overlaps then give way."""

    session: int
    span: Span


class SplitSession(NamedTuple):
    """Begin a new session at `offset` inside of one."""

    session: int
    offset: int
    label: str


class MergeSessions(NamedTuple):
    """Make a session and the next one a single one, with the label of the first."""

    session: int


class RenameSession(NamedTuple):
    """Give a session another label."""

    session: int
    label: str


class DeleteSession(NamedTuple):
    """Say that this is no session."""

    session: int


class AddTopic(NamedTuple):
    """Add a topic with its places."""

    text: str
    places: tuple[Span, ...]


class RenameTopic(NamedTuple):
    """Give a topic other words."""

    topic: str
    text: str


class MergeTopics(NamedTuple):
    """Make a topic one with another, under the words of `into`."""

    topic: str
    into: str


class DeleteTopic(NamedTuple):
    """Say that this is no topic."""

    topic: str


class AddNoise(NamedTuple):
    """Say that a stretch is page furniture."""

    span: Span


class DeleteNoise(NamedTuple):
    """Say that the furniture at this span belongs to the text."""

    span: Span


Correction = (
    RenameSpeaker | AddSpeaker | MergeSpeakers | SplitSpeaker | DeleteSpeaker | AssignSpeaker | DeleteStatement | BoundStatement
    | AddSession | MoveSession | SplitSession | MergeSessions | RenameSession | DeleteSession
    | AddTopic | RenameTopic | MergeTopics | DeleteTopic | AddNoise | DeleteNoise
)  # fmt: skip
