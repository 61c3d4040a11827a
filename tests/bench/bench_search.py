"""Searching a library of 100,000 paragraphs and a text of 5 MB, beside the bare query and plain casefolding."""

import os
from time import perf_counter

from annotations.library import Library
from annotations.store import word_index
from annotations.values.analysis import Analysis
from reader.text.occurrences import occurrences, written_forms
from reader.text.search import find_hits
from tests.annotations.acts.test_acts import add

WORDS = "أمن دولة وزير اجتماع فيروس منتدى تعاون بيان لجنة مجلس ماء طاقة سلام قمة اقتصاد".split()


def _paragraph(number: int) -> str:
    picked = [WORDS[(number * 7 + step * step) % len(WORDS)] for step in range(12)]
    return f"وقال المتحدث رقم {number} إن {' '.join(picked)} من الموضوعات المهمة في الاجتماع"


def _best(job: object, times: int = 5) -> float:
    assert callable(job)
    found = []
    for _ in range(times):
        start = perf_counter()
        job()
        found.append(perf_counter() - start)
    return min(found)


def test_searching_the_library_costs_little_more_than_the_bare_query(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "l.db")
    with Library(path, "sara") as library:
        for document in range(10):
            text = "\n".join(_paragraph(document * 10_000 + n) for n in range(10_000))
            add(library, text, Analysis(), str(document), f"/x/{document}.txt")
        db = library._connection.db
        assert db.execute("SELECT count(*) FROM paragraph").fetchone()[0] == 100_000
        forms = written_forms("فيروس")
        query = word_index.match_expression(forms)
        bare = _best(
            lambda: db.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50", (query,)
            ).fetchall()
        )
        ours = _best(lambda: library.search(forms, 50))
        assert len(library.search(forms, 50)) == 50
        assert ours <= 1.2 * bare, (ours, bare)
        assert library.documents_with(forms) == list(range(1, 11))


def test_all_the_same_in_five_megabytes_costs_less_than_a_few_regular_searches() -> None:
    text = "\n".join(_paragraph(n) for n in range(26_000))
    assert len(text.encode()) > 5_000_000

    def casefold_thrice() -> list[str]:
        return [text.casefold().translate({0x623: "ا"}) for _ in range(3)]

    plain = _best(casefold_thrice, 3)
    same = _best(lambda: occurrences(text, "فيروس"), 3)
    found = _best(lambda: find_hits(text, "فيروس"), 3)
    assert same <= 1.5 * plain
    assert found <= 1.5 * plain
    assert len(occurrences(text, "فيروس")) >= 10_000
