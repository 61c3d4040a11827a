"""Libraries with documents that nobody has worked on yet, made once and copied for every side of a merge."""

import os

import pytest

from annotations.library import Library
from tests.annotations.acts.test_acts import OTHER, OTHER_ANALYSIS, add
from tests.annotations.corrections.test_corrections import added


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a library with the analysed document of the corrections."""
    path = os.path.join(tmp_path_factory.mktemp("analysed"), "library.db")
    with Library(path, "sara") as library:
        added(library)
    Library(path, "omar").close()  # both coders are known to it
    return path


@pytest.fixture(scope="session")
def two_documents(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a library with the two documents of the acts."""
    path = os.path.join(tmp_path_factory.mktemp("documents"), "library.db")
    with Library(path, "sara") as library:
        add(library)
        add(library, OTHER, OTHER_ANALYSIS, "2", "/x/b.txt")
    return path
