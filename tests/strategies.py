"""Texts for property tests: Arabic news as it comes, with numbers, brackets, Latin, harakat and oddities."""

from hypothesis import strategies as st

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى"
HARAKAT = "\u064b\u064e\u0651\u0652\u0670"
WORDS = st.sampled_from(
    [
        "الأمن", "لا", "السلام", "لِلإِرهابِ", "مُحَمَّد", "والمؤامرات:", "/كوفيد- 19/", "بـ/التشفير/", "COVID-19", "F-16", "(قنا)",
        "«الدوحة»", "37%", "26/10/2021", "1,234.5", "٢٠٢١", "9:06", "م", "25", "ألف", "«", "»", ".", "،", "و", "عبد", "الله", "www.qna.org.qa",
        "😀", "ﷺ", "ـ", "\u200dه", "ن\u200cه", "—", "[1]", "{س}", "هٰذا", "ٱلله", "گچپژ", "ݐ", "don't", "\u064e", "3-1", "!", "؟",
    ]
)  # fmt: skip
RANDOM_WORD = st.text(LETTERS + HARAKAT + "0123456789()«»[]-./,%abcXYZ٠١٢", min_size=1, max_size=9)
PARAGRAPHS = (
    st.lists(st.one_of(WORDS, RANDOM_WORD), min_size=1, max_size=24).map(" ".join).filter(lambda t: bool(t.strip()))
)
WILD = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", exclude_categories=["Cs"]),
        st.sampled_from(LETTERS + HARAKAT + "\u200e\u200f\u202e\u2066\u2069\u200c\u200d \x1b\t"),
    ),
    min_size=1,
    max_size=60,
).map(str.strip).filter(bool)  # fmt: skip
