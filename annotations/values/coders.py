"""The names of coders: two that look the same are the same."""

from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from annotations.values.work import Work


def clean_name(name: str) -> str:
    """Return a coder's name without what nobody sees: blanks around it, invisible marks, composed in one way."""
    seen = "".join(
        char for char in normalize("NFC", name) if category(char) not in ("Cf", "Cc") or char in "\t\n\u200c"
    )
    return " ".join(seen.split()).strip("\u200c")


def coders_in(work: "Work") -> list[str]:
    """Return the names of all who annotated or coded anything in someone's work."""
    names = {one.coder for item in work.documents for one in item.annotations}
    names |= {one.coder for item in work.documents for one in item.codings}
    names |= {one.coder for one in work.shared.codings}
    return sorted(map(clean_name, names))


def renamed(work: "Work", old: str, new: str) -> "Work":
    """Return work in which a coder has another name."""

    def named(coder: str) -> str:
        return new if clean_name(coder) == clean_name(old) else coder

    documents = tuple(
        item._replace(
            annotations=tuple(one._replace(coder=named(one.coder)) for one in item.annotations),
            codings=tuple(one._replace(coder=named(one.coder)) for one in item.codings),
        )
        for item in work.documents
    )
    codings = tuple(one._replace(coder=named(one.coder)) for one in work.shared.codings)
    return work._replace(shared=work.shared._replace(codings=codings), documents=documents)
