"""The store's thread: one library, opened by the first job, jobs in their order, closed once."""

import asyncio
import os
from threading import current_thread

import pytest

from annotations.errors import LibraryError
from annotations.library import Library
from annotations.values.analysis import Analysis
from reader.ui.key_bindings import bindings_map, key_name
from reader.ui.store_thread import StoreThread
from tests.reader.ui.stage import library_path


def test_jobs_run_in_order_on_one_thread_with_one_library(tmp_path: os.PathLike[str]) -> None:
    jobs = StoreThread(library_path(tmp_path), "سارة")
    assert not os.path.exists(library_path(tmp_path))  # the first job opens it
    seen: list[tuple[int, str, str, int]] = []

    def note(library: Library, number: int) -> int:
        seen.append((number, library.coder_name, current_thread().name, id(library)))
        return number * 2

    async def run() -> list[int]:
        return await asyncio.gather(*(jobs.run(lambda library, n=n: note(library, n)) for n in range(5)))  # type: ignore[misc]

    assert asyncio.run(run()) == [0, 2, 4, 6, 8]
    assert jobs.run_now(lambda library: note(library, 5)) == 10
    assert [one[0] for one in seen] == list(range(6))
    assert len({one[1:] for one in seen}) == 1
    assert seen[0][1] == "سارة"
    assert seen[0][2] != current_thread().name
    jobs.close()


def test_an_error_of_a_job_reaches_the_one_who_asked_and_the_next_job_runs(tmp_path: os.PathLike[str]) -> None:
    jobs = StoreThread(library_path(tmp_path), "sara")

    def fail(_library: Library) -> None:
        raise LibraryError(path="x", reason="full")

    with pytest.raises(LibraryError):
        asyncio.run(jobs.run(fail))
    with pytest.raises(LibraryError):
        jobs.run_now(fail)
    assert jobs.run_now(lambda library: library.documents()) == []
    jobs.close()


def test_what_is_still_to_do_is_done_before_it_closes(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    jobs = StoreThread(path, "sara")
    facts = {"name": "x", "path": "/x", "title": "x", "direction": "R", "digest": "1", "encoding": "utf-8"}

    async def run() -> None:
        pending = asyncio.ensure_future(jobs.run(lambda library: library.add("نص", Analysis(), **facts)))
        await asyncio.sleep(0)
        jobs.close()
        assert (await pending).name == "x"

    asyncio.run(run())
    with Library(path, "sara") as library:
        assert [document.name for document in library.documents()] == ["x"]
    with pytest.raises(RuntimeError):
        jobs.run_now(lambda library: library.documents())


def test_a_library_never_opened_is_closed_all_the_same(tmp_path: os.PathLike[str]) -> None:
    StoreThread(library_path(tmp_path), "sara").close()
    assert not os.path.exists(library_path(tmp_path))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("?", "question_mark"),
        ("a", "a"),
        ("ش", "ش"),
        ("f5", "f5"),
        ("ctrl+up", "ctrl+up"),
        ("[", "left_square_bracket"),
    ],
)
def test_keys_have_the_screen_librarys_names(key: str, name: str) -> None:
    assert key_name(key) == name


def test_a_key_that_comes_twice_keeps_both_actions_in_order() -> None:
    found = bindings_map([("?", "help"), ("f1", "help"), ("?", "other")])
    assert {key: [one.action for one in many] for key, many in found.key_to_bindings.items()} == {
        "question_mark": ["help", "other"],
        "f1": ["help"],
    }
    assert not any(one.show for many in found.key_to_bindings.values() for one in many)
    assert bindings_map([]).key_to_bindings == {}
