"""Places to be highlighted, looked up by position. No Textual here."""

from collections.abc import Iterator, Sequence
from typing import Protocol, overload

from annotations.values.spans import Span

_BUCKET = 1024  # code points


class Places(Protocol):
    """What is highlighted, and gone through one after the other; offsets are code points."""

    @property
    def complete(self) -> bool:
        """Whether all of them are known."""

    def __len__(self) -> int:
        """Return the number of those known."""

    def __iter__(self) -> Iterator[Span]:
        """Yield those known, in the order of the text."""

    def __getitem__(self, at: int, /) -> Span:
        """Return one of those known."""

    def near(self, low: int, high: int) -> list[Span]:
        """Return the places that share a character with `low:high`."""

    def following(self, offset: int, step: int) -> Span | None:
        """Return the next (step 1) or previous (-1) place from `offset`, wrapping around, if it is known."""

    def search_beyond(self, offset: int, step: int) -> bool:
        """Look for more of them, from `offset` on in the direction of `step`; return whether that was still to be done."""

    def number(self, place: Span, /) -> int:
        """Return the number of a place, counted from 1."""

    def lit(self, cells: int, length: int) -> set[int]:
        """Return the cells, of so many that stand for a text of `length` code points, that the places meet."""

    def spelt_otherwise(self, place: Span, /) -> bool:
        """Return whether a place is spelt differently from what was searched for."""


class PlaceIndex(Sequence[Span]):
    """Given places in the order of the text, such as the statements of a speaker. longest: in code points."""

    complete = True

    def __init__(self, places: Sequence[Span] = ()) -> None:
        """Sort the places into buckets."""
        self._places = tuple(places)
        self.longest = max((place.end - place.start for place in self._places), default=0)
        self._buckets: dict[int, list[Span]] = {}
        for place in self._places:
            for number in range(place.start // _BUCKET, place.end // _BUCKET + 1):
                self._buckets.setdefault(number, []).append(place)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._places)

    @overload
    def __getitem__(self, at: int, /) -> Span: ...

    @overload
    def __getitem__(self, at: slice, /) -> Sequence[Span]: ...

    def __getitem__(self, at: int | slice, /) -> Span | Sequence[Span]:
        """Return a place by its number."""
        return self._places[at]

    def near(self, low: int, high: int) -> list[Span]:
        """Return the places that share a character with `low:high`."""
        found = dict.fromkeys(
            place for number in range(low // _BUCKET, high // _BUCKET + 1) for place in self._buckets.get(number, ())
        )
        return [place for place in found if place.start < high and low < place.end]

    def following(self, offset: int, step: int) -> Span | None:
        """Return the next (step 1) or previous (-1) place from `offset`, wrapping around, or None without any."""
        ahead = [place for place in self._places if (place.start - offset) * step > 0]
        if step > 0:
            return min(ahead or self._places, key=_start, default=None)
        return max(ahead or self._places, key=_start, default=None)

    def search_beyond(self, offset: int, step: int) -> bool:  # noqa: ARG002 - all are given
        """Return False: all places are known."""
        return False

    def number(self, place: Span) -> int:
        """Return the number of a place, counted from 1; 1 for one that is not among them."""
        return self._places.index(place) + 1 if place in self._places else 1

    def lit(self, cells: int, length: int) -> set[int]:
        """Return the cells, of so many that stand for a text of `length` code points, that the places meet."""
        return {
            cell
            for place in self._places
            for cell in range(place.start * cells // length, min((place.end - 1) * cells // length + 1, cells))
        }

    def spelt_otherwise(self, place: Span) -> bool:  # noqa: ARG002 - nothing was searched for
        """Return False: the places were given."""
        return False


def _start(place: Span) -> int:
    return place.start
