"""The two sides of a conflict in words."""

from annotations.library import Library
from annotations.merging.names import STANDING, Stands
from annotations.merging.take import read
from annotations.values.analysis import Session, Statement
from annotations.values.conflict import Conflict
from annotations.values.corrections_made import STRETCHES
from reader.language.i18n import N_, _, isolate, language, ordered
from reader.ui.wording.reading_bars import cut

_LONGEST = 40  # characters of a passage

_FIELDS = {
    "tag.name": N_("name of a tag"), "description": N_("description"), "memo": N_("memo"), "note": N_("note"), "bounds": N_("boundaries"),
    "value": N_("form"), "person": N_("person"), "project": N_("project"), "name": N_("name of a speaker"),
    "text": N_("words of a topic"), "session": N_("session"), "statement": N_("statement"), "noise": N_("page boilerplate"),
}  # fmt: skip
_STANDING = {"speaker": N_("speaker"), "topic": N_("topic")}
_NONE = {"session": N_("no session"), "statement": N_("no statement"), "noise": N_("boilerplate mark removed")}


def field_name(conflict: Conflict) -> str:
    """Return the name of what a conflict is about."""
    if conflict.field == STANDING:
        return _(_STANDING[conflict.table])
    column = conflict.field.partition(".")[0]
    return _(_FIELDS.get(f"{conflict.table}.{column}") or _FIELDS[column])


def _standing(library: Library, conflict: Conflict, stands: int) -> str:
    name = library.name_in_conflict(conflict.table, conflict.row)
    if stands == conflict.row:
        return _("{name} kept", name=name)
    if not stands:
        return _("{name} deleted", name=name)
    other = library.name_in_conflict(conflict.table, stands)
    return _("{name} merged into {other}", name=name, other=other)


def _stretches(library: Library, conflict: Conflict, side: str) -> str:
    """Return the corrections made by people: whose statement or which session, and its passage."""
    called = {one.value.id: one.value.name for one in library.corrections(conflict.row).speakers}
    called |= {speaker.id: speaker.name for speaker in library.analysis(conflict.row).speakers}
    parts = []
    for one in read(conflict.field, side):
        if one.value.origin != "user":
            continue
        if one.gone:
            told = _(_NONE[conflict.field])
        elif isinstance(one.value, Statement):
            told = called.get(one.value.speaker, "…")
        else:
            told = one.value.label if isinstance(one.value, Session) else field_name(conflict)
        passage = cut(library.stretch(conflict.row, *one.value.span), _LONGEST)
        parts.append(ordered(f"{isolate(told)}: {isolate(passage)}"))
    return " · ".join(parts) or _("untouched")


def side_in_words(library: Library, conflict: Conflict, side: str) -> str:
    """Return one side of a conflict: values, persons and speakers by name, boundaries by the passage."""
    if conflict.field == "value":
        values = {str(v.id): v.name(language()) for a in library.form.attributes() for v in a.values}
        return values.get(side, side)
    if conflict.field == "person":
        return next((one.name for one in library.persons.all() if str(one.id) == side), side)
    if conflict.field == "bounds":
        start, end = map(int, side.split(":"))
        found = library.annotations_by_id([conflict.row])
        return library.stretch(found[0].document, start, end) if found else side
    if conflict.field == STANDING:
        return _standing(library, conflict, Stands.read(side).row)
    return _stretches(library, conflict, side) if conflict.field in STRETCHES else side
