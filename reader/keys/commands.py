"""Every command: one row each, from which the footer, the help, the palette and the README's key table come.

A key is named as the screen library names it (a character, or "ctrl+r", "pagedown"). `keys` are the usual ones;
among them and `stable` there is one that is the same on Arabic PC and Mac layouts.
"""

from typing import NamedTuple

from reader.language.i18n import N_


class Command(NamedTuple):
    """A command: its id (for keymap.toml), usual keys, keys that no layout moves, its group, name and explanation.

    hint: its weight in the footer, 0 for not there; the lightest are dropped first where it is narrow.
    """

    id: str
    keys: tuple[str, ...]
    stable: tuple[str, ...]
    group: str
    name: str
    about: str
    hint: int = 0


MOVE, MARK, FIND, SHOW = N_("Moving"), N_("Annotating"), N_("Finding and copying"), N_("Screen")
WORK = N_("Lists over the text")

COMMANDS: tuple[Command, ...] = (
    Command("move.left", (), ("left",), MOVE, N_("Left"), N_("One letter to the left, as the eye sees")),
    Command("move.right", (), ("right",), MOVE, N_("Right"), N_("One letter to the right, as the eye sees")),
    Command("move.up", (), ("up",), MOVE, N_("Up"), N_("One row up")),
    Command("move.down", (), ("down",), MOVE, N_("Down"), N_("One row down")),
    Command("page.down", (), ("pagedown", "space"), MOVE, N_("Next page"), N_("One screen further")),
    Command("page.up", (), ("pageup",), MOVE, N_("Previous page"), N_("One screen back")),
    Command("row.start", (), ("home",), MOVE, N_("Row start"), N_("To the first letter of the row")),
    Command("row.end", (), ("end",), MOVE, N_("Row end"), N_("To the last letter of the row")),
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
        N_("To the start of the sentence or the previous one"),
    ),
    Command("paragraph.next", ("}",), ("ctrl+down",), MOVE, N_("Next paragraph"), N_("To the next paragraph")),
    Command(
        "paragraph.previous",
        ("{",),
        ("ctrl+up",),
        MOVE,
        N_("Previous paragraph"),
        N_("To the start of the paragraph or the previous one"),
    ),
    Command("session.next", ("]",), ("f8",), MOVE, N_("Next session"), N_("To the next session"), 3),
    Command(
        "session.previous",
        ("[",),
        ("f7",),
        MOVE,
        N_("Previous session"),
        N_("To the start of the session or the previous one"),
    ),
    Command("select", ("v",), ("s",), MARK, N_("Select"), N_("Start a selection here, or drop it"), 5),
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
            N_("Tag the selection, or the sentence under the cursor; again takes it off"),
        )
        for n in range(1, 10)
    ),
    Command(
        "tag.pick", ("t",), ("t",), MARK, N_("Pick tag"), N_("Pick a tag by part of its name, or make a new one"), 8
    ),
    Command("note", ("a",), ("a",), MARK, N_("Note"), N_("Write a note on the selection or the annotation here"), 7),
    Command(
        "correct",
        ("c",),
        ("0",),
        MARK,
        N_("Put right"),
        N_("Who says this and why; put speakers, statements, sessions, topics and furniture right"),
        5,
    ),
    Command(
        "tag.again",
        (".",),
        ("shift+f1",),
        MARK,
        N_("Last tag"),
        N_("Give the tag that was given last to the passage here"),
        6,
    ),
    Command(
        "bound.start", ("I",), ("shift+f2",), MARK, N_("Begin here"), N_("Let the annotation here begin at the cursor")
    ),
    Command("bound.end", ("O",), ("shift+f4",), MARK, N_("End here"), N_("Let the annotation here end at the cursor")),
    Command(
        "form", ("F",), ("shift+f5",), MARK, N_("Form"), N_("The coding form of the statement here, or of the text")
    ),
    Command("remove", ("d",), ("d",), MARK, N_("Remove"), N_("Remove the annotation here"), 2),
    Command("undo", ("u",), ("u",), MARK, N_("Undo"), N_("Take back the last act"), 4),
    Command("redo", ("U", "ctrl+r"), ("r",), MARK, N_("Redo"), N_("Do again what was undone")),
    Command("annotation.next", (";",), ("f9",), MARK, N_("Next annotation"), N_("To the next annotation")),
    Command("annotation.previous", (",",), ("f12",), MARK, N_("Previous annotation"), N_("To the previous annotation")),
    Command("copy", ("y",), ("y",), FIND, N_("Copy"), N_("Copy the selection, or the sentence under the cursor")),
    Command(
        "cite",
        ("Y",),
        ("f4",),
        FIND,
        N_("Copy cited"),
        N_("Copy it with its speaker, title, agency and paragraph"),
    ),
    Command("find", ("/",), ("f",), FIND, N_("Find"), N_("Find in the text; harakat and hamza forms do not matter"), 9),
    Command("hit.next", ("n",), ("o",), FIND, N_("Next hit"), N_("To the next place found or lit up")),
    Command("hit.previous", ("N",), ("i",), FIND, N_("Previous hit"), N_("To the previous place found or lit up")),
    Command(
        "same",
        ("*",),
        ("shift+f6",),
        FIND,
        N_("All the same"),
        N_("Every place of the word here, with its clitics; tag them at once"),
        6,
    ),
    Command(
        "concordance",
        ("K",),
        ("shift+f7",),
        FIND,
        N_("Concordance"),
        N_("Find in the text or the library, the word in the middle"),
    ),
    Command(
        "find.way",
        ("ctrl+t",),
        ("ctrl+t",),
        FIND,
        N_("Way to find"),
        N_("While finding: folded, in other spellings too, exact, or as a pattern"),
    ),
    Command("cancel", (), ("escape",), FIND, N_("Cancel"), N_("Drop the selection, then the places lit up")),
    Command(
        "work",
        (),
        ("enter",),
        WORK,
        N_("Lists"),
        N_("Codebook, annotations, statements, library and the other lists"),
        8,
    ),
    Command(
        "list.annotations",
        ("A",),
        ("shift+f8",),
        WORK,
        N_("Annotations"),
        N_("Every annotation, to be filtered, retagged, removed"),
    ),
    Command(
        "list.codebook",
        ("T",),
        ("shift+f9",),
        WORK,
        N_("Codebook"),
        N_("The tags: make, rename, merge, move, retire, color"),
    ),
    Command(
        "list.statements", ("Q",), ("shift+f10",), WORK, N_("Statements"), N_("Who said what, in the whole library")
    ),
    Command("list.persons", ("P",), ("shift+f11",), WORK, N_("Persons"), N_("Which speakers of the library are one")),
    Command(
        "list.library",
        ("L",),
        ("shift+f12",),
        WORK,
        N_("Library"),
        N_("The texts: open, add, sort into projects, delete"),
    ),
    Command("list.history", ("H",), ("ctrl+y",), WORK, N_("History"), N_("Everything that was done, by whom and when")),
    Command(
        "list.charts",
        ("G",),
        ("ctrl+g",),
        WORK,
        N_("Pictures"),
        N_("Tags by count, speaker, session, month, and together"),
    ),
    Command(
        "list.compare",
        ("C",),
        ("ctrl+f",),
        WORK,
        N_("Compare"),
        N_("Two coders side by side, and settling where they differ"),
    ),
    Command(
        "list.agreement", ("R",), ("ctrl+k",), WORK, N_("Agreement"), N_("How far coders agree, by every coefficient")
    ),
    Command("list.conflicts", ("X",), ("ctrl+x",), WORK, N_("Conflicts"), N_("What a merge left for a decision")),
    Command("memo", ("M",), ("ctrl+o",), WORK, N_("Memo"), N_("Write a memo on the text")),
    Command("blind", ("B",), ("ctrl+w",), WORK, N_("Code alone"), N_("Hide what others annotated, or show it")),
    Command("fold", ("z",), ("f3",), SHOW, N_("Fold furniture"), N_("Fold page furniture away, or show it")),
    Command(
        "aids",
        ("=",),
        ("f10",),
        SHOW,
        N_("Reading aids"),
        N_("Harakat, digits, kashida, ruler, unseen characters, width"),
    ),
    Command("outline", ("S",), ("f5",), SHOW, N_("Sessions"), N_("Show or hide the outline of sessions")),
    Command("voices", ("V",), ("f6",), SHOW, N_("Speakers"), N_("Show or hide speakers and topics")),
    Command("pane.next", (), ("tab",), SHOW, N_("Next pane"), N_("To the next pane")),
    Command("pane.previous", (), ("shift+tab",), SHOW, N_("Previous pane"), N_("To the previous pane")),
    Command("palette", (":", "ctrl+p"), ("f2",), SHOW, N_("Commands"), N_("All commands by name"), 1),
    Command("calibrate", ("%",), ("f11",), SHOW, N_("Eye test"), N_("Find out how this terminal shows Arabic right")),
    Command(
        "suspend", ("ctrl+z",), ("ctrl+z",), SHOW, N_("Suspend"), N_("Give the terminal back for a while; fg returns")
    ),
    Command("help", ("?",), ("f1",), SHOW, N_("Help"), N_("All keys"), 10),
    Command("quit", ("q", "ctrl+q"), ("q",), SHOW, N_("Quit"), N_("Leave; everything is saved already"), 10),
)

BY_ID = {command.id: command for command in COMMANDS}


def usual_keys(command: Command) -> tuple[str, ...]:
    """Return the keys of a command without repeats, the usual ones first."""
    return tuple(dict.fromkeys((*command.keys, *command.stable)))
