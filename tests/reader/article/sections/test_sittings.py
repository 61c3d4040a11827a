"""How a paragraph names a session: noun and qualifier, title, opening of an event, speech or press conference."""

import pytest

from annotations.values.spans import Span
from reader.article.sections.sittings import (
    SittingName,
    names_sitting,
    noun_of,
    opens_by_topic,
    speech_at_sitting,
    tells_where,
    title_in,
)
from tests.reader.article.phrases import read, sentence

Named = tuple[str, str, bool]


def named(text: str, found: SittingName | None) -> Named | None:
    """Return the noun of a session as written, its kind, and whether it is certain."""
    return found and (read(text)[found.at].letters, found.kind, found.sure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفي الجلسة الأولى تحدث الوزير", ("الجلسة", "session", True)), ("وفي الجَلسةِ الافتتاحية تحدث الوزير", ("الجَلسةِ", "opening", True)),
        ("وفي الجلسة الختامية تحدث الوزير", ("الجلسة", "closing", True)), ("وعقدت جلسة بعنوان «مستقبل السدود» أمس", ("جلسة", "session", True)),
        ("وألقى الوزير محاضرة بعنوان «مستقبل السدود» أمس", ("محاضرة", "speech", True)), ("وعقدت جلسة عن السدود", ("جلسة", "session", False)),
        ("وعقدت الجلسة أمس", None), ("وألقى الوزير كلمة أمس", None), ("وفي كلمة افتتاحية قال الوزير", ("كلمة", "opening", True)),
        ("وتناولت أولى الجلسات السدود", ("الجلسات", "session", True)), ("وعقدت جلسة مباحثات أمس", None), ("وفي الجلسة نفسها قال الوزير", None),
        ("وقبل الجلسة الأولى قال الوزير", None), ("قال «في الجلسة الأولى من اليوم» أمس", None),
        ("وفي افتتاح المؤتمر قال الوزير", ("افتتاح", "opening", True)),
        ("قال الناس ما قالوا عن السد وعن الماء وعن النهر وعن الأرض وعن كل شيء مهم جدا في الجلسة الأولى", ("الجلسة", "session", True)),
        ("قال الناس ما قالوا عن السد وعن الماء وعن النهر وعن الأرض وعن كل شيء مهم الجلسة الأولى", ("الجلسة", "session", True)),
        ("قال الناس ما قالوا عن السد وعن الماء وعن النهر وعن الأرض وعن كل شيء مهم جدا الجلسة الأولى", None),
        ("قال الناس ما قالوا عن السد وعن الماء وعن النهر وعن الأرض وعن كل شيء مهم في جلسة", None), ("غادر الوزير", None), ("", None),
    ],
)  # fmt: skip
def test_a_paragraph_names_its_session(text: str, expected: Named | None) -> None:
    assert named(text, names_sitting(text, sentence(text))) == expected


def test_the_first_paragraph_names_the_event_and_no_part_of_it() -> None:
    text = "افتتحت ورشة عمل تفاعلية أمس"
    assert named(text, names_sitting(text, sentence(text))) == ("افتتحت", "opening", True)
    assert names_sitting(text, sentence(text), first=True) is None
    assert named(text, names_sitting(text, sentence(text), speaks=False)) == ("ورشة", "session", True)
    session = "وعقدت الجلسة الأولى أمس"
    assert named(session, names_sitting(session, sentence(session), first=True)) == ("الجلسة", "session", True)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("وحول موضوع السدود ناقش المتحدثون", True), ("وحول موضوع السدود مؤكدا", False), ("وحول السدود", False), ("ناقش المتحدثون السدود", False), ("", False),
    ],
)  # fmt: skip
def test_a_paragraph_opens_by_topic_where_somebody_speaks(text: str, opens: bool) -> None:
    assert opens_by_topic(read(text)) == opens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير في مؤتمر صحفي أمس", ("مؤتمر", "press", False)), ("قال الوزير في مؤتمر صحفي مشترك أمس", ("مؤتمر", "press", True)),
        ("قال الوزير في كلمته خلال جلسات المؤتمر", ("جلسات", "speech", True)), ("قال الوزير في كلمته أمام الجلسة الأولى", ("الجلسة", "session", True)),
        ("قال الوزير في كلمة أمام جلسات المؤتمر", None), ("قال الوزير في كلمته التي ألقاها أمس صباحا على مسامع الناس جميعا جلسات", None),
        ("قال الوزير خلال الجلسة الختامية أمس", ("الجلسة", "closing", True)), ("قال الوزير خلال الجلسة أمس", None), ("قال الوزير عن الجلسة الأولى", None),
        ("قال الوزير خلال جلسة «مستقبل السدود»", ("جلسة", "session", True)), ("قال الوزير خلال جلسة عابرة", None), ("مؤتمر صحفي", None), ("", None),
    ],
)  # fmt: skip
def test_a_speech_is_given_at_a_session(text: str, expected: Named | None) -> None:
    assert named(text, speech_at_sitting(read(text))) == expected


@pytest.mark.parametrize(
    ("text", "tells", "noun"),
    [
        ("جاء ذلك في جلسة حوارية", True, 3), ("جاء هذا خلال الجلسة الأولى", True, 3), ("جاء ذلك في حفل كبير", False, None),
        ("جاء الوزير إلى جلسة حوارية", False, 3), ("جاء ذلك جلسة", False, 2), ("جاء ذلك في حفل كبير في الدار جلسة", True, 7),
        ("جاء ذلك في حفل كبير جدا في الدار جلسة", False, None), ("", False, None),
    ],
)  # fmt: skip
def test_a_paragraph_tells_where_all_before_it_was_said(text: str, tells: bool, noun: int | None) -> None:
    assert tells_where(read(text)) == tells
    assert noun_of(read(text)) == noun


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("جلسة بعنوان «مستقبل السدود»", "مستقبل السدود"), ("جلسة بعنوان: /مستقبل السدود/", "مستقبل السدود"), ("جلسة عنوانها “مستقبل السدود”", "مستقبل السدود"),
        ('تحت شعار "مستقبل السدود"', "مستقبل السدود"), ("جلسة بعُنوانِ (مستقبل السدود)", "مستقبل السدود"), ("جلسة «مستقبل السدود»", "مستقبل السدود"),
        ("جلسة «السد»", None), ("جلسة بعنوان السدود", None), ("زار «مستقبل السدود»", None), ("في آذار/مارس وأيار/مايو", None), ("", None),
    ],
)  # fmt: skip
def test_a_title_stands_in_quotes_after_its_word_or_noun(text: str, title: str | None) -> None:
    found = title_in(text, Span(0, len(text)))
    assert (found and found.cut(text)) == title
    assert title_in(text, Span(0, 3)) is None
