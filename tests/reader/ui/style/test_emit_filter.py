"""The whole screen, sent as to a terminal that orders lines itself, is the screen that others show (behind a dialog words are cut)."""

import os

import pytest
from textual.pilot import Pilot

from reader.settings.rendering import Rendering
from reader.ui.app import HashiyaApp
from tests.reader.typeset.terminal_models import putty
from tests.reader.ui.stage import ARABIC, LATIN, act, start, visual_rows

TEXTS = {"arabic": ARABIC, "latin": LATIN}


@pytest.mark.parametrize("keys", ["", "down down down down down 4", "z", "v e e"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("text", TEXTS)
def test_all_panes_stand_where_they_should(
    text: str, language: str, size: tuple[int, int], keys: str, tmp_path: os.PathLike[str]
) -> None:
    seen: dict[str, list[str]] = {}
    for name, rendering in (("visual", Rendering("visual")), ("runs", Rendering("runs"))):
        folder = os.path.join(tmp_path, name)
        os.mkdir(folder)
        app = start(TEXTS[text], os.path.join(folder, "library.db"), language=language, rendering=rendering)

        async def take(_pilot: Pilot[None], name: str = name, app: HashiyaApp = app) -> None:
            seen[name] = visual_rows(app)

        act(app, take, size=size, keys=keys)
    assert [putty(row) for row in seen["runs"]] == seen["visual"]
