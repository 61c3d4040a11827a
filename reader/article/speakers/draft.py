"""A speaker whose details are still being collected."""

from annotations.values.analysis import Speaker
from annotations.values.spans import Span
from reader.article.speakers.affiliation import affiliation


class SpeakerDraft:
    """A speaker to which the parser adds what it finds."""

    def __init__(self, number: int, kind: str) -> None:
        """Create a speaker of whom only number and kind are known."""
        self.number = number
        self.kind = kind
        self.name = ""
        self.names: tuple[str, ...] = ()
        self.honorific = ""
        self.role = ""
        self.roles: set[str] = set()
        self.role_head = ""
        self.gender = ""
        self.titled = False
        self.mentions: set[Span] = set()

    def speaker(self) -> Speaker:
        """Return what is known as an immutable Speaker."""
        return Speaker(
            self.number,
            self.name,
            self.kind,
            self.role,
            self.honorific,
            tuple(sorted(self.mentions)),
            affiliation(self.role) if self.kind == "person" else "",
            gender=self.gender,
        )
