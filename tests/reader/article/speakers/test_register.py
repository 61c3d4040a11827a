"""The speakers of a document: one entry a person, whatever they are called, and what each entry collects."""

import pytest

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.find_phrase import bare_name_at, phrase_at
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.register import Register, source_words
from reader.article.words.tokens import Token
from tests.reader.article.phrases import read


class Page:
    """A text whose phrases are registered one after another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = read(text)
        self.register = Register(text)

    def phrase(self, written: str) -> tuple[list[Token], SpeakerPhrase]:
        """Return the phrase that begins with the last occurrence of some words and ends within them."""
        start = self.text.rindex(written)
        at = next(i for i, token in enumerate(self.words) if token.start == start)
        stop = 1 + next(i for i, token in enumerate(self.words) if token.end >= start + len(written))
        found = phrase_at(self.words, at, stop) or bare_name_at(self.words, at, stop)
        assert found is not None
        return self.words, found

    def person(self, written: str) -> SpeakerDraft:
        return self.register.add_person(*self.phrase(written))

    def title(self, written: str, current: int | None = None) -> SpeakerDraft:
        return self.register.title(*self.phrase(written), current)

    def noun(self, written: str, current: int | None = None) -> SpeakerDraft:
        return self.register.noun(*self.phrase(written), current)


def test_a_person_is_one_entry_by_all_names_and_collects_what_is_said() -> None:
    page = Page("السعود قال، ثم نزار السعود، ثم معالي وزير المياه نزار محمد السعود. نزار عاد.")
    entries = [
        page.person(name) for name in ("السعود قال", "نزار السعود", "معالي وزير المياه نزار محمد السعود", "نزار عاد")
    ]
    assert {entry.number for entry in entries} == {1}
    speaker = page.register.entry(1).speaker()
    assert (speaker.name, speaker.honorific, speaker.role, speaker.gender) == (
        "نزار محمد السعود",
        "معالي",
        "وزير المياه",
        "m",
    )
    assert [span.cut(page.text) for span in speaker.mentions] == ["السعود", "نزار السعود", "نزار محمد السعود", "نزار"]


def test_other_names_are_other_persons() -> None:
    page = Page("نزار السعود، سالم السعود، منى البكري")
    assert [page.person(name).number for name in ("نزار السعود", "سالم السعود", "منى البكري")] == [1, 2, 3]
    assert [entry.name for entry in page.register.entries] == ["نزار السعود", "سالم السعود", "منى البكري"]
    assert page.register.has_speaker()
    assert not Register("").has_speaker()


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("الدكتورة منى البكري", "f"), ("السيدة منى البكري", "f"), ("سعادة خالد العبادي", ""), ("الوزيرة منى البكري", "f"), ("الوزير خالد العبادي", "m"),
        ("صاحبة السمو منى البكري", "f"), ("خالد العبادي", ""),
    ],
)  # fmt: skip
def test_gender_is_told_by_honorific_or_role(text: str, gender: str) -> None:
    assert Page(text).person(text).gender == gender


def test_the_longest_role_is_kept_and_one_in_passing_replaces_none() -> None:
    page = Page("الوزير نزار السعود، وزير المياه نزار السعود، نزار السعود وهو سائق شاحنة كبيرة سابق")
    for name in ("الوزير نزار السعود", "وزير المياه نزار السعود", "نزار السعود وهو سائق شاحنة كبيرة سابق"):
        page.person(name)
    assert page.register.entry(1).role == "وزير المياه"
    alone = Page("نزار السعود وهو سائق شاحنة")
    assert alone.person(alone.text).role == "سائق شاحنة"


def test_a_first_name_before_an_object_is_not_a_longer_name() -> None:
    page = Page("منير الخطيب وصل. منير الطريق طويل.")
    page.person("منير الخطيب")
    assert page.register.runs_on(*page.phrase("منير الطريق"))
    assert page.person("منير الطريق").name == "منير الخطيب"
    assert not page.register.runs_on(*page.phrase("منير الخطيب"))


def test_known_names_are_recognised() -> None:
    page = Page("نزار محمد السعود، السعود، نزار، سالم، محمد السعود")
    page.person("نزار محمد السعود")
    known = [page.register.is_name(*page.phrase(name)) for name in ("السعود", "نزار", "سالم", "محمد السعود")]
    assert known == [True, True, False, True]


@pytest.mark.parametrize(
    ("text", "person", "title", "same"),
    [
        ("وزير المياه نزار السعود. قال الوزير", "وزير المياه نزار السعود", "الوزير", True),
        ("وزير المياه نزار السعود. قال وزير المياه", "وزير المياه نزار السعود", "وزير المياه", True),
        ("وزير المياه نزار السعود. قال وزير الصحة", "وزير المياه نزار السعود", "وزير الصحة", False),
        ("وزير المياه نزار السعود. قالت الوزيرة", "وزير المياه نزار السعود", "الوزيرة", False),
        ("الوزيرة منى البكري. قال الوزير", "الوزيرة منى البكري", "الوزير", False),
        ("رئيس الوزراء نزار السعود. بين رئيس الحكومة", "رئيس الوزراء نزار السعود", "رئيس الحكومة", True),
        ("المدرب كارلو سالم. أضاف المدرب الإيطالي", "المدرب كارلو سالم", "المدرب الإيطالي", True),
        ("وزير المياه نزار السعود. صرح المتحدث باسم الرئاسة", "وزير المياه نزار السعود", "المتحدث باسم الرئاسة", False),
        ("خالد العبادي. قال الطبيب", "خالد العبادي", "الطبيب", True), ("الدكتورة منى البكري. قال الطبيب", "الدكتورة منى البكري", "الطبيب", False),
    ],
)  # fmt: skip
def test_a_title_denotes_whoever_holds_the_role(text: str, person: str, title: str, same: bool) -> None:
    page = Page(text)
    entry = page.person(person)
    assert (page.title(title) is entry) == same


def test_a_title_of_nobody_known_is_a_person_by_that_name() -> None:
    page = Page("قال وزير المياه، وعاد الوزير")
    entry = page.title("وزير المياه")
    assert (entry.name, entry.kind, entry.role, entry.titled, entry.gender) == ("وزير المياه", "person", "", True, "m")
    assert page.title("الوزير") is entry
    assert [span.cut(page.text) for span in sorted(entry.mentions)] == ["وزير المياه", "الوزير"]


def test_the_current_speaker_is_preferred_among_holders() -> None:
    page = Page("وزير المياه نزار السعود، وزير الصحة سالم العبادي. قال الوزير")
    water, health = page.person("وزير المياه نزار السعود"), page.person("وزير الصحة سالم العبادي")
    assert page.title("الوزير") is health
    assert page.title("الوزير", water.number) is water


def test_organisations_groups_and_sources_are_known_again() -> None:
    page = Page("وزارة الصحة، والوزارة، للأمم المتحدة، وكالة فيتش، فيتش، مصادر مطلعة، المصادر، المشاركون")
    ministry = page.noun("وزارة الصحة")
    assert page.register.is_known_noun(*page.phrase("وزارة الصحة"))
    assert not page.register.is_known_noun(*page.phrase("المشاركون"))
    assert page.noun("والوزارة") is ministry
    agency = page.noun("وكالة فيتش")
    fitch = read("فيتش")[0]
    assert page.register.alias(fitch)
    assert not page.register.alias(read("موديز")[0])
    at = next(i for i, token in enumerate(page.words) if token.start == page.text.rindex("فيتش"))
    assert page.register.noun(page.words, SpeakerPhrase("org", "noun", at, at + 1, name=(at, at + 1)), None) is agency
    assert page.noun("مصادر مطلعة") is page.noun("المصادر") is page.register.entry(3)
    assert [(entry.name, entry.kind) for entry in page.register.entries] == [
        ("وزارة الصحة", "org"), ("وكالة فيتش", "org"), ("مصادر مطلعة", "unnamed"),
    ]  # fmt: skip


def test_a_quoted_name_is_closed_and_an_overlong_one_is_the_shorter() -> None:
    page = Page("منظمة «أطباء السواحل» إن. وزارة المالية إن. وزارة المالية النسبة")
    assert page.noun("منظمة «أطباء السواحل").name == "منظمة «أطباء السواحل»"
    assert page.noun("وزارة المالية") is page.noun("وزارة المالية النسبة")


def test_the_officer_is_the_last_person_named() -> None:
    page = Page("خالد العبادي، الدكتورة منى البكري. قال الضابط، قالت المرأة")
    khaled, mona = page.person("خالد العبادي"), page.person("الدكتورة منى البكري")
    assert page.noun("الضابط") is khaled
    assert page.noun("المرأة") is mona
    assert [entry.name for entry in page.register.latest(len(page.text))] == ["منى البكري", "خالد العبادي"]
    assert list(page.register.latest(0)) == []
    assert list(page.register.latest(len(page.text), 1)) == [mona]
    assert Page("الضابط").noun("الضابط").kind == "unnamed"


def test_whoever_chairs_a_body_is_its_president() -> None:
    page = Page("عقدت اللجنة برئاسة خالد العبادي، قال رئيس اللجنة")
    entry = page.person("خالد العبادي")
    page.register.chairs(entry, page.words[:3])
    assert page.title("رئيس اللجنة") is entry
    assert [token.letters for token in source_words(*page.phrase("رئيس اللجنة"))] == ["رئيس", "اللجنة"]
