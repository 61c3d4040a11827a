"""Undoable acts on the codebook; the annotations are updated accordingly."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotations.errors import TagGone, TagRefused, TagTaken
from annotations.store import queries
from annotations.store.analysis_rows import insert
from annotations.store.annotation_rows import new_uid
from annotations.store.connection import Connection
from annotations.store.history import fresh_id
from annotations.values.codebook import same, with_children
from annotations.values.localized import Localized
from annotations.values.model import Tag

SLOTS, COLORS = range(1, 10), 12


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
        return self._connection.read(queries.tags)

    def tag(self, number: int) -> Tag:
        """Return a tag. Raises TagGone."""
        found = next((tag for tag in self.tags() if tag.id == number), None)
        if found is None:
            raise TagGone
        return found

    def uses(self) -> dict[int, int]:
        """Return the number of passages by tag id, leaving out deleted documents."""
        query = (
            "SELECT tag, count(*) FROM annotation_tag JOIN annotation ON annotation.id = annotation "
            "JOIN document ON document.id = document AND NOT gone GROUP BY tag"
        )
        return self._connection.read(lambda db: dict(db.execute(query).fetchall()))

    def examples(self) -> dict[int, str]:
        """Return the most recently tagged passage for each tag in use, by tag id."""
        query = (
            "SELECT tag, quote FROM annotation JOIN (SELECT tag, max(annotation) AS last FROM annotation_tag GROUP BY tag) "
            "ON annotation.id = last"
        )
        return self._connection.read(lambda db: dict(db.execute(query).fetchall()))

    def _checked(self, name: str, besides: int = 0) -> str:
        """Return a name with its whitespace normalised.

        Raises TagRefused if it is empty, and TagTaken if another tag has the same name once folded.
        """
        name = " ".join(name.split())
        if not name:
            raise TagRefused
        other = same([tag for tag in self.tags() if tag.id != besides], name)
        if other is not None:
            raise TagTaken(name=other.name("ar"))
        return name

    def _set(self, label: str, tag: Tag, before: str = "", **columns: Any) -> None:
        pairs = ", ".join(f"{column} = ?" for column in columns)
        about = {"tag": tag.id, **({"before": before} if before else {})}
        with self._connection.act(f"tag {label}", None, about):
            self._connection.db.execute(f"UPDATE tag SET {pairs} WHERE id = ?", (*columns.values(), tag.id))

    def new(self, name: str, language: str, *, parent: int = 0, document: int | None = None) -> Tag:
        """Add a tag with this name in `language` ("ar" or another), in the first free slot if any.

        Raises TagTaken if another tag has the same name once folded, and TagRefused if the name is empty.
        """
        name = self._checked(name)
        with self._connection.act("new tag", document):
            number = self._insert(name, language, parent=parent)
            self._tell("new tag", number)
        return self.tag(number)

    def _tell(self, label: str, number: int) -> None:
        self._connection.db.execute(
            "UPDATE act SET about = json_object('tag', ?) WHERE id = (SELECT act FROM current) AND label = ?",
            (number, label),
        )

    def _insert(self, name: str, language: str, *, parent: int = 0, description: str = "") -> int:
        db = self._connection.db
        taken = {row[0] for row in db.execute("SELECT slot FROM tag WHERE slot IS NOT NULL AND NOT gone")}
        slot = next((n for n in SLOTS if n not in taken), None)
        number = fresh_id(db, "tag")
        return insert(
            db,
            "tag",
            {
                "id": number, "uid": new_uid(), "slot": slot, "color": (number - 1) % COLORS + 1, "parent": parent,
                "name": Localized.of({language: name}).json(), "description": Localized.of({language: description}).json(),
            },
        )  # fmt: skip

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
            self._connection.db.execute("UPDATE tag SET slot = NULL WHERE slot IS ?", (slot,)) if slot else None
            self._connection.db.execute("UPDATE tag SET slot = ? WHERE id = ?", (slot, tag.id))

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
            db.execute(
                "DELETE FROM annotation_tag WHERE tag = ? AND annotation IN (SELECT annotation FROM annotation_tag WHERE tag = ?)",
                (number, into),
            )
            db.execute("UPDATE annotation_tag SET tag = ? WHERE tag = ?", (into, number))
            if below:  # the remaining tag moves up to where the merged one was
                db.execute("UPDATE tag SET parent = ? WHERE id = ?", (tag.parent, into))
            db.execute("UPDATE tag SET parent = ? WHERE parent = ? AND id != ?", (into, number, into))
            db.execute("UPDATE tag SET gone = 1, same_as = ?, slot = NULL WHERE id = ?", (into, tag.id))
            if other.slot is None and tag.slot is not None:
                db.execute("UPDATE tag SET slot = ? WHERE id = ?", (tag.slot, into))

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
                    self._connection.db.execute("UPDATE tag SET parent = ? WHERE id = ?", (above.id, numbers[name]))
        return [self.tag(number) for number in numbers.values()]


def same_name(names: dict[str, Any], name: str) -> str | None:
    """Return the first of `names` that equals `name` once folded, or None."""
    from annotations.values.folding import fold_text

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
