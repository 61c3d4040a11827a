"""A library with the work of two coders, made once and copied for every test that changes it."""

import os
import shutil
from collections.abc import Iterator

import pytest

from annotations.library import Library
from tests.annotations.acts.test_acts import prepared


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a prepared library that nobody writes to."""
    path = os.path.join(tmp_path_factory.mktemp("prepared"), "library.db")
    prepared(path).close()
    return path


@pytest.fixture
def library(template: str, tmp_path: os.PathLike[str]) -> Iterator[Library]:
    """Return a copy of the prepared library, opened by sara."""
    with Library(shutil.copy(template, os.path.join(tmp_path, "library.db")), "sara") as opened:
        yield opened
