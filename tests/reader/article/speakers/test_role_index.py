"""Who is meant by a role: as if all holders were compared, the current speaker and then the last one named first."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.role_index import RoleIndex

KEYS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4)
USED = st.lists(st.tuples(st.integers(0, 4), KEYS, st.sampled_from(["", "f", "m"])), max_size=50)
ASKED = st.lists(st.tuples(st.none() | st.integers(0, 4), KEYS, st.booleans()), max_size=20)


def fits(entry: SpeakerDraft, keys: list[str], *, feminine: bool) -> bool:
    wrong = entry.gender == "m" if feminine else entry.gender == "f" and len(keys) == 1
    return set(keys) <= entry.roles and not wrong


@given(USED, ASKED)
def test_roles_denote_whom_a_comparison_of_all_would_give(
    used: list[tuple[int, list[str], str]], asked: list[tuple[int | None, list[str], bool]]
) -> None:
    index = RoleIndex()
    entries = [SpeakerDraft(number, "person") for number in range(5)]
    plain: dict[str, list[SpeakerDraft]] = {}
    for number, keys, gender in used:
        if gender:
            index.set_gender(entries[number], gender)
        index.add(entries[number], keys[0], keys)
        plain[keys[0]] = [e for e in plain.get(keys[0], []) if e is not entries[number]] + [entries[number]]
    for speaking, keys, feminine in asked:
        current = None if speaking is None else entries[speaking]
        holders = plain.get(keys[0], [])
        order = [*([current] if current in holders and current is not None else []), *reversed(holders)]
        expected = next((entry for entry in order if fits(entry, keys, feminine=feminine)), None)
        assert index.holder(keys, current, feminine=feminine) is expected


def test_the_words_of_one_person_s_roles_are_bounded() -> None:
    index, entry = RoleIndex(), SpeakerDraft(1, "person")
    for number in range(1000):
        index.add(entry, "a", ["a", str(number)])
    assert 400 <= len(entry.roles) < 420
    assert index.holder(["a"], None, feminine=False) is entry
