"""Catalogues, plurals, isolates."""

import gettext
import io
import os

import pytest

from reader.language.i18n import (
    ALM,
    FSI,
    LRI,
    PDI,
    RLI,
    _,
    counted,
    day,
    isolate,
    language_of,
    ltr,
    percent,
    plain,
    set_language,
)
from tests.catalogue import messages
from tests.compile_catalogues import LOCALE, compiled

FORMS = {
    "change": "لا إجراءات|إجراء واحد|إجراءان|إجراءين|إجراءات|إجراءً|إجراء",
    "coder": "لا مرمّزين|مرمّز واحد|مرمّزان|مرمّزين|مرمّزين|مرمّزًا|مرمّز",
    "conflict": "لا تعارضات|تعارض واحد|تعارضان|تعارضين|تعارضات|تعارضًا|تعارض",
    "person": "لا أشخاص|شخص واحد|شخصان|شخصين|أشخاص|شخصًا|شخص",
    "tag": "لا وسوم|وسم واحد|وسمان|وسمين|وسوم|وسمًا|وسم",
    "annotation": "لا حواشي|حاشية واحدة|حاشيتان|حاشيتين|حواشٍ|حاشية|حاشية",
    "article": "لا أخبار|خبر واحد|خبران|خبرين|أخبار|خبرًا|خبر",
    "correction": "لا تصحيحات|تصحيح واحد|تصحيحان|تصحيحين|تصحيحات|تصحيحًا|تصحيح",
    "document": "لا مستندات|مستند واحد|مستندان|مستندين|مستندات|مستندًا|مستند",
    "boilerplate line": "لا زوائد|سطر زائد|سطران زائدان|سطرين زائدين|أسطر زائدة|سطرًا زائدًا|سطر زائد",
    "match": "لا مواضع|موضع واحد|موضعان|موضعين|مواضع|موضعًا|موضع",
    "session": "لا جلسات|جلسة واحدة|جلستان|جلستين|جلسات|جلسة|جلسة",
    "speaker": "لا متحدثين|متحدث واحد|متحدثان|متحدثين|متحدثين|متحدثًا|متحدث",
    "statement": "لا تصريحات|تصريح واحد|تصريحان|تصريحين|تصريحات|تصريحًا|تصريح",
    "word": "لا كلمات|كلمة واحدة|كلمتان|كلمتين|كلمات|كلمة|كلمة",
}
PLURALS = {"match": "matches", "person": "people"}
NUMBERS = {0: 0, 1: 1, 2: 2, 3: 4, 10: 4, 11: 5, 99: 5, 100: 6, 101: 6, 103: 4, 111: 5}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("noun", FORMS)
def test_every_counted_noun_in_arabic(noun: str, number: int) -> None:
    set_language("ar")
    forms = FORMS[noun].split("|")
    for case, dual in (("label", 2), ("of", 3)):
        form = forms[dual if number == 2 else NUMBERS[number]]
        expected = form if number < 3 else f"{number} {form}"
        assert counted("{n} " + noun, "{n} " + PLURALS.get(noun, f"{noun}s"), number, case) == expected


def test_every_counted_noun_has_forms_here() -> None:
    assert {singular.removeprefix("{n} ") for singular, _plural in messages()[1]} == set(FORMS)


def test_the_plural_rule_is_unicodes() -> None:
    from babel import Locale

    set_language("ar")
    order = ["zero", "one", "two", "few", "many", "other"]
    forms = FORMS["speaker"].split("|")
    shown = [forms[0], forms[1], forms[2], forms[4], forms[5], forms[6]]
    for number in range(5_000):
        expected = shown[order.index(Locale("ar").plural_form(number))]
        assert counted("{n} speaker", "{n} speakers", number).endswith(expected)


def test_every_message_is_translated_and_nothing_else_is() -> None:
    from babel.messages.pofile import read_po

    single, plural = messages()
    with open(os.path.join(LOCALE, "ar", "LC_MESSAGES", "hashiya.po"), "rb") as file:
        catalogue = read_po(file)
    found = {message.id for message in catalogue if message.id}
    assert {m for m in found if isinstance(m, str)} == single
    assert {m for m in found if isinstance(m, tuple)} == plural
    for message in catalogue:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            assert all(texts), message.id
            assert "!" not in "".join(map(str, texts))


def test_placeholders_are_kept() -> None:
    import re

    set_language("ar")
    for message in messages()[0]:
        assert set(re.findall(r"{(\w+)}", message)) == set(re.findall(r"{(\w+)}", _(message))), message


def test_the_compiled_catalogue_is_up_to_date() -> None:
    with open(os.path.join(LOCALE, "ar", "LC_MESSAGES", "hashiya.mo"), "rb") as file:
        committed = gettext.GNUTranslations(file)
    fresh = gettext.GNUTranslations(io.BytesIO(compiled("ar")))
    for single in messages()[0]:
        assert committed.gettext(single) == fresh.gettext(single)
    for one, many in messages()[1]:
        for case in ("label", "of"):
            assert [committed.npgettext(case, one, many, n) for n in NUMBERS] == [
                fresh.npgettext(case, one, many, n) for n in NUMBERS
            ]


def test_values_are_isolated() -> None:
    set_language("ar")
    assert f"{FSI}سارة{PDI}" in _("“{query}” not found", query="سارة")
    assert f"{LRI}/home/x{PDI}" in _("Cannot open {path}: there is no such file.", path="/home/x")
    assert isolate(ltr("q")) == f"{LRI}q{PDI}"
    two = f"{isolate('سارة')}: {isolate('omar')}"
    assert isolate(two) == f"{RLI}{two}{PDI}"  # two isolates after each other are not one
    assert isolate(f"نعم {two}") == f"{FSI}نعم {two}{PDI}"
    assert isolate(isolate(two)) == isolate(two)
    assert percent(37) == f"{RLI}{ALM}37%{PDI}"
    assert plain(percent(37)) == "37%"


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (("ar", "en"), "ar"),
        ((None, "ar_QA.UTF-8"), "ar"),
        (("fr", "C.UTF-8"), "en"),
        ((None, None), "en"),
        (("en", "ar"), "en"),
    ],
)
def test_the_language_is_the_first_wish_that_there_is(wishes: tuple[str | None, ...], expected: str) -> None:
    assert language_of(*wishes) == expected


def test_dates() -> None:
    assert day("2021-10-26T18:06:00+00:00") == "26 October 2021"
    set_language("ar")
    assert day("2021-10-26T18:06:00+00:00") == "26 أكتوبر 2021"
