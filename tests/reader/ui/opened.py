"""A small open document built by hand: two sessions, three speakers and an emoji, for tests without an app."""

from collections.abc import Sequence

from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.anchors import make_anchor
from annotations.values.localized import Localized
from annotations.values.model import Annotation, Document, ReadingPlace, Tag
from annotations.values.spans import Span
from reader.ui.page.annotation_index import AnnotationIndex
from reader.ui.page.open_document import OpenDocument

TEXT = """شارك
ندوة المياه تبدأ في الميناء

قالت ليلى إن الماءَ قليل، والحاجة كبيرة. لكن الأمطار تأخرت 😀 هذا العام.
ورد سالم أن السدود ممتلئة.

وأضافت الهيئة أن الأمطار تكفي.
تنتهي الندوة غدا.
"""
CODER = "سارة"


def span(words: str, text: str = TEXT) -> Span:
    """Return the first place of some words."""
    start = text.index(words)
    return Span(start, start + len(words))


def places(words: str, text: str = TEXT) -> tuple[Span, ...]:
    """Return every place of some words."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    return tuple(Span(at, at + len(words)) for at in starts)


LEILA, SALEM, BOARD = (
    Speaker(1, "ليلى", role="مديرة الندوة"),
    Speaker(2, "سالم"),
    Speaker(3, "الهيئة", kind="org"),
)
LEILA_SAYS = Statement(span("الماءَ قليل، والحاجة كبيرة"), 1, "paraphrase", cue=span("قالت"))
SALEM_SAYS = Statement(span("السدود ممتلئة"), 2, "paraphrase", cue=span("ورد"), confidence="likely")
BOARD_SAYS = Statement(span("الأمطار تكفي"), 3, "paraphrase", cue=span("وأضافت"), confidence="possible")
FIRST = Session(1, Span(TEXT.index("قالت"), TEXT.index("وأضافت")), "الافتتاح")
SECOND = Session(2, Span(TEXT.index("وأضافت"), len(TEXT)), "الختام")
ANALYSIS = Analysis(
    noise=(Noise(span("شارك"), "share"),),
    articles=(
        Article(Span(TEXT.index("ندوة"), len(TEXT)), span("ندوة المياه تبدأ في الميناء"), agency="وكالة الساحل"),
    ),
    sessions=(FIRST, SECOND),
    speakers=(LEILA, SALEM, BOARD),
    statements=(LEILA_SAYS, SALEM_SAYS, BOARD_SAYS),
    topics=(Topic("السدود", places("السدود")), Topic("الأمطار", places("الأمطار"))),
)
TAGS = (
    Tag(4, 1, Localized.of({"ar": "السبب", "en": "cause"}), 3),
    Tag(5, 2, Localized.of({"ar": "السد", "en": "dam"}), 7),
    Tag(6, None, Localized.of({"en": "Claim"}), 12, retired=True),
)


def annotation(
    number: int, place: Span, tags: Sequence[int] = (), *, note: str = "", coder: str = CODER, text: str = TEXT
) -> Annotation:
    """Return an annotation of 3 March 2026."""
    then = "2026-03-03T12:00:00.000+00:00"
    return Annotation(number, 1, make_anchor(text, place), tuple(tags), note, coder, then, then)


def opened(
    annotations: Sequence[Annotation] = (), *, text: str = TEXT, analysis: Analysis = ANALYSIS, direction: str = "R"
) -> OpenDocument:
    """Return an open document."""
    document = Document(1, "report", "/texts/report", "تقرير", direction, "", len(text), "2026-03-01")
    marked = AnnotationIndex(annotations, TAGS)
    return OpenDocument(document, text, analysis, TAGS, marked, ReadingPlace(), (0, 0))
