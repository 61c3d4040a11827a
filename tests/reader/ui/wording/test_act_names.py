"""Acts in words, as the history and undo name them, in both languages."""

import os
from typing import Any

import pytest

from annotations.errors import UnknownAct
from annotations.library import Library
from annotations.values.act_kinds import act_kinds
from annotations.values.localized import Localized
from annotations.values.model import Tag
from annotations.values.spans import Span
from reader.language.i18n import plain, set_language
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.wording.act_names import act_name, act_then, counted_noun, tags_then
from tests.reader.ui.opened import TAGS, TEXT


@pytest.mark.parametrize(
    ("label", "about", "english", "arabic"),
    [
        ("note", {}, "note", "كتابة ملاحظة"),
        ("tag", {"tag": 4}, "tag “cause”", "وسم بـ«السبب»"),
        ("tag", {"tag": 4, "n": 3}, "tag 3 matches with “cause”", "وسم 3 مواضع بـ«السبب»"),
        ("tag", {"tag": 4, "n": 2}, "tag 2 matches with “cause”", "وسم موضعين بـ«السبب»"),
        ("tag", {"tag": 99}, "tag “…”", "وسم بـ«…»"),  # a tag that is gone
        ("tag:5", {}, "tag “dam”", "وسم بـ«السد»"),  # as the first version wrote it
        ("tag:x", {}, "tag “…”", "وسم بـ«…»"),
        ("remove", {"n": 1}, "removal of 1 annotation", "حذف حاشية واحدة"),
        ("remove", {"n": 2}, "removal of 2 annotations", "حذف حاشيتين"),
        ("tag merge", {"tag": 4, "old": 5}, "tag “dam” merged into “cause”", "دمج الوسم «السد» في «السبب»"),
        ("tag rename", {"tag": 4, "before": "سابق"}, "name of the tag “سابق”: “cause”", "تسمية الوسم «سابق»: «السبب»"),
        ("tag rename", {"tag": 4}, "name of the tag “cause”", "تسمية الوسم «السبب»"),
        ("rename person", {"name": "ليلى"}, "name of the person ليلى", "تسمية الشخص ليلى"),
        ("rename person", {}, "name of the person …", "تسمية الشخص …"),
        ("documents:delete", {"name": "تقرير"}, "text deleted: تقرير", "حذف مستند: تقرير"),
        ("documents:delete", {"name": "تقرير", "n": 2}, "deletion of 2 documents", "حذف مستندين"),
        ("correct:rename topic", {}, "name of a topic", "تسمية موضوع"),
        ("correct:rename topic", {"name": "المياه"}, "name of a topic: المياه", "تسمية موضوع: المياه"),
        (
            "correct:rename topic", {"name": "المياه", "now": "الماء"},
            "name of a topic: المياه (now الماء)", "تسمية موضوع: المياه (الآن الماء)",
        ),
    ],
)  # fmt: skip
def test_an_act_is_named_in_both_languages(label: str, about: dict[str, Any], english: str, arabic: str) -> None:
    found = []
    for language in ("en", "ar"):
        set_language(language)
        found.append(plain(act_name(label, about, TAGS)))
    assert found == [english, arabic]


def test_every_kind_of_act_has_a_name_without_blanks_to_fill() -> None:
    for language in ("en", "ar"):
        set_language(language)
        for label in act_kinds():
            for number in (1, 2, 11):
                name = act_name(label, {"tag": 4, "old": 5, "name": "اسم", "n": number}, TAGS)
                assert name
                assert "{" not in name


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(UnknownAct):
        act_name("no such act", {}, TAGS)


@pytest.mark.parametrize(
    ("noun", "number", "case", "english", "arabic"),
    [
        ("annotation", 2, "label", "2 annotations", "حاشيتان"),
        ("annotation", 2, "of", "2 annotations", "حاشيتين"),
        ("document", 1, "label", "1 document", "مستند واحد"),
        ("statement", 11, "label", "11 statements", "11 تصريحًا"),
        ("tag", 3, "of", "3 tags", "3 وسوم"),
        ("place", 100, "label", "100 matches", "100 موضع"),
    ],
)
def test_nouns_are_counted_as_the_language_counts(noun: str, number: int, case: str, english: str, arabic: str) -> None:
    assert plain(counted_noun(noun, number, case)) == english
    set_language("ar")
    assert plain(counted_noun(noun, number, case)) == arabic


def test_tags_have_the_names_that_they_had_then() -> None:
    first, second = (Tag(4, 1, Localized.of({"ar": name}), 3) for name in ("أول", "ثان"))
    before = {4: [(10, first), (20, second)]}
    for act, name in ((5, "أول"), (10, "ثان"), (19, "ثان"), (20, "السبب")):
        found = {tag.id: tag.names.exactly("ar") for tag in tags_then(TAGS, before, act)}
        assert found == {4: name, 5: "السد", 6: ""}
    assert tags_then(TAGS, {}, 5) is TAGS


def test_an_undone_act_is_named_by_the_tags_old_name(tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "library.db"), "sara") as library:
        document = add_source(library, Source(TEXT.encode(), "/x", "x")).id
        tag = library.codebook.new("قديم", "ar")
        library.passages.toggle_tag(document, Span(0, 4), tag.id)
        library.codebook.rename(tag.id, "جديد", "ar")
        undone = [library.undo(document), library.undo(document), library.undo(document)]
        assert [plain(act_then(act, library)) for act in undone if act] == [
            "name of the tag “قديم”: “جديد”", "tag “قديم”", "new tag “قديم”",
        ]  # fmt: skip
