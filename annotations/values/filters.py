"""What lists across the library are filtered by, and what they show."""

from typing import NamedTuple

from annotations.values.spans import Span

ORDERS = ("place", "tag", "coder", "newest")
GUESSED, LOST = PLACED = ("guessed", "lost")  # whose position in a corrected text is uncertain, or not found


class AnnotationFilter(NamedTuple):
    """Conditions on annotations; an empty field sets none.

    A document, any of some tags, a coder, a session (from 1), a speaker whose statement it overlaps, a project, a range
    of document dates (ISO), words in the quotation or note. placed: one of PLACED; without it, annotations that have
    no position are left out.
    """

    document: int = 0
    tags: frozenset[int] = frozenset()
    coder: str = ""
    session: int = 0
    speaker: str = ""
    project: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    placed: str = ""


class StatementFilter(NamedTuple):
    """Conditions on statements; an empty field sets none.

    A person, a speaker's name, a tag or topic that it overlaps, an agency, a range of dates (ISO), a kind (quotation,
    paraphrase, topic), a document.
    """

    person: int = 0
    speaker: str = ""
    tag: int = 0
    topic: str = ""
    agency: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    document: int = 0


class StatementRow(NamedTuple):
    """A statement of the library: its speaker, its document's title, its article's agency and day, and its text."""

    document: int
    span: Span
    speaker: str
    kind: str
    title: str
    agency: str
    day: str
    text: str


class DocumentRow(NamedTuple):
    """A document as the library's list shows it. progress: per cent read; day: ISO date, empty if unknown."""

    id: int
    title: str
    project: str
    agency: str
    day: str
    progress: int
    annotations: int
    coded: bool
    memo: str
