"""The screens, kept as plain text in both languages; HASHIYA_UPDATE=1 writes them anew for review."""

import os
import re
from unicodedata import normalize

import pytest
from textual.pilot import Pilot

from tests.reader.ui.stage import ARABIC, LATIN, act, library_path, screen_text, start

FOLDER = os.path.join(os.path.dirname(__file__), "screens")
TEXTS = {"arabic": ARABIC, "latin": LATIN}
OF_THE_TEXT = ("reading_", "tagged_", "found_", "sessions_", "speakers_")  # in English too these show the Arabic text
TAGGED = " ".join(["down"] * 11 + ["4", "j", "2", "j", "2"])
SCREENS = {
    "reading_80x24": ((80, 24), ""),
    "reading_120x40": ((120, 40), ""),
    "reading_40x12": ((40, 12), ""),
    "tagged_120x40": ((120, 40), "down down down down down 4 2 down v w w w 8 left"),
    "sessions_80x24": ((80, 24), "f5"),
    "speakers_80x24": ((80, 24), "f6"),
    "sessions_60x20": ((60, 20), "f5"),
    "picker_80x24": ((80, 24), "t"),
    "new_tag_80x24": ((80, 24), "t n e w"),
    "note_80x24": ((80, 24), "down down down down down a"),
    "help_80x24": ((80, 24), "question_mark"),
    "commands_80x24": ((80, 24), "f2"),
    "found_80x24": ((80, 24), "f ا ل enter"),
    "not_found_80x24": ((80, 24), "f x y z enter"),
    "folded_80x24": ((80, 24), "z"),
    "nothing_to_undo_80x24": ((80, 24), "u"),
    "tagged_then_removed_80x24": ((80, 24), "3 d"),
    "lists_80x24": ((80, 24), "enter"),
    "codebook_80x24": ((80, 24), f"{TAGGED} T"),
    "codebook_120x40": ((120, 40), f"{TAGGED} T k k"),
    "annotations_80x24": ((80, 24), f"{TAGGED} A a"),
    "annotations_120x40": ((120, 40), f"{TAGGED} A l"),
    "same_80x24": ((80, 24), f"{TAGGED} asterisk"),
    "concordance_120x40": ((120, 40), "K ا ل enter l o o"),
    "statements_80x24": ((80, 24), "Q"),
    "persons_80x24": ((80, 24), "P"),
    "library_80x24": ((80, 24), "L"),
    "history_80x24": ((80, 24), f"{TAGGED} u H"),
    "pictures_80x24": ((80, 24), f"{TAGGED} G"),
    "pictures_of_speakers_80x24": ((80, 24), f"{TAGGED} G k"),
    "compare_80x24": ((80, 24), f"{TAGGED} C"),
    "agreement_80x24": ((80, 24), f"{TAGGED} R"),
    "conflicts_80x24": ((80, 24), "X"),
    "form_80x24": ((80, 24), "F"),
    "list_help_80x24": ((80, 24), "A question_mark"),
    "memo_80x24": ((80, 24), "M"),
}
CASES = [(name, language) for name in SCREENS for language in ("ar", "en")]


def text_of(name: str, language: str) -> str:
    """Return which text a screen is kept with: "arabic" or "latin"."""
    return "arabic" if language == "ar" or name.startswith(OF_THE_TEXT) else "latin"


def path_of(name: str, language: str) -> str:
    """Return where a screen is kept."""
    return os.path.join(FOLDER, f"{name}.{language}.{text_of(name, language)}.txt")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_screen_is_as_it_was_reviewed(
    name: str, language: str, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("annotations.store.annotation_rows.now", "annotations.store.history.now"):
        monkeypatch.setattr(module, lambda *_args: "2026-11-24T08:30:00.000+00:00")
    size, keys = SCREENS[name]
    app = start(TEXTS[text_of(name, language)], library_path(tmp_path), language=language)
    shown: list[str] = []

    async def take(_pilot: Pilot[None]) -> None:
        shown.append(screen_text(app))

    act(app, take, size=size, keys=keys)
    path = path_of(name, language)
    if os.environ.get("HASHIYA_UPDATE"):
        os.makedirs(FOLDER, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(shown[0])
    with open(path, encoding="utf-8") as file:
        assert shown[0] == file.read()
    assert len(shown[0].splitlines()) == size[1]


# names, key caps, what the text itself says, and what was typed
ALLOWED = set("hashiya merge Tab Esc Enter Ctrl Shift PgDn PgUp Home End Space WATER report txt new xyz".split())


@pytest.mark.parametrize("name", SCREENS)
def test_an_arabic_screen_has_no_latin_word(name: str) -> None:
    with open(path_of(name, "ar"), encoding="utf-8") as file:
        found = set(re.findall(r"[A-Za-z]{2,}", file.read()))
    assert found <= ALLOWED


@pytest.mark.parametrize("name", SCREENS)
def test_an_english_screen_has_no_arabic_but_the_texts_own(name: str) -> None:
    text = normalize("NFKC", TEXTS[text_of(name, "en")])
    with open(path_of(name, "en"), encoding="utf-8") as file:
        words = set(re.findall(r"[\u0621-\u064a]{2,}", file.read()))
    # the coder, what was typed, and a key as the keyboard shows it; a row may cut a word of the text
    assert {word for word in words if word not in text} <= {"سارة", "ال", "لا"}


def test_every_screen_that_is_kept_is_looked_at() -> None:
    assert sorted(os.listdir(FOLDER)) == sorted(os.path.basename(path_of(*case)) for case in CASES)
