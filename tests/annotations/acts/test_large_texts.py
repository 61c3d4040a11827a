"""Large texts in a library: their analysis by stretches is no act, and what was counted holds until it is corrected."""

from annotations.acts.large_texts import LargeTexts
from annotations.library import Library
from annotations.values.analysis import Analysis, Noise, Speaker, Statement
from annotations.values.corrections import RenameSpeaker
from annotations.values.long_text import BLOCK
from annotations.values.model import Document
from annotations.values.spans import Span

TEXT = "قال الوزير إن الماء قليل.\n" * 4_000


def added(library: Library) -> Document:
    parts = [TEXT[at : at + BLOCK] for at in range(0, len(TEXT), BLOCK)]
    facts = {"name": "n", "path": "/n", "title": "n", "direction": "R", "digest": "d", "encoding": "utf-8"}
    return library.document_acts.add_large(parts, facts)


def analysed(library: Library) -> Document:
    document = added(library)
    said = Analysis(
        noise=(Noise(Span(0, 3), "share"),),
        speakers=(Speaker(1, "الوزير", mentions=(Span(4, 10),)),),
        statements=(Statement(Span(11, 24), 1, "paraphrase"),),
    )
    assert library.large_texts.add_analysis(document.id, Span(0, 1_000), TEXT[:1_000], said)
    return document


def test_it_is_added_as_an_act_and_analysed_without_one() -> None:
    with Library(":memory:", "هند") as library:
        assert isinstance(library.large_texts, LargeTexts)
        document = analysed(library)
        assert added(library) == document
        assert [one.act.label for one in library.log()] == ["documents:add"]
        assert library.text(document.id) == TEXT
        stretch = library.large_texts.stretch_at(document.id, 5)
        assert stretch == Span(0, 1_000)
        assert library.large_texts.analysis(document.id, stretch) == library.analysis(document.id)
        assert library.large_texts.session_count(document.id) == 0
        assert library.large_texts.analysis(document.id, Span(1_000, 2_000)) == Analysis()
        library.undo(None)
        assert library.documents() == []


def test_counts_hold_until_the_analysis_is_corrected() -> None:
    with Library(":memory:", "هند") as library:
        document = analysed(library)
        texts = library.large_texts
        assert not texts.body_counts_kept(document.id, 1)
        texts.keep_body_counts(document.id, [0, 2_519])
        assert texts.body_counts_kept(document.id, 1)
        library.correct(document.id, RenameSpeaker(1, "وزير المياه"))
        assert not texts.body_counts_kept(document.id, 1)
        texts.keep_body_counts(document.id, [0, 2_519])
        assert texts.body_counts_kept(document.id, 1)


def test_analysing_again_keeps_what_a_person_corrected() -> None:
    with Library(":memory:", "هند") as library:
        document = analysed(library)
        library.correct(document.id, RenameSpeaker(1, "وزير المياه"))
        library.large_texts.analyse_again(document.id)
        assert library.large_texts.analysed_to(document.id) == 0
        said = Analysis(
            speakers=(Speaker(1, "الوزير", mentions=(Span(4, 10),)),),
            statements=(Statement(Span(11, 24), 1, "paraphrase"),),
        )
        assert library.large_texts.add_analysis(document.id, Span(0, 1_000), TEXT[:1_000], said)
        assert [speaker.name for speaker in library.analysis(document.id).speakers] == ["وزير المياه"]
        assert len(library.analysis(document.id).statements) == 1
