"""Every command, one row each: the source of the footer, the help, the palette and the README's key table.

Keys are named as the screen library names them (a character, or "ctrl+r", "pagedown"). `keys` are the usual ones; at
least one key in `keys` or `stable` is the same on Arabic PC and Mac layouts.
"""

from typing import NamedTuple

from reader.language.i18n import N_


class Command(NamedTuple):
    """A command: its id (for keymap.toml), usual keys, keys that no layout moves, group, name and explanation.

    hint: its weight in the footer, 0 to leave it out; the lightest are dropped first if the footer is narrow.
    """

    id: str
    keys: tuple[str, ...]
    stable: tuple[str, ...]
    group: str
    name: str
    about: str
    hint: int = 0


MOVE, MARK, FIND, SHOW = N_("Moving"), N_("Annotating"), N_("Finding and copying"), N_("Screen")
WORK = N_("Views")

COMMANDS: tuple[Command, ...] = (
    Command("move.left", (), ("left",), MOVE, N_("Left"), N_("Left one character")),
    Command("move.right", (), ("right",), MOVE, N_("Right"), N_("Right one character")),
    Command("move.up", (), ("up",), MOVE, N_("Up"), N_("Up one line")),
    Command("move.down", (), ("down",), MOVE, N_("Down"), N_("Down one line")),
    Command("page.down", (), ("pagedown", "space"), MOVE, N_("Next page"), N_("Page down")),
    Command("page.up", (), ("pageup",), MOVE, N_("Previous page"), N_("Page up")),
    Command("row.start", (), ("home",), MOVE, N_("Start of line"), N_("Start of the line")),
    Command("row.end", (), ("end",), MOVE, N_("End of line"), N_("End of the line")),
    Command("text.start", (), ("ctrl+home",), MOVE, N_("Beginning"), N_("To the beginning of the text")),
    Command("text.end", (), ("ctrl+end",), MOVE, N_("End"), N_("To the end of the text")),
    Command("word.next", ("w",), ("w",), MOVE, N_("Next word"), N_("To the next word in reading order")),
    Command("word.previous", ("b",), ("p",), MOVE, N_("Previous word"), N_("To the previous word in reading order")),
    Command("sentence.next", (")",), ("j",), MOVE, N_("Next sentence"), N_("To the next sentence")),
    Command(
        "sentence.previous",
        ("(",),
        ("k",),
        MOVE,
        N_("Previous sentence"),
        N_("Start of sentence, then previous"),
    ),
    Command("paragraph.next", ("}",), ("ctrl+down",), MOVE, N_("Next paragraph"), N_("To the next paragraph")),
    Command(
        "paragraph.previous",
        ("{",),
        ("ctrl+up",),
        MOVE,
        N_("Previous paragraph"),
        N_("Start of paragraph, then previous"),
    ),
    Command("session.next", ("]",), ("f8",), MOVE, N_("Next session"), N_("To the next session"), 3),
    Command(
        "session.previous",
        ("[",),
        ("f7",),
        MOVE,
        N_("Previous session"),
        N_("Start of session, then previous"),
    ),
    Command("select", ("v",), ("s",), MARK, N_("Select"), N_("Start or cancel a selection"), 5),
    Command(
        "widen",
        ("e",),
        ("e",),
        MARK,
        N_("Widen"),
        N_("Widen the selection: word, clause, sentence, paragraph, session"),
        6,
    ),
    Command("narrow", ("E",), ("l",), MARK, N_("Narrow"), N_("Narrow the selection back")),
    *(
        Command(
            f"tag.{n}",
            (str(n),),
            (str(n),),
            MARK,
            N_("Tag in slot {n}"),
            N_("Tag the selection or the current sentence; press again to remove"),
        )
        for n in range(1, 10)
    ),
    Command("tag.pick", ("t",), ("t",), MARK, N_("Pick tag"), N_("Choose a tag by name, or create one"), 8),
    Command("note", ("a",), ("a",), MARK, N_("Note"), N_("Write a note on the selection or the annotation here"), 7),
    Command(
        "correct",
        ("c",),
        ("0",),
        MARK,
        N_("Correct"),
        N_("Who says this and why; correct speakers, statements, sessions, topics, boilerplate"),
        5,
    ),
    Command(
        "tag.again",
        (".",),
        ("shift+f1",),
        MARK,
        N_("Repeat last tag"),
        N_("Apply the last-used tag again"),
        6,
    ),
    Command(
        "bound.start", ("I",), ("shift+f2",), MARK, N_("Begin here"), N_("Set the annotation's start to the cursor")
    ),
    Command("bound.end", ("O",), ("shift+f4",), MARK, N_("End here"), N_("Set the annotation's end to the cursor")),
    Command(
        "form", ("F",), ("shift+f5",), MARK, N_("Form"), N_("The coding form of the statement here, or of the text")
    ),
    Command("remove", ("d",), ("d",), MARK, N_("Remove"), N_("Remove the annotation here"), 2),
    Command("undo", ("u",), ("u",), MARK, N_("Undo"), N_("Undo the last change"), 4),
    Command("redo", ("U", "ctrl+r"), ("r",), MARK, N_("Redo"), N_("Redo the last undone change")),
    Command("annotation.next", (";",), ("f9",), MARK, N_("Next annotation"), N_("To the next annotation")),
    Command("annotation.previous", (",",), ("f12",), MARK, N_("Previous annotation"), N_("To the previous annotation")),
    Command("copy", ("y",), ("y",), FIND, N_("Copy"), N_("Copy the selection, or the sentence under the cursor")),
    Command(
        "cite",
        ("Y",),
        ("f4",),
        FIND,
        N_("Copy with citation"),
        N_("Copy with speaker, title, agency and paragraph"),
    ),
    Command("find", ("/",), ("f",), FIND, N_("Find"), N_("Search the text; diacritics and hamza forms are ignored"), 9),
    Command("hit.next", ("n",), ("o",), FIND, N_("Next match"), N_("Next match or highlight")),
    Command("hit.previous", ("N",), ("i",), FIND, N_("Previous match"), N_("Previous match or highlight")),
    Command(
        "same",
        ("*",),
        ("shift+f6",),
        FIND,
        N_("All occurrences"),
        N_("All occurrences of this word, with clitics; tag them in one go"),
        6,
    ),
    Command(
        "concordance",
        ("K",),
        ("shift+f7",),
        FIND,
        N_("Concordance"),
        N_("Concordance (keyword in context) of the text or library"),
    ),
    Command(
        "find.way",
        ("ctrl+t",),
        ("ctrl+t",),
        FIND,
        N_("Search mode"),
        N_("In search: flexible, spelling variants, exact or regex"),
    ),
    Command("cancel", (), ("escape",), FIND, N_("Cancel"), N_("Clear the selection, then the highlights")),
    Command(
        "work",
        (),
        ("enter",),
        WORK,
        N_("Views"),
        N_("Open a view: codebook, annotations, statements, library…"),
        8,
    ),
    Command(
        "list.annotations",
        ("A",),
        ("shift+f8",),
        WORK,
        N_("Annotations"),
        N_("All annotations: filter, retag, remove"),
    ),
    Command(
        "list.codebook",
        ("T",),
        ("shift+f9",),
        WORK,
        N_("Codebook"),
        N_("Tags: create, rename, merge, move, retire, recolour"),
    ),
    Command(
        "list.statements", ("Q",), ("shift+f10",), WORK, N_("Statements"), N_("Who said what, in the whole library")
    ),
    Command("list.persons", ("P",), ("shift+f11",), WORK, N_("People"), N_("Merge speakers who are the same person")),
    Command(
        "list.library",
        ("L",),
        ("shift+f12",),
        WORK,
        N_("Library"),
        N_("Texts: open, add, group into projects, delete"),
    ),
    Command("list.history", ("H",), ("ctrl+y",), WORK, N_("History"), N_("Every change: who and when")),
    Command(
        "list.charts",
        ("G",),
        ("ctrl+g",),
        WORK,
        N_("Charts"),
        N_("Tags by count, speaker, session, month, and together"),
    ),
    Command(
        "list.compare",
        ("C",),
        ("ctrl+f",),
        WORK,
        N_("Compare"),
        N_("Compare two coders and resolve disagreements"),
    ),
    Command(
        "list.agreement", ("R",), ("ctrl+k",), WORK, N_("Agreement"), N_("Inter-coder agreement, all coefficients")
    ),
    Command("list.conflicts", ("X",), ("ctrl+x",), WORK, N_("Conflicts"), N_("Unresolved merge conflicts")),
    Command("memo", ("M",), ("ctrl+o",), WORK, N_("Memo"), N_("Write a memo on the text")),
    Command("blind", ("B",), ("ctrl+w",), WORK, N_("Blind coding"), N_("Hide or show other coders' annotations")),
    Command("fold", ("z",), ("f3",), SHOW, N_("Hide boilerplate"), N_("Hide or show page boilerplate")),
    Command(
        "aids",
        ("=",),
        ("f10",),
        SHOW,
        N_("Display options"),
        N_("Diacritics, digits, kashida, ruler, invisibles, width"),
    ),
    Command("outline", ("S",), ("f5",), SHOW, N_("Sessions"), N_("Show or hide the outline of sessions")),
    Command("voices", ("V",), ("f6",), SHOW, N_("Speakers"), N_("Show or hide speakers and topics")),
    Command("pane.next", (), ("tab",), SHOW, N_("Next pane"), N_("To the next pane")),
    Command("pane.previous", (), ("shift+tab",), SHOW, N_("Previous pane"), N_("To the previous pane")),
    Command("palette", (":", "ctrl+p"), ("f2",), SHOW, N_("Commands"), N_("All commands by name"), 1),
    Command(
        "save_copy",
        ("ctrl+s",),
        ("ctrl+s",),
        SHOW,
        N_("Save a copy"),
        N_("Save everything in the library to a new file"),
    ),
    Command(
        "analysis",
        ("W",),
        ("ctrl+b",),
        SHOW,
        N_("Stop analysis"),
        N_("Stop the analysis of a large text, or go on with it"),
    ),
    Command("calibrate", ("%",), ("f11",), SHOW, N_("Display test"), N_("Calibrate Arabic display")),
    Command("suspend", ("ctrl+z",), ("ctrl+z",), SHOW, N_("Suspend"), N_("Suspend to the shell (fg to resume)")),
    Command("help", ("?",), ("f1",), SHOW, N_("Help"), N_("All keys"), 10),
    Command("quit", ("q", "ctrl+q"), ("q",), SHOW, N_("Quit"), N_("Quit (everything is saved)"), 10),
)

BY_ID = {command.id: command for command in COMMANDS}


def usual_keys(command: Command) -> tuple[str, ...]:
    """Return the keys of a command without duplicates, the usual ones first."""
    return tuple(dict.fromkeys((*command.keys, *command.stable)))
