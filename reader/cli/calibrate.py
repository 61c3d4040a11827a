"""`hashiya calibrate`: the display test.

Each numbered row shows one way of sending Arabic; the one that the user says reads correctly is remembered.
"""

import argparse
import os
import sys

from reader.cli.output import say
from reader.cli.rendering import probed
from reader.errors import UsageError
from reader.language.i18n import _, ltr
from reader.settings.config import Config
from reader.settings.rendering import HARAKAT, STRATEGIES, Rendering
from reader.terminal.profile import Profile, remember
from reader.typeset.emit import emit
from reader.typeset.row import Row, one_row

# a number, a bracket, lam-alef, a kashida, marks, a Latin name; and a second pane beside it
_SAMPLE = "قال (25) مندوبًا: السـلام عَلَيْكُم، COVID-19"
_SECOND = "الجلسات 8"
_ROOM = 50
_RENDERINGS = [Rendering(strategy, harakat) for strategy in STRATEGIES[:-1] for harakat in ("show", "hide", "shift")]
RENDERINGS = [rendering for rendering in _RENDERINGS if rendering.harakat != "shift" or rendering.strategy == "visual"]


def _cells(row: Row) -> list[tuple[str, None]]:
    return [(row.units[i].glyph, None) for i in row.order]


def row_of(rendering: Rendering) -> str:
    """Return the sample as this rendering sends it: two panes with a bar between them."""
    first, second = one_row(_SAMPLE, "R"), one_row(_SECOND, "R")
    assert first is not None  # noqa: S101 - the sample is not empty
    assert second is not None  # noqa: S101
    blanks = [(" ", None)] * max(0, _ROOM - first.width)
    line = [*_cells(second), (" ", None), ("│", None), (" ", None), *blanks, *_cells(first)]
    return "".join([glyph for glyph, _style in emit(line, rendering.strategy, rendering.harakat)])


def ask(profile: Profile) -> Rendering | None:
    """Show the rows and read an answer; return the rendering chosen, or None if none was."""
    say(_("Which row reads correctly? {text}", text=_SAMPLE))
    for number, rendering in enumerate(RENDERINGS, 1):
        sys.stdout.write(f"{number:2}  {row_of(rendering)}\n\n")
    say(_("Row number (Enter if none is correct):"))
    sys.stdout.flush()
    answer = sys.stdin.readline().strip()
    if not answer.isdecimal() or not 1 <= int(answer) <= len(RENDERINGS):
        return None
    rendering = RENDERINGS[int(answer) - 1]
    remember(profile.id, rendering.strategy, rendering.harakat)
    return rendering


def run(config: Config, options: argparse.Namespace) -> int:
    """Run the display test on the current terminal, or take the choice from the command line."""
    profile, _replies = probed(config)
    if options.strategy or options.harakat:
        strategy, harakat = options.strategy or profile.strategy, options.harakat or profile.harakat
        if strategy not in STRATEGIES or harakat not in HARAKAT:
            raise UsageError(problem=f"{strategy} {harakat}?")
        remember(profile.id, strategy, harakat)
    elif not (os.isatty(0) and sys.stdout.isatty()):
        raise UsageError(problem="calibrate: not a terminal")
    else:
        rendering = ask(profile)
        if rendering is None:
            say(_("Nothing changed"))
            return 0
        strategy, harakat = rendering.strategy, rendering.harakat
    say(_("Saved for {terminal}: {way}", terminal=ltr(profile.id), way=ltr(f"{strategy}, {harakat}")))
    return 0
