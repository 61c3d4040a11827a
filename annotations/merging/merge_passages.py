"""Merge the annotations of a document: matched by identifier, then by passage and coder; their tags are united."""

from collections.abc import Sequence

from annotations.merging.matched import Matched
from annotations.store import annotation_rows, log_rows
from annotations.store.rows import fresh_id
from annotations.values.model import Annotation
from annotations.values.spans import Span


class PassageMerge:
    """Merges annotations, document by document.

    A document's local annotations are read at once and its new ones written at once: asking for each by itself took
    longer the more there were.
    """

    def __init__(self, matched: Matched) -> None:
        """Write within an act in progress."""
        self._matched, self._db = matched, matched.db
        self._removed = log_rows.removed_uids(self._db)
        self._here: dict[int, Annotation] = {}
        self._by_uid: dict[str, int] = {}
        self._by_place: dict[tuple[Span, str], int] = {}
        self._new: set[int] = set()  # ids in `_here` that are still to be written

    def merge(self, incoming: Sequence[Annotation], document: int) -> None:
        """Merge the annotations of one document."""
        self._here, self._by_uid, self._by_place, self._new = {}, {}, {}, set()
        for read in (annotation_rows.annotations, annotation_rows.orphans):
            for local in read(self._db, document):
                self._know(local)
        following = fresh_id(self._db, "annotation")
        for one in incoming:
            here = one._replace(document=document, tags=self._local_tags(one))
            number = self._find(here)
            if number is not None:
                self._join(number, here)
            elif here.uid and here.uid in self._removed:
                self._matched.counts["removed_here"] += 1
            else:
                self._know(here._replace(id=following))
                self._new.add(following)
                following += 1
        annotation_rows.add_annotations(self._db, [self._here[number] for number in sorted(self._new)])
        self._matched.counts["annotations"] += len(self._new)

    def _local_tags(self, incoming: Annotation) -> tuple[int, ...]:
        tags = self._matched.tags
        return tuple(dict.fromkeys(tags[tag] for tag in incoming.tags if tag in tags))

    def _know(self, local: Annotation) -> None:
        self._here[local.id] = local
        if local.uid:
            self._by_uid.setdefault(local.uid, local.id)
        if local.placed != "lost":
            self._by_place.setdefault(_place(local), local.id)

    def _find(self, incoming: Annotation) -> int | None:
        """Return the local annotation that an incoming one is, or None."""
        number = self._by_uid.get(incoming.uid) or annotation_rows.by_uid(self._db, incoming.uid)
        if number is not None or incoming.placed == "lost":
            return number
        return self._by_place.get(_place(incoming))

    def _join(self, number: int, incoming: Annotation) -> None:
        """Add to a local annotation, or to one of the same file, what only the incoming one has."""
        local = self._here.get(number) or annotation_rows.annotations_by_id(self._db, [number])[0]
        conflicts = self._matched.conflicts
        if local.note and incoming.note and local.note != incoming.note:
            conflicts.add("annotation", number, "note", local.note, incoming.note)
        if local.anchor.span != incoming.anchor.span and incoming.placed != "lost":
            conflicts.add(
                "annotation", number, "bounds", *("{}:{}".format(*one.anchor.span) for one in (local, incoming))
            )
        more = tuple(tag for tag in incoming.tags if tag not in local.tags)
        note = local.note or incoming.note
        if number not in self._new:
            annotation_rows.add_to_annotation(self._db, number, more, note if note != local.note else "")
        if more or note != local.note:
            self._matched.counts["joined"] += 1
        self._here[number] = local._replace(tags=(*local.tags, *more), note=note)


def _place(one: Annotation) -> tuple[Span, str]:
    return one.anchor.span, one.coder
