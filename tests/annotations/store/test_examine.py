"""What an examination finds: pages, owners, texts and rows that are not as the log has them."""

import os
from collections.abc import Callable

import pytest

from annotations.library import Library
from annotations.store.examine import Findings
from annotations.values.spans import Span
from tests.annotations.test_library import TEXT, add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    import hashlib

    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        add(library, hashlib.sha256(TEXT.encode()).hexdigest())
        add(library, "2" * 64)
        library.passages.annotate(1, Span(0, 3), [1], "رأي")
        library.codebook.rename(2, "مياه", "ar")
        library.passages.annotate(1, Span(4, 6), [1])
        library.undo(None)
    return path


def test_a_sound_library_has_no_fault(path: str) -> None:
    with Library(path, "sara") as library:
        found = library.examine()
    assert found == Findings((), texts=2, verified=1, rows=found.rows)
    assert found.rows >= 4


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE annotation SET note = 'x'", "annotation 1: not as the log has it"),
        ("DELETE FROM annotation_tag", "annotation_tag 1: not as the log has it"),
        ("UPDATE tag SET name = '{}' WHERE id = 2", "tag 2: not as the log has it"),
        ("UPDATE block SET text = text || 'x' WHERE document = 2", "document 2: its text has"),
        ("UPDATE block SET start = 7 WHERE document = 1", "document 1: its text has a gap at 0"),
        ("DELETE FROM coder", "no row of coder"),
        ("UPDATE change SET after = 'x' WHERE tbl = 'tag'", "logged:"),
    ],
)
def test_what_is_not_as_it_was_is_a_fault(path: str, change: str, fault: str) -> None:
    with Library(path, "sara") as library:
        library._connection.db.execute("PRAGMA foreign_keys = OFF")
        library._connection.db.execute(change)
        assert any(fault in found for found in library.examine().faults)
        assert fault in library.health()


def scrambled(length: int) -> Callable[[bytes], bytes]:
    return lambda data: bytes((byte * 7 + 3) % 256 for byte in data[:length]) + data[length:]


@pytest.mark.slow
def test_random_damage_never_passes_without_a_word_where_it_can_be_known(path: str) -> None:
    """Of bytes damaged at random in a sound library, none is silently another text, tag or annotation of an act."""
    import random

    from annotations.errors import HashiyaError

    with Library(path, "sara") as library:
        library._connection.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        right = (library.text(1), library.annotations(1), library.codebook.tag(2))
    with open(path, "rb") as file:
        sound = file.read()
    chance = random.Random(1)
    silent = 0
    for _ in range(200):
        data = bytearray(sound)
        at = chance.randrange(100, len(data) - 8)
        data[at : at + 8] = chance.randbytes(8)
        for end in ("-wal", "-shm"):
            if os.path.exists(path + end):
                os.unlink(path + end)
        with open(path, "wb") as file:
            file.write(data)
        try:
            with Library(path, "sara", read_only=True) as library:
                found = library.examine()
                same = (library.text(1), library.annotations(1), library.codebook.tag(2)) == right
        except HashiyaError:
            continue
        silent += not same and not found.faults
    assert silent == 0
