"""An editing session by keys alone, in a real terminal: from opening the sample to a coded, noted, compared, exported article.

The walk-through in docs/walkthrough.md tells the same keys; the test sees that it does.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.reader.ui.terminal import Terminal, hashiya

SAVE, ENTER = "\x13", "\r"
CAPS = {SAVE: "Ctrl+S", ENTER: "Enter"}


def ready(terminal: Terminal) -> None:
    terminal.wait(lambda: terminal.shows("Quit") and terminal.shows("Sessions") and terminal.shows("▅"))


def do(terminal: Terminal, keys: Sequence[str], shown: str) -> None:
    """Press keys and wait until the screen says something."""
    terminal.press(*keys)
    terminal.wait(lambda: terminal.shows(shown))


def hashiya_does(*arguments: str, library: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments, "--lang", "en"],
        env={**os.environ, "HASHIYA_LIBRARY": library}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout + done.stderr


SARA = (
    (("]", "1"), "position"),
    (("j", "e", "e", "2"), "demand"),
    (("a",), "Ctrl+S"),
    (("يحتاج إلى مصدر", SAVE), "Note saved"),
    (("/",), "Find"),
    (("أمن", ENTER), "matches"),
    (("*",), "+ clitics"),
    (("t",), "Tag"),
    (("evidence", ENTER), "to undo"),
    (("q",), "Quit"),
    (("j", "j", "F"), "Form of"),
    (("i",), "New attribute"),
    (("Direction", ENTER, "for", ENTER, "against", ENTER, "neutral", SAVE), "Direction"),
    (("1",), "●"),
    (("q",), "1-9 Tag"),
    (("A",), "Annotations: "),
    (("q",), "Quit"),
)
OMAR = ((("]", "2"), "demand"), (("j", "e", "e", "2"), "demand"))
COMPARED = (
    (("C",), "different tags"),
    (("p",), "Resolved as sara + omar"),
    (("q",), "Quit"),
    (("R",), "Alpha"),
    (("k",), "statement"),
    (("q",), "Quit"),
    (("H",), "disagreement resolved"),
    (("q",), "Quit"),
)


@pytest.mark.slow
def test_a_session_by_keys_from_the_sample_to_the_export(tmp_path: os.PathLike[str]) -> None:
    mine, theirs = os.path.join(tmp_path, "sara.db"), os.path.join(tmp_path, "omar.db")
    for library, coder, steps in ((mine, "sara", SARA), (theirs, "omar", OMAR)):
        with hashiya("--lang", "en", "--coder", coder, library=library, columns=110, rows=34) as terminal:
            ready(terminal)
            for keys, shown in steps:
                do(terminal, keys, shown)
            terminal.press("q")
            assert terminal.end() == 0
    assert "2 annotations" in hashiya_does("merge", theirs, library=mine)
    assert "Nothing new" in hashiya_does("merge", theirs, library=mine)
    with hashiya("--lang", "en", "--coder", "sara", library=mine, columns=110, rows=34) as terminal:
        ready(terminal)
        for keys, shown in COMPARED:
            do(terminal, keys, shown)
        terminal.press("q")
        assert terminal.end() == 0
    data = json.loads(hashiya_does("export", library=mine))
    (document,) = data["documents"]
    names = {tag["id"]: tag["name"]["en"] for tag in data["codebook"]}
    given = [(a["coder"], [names[tag] for tag in a["tags"]], a["note"], a["quote"]) for a in document["annotations"]]
    assert sum(coder == "omar" for coder, *_rest in given) == 2
    assert ("sara", ["demand"], "يحتاج إلى مصدر") in [row[:3] for row in given]
    same = [quote for coder, tags, _note, quote in given if coder == "sara" and tags == ["evidence or figure"]]
    assert len(same) >= 10
    assert {"الأمن", "والأمن", "للأمن"} & set(same)
    (coding,) = document["codings"]
    assert coding["coder"] == "sara"
    assert "character" in hashiya_does("agreement", "--unit", "character", library=mine)
    assert "Direction" in hashiya_does("form", library=mine).splitlines()[0]


def test_the_walk_through_tells_these_keys(root: str) -> None:
    with open(os.path.join(root, "docs", "walkthrough.md"), encoding="utf-8") as file:
        text = file.read()
    for keys, _shown in (*SARA, *OMAR, *COMPARED):
        for key in keys:
            assert f"`{CAPS.get(key, key)}`" in text or CAPS.get(key, key) in text, key
    for line in text.splitlines():
        if line.startswith("!["):
            picture = line.partition("(")[2].rstrip(")")
            assert os.path.exists(os.path.join(root, "docs", picture)), picture
