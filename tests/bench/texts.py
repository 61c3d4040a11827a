"""The texts that are measured: the sample again and again, in many paragraphs or in one, and texts of hard shapes."""

import os
from collections.abc import Callable, Iterator
from functools import partial

from reader.settings.paths import sample_path

READY = "منتدى"
"""The word by which the first page of every text is recognised."""
RARE = "زنجبيلستان"
"""A word at the very end of every large text, and nowhere else: finding it takes a look at the whole text."""
KB, MB = 1_000, 1_000_000
_LONG = 80  # characters from which a line is a paragraph, and not a title or a date
_LETTERS = "بتثجحخدذرزسشصضطعغفقكلمنهوي"


def articles() -> Iterator[str]:
    """Yield the sample without end; in each, the number of the article stands in its paragraphs, so that none is twice."""
    with open(sample_path(), encoding="utf-8") as file:
        lines = file.read().rstrip().split("\n")
    number = 0
    while True:
        numbered = (f"{line.rstrip(' .')} رقم {number}." if number and len(line) > _LONG else line for line in lines)
        yield "\n".join(numbered) + "\n\n"
        number += 1


def write_text(path: str, size: int, *, one_paragraph: bool = False) -> None:
    """Write a text of about `size` bytes. one_paragraph: with blanks instead of line ends."""
    end = f" {RARE}.\n".encode()
    left = size - len(end)
    with open(path, "wb") as file:
        for article in articles():
            data = (article.replace("\n", " ") if one_paragraph else article).encode()
            if len(data) >= left:
                file.write(data[: max(0, data.rfind(b" ", 0, left))])
                break
            left -= file.write(data)
        file.write(end)


def name(number: int) -> str:
    """Return a word that stands for a number, as a name of a person or a session."""
    letters = ""
    while number or len(letters) < 4:
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return "".join(letter + "ا" * (place % 2) for place, letter in enumerate(letters))


def _speaker(number: int) -> str:
    return f"وقال الدكتور {name(number)} {name(number * 7 + 3)} مدير المركز إن التعاون بين الدول ضروري لأمن المنطقة.\n"


def _session(number: int) -> str:
    return f"وناقشت جلسة بعنوان «{name(number)} {name(number * 7 + 3)}» سبل التعاون بين الدول في المنطقة.\n"


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "brackets": (lambda number: "()[]{}"[number * number // 7 % 6], 100_000),
    "zero-width": (lambda _number: "\u200d", 100_000),
    "marks": (lambda _number: "\u064e", 100_000),
    "cues": (lambda _number: "وأضاف ", 100_000),
    "speakers": (_speaker, 10_000),
    "sessions": (_session, 10_000),
}
"""Hard shapes: what is repeated (given its number), and how often; also measured ten times as often."""


def write_shape(path: str, shape: str, times: int) -> None:
    """Write a text of a heading, `times` pieces of a shape, and an article, for a shape may be a row of a single cell."""
    piece = SHAPES[shape][0]
    with open(path, "w", encoding="utf-8") as file:
        file.write("منتدى الأمن العالمي\n\nم")
        file.writelines(piece(number) for number in range(times))
        file.write(f"\n\n{next(articles())}")


def write_sample(path: str) -> None:
    """Write the sample itself, 13 KB."""
    with open(sample_path(), "rb") as source, open(path, "wb") as file:
        file.write(source.read())


TEXTS: dict[str, Callable[[str], None]] = {
    "13 KB": write_sample,
    **{f"{n} KB": partial(write_text, size=n * KB) for n in (10, 100)},
    **{f"{n} MB": partial(write_text, size=n * MB) for n in (1, 10, 100)},
    "10 MB in one paragraph": partial(write_text, size=10 * MB, one_paragraph=True),
    **{
        f"{shape} x {times * step}": partial(write_shape, shape=shape, times=times * step)
        for shape, (_piece, times) in SHAPES.items()
        for step in (1, 10)
    },
}
"""The texts by name, each with the function that writes it to a path."""


def write_folder(path: str, texts: int) -> None:
    """Write a folder of so many texts of 10 KB, each different, named in order."""
    os.makedirs(path)
    for number, article in zip(range(texts), articles(), strict=False):
        with open(os.path.join(path, f"{number:05}.txt"), "w", encoding="utf-8") as file:
            file.write(article[: 5 * KB])


FOLDERS = {f"{number} texts": number for number in (1, 10, 100, 1_000)}
"""Folders of texts by name, each with their number."""
