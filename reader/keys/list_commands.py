"""The commands of the lists shown over the text, one row each: the source of bindings, hints and the help.

Keys are letters that Arabic PC and Mac layouts send alike, digits, and keys without a letter. Common commands apply to
every list.
"""

from typing import NamedTuple

from reader.language.i18n import N_

COMMON = ""


class ListCommand(NamedTuple):
    """A command of a list: the list's name (COMMON: every list), its id, keys, name and explanation.

    hint: its weight in the footer, 0 to leave it out.
    """

    screen: str
    id: str
    keys: tuple[str, ...]
    name: str
    about: str
    hint: int = 0


LIST_COMMANDS: tuple[ListCommand, ...] = (
    ListCommand(COMMON, "go", ("enter",), N_("Open"), N_("Go to the passage, or open the current row"), 9),
    ListCommand(COMMON, "filter", ("f", "slash"), N_("Filter"), N_("Filter by text"), 8),
    ListCommand(COMMON, "order", ("o",), N_("Sort"), N_("Sort by the next column"), 4),
    ListCommand(COMMON, "select", ("space",), N_("Select"), N_("Select or deselect the current row"), 6),
    ListCommand(COMMON, "select_all", ("a",), N_("Select all"), N_("Select or deselect all shown"), 3),
    ListCommand(COMMON, "undo", ("u",), N_("Undo"), N_("Undo the last change"), 5),
    ListCommand(COMMON, "redo", ("r",), N_("Redo"), N_("Redo the last undone change")),
    ListCommand(COMMON, "help", ("question_mark", "f1"), N_("Help"), N_("The keys of this list"), 7),
    ListCommand(COMMON, "close", ("escape", "q"), N_("Close"), N_("Back to the text"), 10),
    ListCommand("codebook", "new", ("i",), N_("New tag"), N_("Add a tag"), 7),
    ListCommand("codebook", "rename", ("e",), N_("Rename"), N_("Rename the tag"), 7),
    ListCommand("codebook", "describe", ("w",), N_("Describe"), N_("Edit the description"), 2),
    ListCommand("codebook", "memo", ("y",), N_("Memo"), N_("Write a memo on the tag")),
    ListCommand("codebook", "move", ("p",), N_("Move"), N_("Move under another tag, or to top level"), 5),
    ListCommand("codebook", "join", ("j",), N_("Merge"), N_("Merge into another tag (its passages move with it)"), 5),
    ListCommand("codebook", "recolor", ("k",), N_("Colour"), N_("Change the tag's colour"), 4),
    ListCommand("codebook", "slot", ("s",), N_("Key"), N_("Assign or clear the tag's number key"), 3),
    ListCommand("codebook", "retire", ("d",), N_("Retire"), N_("Retire or restore the tag"), 4),
    ListCommand("codebook", "paste", ("l",), N_("Import"), N_("Import tags from pasted text or a file"), 3),
    ListCommand("annotations", "tags", ("t",), N_("Tag"), N_("Filter by tag (with sub-tags)"), 6),
    ListCommand("annotations", "coders", ("w",), N_("Coder"), N_("Filter by coder"), 3),
    ListCommand("annotations", "speakers", ("p",), N_("Speaker"), N_("Filter by speaker"), 3),
    ListCommand("annotations", "sessions", ("s",), N_("Session"), N_("Filter by session")),
    ListCommand("annotations", "dates", ("y",), N_("Dates"), N_("Filter by date"), 1),
    ListCommand("annotations", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("annotations", "retag", ("e",), N_("Retag"), N_("Change the tag of the selected rows"), 6),
    ListCommand("annotations", "remove", ("d",), N_("Remove"), N_("Remove the selected rows"), 6),
    ListCommand("annotations", "orphans", ("i",), N_("Places"), N_("Annotations re-anchored approximately (≈), then orphaned ones"), 2),
    ListCommand("places", "tag", ("t",), N_("Tag"), N_("Tag the selected rows in one step"), 9),
    ListCommand("places", "form", ("e",), N_("This spelling"), N_("Select or deselect all matches with this spelling"), 5),
    ListCommand("places", "level", ("k",), N_("Match level"), N_("Exact word · + clitics · + pronouns · + endings · + spelling variants"), 8),
    ListCommand("places", "query", ("i",), N_("Find"), N_("New search"), 5),
    ListCommand("places", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 8),
    ListCommand("persons", "join", ("j",), N_("Merge"), N_("Merge the selected speakers into one person"), 8),
    ListCommand("persons", "split", ("s",), N_("Separate"), N_("Keep this speaker as a separate person"), 5),
    ListCommand("persons", "rename", ("e",), N_("Rename"), N_("Rename the person"), 4),
    ListCommand("persons", "code", ("k",), N_("Form"), N_("The coding form of the person"), 4),
    ListCommand("persons", "said", ("t",), N_("Statements"), N_("The person's statements in the whole library"), 6),
    ListCommand("statements", "tag", ("t",), N_("Tag"), N_("Tag the selected rows in one step"), 8),
    ListCommand("statements", "speaker", ("p",), N_("Speaker"), N_("Filter by speaker or person"), 5),
    ListCommand("statements", "tagged", ("w",), N_("Tagged"), N_("Tagged statements only"), 4),
    ListCommand("statements", "topic", ("y",), N_("Topic"), N_("Filter by topic"), 4),
    ListCommand("statements", "agency", ("e",), N_("Agency"), N_("Filter by agency"), 3),
    ListCommand("statements", "kind", ("s",), N_("Quote type"), N_("Quotations, paraphrases or both"), 4),
    ListCommand("statements", "dates", ("d",), N_("Dates"), N_("Filter by date"), 2),
    ListCommand("statements", "code", ("k",), N_("Form"), N_("The coding form of the statement"), 4),
    ListCommand("library", "add", ("i",), N_("Add"), N_("Add a file or a folder"), 7),
    ListCommand("library", "project", ("p",), N_("Project"), N_("Move the selected texts to a project"), 5),
    ListCommand("library", "memo", ("y",), N_("Memo"), N_("Write a memo on the text"), 3),
    ListCommand("library", "coded", ("d",), N_("Mark done"), N_("Mark the coding as done or not done"), 4),
    ListCommand("library", "delete", ("l",), N_("Delete"), N_("Delete the selected texts from the library"), 5),
    ListCommand("library", "code", ("k",), N_("Form"), N_("The coding form of the text"), 3),
    ListCommand("history", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("compare", "coders", ("w",), N_("Coders"), N_("Choose the two coders to compare"), 6),
    ListCommand("compare", "first", ("p",), N_("Accept first"), N_("Adopt the first coder's codes"), 7),
    ListCommand("compare", "second", ("s",), N_("Accept second"), N_("Adopt the second coder's codes"), 7),
    ListCommand("compare", "both", ("t",), N_("Accept both"), N_("Adopt the codes of both coders"), 6),
    ListCommand("compare", "neither", ("d",), N_("Reject both"), N_("Reject the codes of both coders"), 4),
    ListCommand("compare", "same", ("e",), N_("Show agreements"), N_("Show or hide agreements"), 3),
    ListCommand("agreement", "unit", ("k",), N_("Unit"), N_("Count by the next unit: character, sentence, statement, article"), 8),
    ListCommand("agreement", "uncoded", ("e",), N_("Incl. uncoded"), N_("Include or exclude uncoded text"), 6),
    ListCommand("agreement", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 5),
    ListCommand("conflicts", "first", ("p",), N_("Keep mine"), N_("Keep my version"), 8),
    ListCommand("conflicts", "second", ("s",), N_("Use theirs"), N_("Use the other library's version"), 8),
    ListCommand("conflicts", "both", ("t",), N_("Keep both"), N_("Keep both, one below the other: notes, memos and descriptions only")),
    ListCommand("charts", "kind", ("k",), N_("Chart"), N_("Next chart: tags, speakers, sessions, months, co-occurrence"), 8),
    ListCommand("charts", "scope", ("l",), N_("Library"), N_("The whole library, or this text alone"), 6),
    ListCommand("charts", "form", ("s",), N_("Heat map"), N_("Switch between heat map and bars"), 7),
    ListCommand("charts", "coders", ("w",), N_("Coder"), N_("Filter by coder"), 3),
    ListCommand("charts", "cross", ("t",), N_("Cross table"), N_("One attribute of the coding form against another"), 4),
    ListCommand("cross", "pair", ("k",), N_("Attributes"), N_("Choose the two attributes"), 8),
    ListCommand("cross", "turn", ("e",), N_("Transpose"), N_("Swap rows and columns"), 6),
)  # fmt: skip


def commands_of(screen: str, without: tuple[str, ...] = ()) -> list[ListCommand]:
    """Return the commands of a list, its own first. without: ids of common commands that do not apply to it."""
    own = [c for c in LIST_COMMANDS if c.screen == screen]
    return own + [c for c in LIST_COMMANDS if c.screen == COMMON and c.id not in without]
