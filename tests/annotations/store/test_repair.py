"""What can be salvaged of a damaged library."""

import os
import random

import pytest

from annotations.errors import LibraryError, OutputExists
from annotations.library import Library
from annotations.store.repair import salvage
from annotations.values.spans import Span
from tests.annotations.test_library import TEXT, add


@pytest.fixture
def path(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        for number in range(30):
            add(library, f"{number:064}")
        for number in range(1, 31):
            for start in range(0, 40, 2):
                library.passages.annotate(number, Span(start, start + 2), [1 + start % 9], "رأي" * 20)
        library._connection.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def zeroed(path: str, seed: int, holes: int) -> None:
    chance = random.Random(seed)
    with open(path, "r+b") as file:
        size = os.path.getsize(path)
        for _ in range(holes):
            file.seek(chance.randrange(16_384, size - 4096))
            file.write(bytes(3000))


def test_a_sound_library_is_salvaged_whole(path: str, tmp_path: os.PathLike[str]) -> None:
    target = os.path.join(tmp_path, "new.db")
    counts = salvage(path, target)
    assert (counts["document"], counts["annotation"]) == (30, 600)
    with Library(target, "omar") as new, Library(path, "sara") as old:
        assert new.work() == old.work()
        assert new.search(["السلام"]) == old.search(["السلام"])
        assert new.health() == "ok"
        assert new.undo(None) is None
    with Library(target, "sara") as new:
        assert new.undo(30) is not None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_what_can_be_reached_is_there_and_the_rest_is_left_out(
    path: str, tmp_path: os.PathLike[str], seed: int
) -> None:
    zeroed(path, seed, 1)
    target = os.path.join(tmp_path, "new.db")
    counts = salvage(path, target)
    with Library(target, "sara") as new:
        marked = [one for document in new.documents() for one in new.annotations(document.id)]
        assert counts["document"] >= len(new.documents())
        assert all(one.anchor.span.cut(TEXT) == one.anchor.quote and one.note == "رأي" * 20 for one in marked)
        texts = {new.text(document.id) for document in new.documents()}
        assert texts <= {TEXT, ""}
        new.codebook.new("بعد الإنقاذ", "ar")


def test_nothing_is_written_over_and_what_is_no_file_is_an_error(path: str, tmp_path: os.PathLike[str]) -> None:
    with pytest.raises(OutputExists):
        salvage(path, path)
    with pytest.raises(LibraryError):
        salvage(os.path.join(tmp_path, "none.db"), os.path.join(tmp_path, "new.db"))
    assert os.listdir(tmp_path) == ["l.db"] or "new.db" not in os.listdir(tmp_path)
