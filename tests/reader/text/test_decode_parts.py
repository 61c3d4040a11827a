"""A text decoded piece by piece is the text decoded at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FileEmpty, FileIsBinary
from reader.text.decode import decode
from reader.text.decode_parts import NotUtf8, decode_parts

MARKED = ("utf-8-sig", "utf-16", "utf-32", "utf-8")


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(
    st.text("اب\r\n😀x \ufeff", min_size=1, max_size=60).filter(lambda text: bool(text.strip("\ufeff").strip())),
    st.sampled_from(MARKED),
    st.integers(4, 20),
    st.integers(1, 9),
)
def test_parts_are_of_the_size_asked_for_and_make_the_text(text: str, encoding: str, piece: int, size: int) -> None:
    data = text.encode(encoding)
    wanted = decode(data, "x")
    named, parts = decode_parts(pieces(data, piece), "x", size)
    found = list(parts)
    assert (named, "".join(found)) == (wanted.encoding, wanted.text)
    assert {len(part) for part in found[:-1]} <= {size}
    assert 1 <= len(found[-1]) <= size


def test_what_is_no_text_or_no_utf8_or_blank_is_said() -> None:
    with pytest.raises(FileIsBinary):
        decode_parts([b"\0\1\2" * 50], "x", 8)
    with pytest.raises(NotUtf8):
        list(decode_parts(["سلام".encode("cp1256")], "x", 8)[1])
    with pytest.raises(NotUtf8):  # a letter that the file's end cuts
        list(decode_parts(["سلام".encode()[:-1]], "x", 8)[1])
    for blank in ([], [b" \n", b"\t"]):
        with pytest.raises(FileEmpty):
            list(decode_parts(blank, "x", 8)[1])
