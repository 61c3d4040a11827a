"""The commands of the reading screen: a table from each command's id to the method that carries it out."""

from functools import partial
from typing import NamedTuple

from annotations.values.model import SLOTS
from reader.ui.protocols import Command, Host, TextScreen
from reader.ui.reading.correcting import Correcting
from reader.ui.reading.finding import Finding
from reader.ui.reading.motions import motion_table
from reader.ui.reading.open_lists import LISTS, ListOpener
from reader.ui.reading.selecting import Selecting
from reader.ui.reading.sidebars import Sidebars
from reader.ui.reading.tagging import Tagging


class ScreenParts(NamedTuple):
    """The helpers of a reading screen, each responsible for one subject."""

    selecting: Selecting
    tagging: Tagging
    correcting: Correcting
    finding: Finding
    sidebars: Sidebars
    lists: ListOpener


def command_table(screen: TextScreen, parts: ScreenParts, host: Host) -> dict[str, Command]:
    """Return the action of every command, by its id, except those the screen itself handles."""
    selecting, tagging, correcting, finding, sidebars, lists = parts
    return {
        **motion_table(screen),
        **{f"tag.{slot}": partial(tagging.tag_slot, slot) for slot in SLOTS},
        **{name: partial(lists.open, name) for name in LISTS},
        "select": selecting.toggle,
        "widen": selecting.widen,
        "narrow": selecting.narrow,
        "tag.pick": tagging.pick,
        "tag.again": tagging.again,
        "note": tagging.note,
        "remove": tagging.remove,
        "bound.start": partial(tagging.bound, start=True),
        "bound.end": partial(tagging.bound, start=False),
        "undo": partial(tagging.replay, back=True),
        "redo": partial(tagging.replay, back=False),
        "memo": tagging.memo,
        "blind": tagging.blind,
        "correct": correcting.menu,
        "find": finding.begin,
        "find.way": finding.turn,
        "hit.next": partial(finding.step, 1),
        "hit.previous": partial(finding.step, -1),
        "annotation.next": partial(finding.annotation, 1),
        "annotation.previous": partial(finding.annotation, -1),
        "copy": partial(finding.copy, cited=False),
        "cite": partial(finding.copy, cited=True),
        "work": lists.menu,
        "same": lists.same,
        "concordance": lists.concordance,
        "form": lists.form,
        "outline": sidebars.toggle_start,
        "voices": sidebars.toggle_end,
        "pane.next": sidebars.next_pane,
        "pane.previous": sidebars.previous_pane,
        "aids": host.show_aids,
        "palette": host.show_palette,
        "calibrate": host.calibrate,
        "save_copy": host.save_copy,
        "analysis": host.toggle_analysis,
        "help": host.show_help,
        "suspend": host.action_suspend_process,
        "quit": host.exit,
    }
