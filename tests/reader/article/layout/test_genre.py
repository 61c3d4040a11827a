"""Reports and books: told apart by the share of classical words, in texts long enough to judge."""

import pytest

from reader.article.layout.genre import is_report
from tests.reader.article.phrases import sentence

CLASSICAL, PRESS, OTHER = "حدثنا ", "الوزارة ", "شجرة "


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (CLASSICAL * 59, True), (CLASSICAL * 60, False), (OTHER * 97 + CLASSICAL * 3, True), (OTHER * 96 + CLASSICAL * 4, False),
        (OTHER * 92 + CLASSICAL * 4 + PRESS * 4, True), (OTHER * 93 + CLASSICAL * 4 + PRESS * 3, False), (OTHER * 96 + "حَدَّثَنا " * 4, False), ("", True),
    ],
)  # fmt: skip
def test_a_book_has_many_classical_words_and_fewer_of_the_press(text: str, report: bool) -> None:
    assert is_report([sentence(text)]) == report


def test_only_the_beginning_of_a_long_text_is_judged() -> None:
    page = sentence(OTHER * 20_000)
    classical = sentence(CLASSICAL * 20_000)
    assert is_report([page, classical])
    assert not is_report([classical, page])
    assert is_report([])
