"""Tags and attributes in a merge: matched by identifier, then by name, filled in where a language is empty."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from annotations.merging.conflicts import Conflicts
from annotations.merging.matched import Matched
from annotations.merging.merge_codebook import merge_attribute, merge_coding, merge_tags
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.localized import Localized
from annotations.values.model import Tag
from tests.annotations.merging.test_merge import opened

KIND = Attribute(5, "document", Localized.of({"ar": "النوع"}), (Value(8, 1, Localized.of({"ar": "خبر"}), "v1"),), "a1")


@pytest.fixture
def library(analysed: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    with opened(shutil.copy(analysed, os.path.join(tmp_path, "l.db")), "sara") as copied:
        yield copied


@pytest.fixture
def matched(library: Library) -> Matched:
    return Matched(library._connection.db, Conflicts(library._connection.db, "other.db"))


def tag(number: int, names: dict[str, str], **more: object) -> Tag:
    return Tag(number, None, Localized.of(names), 1)._replace(**more)  # type: ignore[arg-type]


def merge(library: Library, matched: Matched, *tags: Tag) -> dict[str, Tag]:
    with library._connection.act("merge", None, {"name": "other.db"}):
        merge_tags(matched, tags)
    return {one.name("ar"): one for one in library.codebook.tags()}


def test_new_tags_keep_their_parent_and_a_digit_key_that_is_free(library: Library, matched: Matched) -> None:
    library.codebook.slot(9, None)
    found = merge(
        library, matched,
        tag(30, {"ar": "أصل"}, slot=9, uid="u1", memo="م"), tag(31, {"ar": "فرع"}, slot=1, parent=30), tag(32, {"ar": "آخر"}, parent=77),
    )  # fmt: skip
    assert (found["أصل"].slot, found["أصل"].uid, found["أصل"].memo) == (9, "u1", "م")
    assert (found["فرع"].slot, found["فرع"].parent) == (None, found["أصل"].id)
    assert (found["آخر"].parent, matched.counts["tags"]) == (0, 3)


def test_a_tag_of_the_same_folded_name_is_one_and_empty_languages_are_filled(
    library: Library, matched: Matched
) -> None:
    own = library.codebook.new("مِياه", "ar")
    found = merge(library, matched, tag(30, {"ar": "مياه", "en": "water", "fa": "آب"}))
    assert found["مِياه"].names == Localized.of({"ar": "مِياه", "en": "water", "fa": "آب"})
    assert matched.tags == {30: own.id}
    assert [(one.field, one.local, one.incoming) for one in library.conflicts()] == [("name.ar", "مِياه", "مياه")]


def test_a_tag_that_was_merged_here_is_the_one_it_was_merged_into(library: Library, matched: Matched) -> None:
    own = library.codebook.new("مياه", "ar")
    library.codebook.merge(own.id, 2)
    merge(library, matched, tag(30, {"ar": "مياه"}, uid=own.uid))
    assert matched.tags == {30: 2}


def test_attributes_and_values_are_matched_and_added(library: Library, matched: Matched) -> None:
    own = library.form.new("document", "النوع", ["تقرير", "رأي"], "ar")
    with library._connection.act("merge", None, {"name": "other.db"}):
        merge_attribute(matched, KIND)
        merge_attribute(matched, KIND._replace(id=6, scope="statement"))
    one, other = library.form.attributes()
    assert [(value.number, value.name("ar")) for value in one.values] == [(1, "تقرير"), (2, "رأي"), (3, "خبر")]
    assert (matched.attributes, matched.values) == ({5: own.id, 6: other.id}, {8: other.values[0].id})


def test_a_coding_is_added_or_in_dispute(library: Library, matched: Matched) -> None:
    with library._connection.act("merge", None, {"name": "other.db"}):
        merge_attribute(matched, KIND)
        for coding in (
            Coding(CodedUnit(1), 5, 8, "omar"),
            Coding(CodedUnit(1), 5, 99, "omar"),
            Coding(CodedUnit(), 5, 8, "omar"),
        ):
            merge_coding(matched, coding, coding.unit)
    (found,) = library.form.codings()
    assert (found.unit, found.coder, found.value) == (CodedUnit(1), "omar", matched.values[8])
    with library._connection.act("merge", None, {"name": "other.db"}):
        merge_attribute(matched, KIND._replace(values=(Value(9, 2, Localized.of({"ar": "رأي"}), "v2"),)))
        merge_coding(matched, Coding(CodedUnit(1), 5, 9, "omar"), CodedUnit(1))
    assert [(one.table, one.field) for one in library.conflicts()] == [("coding", "value")]
