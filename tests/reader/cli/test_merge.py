"""`hashiya merge`, `agreement` and `form`: a colleague's work is merged, compared and tabled."""

import csv
import os

import pytest

from annotations.errors import MergeRefused
from annotations.library import Library
from annotations.merging.merge import Merged
from annotations.values.attributes import CodedUnit
from annotations.values.spans import Span
from reader.cli import agreement, form
from reader.cli.merge import read_work, told
from reader.cli.parser import build
from reader.errors import FileEmpty, FileMissing
from reader.language.i18n import plain, set_language
from reader.settings.config import Config
from tests.reader.cli.command_line import Run

TEXT = "قال الوزير إن الأمن مستتب. وأضاف أن الماء قليل.\n"


@pytest.fixture
def text(tmp_path: os.PathLike[str]) -> str:
    path = os.path.join(tmp_path, "a.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TEXT)
    return path


@pytest.fixture
def theirs(run: Run, text: str, tmp_path: os.PathLike[str]) -> str:
    """Return a colleague's library; the local one has the same text, half of it tagged otherwise."""
    path = os.path.join(tmp_path, "theirs.db")
    for coder, tag, where in (("sara", "1", []), ("omar", "2", ["--library", path])):
        run("annotate", text, "--quote", "الأمن", "--tag", tag, "--coder", coder, *where)
        run("annotate", text, "--quote", "الماء", "--tag", "3", "--coder", coder, *where)
    return path


@pytest.mark.parametrize(
    ("merged", "lines"),
    [
        (Merged(), ["Nothing new"]), (Merged(documents=1, annotations=2), ["New: 1 document", "New: 2 annotations"]),
        (Merged(tags=1), ["New: 1 tag"]), (Merged(joined=3), ["Nothing new", "Added to 3 annotations"]),
        (Merged(annotations=1, corrections=2), ["New: 1 annotation", "Merged corrections: 2 corrections"]),
        (Merged(removed_here=4), ["Nothing new", "Removed here earlier and not restored: 4"]),
        (Merged(conflicts=1), ["Nothing new", "Needs a decision in Conflicts: 1 conflict"]),
    ],
)  # fmt: skip
def test_a_merge_is_told_in_lines(merged: Merged, lines: list[str]) -> None:
    assert plain(told(merged)).split("\n") == lines


def test_a_merge_is_told_with_the_arabic_dual_after_a_preposition() -> None:
    set_language("ar")
    assert plain(told(Merged(joined=2, annotations=2))) == "الجديد: حاشيتان\nزيادة على حاشيتين"


def test_work_is_read_from_a_library_and_from_an_export_alike(
    run: Run, theirs: str, text: str, tmp_path: os.PathLike[str]
) -> None:
    exported = os.path.join(tmp_path, "theirs.json")
    run("export", "--library", theirs, "-o", exported)
    one, other = read_work(theirs), read_work(exported)
    for work in (one, other):
        (item,) = work.documents
        assert (item.text, [a.coder for a in item.annotations]) == (TEXT, ["omar", "omar"])
    assert [tag.uid for tag in one.shared.tags] == [tag.uid for tag in other.shared.tags]
    with pytest.raises(FileMissing):
        read_work(os.path.join(tmp_path, "none.json"))
    with pytest.raises(MergeRefused):
        read_work(text)
    empty = os.path.join(tmp_path, "empty.json")
    with open(empty, "w", encoding="utf-8") as file:
        file.write(" \n")
    with pytest.raises(FileEmpty):
        read_work(empty)


def test_a_colleagues_work_is_merged_once_and_compared(run: Run, theirs: str, text: str, library: str) -> None:
    first = run("merge", theirs, "--coder", "sara")
    assert (first.code, first.out, first.err) == (0, "", "New: 2 annotations\n")
    assert "Nothing new" in run("merge", theirs, "--coder", "sara").err
    done = run("agreement", "--unit", "sentence")
    head, heads, *rows = done.out.splitlines()
    assert head == "Unit: sentence; incl. uncoded text; coders: omar, sara"
    assert heads.split("\t") == ["Tag", "Units", "Percent", "Holsti", "Cohen", "Fleiss", "Alpha"]
    assert rows[0].startswith("all tags pooled\t2\t0.500\t0.500\t0.333\t")
    assert [row.split("\t")[:3] for row in rows[1:]] == [
        ["position", "2", "0.500"],
        ["demand", "2", "0.500"],
        ["accusation", "2", "1.000"],
    ]
    for refused in (text, library):
        assert run("merge", refused).code == 5


def test_files_are_merged_in_order_up_to_the_first_that_is_refused(run: Run, theirs: str, text: str) -> None:
    done = run("merge", theirs, text, "--coder", "sara")
    assert done.code == 5
    assert done.err.splitlines()[0] == "New: 2 annotations"
    assert "has nothing to merge" in done.err.splitlines()[1]


def test_a_file_of_another_program_is_refused_in_arabic(run: Run, tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "x.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"a": 1}')
    done = run("merge", path, "--lang", "ar")
    assert (done.code, "ليس مصدّرًا" in done.err) == (5, True)
    assert "export" not in done.err


@pytest.mark.parametrize(
    ("arguments", "head", "pooled"),
    [
        (["--unit", "character"], "Unit: character; incl. uncoded text", str(len(TEXT))),
        (["--unit", "character", "--coded-only"], "Unit: character; coded text only", "10"),
        (["--unit", "article", "a"], "Unit: article; incl. uncoded text", "1"),
    ],
)
def test_agreement_over_other_units(run: Run, theirs: str, arguments: list[str], head: str, pooled: str) -> None:
    run("merge", theirs)
    lines = run("agreement", *arguments).out.splitlines()
    assert lines[0].startswith(head)
    assert lines[2].split("\t")[:2] == ["all tags pooled", pooled]


def test_one_coders_work_has_no_agreement(
    run: Run, text: str, library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("annotate", text, "--quote", "الأمن", "--tag", "1")
    assert agreement.run(Config("en", library, "", "pc"), build().parse_args(["agreement"])) == 0
    out, err = capsys.readouterr()
    assert out == "Unit: sentence; incl. uncoded text; coders: sara\n"
    assert "hashiya merge" in err


@pytest.fixture
def coded(run: Run, text: str, library: str) -> str:
    """Return the library with a form that two coders filled in, differently for one statement."""
    run("annotate", text, "--quote", "الأمن", "--tag", "1", "--coder", "sara")
    for coder, value in (("sara", 1), ("omar", 2)):
        with Library(library, coder) as opened:
            if coder == "sara":
                opened.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
                opened.form.new("document", "الحجم", ["قصير", "طويل"], "ar")
            opened.form.set(CodedUnit(1), 1, value)
            opened.form.set(CodedUnit(1), 2, 3)
    return library


def test_the_form_is_told_in_tabs_in_commas_and_crossed(
    run: Run, coded: str, tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [line.split("\t") for line in run("form", "--lang", "ar").out.splitlines()]
    assert rows[0] == ["scope", "document", "start", "end", "words", "coder", "النوع", "الحجم"]
    assert sorted(row[5:] for row in rows[1:]) == [["omar", "تقرير", "قصير"], ["sara", "خبر", "قصير"]]
    assert list(csv.reader(run("form", "--csv", "--lang", "ar").out.splitlines())) == rows
    crossed = run("form", "--cross", "النوع", "الحجم", "--lang", "ar").out
    assert crossed == "النوع / الحجم\tقصير\tطويل\t=\nخبر\t1\t0\t1\nتقرير\t1\t0\t1\n"
    assert run("form", "--cross", "النوع", "غيره").code == 5
    target = os.path.join(tmp_path, "form.csv")
    config = Config("ar", coded, "", "pc")
    assert form.run(config, build().parse_args(["form", "--cross", "الحجم", "النوع", "-o", target])) == 0
    assert capsys.readouterr().out == ""
    with open(target, encoding="utf-8") as file:
        assert file.read() == "الحجم / النوع,خبر,تقرير,=\nقصير,1,1,2\nطويل,0,0,0\n"


def test_agreement_on_the_form_is_told_where_units_were_coded_by_two(run: Run, coded: str) -> None:
    with Library(coded, "omar") as opened:
        opened.passages.annotate(1, Span(14, 19), [1])
        opened.form.new("statement", "الاتجاه", ["مؤيد", "معارض"], "ar")
    rows = [line.split("\t") for line in run("agreement", "--lang", "ar").out.splitlines()[2:]]
    assert [(row[0].rpartition(" ")[2], *row[1:3]) for row in rows[-2:]] == [
        ("النوع", "1", "0.000"),
        ("الحجم", "1", "1.000"),
    ]
    assert rows[-1][4:6] == ["-", "-"]  # one value only: agreement beyond chance is not defined
