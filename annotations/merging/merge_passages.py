"""Merge the annotations of a document: matched by identifier, then by passage and coder; their tags are united."""

from collections.abc import Sequence

from annotations.merging.matched import Matched
from annotations.store import annotation_rows, log_rows
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
        self._new: list[Annotation] = []
        self._new_keys: set[str | tuple[Span, str]] = set()

    def merge(self, incoming: Sequence[Annotation], document: int) -> None:
        """Merge the annotations of one document."""
        self._read(document)
        for one in incoming:
            self._merge(one._replace(document=document, tags=self._local_tags(one)))
        self._write()

    def _local_tags(self, incoming: Annotation) -> tuple[int, ...]:
        tags = self._matched.tags
        return tuple(tags[tag] for tag in incoming.tags if tag in tags)

    def _read(self, document: int) -> None:
        local = (*annotation_rows.annotations(self._db, document), *annotation_rows.orphans(self._db, document))
        self._here = {one.id: one for one in local}
        self._by_uid = {one.uid: one.id for one in local if one.uid}
        self._by_place = {_place(one): one.id for one in reversed(local) if one.placed != "lost"}

    def _write(self) -> None:
        annotation_rows.add_annotations(self._db, self._new)
        self._new, self._new_keys = [], set()

    def _merge(self, incoming: Annotation) -> None:
        keys = {key for key in (incoming.uid, _place(incoming)) if key}
        if keys & self._new_keys:  # the same passage twice in one file
            self._write()
            self._read(incoming.document)
        number = self._find(incoming)
        if number is not None:
            self._join(number, incoming)
        elif incoming.uid and incoming.uid in self._removed:
            self._matched.counts["removed_here"] += 1
        else:
            self._new.append(incoming)
            self._new_keys |= keys
            self._matched.counts["annotations"] += 1

    def _find(self, incoming: Annotation) -> int | None:
        """Return the local annotation that an incoming one is, or None."""
        number = self._by_uid.get(incoming.uid) or annotation_rows.by_uid(self._db, incoming.uid)
        if number is not None or incoming.placed == "lost":
            return number
        return self._by_place.get(_place(incoming))

    def _join(self, number: int, incoming: Annotation) -> None:
        """Add to a local annotation what only the incoming one has."""
        local = self._here.get(number) or annotation_rows.annotations_by_id(self._db, [number])[0]
        self._matched.fill("annotation", number, {"note": incoming.note}, ("note",))
        if local.anchor.span != incoming.anchor.span and incoming.placed != "lost":
            bounds = ("{}:{}".format(*one.anchor.span) for one in (local, incoming))
            self._matched.conflicts.add("annotation", number, "bounds", *bounds)
        more = tuple(tag for tag in dict.fromkeys(incoming.tags) if tag not in local.tags)
        for tag in more:
            annotation_rows.give_tag(self._db, number, tag)
        if more or (incoming.note and not local.note):
            self._matched.counts["joined"] += 1
        self._here[number] = local._replace(tags=(*local.tags, *more), note=local.note or incoming.note)


def _place(one: Annotation) -> tuple[Span, str]:
    return one.anchor.span, one.coder
