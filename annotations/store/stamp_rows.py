"""The rows by which a file that was read before is known again from its path, inode, size and time."""

import sqlite3

from annotations.store.document_rows import document_of
from annotations.values.file_stamp import FileStamp
from annotations.values.model import Document


def stamped(db: sqlite3.Connection, stamp: FileStamp) -> Document | None:
    """Return the document made from the file that looks like this, or None."""
    row = db.execute(
        "SELECT document FROM stamp JOIN document ON document.id = document AND NOT gone WHERE "
        "stamp.path = ? AND device = ? AND inode = ? AND size = ? AND mtime = ?",
        stamp,
    ).fetchone()
    return None if row is None else document_of(db, row["document"])


def keep_stamp(db: sqlite3.Connection, document: int, stamp: FileStamp) -> None:
    """Remember what the file of a document looks like."""
    db.execute(
        "INSERT INTO stamp (path, device, inode, size, mtime, document) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO "
        "UPDATE SET device = excluded.device, inode = excluded.inode, size = excluded.size, mtime = excluded.mtime, "
        "document = excluded.document WHERE (device, inode, size, mtime, document) != "
        "(excluded.device, excluded.inode, excluded.size, excluded.mtime, excluded.document)",
        (*stamp, document),
    )
