"""Corrections made by people in a document, as values that do not depend on the library that holds them.

Speakers are identified by their number in the document. A speaker or a topic is the same in another library if it has
the same key name there, that is, the name given by the rules.
"""

from typing import Generic, NamedTuple, TypeVar

from annotations.values.analysis import Noise, Session, Speaker, Statement, Topic

S = TypeVar("S", bound=Noise | Session | Statement)
N = TypeVar("N", bound=Speaker | Topic)

STRETCHES = {"noise": Noise, "session": Session, "statement": Statement}


class Stretch(NamedTuple, Generic[S]):
    """Boilerplate, a session or a statement. gone: a person marked it as not being one."""

    value: S
    gone: bool = False


class CorrectedName(NamedTuple, Generic[N]):
    """A speaker or a topic.

    known_as: its key name, the first one it had; gone: a person deleted it; into: the key name of the one it was merged
    into, empty if there is none.
    """

    value: N
    known_as: str
    gone: bool = False
    into: str = ""


class Corrections(NamedTuple):
    """Corrections made by a person, and what the rules say of the same stretches and the speakers named there."""

    noise: tuple[Stretch[Noise], ...] = ()
    sessions: tuple[Stretch[Session], ...] = ()
    statements: tuple[Stretch[Statement], ...] = ()
    speakers: tuple[CorrectedName[Speaker], ...] = ()
    topics: tuple[CorrectedName[Topic], ...] = ()
