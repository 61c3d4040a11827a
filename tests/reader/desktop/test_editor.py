"""Writing in an editor of the user's choice."""

import os
import stat

import pytest

from reader.desktop.editor import edited, editor


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test begin without an editor of the user's."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def script(folder: os.PathLike[str], line: str, name: str = "editor.sh") -> str:
    """Write a program to stand for an editor."""
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\n{line}\n")
    os.chmod(path, stat.S_IRWXU)
    return path


@pytest.mark.parametrize(
    ("visual", "other", "expected"),
    [
        ("emacs -nw", "nano", ["emacs", "-nw"]),
        ("", "nano", ["nano"]),
        ("", "'/opt/my editor' --wait", ["/opt/my editor", "--wait"]),
    ],
)
def test_the_users_editor_is_taken_with_its_arguments(
    monkeypatch: pytest.MonkeyPatch, visual: str, other: str, expected: list[str]
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", other)
    assert editor() == expected


def test_else_the_first_usual_one_that_is_installed(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert editor() == []
    assert edited("ملاحظة") is None
    vi = script(tmp_path, "", "vi")
    assert editor() == [vi]
    nano = script(tmp_path, "", "nano")
    assert editor() == [nano]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('printf " وزيادة 😀\\n" >> "$1"', "ملاحظةٌ وزيادة 😀"),
        ('printf "سطر\\n\\nسطر\\n\\n" > "$1"', "سطر\n\nسطر"),  # without what editors add at the end
        (': > "$1"', ""), ("true", "ملاحظةٌ"), ("printf '\\377' > \"$1\"", "\ufffd"),
        ('case "$1" in *.txt) echo نعم > "$1";; esac', "نعم"),
    ],
)  # fmt: skip
def test_what_the_editor_saves_is_taken(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch, line: str, expected: str
) -> None:
    monkeypatch.setenv("EDITOR", script(tmp_path, line))
    assert edited("ملاحظةٌ") == expected


def test_an_editor_that_fails_changes_nothing(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", script(tmp_path, 'echo x > "$1"; exit 3'))
    assert edited("ملاحظة") is None
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    assert edited("ملاحظة") is None
