"""Texts of a shape repeated as often as asked: what a text without end, or one made to stall a parser, is made of."""

from collections.abc import Callable

BODY = (
    "عقد المؤتمر الدولي للمياه جلساته في العاصمة أمس بمشاركة عدد كبير من الدول والخبراء والمنظمات الدولية المعنية"
    " بالبيئة والمناخ، وناقش المشاركون سبل التعاون في إدارة الأحواض المشتركة وتمويل مشاريع التحلية في الدول الفقيرة.\n"
)
_GIVEN = "محمد أحمد باسل سالم يوسف خالد حسن حسين عمر إبراهيم ناصر سعيد فهد طارق وليد جمال كمال رامي سامي هشام".split()
_FAMILIES = "العبادي الحربي المنصوري الكعبي الزهراني الشمري القحطاني العتيبي الدوسري المطيري الخالدي السالمي".split()


def name(number: int) -> str:
    """Return a name of three words; the first 4,800 numbers have different ones."""
    rest, first = divmod(number, len(_GIVEN))
    middle, last = divmod(rest, len(_FAMILIES))
    return f"{_GIVEN[first]} {_GIVEN[middle % len(_GIVEN)]} {_FAMILIES[last]}"


def _run(unit: str, before: str = "") -> Callable[[int], str]:
    return lambda times: BODY + before + unit * times + "\n"


def _lines(line: Callable[[int], str], before: str = BODY) -> Callable[[int], str]:
    return lambda times: before + "".join(f"{line(number)}\n" for number in range(times)) + BODY


# one line of the same again and again
RUNS: dict[str, tuple[int, Callable[[int], str]]] = {
    "cues": (4000, _run("وأضاف ")),
    "cues with أن": (3000, _run("وأضاف أن ")),
    "cues before a document": (1500, _run("وقال في بيان إن العمل مستمر، ")),
    "cues after a quotation": (2000, _run("كتاب «واحد اثنين ثلاثة أربعة خمسة» وأضاف ")),
    "cues with a speaker": (1000, _run("وقال الوزير سالم العبادي إن العمل جار، ")),
    "clauses": (1500, _run("فيما قال ")),
    "participles": (3000, _run("مؤكدا أن العمل جار، ")),
    "relative clauses": (1500, _run("الذي قال ")),
    "editor's words": (4000, _run("يذكر أن ")),
    "sources": (6000, _run("بحسب ")),
    "sources with ل": (2000, _run("وفقا لوزارة ")),
    "references": (6000, _run("جاء فيها ")),
    "honorifics": (2000, _run("الدكتور ")),
    "initials": (1000, _run("د.")),
    "adjectives": (10_000, _run("أمني ")),
    "adverbs": (8000, _run("عقب ")),
    "chairs": (1000, _run("برئاسة محمد سالم العبادي ")),
    "a family name": (1500, _run("سالم ", "وقال سالم العبادي إن العمل جار. وقال محمد سالم إن العمل جار. ")),
    "titles without a closing quotation mark": (20_000, _run("بعنوان « ")),
    "opening quotation marks": (300_000, _run("«")),
    "straight quotation marks": (300_000, _run('"')),
    "braces": (300_000, _run("{")),
    "brackets": (2_000_000, _run("(")),
    "zero-width characters": (300_000, _run("\u200b\u200c\u200f")),
    "combining marks": (1_000_000, _run("\u064e\u0651")),
    "dots": (1_000_000, _run(".")),
    "letters": (300_000, _run("ب")),
    "tatweels": (1_000_000, _run("ـ", "كت")),
    "blanks": (1_000_000, _run(" ", "ab")),
    "ordinary words": (100, lambda times: BODY + BODY.replace(".\n", " ") * times),
    "ordinary sentences": (100, lambda times: BODY.replace("\n", " ") * times),
}  # fmt: skip

# many lines
LINES: dict[str, tuple[int, Callable[[int], str]]] = {
    "speakers": (1000, _lines(lambda i: f"وقال {name(i)} إن العمل في المشروع مستمر منذ العام الماضي.")),
    "namesakes": (800, _lines(lambda i: f"وقال سامي{i} الحربي إن العمل في المشروع مستمر منذ العام الماضي.")),
    "holders of a role": (1000, _lines(lambda i: f"وقال وزير المياه {name(i)} إن العمل مستمر. وقالت الوزيرة إنه جار.")),
    "roles": (1000, _lines(lambda i: f"وقال وزير شؤون{i} المياه إن العمل في المشروع مستمر منذ العام الماضي.")),
    "sessions": (1000, _lines(lambda i: f"وفي الجلسة الثانية بعنوان «مستقبل المياه {i}» تحدث {name(i)} عن الأحواض.")),
    "sessions of one speaker": (300, _lines(lambda i: f"وقال سالم العبادي في كلمته خلال الجلسة الثانية إن {i} جار.")),
    "titles": (1000, _lines(lambda i: f"عنوان رقم {i} عن السدود", "")),
    "titles with a rubric": (3000, _lines(lambda i: f"عام / عنوان رقم {i} عن السدود", "")),
    "subheads": (1500, _lines(lambda i: f"عنوان رقم {i} عن السدود")),
    "datelines": (1500, _lines(lambda _: "الخميس 14 أكتوبر 2021")),
    "separators": (60_000, _lines(lambda _: "========")),
    "boilerplate": (16_000, _lines(lambda _: "شارك")),
    "blank lines": (500_000, _lines(lambda _: "")),
}  # fmt: skip

SHAPES = RUNS | LINES
