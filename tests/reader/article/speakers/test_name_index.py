"""Who is meant by a name: as if all known persons were compared, the last one named first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.name_index import NameIndex
from reader.article.words.matching_keys import same_name

NAMES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=5).map(tuple)


class PlainNames:
    """The same by comparing everyone."""

    def __init__(self) -> None:
        self.by_last: dict[str, list[SpeakerDraft]] = {}
        self.by_first: dict[str, list[SpeakerDraft]] = {}

    def named(self, keys: tuple[str, ...]) -> SpeakerDraft | None:
        for entry in reversed(self.by_last.get(keys[-1], [])):
            if same_name(keys, entry.names):
                return entry
        for entry in reversed(self.by_first.get(keys[0], [])):
            if len(keys) == 1 or same_name(keys, entry.names):
                return entry
        return None

    def add(self, entry: SpeakerDraft, keys: tuple[str, ...]) -> None:
        for table, key in ((self.by_last, keys[-1]), (self.by_first, keys[0])):
            table[key] = [known for known in table.get(key, []) if known is not entry] + [entry]


@given(st.lists(NAMES, max_size=60), st.lists(NAMES, max_size=20))
def test_names_denote_whom_a_comparison_of_all_would_give(
    used: list[tuple[str, ...]], asked: list[tuple[str, ...]]
) -> None:
    index, plain = NameIndex(), PlainNames()
    entries: list[SpeakerDraft] = []
    for keys in used:
        entry = index.named(keys)
        assert entry is plain.named(keys)
        if entry is None:
            entry = SpeakerDraft(len(entries) + 1, "person")
            entries.append(entry)
        index.add(entry, keys)
        plain.add(entry, keys)
    for keys in [*used, *asked]:
        assert index.named(keys) is plain.named(keys)
        alike = [same_name(keys, entry.names) for entry in plain.by_first.get(keys[0], [])]
        assert (index.begins(keys[0]), index.begins_alike(keys)) == (bool(alike), any(alike))
        longer = [entry for entry in plain.by_last.get(keys[-1], []) if len(keys) <= len(entry.names)]
        assert index.contains(keys) == any(same_name(keys, entry.names) for entry in longer)


@pytest.mark.parametrize(("keys", "new"), [(("a", "b"), False), (("b",), True), (("a", "c", "b"), True)])
def test_a_name_is_new_if_longer_or_with_other_ends(keys: tuple[str, ...], new: bool) -> None:
    index, entry = NameIndex(), SpeakerDraft(1, "person")
    assert index.add(entry, ("a", "b"))
    assert index.add(entry, keys) == new
    assert not index.add(entry, keys)
