"""The library: one SQLite file and all acts on it.

    with Library("library.db", coder="sara") as library:
        document = library.add(text, analysis, name="report", ...)
        library.passages.annotate(document.id, span, tags=[4], note="...")
        library.codebook.rename(4, "دليل أو رقم", "ar")
        library.undo(document.id)

Each method that changes something returns once the change is committed. A Library belongs to the thread that
created it.
"""

import re
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from annotations.acts.codebook import Codebook
from annotations.acts.documents import Documents
from annotations.acts.form import Form
from annotations.acts.large_texts import LargeTexts
from annotations.acts.passages import Passages
from annotations.acts.persons import Persons
from annotations.corrections.apply import REPARSE, about, apply, check_spans, label_of
from annotations.errors import HashiyaError, MergeRefused, OutputExists
from annotations.merging import conflicts
from annotations.merging.collect import collect
from annotations.merging.merge import Merged, merge
from annotations.questions import comparison, counts
from annotations.questions.comparison import Pair
from annotations.questions.counts import Count
from annotations.questions.listing import Listing
from annotations.store import analysis_rows, annotation_rows, backups, copies, document_rows, log_rows, word_index
from annotations.store.analysis_writer import Rows, write_around
from annotations.store.backups import backups_of
from annotations.store.connection import Connection, sqlite_version
from annotations.store.examine import Findings
from annotations.store.repair import salvage
from annotations.store.untrusted import refused
from annotations.values.analysis import Analysis
from annotations.values.conflict import Conflict
from annotations.values.corrections import Correction
from annotations.values.corrections_made import Corrections
from annotations.values.log import Act, Logged
from annotations.values.model import Annotation, Document, DocumentParagraph, ReadingPlace, Tag
from annotations.values.spans import Span
from annotations.values.work import Exported, Shared, Work

__all__ = ["Findings", "Library", "backups_of", "restore", "salvage", "sqlite_version", "work_in"]


_DIGEST = re.compile("[0-9a-f]{64}")


def work_in(path: str) -> Work:
    """Return the entire contents of a library that somebody else made. Its file is neither changed nor trusted.

    Raises NotALibrary for a file that is none, MergeRefused for one that is not what it says it is.
    """
    with Library(path, "", trusted=False) as other:
        try:
            work = other.work()
        except (HashiyaError, ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            cause = error.__cause__ or error
            raise refused(path, cause if isinstance(cause, Exception) else error) from error
    wrong = [item.document.id for item in work.documents if not _DIGEST.fullmatch(str(item.document.digest))]
    if wrong:
        raise MergeRefused(path=path, reason=f"document {wrong[0]}: its digest is no SHA-256")
    return work


def restore(backup: str, path: str) -> str:
    """Put a copy of a sound library, `backup`, in the place of the one at `path`; return where that is kept now, or "".

    Windows in which the old one is open find it replaced, and refuse acts. Raises LibraryError or OutputError.
    """
    with Connection(backup, "", read_only=True) as source:
        source.check_sound()
        return source.read(backups.restore, path)


class Library:
    """An open library and the coder working in it.

    passages, codebook, form, persons and document_acts provide the acts on each; listing queries the whole library;
    large_texts reads and analyses a document by stretches.
    """

    def __init__(self, path: str, coder: str, *, read_only: bool = False, trusted: bool = True) -> None:
        """Open the library at `path`, creating it if necessary. read_only: nothing will or may be written.

        Raises NotALibrary, LibraryNewer, LibraryLocked or another LibraryError, leaving the file unchanged.
        """
        self.path = path
        self._connection = Connection(path, coder, read_only=read_only, trusted=trusted)
        self._version = self._connection.data_version()
        self.passages, self.codebook = Passages(self._connection), Codebook(self._connection)
        self.form, self.persons = Form(self._connection), Persons(self._connection)
        self.document_acts, self.listing = Documents(self._connection), Listing(self._connection)
        self.large_texts = LargeTexts(self._connection)

    @property
    def coder_name(self) -> str:
        """The name of the coder working in the library."""
        return self._connection.coder_name

    def changed_elsewhere(self) -> bool:
        """Return whether another connection has written since the last call. Raises LibraryReplaced."""
        self._connection.check_file()
        before, self._version = self._version, self._connection.data_version()
        return before != self._version

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # what is asked across the library, and decided

    def merge(self, work: Work, source: str) -> Merged:
        """Merge someone's work, as one act; return what was new. source: the name of the file it came from.

        Repeating a merge changes nothing, not even the log.
        """
        return merge(self._connection, work, source)

    def conflicts(self) -> list[Conflict]:
        """Return what merges left for a decision."""
        return conflicts.open_conflicts(self._connection)

    def place_of(self, conflict: Conflict) -> tuple[int, Span]:
        """Return the document that a conflict is about (0 if none) and a passage of it (empty if none)."""
        return conflicts.place_of(self._connection, conflict)

    def name_in_conflict(self, table: str, row: int) -> str:
        """Return the local name of the speaker or topic (table) that a conflict is about, even if it was deleted."""
        return conflicts.speaker_or_topic(self._connection, table, row)

    def decide(self, conflict: Conflict, choice: str) -> None:
        """Decide a conflict as one act. choice: local, incoming, or both if both texts can be kept."""
        conflicts.decide(self._connection, conflict, choice)

    def counts(self, kind: str, document: int = 0, coder: str = "") -> list[Count]:
        """Return the cells of a chart, of one document or of all, of one coder or of all. kind: one of counts.KINDS."""
        return counts.counts(self._connection, kind, document, coder)

    def all_counts(self, annotations: Sequence[Annotation], document: int = 0) -> dict[str, list[Count]]:
        """Return the cells of every chart, by its kind, of some annotations. document: the one all are in, if it is one."""
        return counts.all_counts(self._connection, annotations, document)

    def neither_taken(self, document: int, name: str) -> list[Span]:
        """Return the spans of a document where neither of two coders' annotations was chosen, under a resolving name."""
        return self._connection.read(log_rows.neither_taken, document, name)

    def settle(self, pair: Pair, chosen: Sequence[Annotation], name: str) -> None:
        """Resolve a disagreement of two coders, as one act, under a resolving name."""
        comparison.settle(self._connection, pair, chosen, name)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # reading

    def documents(self) -> list[Document]:
        """Return the documents, most recently opened first."""
        return self._connection.read(document_rows.documents)

    def document(self, name: str) -> Document:
        """Return the document with this name, path or number (`id:2`, `name:2`, `path:2`: just that one).

        Raises UnknownDocument, and DocumentAmbiguous if several fit.
        """
        return self._connection.read(document_rows.document_named, name)

    def version(self, number: int) -> Document:
        """Return a document by its id, deleted or not; for a hidden version, the version that is shown instead."""
        return self._connection.read(document_rows.version, number)

    def by_digest(self, digest: str) -> Document | None:
        """Return the document made from the bytes with this SHA-256, or None."""
        return self._connection.read(document_rows.document_by_digest, digest)

    def text(self, document: int) -> str:
        """Return the text of a document."""
        return self._connection.read(document_rows.text, document)

    def analysis(self, document: int) -> Analysis:
        """Return the analysis of a document."""
        return self._connection.read(analysis_rows.analysis, document)

    def place(self, document: int) -> ReadingPlace:
        """Return the place where reading stopped."""
        return self._connection.read(document_rows.place, document)

    def annotations(self, document: int) -> list[Annotation]:
        """Return the annotations of a document in the order of its text."""
        return self._connection.read(annotation_rows.annotations, document)

    def orphans(self, document: int) -> list[Annotation]:
        """Return the annotations whose quotation no longer occurs in a document's corrected text."""
        return self._connection.read(annotation_rows.orphans, document)

    def tagged_annotations(self, document: int = 0, coder: str = "") -> list[Annotation]:
        """Return the annotations with a tag and a position, of one document or all, of one coder or all."""
        return self._connection.read(annotation_rows.tagged_annotations, document, coder)

    def annotations_by_id(self, numbers: Iterable[int]) -> list[Annotation]:
        """Return those annotations with these ids that exist."""
        return self._connection.read(annotation_rows.annotations_by_id, numbers)

    def coders(self) -> list[str]:
        """Return the names of all who have annotated or coded anything."""
        return self._connection.read(annotation_rows.coders)

    def search(self, forms: Sequence[str], most: int = word_index.MOST) -> list[DocumentParagraph]:
        """Return the paragraphs that contain any of the given folded words or phrases, best match first."""
        return self._connection.read(word_index.search, forms, most)

    def documents_with(self, forms: Sequence[str], *, beginnings: bool = False) -> list[int]:
        """Return the documents that contain any of the given folded words or phrases, or words beginning with them."""
        return self._connection.read(word_index.documents, forms, beginnings=beginnings)

    def stretch(self, document: int, start: int, end: int) -> str:
        """Return a part of a document's text."""
        return self._connection.read(document_rows.stretch, document, start, end)

    def health(self) -> str:
        """Return "ok", or what `examine` finds wrong."""
        return "; ".join(self.examine().faults) or "ok"

    def examine(self) -> Findings:
        """Examine the library: SQLite's own checks, the texts against their digests, the rows against the log."""
        return self._connection.examine()

    @property
    def read_only(self) -> bool:
        """Whether the library was opened for reading alone."""
        return self._connection.read_only

    def rest(self) -> None:
        """Use a moment in which nothing is done: write SQLite's log back, and make the day's backup."""
        self._connection.rest()

    def back_up(self, path: str = "") -> str:
        """Copy the library to a file, or among its backups beside it; return the path.

        Raises LibraryDamaged if it is not sound, and OutputError.
        """
        return self._connection.back_up(path)

    def save_copy(self, path: str) -> None:
        """Save everything in this library, as it is now, to a new library, even if its own file is gone.

        Raises OutputError if something has that name already.
        """
        if not self._connection.read(copies.copy_to_new, path):
            raise OutputExists(path=path)

    def exported(self, document: Document) -> Exported:
        """Return a document with everything that belongs to it, including annotations without a position."""
        number = document.id
        marked = (*self.annotations(number), *self.orphans(number))
        codings, corrections = tuple(self.form.codings(number)), self.corrections(number)
        return Exported(document, self.text(number), self.analysis(number), marked, codings, corrections)

    def shared(self) -> Shared:
        """Return everything that belongs to the library rather than to a document."""
        of_persons = tuple(coding for coding in self.form.codings() if coding.unit.person)
        tags, attributes = tuple(self.codebook.tags()), tuple(self.form.attributes())
        return Shared(tags, attributes, tuple(self.persons.all()), of_persons)

    def work(self) -> Work:
        """Return the entire contents of the library."""
        return Work(self.shared(), tuple(self.exported(document) for document in self.documents()))

    # writing

    def add(self, text: str, analysis: Analysis, **facts: str) -> Document:
        """Add a document with its text and analysis, or return the existing one with the same digest.

        facts: name, path, title, direction, digest and encoding. A document that was deleted is restored.
        """
        return self.document_acts.add(text, analysis, facts)

    def keep_place(self, document: int, place: ReadingPlace) -> None:
        """Save the place where reading of the document stopped."""
        self._connection.read(document_rows.keep_place, document, place)

    def correct(self, document: int, correction: Correction) -> None:
        """Apply a correction to a document's analysis, as one act.

        Raises SpanError, CorrectionRefused, and CorrectionGone if the subject of the correction no longer exists.
        """
        check_spans(correction, self._connection.read(document_rows.length, document))
        told = self._connection.read(lambda db: about(Rows(db, document), correction))
        with self._connection.act(label_of(correction), document, told):
            apply(Rows(self._connection.db, document), correction)

    def corrections(self, document: int) -> Corrections:
        """Return the corrections made by people to a document's analysis."""
        return self._connection.read(collect, document)

    def last_correction(self, document: int) -> int:
        """Return the id of the last act, including an undo, that changed a document's analysis; 0 if there is none."""
        return self._connection.read(log_rows.last_correction, document)

    def reanalyse(self, document: int, analysis: Analysis) -> None:
        """Replace a document's analysis with a newer one, as one act; corrections are preserved."""
        with self._connection.act(REPARSE, document):
            write_around(Rows(self._connection.db, document), analysis)

    # the log

    def undo(self, document: int | None) -> Act | None:
        """Undo this coder's last act in a document or the codebook, or, for None, the last one anywhere.

        Returns the act, or None if there is none. Raises UndoBlocked.
        """
        return self._connection.undo(document)

    def redo(self, document: int | None) -> Act | None:
        """Redo the act this coder undid last; return it, or None if there is none."""
        return self._connection.redo(document)

    def log(self, document: int | None = None, most: int = -1) -> list[Logged]:
        """Return all acts ever performed, latest first, in a document or in the whole library."""
        return self._connection.read(log_rows.log, document, most)

    def tags_before(self) -> dict[int, list[tuple[int, Tag]]]:
        """Return, by tag id, the earlier states of tags, each with the id of the act that changed or removed it."""
        return self._connection.read(log_rows.tags_before)

    def last_act(self) -> int:
        """Return the id of the last row of the log."""
        return self._connection.read(log_rows.last_act)

    def annotations_touched(self, since: int) -> set[int]:
        """Return the ids of the annotations that acts after `since` created, changed, tagged or removed."""
        return self._connection.read(log_rows.annotations_touched, since)
