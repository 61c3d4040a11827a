"""Places looked up by position answer as a list of them would."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.values.spans import Span
from reader.ui.page.place_index import PlaceIndex

PLACES = st.lists(
    st.tuples(st.integers(0, 5_000), st.integers(1, 3_000)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=12,
    unique=True,
).map(sorted)


@given(PLACES, st.integers(0, 8_000), st.integers(1, 200))
def test_places_near_a_line_are_those_that_meet_it(places: list[Span], low: int, length: int) -> None:
    line = Span(low, low + length)
    assert sorted(PlaceIndex(places).near(*line)) == [place for place in places if place.meets(line)]


@given(PLACES, st.integers(0, 8_000))
def test_one_goes_round_in_both_directions(places: list[Span], offset: int) -> None:
    index = PlaceIndex(places)
    starts = [place.start for place in places]
    following, previous = index.following(offset, 1), index.following(offset, -1)
    assert (following.start if following else None) == min([s for s in starts if s > offset] or starts, default=None)
    assert (previous.start if previous else None) == max([s for s in starts if s < offset] or starts, default=None)
    assert [index.number(place) for place in places] == list(range(1, len(places) + 1))
    assert index.longest == max((place.end - place.start for place in places), default=0)
    assert index.complete


@given(PLACES, st.integers(1, 120))
def test_cells_are_lit_where_a_place_meets_them(places: list[Span], cells: int) -> None:
    length = 8_001
    lit = PlaceIndex(places).lit(cells, length)
    for cell in range(cells):
        inside = {offset * cells // length for place in places for offset in (place.start, place.end - 1)}
        assert (cell in lit) or cell not in inside
    assert all(any(p.start * cells // length <= cell <= (p.end - 1) * cells // length for p in places) for cell in lit)
