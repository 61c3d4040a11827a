"""A library that is removed under the app, and one that can only be read: told, refused, and saved elsewhere."""

import os
import shutil

import pytest
from textual.pilot import Pilot

from annotations.errors import LibraryReadOnly, LibraryReplaced
from annotations.library import Library
from reader.ui import store_thread
from reader.ui.reading import screen as reading
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen, until


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_library_that_is_removed_is_told_and_saved_elsewhere(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(reading, "_LOOK_EVERY", 0.05)
    path = library_path(tmp_path)
    app = start(ARABIC, path, language=language)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1")
        os.unlink(path)
        await until(pilot, lambda: "Ctrl+S" in text_screen(app)._message)
        await pilot.press("f8", "2")
        await until(pilot, lambda: "Ctrl+S" in text_screen(app)._message)
        assert len(text_screen(app).opened.annotations) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: ".db" in text_screen(app)._message)

    act(app, script)
    assert isinstance(app.failure, LibraryReplaced)
    (saved,) = [name for name in os.listdir(tmp_path) if name.endswith(".db")]
    with Library(os.path.join(tmp_path, saved), "سارة", read_only=True) as library:
        assert [a.tags for a in library.annotations(1)] == [(1,)]


def test_a_library_that_cannot_be_written_is_read(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Unwritable(Library):
        def __init__(self, path: str, coder: str, *, read_only: bool = False) -> None:
            if not read_only:
                raise LibraryReadOnly(path=path)
            super().__init__(path, coder, read_only=True)

    path = library_path(tmp_path)
    first = start(ARABIC, path, language="en")

    async def tag(pilot: Pilot[None]) -> None:
        await pilot.press("f8", "1")

    act(first, tag)
    monkeypatch.setattr(store_thread, "Library", Unwritable)
    for text, count in ((ARABIC, 1), ("قال السفير إن الماء قليل.\n" * 3, 0)):
        app = start(text, path, language="en")

        async def script(pilot: Pilot[None], app: object = app, count: int = count, text: str = text) -> None:
            screen = text_screen(app)  # type: ignore[arg-type]
            await until(pilot, lambda: "is read-only" in screen._message)
            assert screen.opened.text == text
            assert len(screen.opened.annotations) == count
            await pilot.press("f8", "2")
            await until(pilot, lambda: "is read-only" in screen._message)
            assert len(screen.opened.annotations) == count

        act(app, script)
        assert app.failure is None
    shutil.copy(path, f"{path}.copy")
    with Library(f"{path}.copy", "سارة", read_only=True) as library:
        assert len(library.documents()) == 1
