"""A note written in one's own editor, which has the terminal for itself and gives it back."""

import os
import sys

from annotations.library import Library
from tests.reader.ui.terminal import Terminal, hashiya

F4, SAVE = "\x1bOS", "\x13"
EDITOR = """
import sys
path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    before = file.read()
print("EDITING <" + before + ">", flush=True)
with open("/dev/tty", "r+b", buffering=0) as tty:
    typed = tty.readline().decode().strip()
if typed == "fail":
    sys.exit(3)
with open(path, "w", encoding="utf-8") as file:
    file.write(before + " ثم " + typed + "\\n")
"""


def in_editor(terminal: Terminal, typed: str, then: str = "Ctrl+S") -> None:
    """Open the editor on what was written and type a line in it; then: what the note says afterwards."""
    terminal.press(F4)
    terminal.wait(lambda: terminal.shows("EDITING <"))
    terminal.press(f"{typed}\n")
    terminal.wait(lambda: terminal.shows(then) and not terminal.shows("EDITING <"))


def test_a_note_from_ones_own_editor(tmp_path: os.PathLike[str]) -> None:
    library, script = os.path.join(tmp_path, "l.db"), os.path.join(tmp_path, "own editor.py")
    with open(script, "w", encoding="utf-8") as file:
        file.write(EDITOR)
    command = f"{sys.executable} '{script}'"
    with hashiya("--lang", "en", "--coder", "sara", library=library, columns=100, VISUAL=command) as terminal:
        terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("▅"))
        terminal.press("j", "a")
        terminal.wait(lambda: terminal.shows("Ctrl+S"))
        terminal.press("أول")
        in_editor(terminal, "سطر من المحرر")
        in_editor(terminal, "fail", "Could not run")
        terminal.press(SAVE)
        terminal.wait(lambda: terminal.shows("Note saved"))
        terminal.press("q")
        assert terminal.end() == 0
    with Library(library, "sara", read_only=True) as kept:
        assert [one.note for one in kept.annotations(1)] == ["أول ثم سطر من المحرر"]
