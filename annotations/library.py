"""The library: one SQLite file, and every act on it.

    with Library("library.db", coder="sara") as library:
        document = library.add(text, reading, name="report", ...)
        library.passages.annotate(document.id, span, tags=[4], note="...")
        library.codebook.rename(4, "دليل أو رقم", "ar")
        library.undo(document.id)

Each method that changes something returns once the change is committed. A Library belongs to the thread that
made it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from annotations.acts.codebook import Codebook
from annotations.acts.documents import Documents
from annotations.acts.form import Form
from annotations.acts.passages import Passages
from annotations.acts.persons import Persons
from annotations.corrections.apply import REPARSE, about, apply, check_spans, label_of
from annotations.merging.collect import collect
from annotations.questions.listing import Listing
from annotations.store import annotation_rows, history, queries, word_index
from annotations.store.analysis_rows import Rows, write_around
from annotations.store.connection import Connection
from annotations.values.analysis import Analysis
from annotations.values.corrections import Correction
from annotations.values.corrections_made import Corrections
from annotations.values.model import Annotation, Document, DocumentParagraph, ReadingPlace, Tag
from annotations.values.work import Exported, Shared, Work


def sqlite_version() -> str:
    """Return the version of SQLite that is used."""
    return sqlite3.sqlite_version


class Library:
    """An open library and the coder who works in it.

    passages, codebook, form, persons and document_acts hold the acts on each; listing asks across the library.
    """

    def __init__(self, path: str, coder: str, *, read_only: bool = False) -> None:
        """Open the library at `path`, made where there is none. read_only: nothing will be written, nor may be.

        Raises NotALibrary, LibraryNewer, LibraryLocked or another LibraryError, and leaves such a file as it was.
        """
        self.path = path
        self._connection = Connection(path, coder, read_only=read_only)
        self._version = self._connection.data_version()
        self.passages, self.codebook = Passages(self._connection), Codebook(self._connection)
        self.form, self.persons = Form(self._connection), Persons(self._connection)
        self.document_acts, self.listing = Documents(self._connection), Listing(self._connection)

    @property
    def connection(self) -> Connection:
        """The connection, for what is built on a library: merging, comparing."""
        return self._connection

    @property
    def coder_name(self) -> str:
        """Who works here."""
        return self._connection.coder_name

    def changed_elsewhere(self) -> bool:
        """Tell whether another connection has written since this was last asked."""
        before, self._version = self._version, self._connection.data_version()
        return before != self._version

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.db.close()

    # reading

    def documents(self) -> list[Document]:
        """Return the documents, the one opened last first."""
        return self._connection.read(queries.documents)

    def document(self, name: str) -> Document:
        """Return the document with this name, path or number. Raises UnknownDocument."""
        return self._connection.read(lambda db: queries.document_named(db, name))

    def version(self, number: int) -> Document:
        """Return a document by its id, deleted or not; in place of a version that is hidden, the one that is shown."""
        return self._connection.read(lambda db: queries.version(db, number))

    def by_digest(self, digest: str) -> Document | None:
        """Return the document made from the bytes with this SHA-256, or None."""
        return self._connection.read(lambda db: queries.document_by_digest(db, digest))

    def text(self, document: int) -> str:
        """Return the text of a document."""
        return self._connection.read(lambda db: queries.text(db, document))

    def analysis(self, document: int) -> Analysis:
        """Return what is understood of a document."""
        return self._connection.read(lambda db: queries.analysis(db, document))

    def place(self, document: int) -> ReadingPlace:
        """Return where reading stopped."""
        return self._connection.read(lambda db: queries.place(db, document))

    def annotations(self, document: int) -> list[Annotation]:
        """Return the annotations of a document in the order of its text."""
        return self._connection.read(lambda db: queries.annotations(db, document))

    def orphans(self, document: int) -> list[Annotation]:
        """Return the annotations whose quotation is in a document's corrected text no more."""
        return self._connection.read(lambda db: queries.orphans(db, document))

    def annotations_by_id(self, numbers: Iterable[int]) -> list[Annotation]:
        """Return the annotations with these ids, those that are there."""
        return self._connection.read(lambda db: queries.annotations_by_id(db, numbers))

    def coders(self) -> list[str]:
        """Return who annotated or coded anything."""
        return self._connection.read(queries.coders)

    def search(self, forms: Sequence[str], most: int = word_index.MOST) -> list[DocumentParagraph]:
        """Return the paragraphs that hold any of some folded words or phrases, the best first."""
        return self._connection.read(lambda db: word_index.search(db, forms, most))

    def documents_with(self, forms: Sequence[str], *, beginnings: bool = False) -> list[int]:
        """Return the documents that hold any of some folded words or phrases, or words that begin so."""
        return self._connection.read(lambda db: word_index.documents(db, forms, beginnings=beginnings))

    def stretch(self, document: int, start: int, end: int) -> str:
        """Return a part of a document's text."""
        return self._connection.read(lambda db: queries.stretch(db, document, start, end))

    def health(self) -> str:
        """Return "ok", or what SQLite's own checks find wrong."""
        with self._connection.wrapped():
            found = [row[0] for row in self._connection.db.execute("PRAGMA quick_check")]
            broken = self._connection.db.execute("PRAGMA foreign_key_check").fetchall()
        return "ok" if found == ["ok"] and not broken else "; ".join(map(str, [*found, *broken]))

    def exported(self, document: Document) -> Exported:
        """Return a document with all that belongs to it, annotations without a place included."""
        number = document.id
        marked = (*self.annotations(number), *self.orphans(number))
        codings, corrections = tuple(self.form.codings(number)), self.corrections(number)
        return Exported(document, self.text(number), self.analysis(number), marked, codings, corrections)

    def shared(self) -> Shared:
        """Return what belongs to the library rather than to a document."""
        of_persons = tuple(coding for coding in self.form.codings() if coding.unit.person)
        tags, attributes = tuple(self.codebook.tags()), tuple(self.form.attributes())
        return Shared(tags, attributes, tuple(self.persons.all()), of_persons)

    def work(self) -> Work:
        """Return everything of the library."""
        return Work(self.shared(), tuple(self.exported(document) for document in self.documents()))

    # writing

    def add(self, text: str, analysis: Analysis, **facts: str) -> Document:
        """Add a document with its text and reading, or return the one there is with the same digest.

        facts: name, path, title, direction, digest and encoding. One that was deleted is there again.
        """
        return self.document_acts.add(text, analysis, facts)

    def keep_place(self, document: int, place: ReadingPlace) -> None:
        """Remember where reading of the document stopped."""
        with self._connection.wrapped():
            annotation_rows.keep_place(self._connection.db, document, place)

    def correct(self, document: int, correction: Correction) -> None:
        """Put something right in a document's reading, as one act.

        Raises SpanError, CorrectionGone where what it is about is there no more, and CorrectionRefused.
        """
        check_spans(correction, self._connection.read(lambda db: queries.length(db, document)))
        told = self._connection.read(lambda db: about(db, document, correction))
        with self._connection.act(label_of(correction), document, told):
            apply(self._connection.db, document, correction)

    def corrections(self, document: int) -> Corrections:
        """Return what people put right in a document's reading."""
        return self._connection.read(lambda db: collect(db, document))

    def last_correction(self, document: int) -> int:
        """Return the id of the last act that changed a document's reading, undoing included; 0 where there is none."""
        return self._connection.read(lambda db: queries.last_correction(db, document))

    def reanalyse(self, document: int, analysis: Analysis) -> None:
        """Put a newer reading of a document in place of the old one, as one act; corrections stay as they are."""
        with self._connection.act(REPARSE, document):
            write_around(Rows(self._connection.db, document), analysis)

    # the log

    def undo(self, document: int | None) -> history.Act | None:
        """Take back this coder's last act in a document or the codebook, or, for None, the last one anywhere.

        Return it, or None. Raises UndoBlocked.
        """
        return self._connection.read(lambda db: history.undo(db, self._connection.coder, document))

    def redo(self, document: int | None) -> history.Act | None:
        """Do again what this coder undid last; return it, or None where there is nothing."""
        return self._connection.read(lambda db: history.redo(db, self._connection.coder, document))

    def log(self, document: int | None = None, most: int = -1) -> list[history.Logged]:
        """Return what was ever done, the latest first: in a document, or in the whole library."""
        return self._connection.read(lambda db: history.log(db, document, most))

    def tags_before(self) -> dict[int, list[tuple[int, Tag]]]:
        """Return the tags as they were before acts that changed or removed them, with those acts, by the tags' ids."""
        return self._connection.read(history.tags_before)

    def last_act(self) -> int:
        """Return the id of the last row of the log."""
        return self._connection.read(queries.last_act)

    def annotations_touched(self, since: int) -> set[int]:
        """Return the ids of the annotations that acts after `since` made, changed, tagged or removed."""
        return self._connection.read(lambda db: history.annotations_touched(db, since))
