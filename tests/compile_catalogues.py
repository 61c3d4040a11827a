"""Compile the catalogues: run after a change of a .po file (python tests/compile_catalogues.py)."""

import io
import os

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "reader", "language", "locale")


def compiled(language: str) -> bytes:
    """Return what the .mo file of a language must hold."""
    with open(os.path.join(LOCALE, language, "LC_MESSAGES", "hashiya.po"), "rb") as file:
        catalogue = read_po(file)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


if __name__ == "__main__":
    for name in ("ar",):
        with open(os.path.join(LOCALE, name, "LC_MESSAGES", "hashiya.mo"), "wb") as target:
            target.write(compiled(name))
