"""Every error of this package, under one root.

HashiyaError
    LibraryError: NotALibrary, LibraryLocked, LibraryNewer, LibraryReadOnly
    QuoteMissing, QuoteAmbiguous
    SpanError
    UndoBlocked, UnknownAct, AnnotationGone, NoteChanged
    UnknownTag, UnknownDocument
    TagGone, TagRefused, TagTaken
    ValueRefused, UnknownAttribute
    MergeRefused
    CorrectionGone, CorrectionRefused, NameTaken
"""

from functools import partial
from typing import Any


class HashiyaError(Exception):
    """Anything that Hashiya can explain. `values` fill the placeholders of `message`, a catalogue string."""

    message = "Something went wrong."
    remedy = ""

    def __init__(self, **values: object) -> None:
        """Keep the values that the message names."""
        self.values = values
        super().__init__(self.message.format(**values))

    def __reduce__(self) -> tuple[Any, ...]:
        """Let an error go from one process to another with its values."""
        return partial(type(self), **self.values), ()


class LibraryError(HashiyaError):
    """The library file cannot be used."""

    message = "The library {path} cannot be used: {reason}"
    remedy = "Choose another file with --library."


class NotALibrary(LibraryError):
    """The file is no SQLite database, or one of another program."""

    message = "{path} is not a Hashiya library."
    remedy = "Choose another file with --library; this one was not changed."


class LibraryLocked(LibraryError):
    """Another program holds the library's write lock for too long."""

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
    """A quotation that occurs several times where one place was wanted."""

    message = "The quotation occurs {count} times: {quote}"
    remedy = "Choose one with --occurrence."


class UndoBlocked(HashiyaError):
    """An act that other annotations build on."""

    message = "Cannot undo: other annotations depend on it."
    remedy = "Undo again to go further back."


class UnknownAct(HashiyaError):
    """A label that no kind of act has (annotations.values.act_kinds)."""

    message = "This kind of change is unknown: {label}"
    remedy = "Report this as a fault of Hashiya."


class AnnotationGone(HashiyaError):
    """An annotation that was removed meanwhile, in another window."""

    message = "This annotation was removed in the meantime."
    remedy = "Annotate the passage again."


class NoteChanged(HashiyaError):
    """A note that was changed meanwhile, in another window."""

    message = "This note was changed in the meantime: {note}"
    remedy = "Look at both, then save again."


class LibraryReadOnly(LibraryError):
    """The library may be read but not written."""

    message = "The library {path} is read-only."
    remedy = "Check the write permission of the file and its folder."


class UnknownTag(HashiyaError):
    """No tag of the codebook has this name."""

    message = "The codebook has no tag {name}."
    remedy = "See the tags with `hashiya list --tags`."


class UnknownDocument(HashiyaError):
    """No document of the library has this name or number."""

    message = "The library has no document {name}."
    remedy = "See the documents with `hashiya list`."


class DocumentDeleted(HashiyaError):
    """An act on a document that was deleted meanwhile: bringing it back would cost that act."""

    message = "This text was deleted from the library in the meantime."
    remedy = "Undo the deletion in the library, with `u`."


class CorrectionGone(HashiyaError):
    """What a correction is about is not there any more: it was corrected meanwhile, in another window."""

    message = "This was corrected in the meantime."
    remedy = "Look at it again, then repeat the correction."


class CorrectionRefused(HashiyaError):
    """A correction without sense: an empty name, something merged with itself, a session split at its edge."""

    message = "This is not possible here."
    remedy = "Enter a name, and choose another item or place."


class NameTaken(HashiyaError):
    """A name that another speaker or topic of the document has already."""

    message = "This name is already used: {name}"
    remedy = "To join them, choose “Merge … into”."


class TagGone(HashiyaError):
    """A tag that was merged or taken back meanwhile, in another window."""

    message = "This tag is no longer in the codebook."
    remedy = "Choose another one."


class TagRefused(HashiyaError):
    """An act without sense on a tag: an empty name, a tag under itself, one merged with itself."""

    message = "This is not possible with this tag."
    remedy = "Enter a name, and a tag that is not a child of this one."


class TagTaken(HashiyaError):
    """A name that another tag has already, or one that is spelt a little otherwise."""

    message = "The codebook already has this tag: {name}"
    remedy = "Use that tag, or choose another name."


class ValueRefused(HashiyaError):
    """An attribute without a name or with fewer than two values, or a value for what has no such attribute."""

    message = "This attribute is not valid."
    remedy = "Enter a name and at least two values."


class MergeRefused(HashiyaError):
    """A file that holds no colleague's work."""

    message = "{path} has nothing to merge: {reason}"
    remedy = "Give another Hashiya library or a JSON file exported by Hashiya."


class UnknownCoder(HashiyaError):
    """Nobody of this name annotated anything."""

    message = "There is no coder called {name}."
    remedy = "The coders are: {names}."


class UnknownAttribute(HashiyaError):
    """No attribute of the coding form has this name."""

    message = "The coding form has no attribute {name}."
    remedy = "`hashiya form` names them in its first row."
