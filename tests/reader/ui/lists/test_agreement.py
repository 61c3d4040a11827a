"""Agreement between coders: per tag, pooled, per attribute, by unit, with and without what nobody coded."""

import os
from functools import partial

from textual.pilot import Pilot

from annotations.library import Library
from annotations.questions.coding_units import UNITS
from annotations.values.attributes import CodedUnit
from reader.report.agreement_units import figures, tags_report
from reader.ui.lists.agreement import AgreementScreen
from tests.reader.ui.lists.steps import WIDE, cells, of, opened, report_in, said, shelve, title
from tests.reader.ui.stage import ARABIC, act, library_path, start, text_screen

NAMES = {1: "position", 2: "demand", 3: "accusation"}


def test_every_figure_is_shown_for_the_unit_and_the_scope_chosen(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with report_in(path) as library:
        other = shelve(library, "خبر ثانٍ 🌊\n\nقال الوزير إن الأمن مستتب.\n", "other")
        library.form.new("document", "النوع", ["خبر", "تقرير"], "ar")
        library.form.new("document", "غير مستعملة", ["أ", "ب"], "ar")
        for words, tags in (("الشح", [1]), ("التحلية مكلفة", [2])):
            library.passages.annotate(1, of(words), tags)
        library.form.set(CodedUnit(1), 1, 1)
    app = start(ARABIC, path, language="en")

    async def script(_pilot: Pilot[None]) -> None:
        screen = await opened(app, AgreementScreen(text_screen(app)))
        assert screen.empty().startswith("Needs two coders.")
        assert title(screen)[1] == "1 coder"
        with Library(path, "عمر") as colleague:
            colleague.passages.annotate(1, of("الشح"), [1])
            colleague.passages.annotate(1, of("البدائل"), [1])
            colleague.passages.annotate(other, of("مؤتمر")._replace(start=0, end=3), [3])
            colleague.form.set(CodedUnit(1), 1, 1)
        seen = set()
        for scope, documents in (("this text", [1]), ("library", [1, other])):
            await screen.again()
            for unit in UNITS:
                for counts, uncoded in (("incl. uncoded text", True), ("coded text only", False)):
                    job = partial(tags_report, documents=documents, unit=unit, uncoded=uncoded)
                    wanted = await app.jobs.run(job)
                    while unit not in title(screen)[0]:
                        await screen.action_run("unit")
                    if counts not in title(screen)[0]:
                        await screen.action_run("uncoded")
                    assert title(screen) == (f"Agreement by {unit}: {scope}, {counts}", "2 coders")
                    names = cells(screen)
                    assert names[0] == "all tags pooled"
                    assert set(names[1:-1]) == {NAMES[tag] for tag in wanted.by_tag}
                    assert names[-1] == "form: النوع"  # what nobody coded is left out
                    shown = [cells(screen, column)[0] for column in range(1, 7)]
                    assert shown == [str(wanted.overall.units), *figures(wanted.overall, 2, "—")]
                    seen.add(tuple(shown))
            await screen.action_run("scope")
        assert len(seen) > 4
        assert said(screen).startswith("A unit counts as tagged if")
        assert said(screen).endswith("سارة, عمر")

    act(app, script, size=WIDE)
