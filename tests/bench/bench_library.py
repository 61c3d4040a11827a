"""A library of 1,000 texts and 100,000 annotations beside one of a single text; merging beside exporting: ratios."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

import pytest

from annotations.formats.exports.json import dump
from annotations.library import Library
from annotations.values.filters import AnnotationFilter
from annotations.values.spans import Span
from reader.article.parse import parse
from reader.report.content import gather
from reader.report.html import page
from reader.settings.paths import sample_path

MANY, EACH, TURNS = 1_000, 100, 41

with open(sample_path(), encoding="utf-8") as _file:
    TEXT = _file.read()
ANALYSIS = parse(TEXT)
COLUMNS = 'id, document, start, "end", quote, prefix, suffix, note, coder, created, changed, uid, placed'
Libraries = tuple[Library, Library]


def say(line: str) -> None:
    """Show a figure (with `pytest -s`)."""
    sys.stdout.write(f"\n{line}\n")


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes."""
    start = perf_counter()
    job()
    return perf_counter() - start


def add(library: Library, number: int) -> None:
    """Add a text to a library."""
    facts = {"path": f"/x/{number}.txt", "title": f"تقرير {number}", "direction": "R", "encoding": "utf-8"}
    library.add(f"{TEXT}\n{number}.", ANALYSIS, name=f"t{number}", digest=f"d{number}", **facts)


def fill(path: str, texts: int) -> list[float]:
    """Make a library and return what adding each text took."""
    with Library(path, "sara") as library:
        took = [seconds(lambda number=number: add(library, number)) for number in range(texts)]  # type: ignore[misc]
    random, day = Random(1), "2026-01-01T00:00:00.000+00:00"
    starts = [random.randrange(200, 7_000) for _ in range(texts * EACH)]
    db = sqlite3.connect(path)
    db.executemany(
        f"INSERT INTO annotation ({COLUMNS}) VALUES (?, ?, ?, ?, ?, '', '', '', 1, ?, ?, ?, '')",
        ((n + 1, n % texts + 1, at, at + 40, TEXT[at : at + 40], day, day, f"u{n}") for n, at in enumerate(starts)),
    )
    db.executemany(
        "INSERT INTO annotation_tag (annotation, tag) VALUES (?, ?)", ((n + 1, n % 9 + 1) for n in range(len(starts)))
    )
    db.commit()
    db.close()
    return took


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """Return a library of one text and one of a thousand; print what adding the last text took beside the first."""
    folder = tmp_path_factory.mktemp("library")
    paths = [os.path.join(folder, name) for name in ("one.db", "many.db")]
    fill(paths[0], 1)
    took = fill(paths[1], MANY)
    say(f"adding the last texts / the first: {median(took[-20:]) / median(took[:20]):.2f}")
    one, many = (Library(path, "sara") for path in paths)
    return one, many


ACTS: dict[str, tuple[Callable[[Library], object], float]] = {
    "tag key": (lambda library: library.passages.toggle_tag(1, Span(4_486, 4_497), 1), 1.1),
    "analysis of a text": (lambda library: library.analysis(1), 1.2),
    "annotations of a text": (lambda library: library.annotations(1), 1.2),
    "text": (lambda library: library.text(1), 1.2),
    "history of a text": (lambda library: library.log(1, 50), 1.2),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_is_done_in_one_text_does_not_slow_down_with_the_others(libraries: Libraries, name: str) -> None:
    job, bar = ACTS[name]
    for library in libraries:
        job(library)
    pairs = [[seconds(lambda library=library: job(library)) for library in libraries] for _ in range(TURNS)]  # type: ignore[misc]
    ratios = sorted(many / one for one, many in pairs)
    ratio = median(many for _one, many in pairs) / median(one for one, _many in pairs)
    say(f"{name}: {ratio:.2f} ({ratios[2]:.2f}-{ratios[-3]:.2f}), bar {bar}")
    assert ratio <= bar


def test_persons_and_the_list_of_texts_take_little_beside_reading_all(libraries: Libraries) -> None:
    _one, many = libraries
    everything = seconds(many.work)
    persons, suggestions, texts = (
        min(seconds(job) for _ in range(3))
        for job in (many.persons.all, many.persons.suggestions, many.listing.documents)
    )
    say(
        f"beside reading the whole library: persons {persons / everything:.4f}, suggestions {suggestions / everything:.4f}, texts {texts / everything:.4f}"
    )
    assert max(persons, suggestions, texts) <= 0.05 * everything


def merged(folder: str, theirs: Library) -> float:
    """Return how long merging the annotations of a library takes into one with the same texts and none."""
    path = shutil.copy(os.path.join(folder, "texts.db"), os.path.join(folder, "mine.db"))
    work = theirs.work()
    with Library(path, "huda") as library:
        took = seconds(lambda: library.merge(work, "theirs.db"))
        assert len(library.listing.annotation_ids(AnnotationFilter())) > 0.9 * 20_000
    return took


def test_merging_twenty_thousand_annotations_takes_at_most_twice_their_export(tmp_path: os.PathLike[str]) -> None:
    folder = str(tmp_path)
    fill(os.path.join(folder, "theirs.db"), 200)
    shutil.copy(os.path.join(folder, "theirs.db"), os.path.join(folder, "texts.db"))
    db = sqlite3.connect(os.path.join(folder, "texts.db"))
    db.executescript("DELETE FROM annotation_tag; DELETE FROM annotation;")
    db.close()
    with Library(os.path.join(folder, "theirs.db"), "sara") as theirs:
        pairs = [
            (seconds(lambda: dump(theirs.work().documents, theirs.shared())), merged(folder, theirs)) for _ in range(5)
        ]
    ratios = sorted(merging / exporting for exporting, merging in pairs)
    say(f"merging 20,000 annotations / exporting them: {ratios[2]:.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f}), bar 2")
    assert ratios[2] <= 2


def test_a_report_of_a_hundred_thousand_annotations_takes_little_more_than_reading_them(libraries: Libraries) -> None:
    _one, many = libraries
    reading = min(seconds(many.tagged_annotations) for _ in range(3))
    content, made = gather(many), min(seconds(lambda: gather(many)) for _ in range(3))
    printed = min(seconds(lambda: page(content)) for _ in range(3))
    say(f"gathering a report / reading its passages: {made / reading:.2f}, its page: {printed / reading:.2f}")
    assert made <= 4 * reading
    assert printed <= 3 * reading
