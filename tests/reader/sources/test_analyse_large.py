"""A large text is analysed stretch by stretch, as each of its articles would be alone, and its paragraphs are counted."""

import os
import random
import subprocess
import sys

import pytest

from annotations.library import Library
from annotations.store.document_reader import DocumentReader
from annotations.store.layout_rows import bodies_before
from annotations.store.stamp_rows import stamped
from annotations.values.file_stamp import stamp_of
from annotations.values.model import Document
from annotations.values.moved import moved
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.page.blocks import PageBlocks, build_blocks
from reader.page.body_counts import body_counts
from reader.page.page_layout import StoredLayout, WholeLayout
from reader.sources import analyse_large, source
from reader.sources.add import add_source
from reader.sources.analyse_large import analyse_next, analyse_rest, main
from reader.sources.source import read_source
from reader.typeset.view import View


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGE", 1 << 16)
    monkeypatch.setattr(analyse_large, "_WINDOW", 1 << 15)
    monkeypatch.setattr(analyse_large, "_LEAST_LEFT", 1 << 12)


@pytest.fixture
def text(sample: str) -> str:
    """Return a text of twenty different articles, some 150,000 code points."""
    return "\n\n".join(sample.replace("الدوحة", f"الدوحة {n}", 1) for n in range(20))


@pytest.fixture
def path(tmp_path: os.PathLike[str], text: str) -> str:
    path = os.path.join(tmp_path, "large.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def add(library: Library, path: str) -> Document:
    return add_source(library, read_source(path, head=True))


def test_stretches_end_between_articles_and_find_what_is_found_in_the_whole(
    tmp_path: os.PathLike[str], path: str, text: str
) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "x") as library:
        document = add(library, path)
        assert (document.length, document.direction, library.text(document.id)) == (len(text), "R", text)
        assert document.title == parse(text[:9_000]).articles[0].title.cut(text)  # type: ignore[union-attr]
        shares: list[float] = []
        analyse_rest(library, document, shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert len(shares) > 4
        whole, found = parse(text), library.analysis(document.id)
        assert [article.span.start for article in found.articles] == [a.span.start for a in whole.articles]
        assert [one.span for one in found.statements] == [one.span for one in whole.statements]
        spans, at = [], 0
        while at < document.length:
            stretch = library.large_texts.stretch_at(document.id, at)
            assert stretch is not None
            spans += [moved(one.span, at) for one in parse(stretch.cut(text)).sessions]
            at = stretch.end
        assert [one.span for one in found.sessions] == spans
        assert {speaker.name for speaker in found.speakers} == {speaker.name for speaker in whole.speakers}
        assert len({speaker.name for speaker in found.speakers}) == len(found.speakers)


def test_it_may_be_stopped_and_goes_on_in_another_process(tmp_path: os.PathLike[str], path: str) -> None:
    place = os.path.join(tmp_path, "l.db")
    with Library(place, "x") as library:
        document = add(library, path)
        half = analyse_next(library, document)
        assert 0 < half < document.length

        def stop(share: float) -> None:
            raise KeyboardInterrupt(share)

        with pytest.raises(KeyboardInterrupt):
            analyse_rest(library, document, stop)
        assert half < (library.large_texts.analysed_to(document.id) or 0) < document.length
    done = subprocess.run(
        [sys.executable, "-m", "reader.sources.analyse_large", place, str(document.id)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    shares = [float(line) for line in done.stdout.split()]
    assert shares[-1] == 1
    with Library(place, "x") as library:
        assert library.large_texts.analysed_to(document.id) == document.length
        assert library.large_texts.body_counts_kept(document.id, document.length >> 16)


def test_pages_read_from_the_library_are_those_of_the_whole(tmp_path: os.PathLike[str], path: str) -> None:
    place = os.path.join(tmp_path, "l.db")
    with Library(place, "x") as library:
        document = add(library, path)
    main(place, str(document.id))
    with Library(place, "x") as library:
        text, analysis = library.text(document.id), library.analysis(document.id)
        reader = library.large_texts.reader(document)
        assert isinstance(reader, DocumentReader)
        for folded in (False, True):
            whole = build_blocks(text, analysis, folded=folded)
            wanted = [*whole]
            assert [*PageBlocks(reader.text(), StoredLayout(reader), folded=folded)] == wanted
            for offset in random.Random(1).sample(range(len(text)), 25):  # from anywhere, with its number
                here = PageBlocks(reader.text(), StoredLayout(reader), folded=folded)
                key = here.at(offset)
                assert key is not None
                assert here[key]._replace(number=here.number(key)) == whole[key]._replace(number=whole.number(key))
            assert View(reader.text(), whole, 60, "R").number_at(0) == 0
        counts = body_counts(text, WholeLayout(analysis))
        act = library.last_correction(document.id)
        assert [library._connection.read(bodies_before, document.id, n, act) for n in range(len(counts))] == counts
        assert reader.bodies_before(5) is None
        assert [a.title for a in reader.layout(0, 200).articles] == [a.title for a in analysis.articles[:1]]
        reader.close()


def test_a_large_file_is_known_again_and_what_is_not_utf8_is_read_as_a_whole(
    tmp_path: os.PathLike[str], path: str, text: str
) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "x") as library:
        first = add(library, path)
        assert library.large_texts.stamped(stamp_of(path)) == first
        assert library._connection.read(stamped, stamp_of(path)) == first
        os.utime(path, ns=(1, 1))
        assert library.large_texts.stamped(stamp_of(path)) is None
        assert add(library, path) == first
        other = os.path.join(tmp_path, "old.txt")
        legacy = text.replace("—", "-").encode("cp1256", "replace")
        with open(other, "wb") as file:
            file.write(legacy)
        second = add(library, other)
        assert library.text(second.id) == legacy.decode("cp1256").replace("\r\n", "\n")
        assert library.large_texts.analysed_to(second.id) == 0


def test_a_corrected_large_text_takes_over_the_work_on_the_one_before(
    tmp_path: os.PathLike[str], path: str, text: str
) -> None:
    with Library(os.path.join(tmp_path, "l.db"), "x") as library:
        first = add(library, path)
        at = text.index("الدوحة 7")
        library.passages.annotate(first.id, Span(at, at + 8), [1])
        with open(path, "w", encoding="utf-8") as file:
            file.write("سطر جديد\n" + text)
        second = add(library, path)
        assert second.follows == first.id
        assert [one.anchor.span.start for one in library.annotations(second.id)] == [at + 9]
        assert library.large_texts.analysed_to(second.id) == 0
