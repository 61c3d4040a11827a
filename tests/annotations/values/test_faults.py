"""A fault says its place first."""

from annotations.values.faults import Fault


def test_a_fault_in_words() -> None:
    assert str(Fault("documents[0].text", "it is empty")) == "documents[0].text: it is empty"
    assert str(Fault("", "it is empty")) == "file: it is empty"
