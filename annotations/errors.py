"""All errors of this package, under one base class.

HashiyaError
    LibraryError: NotALibrary, LibraryMissing, RestoreRefused, LibraryEmpty, LibraryFull, LibraryDamaged, LibraryDamagedBackup, LibraryLocked, LibraryNewer, LibraryReadOnly,
                  LibraryReplaced
    OutputError: OutputIsLibrary, OutputExists
    QuoteMissing, QuoteAmbiguous
    SpanError
    UndoBlocked, UnknownAct, AnnotationGone, NoteChanged
    UnknownTag, UnknownDocument, DocumentAmbiguous, DocumentDeleted
    TagGone, TagRefused, TagTaken
    ValueRefused, UnknownAttribute
    MergeRefused: NotAnExport, NotAWholeLibrary, MergeTooSlow, WorkRefused
    UnknownCoder
    CorrectionGone, CorrectionRefused, NameTaken
"""

from functools import partial
from typing import Any


class HashiyaError(Exception):
    """An error that Hashiya can explain. `values` fill the placeholders in `message`, a catalogue string."""

    message = "Something went wrong."
    remedy = ""

    def __init__(self, **values: object) -> None:
        """Store the values that the message refers to."""
        self.values = values
        super().__init__(self.message.format(**values))

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error be pickled together with its values, to pass from one process to another."""
        return partial(type(self), **self.values), ()


class OutputError(HashiyaError):
    """A file that cannot be written."""

    message = "Cannot write {path}: {reason}"
    remedy = "Check that the folder exists, has room and may be written to."


class OutputIsLibrary(OutputError):
    """An output file that is a Hashiya library, or one of the files that SQLite keeps beside one."""

    message = "Cannot write {path}: it belongs to a Hashiya library."
    remedy = "Choose another name; nothing was written."


class OutputExists(OutputError):
    """A name for a new file that something has already."""

    message = "{path} already exists."
    remedy = "Choose another name; nothing was written."


class LibraryError(HashiyaError):
    """The library file cannot be used."""

    message = "The library {path} cannot be used: {reason}"
    remedy = "Choose another file with --library."


class NotALibrary(LibraryError):
    """The file is not an SQLite database, or belongs to another program."""

    message = "{path} is not a Hashiya library."
    remedy = "Choose another file with --library; this one was not changed."


class LibraryMissing(LibraryError):
    """No library where one is needed."""

    message = "There is no library {path}."
    remedy = "Name one with --library, or begin one with `hashiya FILE`."


class RestoreRefused(LibraryError):
    """A library that is to be restored from itself."""

    message = "{path} is the library itself."
    remedy = "Name a backup; the newest are in the folder beside the library."


class LibraryEmpty(LibraryError):
    """A file without any content where a library was expected: what is left of one, or never was one."""

    message = "The library {path} is an empty file."
    remedy = "Delete it to begin a new library there, or restore a backup with `hashiya restore`."


class LibraryFull(LibraryError):
    """No room is left on the disk of the library."""

    message = "There is no room left for the library {path}."
    remedy = "Make room on its disk and try again; what was saved before is safe."


class LibraryDamaged(LibraryError):
    """A library in which SQLite finds damage, and of which there is no backup."""

    message = "The library {path} is damaged."
    remedy = "There is no backup; `hashiya doctor --repair` salvages what can be read into a new library."


class LibraryDamagedBackup(LibraryDamaged):
    """A library in which SQLite finds damage, and of which there is a backup."""

    remedy = "Restore the newest backup with `hashiya restore {backup}`."


class LibraryReplaced(LibraryError):
    """The file of an open library was removed, or another file took its place."""

    message = "The library {path} was removed or replaced while it was open: nothing more is saved in it."
    remedy = "Save what is open here with “Save a copy”, or quit and open the file again."


class LibraryLocked(LibraryError):
    """Another program has held the library's write lock for too long."""

    message = "The library {path} is locked by another program."
    remedy = "Close the other program, or wait until it has finished, and try again."


class LibraryNewer(LibraryError):
    """The library was written by a later version of Hashiya."""

    message = "The library {path} was made by a newer version of Hashiya (format {found}; this one knows {known})."
    remedy = "Install the newer version; the file was not changed."


class SpanError(HashiyaError):
    """A span that is empty, backwards or outside the text."""

    message = "The span {start}:{end} is not inside the text, which has {length} characters."
    remedy = "Give offsets in characters, counted from 0, with an exclusive end."


class QuoteMissing(HashiyaError):
    """A quotation that does not occur in the text."""

    message = "The quotation is not in the text: {quote}"
    remedy = "Copy it exactly, diacritics included."


class QuoteAmbiguous(HashiyaError):
    """A quotation that occurs several times where a single occurrence was expected."""

    message = "The quotation occurs {count} times: {quote}"
    remedy = "Choose one with --occurrence."


class UndoBlocked(HashiyaError):
    """An act cannot be undone because other annotations build on it."""

    message = "Cannot undo: other annotations depend on it."
    remedy = "Undo again to go further back."


class UnknownAct(HashiyaError):
    """A label that belongs to no kind of act (see annotations.values.act_kinds)."""

    message = "This kind of change is unknown: {label}"
    remedy = "Report this as a fault of Hashiya."


class AnnotationGone(HashiyaError):
    """An annotation that was removed in another window in the meantime."""

    message = "This annotation was removed in the meantime."
    remedy = "Annotate the passage again."


class NoteChanged(HashiyaError):
    """A note that was changed in another window in the meantime."""

    message = "This note was changed in the meantime: {note}"
    remedy = "Look at both, then save again."


class LibraryReadOnly(LibraryError):
    """The library can be read but not written to."""

    message = "The library {path} is read-only."
    remedy = "Check the write permission of the file and its folder."


class UnknownTag(HashiyaError):
    """No tag in the codebook has this name."""

    message = "The codebook has no tag {name}."
    remedy = "See the tags with `hashiya list --tags`."


class UnknownDocument(HashiyaError):
    """No document in the library has this name or number."""

    message = "The library has no document {name}."
    remedy = "See the documents with `hashiya list`."


class DocumentAmbiguous(HashiyaError):
    """A name that fits several documents where one was wanted."""

    message = "{name} fits {count} documents: {ids}"
    remedy = "Give one of these ids, or the path of the file."


class DocumentDeleted(HashiyaError):
    """An act on a document deleted in the meantime: restoring the document would lose that act."""

    message = "This text was deleted from the library in the meantime."
    remedy = "Undo the deletion in the library, with `u`."


class CorrectionGone(HashiyaError):
    """The subject of a correction no longer exists: it was corrected in another window in the meantime."""

    message = "This was corrected in the meantime."
    remedy = "Look at it again, then repeat the correction."


class CorrectionRefused(HashiyaError):
    """A correction that makes no sense: an empty name, an item merged with itself, a session split at its edge."""

    message = "This is not possible here."
    remedy = "Enter a name, and choose another item or place."


class NameTaken(HashiyaError):
    """A name that another speaker or topic of the document already has."""

    message = "This name is already used: {name}"
    remedy = "To join them, choose “Merge … into”."


class TagGone(HashiyaError):
    """A tag that was merged, or whose creation was undone, in another window in the meantime."""

    message = "This tag is no longer in the codebook."
    remedy = "Choose another one."


class TagRefused(HashiyaError):
    """An act on a tag that makes no sense: an empty name, a tag placed under itself or merged with itself."""

    message = "This is not possible with this tag."
    remedy = "Enter a name, and a tag that is not a child of this one."


class TagTaken(HashiyaError):
    """A name that another tag already has, or one that differs from it only slightly in spelling."""

    message = "The codebook already has this tag: {name}"
    remedy = "Use that tag, or choose another name."


class ValueRefused(HashiyaError):
    """An attribute with no name or fewer than two values, or a value for a unit that lacks the attribute."""

    message = "This attribute is not valid."
    remedy = "Enter a name and at least two values."


class MergeRefused(HashiyaError):
    """A file that contains no colleague's work to merge."""

    message = "{path} has nothing to merge: {reason}"
    remedy = "Give another Hashiya library or a JSON file exported by Hashiya."


class NotAnExport(MergeRefused):
    """JSON that Hashiya did not export."""

    message = "{path} is not a Hashiya export."


class NotAWholeLibrary(MergeRefused):
    """A file called a library whose tables or version are not those of one. table: the first that differs, if any."""

    message = "{path} is not a complete Hashiya library."


class MergeTooSlow(MergeRefused):
    """A file in which reading does not end in good time."""

    message = "Reading {path} takes too long; it may have been made to."


class WorkRefused(MergeRefused):
    """A colleague's work that is not what it should be; nothing of it was written."""

    message = "{path} cannot be merged: {faults}"
    remedy = "Nothing was written. Export the work again with Hashiya."


class UnknownCoder(HashiyaError):
    """No coder of this name has annotated anything."""

    message = "There is no coder called {name}."
    remedy = "The coders are: {names}."


class UnknownAttribute(HashiyaError):
    """No attribute in the coding form has this name."""

    message = "The coding form has no attribute {name}."
    remedy = "`hashiya form` names them in its first row."
