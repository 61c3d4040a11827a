"""The subcommands, run as a user runs them."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable

import jsonschema
import pytest

from annotations.formats.exports.json import schema
from annotations.library import Library
from annotations.values.attributes import CodedUnit
from reader.settings.paths import sample_path
from tests.reader.typeset.terminal_models import putty

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: os.PathLike[str]) -> Run:
    def call(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "HASHIYA_LIBRARY": os.path.join(tmp_path, "library.db"), "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "reader", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            input=text,
            check=False,
        )

    return call


@pytest.fixture
def article(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "خبر.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قال الوزير: «الأمن 😀 أولا». وأضاف أن الأمن حق.\n")
    return path


def test_annotate_then_export(run: Run, article: str) -> None:
    done = run(
        "annotate",
        article,
        "--quote",
        "الأمن 😀 أولا",
        "--tag",
        "position",
        "--tag",
        "مطالبة",
        "--note",
        "مهم",
        "--coder",
        "هدى",
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Annotated: position, demand\n"
    exported = run("export", "--format", "json")
    data = json.loads(exported.stdout)
    jsonschema.validate(data, schema())
    (document,) = data["documents"]
    (annotation,) = document["annotations"]
    assert document["text"][annotation["start"] : annotation["end"]] == annotation["quote"] == "الأمن 😀 أولا"
    assert (annotation["tags"], annotation["note"], annotation["coder"]) == ([1, 2], "مهم", "هدى")
    assert annotation["prefix"] == "قال الوزير: «"
    assert (document["name"], document["direction"]) == ("خبر", "rtl")


def test_the_sample_exports_all_that_is_known(run: Run, tmp_path: os.PathLike[str]) -> None:
    assert run("annotate", sample_path(), "--span", "4486:4497", "--tag", "1").returncode == 0
    target = os.path.join(tmp_path, "out.json")
    done = run("export", "global_security_forum_2021", "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Export: 1 document\n")
    with open(target, encoding="utf-8") as file:
        data = json.load(file)
    jsonschema.validate(data, schema())
    (document,) = data["documents"]
    assert (
        len(document["articles"]),
        len(document["sessions"]),
        len(document["speakers"]),
        len(document["noise"]),
    ) == (2, 8, 4, 2)
    assert [s["name"] for s in document["speakers"]][:2] == ["داميان هيندز", "ماكس روز"]
    for found in (*document["noise"], *document["topics"][0]["places"], *document["speakers"][0]["statements"]):
        assert document["text"][found["start"] : found["end"]] == found["text"]
    assert document["annotations"][0]["quote"] == "وشدد سعادته"
    with open(sample_path(), encoding="utf-8") as file:
        assert document["text"] == file.read()


def test_an_empty_library_exports_and_lists_nothing_and_is_not_made(run: Run, tmp_path: os.PathLike[str]) -> None:
    data = json.loads(run("export").stdout)
    jsonschema.validate(data, schema())
    assert data["documents"] == []
    listed = run("list")
    assert (listed.returncode, listed.stdout) == (0, "")
    assert listed.stderr.startswith("The library is empty")
    assert not os.path.exists(os.path.join(tmp_path, "library.db"))


def test_list(run: Run, article: str) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    number, name, title, marked, _day = run("list").stdout.rstrip("\n").split("\t")
    assert (number, name, title[:10], marked) == ("1", "خبر", "قال الوزير", "1 annotation")
    assert run("list", "--tags", "--lang", "ar").stdout.split("\n")[0].split("\t")[:2] == ["1", "موقف"]


def test_parse_gives_the_scorers_form(run: Run) -> None:
    data = json.loads(run("parse", "--format", "json", sample_path()).stdout)
    (document,) = data["documents"]
    assert document["doc_id"] == "global_security_forum_2021"
    assert set(document) == {"doc_id", "articles", "noise", "sessions", "speakers", "attributions", "topics"}
    assert {"id", "name", "start", "end", "role", "kind", "aliases"} <= set(document["speakers"][0])
    assert "8 sessions" in run("parse", sample_path()).stdout


def test_parse_goes_through_folders_and_past_broken_files(run: Run, tmp_path: os.PathLike[str]) -> None:
    folder = os.path.join(tmp_path, "news")
    os.makedirs(os.path.join(folder, "2021", ".hidden"))
    for name, data in (
        ("b.txt", "قال الوزير: «نعم».\n".encode()),
        ("a.txt", b"\x00\x01\x02\x00binary"),
        ("2021/c.txt", "وأكدت وزارة الصحة سلامة المياه.\n".encode()),
        ("2021/.hidden/d.txt", b"no"),
        ("2021/e.jpg", b"no"),
    ):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    done = [run("parse", folder, os.path.join(folder, "b.txt"), "--format", "jsonl", "--jobs", jobs) for jobs in "13"]
    assert done[0].stdout == done[1].stdout
    assert [json.loads(line)["doc_id"] for line in done[0].stdout.splitlines()] == ["b", "c"]
    for result in done:
        assert result.returncode == 3
        assert result.stderr.count("\n") == 1
        assert "a.txt: it is not a text file" in result.stderr
    whole = run("parse", os.path.join(folder, "2021"), "--format", "json")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert [document["speakers"][0]["name"] for document in json.loads(whole.stdout)["documents"]] == ["وزارة الصحة"]


def test_parse_says_where_a_folder_has_no_text(run: Run, tmp_path: os.PathLike[str]) -> None:
    done = run("parse", str(tmp_path))
    assert done.returncode == 3
    assert "There is no text file in" in done.stderr


def test_typeset_is_a_filter(run: Run) -> None:
    done = run("typeset", "--width", "12", text="السلام عليكم\n\nCOVID-19 ينتشر\n")
    assert done.stdout.split("\n") == ["ﻢﻜﻴﻠﻋ ﻡﻼﺴﻟﺍ".rjust(12), "", "    COVID-19", "       ﺮﺸﺘﻨﻳ", ""]


@pytest.mark.parametrize("width", [12, 20, 40])
def test_typeset_for_a_terminal_that_orders_lines(run: Run, width: int) -> None:
    text = "اختتمت بالدوحة، اليوم، أعمال النسخة الرابعة من منتدى الأمن العالمي 2021 في الدوحة.\nماء is water\n"
    sent = run("typeset", "--strategy", "runs", "--width", str(width), text=text).stdout.splitlines()
    seen = run("typeset", "--strategy", "visual", "--width", str(width - 1), text=text).stdout.splitlines()
    assert [putty(row) for row in sent] == [" " + row for row in seen]
    assert max(map(len, sent)) <= width


def test_typeset_prints_before_its_input_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "typeset", "--width", "20", "--digits", "arabic_indic", "--harakat", "hide"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as run:  # fmt: skip
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write("عَام 2021\n")
        run.stdin.flush()
        assert run.stdout.readline().strip() == "٢٠٢١ ﻡﺎﻋ"
        run.stdin.write("ثم\n")
        run.stdin.close()
        assert run.stdout.readline().strip() == "ﻢﺛ"


def test_typeset_makes_rows_even(run: Run) -> None:
    text = "وأضاف أن التطرف العنيف والإرهاب يقسم العالم وأن من مصلحة الجميع التصدي له بكل الوسائل الممكنة\n"
    rows = run("typeset", "--width", "40", "--justify", text=text).stdout.split("\n")
    assert "ـ" in rows[0]
    assert len({len(row) for row in rows[:-2]}) == 1


def test_reading_into_a_pipe_gives_the_text(run: Run, article: str) -> None:
    assert run(article).stdout.startswith("قال الوزير: «الأمن 😀 أولا»")
    assert run("read", article).stdout == run("-", text="قال الوزير: «الأمن 😀 أولا». وأضاف أن الأمن حق.\n").stdout


def test_a_subcommands_name_wins_over_a_file(
    run: Run, tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.getcwd())
    monkeypatch.chdir(tmp_path)
    with open("list", "w", encoding="utf-8") as file:
        file.write("نص في ملف\n")
    assert run("list").stdout == ""
    assert run("./list").stdout == "نص في ملف\n"
    assert run("read", "list").stdout == "نص في ملف\n"


def _binary(path: str) -> None:
    with open(path, "wb") as file:
        file.write(b"\x7fELF\0\0\0" * 50)


def _text(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("no database " * 100)


def _newer(path: str) -> None:
    from annotations.library import Library

    Library(path, "x").close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["FILE/none.txt"], 3, "there is no such file"),
        (["FILE"], 3, "it is a directory"),
        (["parse", "FILE/binary"], 3, "it is not a text file"),
        (["FILE/empty"], 3, "there is no text in it"),
        (["list", "--library", "FILE/text.db"], 4, "is not a Hashiya library"),
        (["--library", "FILE/text.db", "FILE/good.txt"], 4, "is not a Hashiya library"),
        (["list", "--library", "FILE/newer.db"], 4, "newer version"),
        (["--library=FILE/newer.db", "FILE/good.txt"], 4, "newer version"),
        (["annotate", "FILE/good.txt", "--quote", "غير موجود", "--tag", "1"], 5, "is not in the text"),
        (["annotate", "FILE/good.txt", "--quote", "كلمة", "--tag", "1"], 5, "occurs 2 times"),
        (["annotate", "FILE/good.txt", "--quote", "كلمة", "--occurrence", "3", "--tag", "1"], 5, "is not in the text"),
        (["annotate", "FILE/good.txt", "--span", "5:99", "--tag", "1"], 5, "is not inside the text"),
        (["annotate", "FILE/good.txt", "--span", "x:y", "--tag", "1"], 2, "START:END"),
        (["annotate", "FILE/good.txt", "--span", "0:4", "--tag", "nothing"], 5, "has no tag"),
        (["export", "nothing"], 5, "has no document"),
        (["export", "--format", "pdf"], 2, "invalid choice"),
        (["--nothing"], 2, "--nothing"),
        (["typeset", "--width", "0", "FILE/good.txt"], 2, "--width"),
    ],
)  # fmt: skip
def test_wrong_input_gets_one_line_and_a_code_and_nothing_is_written(
    run: Run, tmp_path: os.PathLike[str], arguments: list[str], code: int, says: str
) -> None:
    folder = os.path.join(tmp_path, "given")
    os.mkdir(folder)
    for name, make in (("binary", _binary), ("text.db", _text), ("newer.db", _newer)):
        make(os.path.join(folder, name))
    with (
        open(os.path.join(folder, "empty"), "w", encoding="utf-8"),
        open(os.path.join(folder, "good.txt"), "w", encoding="utf-8") as file,
    ):
        file.write("كلمة ثم كلمة أخرى")
    before = {name: os.path.getsize(os.path.join(folder, name)) for name in sorted(os.listdir(folder))}
    done = run(*[argument.replace("FILE", folder) for argument in arguments])
    assert done.returncode == code
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert done.stdout == ""
    assert {name: os.path.getsize(os.path.join(folder, name)) for name in before} == before
    library = os.path.join(tmp_path, "library.db")
    if os.path.exists(library):
        db = sqlite3.connect(library)
        assert db.execute("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM annotation)").fetchone() == (
            0,
        )


def test_a_locked_library(run: Run, article: str, tmp_path: os.PathLike[str]) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    holder = sqlite3.connect(os.path.join(tmp_path, "library.db"), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    done = run("annotate", article, "--quote", "حق", "--tag", "2")
    holder.execute("ROLLBACK")
    assert (done.returncode, done.stdout) == (4, "")
    assert "is locked by another program" in done.stderr
    assert done.stderr.count("\n") == 1


def test_options_may_stand_before_the_subcommand(run: Run, tmp_path: os.PathLike[str]) -> None:
    other = os.path.join(tmp_path, "other.db")
    assert json.loads(run("--library", other, "export").stdout)["documents"] == []
    assert "الخيارات" in run("--lang", "ar", "--help").stdout
    assert "الخيارات" in run("report.txt", "--lang=ar", "--help").stdout


def test_output_that_cannot_be_written(run: Run, article: str, tmp_path: os.PathLike[str]) -> None:
    run("annotate", article, "--quote", "حق", "--tag", "1")
    for target in (os.path.join(tmp_path, "none", "x.json"), str(tmp_path)):
        done = run("export", "-o", target)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (6, "", 1)
        assert not os.path.exists(f"{target}.part")
    done = run("annotate", article, "--quote", "حق", "--tag", "1", "--library", "/dev/null/a/b.db")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)


def test_names_that_are_no_utf8(run: Run, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write("كلمة واحدة".encode())
    done = run("annotate", os.fsdecode(path), "--quote", "كلمة", "--tag", "1", "--note", os.fsdecode(b"\xe9"))
    assert done.returncode == 0
    (document,) = json.loads(run("export").stdout)["documents"]
    assert (document["name"], document["annotations"][0]["note"]) == ("caf\ufffd", "\ufffd")


def test_a_library_that_may_only_be_read_is_listed_and_exported(
    run: Run, article: str, tmp_path: os.PathLike[str]
) -> None:
    from annotations.store import schema

    run("annotate", article, "--quote", "حق", "--tag", "1")
    path = os.path.join(tmp_path, "library.db")
    db = schema.connect_to_read(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM tag")
    assert len(json.loads(run("export").stdout)["documents"]) == 1


def test_errors_and_help_in_arabic(run: Run) -> None:
    done = run("--lang", "ar", "none.txt")
    assert (
        done.stderr
        == "تعذّر فتح «none.txt»: الملف غير موجود. الحل: مراجعة الاسم؛ والأمر hashiya list يعرض محتوى المكتبة.\n"
    )
    text = run("list", "--lang", "ar", "--help").stdout
    assert "الخيارات" in text
    assert "options" not in text.lower()


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith("hashiya ")
    text = run("--help").stdout
    for name in ("read", "export", "parse", "typeset", "annotate", "list"):
        assert f"    {name} " in text


def test_a_colleagues_work_is_merged_compared_and_tabled(run: Run, tmp_path: os.PathLike[str]) -> None:
    mine, theirs = os.path.join(tmp_path, "mine.db"), os.path.join(tmp_path, "theirs.db")
    path = os.path.join(tmp_path, "a.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("قال الوزير إن الأمن مستتب. وأضاف أن الماء قليل.\n")
    for library, coder, tag in ((mine, "sara", "1"), (theirs, "omar", "2")):
        run("annotate", path, "--quote", "الأمن", "--tag", tag, "--coder", coder, "--library", library)
        run("annotate", path, "--quote", "الماء", "--tag", "3", "--coder", coder, "--library", library)
    exported = os.path.join(tmp_path, "theirs.json")
    run("export", "--library", theirs, "-o", exported)
    first = run("merge", exported, "--library", mine, "--coder", "sara", "--lang", "en")
    assert (first.returncode, "2 annotations" in first.stderr) == (0, True)
    again = run("merge", theirs, "--library", mine, "--coder", "sara", "--lang", "en")
    assert "Nothing new" in again.stderr
    table = run("agreement", "--unit", "sentence", "--library", mine, "--lang", "en")
    assert "sara, omar" in table.stdout or "omar, sara" in table.stdout
    assert "all tags pooled\t2\t0.500\t0.500\t0.333" in table.stdout
    assert run("merge", path, "--library", mine).returncode == 5
    assert run("merge", os.path.join(tmp_path, "no.db"), "--library", mine).returncode == 3
    with Library(mine, "sara") as opened:
        opened.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
        opened.form.new("document", "الحجم", ["قصير", "طويل"], "ar")
        opened.form.set(CodedUnit(1), 1, 2)
        opened.form.set(CodedUnit(1), 2, 3)
    rows = run("form", "--csv", "--library", mine, "--lang", "ar").stdout.splitlines()
    assert rows[0] == "scope,document,start,end,words,coder,النوع,الحجم"
    assert rows[1].endswith(",sara,تقرير,قصير")
    crossed = run("form", "--cross", "النوع", "الحجم", "--library", mine, "--lang", "ar").stdout
    assert "تقرير\t1\t0\t1" in crossed
    assert run("form", "--cross", "النوع", "غيره", "--library", mine).returncode == 5
    assert run("merge", mine, "--library", mine).returncode == 5
