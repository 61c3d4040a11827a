"""A library with one analysed document, made once and copied for every test that corrects it."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from tests.annotations.corrections.test_corrections import added


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a library with the analysed document, which nobody writes to."""
    path = os.path.join(tmp_path_factory.mktemp("analysed"), "library.db")
    with Library(path, "sara") as library:
        added(library)
    return path


@pytest.fixture
def path(template: str, tmp_path: os.PathLike[str]) -> str:
    """Return the path of a copy."""
    return shutil.copy(template, os.path.join(tmp_path, "library.db"))


@pytest.fixture
def library(path: str) -> Iterator[Library]:
    """Return a copy, opened by sara; its document is number 1."""
    with Library(path, "sara") as opened:
        yield opened
