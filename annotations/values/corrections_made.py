"""What people put right in a document, as values that do not depend on the library they are in.

Speakers go by their number in the document. A speaker or a topic is the same one in another library that knows it by
the same name: the one that the rules gave it.
"""

from typing import Generic, NamedTuple, TypeVar

from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic

S = TypeVar("S", bound=Noise | Session | Statement)
N = TypeVar("N", bound=Speaker | Topic)

STRETCHES = {"noise": Noise, "session": Session, "statement": Statement}


class Stretch(NamedTuple, Generic[S]):
    """Furniture, a session or a statement. gone: a person said that there is none."""

    value: S
    gone: bool = False


class CorrectedName(NamedTuple, Generic[N]):
    """A speaker or a topic.

    known_as: the first name it had; gone: a person took it out; into: what the one that it was made one with is known
    as, empty where there is none.
    """

    value: N
    known_as: str
    gone: bool = False
    into: str = ""


class Corrections(NamedTuple):
    """What a person put right, and what the rules say of the same stretches and of the speakers named there."""

    noise: tuple[Stretch[Noise], ...] = ()
    sessions: tuple[Stretch[Session], ...] = ()
    statements: tuple[Stretch[Statement], ...] = ()
    speakers: tuple[CorrectedName[Speaker], ...] = ()
    topics: tuple[CorrectedName[Topic], ...] = ()
