"""Writing a new document: its text in blocks, its analysis and its words for the search."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from annotations.store.analysis_writer import Rows, write_analysis
from annotations.store.document_rows import id_by_digest
from annotations.store.rows import insert, now, update
from annotations.store.stretch_rows import begin_stretches
from annotations.store.transaction import transaction
from annotations.store.word_index import index_document
from annotations.values.analysis import Analysis
from annotations.values.long_text import BLOCK


def blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the blocks in which a text is stored: start in code points, start in UTF-8 bytes, text."""
    byte_start = 0
    for start in range(0, len(text), BLOCK):
        part = text[start : start + BLOCK]
        yield start, byte_start, part
        byte_start += len(part.encode())


def add_document(db: sqlite3.Connection, text: str, analysis: Analysis, row: dict[str, Any]) -> int:
    """Write a document in a transaction of its own, as `write_document` does."""
    with transaction(db):
        return write_document(db, text, analysis, row)


def write_document(db: sqlite3.Connection, text: str, analysis: Analysis, row: dict[str, Any]) -> int:
    """Write a document, its text, analysis and index, still hidden, within a transaction; return its id.

    Nothing is written if a document with its digest already exists.
    """
    found = id_by_digest(db, row["digest"])
    if found:
        return found
    document = insert(db, "document", {**row, "length": len(text), "added": now(), "gone": 1})
    for number, (start, byte_start, part) in enumerate(blocks(text)):
        place = {"document": document, "number": number, "start": start, "byte_start": byte_start}
        insert(db, "block", {**place, "text": part})
    write_analysis(Rows(db, document), analysis)
    index_document(db, document)
    return document


def write_large(db: sqlite3.Connection, parts: Iterable[str], row: dict[str, Any]) -> int:
    """Write a large document, still hidden and not analysed, within a transaction; return its id.

    parts: its text in blocks of BLOCK code points, the last one shorter.
    """
    found = id_by_digest(db, row["digest"])
    if found:
        return found
    document = insert(db, "document", {**row, "length": 0, "added": now(), "gone": 1})
    start = byte_start = 0
    for number, part in enumerate(parts):
        place = {"document": document, "number": number, "start": start, "byte_start": byte_start}
        insert(db, "block", {**place, "text": part})
        start, byte_start = start + len(part), byte_start + len(part.encode())
    update(db, "document", document, {"length": start})
    begin_stretches(db, document)
    return document
