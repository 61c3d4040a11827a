"""The same as .txt."""

from reader.sources.types import txt

read = txt.read
