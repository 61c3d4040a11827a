"""The names of tags in the interface's language."""

import pytest

from annotations.values.localized import Localized
from annotations.values.model import Tag
from reader.language.i18n import set_language
from reader.language.tag_names import tag_name

TAGS = (
    Tag(1, 1, Localized.of({"ar": "مياه", "en": "water"}), 1),
    Tag(2, None, Localized.of({"ar": "نهر 😀", "en": ""}), 2),
    Tag(3, None, Localized.of({"ar": "", "en": "river"}), 3),
)


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        (1, "water", "مياه"),
        (2, "نهر 😀", "نهر 😀"),  # in the other language where it has no name in this one
        (3, "river", "river"), (4, "…", "…"), (None, "…", "…"), ("1", "…", "…"),
    ],
)  # fmt: skip
def test_a_tag_is_named_by_its_id(number: object, english: str, arabic: str) -> None:
    assert tag_name(TAGS, number) == english
    set_language("ar")
    assert tag_name(TAGS, number) == arabic
    assert tag_name((), number) == "…"
