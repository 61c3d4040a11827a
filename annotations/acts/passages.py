"""Acts on passages: tag, add notes, retag, remove, and move their boundaries."""

from collections.abc import Sequence

from annotations.errors import AnnotationGone, NoteChanged
from annotations.store import annotation_rows, document_rows
from annotations.store.connection import Connection
from annotations.values.anchors import CONTEXT, Anchor
from annotations.values.model import Annotation
from annotations.values.spans import Span, check


class Passages:
    """The passages of a library's documents, as marked by the connection's coder."""

    def __init__(self, connection: Connection) -> None:
        """Perform acts through this connection."""
        self._connection = connection

    def _anchor(self, document: int, span: Span) -> Anchor:
        """Return the anchor of a passage. Raises SpanError."""
        length = self._connection.read(document_rows.length, document)
        start, end = check(span.start, span.end, length)
        low = max(0, start - CONTEXT)
        around = self._connection.read(document_rows.stretch, document, low, end + CONTEXT)
        at = start - low
        return Anchor(Span(start, end), around[at : at + end - start], around[:at], around[at + end - start :])

    def one(self, number: int) -> Annotation:
        """Return an annotation by its id. Raises AnnotationGone."""
        found = self._connection.read(annotation_rows.annotations_by_id, [number])
        if not found:
            raise AnnotationGone
        return found[0]

    def mine(self, document: int, span: Span) -> Annotation | None:
        """Return this coder's annotation of exactly this passage, or None."""
        return self._connection.read(annotation_rows.passage_of, document, span, self._connection.coder)

    def annotate(
        self, document: int, span: Span, tags: Sequence[int] = (), note: str = "", *, label: str = "annotate"
    ) -> Annotation:
        """Tag and note a passage, adding to this coder's annotation of exactly this passage if there is one.

        Raises SpanError if `span` is not inside the text.
        """
        anchor = self._anchor(document, span)
        about = {"tag": tags[0], "n": 1} if len(tags) == 1 else {}
        with self._connection.act(label, document, about):
            number = self._annotate(document, anchor, tags)
            if note:
                annotation_rows.add_note(self._connection.db, number, note)
        return self.one(number)

    def _annotate(self, document: int, anchor: Anchor, tags: Sequence[int]) -> int:
        number = annotation_rows.annotation_at(self._connection.db, document, anchor, self._connection.coder)
        for tag in tags:
            annotation_rows.give_tag(self._connection.db, number, tag)
        return number

    def toggle_tag(self, document: int, span: Span, tag: int, *, label: str = "tag") -> bool:
        """Apply a tag to a passage, or remove it if this coder applied it; return whether it is applied now.

        Only this coder's annotation of exactly this passage is considered. An annotation left with neither tag nor note
        is removed.
        """
        mine = self.mine(document, span)
        if mine is None or tag not in mine.tags:
            self.annotate(document, span, [tag], label=label)
            return True
        with self._connection.act("untag", document, {"tag": tag, "n": 1}):
            self._take(mine, tag)
        return False

    def _take(self, annotation: Annotation, tag: int) -> None:
        db = self._connection.db
        annotation_rows.take_tag(db, annotation.id, tag)
        if annotation.tags == (tag,) and not annotation.note:
            annotation_rows.remove(db, annotation.id)

    def tag_places(self, places: Sequence[tuple[int, Span]], tag: int) -> int:
        """Tag passages (document, span) as one act; return how many did not have the tag before. Raises SpanError."""
        anchors = [(document, self._anchor(document, span)) for document, span in places]
        documents = {document for document, _anchor in anchors}
        new = [pair for pair in anchors if tag not in getattr(self.mine(pair[0], pair[1].span), "tags", ())]
        if new:
            only = documents.pop() if len(documents) == 1 else None
            with self._connection.act("tag", only, {"tag": tag, "n": len(new)}):
                for document, anchor in new:
                    self._annotate(document, anchor, [tag])
        return len(new)

    def note(
        self, document: int, annotation: int, note: str, *, expected: str | None = None, label: str = "note"
    ) -> None:
        """Set the note of an annotation; one left with neither tag nor note is removed.

        expected: what the note was when the change began. Raises NoteChanged if it is different now, and AnnotationGone
        if the annotation no longer exists.
        """
        old = self.one(annotation)
        if expected is not None and old.note != expected:
            raise NoteChanged(note=old.note)
        with self._connection.act(label, document):
            annotation_rows.set_note(self._connection.db, annotation, note)
            if not note and not old.tags:
                annotation_rows.remove(self._connection.db, annotation)

    def move(self, annotation: int, span: Span) -> None:
        """Move either or both boundaries of an annotation; a lost annotation thereby regains a position.

        If its coder has another annotation of exactly that span, the two are merged. Raises SpanError, AnnotationGone.
        """
        old = self.one(annotation)
        anchor = self._anchor(old.document, span)
        db = self._connection.db
        with self._connection.act("bounds", old.document):
            other = annotation_rows.same_passage(db, old.document, anchor.span, old.coder)
            if other not in (None, old.id):
                assert other is not None  # noqa: S101 - implied by the line above
                for tag in old.tags:
                    annotation_rows.give_tag(db, other, tag)
                annotation_rows.add_note(db, other, old.note)
                annotation_rows.remove(db, old.id)
            else:
                annotation_rows.place_annotation(db, old.id, anchor)

    def _own(self, numbers: Sequence[int]) -> list[Annotation]:
        """Return this coder's own among some annotations: lists show everyone's, but nobody undoes another's work."""
        found = self._connection.read(annotation_rows.annotations_by_id, numbers)
        return [one for one in found if one.coder == self._connection.coder_name]

    def retag(self, annotations: Sequence[int], old: int, new: int) -> int:
        """Replace one tag by another on annotations of this coder, as one act; return how many changed.

        old: the tag to replace, or 0 to keep the existing tags and add the new one.
        """
        wanted = [a for a in self._own(annotations) if (old in a.tags if old else new not in a.tags) and old != new]
        if wanted:
            with self._connection.act("retag", self._only(wanted), {"tag": new, "old": old, "n": len(wanted)}):
                for one in wanted:
                    annotation_rows.give_tag(self._connection.db, one.id, new)
                    if old:
                        annotation_rows.take_tag(self._connection.db, one.id, old)
        return len(wanted)

    @staticmethod
    def _only(annotations: Sequence[Annotation]) -> int | None:
        documents = {annotation.document for annotation in annotations}
        return documents.pop() if len(documents) == 1 else None

    def remove(self, document: int | None, annotations: Sequence[int], *, label: str = "remove") -> int:
        """Remove annotations of this coder as one act, skipping those of others or already removed; return how many."""
        found = self._own(annotations)
        if found:
            with self._connection.act(label, document or self._only(found), {"n": len(found)}):
                for one in found:
                    annotation_rows.remove(self._connection.db, one.id)
        return len(found)
