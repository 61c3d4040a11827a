"""Catalogues, plurals, isolates."""

import gettext
import io
import os

import pytest

from reader.language.i18n import (
    ALM,
    FSI,
    LRI,
    N_,
    PDI,
    RLI,
    _,
    counted,
    day,
    environment_language,
    is_rtl,
    isolate,
    language,
    language_of,
    listed,
    ltr,
    ltr_value,
    ordered,
    pcounted,
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
    "file": "لا ملفات|ملف واحد|ملفان|ملفين|ملفات|ملفًا|ملف",
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
        (("ar", "en"), "ar"), ((None, "ar_QA.UTF-8"), "ar"), (("fr", "C.UTF-8"), "en"), ((None, None), "en"),
        (("en", "ar"), "en"),
    ],
)  # fmt: skip
def test_the_language_is_the_first_wish_that_there_is(wishes: tuple[str | None, ...], expected: str) -> None:
    assert language_of(*wishes) == expected


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "C.UTF-8"),  # as every test finds it
        ({"LANG": "ar_QA.UTF-8"}, "ar_QA.UTF-8"),
        ({"LANG": "en_GB", "LC_MESSAGES": "ar"}, "ar"),
        ({"LC_MESSAGES": "en", "LC_ALL": "ar_OM"}, "ar_OM"),
        ({"LC_ALL": "", "LANG": "ar"}, "ar"),  # set to nothing counts as not set
        ({"LANG": ""}, None),
    ],
)
def test_the_environments_language_is_the_first_variable_that_is_set(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str | None
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment_language() == expected


@pytest.mark.parametrize(
    ("wish", "expected", "rtl"), [("ar", "ar", True), ("en", "en", False), ("fr", "en", False), ("", "en", False)]
)
def test_a_language_there_is_not_counts_as_english(wish: str, expected: str, rtl: bool) -> None:
    set_language("en" if rtl else "ar")
    set_language(wish)
    assert (language(), is_rtl()) == (expected, rtl)
    assert _("Quit") == ("خروج" if rtl else "Quit")


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("", f"{FSI}{PDI}", f"{FSI}{PDI}"),
        (25, f"{FSI}25{PDI}", f"{FSI}25{PDI}"),
        ("مُحَمَّد 😀", f"{FSI}مُحَمَّد 😀{PDI}", f"{FSI}مُحَمَّد 😀{PDI}"),
        (f"{FSI}a{PDI}", f"{FSI}a{PDI}", f"{FSI}a{PDI}"),
        (f"{FSI}a{PDI}, {LRI}b{PDI}", f"{LRI}{FSI}a{PDI}, {LRI}b{PDI}{PDI}", f"{RLI}{FSI}a{PDI}, {LRI}b{PDI}{PDI}"),
    ],
)
def test_an_isolate_takes_its_own_direction_or_the_interfaces(value: object, english: str, arabic: str) -> None:
    assert isolate(value) == english
    set_language("ar")
    assert isolate(value) == arabic
    assert isolate(isolate(value)) == isolate(value)


def test_an_isolate_that_was_never_closed_is_enclosed_in_another() -> None:
    assert isolate(f"{FSI}a") == f"{FSI}{FSI}a{PDI}"


def test_names_in_a_row_have_the_comma_of_the_language() -> None:
    assert [listed(names) for names in ([], ["سارة"], ["سارة", "Omar"])] == ["", "سارة", "سارة, Omar"]
    set_language("ar")
    assert [listed(names) for names in ([], ["سارة"], ["سارة", "Omar"])] == ["", "سارة", "سارة، Omar"]


def test_a_range_reads_as_the_interface_does_and_a_path_always_from_the_left() -> None:
    assert (ordered("1-3"), percent(7)) == (f"{LRI}1-3{PDI}", f"{LRI}7%{PDI}")
    assert ltr_value("a/b") == ltr("a/b") == f"{LRI}a/b{PDI}"
    assert ltr_value(isolate("نعم")) == isolate("نعم")
    set_language("ar")
    assert ordered("1-3") == f"{RLI}{ALM}1-3{PDI}"
    assert ltr_value("نعم") == f"{LRI}نعم{PDI}"


@pytest.mark.parametrize("number", [0, 1, 2, 5])
def test_a_count_is_the_same_by_either_name(number: int) -> None:
    set_language("ar")
    for case in ("label", "of"):
        assert pcounted(case, "{n} tag", "{n} tags", number) == counted("{n} tag", "{n} tags", number, case)
    assert N_("Quit") == "Quit"
    assert plain(f"{isolate('نعم')}، {percent(3)}") == "نعم، 3%"


def test_dates() -> None:
    assert day("2021-10-26T18:06:00+00:00") == "26 October 2021"
    set_language("ar")
    assert day("2021-10-26T18:06:00+00:00") == "26 أكتوبر 2021"
