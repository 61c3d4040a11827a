"""A text cut to its cells: never wider, never half a word where that costs little, its isolates closed."""

from hypothesis import given
from hypothesis import strategies as st

from reader.language.i18n import FSI, PDI, RLI, isolate
from reader.typeset.cut import cut_cells
from reader.typeset.line import columns

PARTS = st.lists(st.sampled_from(["كلمة", "word", " ", "سَ", "ـ", "م"]), max_size=12).map("".join)


@given(PARTS, PARTS, st.integers(2, 30), st.sampled_from(["start", "end"]))
def test_it_is_never_wider_than_its_room_and_what_is_cut_says_so(first: str, second: str, room: int, keep: str) -> None:
    text = f"{isolate(first)}: {RLI}{isolate(second)}{PDI}"
    cut = cut_cells(text, room, keep)
    assert columns(cut) <= room
    assert cut == text or "…" in cut
    if keep == "start":
        opened = sum(char in (FSI, RLI) for char in cut)
        assert opened == cut.count(PDI)
