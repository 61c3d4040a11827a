"""The library's tables and columns, by the format version that introduced them."""

from typing import Any

# the tables whose changes are all written to the log during an act
LOGGED = (
    "tag", "annotation", "annotation_tag", "noise", "separator", "article", "article_line", "session", "speaker",
    "mention", "statement", "topic", "topic_place", "document", "attribute", "attribute_value", "coding", "person",
    "person_speaker", "conflict",
)  # fmt: skip

TABLES: dict[str, dict[str, type]] = {
    "coder": {"id": int, "name": str},
    "document": {
        "id": int, "name": str, "path": str, "title": str, "direction": str,
        "digest": str, "encoding": str, "length": int, "added": str,
    },
    "place": {"document": int, "top": int, "cursor": int, "folded": int, "opened": str},
    "block": {"id": int, "document": int, "number": int, "start": int, "byte_start": int, "text": str},
    "noise": {"id": int, "document": int, "start": int, "end": int, "kind": str, "origin": str},
    "separator": {"id": int, "document": int, "start": int, "end": int, "origin": str},
    "article": {
        "id": int, "document": int, "start": int, "end": int, "title_start": int, "title_end": int,
        "agency": str, "city": str, "date": str, "origin": str,
    },
    "article_line": {"id": int, "article": int, "kind": str, "start": int, "end": int},
    "session": {
        "id": int, "document": int, "number": int, "start": int, "end": int, "kind": str, "label": str,
        "title_start": int, "title_end": int, "topics": str, "origin": str,
    },
    "speaker": {
        "id": int, "document": int, "number": int, "name": str, "kind": str, "role": str, "honorific": str, "origin": str,
    },
    "mention": {"id": int, "speaker": int, "start": int, "end": int},
    "statement": {
        "id": int, "document": int, "speaker": int, "start": int, "end": int, "kind": str,
        "cue_start": int, "cue_end": int, "confidence": str, "origin": str,
    },
    "topic": {"id": int, "document": int, "text": str, "origin": str},
    "topic_place": {"id": int, "topic": int, "start": int, "end": int},
    "tag": {"id": int, "slot": int, "name_ar": str, "name_en": str, "color": int, "description_ar": str, "description_en": str},
    "annotation": {
        "id": int, "document": int, "start": int, "end": int, "quote": str, "prefix": str, "suffix": str,
        "note": str, "coder": int, "created": str, "changed": str,
    },
    "annotation_tag": {"id": int, "annotation": int, "tag": int},
    "act": {"id": int, "kind": str, "label": str, "coder": int, "at": str, "state": str, "target": int, "document": int},
    "change": {"id": int, "act": int, "tbl": str, "row": int, "before": str, "after": str},
    "current": {"id": int, "act": int},
}  # fmt: skip

# added by the second version: further output of the parser, and corrections made by people
CORRECTED: dict[str, dict[str, type]] = {
    "noise": {"gone": int},
    "article": {"author": str, "day": str, "hijri": str, "check": str},
    "session": {"gone": int},
    "speaker": {"affiliation": str, "gender": str, "gone": int, "known_as": str, "same_as": int},
    "statement": {"reason": str, "act": str, "via": int, "gone": int},
    "topic": {"gone": int, "known_as": str, "same_as": int},
}

# added by the third version: the craft of annotating. uid: identifier across libraries.
# tag.gone with same_as: merged into another; annotation.placed: exact, moved, guessed or lost, after its text changed.
CRAFT: dict[str, dict[str, type]] = {
    "tag": {"uid": str, "parent": int, "retired": int, "gone": int, "same_as": int, "memo": str},
    "annotation": {"uid": str, "placed": str},
    "document": {"project": str, "memo": str, "gone": int, "follows": int, "coded": int},
    "act": {"about": str},
}
# a coding belongs to a document, a statement (document and span) or a person; unused columns are 0
CRAFT_TABLES: dict[str, dict[str, type]] = {
    "attribute": {"id": int, "uid": str, "scope": str, "name_ar": str, "name_en": str, "gone": int},
    "attribute_value": {"id": int, "uid": str, "attribute": int, "number": int, "name_ar": str, "name_en": str},
    "coding": {
        "id": int, "attribute": int, "value": int, "coder": int, "document": int, "start": int, "end": int, "person": int, "at": str,
    },
    "person": {"id": int, "uid": str, "name": str, "gone": int},
    "person_speaker": {"id": int, "person": int, "document": int, "speaker": int},
    "conflict": {
        "id": int, "tbl": str, "row": int, "field": str, "mine": str, "theirs": str, "source": str, "state": str,
    },
    "paragraph": {"id": int, "document": int, "start": int, "end": int},
}  # fmt: skip

# the fifth version: what a large text is opened by. A stretch is a part of a large text that is analysed by itself; a
# file's stamp names the document made from its bytes; body_count holds the paragraphs before each 64 K code points
LARGE_TABLES: dict[str, dict[str, type]] = {
    "stretch": {"id": int, "document": int, "start": int, "end": int},
    "stamp": {"id": int, "path": str, "device": int, "inode": int, "size": int, "mtime": int, "document": int},
    "body_count": {"id": int, "document": int, "number": int, "bodies": int, "act": int},
}
LARGE_INDEXES = {
    "noise": [["document", "start"]], "separator": [["document", "start"]], "article": [["document", "start"]],
    "article_line": [["article", "start"]], "session": [["document", "start", "gone"]], "mention": [["speaker", "start"]],
    "topic_place": [["topic", "start"]], "speaker": [["document", "known_as"]], "topic": [["document", "known_as"]],
}  # fmt: skip

NOTHING: dict[type, Any] = {int: 0, str: ""}

FOREIGN: dict[str, dict[str, str]] = {
    "place": {"document": "document"}, "block": {"document": "document"}, "noise": {"document": "document"},
    "separator": {"document": "document"}, "article": {"document": "document"}, "article_line": {"article": "article"},
    "session": {"document": "document"}, "speaker": {"document": "document"}, "mention": {"speaker": "speaker"},
    "statement": {"document": "document", "speaker": "speaker"}, "topic": {"document": "document"},
    "topic_place": {"topic": "topic"}, "annotation": {"document": "document", "coder": "coder"},
    "annotation_tag": {"annotation": "annotation", "tag": "tag"}, "stretch": {"document": "document"},
    "stamp": {"document": "document"}, "body_count": {"document": "document"}, "act": {"coder": "coder"}, "change": {"act": "act"},
}  # fmt: skip
UNIQUE = {
    "coder": ["name"], "document": ["digest"], "annotation_tag": ["annotation", "tag"],
    "coding": ["attribute", "coder", "document", "start", "end", "person"], "person_speaker": ["document", "speaker"],
    "stretch": ["document", "start"], "stamp": ["path"], "body_count": ["document", "number"],
}  # fmt: skip
INDEXED = {
    "change": [["act"], ["tbl", "row"]], "annotation": [["document", "start"]], "block": [["document", "start"]],
    "mention": [["speaker"]], "act": [["state", "document"]], "paragraph": [["document", "start"]], "coding": [["document", "start"]],
    "attribute_value": [["attribute"]], "person_speaker": [["person"]],
}  # fmt: skip
# indexes on tables created by earlier versions
CRAFT_INDEXES = {
    "annotation": [["uid"], ["coder"], ["document", "start", "end", "placed"]], "annotation_tag": [["tag"]], "statement": [["document", "start"]],
    "speaker": [["document", "number"]], "act": [["coder", "state"]],
}  # fmt: skip


# the fourth version: indexes for what is asked of a large library
NAMES_INDEXES = {
    "noise": [["document"]], "separator": [["document"]], "article": [["document"]], "article_line": [["article"]],
    "session": [["document"]], "topic": [["document"]], "topic_place": [["topic"]], "statement": [["speaker"], ["via"]],
    "document": [["path"]], "conflict": [["state"]], "act": [["document"], ["document", "label"]],
}  # fmt: skip
# words by language, as JSON, in the place of a column for each language
LOCALIZED = {"tag": ("name", "description"), "attribute": ("name",), "attribute_value": ("name",)}
