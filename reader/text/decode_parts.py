"""From bytes to text piece by piece: a large file is never held as a whole."""

import codecs
from collections.abc import Iterable, Iterator
from io import IncrementalNewlineDecoder
from itertools import chain

from reader.errors import FileEmpty, FileIsBinary
from reader.text.decode import encoding_of


class NotUtf8(Exception):
    """The bytes are no UTF-8 and have no byte order mark: their encoding must be guessed from all of them."""


def decode_parts(pieces: Iterable[bytes], path: str, size: int) -> tuple[str, Iterator[str]]:
    """Return the encoding of a text given in pieces, and its parts of `size` code points each, the last one shorter.

    The first piece decides the encoding, as in `decode`. path: named in the errors. Raises FileIsBinary; reading the parts
    raises FileEmpty if they hold nothing but blanks, and NotUtf8.
    """
    rest = iter(pieces)
    head = next(rest, b"")
    mark, encoding = encoding_of(head)
    if encoding is None:
        raise FileIsBinary(path=path)
    return encoding, _parts(chain([head[mark:]], rest), encoding, path, size, strict=not mark)


def _parts(pieces: Iterable[bytes], encoding: str, path: str, size: int, *, strict: bool) -> Iterator[str]:
    decoder = IncrementalNewlineDecoder(
        codecs.getincrementaldecoder(encoding)("strict" if strict else "replace"), translate=True
    )
    held, blank = "", True
    for piece in chain(pieces, [None]):
        try:
            held += decoder.decode(piece or b"", final=piece is None)
        except UnicodeDecodeError as error:
            raise NotUtf8 from error
        blank = blank and not held.strip()
        while len(held) >= size:
            yield held[:size]
            held = held[size:]
    if blank:
        raise FileEmpty(path=path)
    if held:
        yield held
