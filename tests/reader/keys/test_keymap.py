"""Commands and keys: every command is reached under Latin and Arabic layouts, by what terminals send."""

import os

import pytest

from reader.errors import UsageError
from reader.keys.commands import BY_ID, COMMANDS, usual_keys
from reader.keys.keymap import arabic_keys, bindings, caps, expand, key_cap, layout_in_use, user_keys
from reader.settings.config import LAYOUTS
from reader.settings.paths import config_directory

# the same on Arabic PC and Mac layouts, or no letter at all
STABLE_LETTERS = set("qwertyuiopasdfjkl")


def test_every_command_has_a_key_that_no_arabic_layout_moves() -> None:
    pc, mac = arabic_keys("pc"), arabic_keys("mac")
    for command in COMMANDS:
        assert command.stable, command.id
        for key in command.stable:
            if len(key) == 1 and not key.isdigit():
                assert key in STABLE_LETTERS, (command.id, key)
                assert pc[key] == mac[key] != (), (command.id, key)


@pytest.mark.parametrize("layout", ["pc", "mac", "azerty"])
def test_no_key_gives_two_commands(layout: str) -> None:
    seen: dict[str, str] = {}
    for name, keys in bindings(layout).items():
        for key in keys:
            assert key not in seen, (key, seen.get(key), name)
            seen[key] = name


def test_lam_and_alef_stay_free_for_the_key_that_sends_both() -> None:
    for layout in ("pc", "mac", "azerty"):
        used = {key for keys in bindings(layout).values() for key in keys}
        assert not used & {"ل", "ا", "g", "h"}


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("ش", "note"), ("ف", "tag.pick"), ("ي", "remove"), ("ع", "undo"), ("ق", "redo"), ("غ", "copy"), ("س", "select"), ("ث", "widen"),
        ("ر", "select"), ("ى", "hit.next"), ("خ", "hit.next"), ("ه", "hit.previous"), ("آ", "hit.previous"), ("ص", "word.next"), ("ح", "word.previous"),
        ("\ufefb", "word.previous"), ("ج", "session.previous"), ("د", "session.next"), ("<", "paragraph.previous"), (">", "paragraph.next"),
        ("(", "sentence.previous"), (")", "sentence.next"), ("]", "session.next"), ("{", "paragraph.previous"), ("ظ", "find"), ("/", "find"), ("ب", "find"),
        ("؟", "help"), ("ض", "quit"), ("`", "redo"), ("إ", "cite"), ("\u064f", "narrow"), ("م", "narrow"), ("٣", "tag.3"), ("۹", "tag.9"), ("ئ", "fold"),
    ],
)  # fmt: skip
def test_arabic_pc_letters_stand_for_their_physical_key(key: str, command: str) -> None:
    assert key in bindings("pc")[command]


@pytest.mark.parametrize(
    ("key", "command"),
    [("ز", "word.previous"), ("ر", "hit.next"), ("د", "select"), ("ة", "session.next"), ("ظ", "fold")],
)
def test_arabic_mac_letters(key: str, command: str) -> None:
    assert key in bindings("mac")[command]


def write(content: str) -> None:
    """Write the user's keymap.toml."""
    os.makedirs(config_directory(), exist_ok=True)
    with open(os.path.join(config_directory(), "keymap.toml"), "w", encoding="utf-8") as file:
        file.write(content)


def test_the_users_keys_replace_ours_and_are_expanded() -> None:
    write('[keys]\n"note" = "x"\n"quit" = "f9,Q"\n')
    found = bindings("pc", user_keys())
    assert found["note"] == ("x", "ء")
    assert found["quit"] == ("f9", "Q")
    assert "f9" not in found["annotation.next"]
    assert all(keys for name, keys in found.items() if name != "annotation.next")


def test_a_key_map_with_an_unknown_command_is_refused() -> None:
    write('[keys]\n"fly" = "x"\n')
    with pytest.raises(UsageError, match="fly"):
        user_keys()


@pytest.mark.parametrize(
    "rows",
    ['"note" = "d"', '"note" = "q,ctrl+q"', '"note" = "f7"\n"find" = "f7"', '"note" = "foo bar"', '"note" = ""'],
)
def test_a_key_map_that_cannot_work_is_refused(rows: str) -> None:
    write(f"[keys]\n{rows}\n")
    with pytest.raises(UsageError, match=r"keymap\.toml"):
        bindings("pc", user_keys())


def test_a_list_of_keys_will_do() -> None:
    write('[keys]\n"note" = ["x", "f10"]\n"annotation.previous" = ","\n')
    assert user_keys() == {"note": ("x", "f10"), "annotation.previous": (",",)}


def test_an_arabic_letter_that_the_user_chose_stands_for_no_other_key() -> None:
    write('[keys]\n"quit" = "ش,ق"\n')
    found = bindings("pc", user_keys())
    assert found["quit"] == ("ش", "ق")
    assert [name for name, keys in found.items() if {"ش", "ق"} & {*keys}] == ["quit"]
    assert {"a", "r"} <= {*found["note"], *found["redo"]}


def test_without_a_key_map_no_key_is_the_users() -> None:
    assert user_keys() == {}
    write('other = "x"\n')
    assert user_keys() == {}
    write('keys = "x"\n')
    with pytest.raises(UsageError, match="keys"):
        user_keys()


@pytest.mark.parametrize(
    ("setting", "platform", "layout"),
    [("auto", "linux", "pc"), ("auto", "darwin", "mac"), ("azerty", "darwin", "azerty"), ("pc", "darwin", "pc")],
)
def test_the_layout_is_the_one_set_or_that_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, setting: str, platform: str, layout: str
) -> None:
    assert setting in LAYOUTS
    monkeypatch.setattr("sys.platform", platform)
    assert layout_in_use(setting) == layout
    assert bindings(setting) == bindings(layout)


@pytest.mark.parametrize(
    ("key", "cap"),
    [
        ("pagedown", "PgDn"), ("ctrl+r", "Ctrl+R"), ("f7", "F7"), ("f12", "F12"), ("shift+f3", "Shift+F3"), ("ctrl+home", "Ctrl+Home"), ("left", "←"),
        ("question_mark", "?"), ("e", "e"), ("E", "E"), ("f", "f"), ("(", "("), ("ش", "ش"), ("٣", "٣"),
    ],
)  # fmt: skip
def test_a_key_is_named_as_a_keyboard_labels_it(key: str, cap: str) -> None:
    assert key_cap(key) == cap


def test_the_help_names_a_few_latin_keys_or_else_the_usual_ones() -> None:
    redo = BY_ID["redo"]
    assert usual_keys(redo) == ("U", "ctrl+r", "r")
    assert usual_keys(BY_ID["word.next"]) == ("w",)  # once, though it is usual and stable
    assert caps(redo, ("ق", "U", "ctrl+r", "r", "f9")) == ["U", "Ctrl+R", "r"]
    assert caps(redo, ("U", "ctrl+r"), most=1) == ["U"]
    assert caps(redo, ("ق",), most=2) == ["U", "Ctrl+R"]


def test_expanding_adds_what_the_physical_key_sends() -> None:
    assert expand(("a", "3"), "pc") == ("a", "ش", "3", "٣", "۳")
