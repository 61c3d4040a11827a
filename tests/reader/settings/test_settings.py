"""Paths and settings: which source wins, what is refused."""

import os

import pytest

from reader.errors import UsageError
from reader.settings import paths
from reader.settings.config import load


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
