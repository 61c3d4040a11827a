"""The coding form: attributes with fixed values for documents, statements and persons; every change is undoable."""

from collections.abc import Sequence

from annotations.errors import ValueRefused
from annotations.store import history
from annotations.store.analysis_rows import insert
from annotations.store.annotation_rows import new_uid
from annotations.store.connection import Connection
from annotations.store.history import fresh_id, now
from annotations.values.attributes import SCOPES, Attribute, CodedUnit, Coding, Value
from annotations.values.folding import fold_text
from annotations.values.localized import Localized
from annotations.values.spans import Span

_LEAST = 2  # values per attribute: with fewer there is nothing to choose


class Form:
    """The attributes of a library and their codings."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def attributes(self, scope: str | None = None) -> list[Attribute]:
        """Return the attributes of one scope, or of all, in the order they were created."""
        with self._connection.wrapped():
            db = self._connection.db
            values: dict[int, list[Value]] = {}
            for row in db.execute("SELECT attribute, id, number, name, uid FROM attribute_value ORDER BY number"):
                value = Value(row["id"], row["number"], Localized.from_json(row["name"]), row["uid"])
                values.setdefault(row["attribute"], []).append(value)
            rows = db.execute(
                "SELECT id, scope, name, uid FROM attribute WHERE NOT gone AND (?1 IS NULL OR scope = ?1) ORDER BY id",
                (scope,),
            ).fetchall()
        return [
            Attribute(r["id"], r["scope"], Localized.from_json(r["name"]), tuple(values.get(r["id"], ())), r["uid"])
            for r in rows
        ]

    def new(self, scope: str, name: str, values: Sequence[str], language: str) -> Attribute:
        """Add an attribute with values in a language. Raises ValueRefused for fewer than two values or a taken name."""
        name, named = " ".join(name.split()), [" ".join(value.split()) for value in values if value.strip()]
        taken = {fold_text(one.name(language)) for one in self.attributes(scope)}
        folded = {fold_text(value) for value in named}
        if scope not in SCOPES or not name or len(folded) < max(_LEAST, len(named)) or fold_text(name) in taken:
            raise ValueRefused
        db = self._connection.db
        with self._connection.act("new attribute", None, {"name": name}):
            attribute = fresh_id(db, "attribute")
            names = {"name": Localized.of({language: name}).json()}
            insert(db, "attribute", {"id": attribute, "uid": new_uid(), "scope": scope, "gone": 0, **names})
            for number, value in enumerate(named, 1):
                row = {
                    "id": fresh_id(db, "attribute_value"),
                    "uid": new_uid(),
                    "attribute": attribute,
                    "number": number,
                }
                insert(db, "attribute_value", {**row, "name": Localized.of({language: value}).json()})
        return next(one for one in self.attributes() if one.id == attribute)

    def remove(self, attribute: int) -> None:
        """Remove an attribute from the form; its codings stay stored and come back when this is undone."""
        name = next((one.name("ar") for one in self.attributes() if one.id == attribute), "")
        with self._connection.act("remove attribute", None, {"name": name}):
            self._connection.db.execute("UPDATE attribute SET gone = 1 WHERE id = ?", (attribute,))

    def set(self, unit: CodedUnit, attribute: int, value: int | None) -> None:
        """Set an attribute of a unit to a value id, or None to clear it. Raises ValueRefused if they do not match."""
        chosen = next((one for one in self.attributes(unit.scope) if one.id == attribute), None)
        if chosen is None or (value is not None and chosen.value(value) is None):
            raise ValueRefused
        db, coder = self._connection.db, self._connection.coder
        about = {"attribute": attribute, "value": value}
        with self._connection.act("code", unit.document or None, about):
            where = 'attribute = ? AND coder = ? AND document = ? AND start = ? AND "end" = ? AND person = ?'
            key = (attribute, coder, *unit.columns)
            row = db.execute(f"SELECT id FROM coding WHERE {where}", key).fetchone()
            if value is None:
                db.execute(f"DELETE FROM coding WHERE {where}", key)
            elif row is not None:
                db.execute("UPDATE coding SET value = ?, at = ? WHERE id = ?", (value, now(), row[0]))
            else:
                document, start, end, person = unit.columns
                number = history.fresh_id(db, "coding")
                place = {"document": document, "start": start, "end": end, "person": person}
                insert(
                    db,
                    "coding",
                    {"id": number, "attribute": attribute, "value": value, "coder": coder, **place, "at": now()},
                )

    def codings(self, document: int | None = None) -> list[Coding]:
        """Return the codings of one document and its statements, or all codings, ordered by unit and attribute."""
        with self._connection.wrapped():
            rows = self._connection.db.execute(
                'SELECT coding.document, start, "end", person, attribute, value, coder.name FROM coding '
                "JOIN coder ON coder.id = coder JOIN attribute ON attribute.id = attribute AND NOT gone "
                "WHERE ?1 IS NULL OR coding.document = ?1 "
                'ORDER BY coding.document, start, "end", person, attribute, coder',
                (document,),
            ).fetchall()
        return [Coding(CodedUnit(r[0], Span(r[1], r[2]), r[3]), r[4], r[5], r[6]) for r in rows]

    def set_on(self, unit: CodedUnit) -> dict[int, int]:
        """Return this coder's codings of a unit: value id by attribute id."""
        mine = self._connection.coder_name
        return {
            one.attribute: one.value
            for one in self.codings(unit.document or None)
            if one.unit == unit and one.coder == mine
        }
