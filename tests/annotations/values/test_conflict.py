"""Which conflicts can be decided by keeping both texts."""

import pytest

from annotations.values.conflict import Conflict


@pytest.mark.parametrize(
    ("field", "both"),
    [("note", True), ("memo", True), ("description.ar", True), ("name.ar", False), ("bounds", False), ("value", False)],
)
def test_both_texts_can_be_kept_where_they_can_stand_one_below_the_other(field: str, both: bool) -> None:
    assert Conflict(1, "tag", 1, field, "لنا", "لهم", "a.db").can_keep_both is both
