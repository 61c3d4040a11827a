"""Where a row may not be broken: one test a rule."""

import itertools

import pytest

from reader.typeset.breaks import break_offsets


def pieces(text: str) -> list[str]:
    cuts = [0, *break_offsets(text), len(text)]
    return [text[a:b].strip() for a, b in itertools.pairwise(cuts)]


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("a lone conjunction", "و وضعها"), ("a lone conjunction", "ف قال"), ("a lone question letter", "أ تريد"),
        ("a separated clitic", "بـ التشفير"), ("a separated clitic", "لـ 25"),
        ("number and scale", "25 ألف"), ("number and scale", "10 ملايين"), ("number, scale and currency", "80 مليار ريال"),
        ("number and percent", "37 %"), ("number and percent", "37 ٪"), ("number and unit", "5 كم"), ("time and half of day", "9:06 م"),
        ("year and era", "1443 هـ"), ("year and era", "2021 م"), ("day and month", "14 أكتوبر"), ("day and month", "20 ربيع الأول"),
        ("day and month", "2 تشرين الثاني"), ("a clitic number and its scale", "لـ25 ألف"),
        ("number after its noun", "رقم 5"), ("number after its noun", "المادة 12"), ("abbreviated title and name", "د. محمد"),
        ("abbreviated title and name", "م. سالم"), ("after a name particle", "بن خليفة"), ("after a name particle", "أبو ظبي"),
        ("after a name particle", "عبد الله"), ("after a name particle", "آل ثاني"), ("after a name particle", "أم كلثوم"),
        ("after an opening bracket", "( قنا"), ("after an opening quotation mark", "« الدوحة"), ("before a closing bracket", "قنا )"),
        ("before a closing quotation mark", "الدوحة »"), ("before a comma", "الدوحة ،"), ("before a full stop", "الدوحة ."),
        ("before a question mark", "الدوحة ؟"), ("before an exclamation mark", "الدوحة !"), ("before dots", "الدوحة .."),
        ("after an opening slash", "/ صوفان/"), ("before a closing slash", "/صوفان /"), ("inside a short quotation by slashes", "/كوفيد- 19/"),
        ("inside a short quotation by slashes", "/كوفيد -19/"), ("no-break space", "أبو\u00a0بكر"),
    ],
)  # fmt: skip
def test_these_stay_together(rule: str, kept: str) -> None:
    assert f"كلمة {kept} كلمة".count(kept) == 1
    found = pieces(f"كلمة {kept} كلمة")
    assert any(kept in piece for piece in found), (rule, found)


@pytest.mark.parametrize(
    ("rule", "text", "parts"),
    [
        ("before a joined conjunction", "الأمن والتنمية", ["الأمن", "والتنمية"]),
        ("before a name particle", "حمد بن خليفة", ["حمد", "بن خليفة"]),
        (
            "inside a long quotation by slashes",
            "/ديناميات الأمن والتنمية في إفريقيا/",
            ["/ديناميات", "الأمن", "والتنمية", "في", "إفريقيا/"],
        ),
        ("after a word ending in a dot", "الأمن. وقال", ["الأمن.", "وقال"]),
        ("a number that counts people", "25 مشاركا", ["25", "مشاركا"]),
        ("never at a hyphen or a slash", "أكتوبر/تشرين كوفيد-19", ["أكتوبر/تشرين", "كوفيد-19"]),
        ("a Latin name", "Max Rose", ["Max", "Rose"]),
    ],
)
def test_these_may_part(rule: str, text: str, parts: list[str]) -> None:
    assert pieces(text) == parts, rule
