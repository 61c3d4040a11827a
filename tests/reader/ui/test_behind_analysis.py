"""The analysis behind the screen is stopped at once, and goes on where it was."""

import asyncio
import os
import time

from annotations.library import Library
from annotations.values.model import Document
from reader.sources.add import add_source
from reader.sources.source import Source
from reader.ui.behind_analysis import BehindAnalysis
from tests.reader.article.test_language import BOOK
from tests.reader.ui.stage import library_path

LARGE = BOOK * 3_000  # some 3 MB of UTF-8


def stored(path: str) -> Document:
    with Library(path, "x") as library:
        return add_source(library, Source(LARGE.encode(), "/x/large.txt", "large"))


def analysed_to(path: str, document: Document) -> int:
    with Library(path, "x") as library:
        return library.large_texts.analysed_to(document.id) or 0


def test_it_is_stopped_at_once_and_goes_on(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    document = stored(path)
    behind = BehindAnalysis(path)

    async def stop_soon() -> float:
        async for share in behind.run(document):
            assert behind.running
            begun = time.monotonic()
            behind.stop()
            assert time.monotonic() - begun < 0.1
            return share
        return 0

    async def go_on() -> list[float]:
        return [share async for share in behind.run(document)]

    assert 0 < asyncio.run(stop_soon()) < 1
    assert not behind.running
    half = analysed_to(path, document)
    assert 0 < half < document.length
    shares = asyncio.run(go_on())
    assert shares == sorted(shares)
    assert shares[0] * document.length > half
    assert analysed_to(path, document) == document.length
    assert not behind.running
