"""All forms of the reporting verbs, from data/verbs.tsv."""

import os.path
from collections.abc import Iterator
from typing import NamedTuple

_FILE = os.path.join(os.path.dirname(__file__), "data", "verbs.tsv")


class Cue(NamedTuple):
    """What a verb form says about speech.

    kind: the verb's class (say, assert, demand ...); participle: whether it is one (مؤكدا and the like); gender: of the
    subject (m, f or empty); number: of the subject (d for dual, p for plural, empty for singular); needs: marks, one of
    which must follow (see verbs.tsv).
    """

    kind: str
    participle: bool
    gender: str = ""
    number: str = ""
    needs: tuple[str, ...] = ()


_PRONOUNS = ("ه", "ها", "هم", "هما")


def _past(past: str) -> Iterator[tuple[str, str, str]]:
    stem = past[:-1] if past.endswith(("ى", "ا")) else past
    yield past, "m", ""
    yield stem + "ت", "f", ""
    yield stem + "وا", "m", "p"
    yield stem + "تا", "f", "d"
    yield (stem + "يا" if past.endswith("ى") else past + "ا"), "m", "d"
    yield (stem + "ين" if past.endswith("ى") else _plural(past) + "ن"), "f", "p"


def _plural(past: str) -> str:
    """Return the stem used before an ending that begins with a consonant: قل- for قال."""
    return past[:-2] + past[-1] if len(past) > 2 and past[-2] == "ا" else past


def _present(present: str) -> Iterator[tuple[str, str, str]]:
    feminine = "ت" + present[1:]
    stem = present[:-1] if present.endswith(("ي", "و", "ى")) else present
    yield present, "m", ""
    yield feminine, "f", ""
    yield stem + "ون", "m", "p"
    yield present + "ان", "m", "d"
    yield feminine + "ان", "f", "d"
    yield stem + "ن", "f", "p"
    yield "س" + present, "m", ""
    yield "س" + feminine, "f", ""


_PARTICIPLE_ENDINGS = (("ا", "m", ""), ("ة", "f", ""), ("ين", "m", "p"), ("ات", "f", "p"), ("تين", "f", "d"))


def _participles(participle: str) -> Iterator[tuple[str, str, str]]:
    for ending, gender, number in _PARTICIPLE_ENDINGS:
        stem = participle[:-1] if ending == "ين" and participle.endswith("ي") else participle
        yield stem + ending, gender, number


def rows() -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    """Yield the class, past, present, participle and needs of each verb."""
    with open(_FILE, encoding="utf-8") as file:
        for line in file:
            if line[:1] not in "#\n":
                kind, past, present, participle, needs = line.rstrip("\n").split("\t")
                yield kind, past, present, participle, () if needs == "-" else tuple(needs.split(","))


def conjugated() -> Iterator[tuple[str, Cue]]:
    """Yield every form of every reporting verb, written without harakat, with its cue."""
    for marked, past, present, participle, needs in rows():
        kind = marked.removesuffix("+")
        finite = [*_past(past), *(_present(present) if present != "-" else ())]
        for form, gender, number in finite:
            yield form, Cue(kind, participle=False, gender=gender, number=number, needs=needs)
        if participle != "-":
            for form, gender, number in _participles(participle):
                yield form, Cue(kind, participle=True, gender=gender, number=number, needs=needs)
    for kind, past, present, _, needs in rows():  # after all plain forms, which win over identical ones
        if kind.endswith("+"):
            plain = [(form, g) for form, g, n in [*_past(past), *_present(present)] if not n and form != "-"]
            for form, gender in plain:
                stem = form[:-1] + "ا" if form.endswith("ى") else form
                for pronoun in _PRONOUNS:
                    yield stem + pronoun, Cue(kind[:-1], participle=False, gender=gender, needs=("that!", "ب!", *needs))
