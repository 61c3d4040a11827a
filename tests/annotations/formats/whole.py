"""Everything that an export can hold, as generated values of one text with an emoji and harakat."""

from typing import Any

from hypothesis import strategies as st

from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import make_anchor
from annotations.values.attributes import Attribute, CodedUnit, Coding, Value
from annotations.values.corrections_made import CorrectedName, Corrections, Stretch
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Document, DocumentSpeaker, Person, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared, Work

TEXT = "قالت هُدى 😀 إن الماءَ قليل.\nThe well is dry.\n"
DIGESTS = ("0123456789abcdef" * 4, "f" * 64)
TIME = st.sampled_from(("2024-03-01T08:00:00.123+00:00", "2025-12-31T23:59:59+00:00"))

SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda two: Span(min(two[0], two[1] - 1), max(two[0] + 1, two[1]))
)
SOME = st.none() | SPANS
WORDS = st.sampled_from(("", "مِياه", "water", 'a "quoted" \\ word', "سطر\nوسطر", "😀"))
NAMES = st.sampled_from(("هُدى", "Huda 😀", "سالم"))
NAMED = st.builds(lambda ar, en: Localized.of({"ar": ar, "en": en}), WORDS, NAMES)
ORIGINS = st.sampled_from(("rule", "user"))
DAYS = st.sampled_from(("", "2024-03-01"))


def many(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


NOISE = st.builds(Noise, SPANS, st.sampled_from(("clock", "marked")), ORIGINS)
SESSIONS = st.builds(
    Session, st.integers(1, 9), SPANS, WORDS, SOME, st.sampled_from(("opening", "session", "speech", "closing")), many(NAMES), ORIGINS
)  # fmt: skip
SPEAKERS = st.builds(
    Speaker, st.integers(1, 9), NAMES, st.sampled_from(("person", "org", "group", "unnamed")), WORDS, WORDS, many(SPANS), WORDS,
    st.sampled_from(("", "m", "f")), ORIGINS,
)  # fmt: skip
STATEMENTS = st.builds(
    Statement, SPANS, st.integers(1, 9), st.sampled_from(("quotation", "paraphrase", "topic")), SOME,
    st.sampled_from(("sure", "likely", "possible")), st.sampled_from(("", "named", "person")), st.sampled_from(("claim", "deny")),
    st.integers(0, 9), ORIGINS,
)  # fmt: skip
TOPICS = st.builds(Topic, NAMES, many(SPANS), ORIGINS)
ARTICLES = st.builds(
    Article, SPANS, SOME, many(SPANS), many(SPANS), WORDS, WORDS, WORDS, WORDS, DAYS, DAYS,
    st.sampled_from(("", "agree", "weekday", "hijri")), many(SPANS),
)  # fmt: skip
CORRECTIONS = st.builds(
    Corrections,
    many(st.builds(Stretch, NOISE, st.booleans())),
    many(st.builds(Stretch, SESSIONS, st.booleans())),
    many(st.builds(Stretch, STATEMENTS, st.booleans())),
    many(st.builds(CorrectedName, SPEAKERS, NAMES, st.booleans(), WORDS)),
    many(st.builds(CorrectedName, TOPICS, NAMES, st.booleans(), WORDS)),
)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Return an analysis whose statements are in the order of the text, each by one of its speakers."""
    speakers = tuple(one._replace(id=at) for at, one in enumerate(draw(many(SPEAKERS)), 1))
    said = draw(st.lists(STATEMENTS, max_size=3, unique_by=lambda one: one.span)) if speakers else []
    statements = sorted(
        (one._replace(speaker=draw(st.integers(1, len(speakers)))) for one in said), key=lambda one: one.span
    )
    return Analysis(
        draw(many(NOISE)), draw(many(ARTICLES)), draw(many(SESSIONS)), speakers, tuple(statements), draw(many(TOPICS)), draw(many(SPANS))
    )  # fmt: skip


VALUED = (("document", 2), ("statement", 3), ("person", 2))
ATTRIBUTES = tuple(
    Attribute(
        at, scope, Localized.of({"ar": f"صفة {at}", "en": "" if at == 1 else f"trait {at}"}),
        tuple(Value(at * 1000 + n, n, Localized.of({"ar": f"قيمة {n}"}), f"v{at}{n}") for n in range(1, count + 1)), f"a{at}",
    )
    for at, (scope, count) in enumerate(VALUED, 1)
)  # fmt: skip


def coded(unit: CodedUnit, attribute: int, value: int, coder: str) -> Coding:
    return Coding(unit, attribute, attribute * 1000 + value, coder)


@st.composite
def documents(draw: st.DrawFn, at: int) -> Exported:
    """Return the document with this number, everything that belongs to it included."""
    document = Document(
        at, draw(NAMES), draw(WORDS), draw(WORDS), draw(st.sampled_from("RL")), DIGESTS[at - 1], len(TEXT), draw(TIME), draw(WORDS), draw(WORDS),
        0, draw(st.booleans()),
    )  # fmt: skip
    marked = st.builds(
        Annotation, st.integers(1, 99), st.just(at), SPANS.map(lambda span: make_anchor(TEXT, span)),
        st.lists(st.integers(1, 3), unique=True).map(tuple), WORDS, NAMES, TIME, TIME, st.sampled_from(("", "moved", "lost")), NAMES,
    )  # fmt: skip
    codings = many(
        st.builds(coded, st.just(CodedUnit(at)), st.just(1), st.integers(1, 2), NAMES)
        | st.builds(coded, SPANS.map(lambda span: CodedUnit(at, span)), st.just(2), st.integers(1, 3), NAMES)
    )
    return Exported(document, TEXT, draw(analyses()), draw(many(marked)), draw(codings), draw(CORRECTIONS))


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Return somebody's whole work: up to two documents, and codebook, form and persons."""
    items = tuple(draw(documents(at)) for at in range(1, draw(st.integers(0, 2)) + 1))
    tags = st.builds(
        Tag, st.integers(1, 99), st.none() | st.integers(1, 9), NAMED, st.integers(1, 12), NAMED, st.integers(0, 3), st.booleans(), NAMES,
        WORDS,
    )  # fmt: skip
    persons = tuple(
        Person(
            at,
            name,
            tuple(DocumentSpeaker(item.document.id, at, name, "person", "", "", 0) for item in items),
            f"p{at}",
        )
        for at, name in enumerate(draw(many(NAMES)), 1)
    )
    codings = tuple(
        coded(CodedUnit(person=one.id), 3, draw(st.integers(1, 2)), coder)
        for one in persons
        for coder in draw(many(NAMES))
    )
    return Work(Shared(draw(many(tags)), ATTRIBUTES, persons, codings), items)
