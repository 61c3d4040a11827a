"""Corrections, as values.

Speakers are identified by their number, sessions by their number in order, topics by their text, statements and
boilerplate by their span (half-open, in code points of the document's text).
"""

from typing import NamedTuple

from annotations.values.spans import Span


class RenameSpeaker(NamedTuple):
    """Rename a speaker."""

    speaker: int
    name: str


class AddSpeaker(NamedTuple):
    """Add a speaker named at `mention` who says `statement`, so far attributed to `before`; each is optional."""

    name: str
    kind: str = "person"
    mention: Span | None = None
    statement: Span | None = None
    before: int = 0


class MergeSpeakers(NamedTuple):
    """Merge a speaker into `into`, which keeps its name and receives the statements and mentions."""

    speaker: int
    into: int


class SplitSpeaker(NamedTuple):
    """Reassign a speaker's statements and mentions from `offset` on to `into`, or to a new speaker if that is 0."""

    speaker: int
    offset: int
    name: str = ""
    into: int = 0


class DeleteSpeaker(NamedTuple):
    """Mark a speaker as not being one, and delete its statements."""

    speaker: int


class AssignSpeaker(NamedTuple):
    """Attribute a passage to `speaker`: a statement of `before` is reassigned, otherwise a new one is created."""

    span: Span
    speaker: int
    before: int = 0


class DeleteStatement(NamedTuple):
    """Delete a statement: nobody says this."""

    span: Span
    speaker: int


class BoundStatement(NamedTuple):
    """Change the boundaries of a statement."""

    span: Span
    speaker: int
    to: Span


class AddSession(NamedTuple):
    """Make a stretch a session; sessions that it overlaps are cut back."""

    span: Span
    label: str


class MoveSession(NamedTuple):
    """Change the boundaries of a session; sessions that it then overlaps are cut back."""

    session: int
    span: Span


class SplitSession(NamedTuple):
    """Split a session at `offset`, where a new one begins."""

    session: int
    offset: int
    label: str


class MergeSessions(NamedTuple):
    """Merge a session with the next one, under the label of the first."""

    session: int


class RenameSession(NamedTuple):
    """Rename a session."""

    session: int
    label: str


class DeleteSession(NamedTuple):
    """Mark a session as not being one."""

    session: int


class AddTopic(NamedTuple):
    """Add a topic with its occurrences."""

    text: str
    places: tuple[Span, ...]


class RenameTopic(NamedTuple):
    """Change the words of a topic."""

    topic: str
    text: str


class MergeTopics(NamedTuple):
    """Merge a topic into `into`, which keeps its words."""

    topic: str
    into: str


class DeleteTopic(NamedTuple):
    """Mark a topic as not being one."""

    topic: str


class AddNoise(NamedTuple):
    """Mark a stretch as page boilerplate."""

    span: Span


class DeleteNoise(NamedTuple):
    """Mark the boilerplate at this span as part of the text."""

    span: Span


Correction = (
    RenameSpeaker | AddSpeaker | MergeSpeakers | SplitSpeaker | DeleteSpeaker | AssignSpeaker | DeleteStatement | BoundStatement
    | AddSession | MoveSession | SplitSession | MergeSessions | RenameSession | DeleteSession
    | AddTopic | RenameTopic | MergeTopics | DeleteTopic | AddNoise | DeleteNoise
)  # fmt: skip
