"""Plain text in any encoding."""

from reader.text.decode import decode

read = decode
