"""Writing in an editor of the user's choice."""

import os
import stat

import pytest

from reader.desktop.editor import edited


def _script(folder: os.PathLike[str], line: str) -> str:
    path = os.path.join(folder, "editor.sh")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\n{line}\n")
    os.chmod(path, stat.S_IRWXU)
    return path


def test_what_the_editor_saves_is_taken(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _script(tmp_path, 'printf " وزيادة\\n" >> "$1"'))
    assert edited("ملاحظة") == "ملاحظة وزيادة"


def test_an_editor_that_fails_changes_nothing(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", _script(tmp_path, "exit 3"))
    assert edited("ملاحظة") is None
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    assert edited("ملاحظة") is None
