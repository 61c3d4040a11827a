"""The names of tags in the interface's language."""

from collections.abc import Sequence

from annotations.values.model import Tag
from reader.language.i18n import language


def tag_name(tags: Sequence[Tag], number: object) -> str:
    """Return the name of a tag by its id, or an ellipsis if the tag no longer exists."""
    return next((tag.name(language()) for tag in tags if tag.id == number), "…")
