"""Exit codes: each family of errors has its own, and each code a meaning."""

import pytest

from annotations.errors import HashiyaError, LibraryNewer, MergeRefused, OutputError, SpanError, UnknownTag
from reader.cli.exits import CODES, INTERRUPTED, MEANINGS, code_of
from reader.errors import FileMissing, FolderEmpty, UsageError


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError(problem="?"), 2), (FileMissing(path="a"), 3), (FolderEmpty(path="a"), 3),
        (LibraryNewer(path="a", found=9, known=8), 4), (SpanError(start=1, end=0, length=5), 5),
        (UnknownTag(name="لا"), 5), (MergeRefused(path="a", reason="?"), 5), (OutputError(path="a", reason="?"), 6),
        (HashiyaError(), 5),
    ],
)  # fmt: skip
def test_an_error_has_the_code_of_its_family(error: Exception, code: int) -> None:
    assert code_of(error) == code


def test_every_code_is_its_own_and_has_a_meaning() -> None:
    assert len({*CODES.values(), INTERRUPTED}) == len(CODES) + 1
    assert set(CODES) == set(MEANINGS)
