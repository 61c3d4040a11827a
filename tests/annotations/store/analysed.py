"""A library in memory with the analysed document of the corrections, for tests of the store's rows."""

import sqlite3

from annotations.store.annotation_rows import coder_id
from annotations.store.new_document import add_document
from tests.annotations.corrections.test_corrections import ANALYSIS, TEXT

FACTS = {"name": "n", "path": "/x", "title": "نص", "direction": "R", "encoding": "utf-8"}


def analysed_document(db: sqlite3.Connection, digest: str = "1") -> int:
    """Add the document, shown, with the coders هند and سالم, and return its id."""
    for name in ("هند", "سالم"):
        coder_id(db, name)
    number = add_document(db, TEXT, ANALYSIS, {**FACTS, "digest": digest})
    db.execute("UPDATE document SET gone = 0")
    return number
