"""`hashiya annotate`, `export` and `list`: a passage is tagged without the screen, and found again in what they print."""

import json
import os
from typing import Any

import jsonschema
import pytest

from annotations.formats.exports.json import schema
from annotations.library import Library
from reader.cli import annotate, export
from reader.cli import list as listing
from reader.cli.parser import build
from reader.language.i18n import set_language
from reader.settings.config import Config
from reader.settings.paths import sample_path
from tests.reader.cli.command_line import Run


def _documents(exported: str) -> list[dict[str, Any]]:
    data = json.loads(exported)
    jsonschema.validate(data, schema())
    found: list[dict[str, Any]] = data["documents"]
    return found


def test_annotate_then_export(run: Run, article: str) -> None:
    done = run(
        *("annotate", article, "--quote", "الأمن 😀 أولا", "--tag", "position", "--tag", "مطالبة"),
        *("--note", "مهم", "--coder", "هدى"),
    )
    assert done == (0, "", "Annotated: position, demand\n")
    (document,) = _documents(run("export", "--format", "json").out)
    (annotation,) = document["annotations"]
    assert document["text"][annotation["start"] : annotation["end"]] == annotation["quote"] == "الأمن 😀 أولا"
    assert (annotation["tags"], annotation["note"], annotation["coder"]) == ([1, 2], "مهم", "هدى")
    assert annotation["prefix"] == "قال الوزير: «"
    assert (document["name"], document["direction"]) == ("خبر", "rtl")


@pytest.mark.parametrize(
    ("where", "start", "quote"),
    [
        (["--span", "19:20"], 19, "😀"),  # one code point
        (["--span", "46:47"], 46, "\n"),  # the last one
        (["--span", "٠:٣"], 0, "قال"),
        (["--quote", "الأمن", "--occurrence", "2"], 37, "الأمن"),
        (["--quote", "حق"], 43, "حق"),
    ],
)
def test_a_passage_is_named_by_offsets_or_by_its_words(
    article: str, library: str, where: list[str], start: int, quote: str
) -> None:
    config = Config("en", library, "سارة", "pc")
    assert annotate.run(config, build().parse_args(["annotate", article, *where, "--tag", "1"])) == 0
    with Library(library, "", read_only=True) as opened:
        (found,) = opened.annotations(1)
    assert (found.coder, found.tags) == ("سارة", (1,))
    assert (found.anchor.span, found.anchor.quote) == ((start, start + len(quote)), quote)


def test_the_tags_of_a_passage_are_told_in_the_interfaces_language(run: Run, article: str) -> None:
    done = run("annotate", article, "--quote", "حق", "--tag", "1", "--tag", "3", "--lang", "ar")
    assert done.err == "حاشية جديدة: موقف، اتهام\n"


def test_the_sample_exports_all_that_is_known(run: Run, tmp_path: os.PathLike[str], sample: str) -> None:
    assert run("annotate", sample_path(), "--span", "4486:4497", "--tag", "1").code == 0
    target = os.path.join(tmp_path, "out.json")
    assert run("export", "global_security_forum_2021", "-o", target) == (0, "", "Export: 1 document\n")
    with open(target, encoding="utf-8") as file:
        (document,) = _documents(file.read())
    counts = [len(document[kind]) for kind in ("articles", "sessions", "speakers", "noise")]
    assert counts == [2, 8, 4, 2]
    assert [s["name"] for s in document["speakers"]][:2] == ["داميان هيندز", "ماكس روز"]
    for found in (*document["noise"], *document["topics"][0]["places"], *document["speakers"][0]["statements"]):
        assert document["text"][found["start"] : found["end"]] == found["text"]
    assert document["annotations"][0]["quote"] == "وشدد سعادته"
    assert document["text"] == sample


def test_export_takes_the_documents_named_in_the_order_named(
    run: Run, article: str, tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str], library: str
) -> None:
    other = os.path.join(tmp_path, "ثان.txt")
    with open(other, "w", encoding="utf-8") as file:
        file.write("نص ثان.\n")
    for path in (article, other):
        run("annotate", path, "--span", "0:2", "--tag", "1")
    config = Config("ar", library, "sara", "pc")
    for names, expected in ((["2", "خبر"], ["ثان", "خبر"]), ([article], ["خبر"]), ([], ["ثان", "خبر"])):
        assert export.run(config, build().parse_args(["export", *names])) == 0
        assert [document["name"] for document in _documents(capsys.readouterr().out)] == expected


def test_list_tells_the_documents_and_the_tags(
    run: Run, article: str, library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    number, name, title, marked, _day = run("list").out.rstrip("\n").split("\t")
    assert (number, name, title[:10], marked) == ("1", "خبر", "قال الوزير", "1 annotation")
    assert run("list", "--tags", "--lang", "ar").out.split("\n")[0].split("\t")[:2] == ["1", "موقف"]
    with Library(library, "sara") as opened:
        opened.codebook.new("بلا خانة", "ar")
    set_language("en")
    listing.run(Config("en", library, "sara", "pc"), build().parse_args(["list", "--tags"]))
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {len(row) for row in rows} == {3}
    assert rows[0][:2] == ["1", "position"]
    assert rows[-1][1:] == ["بلا خانة", ""]  # the name that there is, and no description


def test_names_that_are_no_utf8(run: Run, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write("كلمة واحدة".encode())
    done = run("annotate", os.fsdecode(path), "--quote", "كلمة", "--tag", "1", "--note", os.fsdecode(b"\xe9"))
    assert done.code == 0
    (document,) = _documents(run("export").out)
    assert (document["name"], document["annotations"][0]["note"]) == ("caf\ufffd", "\ufffd")
