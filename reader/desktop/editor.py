"""Writing in the user's own editor: $VISUAL, $EDITOR, or the first of the usual ones that is installed."""

import os
import shlex
import subprocess
from shutil import which

_USUAL = ("nano", "vim", "vi")


def editor() -> list[str]:
    """Return the editor's command, or an empty list if there is none."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    found = next((path for name in _USUAL if (path := which(name))), None)
    return [found] if found else []


def edited(text: str) -> str | None:
    """Return a text as edited in the editor, or None if there is no editor or it failed. Waits for the editor."""
    import tempfile

    command = editor()
    if not command:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "note.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        try:
            done = subprocess.run([*command, path], check=False)  # noqa: S603 - the user's own editor
        except OSError:
            return None
        if done.returncode:
            return None
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().rstrip("\n")
