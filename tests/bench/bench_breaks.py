"""Breaking a paragraph into rows: its time by the letter."""

import time

from reader.typeset.breaks import break_offsets


def test_a_long_paragraph_costs_no_more_than_its_length() -> None:
    def seconds(count: int) -> float:
        text = "في /صوفان/ و /كوفيد- 19/ ثم قال. " * count
        begun = time.perf_counter()
        break_offsets(text)
        return time.perf_counter() - begun

    seconds(500)
    assert min(seconds(4_000) for _ in range(3)) < 20 * min(seconds(500) for _ in range(3))
