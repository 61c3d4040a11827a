"""The commands of the lists that lie over the text: one row each; bindings, hints and the help come from here.

Keys are letters that Arabic layouts of PC and Mac send alike, digits, and keys without a letter. Common ones hold in
every list.
"""

from typing import NamedTuple

from reader.language.i18n import N_

COMMON = ""


class ListCommand(NamedTuple):
    """A command of a list: the list's name (COMMON: of all), its id, keys, its words and what it does.

    hint: its weight in the footer, 0 for not there.
    """

    screen: str
    id: str
    keys: tuple[str, ...]
    name: str
    about: str
    hint: int = 0


LIST_COMMANDS: tuple[ListCommand, ...] = (
    ListCommand(COMMON, "go", ("enter",), N_("Go"), N_("Go to the passage, or open what is chosen"), 9),
    ListCommand(COMMON, "filter", ("f", "slash"), N_("Filter"), N_("Show only what holds some words"), 8),
    ListCommand(COMMON, "order", ("o",), N_("Sort"), N_("Sort by the next column"), 4),
    ListCommand(COMMON, "tick", ("space",), N_("Tick"), N_("Tick what is chosen, or take the tick off"), 6),
    ListCommand(COMMON, "tick_all", ("a",), N_("Tick all"), N_("Tick all that is shown, or none of it"), 3),
    ListCommand(COMMON, "undo", ("u",), N_("Undo"), N_("Take back the last act"), 5),
    ListCommand(COMMON, "redo", ("r",), N_("Redo"), N_("Do again what was undone")),
    ListCommand(COMMON, "help", ("question_mark", "f1"), N_("Help"), N_("The keys of this list"), 7),
    ListCommand(COMMON, "close", ("escape", "q"), N_("Close"), N_("Back to the text"), 10),
    ListCommand("codebook", "new", ("i",), N_("New tag"), N_("Add a tag"), 7),
    ListCommand("codebook", "rename", ("e",), N_("Rename"), N_("Give the tag another name"), 7),
    ListCommand("codebook", "describe", ("w",), N_("Describe"), N_("Say what the tag is for"), 2),
    ListCommand("codebook", "memo", ("y",), N_("Memo"), N_("Write a memo on the tag")),
    ListCommand("codebook", "move", ("p",), N_("Move"), N_("Put the tag under another one, or under none"), 5),
    ListCommand("codebook", "join", ("j",), N_("Merge"), N_("Make the tag one with another; its passages follow"), 5),
    ListCommand("codebook", "recolor", ("k",), N_("Color"), N_("Give the tag the next color"), 4),
    ListCommand("codebook", "slot", ("s",), N_("Key"), N_("Give the tag a digit key, or none"), 3),
    ListCommand("codebook", "retire", ("d",), N_("Retire"), N_("Offer the tag no longer, or again"), 4),
    ListCommand("codebook", "paste", ("l",), N_("Read list"), N_("Paste a list of tags, or read it from a file"), 3),
    ListCommand("annotations", "tags", ("t",), N_("Tag"), N_("Show only one tag, those below it included"), 6),
    ListCommand("annotations", "coders", ("w",), N_("Coder"), N_("Show only one coder"), 3),
    ListCommand("annotations", "speakers", ("p",), N_("Speaker"), N_("Show only what one speaker says"), 3),
    ListCommand("annotations", "sessions", ("s",), N_("Session"), N_("Show only one session of the text")),
    ListCommand("annotations", "dates", ("y",), N_("Dates"), N_("Show only reports of some days"), 1),
    ListCommand("annotations", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("annotations", "retag", ("e",), N_("Retag"), N_("Give what is ticked another tag"), 6),
    ListCommand("annotations", "remove", ("d",), N_("Remove"), N_("Remove what is ticked"), 6),
    ListCommand("annotations", "orphans", ("i",), N_("Places"), N_("Annotations whose place in a corrected text is guessed (≈), then those without one"), 2),
    ListCommand("places", "tag", ("t",), N_("Tag"), N_("Give what is ticked a tag, as one act"), 9),
    ListCommand("places", "form", ("e",), N_("This form"), N_("Tick every place that is written so, or none of them"), 5),
    ListCommand("places", "level", ("k",), N_("Nearness"), N_("The word itself; with clitics; with pronouns; with endings; in other spellings"), 8),
    ListCommand("places", "query", ("i",), N_("Find"), N_("Look for other words"), 5),
    ListCommand("places", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 8),
    ListCommand("persons", "join", ("j",), N_("Make one"), N_("Make the speakers that are ticked one person"), 8),
    ListCommand("persons", "split", ("s",), N_("Apart"), N_("Make the speaker a person apart from all others"), 5),
    ListCommand("persons", "rename", ("e",), N_("Rename"), N_("Give the person another name"), 4),
    ListCommand("persons", "code", ("k",), N_("Form"), N_("The coding form of the person"), 4),
    ListCommand("persons", "said", ("t",), N_("Statements"), N_("The person's statements in the whole library"), 6),
    ListCommand("statements", "tag", ("t",), N_("Tag"), N_("Give what is ticked a tag, as one act"), 8),
    ListCommand("statements", "speaker", ("p",), N_("Speaker"), N_("Show only one speaker or person"), 5),
    ListCommand("statements", "tagged", ("w",), N_("Tagged"), N_("Show only what has a tag"), 4),
    ListCommand("statements", "topic", ("y",), N_("Topic"), N_("Show only one topic"), 4),
    ListCommand("statements", "agency", ("e",), N_("Agency"), N_("Show only one agency"), 3),
    ListCommand("statements", "kind", ("s",), N_("Quoted"), N_("Quotations only, paraphrases only, or both"), 4),
    ListCommand("statements", "dates", ("d",), N_("Dates"), N_("Show only reports of some days"), 2),
    ListCommand("statements", "code", ("k",), N_("Form"), N_("The coding form of the statement"), 4),
    ListCommand("library", "add", ("i",), N_("Add"), N_("Add a file or a folder"), 7),
    ListCommand("library", "project", ("p",), N_("Project"), N_("Put what is ticked into a project"), 5),
    ListCommand("library", "memo", ("y",), N_("Memo"), N_("Write a memo on the text"), 3),
    ListCommand("library", "coded", ("d",), N_("Coded"), N_("Mark the coding as done, or not"), 4),
    ListCommand("library", "delete", ("l",), N_("Delete"), N_("Take what is ticked out of the library"), 5),
    ListCommand("library", "code", ("k",), N_("Form"), N_("The coding form of the text"), 3),
    ListCommand("history", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("compare", "coders", ("w",), N_("Coders"), N_("Choose the two who are compared"), 6),
    ListCommand("compare", "first", ("p",), N_("Take the first"), N_("What the first one marked is settled on"), 7),
    ListCommand("compare", "second", ("s",), N_("Take the second"), N_("What the second one marked is settled on"), 7),
    ListCommand("compare", "both", ("t",), N_("Take both"), N_("What both marked is settled on"), 6),
    ListCommand("compare", "neither", ("d",), N_("Neither"), N_("Neither of the two is settled on"), 4),
    ListCommand("compare", "same", ("e",), N_("Agreed too"), N_("Show where they agree too, or not"), 3),
    ListCommand("agreement", "unit", ("k",), N_("Unit"), N_("Count by the next unit: character, sentence, statement, article"), 8),
    ListCommand("agreement", "uncoded", ("e",), N_("Uncoded"), N_("Count text that nobody coded, or not"), 6),
    ListCommand("agreement", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("conflicts", "first", ("p",), N_("Keep ours"), N_("What is here stays"), 8),
    ListCommand("conflicts", "second", ("s",), N_("Take theirs"), N_("What the other library says takes its place"), 8),
    ListCommand("conflicts", "both", ("t",), N_("Keep both"), N_("Both stand, one below the other: notes, memos and descriptions only")),
    ListCommand("charts", "kind", ("k",), N_("Picture"), N_("The next picture: tags, speakers, sessions, months, together"), 8),
    ListCommand("charts", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 6),
    ListCommand("charts", "form", ("s",), N_("Map"), N_("A heat map of tags by columns, or a bar for each"), 7),
    ListCommand("charts", "coders", ("w",), N_("Coder"), N_("Show only one coder"), 3),
    ListCommand("charts", "cross", ("t",), N_("Cross table"), N_("One attribute of the coding form against another"), 4),
    ListCommand("cross", "pair", ("k",), N_("Attributes"), N_("Choose the two attributes"), 8),
    ListCommand("cross", "turn", ("e",), N_("Turn"), N_("Make the rows columns and the columns rows"), 6),
)  # fmt: skip


def commands_of(screen: str, without: tuple[str, ...] = ()) -> list[ListCommand]:
    """Return the commands of a list, its own first; `without` names common ones that have no sense in it."""
    own = [c for c in LIST_COMMANDS if c.screen == screen]
    return own + [c for c in LIST_COMMANDS if c.screen == COMMON and c.id not in without]
