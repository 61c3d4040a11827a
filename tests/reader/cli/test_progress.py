"""The progress bar of `hashiya parse`: on a terminal only, and gone at the end."""

import os

import pytest

from reader.settings.paths import sample_path
from tests.reader.ui.terminal import hashiya


@pytest.mark.parametrize(("language", "full_first"), [("en", True), ("ar", False)])
def test_a_bar_grows_from_the_interfaces_start_and_goes_away(
    tmp_path: os.PathLike[str], language: str, full_first: bool
) -> None:
    with open(sample_path(), "rb") as file:
        data = file.read()
    folder = os.path.join(tmp_path, "news")
    os.makedirs(folder)
    for number in range(6):
        with open(os.path.join(folder, f"{number}.txt"), "wb") as file:
            file.write(data + str(number).encode())
    arguments = ("parse", folder, "--lang", language, "--format", "text")
    with hashiya(*arguments, library=os.path.join(tmp_path, "library.db"), columns=100) as terminal:
        assert terminal.end() == 0
        bars = [part.decode() for part in terminal.sent.split(b"\r") if "█".encode() in part and "░".encode() in part]
        assert bars
        assert all((bar.index("█") < bar.index("░")) == full_first for bar in bars)
        assert not any("█" in row for row in terminal.screen.display)
