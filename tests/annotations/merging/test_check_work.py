"""Work of others is checked against its own texts, and annotations with wrong offsets are found by their quotation."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from annotations.errors import WorkRefused
from annotations.library import Library
from annotations.merging.check_work import checked, faults
from annotations.values.anchors import Anchor
from annotations.values.corrections import DeleteStatement, RenameSpeaker
from annotations.values.localized import Localized
from annotations.values.spans import Span
from annotations.values.work import Work
from tests.annotations.corrections.test_corrections import line
from tests.annotations.merging.test_merge import opened

Change = Callable[[Work], Work]


@pytest.fixture
def work(analysed: str, tmp_path: os.PathLike[str]) -> Iterator[Work]:
    with opened(shutil.copy(analysed, os.path.join(tmp_path, "l.db")), "omar") as library:
        library.passages.annotate(1, line(3), [1, 2], "رأي")
        library.passages.annotate(1, line(8), [3])
        library.correct(1, RenameSpeaker(1, "سعاد"))
        library.correct(1, DeleteStatement(line(4), 2))
        library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
        yield library.work()


def document(**fields: object) -> Change:
    def change(work: Work) -> Work:
        (item,) = work.documents
        return work._replace(documents=(item._replace(document=item.document._replace(**fields)),))  # type: ignore[arg-type]

    return change


def annotation(**fields: object) -> Change:
    def change(work: Work) -> Work:
        (item,) = work.documents
        first, *rest = item.annotations
        return work._replace(documents=(item._replace(annotations=(first._replace(**fields), *rest)),))  # type: ignore[arg-type]

    return change


def anchor(start: object, end: object, quote: str = "سطر 03 فيه كلام") -> Change:
    return annotation(anchor=Anchor(Span(start, end), quote, "", ""))  # type: ignore[arg-type]


def tag(**fields: object) -> Change:
    def change(work: Work) -> Work:
        first, *rest = work.shared.tags
        return work._replace(shared=work.shared._replace(tags=(first._replace(**fields), *rest)))  # type: ignore[arg-type]

    return change


def analysis(part: str, **fields: object) -> Change:
    def change(work: Work) -> Work:
        (item,) = work.documents
        first, *rest = getattr(item.analysis, part)
        return work._replace(
            documents=(item._replace(analysis=item.analysis._replace(**{part: (first._replace(**fields), *rest)})),)
        )

    return change


WRONG: list[tuple[Change, str]] = [
    (anchor(-1, 5), "documents[0].annotations[0]: -1:5"), (anchor(5, 5), "5:5"), (anchor(9, 3), "9:3"), (anchor(0, 9_999), "0:9999"),
    (anchor(1.5, 9), "whole"), (anchor("1", 9), "whole"), (anchor(None, None), "whole"), (anchor(bool(1), 9), "whole"),
    (anchor(0, 5, ""), "quote: it is empty"), (anchor(0, 5, "لا وجود له"), "quote: it is not in the text"), (anchor(0, 5, 3), "quote: int is not text"),  # type: ignore[arg-type]
    (annotation(tags=(999,)), "there is no tag 999"), (annotation(coder=""), "coder"), (annotation(coder="\u200f"), "coder"), (annotation(coder=None), "coder"),
    (annotation(created="yesterday"), "created"), (annotation(changed="2024-13-01T00:00:00+00:00"), "changed"), (annotation(created="2024-01-01T00:00:00"), "created"),
    (annotation(note="\0"), "note"), (annotation(note=b"x"), "note"), (annotation(placed="there"), "placed"),
    (tag(color=-7), "codebook[0].color"), (tag(color='0"><script>'), "codebook[0].color"), (tag(color=13), "color"), (tag(slot=0), "slot"), (tag(slot=2), "codebook[1]"),
    (tag(parent=1), "is its own ancestor"), (tag(parent=77), "there is no tag 77"), (tag(names=Localized()), "no name in any language"),
    (tag(names=Localized.of({"ar": "\u0640"})), "no name"), (tag(id=2), "codebook[1]: '2' appears twice"), (tag(uid="starter-2"), "twice"), (tag(memo=None), "memo"),
    (document(length=3), "length"), (document(digest=""), "sha256"), (document(direction="up"), "direction"), (document(added="x"), "added"),
    (document(title="\ud800"), "title"), (document(id="1"), "id"), (document(memo=3), "memo"),
    (analysis("sessions", span=Span(0, 9_999)), "sessions[0]"), (analysis("sessions", label=None), "sessions[0]"), (analysis("speakers", name=" "), "speakers[0].name"),
    (analysis("speakers", id=2), "speakers[1]"), (analysis("speakers", kind="robot"), "kind"), (analysis("statements", speaker=99), "no speaker"),
    (analysis("statements", via=99), "no speaker"), (analysis("statements", kind="said"), "kind"), (analysis("topics", text=""), "topics[0].text"),
    (analysis("topics", places=(Span(-3, 2),)), "topics[0].places"), (analysis("articles", day="2024-02-30"), "day"), (analysis("noise", span=Span(4, 4)), "noise[0]"),
    (lambda work: work._replace(documents=work.documents * 2), "documents[1]"),
    (lambda work: work._replace(documents=(work.documents[0]._replace(text=" "),)), "text: it is empty"),
    (lambda work: work._replace(documents=(work.documents[0]._replace(annotations=work.documents[0].annotations[:1] * 2),)), "appears twice"),
]  # fmt: skip


def test_what_a_library_holds_is_right(work: Work) -> None:
    assert list(faults(work)) == []
    assert checked(work, "x") == work


@pytest.mark.parametrize(("change", "told"), WRONG)
def test_what_is_wrong_is_refused_with_its_place(work: Work, change: Change, told: str) -> None:
    with pytest.raises(WorkRefused) as error:
        checked(change(work), "theirs.json")
    assert told in str(error.value)
    assert "theirs.json" in str(error.value)


def test_ten_faults_are_named_and_the_rest_counted(work: Work) -> None:
    (item,) = work.documents
    many = tuple(item.annotations[0]._replace(uid=str(n), coder="") for n in range(14))
    with pytest.raises(WorkRefused, match=r"annotations\[9\].*\(\+4\)"):
        checked(work._replace(documents=(item._replace(annotations=many),)), "x")


@pytest.mark.parametrize("at", [0, 50, 150])
def test_where_offsets_and_quotation_differ_the_quotation_tells(work: Work, at: int) -> None:
    found = checked(anchor(at, at + 15)(work), "x").documents[0].annotations[0]
    assert (found.anchor.span, found.anchor.quote) == (line(3), "سطر 03 فيه كلام")


def test_nothing_is_written_of_work_that_is_refused(work: Work, tmp_path: os.PathLike[str]) -> None:
    with Library(os.path.join(tmp_path, "new.db"), "sara") as library:
        before = list(library._connection.db.iterdump()) if False else library.work()
        with pytest.raises(WorkRefused):
            library.merge(annotation(tags=(999,))(work), "x")
        assert library.work() == before
        assert library.log() == []
        assert library._connection.db.execute("SELECT count(*) FROM document").fetchone()[0] == 0
