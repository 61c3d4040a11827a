"""The parser's time by the letter: a long text beside a short one; leaving the app beside parsing it all."""

import asyncio
import os
import time
from time import perf_counter

from reader.article.parse import parse
from tests.reader.ui.reading.test_large import LARGE, told
from tests.reader.ui.stage import library_path, start, text_screen


def test_a_long_text_costs_as_much_by_the_letter_as_a_short_one(sample: str) -> None:
    def seconds(text: str, times: int) -> float:
        started = perf_counter()
        for _ in range(times):
            parse(text)
        return perf_counter() - started

    parse(sample)
    ratios = [seconds("\n========\n".join([sample] * 80), 1) / seconds(sample, 80) for _ in range(3)]
    assert min(ratios) < 1.5, ratios


def test_leaving_does_not_wait_for_it(tmp_path: os.PathLike[str]) -> None:
    app = start(LARGE * 3, library_path(tmp_path), language="en")

    async def run() -> float:
        async with app.run_test(size=(80, 24)) as pilot:
            screen = text_screen(app)
            await told(pilot, screen)
            left = time.monotonic()
        return time.monotonic() - left

    whole = time.monotonic()
    parse(LARGE * 3)
    whole = time.monotonic() - whole
    assert asyncio.run(run()) < whole / 2
