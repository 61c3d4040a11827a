"""`hashiya parse`: the analysis of files and folders, in JSON or in words; a broken file does not stop the rest."""

import json
import os
import subprocess
import sys

import pytest

from reader.article.parse import parse
from reader.cli.parse import _processes
from reader.settings.paths import sample_path
from tests.reader.cli.command_line import Run

REPORT = "وقال سعادة السيد سالم الكعبي وزير المياه إن «الأمن حق». وأضاف الكعبي أن الماء قليل.\n"


@pytest.fixture
def folder(tmp_path: os.PathLike[str]) -> str:
    """Return a folder with three texts, one of them broken, and files that are none."""
    path = os.path.join(tmp_path, "news")
    os.makedirs(os.path.join(path, "2021", ".hidden"))
    for name, data in (
        ("b.txt", "قال الوزير: «نعم».\n".encode()),
        ("a.txt", b"\x00\x01\x02\x00binary"),
        ("2021/c.txt", "وأكدت وزارة الصحة سلامة المياه.\n".encode()),
        ("2021/.hidden/d.txt", b"no"),
        ("2021/e.jpg", b"no"),
    ):
        with open(os.path.join(path, name), "wb") as file:
            file.write(data)
    return path


def test_the_scorers_form(run: Run) -> None:
    (document,) = json.loads(run("parse", "--format", "json", sample_path()).out)["documents"]
    assert document["doc_id"] == "global_security_forum_2021"
    assert set(document) == {"doc_id", "articles", "noise", "sessions", "speakers", "attributions", "topics"}
    assert {"id", "name", "start", "end", "role", "kind", "aliases"} <= set(document["speakers"][0])


def test_in_words(run: Run, sample: str) -> None:
    analysis = parse(sample)
    lines = run("parse", sample_path()).out.splitlines()
    said = len(analysis.statements)
    assert lines[0] == f"global_security_forum_2021 · 2 articles · 8 sessions · 4 speakers · {said} statements"
    assert lines[1:9] == [f"  {session.number}. {session.label}" for session in analysis.sessions]
    assert [line.split(" (")[0].split(" · ")[0].strip() for line in lines[9:13]] == [
        one.name for one in analysis.speakers
    ]
    assert lines[13:] == ["  Topics: " + " · ".join(topic.text for topic in analysis.topics)]


def test_a_speaker_is_told_with_his_role_and_how_often_he_speaks(run: Run) -> None:
    rows = run("parse", "-", text=REPORT).out.splitlines()
    (speaker,) = [row for row in rows if "سالم الكعبي" in row]
    assert speaker == "  سالم الكعبي (وزير المياه) · 2 statements"
    nobody = run("parse", "-", "--lang", "ar", text="بلا أحد\n").out
    assert nobody == "stdin · لا أخبار · لا جلسات · لا متحدثين · لا تصريحات\n"


def test_it_goes_through_folders_and_past_broken_files(run: Run, folder: str) -> None:
    arguments = ("parse", folder, os.path.join(folder, "b.txt"), "--format", "jsonl")
    done = run(*arguments)
    apart = subprocess.run(
        [sys.executable, "-m", "reader", *arguments, "--jobs", "3"],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip
    assert (apart.returncode, apart.stdout) == done[:2]
    assert apart.stderr.startswith(done.err)
    assert [json.loads(line)["doc_id"] for line in done.out.splitlines()] == ["b", "c"]
    assert (done.code, done.err.count("\n")) == (3, 2)
    assert "Skipped (not text): 1 file" in done.err
    assert "a.txt: it is not a text file" in done.err
    whole = run("parse", os.path.join(folder, "2021"), "--format", "json")
    assert (whole.code, whole.err) == (0, "Skipped (not text): 1 file\n")
    assert [document["speakers"][0]["name"] for document in json.loads(whole.out)["documents"]] == ["وزارة الصحة"]


def test_every_broken_file_is_told_and_no_text_gives_no_json(run: Run, folder: str) -> None:
    broken = os.path.join(folder, "a.txt")
    for form in ("json", "jsonl", "text"):
        done = run("parse", broken, os.path.join(folder, "none.txt"), "--format", form)
        assert (done.code, done.out, done.err.count("\n")) == (3, "", 2)


def test_a_folder_without_text_is_told(run: Run, tmp_path: os.PathLike[str]) -> None:
    done = run("parse", str(tmp_path))
    assert done.code == 3
    assert "There is no text file in" in done.err


@pytest.mark.parametrize(
    ("sizes", "wanted", "expected"),
    [
        ([10], None, 1),
        ([10, 10, 10], None, 1),  # too little to be worth it
        ([10, 10, 10], 2, 2),
        ([10, 10, 10], 9, 3),  # not more than there are files
        ([150_000, 150_000, 150_000], None, 3),
        ([300_000] * 9, None, 4),  # not more than there are cores
        ([], None, 1),
    ],
)
def test_as_many_processes_as_are_worth_it(
    tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch, sizes: list[int], wanted: int | None, expected: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2, 3})
    files = [os.path.join(tmp_path, f"{at}.txt") for at in range(len(sizes))]
    for path, size in zip(files, sizes, strict=True):
        with open(path, "wb") as file:
            file.truncate(size)
    assert _processes(files, wanted) == expected
    if sizes == [10]:
        assert _processes([*files, "/none"], None) == 1  # what is missing has no size
