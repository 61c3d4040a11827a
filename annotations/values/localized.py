"""Words by language: the names and descriptions of tags, attributes and values."""

from collections.abc import Mapping
from typing import Self

_FALLBACKS = ("en", "ar")


class Localized(tuple[tuple[str, str], ...]):
    """Words by language, as pairs (language code, words) sorted by language; languages without words are left out."""

    __slots__ = ()

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Self:
        """Return a value from words by language."""
        return cls(sorted((language, said) for language, said in words.items() if said))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the value that `json` wrote, as the library stores it."""
        import json

        return cls.of(json.loads(text))

    def json(self) -> str:
        """Return this as a JSON object with sorted keys, always the same for the same words."""
        import json

        return json.dumps(dict(self), ensure_ascii=False, separators=(",", ":"))

    def exactly(self, language: str) -> str:
        """Return the words in a language, or an empty string."""
        return dict(self).get(language, "")

    def words(self, language: str) -> str:
        """Return the words in a language, or those in another one if there are none in it."""
        known = dict(self)
        order = (language, *_FALLBACKS, *known)
        return next((known[one] for one in order if one in known), "")

    def all(self) -> tuple[str, ...]:
        """Return the words in every language."""
        return tuple(said for _language, said in self)

    def having(self, language: str, words: str) -> Self:
        """Return a copy with other words in a language, empty for none."""
        return self.of({**dict(self), language: words})
