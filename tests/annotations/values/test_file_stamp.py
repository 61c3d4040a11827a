"""A file that was touched, replaced or moved does not look as before."""

import os

from annotations.values.file_stamp import stamp_of


def test_a_stamp_is_that_of_the_file_and_changes_with_it(tmp_path: os.PathLike[str]) -> None:
    path, other = os.path.join(tmp_path, "a.txt"), os.path.join(tmp_path, "b.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("نص")
    os.utime(path, ns=(1, 1_000_000_001))
    first = stamp_of(path)
    assert (first.path, first.size, first.mtime) == (os.path.realpath(path), 4, 1_000_000_001)
    os.symlink(path, other)
    assert stamp_of(other) == first  # a link is its file
    os.utime(path, ns=(1, 1_000_000_002))
    assert stamp_of(path) != first
    os.utime(path, ns=(1, 1_000_000_001))
    assert stamp_of(path) == first
    with open(f"{path}.new", "w", encoding="utf-8") as file:
        file.write("سس")
    os.utime(f"{path}.new", ns=(1, 1_000_000_001))
    os.replace(f"{path}.new", path)  # same size and time, another inode
    assert stamp_of(path) != first
