"""Opening the library: commands that read never make one, commands that write make its folder too."""

import os

import pytest

from annotations.errors import LibraryError, LibraryReadOnly
from reader.cli.existing import open_existing, open_library
from reader.settings.config import Config
from reader.settings.paths import make_folder


def test_reading_makes_no_library_and_changes_none(tmp_path: os.PathLike[str]) -> None:
    config = Config("en", os.path.join(tmp_path, "deep", "er", "l.db"), "سارة", "pc")
    with open_existing(config) as library:
        assert [tag.id for tag in library.codebook.tags()][:2] == [1, 2]  # the codebook that every library begins with
    assert os.listdir(tmp_path) == []
    with open_library(config) as library:
        library.codebook.new("جديد", "ar")
        assert library.coder_name == "سارة"
    with open_existing(config) as library:
        assert library.codebook.tags()[-1].names.exactly("ar") == "جديد"
        with pytest.raises(LibraryReadOnly):
            library.codebook.new("آخر", "ar")


def test_a_folder_that_cannot_be_made_is_an_error_of_the_library(tmp_path: os.PathLike[str]) -> None:
    file = os.path.join(tmp_path, "file")
    with open(file, "w", encoding="utf-8"), pytest.raises(LibraryError, match="part of the path is not a folder"):
        make_folder(os.path.join(file, "deep", "l.db"))
