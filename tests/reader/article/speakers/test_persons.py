"""Persons: honorific or rank, role and name in the orders in which reports write them, and persons without a name."""

import pytest

from reader.article.speakers.persons import apposition, begins_person, honorifics_end, person_at
from tests.reader.article.phrases import read, written

Parts = tuple[str, str, str, str]


def person(text: str) -> Parts | None:
    """Return form, honorific, role and name of the person that begins a text."""
    found = read(text)
    source = person_at(found, 0, len(found))
    if source is None:
        return None
    assert source.kind == "person"
    assert (source.start, source.end) >= (0, max(source.role[1], source.name[1]))
    honorific, role, name = (written(text, found, part) for part in (source.honorific, source.role, source.name))
    return source.form, honorific, role, name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خالد العبادي إن", ("name", "", "", "خالد العبادي")), ("سعادة السيد خالد العبادي إن", ("name", "سعادة السيد", "", "خالد العبادي")),
        ("د. منى البكري إن", ("name", "د", "", "منى البكري")), ("أ.د. منى البكري إن", ("name", "أ.د", "", "منى البكري")),
        ("صاحب السمو الشيخ خالد العبادي أن", ("name", "صاحب السمو الشيخ", "", "خالد العبادي")),
        ("الفريق أول الركن سالم الحربي إن", ("name", "الفريق أول الركن", "", "سالم الحربي")),
        ("وزير المياه رائد السعود إن", ("name", "", "وزير المياه", "رائد السعود")), ("الوزير رائد السعود إن", ("name", "", "الوزير", "رائد السعود")),
        ("وزير المياه المهندس رائد السعود إن", ("name", "المهندس", "وزير المياه", "رائد السعود")),
        ("معالي وزير المياه رائد السعود إن", ("name", "معالي", "وزير المياه", "رائد السعود")),
        ("خالد العبادي، مدير المستشفى، إن", ("name", "", "مدير المستشفى", "خالد العبادي")),
        ("خالد العبادي مدير المستشفى إن", ("name", "", "مدير المستشفى", "خالد العبادي")),
        ("خالد العبادي وهو سائق شاحنة إن", ("name", "", "سائق شاحنة", "خالد العبادي")),
        ("خالد العبادي، أحد المزارعين، إن", ("name", "", "أحد المزارعين", "خالد العبادي")),
        ("الشاعرة والمترجمة هالة الأمين إن", ("name", "", "الشاعرة والمترجمة", "هالة الأمين")),
        ("المهاجم البرتغالي دوارتي سالم إن", ("name", "", "المهاجم البرتغالي", "دوارتي سالم")),
        ("أمين المجلس سالم العبادي إن", ("name", "", "أمين المجلس", "سالم العبادي")), ("أمين ناصر إن", ("name", "", "", "أمين ناصر")),
        ("والدة سلمى خالد إن", ("title", "", "والدة سلمى خالد", "والدة سلمى خالد")),
        ("وكيلة الأمين العام، أمارا ديالو سيسيه، إن", ("name", "", "وكيلة الأمين العام", "أمارا ديالو سيسيه")),
        ("مرشح الحزب في دائرة تامبارا، أوكيبالا نداموسي، إن", ("name", "", "مرشح الحزب في دائرة تامبارا", "أوكيبالا نداموسي")),
        ("المستشار في البعثة إن", ("title", "", "المستشار في البعثة", "المستشار في البعثة")), ("وزير المياه إن", ("title", "", "وزير المياه", "وزير المياه")),
        ("الوزير إن", ("title", "", "الوزير", "الوزير")), ("معالي وزير المياه إن", ("title", "معالي", "وزير المياه", "وزير المياه")),
        ("وزير المياه الشيخ إن", ("title", "", "وزير المياه", "وزير المياه")), ("صاحب السمو أن", ("title", "", "صاحب السمو", "صاحب السمو")),
        ("الحاجة إن", ("courtesy", "الحاجة", "", "الحاجة")), ("الدكتورة أن", ("courtesy", "الدكتورة", "", "الدكتورة")), ("وزير إن", None), ("سعادة إن", None),
        ("د إن", None), ("في البيت", None), ("وَزيرُ المِياهِ رائِدُ السُّعود إن", ("name", "", "وَزيرُ المِياهِ", "رائِدُ السُّعود")),
    ],
)  # fmt: skip
def test_persons_as_reports_name_them(text: str, expected: Parts | None) -> None:
    assert person(text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("مدير المستشفى تينجارا إن", "name"), ("مدير المستشفى تينجارا", "name"), ("مدير المستشفى تينجارا قرية", "title"), ("مدير المستشفى، تينجارا قال", "title"),
        ("مدير المستشفى نوسا تينجارا قرية", "name"), ("مدير المستشفى استقبال وفد", "title"), ("مدير المستشفى (خالد العبادي) إن", "title"),
    ],
)  # fmt: skip
def test_an_unlisted_name_after_a_role_must_end_its_phrase(text: str, form: str) -> None:
    found = person(text)
    assert found is not None
    assert found[0] == form


@pytest.mark.parametrize(
    ("text", "begins", "end"),
    [
        ("السيد خالد", True, 1), ("سعادة الدكتورة المهندسة منى", True, 3), ("د. خالد", True, 1), ("د خالد", False, 0), ("صاحب السمو", True, 2),
        ("صاحب المتجر", True, 0), ("السيد والدكتور", True, 1), ("السيد، الدكتور", True, 1), ("وزير المياه", True, 0), ("خالد", False, 0),
    ],
)  # fmt: skip
def test_honorifics_end_before_anything_else(text: str, begins: bool, end: int) -> None:
    found = read(text)
    assert begins_person(found, 0) == begins
    assert honorifics_end(found, 0, len(found)) == end
    assert honorifics_end(found, 0, 0) == 0


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("خالد مدير المستشفى إن", "مدير المستشفى"), ("خالد، مدير المستشفى، إن", "مدير المستشفى"), ("خالد (مدير المستشفى) إن", "مدير المستشفى"),
        ("خالد: مدير المستشفى", ""), ("خالد ومدير المستشفى", ""), ("خالد وهو مدير المستشفى إن", "مدير المستشفى"), ("خالد رحمه الله مدير المستشفى", "مدير المستشفى"),
        ("خالد، إحدى النساء، إن", "إحدى النساء"), ("خالد إحدى", ""), ("خالد، الدكتور مدير المستشفى، إن", "مدير المستشفى"), ("خالد إن", ""), ("خالد", ""),
    ],
)  # fmt: skip
def test_a_role_may_follow_the_name(text: str, role: str) -> None:
    found = read(text)
    assert written(text, found, apposition(found, 1, len(found))) == role
