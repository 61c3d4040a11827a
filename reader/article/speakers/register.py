"""The speakers of a document: who is the same person, what each is called, and where each is mentioned."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reader.article.speakers.draft import SpeakerDraft
from reader.article.speakers.name_index import NameIndex
from reader.article.speakers.names import is_given
from reader.article.speakers.phrase import SpeakerPhrase
from reader.article.speakers.role_index import RoleIndex
from reader.article.words.lexicon import fold, words
from reader.article.words.matching_keys import head_key, name_keys, role_keys
from reader.article.words.tokens import Token, cover


class Register:
    """Finds the speaker that a phrase names, or adds a new one."""

    def __init__(self, text: str) -> None:
        """Create an empty register for the speakers of `text`."""
        self._text = text
        self.entries: list[SpeakerDraft] = []
        self._names = NameIndex()
        self._roles = RoleIndex()
        self._by_head: dict[tuple[str, str], SpeakerDraft] = {}  # other speakers by kind and head, the last one of each
        self._proper: dict[str, SpeakerDraft] = {}
        self._places: list[tuple[int, SpeakerDraft]] = []
        self._by_noun: dict[tuple[str, str], SpeakerDraft] = {}
        self.names_known = 0  # counts every change in which names are known

    def is_name(self, found: Sequence[Token], source: SpeakerPhrase) -> bool:
        """Return whether a name is that of a known person: a given or family name, or part of a longer name."""
        keys = name_keys(found, *source.name)
        if len(keys) == 1 and is_given(found[source.name[0]]) and self._names.begins(keys[0]):
            return True
        return self._names.contains(keys)

    def is_known_noun(self, found: Sequence[Token], source: SpeakerPhrase) -> bool:
        """Return whether an organisation, a group or an unnamed source has already been named as a speaker."""
        first = found[source.name[0]].word
        headed = first.article and (source.kind, head_key(first.stem)) in self._by_head
        return headed or self._noun_key(found, source) in self._by_noun

    def has_speaker(self) -> bool:
        """Return whether there is any speaker yet."""
        return bool(self._by_noun) or any(entry.mentions for entry in self.entries)

    def alias(self, token: Token) -> bool:
        """Return whether a word is the proper name of an organisation known by a longer name (فيتش)."""
        return token.key in self._proper

    def _noun_key(self, found: Sequence[Token], source: SpeakerPhrase) -> tuple[str, str]:
        keys = [token.key for token in found[source.name[0] : source.name[1]]]
        first = found[source.name[0]].word
        keys[0] = ("ال" if first.article else "") + first.stem
        return source.kind, " ".join(keys)

    def _written(self, found: Sequence[Token], start: int, end: int) -> str:
        """Return the words as written, without a proclitic و or ف on the first and with an open « closed."""
        first = found[start]
        span = cover(found, start, end)
        whole = first.letters + self._text[first.end : span.end]
        if first.letters != self._text[first.start : first.end]:
            whole = first.letters + self._text[first.start + len(first.letters) : span.end]
        if first.word.lead and whole[0] in "وف":
            whole = whole[1:]
        if "«" in whole and "»" not in whole:
            whole += "»"
        return whole

    def entry(self, number: int) -> SpeakerDraft:
        """Return the entry with this number, counting from 1."""
        return self.entries[number - 1]

    def _add(self, kind: str) -> SpeakerDraft:
        self.entries.append(SpeakerDraft(len(self.entries) + 1, kind))
        return self.entries[-1]

    def runs_on(self, found: Sequence[Token], source: SpeakerPhrase) -> bool:
        """Return whether a two-word name is a known first name followed by an object (منير الطريق)."""
        start, end = source.name
        if (
            end - start != 2
            or source.start < start
            or not found[start + 1].word.article
            or "nisba" in found[start + 1].word.kinds
        ):
            return False
        keys = name_keys(found, start, end)
        known = self._names.begins(keys[0]) and not found[end - 1].key.endswith("ي")
        return known and not self._names.begins_alike(keys)

    # persons by name

    def add_person(self, found: Sequence[Token], source: SpeakerPhrase) -> SpeakerDraft:
        """Return the entry of a person mentioned by name, updated with what the phrase says; add one if needed."""
        if self.runs_on(found, source):
            source = source._replace(name=(source.name[0], source.name[0] + 1))
        keys = name_keys(found, *source.name)
        entry = self._names.named(keys) or self._add("person")
        span = cover(found, *source.name)
        if len(keys) > len(entry.names):
            entry.name = self._written(found, *source.name)
        self.names_known += self._names.add(entry, keys)
        if span not in entry.mentions:
            insort(self._places, (span.start, entry), key=itemgetter(0))
        entry.mentions.add(span)
        if source.honorific[0] < source.honorific[1]:
            entry.honorific = entry.honorific or cover(found, *source.honorific).cut(self._text)
            if found[source.honorific[0]].key.endswith("ه") and found[source.honorific[0]].key not in (
                "سعاده",
                "جلاله",
                "فخامه",
                "سماحه",
                "فضيله",
                "غبطه",
                "نيافه",
                "قداسه",
                "عطوفه",
                "ايه",
            ):
                self._roles.set_gender(entry, "f")
            if any(found[i].key in _FEMALE for i in range(*source.honorific)):
                self._roles.set_gender(entry, "f")
        if source.role[0] < source.role[1]:
            aside = source.role[0] > 0 and found[source.role[0] - 1].key in ("وهو", "وهي")
            self._give_role(entry, found, *source.role, aside=aside)
        return entry

    def _give_role(
        self, entry: SpeakerDraft, found: Sequence[Token], start: int, end: int, *, aside: bool = False
    ) -> None:
        """Add a role. aside: whether it is mentioned in passing (وهو سائق); such a role never replaces another."""
        keys = role_keys(found, start, end)
        words = cover(found, start, end).cut(self._text)
        if len(words) > len(entry.role) and not (aside and entry.role):
            entry.role = words
        entry.role_head = entry.role_head or keys[0]
        if not entry.gender:
            self._roles.set_gender(entry, "f" if found[start].key.endswith("ه") else "m")
        self._roles.add(entry, keys[0], keys)

    def latest(self, before: int, reach: int = 24) -> Iterator[SpeakerDraft]:
        """Yield the persons named before an offset, most recent first, looking at the last `reach` mentions."""
        at = bisect_left(self._places, before, key=itemgetter(0))
        seen: set[int] = set()
        for _, entry in reversed(self._places[max(0, at - reach) : at]):
            if entry.number not in seen:
                seen.add(entry.number)
                yield entry

    def chairs(self, entry: SpeakerDraft, before: Sequence[Token]) -> None:
        """Record that a person chairs the organisation mentioned before the name (عقدت اللجنة ... برئاسة فلان)."""
        houses = {role_keys([token], 0, 1)[0] for token in before if "org_heads" in token.word.kinds}
        entry.role_head = entry.role_head or _PRESIDENT
        self._roles.add(entry, _PRESIDENT, (_PRESIDENT, *houses))

    # other speakers

    def _by_title(self, found: Sequence[Token], source: SpeakerPhrase, current: int | None) -> SpeakerDraft | None:
        keys = role_keys(found, *source.role)
        feminine = found[source.role[0]].key.endswith("ه")
        speaking = self.entry(current) if current is not None else None
        for length in range(len(keys), 0, -1):
            if length < len(keys) and length == 1 and not found[source.role[0]].word.article:
                break
            dropped = found[source.role[0] + length] if length < len(keys) else None
            if dropped is not None and "nisba" in dropped.word.kinds and length == 1:
                break
            entry = self._roles.holder(keys[:length], speaking, feminine=feminine)
            if entry is not None:
                return entry
        return None

    def title(self, found: Sequence[Token], source: SpeakerPhrase, current: int | None) -> SpeakerDraft:
        """Return the person whom a role alone denotes, adding one if nobody known holds the role."""
        entry = self._by_title(found, source, current)
        span = cover(found, *source.role)
        if entry is None and found[source.role[0]].word.article:
            entry = self._by_head.get(("unnamed", head_key(found[source.role[0]].word.stem)))
        length = len(source_words(found, source))
        whose = length > 1 and found[source.role[0]].word.stem in words("spokes")  # المتحدث باسم الرئاسة is nobody else
        if entry is None and found[source.role[0]].word.article and length <= 3 and not whose:
            entry = self._last_such(found[source.role[0]], span.start)
        if entry is None:
            entry = self._add("person")
            entry.name, entry.titled = span.cut(self._text), True
            entry.names = ()
            self._give_role(entry, found, *source.role)
            entry.role = ""
        entry.mentions.add(span)
        return entry

    def _last_such(self, head: Token, before: int) -> SpeakerDraft | None:
        """Return the last named person whom a general noun such as المسؤولة may denote, by gender, or None."""
        if head.word.kinds.isdisjoint({"unnamed", "human_nouns", "groups"}) and head.word.stem not in _GENERAL:
            return None
        feminine = head.key.endswith("ه")
        for entry in self.latest(before, 4):
            if (entry.gender == "f") == feminine or (not entry.gender and not feminine):
                return entry
        return None

    def noun(self, found: Sequence[Token], source: SpeakerPhrase, current: int | None) -> SpeakerDraft:
        """Return the organisation, group or unnamed source that a noun phrase names."""
        span = cover(found, *source.name)
        first = found[source.name[0]].word
        if "human_nouns" in first.kinds and first.article:
            person = self._last_such(found[source.name[0]], span.start)
            if person is not None:
                person.mentions.add(span)
                return person
        key = self._noun_key(found, source)
        entry = self._by_noun.get(key) or self._shorter(key)
        if entry is None and source.kind == "org" and key[1] in self._proper:
            entry = self._proper[key[1]]
        if entry is None and source.name[1] - source.name[0] <= 2 and first.article:
            entry = self._known_head(source.kind, head_key(first.stem), current)
        if entry is None:
            entry = self._add(source.kind)
            entry.name = self._written(found, *source.name)
            entry.role_head = head_key(first.stem)
            self._by_head[source.kind, entry.role_head] = entry
            for token in found[source.name[0] + 1 : source.name[1]]:
                if (
                    source.kind == "org"
                    and not token.word.kinds
                    and not token.word.article
                    and not token.word.lead
                    and len(token.key) > 2
                ):
                    self._proper.setdefault(token.key, entry)
        self._by_noun[key] = entry
        entry.mentions.add(span)
        return entry

    def _shorter(self, key: tuple[str, str]) -> SpeakerDraft | None:
        """Return the organisation known by the first words of an overlong phrase (وزارة المالية النسبة), or None."""
        keys = key[1].split()
        for length in range(len(keys) - 1, 1, -1):
            entry = self._by_noun.get((key[0], " ".join(keys[:length])))
            if entry is not None and key[0] == "org":
                return entry
        return None

    def _known_head(self, kind: str, stem: str, current: int | None) -> SpeakerDraft | None:
        if current is not None and self.entry(current).kind == kind and self.entry(current).role_head == stem:
            return self.entry(current)
        unnamed = self._by_head.get(("unnamed", stem)) if kind == "group" else None
        return self._by_head.get((kind, stem)) or unnamed


_PRESIDENT = fold("رئيس")
_GENERAL = frozenset(
    (
        "مدرب",
        "محامي",
        "طبيب",
        "طبيبه",
        "خبير",
        "خبيره",
        "باحث",
        "باحثه",
        "كاتب",
        "كاتبه",
        "فنان",
        "فنانه",
        "مخرج",
        "مخرجه",
        fold("نائب"),
        fold("نائبة"),
        "عالم",
        "عالمه",
        "استاذ",
        "استاذه",
        "ناشط",
        "ناشطه",
    )
)


def source_words(found: Sequence[Token], source: SpeakerPhrase) -> Sequence[Token]:
    """Return the words of a phrase's role."""
    return found[source.role[0] : source.role[1]]


_FEMALE = frozenset(
    (
        "السيده",
        "الدكتوره",
        "دكتوره",
        "الشيخه",
        "الاميره",
        "الاستاذه",
        "المهندسه",
        "صاحبه",
        "الاعلاميه",
        "الشاعره",
        "القاضيه",
        "المستشاره",
        "الفنانه",
    )
)
