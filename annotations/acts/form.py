"""The coding form: attributes with fixed values for documents, statements and persons; every change is undoable."""

from collections.abc import Sequence

from annotations.errors import ValueRefused
from annotations.store import form_rows
from annotations.store.connection import Connection
from annotations.values.attributes import SCOPES, Attribute, CodedUnit, Coding
from annotations.values.folding import fold_text
from annotations.values.localized import Localized

_LEAST = 2  # values per attribute: with fewer there is nothing to choose


class Form:
    """The attributes of a library and their codings."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def attributes(self, scope: str | None = None) -> list[Attribute]:
        """Return the attributes of one scope, or of all, in the order they were created."""
        return self._connection.read(form_rows.attributes, scope)

    def new(self, scope: str, name: str, values: Sequence[str], language: str) -> Attribute:
        """Add an attribute with values in a language. Raises ValueRefused for fewer than two values or a taken name."""
        name, named = " ".join(name.split()), [" ".join(value.split()) for value in values if value.strip()]
        taken = {fold_text(one.name(language)) for one in self.attributes(scope)}
        folded = {fold_text(value) for value in named}
        if scope not in SCOPES or not name or len(folded) < max(_LEAST, len(named)) or fold_text(name) in taken:
            raise ValueRefused
        db = self._connection.db
        with self._connection.act("new attribute", None, {"name": name}):
            attribute = form_rows.add_attribute(db, scope, Localized.of({language: name}))
            for number, value in enumerate(named, 1):
                form_rows.add_value(db, attribute, number, Localized.of({language: value}))
        return next(one for one in self.attributes() if one.id == attribute)

    def remove(self, attribute: int) -> None:
        """Remove an attribute from the form; its codings stay stored and come back when this is undone."""
        name = next((one.name("ar") for one in self.attributes() if one.id == attribute), "")
        with self._connection.act("remove attribute", None, {"name": name}):
            form_rows.remove_attribute(self._connection.db, attribute)

    def set(self, unit: CodedUnit, attribute: int, value: int | None) -> None:
        """Set an attribute of a unit to a value id, or None to clear it. Raises ValueRefused if they do not match."""
        chosen = next((one for one in self.attributes(unit.scope) if one.id == attribute), None)
        if chosen is None or (value is not None and chosen.value(value) is None):
            raise ValueRefused
        db, coder = self._connection.db, self._connection.coder
        about = {"attribute": attribute, "value": value}
        with self._connection.act("code", unit.document or None, about):
            if value is None:
                form_rows.clear_coding(db, unit, attribute, coder)
            else:
                form_rows.code(db, unit, attribute, value, coder)

    def codings(self, document: int | None = None) -> list[Coding]:
        """Return the codings of one document and its statements, or all codings, ordered by unit and attribute."""
        return self._connection.read(form_rows.codings, document)

    def set_on(self, unit: CodedUnit) -> dict[int, int]:
        """Return this coder's codings of a unit: value id by attribute id."""
        mine = self._connection.coder_name
        return {
            one.attribute: one.value
            for one in self.codings(unit.document or None)
            if one.unit == unit and one.coder == mine
        }
