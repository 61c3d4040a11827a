"""Paths and settings: which source wins, what is refused."""

import os

import pytest

from reader.errors import UsageError
from reader.settings import paths
from reader.settings.config import LAYOUTS, Config, load, read_toml, whole
from reader.settings.rendering import HARAKAT, STRATEGIES, VISUAL, Rendering


def write(content: str, name: str = "config.toml") -> str:
    """Write a file of the user's settings and return its path."""
    os.makedirs(paths.config_directory(), exist_ok=True)
    path = os.path.join(paths.config_directory(), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    return path


def test_the_library_is_the_one_chosen_or_that_of_the_environment_or_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.library_path() == os.path.join(os.environ["XDG_DATA_HOME"], "hashiya", "library.db")
    monkeypatch.setenv("HASHIYA_LIBRARY", "/tmp/other.db")
    assert paths.library_path() == paths.library_path("") == "/tmp/other.db"
    assert paths.library_path("/tmp/third.db") == "/tmp/third.db"


def test_a_library_is_named_from_where_one_stands_or_from_home(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.library_path("رسالة.db") == os.path.join(tmp_path, "رسالة.db")
    assert paths.library_path("~/x/../y.db") == os.path.join(os.environ["HOME"], "y.db")


@pytest.mark.parametrize(
    ("platform", "data", "config"),
    [
        ("linux", ".local/share", ".config"),
        ("darwin", "Library/Application Support", "Library/Application Support"),
    ],
)
@pytest.mark.parametrize("chosen", ["", "relative/data"])  # a relative path is to be ignored, as XDG has it
def test_without_xdg_directories_each_system_has_its_own(
    monkeypatch: pytest.MonkeyPatch, platform: str, data: str, config: str, chosen: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("XDG_DATA_HOME", chosen)
    monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
    home = os.environ["HOME"]
    assert paths.library_path() == os.path.join(home, data, "hashiya", "library.db")
    assert paths.config_directory() == os.path.join(home, config, "hashiya")


def test_the_sample_is_shipped_byte_for_byte(sample: str) -> None:
    assert len(sample) == 7390
    assert sample.encode().startswith("الثلاثاء 20 ربيع الأول".encode())


def test_the_sample_is_that_of_the_package_or_of_the_project(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = os.path.join(tmp_path, "reader")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    inner, outer = (os.path.join(folder, "samples", paths.SAMPLE) for folder in (package, os.fspath(tmp_path)))
    assert paths.sample_path() == inner  # missing: named where it should be
    for path in (outer, inner):
        os.makedirs(os.path.dirname(path))
        with open(path, "w", encoding="utf-8"):
            pass
        assert paths.sample_path() == path


def test_without_any_setting_the_usual_ones_hold() -> None:
    assert load() == Config("en", paths.library_path(), "sara", "auto", "", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("thesis.db", "{config}/thesis.db"),  # not from the working directory
        ("/tmp/thesis.db", "/tmp/thesis.db"), ("~/thesis.db", "{home}/thesis.db"), ("", "{data}/library.db"),
    ],
)  # fmt: skip
def test_a_relative_library_is_meant_from_where_the_settings_are(written: str, expected: str) -> None:
    write(f'library = "{written}"\n')
    data = os.path.dirname(paths.library_path())
    assert load().library == expected.format(config=paths.config_directory(), home=os.environ["HOME"], data=data)


def test_settings_come_from_the_command_line_then_the_environment_then_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write('lang = "ar"\nlibrary = "/tmp/file.db"\ncoder = "omar"\narabic_layout = "mac"\n')
    assert load()[:4] == ("ar", "/tmp/file.db", "omar", "mac")
    monkeypatch.setenv("HASHIYA_LIBRARY", "/tmp/env.db")
    monkeypatch.setenv("HASHIYA_CODER", "huda")
    assert load()[1:3] == ("/tmp/env.db", "huda")
    assert load("en", "/tmp/arg.db", "ali")[:3] == ("en", "/tmp/arg.db", "ali")


def test_the_language_of_the_file_goes_before_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ar_QA.UTF-8")
    assert load().language == "ar"
    write('lang = "en"\n')
    assert load().language == "en"


@pytest.mark.parametrize(
    ("variables", "coder"),
    [({"USER": "سارة"}, "سارة"), ({"USER": "", "LOGNAME": "omar"}, "omar"), ({"USER": "a", "LOGNAME": "b"}, "a")],
)
def test_a_coder_without_a_name_has_that_of_the_login(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coder: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load().coder == coder


@pytest.mark.parametrize(("known", "coder"), [(True, "huda"), (False, "coder")])
def test_where_the_environment_names_nobody_the_system_may_know(
    monkeypatch: pytest.MonkeyPatch, known: bool, coder: str
) -> None:
    import pwd

    def of_user(number: int) -> pwd.struct_passwd:
        if not known:
            raise KeyError(number)
        return pwd.struct_passwd(("huda", "x", number, number, "", "/", "/bin/sh"))

    monkeypatch.setenv("USER", "")
    monkeypatch.setenv("LOGNAME", "")
    monkeypatch.setattr(pwd, "getpwuid", of_user)
    assert load().coder == coder


def test_a_name_that_is_no_utf8_becomes_valid_text() -> None:
    assert whole(os.fsdecode(b"caf\xe9")) == load(coder=os.fsdecode(b"caf\xe9")).coder == "caf\ufffd"
    assert whole("سارة 😀") == "سارة 😀"
    assert whole("") == ""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_may_be_set(layout: str) -> None:
    write(f'arabic_layout = "{layout}"\n')
    assert load().arabic_layout == layout


@pytest.mark.parametrize(
    ("name", "choices"), [("strategy", STRATEGIES), ("harakat", HARAKAT)], ids=["strategy", "harakat"]
)
def test_every_way_of_sending_arabic_may_be_set(name: str, choices: tuple[str, ...]) -> None:
    for choice in choices:
        write(f'{name} = "{choice}"\n')
        assert getattr(load(), name) == choice
    assert Rendering(STRATEGIES[0], HARAKAT[0]) == VISUAL


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("lang = ", "config.toml"), ("lang = 5", "lang"), ("library = 5", "library"), ("coder = []", "coder"),
        ("arabic_layout = 1", "arabic_layout"), ('arabic_layout = "qwerty"', "qwerty"),
        ('strategy = "upside down"', "upside down"), ('harakat = "some"', "some"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_understood_are_refused_by_name(content: str, named: str) -> None:
    write(content)
    with pytest.raises(UsageError, match=named):
        load()


def test_a_file_of_settings_is_read_where_there_is_one() -> None:
    assert read_toml("keymap.toml") == {}
    path = write('[keys]\nnote = "x"\n', "keymap.toml")
    assert read_toml("keymap.toml") == {"keys": {"note": "x"}}
    os.remove(path)
    os.mkdir(path)
    with pytest.raises(UsageError, match=r"keymap\.toml"):
        read_toml("keymap.toml")
