"""Errors in the interface's language, with the reason of the operating system in its words."""

import errno

import pytest

from annotations.errors import AnnotationGone, OutputError, UnknownTag
from reader.language.explain import explain, message_of
from reader.language.i18n import plain, set_language


@pytest.mark.parametrize(("language", "words"), [("en", "no room is left"), ("ar", "لا مساحة")])
def test_the_reason_is_said_in_the_interfaces_words(language: str, words: str) -> None:
    set_language(language)
    error = OutputError(path="a.csv", reason="No space left on device")
    error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    told = plain(explain(error))
    assert "a.csv" in told
    assert "device" not in told
    assert words[:3] in told


def test_a_message_and_its_remedy_are_two_sentences() -> None:
    assert (
        plain(explain(UnknownTag(name="حق"))) == "The codebook has no tag حق. See the tags with `hashiya list --tags`."
    )
    assert message_of(AnnotationGone()) == "This annotation was removed in the meantime."
