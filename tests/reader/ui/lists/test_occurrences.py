"""All the same across the library: every place of every text, at each level, however many paragraphs hold it."""

import os

from annotations.library import Library
from annotations.values.analysis import Analysis
from reader.text.occurrences import CLITICS, ENDINGS, PRONOUNS
from reader.text.search import SPELLINGS, every_place
from reader.ui.lists.occurrences import in_library
from tests.annotations.acts.test_acts import add


def test_other_spellings_in_a_text_and_in_the_library(tmp_path: os.PathLike[str]) -> None:
    text = "أمريكا والأميركيون، وبأميركا؛ سورية وسوريا. أمير"
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        add(library, text, Analysis(), "1", "/x/1.txt")
        for query, forms in (("أمريكا", ["أمريكا", "وبأميركا"]), ("سوريا", ["سورية", "وسوريا"])):
            found = in_library(library, query, SPELLINGS)
            assert [p.occurrence.form for p in found] == forms
            assert [p.occurrence.doubt for p in found] == ["", ""]
            assert every_place(text, query, SPELLINGS) == [p.occurrence for p in found]


def test_every_place_of_the_library(tmp_path: os.PathLike[str]) -> None:
    long = "\n".join(f"سطر {n} عن وزارة الماء" for n in range(1_200))
    with Library(os.path.join(tmp_path, "l.db"), "سارة") as library:
        one = add(library, long, Analysis(), "1", "/x/1.txt")
        two = add(library, "وقال إن وزارته تعمل.\nووزاراتهم أيضا.", Analysis(), "2", "/x/2.txt")
        gone = add(library, "وزارة محذوفة", Analysis(), "3", "/x/3.txt")
        library.document_acts.delete(gone)
        for level, more in ((CLITICS, []), (PRONOUNS, ["وزارته"]), (ENDINGS, ["وزارته", "ووزاراتهم"])):
            found = in_library(library, "وزارة", level)
            assert [p.document for p in found] == [one] * 1_200 + [two] * len(more)
            assert [p.occurrence.form for p in found[1_200:]] == more
            assert all(p.occurrence.span.cut(library.text(p.document)) for p in found)
        assert (found[0].before, found[0].after) == ("سطر 0 عن", "الماء")
        assert len(in_library(library, "وزارة", CLITICS, 100)) == 101
        assert in_library(library, "نفط", ENDINGS) == []
