"""The words that introduce reported speech: verbs, participles, بحسب and قوله, distinguished from their homographs."""

from typing import NamedTuple

from annotations.values.spans import Span
from reader.article.speakers.find_phrase import phrase_at
from reader.article.words.lexicon import Word, words
from reader.article.words.sentence import Sentence
from reader.article.words.verbs import Cue

_REACH = 22  # words within which أن, a colon or a quotation must follow its verb
_NEAR = 12  # likewise for a preposition
_CLOSE = 5  # likewise for أن and the like after a participle
_NEGATIONS = frozenset(("لم", "لن", "لا"))
_JOINED = frozenset("بل")
_DAMMA = "\u064f"
_SHADDA = frozenset("\u0651")
_BEFORE_THAT = frozenset(
    ("قبل", "بعد", "دون", "منذ", "بدون", "قبيل", "غير", "حتي", "الا", "بمجرد", "بدل", "شرط", "بشرط")
)
_PRONOUNS = ("ه", "ها", "هم")
_ADVERBS = frozenset(("ردا", "تعليقا", "تعقيبا"))


class FoundCue(NamedTuple):
    """A cue at a word index. form: verb, participle, source (بحسب) or noun (قوله)."""

    at: int
    form: str
    cue: Cue


_SO_SAID = frozenset(("العباره", "الكلمات", "هكذا", "الجمله"))
_SAY = Cue("say", participle=False)
_BY = Cue("assert", participle=False)


def _that_follows(sentence: Sentence, at: int) -> bool:
    """Return whether أن, a colon or a quotation follows the verb at `at` within reach, or a quotation precedes it."""
    if sentence.first_quoted < at:
        return True
    found = sentence.words
    cue = found[at].word.cue
    reach = _CLOSE if cue is not None and cue.participle else _REACH
    return any(
        sentence.opens(i) or ("that" in found[i].word.kinds and found[i - 1].key not in _BEFORE_THAT)
        for i in range(at + 1, min(at + reach, len(found)))
    )


def _is_mark(word: Word, mark: str) -> bool:
    """Return whether a word satisfies a mark of verbs.tsv: the mark itself, with a pronoun, or the prefix ب or ل."""
    if mark in _JOINED:
        return word.prep == mark or (word.key.startswith(mark) and len(word.key) > 3 and not word.kinds)
    return word.key in (mark, f"ب{mark}") or any(word.key == mark + end for end in _PRONOUNS)


def _follows(sentence: Sentence, at: int, mark: str) -> bool:
    """Return whether a mark of verbs.tsv follows the verb at `at` within reach."""
    found = sentence.words
    if mark == "neg":
        return at > 0 and found[at - 1].word.stem in _NEGATIONS
    if mark == "that":
        return _that_follows(sentence, at)
    if mark.endswith("1"):
        source = phrase_at(found, at + 1, len(found))
        return any(
            i < len(found) and found[i].key.startswith(mark[0]) for i in (at + 1, source.end if source else at + 1)
        )
    return any(_is_mark(found[i].word, mark) for i in range(at + 1, min(at + _NEAR, len(found))))


def _satisfied(sentence: Sentence, at: int, cue: Cue) -> bool:
    if not cue.needs:
        return True
    if any(_follows(sentence, at, mark.rstrip("!")) for mark in cue.needs):
        return True
    if all(mark.endswith("!") for mark in cue.needs) or cue.participle:
        return False
    return phrase_at(sentence.words, at + 1, len(sentence.words)) is not None


def _governed(sentence: Sentence, at: int) -> bool:
    """Return whether the word stands where only a noun can: after a preposition, or negated."""
    if at == 0:
        return False
    token, before = sentence.words[at], sentence.words[at - 1]
    if token.word.lead or token.after_comma:
        return False
    if before.word.stem in _NEGATIONS and not before.word.article:
        return not token.key.endswith("ستبعد") and "neg!" not in (token.word.cue.needs if token.word.cue else ())
    return ("prepositions" in before.word.kinds and before.key not in ("على", "علي")) or (
        before.word.prep != "" and before.word.article
    )


def _participle(sentence: Sentence, at: int) -> bool:
    token = sentence.words[at]
    introduced = token.after_comma or token.word.lead == "و" or at == 0
    if token.key.endswith(("ات", "ه")) and not introduced:
        return _brings(sentence, at) and not sentence.words[at - 1].word.article
    return introduced or _brings(sentence, at)


def _brings(sentence: Sentence, at: int) -> bool:
    """Return whether the reported speech begins right after the word."""
    if at + 1 >= len(sentence.words):
        return False
    after = sentence.words[at + 1]
    return sentence.opens(at + 1) or bool(after.word.kinds & {"that", "prepositions"})


def _names_whose(sentence: Sentence, at: int) -> bool:
    """Return whether a word for speech or opinion precedes its speaker, as in «في رأي فلان» or «على لسان فلان»."""
    before = sentence.words[at - 1].word.stem if at else ""
    placed = before in ("في", "حد", "علي", "وجهه") or sentence.words[at].word.prep == "ب"
    if sentence.words[at].word.owned and placed:
        return True
    if (
        at + 1 < len(sentence.words)
        and sentence.words[at].word.stem == "حديث"
        and sentence.words[at + 1].word.prep == "ل"
    ):
        return False  # في حديث للجزيرة: the addressee
    return placed and at + 1 < len(sentence.words) and "that" not in sentence.words[at + 1].word.kinds


def _noun_cue(sentence: Sentence, at: int) -> FoundCue | None:
    """Return a cue other than a reporting verb: بحسب, قوله, في رأي, جاء في بيان, or any verb after «بهذه العبارة»."""
    word = sentence.words[at].word
    owned = word.stem in words("own_words") or word.owned
    if not word.article and ("by_source" in word.kinds or (owned and _names_whose(sentence, at))):
        return FoundCue(at, "source", _BY)
    if "said_nouns" in word.kinds:
        return FoundCue(at, "noun", _BY)
    if word.stem == "جاء" and at + 1 < len(sentence.words) and sentence.words[at + 1].key in ("فيها", "فيه"):
        return FoundCue(at + 1, "participle", _SAY) if sentence.first_talk < at else None
    if _stands_in_document(sentence, at):
        return FoundCue(at + 1, "source", _BY)
    if at and not word.kinds and sentence.words[at - 1].key in _SO_SAID and sentence.first_quoted < at:
        return FoundCue(at, "verb", _SAY)
    return None


def _stands_in_document(sentence: Sentence, at: int) -> bool:
    """Return whether «جاء في بيان» begins at `at`."""
    found = sentence.words
    if found[at].word.stem != "جاء" or at + 2 >= len(found) or found[at + 1].key != "في":
        return False
    return found[at + 2].word.stem in words("by_source_links")


def _is_name_or_role(sentence: Sentence, at: int) -> bool:
    """Return whether a possible verb or participle is part of a personal name, or of «متحدثا باسم»."""
    word = sentence.words[at].word
    if at + 1 < len(sentence.words) and sentence.words[at + 1].key == "باسم":
        return True
    if "given" not in word.kinds or word.lead or not at:
        return False
    return bool(sentence.words[at - 1].word.kinds & {"honorifics", "given", "particles"})


def _cue_at(sentence: Sentence, at: int) -> FoundCue | None:
    noun = _noun_cue(sentence, at)
    if noun is not None:
        return noun
    token = sentence.words[at]
    cue = token.word.cue
    if cue is None or token.word.article or token.word.stem in _ADVERBS or _is_name_or_role(sentence, at):
        return None
    if cue.participle:
        fits = _participle(sentence, at) and _satisfied(sentence, at, cue)
        return FoundCue(at, "participle", cue) if fits else None
    passive = cue.kind == "topic" and _DAMMA in token.letters[: 2 + len(token.word.lead)]  # عُرض فيلم
    if passive or (not _SHADDA.intersection(token.letters) and _is_other(sentence, at)):
        return None
    return None if _governed(sentence, at) or not _satisfied(sentence, at, cue) else FoundCue(at, "verb", cue)


def _is_other(sentence: Sentence, at: int) -> bool:
    """Return whether a word that can also be a preposition or an adverb (عقب، عبر، بين، ردا) is one here."""
    token = sentence.words[at]
    if "stops" in token.word.kinds:
        behind = phrase_at(sentence.words, at + 1, len(sentence.words))
        starts = token.word.lead == "و" or at == 0 or token.after_comma
        return not (starts and behind is not None and behind.kind == "person")  # وأبرز الوزير أهمية
    dual = (
        token.word.cue is not None
        and token.word.cue.number == "d"
        and token.word.stem.removesuffix("ا") in words("homographs")
    )
    if dual and at and not (sentence.words[at - 1].word.kinds & {"stops", "that"}) and not token.after_comma:
        return True
    if "prepositions" in token.word.kinds:
        return not (
            _brought(sentence, at) and (token.word.lead or at == 0 or token.after_comma or _opens_clause(sentence, at))
        )
    placed = bool(token.word.lead) or at == 0 or token.after_comma
    if placed:
        return False
    if token.key in words("homographs") and not _opens_clause(sentence, at):
        source = phrase_at(sentence.words, at + 1, len(sentence.words))
        near = (
            (source is not None and source.kind == "person" and token.key != "طالب")
            or any("that" in t.word.kinds for t in sentence.words[at + 1 : at + 7])
            or (
                at + 1 < len(sentence.words)
                and (
                    sentence.opens(at + 1)
                    or (sentence.words[at + 1].key[:1] == "ب" and sentence.words[at - 1].word.article)
                )
            )
        )
        return not near
    return False


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Return whether the words before this one allow a verb to follow: كما, فيما, من جانبه."""
    before = sentence.words[at - 1].word
    if before.kinds & {"masculine_leads", "feminine_leads"}:
        return (at > 1 and sentence.words[at - 2].word.stem in ("من", "بدوره")) or before.prep == "ب"
    return bool(before.kinds & {"stops", "that", "switches"})


def _brought(sentence: Sentence, at: int) -> bool:
    """Return whether a speaker, or what the verb needs, directly follows a word that may be a preposition."""
    if at + 1 >= len(sentence.words):
        return False
    after = sentence.words[at + 1]
    needs = sentence.words[at].word.cue
    marks = {need.rstrip("!") for need in needs.needs} if needs is not None else set()
    if after.key in marks or "that" in after.word.kinds or sentence.opens(at + 1):
        return True
    close = any("that" in token.word.kinds for token in sentence.words[at + 1 : at + 4])
    if at == 0 and sentence.words[at].word.lead and "that" in marks and close:
        return True
    source = phrase_at(sentence.words, at + 1, len(sentence.words))
    return source is not None and source.kind != "org"


def cues_in(sentence: Sentence) -> list[FoundCue]:
    """Return the cues of a sentence outside its quotations, in order."""
    return [
        found
        for at, token in enumerate(sentence.words)
        if not sentence.quoted[at]
        and (token.word.brings or (at and sentence.words[at - 1].key in _SO_SAID))
        and (found := _cue_at(sentence, at)) is not None
    ]


class Cues:
    """The cues of each sentence of a text, each sentence searched only once."""

    def __init__(self) -> None:
        """Start without any cues."""
        self._found: dict[Span, list[FoundCue]] = {}

    def of(self, sentence: Sentence) -> list[FoundCue]:
        """Return the cues of a sentence."""
        found = self._found.get(sentence.span)
        if found is None:
            found = self._found[sentence.span] = cues_in(sentence)
        return found
