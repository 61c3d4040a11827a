"""Undoable acts on the codebook; the annotations are updated accordingly."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotations.errors import TagGone, TagRefused, TagTaken
from annotations.store import codebook_rows
from annotations.store.connection import Connection
from annotations.store.log_rows import add_subject
from annotations.values.codebook import same, with_children
from annotations.values.folding import fold_text
from annotations.values.localized import Localized
from annotations.values.model import COLORS, SLOTS, Tag


class Listed(NamedTuple):
    """A tag in an imported list: its name, its description and the name of its parent tag, empty if it has none."""

    name: str
    description: str = ""
    parent: str = ""


class Codebook:
    """The tags of a library."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def tags(self) -> list[Tag]:
        """Return the codebook in order: the tags with a slot first, retired ones included."""
        return self._connection.read(codebook_rows.tags)

    def tag(self, number: int) -> Tag:
        """Return a tag. Raises TagGone."""
        found = next((tag for tag in self.tags() if tag.id == number), None)
        if found is None:
            raise TagGone
        return found

    def uses(self) -> dict[int, int]:
        """Return the number of passages by tag id, leaving out deleted documents."""
        return self._connection.read(codebook_rows.uses)

    def examples(self) -> dict[int, str]:
        """Return the most recently tagged passage for each tag in use, by tag id."""
        return self._connection.read(codebook_rows.examples)

    def _checked(self, name: str, besides: int = 0) -> str:
        """Return a name with its whitespace normalised.

        Raises TagRefused if it is empty, and TagTaken if another tag has the same name once folded.
        """
        name = " ".join(name.split())
        if not fold_text(name):  # of tatweel, marks or nothing at all: invisible, and one of many that look alike
            raise TagRefused
        other = same([tag for tag in self.tags() if tag.id != besides], name)
        if other is not None:
            raise TagTaken(name=other.name("ar"))
        return name

    def _set(self, label: str, tag: Tag, before: str = "", **columns: Any) -> None:
        about = {"tag": tag.id, **({"before": before} if before else {})}
        with self._connection.act(f"tag {label}", None, about):
            codebook_rows.set_tag(self._connection.db, tag.id, **columns)

    def new(self, name: str, language: str, *, parent: int = 0, document: int | None = None) -> Tag:
        """Add a tag with this name in `language` ("ar" or another), in the first free slot if any.

        Raises TagTaken if another tag has the same name once folded, and TagRefused if the name is empty.
        """
        name = self._checked(name)
        with self._connection.act("new tag", document) as act:
            number = self._insert(name, language, parent=parent)
            add_subject(self._connection.db, act, "tag", number)
        return self.tag(number)

    def _insert(self, name: str, language: str, *, parent: int = 0, description: str = "") -> int:
        db = self._connection.db
        taken = codebook_rows.taken_slots(db)
        slot = next((n for n in SLOTS if n not in taken), None)
        names, descriptions = Localized.of({language: name}), Localized.of({language: description})
        return codebook_rows.add_tag(db, names, descriptions, slot=slot, parent=parent)

    def rename(self, number: int, name: str, language: str) -> None:
        """Rename a tag in a language. Raises TagTaken, TagRefused, TagGone."""
        tag = self.tag(number)
        names = tag.names.having(language, self._checked(name, number))
        self._set("rename", tag, tag.names.exactly(language), name=names.json())

    def describe(self, number: int, description: str, language: str) -> None:
        """Set the description of a tag in a language."""
        tag = self.tag(number)
        self._set("describe", tag, description=tag.descriptions.having(language, description).json())

    def remember(self, number: int, memo: str) -> None:
        """Set the memo of a tag."""
        self._set("memo", self.tag(number), memo=memo)

    def recolor(self, number: int, color: int) -> None:
        """Change the colour of a tag to one of the palette, 1 to 12."""
        self._set("recolor", self.tag(number), color=(color - 1) % COLORS + 1)

    def slot(self, number: int, slot: int | None) -> None:
        """Assign a digit key to a tag, taking it from the tag that had it; None removes the key."""
        tag = self.tag(number)
        with self._connection.act("tag slot", None, {"tag": number}):
            codebook_rows.give_slot(self._connection.db, tag.id, slot)

    def move(self, number: int, parent: int) -> None:
        """Move a tag under another one (0: top level). Raises TagRefused if that is the tag itself or one below it."""
        tags = {tag.id: tag for tag in self.tags()}
        above = parent
        while above in tags:
            if above == number:
                raise TagRefused
            above = tags[above].parent
        self._set("move", self.tag(number), parent=parent)

    def retire(self, number: int, *, retired: bool = True) -> None:
        """Stop offering a tag, or offer it again; annotations that have it keep it."""
        columns: dict[str, Any] = {"retired": int(retired)} | ({"slot": None} if retired else {})
        self._set("retire" if retired else "revive", self.tag(number), **columns)

    def merge(self, number: int, into: int) -> None:
        """Merge a tag into another, which takes over its annotations and child tags. Raises TagRefused, TagGone."""
        tag, other = self.tag(number), self.tag(into)
        if number == into:
            raise TagRefused
        below = into in with_children(self.tags(), number)
        db = self._connection.db
        with self._connection.act("tag merge", None, {"tag": into, "old": number}):
            if below:  # the remaining tag moves up to where the merged one was
                codebook_rows.set_tag(db, into, parent=tag.parent)
            codebook_rows.merge_tag(db, number, into)
            if other.slot is None and tag.slot is not None:
                codebook_rows.set_tag(db, into, slot=tag.slot)

    def read(self, listed: Sequence[Listed], language: str) -> list[Tag]:
        """Add the tags of a list that are not yet in the codebook, as one act; return the new ones."""
        known = {one: found for one in listed if (found := same(self.tags(), one.name)) is not None}
        wanted: dict[str, Listed] = {}
        for one in listed:
            if one not in known and one.name.strip() and same_name(wanted, one.name) is None:
                wanted[one.name] = one
        if not wanted:
            return []
        with self._connection.act("read tags", None, {"n": len(wanted)}):
            numbers = {name: self._insert(name, language, description=one.description) for name, one in wanted.items()}
            for name, one in wanted.items():
                above = same(self.tags(), one.parent) if one.parent else None
                if above is not None and above.id != numbers[name]:
                    codebook_rows.set_tag(self._connection.db, numbers[name], parent=above.id)
        return [self.tag(number) for number in numbers.values()]


def same_name(names: dict[str, Any], name: str) -> str | None:
    """Return the first of `names` that equals `name` once folded, or None."""
    wanted = fold_text(name)
    return next((one for one in names if fold_text(one) == wanted), None)


def parse_list(text: str) -> list[Listed]:
    """Return the tags of a pasted or imported list: one per line, its description after a tab or a colon.

    A line indented more than the one above it is a child of that tag. Bullets, numbers and empty lines are ignored.
    """
    found: list[Listed] = []
    above: list[tuple[int, str]] = []
    for line in text.expandtabs(4).splitlines() if "\t" not in text.strip() else text.splitlines():
        depth = len(line) - len(line.lstrip())
        head = line.strip().lstrip("-*•0123456789.)").strip()
        if not head:
            continue
        name, _mark, description = (
            part.strip() for part in (head.partition("\t") if "\t" in head else head.partition(":"))
        )
        while above and above[-1][0] >= depth:
            above.pop()
        found.append(Listed(name, description, above[-1][1] if above else ""))
        above.append((depth, name))
    return found
