"""The libraries that the reports' tests read."""

from collections.abc import Iterator

import pytest

from annotations.library import Library
from tests.reader.report.library import annotated, with_another


@pytest.fixture(scope="module")
def one_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library with one text."""
    with Library(annotated(str(tmp_path_factory.mktemp("one"))), "", read_only=True) as library:
        yield library


@pytest.fixture(scope="module")
def two_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library with two texts."""
    with Library(with_another(str(tmp_path_factory.mktemp("two"))), "", read_only=True) as library:
        yield library
