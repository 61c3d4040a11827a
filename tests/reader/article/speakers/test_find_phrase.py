"""Phrases that may name a speaker, whatever they name, and names that nothing but their place confirms."""

import pytest

from reader.article.speakers.find_phrase import bare_name_at, described_at, phrase_at
from tests.reader.article.phrases import read, written


@pytest.mark.parametrize(
    ("text", "kind", "form", "name", "role"),
    [
        ("سعادته إن", "person", "honorific", "سعادته", ""), ("خالد العبادي إن", "person", "name", "خالد العبادي", ""),
        ("وزير المياه رائد السعود إن", "person", "name", "رائد السعود", "وزير المياه"), ("مصدر أمني إن", "unnamed", "noun", "مصدر أمني", ""),
        ("طبيب بيطري إن", "unnamed", "noun", "طبيب بيطري", ""), ("طبيب المستشفى سالم العبادي إن", "person", "name", "سالم العبادي", "طبيب المستشفى"),
        ("المشاركون إن", "group", "noun", "المشاركون", ""), ("وزارة الصحة إن", "org", "noun", "وزارة الصحة", ""),
        ("الفتاة إن", "unnamed", "noun", "الفتاة", ""), ("المدافع السلوفيني أنجيلو كوتشيفار، إن", "person", "name", "أنجيلو كوتشيفار", "المدافع السلوفيني"),
    ],
)  # fmt: skip
def test_a_phrase_tells_what_it_names(text: str, kind: str, form: str, name: str, role: str) -> None:
    found = read(text)
    source = phrase_at(found, 0, len(found))
    assert source is not None
    assert (source.kind, source.form) == (kind, form)
    assert (written(text, found, source.name), written(text, found, source.role)) == (name, role)


@pytest.mark.parametrize("text", ["خالد إن", "تينجارا نوسا", "رجل إن", "شجرة", "في البيت", "الشجرة الكبيرة"])
def test_a_single_name_or_a_common_noun_is_no_phrase(text: str) -> None:
    found = read(text)
    assert phrase_at(found, 0, len(found)) is None


def test_nothing_begins_at_the_stop() -> None:
    found = read("خالد العبادي")
    assert phrase_at(found, 2, 2) is None
    assert phrase_at(found, 0, 0) is None
    assert bare_name_at(found, 2, 2) is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("الجناح الأردني أنجي كوتشيفار، إن", "أنجي كوتشيفار", "الجناح الأردني"), ("الجناح الأردني أنجي كوتشيفار قرية", None, None),
        ("الجناح خالد العبادي ركض", "خالد العبادي", "الجناح"), ("الأردني أنجي كوتشيفار إن", "أنجي كوتشيفار", ""),
        ("الجناح السلوفيني خالد العبادي، لاعب الوحدة، إن", "خالد العبادي", "لاعب الوحدة"), ("الجناح خالد", None, None),
        ("الجناح الأردني، خالد العبادي", None, None), ("الجناح (خالد العبادي)", None, None), ("الوزارة الأردنية خالد العبادي", None, None),
        ("والجناح خالد العبادي", None, None), ("الجناح", None, None), ("جناح خالد العبادي", None, None),
    ],
)  # fmt: skip
def test_a_definite_description_introduces_a_name(text: str, name: str | None, role: str | None) -> None:
    found = read(text)
    source = described_at(found, 0, len(found))
    assert (source and written(text, found, source.name)) == name
    assert (source and written(text, found, source.role)) == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تينجارا إن", "تينجارا"), ("الحربي إن", "الحربي"), ("نوسا تينجارا إن", "نوسا تينجارا"), ("وزير المياه", None), ("في البيت", None), ("عبد", None),
    ],
)  # fmt: skip
def test_a_bare_name_needs_no_list(text: str, name: str | None) -> None:
    found = read(text)
    source = bare_name_at(found, 0, len(found))
    assert (source and written(text, found, source.name)) == name
    assert source is None or (source.kind, source.form) == ("person", "name")
