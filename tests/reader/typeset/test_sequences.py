"""What a scan finds: the outermost embeddings and isolates, and brackets by pairs."""

import pytest

from reader.typeset.sequences import Region, read_sequences


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("ab", []),
        ("a\u202bb\u202cc", [Region(1, 4, isolate=False)]),
        ("a\u2067b\u2069c", [Region(1, 4, isolate=True)]),
        ("\u202b\u2066a\u2069\u202c", [Region(0, 5, isolate=False)]),
        ("\u2067\u202ba\u2069b", [Region(0, 4, isolate=True)]),  # a PDI closes what is open inside (X6a)
        ("\u2067\u202ca\u2069b", [Region(0, 4, isolate=True)]),  # a PDF does not reach out of an isolate (X7)
        ("a\u202c\u2069b", []),
        ("a\u202bb", [Region(1, 3, isolate=False)]),
        ("a" + "\u202b" * 61 + "\u202c" * 61 + "b", [Region(1, 124, isolate=False)]),
    ],
)
def test_outermost_embeddings_and_isolates(text: str, regions: list[Region]) -> None:
    assert read_sequences(text).regions == regions


@pytest.mark.parametrize(
    ("text", "pairs", "unpaired"),
    [
        ("(a)", [(0, 2)], []),
        ("(\u202ba\u202c)", [], [0, 4]),  # an embedding divides the sequence (BD13)
        ("(\u202b\u200b\u202c)", [(0, 4)], []),  # one without characters does not (X9)
        ("(\u2067)\u2069)", [(0, 4)], []),  # an isolate does not, and has brackets of its own
        ("(\u2067", [], [0]),
    ],
)
def test_brackets_of_the_paragraphs_own_sequences(text: str, pairs: list[tuple[int, int]], unpaired: list[int]) -> None:
    found = read_sequences(text)
    assert (found.pairs, found.unpaired) == (pairs, unpaired)
