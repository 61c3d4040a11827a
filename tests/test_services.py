"""Search, citation, clipboard, paths, settings."""

import os
from base64 import b64decode

import pytest
from hypothesis import given

import reader.text
from annotations.values.analysis import Analysis
from annotations.values.folding import fold
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.desktop import clipboard
from reader.errors import UsageError
from reader.language.i18n import set_language
from reader.report.citation import CitationParts, cite, parts_of
from reader.settings import paths
from reader.settings.config import load
from reader.text.search import VARIANTS, find_all, find_hits
from tests.strategies import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("عن الإرهاب والارهاب", "ارهاب", ["إرهاب", "ارهاب"]), ("مُحَمَّد قال", "محمد", ["مُحَمَّد"]), ("مسؤول ومسئول", "مسئول", ["مسؤول", "مسئول"]),
        ("على وعلي", "علي", ["على", "علي"]), ("كتابة وكتابه", "كتابه", ["كتابة", "كتابه"]), ("٢٠٢١ و2021", "2021", ["٢٠٢١", "2021"]),
        ("تصـــريح", "تصريح", ["تصـــريح"]), ("ﺗﺼﺮﻳﺢ", "تصريح", ["ﺗﺼﺮﻳﺢ"]), ("قال «نعم»", '"نعم"', ["«نعم»"]), ("قال\u00a0 نعم", "قال نعم", ["قال\u00a0 نعم"]),
        ("عبدالله وعبد الله", "عبد الله", ["عبدالله", "عبد الله"]), ("أبوظبي وأبو ظبي", "أبوظبي", ["أبوظبي", "أبو ظبي"]), ("و قال ثم وقال", "وقال", ["و قال", "وقال"]),
        ("كوفيد-19 وكوفيد- 19 وكوفيد 19", "كوفيد -19", ["كوفيد-19", "كوفيد- 19", "كوفيد 19"]), ("لايوجد ولا يوجد", "لا يوجد", ["لايوجد", "لا يوجد"]),
        ("عَلَم وعِلم وعلم", "عِلم", ["عِلم", "علم"]), ("عَلَم وعِلم وعلم", "علم", ["عَلَم", "عِلم", "علم"]), ("مدرّسة ومدرسة", "مدرّسة", ["مدرّسة", "مدرسة"]),
        ("Max ROSE", "rose", ["ROSE"]), ("شيء", "xyz", []), ("شيء", "  ", []), ("کتاب گفت", "كتاب", ["کتاب"]),
    ],
)  # fmt: skip
def test_finding_as_arabic_is_spelt(text: str, query: str, found: list[str]) -> None:
    assert [span.cut(text) for span in find_all(text, query)] == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("أمريكا وأميركا والأمريكيون", "أميركا", ["أمريكا", "أميركا"]), ("بالأمريكي والأميركيين", "الأميركي", ["الأمريكي", "الأميركي"]),
        ("غوغل وجوجل وقوقل", "جوجل", ["غوغل", "جوجل", "قوقل"]), ("هونج كونغ، هونغ كونج", "هونغ كونغ", ["هونج كونغ", "هونغ كونج"]),
        ("مئة ومائة ومئات", "مائة", ["مئة", "مائة"]), ("أمير وأمريكا", "أمير", ["أمير"]), ("زيارة سوريا وسورية", "زيارة سورية", ["زيارة سوريا"]),
        ("عبدالله في أميركا", "عبد الله في أمريكا", ["عبدالله في أميركا"]),
    ],
)  # fmt: skip
def test_finding_in_other_spellings_too(text: str, query: str, found: list[str]) -> None:
    assert [hit.span.cut(text) for hit in find_hits(text, query, VARIANTS)] == found
    assert len(find_all(text, query)) < len(found) or found == ["أمير"]


def test_every_spelling_finds_the_others_of_its_word_and_is_of_one_word() -> None:
    with open(os.path.join(os.path.dirname(reader.text.__file__), "variants.txt"), encoding="utf-8") as file:
        rows = [line.split() for line in file if not line.startswith("#")]
    words = [fold(word).text for row in rows for word in row]
    assert len(words) == len(set(words))
    for row in rows:
        text = " ".join(f"و{word}" for word in row)
        for word in row:
            assert [hit.span.cut(text) for hit in find_hits(text, word, VARIANTS)] == row, word


@given(PARAGRAPHS)
def test_folding_keeps_a_map_back(text: str) -> None:
    folded = fold(text)
    offsets = [folded.offset(index) for index in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert all(folded.place(offset) <= index for index, offset in enumerate(offsets))
    for index, offset in enumerate(offsets[:-1]):
        assert folded.text[index] in fold(text[offset]).text or folded.text[index] in " ء"


@given(PARAGRAPHS)
def test_every_word_is_found_where_it_stands(text: str) -> None:
    for word in text.split():
        if any(c.isalnum() for c in fold(word).text):
            start = text.index(word)
            assert any(span.start < start + len(word) and start < span.end for span in find_all(text, word)), word


PARTS = CitationParts(
    "الأمن مسؤولية", "سعادة السيد داميان هيندز", "وزير الدولة", "منتدى الأمن", "قنا", "الدوحة", "14 أكتوبر 2021", 12
)


def test_a_citation_in_both_languages() -> None:
    set_language("ar")
    assert (
        cite(PARTS)
        == "«الأمن مسؤولية» — سعادة السيد داميان هيندز، وزير الدولة، «منتدى الأمن»، قنا، الدوحة، 14 أكتوبر 2021 (الفقرة 12)"
    )
    assert cite(CitationParts("نعم «كذا»")) == "«نعم “كذا”»"
    set_language("en")
    assert (
        cite(PARTS)
        == "“الأمن مسؤولية” — سعادة السيد داميان هيندز, وزير الدولة, “منتدى الأمن”, قنا, الدوحة, 14 أكتوبر 2021 (paragraph 12)"
    )


def test_what_a_citation_takes_from_the_sample(sample: str) -> None:
    analysis = parse(sample)
    found = parts_of(sample, analysis, Span(4486, 4520), 15)
    assert (found.speaker, found.role) == ("سعادة السيد داميان هيندز", "وزير الدولة ووزير الأمن والحدود البريطاني")
    assert (found.title, found.agency, found.city, found.date) == (
        "منتدى الأمن العالمي 2021 يختتم أعماله بالدوحة",
        "قنا",
        "الدوحة",
        "الخميس 14 أكتوبر 2021",
    )
    assert parts_of("نص", Analysis(), Span(0, 2), 0) == CitationParts("نص")


def test_copying_by_the_terminal() -> None:
    sequence = clipboard.osc52("سلام", tmux=False)
    assert b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == "سلام"
    assert clipboard.osc52("x", tmux=True) == "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"


def test_the_way_of_copying_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert clipboard.plan("x") == (clipboard.osc52("x", tmux=False), clipboard.BY_TERMINAL)
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    assert clipboard.plan("x")[0] == clipboard.osc52("x", tmux=True)
    monkeypatch.delenv("TMUX")
    monkeypatch.setenv("VTE_VERSION", "7006")
    monkeypatch.setattr(clipboard, "desktop_copy", lambda _text: True)
    assert clipboard.plan("x") == (None, clipboard.BY_DESKTOP)
    monkeypatch.setattr(clipboard, "desktop_copy", lambda _text: False)
    monkeypatch.setenv("TERM", "linux")
    assert clipboard.plan("x") == (None, clipboard.NOWHERE)


def test_where_the_library_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.library_path() == os.path.join(os.environ["XDG_DATA_HOME"], "hashiya", "library.db")
    monkeypatch.setenv("HASHIYA_LIBRARY", "/tmp/other.db")
    assert paths.library_path() == "/tmp/other.db"
    assert paths.library_path("/tmp/third.db") == "/tmp/third.db"


def test_the_sample_is_shipped_byte_for_byte(sample: str) -> None:
    assert len(sample) == 7390
    assert sample.encode().startswith("الثلاثاء 20 ربيع الأول".encode())


def test_a_relative_library_is_meant_from_where_the_settings_are() -> None:
    directory = paths.config_directory()
    os.makedirs(directory)
    with open(os.path.join(directory, "config.toml"), "w", encoding="utf-8") as file:
        file.write('library = "thesis.db"\n')
    assert load().library == os.path.join(directory, "thesis.db")


def test_settings_come_from_the_command_line_then_the_environment_then_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    directory = paths.config_directory()
    os.makedirs(directory)
    with open(os.path.join(directory, "config.toml"), "w", encoding="utf-8") as file:
        file.write('lang = "ar"\nlibrary = "/tmp/file.db"\ncoder = "omar"\narabic_layout = "mac"\n')
    assert load()[:4] == ("ar", "/tmp/file.db", "omar", "mac")
    monkeypatch.setenv("HASHIYA_LIBRARY", "/tmp/env.db")
    monkeypatch.setenv("HASHIYA_CODER", "huda")
    assert load()[1:3] == ("/tmp/env.db", "huda")
    assert load("en", "/tmp/arg.db", "ali")[:3] == ("en", "/tmp/arg.db", "ali")


@pytest.mark.parametrize(
    "content", ["lang = ", 'arabic_layout = "qwerty"', "lang = 5", "library = 5", 'strategy = "upside down"']
)
def test_settings_that_cannot_be_understood(content: str) -> None:
    directory = paths.config_directory()
    os.makedirs(directory)
    with open(os.path.join(directory, "config.toml"), "w", encoding="utf-8") as file:
        file.write(content)
    with pytest.raises(UsageError):
        load()
