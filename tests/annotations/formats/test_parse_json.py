"""Analyses as the scorer reads them: spans in code points, numbers as words, and the words of titles and cues."""

import json
from typing import Any

from hypothesis import given, settings

from annotations.formats.parse_json import Parsed, document_line, dump
from annotations.values.analysis import Analysis, Article, Noise, Session, Speaker, Statement, Topic
from annotations.values.spans import Span
from tests.annotations.formats.whole import TEXT, analyses

ANALYSIS = Analysis(
    noise=(Noise(Span(10, 11), "marks"),),
    articles=(Article(Span(0, 27), Span(5, 9), agency="قنا", city="عَمّان", author="هُدى", date="اليوم", day="2024-03-01"), Article(Span(28, 44))),
    sessions=(Session(1, Span(0, 27), "أولى", Span(12, 20), "opening", ("الماء", "البئر")), Session(2, Span(28, 44), "ثانية")),
    speakers=(
        Speaker(3, "هُدى", "person", "مديرة", "السيدة", (Span(5, 9), Span(0, 4), Span(5, 9)), "قنا", "f"),
        Speaker(4, "البئر", "org", mentions=(Span(32, 36),)),
    ),
    statements=(
        Statement(Span(12, 27), 3, "paraphrase", Span(0, 4), "likely", "named", "warn", 4),
        Statement(Span(28, 44), 4, "quotation"),
    ),
    topics=(Topic("الماء", (Span(15, 21),)), Topic("البئر")),
)  # fmt: skip


def told(analysis: Analysis) -> dict[str, Any]:
    (document,) = json.loads(dump([Parsed("a/b.txt", TEXT, analysis)]))["documents"]
    return dict(document)


def test_articles_sessions_and_boilerplate_have_their_spans_and_titles() -> None:
    found = told(ANALYSIS)
    assert found["doc_id"] == "a/b.txt"
    assert found["noise"] == [{"start": 10, "end": 11, "kind": "marks"}]
    first, second = found["articles"]
    assert (first["start"], first["end"], first["title"], first["agency"]) == (0, 27, "هُدى", "قنا")
    assert (first["city"], first["author"], first["date"], first["day"]) == ("عَمّان", "هُدى", "اليوم", "2024-03-01")
    assert (second["title"], second["agency"], second["hijri"], second["check"]) == (None, "", "", "")
    first, second = found["sessions"]
    assert (first["title"], first["label"], first["kind"]) == (TEXT[12:20], "أولى", "opening")
    assert (first["topics"], second["title"]) == (["الماء", "البئر"], None)


def test_a_speaker_stands_at_its_first_mention_and_its_other_words_are_aliases() -> None:
    first, second = told(ANALYSIS)["speakers"]
    assert (first["id"], first["start"], first["end"], first["aliases"]) == ("3", 5, 9, ["قالت"])
    assert (first["role"], first["honorific"], first["affiliation"], first["gender"], first["kind"]) == (
        "مديرة", "السيدة", "قنا", "f", "person",
    )  # fmt: skip
    assert (second["id"], second["aliases"]) == ("4", ["well"])


def test_attributions_name_speakers_as_the_speakers_are_named() -> None:
    first, second = told(ANALYSIS)["attributions"]
    assert first == {
        "start": 12, "end": 27, "speaker": "3", "via": "4", "kind": "paraphrase", "act": "warn", "cue": "قالت", "confidence": "likely",
        "reason": "named",
    }  # fmt: skip
    assert (second["speaker"], second["via"], second["cue"]) == ("4", None, None)
    assert told(ANALYSIS)["topics"] == ["الماء", "البئر"]


@settings(max_examples=60)
@given(analyses())
def test_every_attribution_is_by_a_speaker_and_a_line_is_the_document(analysis: Analysis) -> None:
    mentioned = [one._replace(mentions=one.mentions or (Span(0, 4),)) for one in analysis.speakers]
    analysis = analysis._replace(speakers=tuple(mentioned))
    found = told(analysis)
    assert {one["speaker"] for one in found["attributions"]} <= {one["id"] for one in found["speakers"]}
    for one, speaker in zip(found["speakers"], analysis.speakers, strict=True):
        assert {*one["aliases"], one["name"]} == {mention.cut(TEXT) for mention in speaker.mentions} | {speaker.name}
        assert one["aliases"] == sorted(set(one["aliases"]) - {one["name"]})
    line = document_line(Parsed("a/b.txt", TEXT, analysis))
    assert (json.loads(line), line.count("\n"), line[-1]) == (found, 1, "\n")


def test_several_documents_are_one_object_in_their_order_with_letters_as_they_are() -> None:
    items = [Parsed(name, TEXT, ANALYSIS) for name in ("ب", "أ")]
    text = dump(iter(items))
    assert [one["doc_id"] for one in json.loads(text)["documents"]] == ["ب", "أ"]
    assert text.endswith("}\n")
    assert "هُدى" in text
    assert json.loads(dump([])) == {"documents": []}
