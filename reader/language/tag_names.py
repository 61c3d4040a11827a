"""What tags are called in the interface's language."""

from collections.abc import Sequence

from annotations.values.model import Tag
from reader.language.i18n import language


def tag_name(tags: Sequence[Tag], number: object) -> str:
    """Return the name of a tag by its id, an ellipsis where it is there no more."""
    return next((tag.name(language()) for tag in tags if tag.id == number), "…")
