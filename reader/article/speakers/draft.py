"""A speaker in the making."""

from annotations.values.analysis import Speaker
from annotations.values.spans import Span
from reader.article.speakers.affiliation import affiliation


class SpeakerDraft:
    """One speaker in the making."""

    def __init__(self, number: int, kind: str) -> None:
        """Begin with nothing known but the kind."""
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
        """Return what is known, as a value."""
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
