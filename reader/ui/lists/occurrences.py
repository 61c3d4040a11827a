"""Every occurrence of a word in the text or the library, in any of its Arabic written forms, as a concordance.

Occurrences are grouped by written form; certain ones are selected, uncertain ones listed separately and not selected.
The keyword stands in the middle, the preceding context on the start side of the text's direction, the following on
its end side.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotations.library import Library
from annotations.values.folding import fold, sort_key
from annotations.values.moved import moved
from reader.language.i18n import N_, _, ltr
from reader.text.occurrences import CLITICS, ENDINGS, EXACT, PRONOUNS, Occurrence
from reader.text.search import SPELLINGS, every_place, indexed_forms
from reader.typeset.line import columns
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command, TextScreen
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import counted_noun

_CONTEXT = 120  # code points of context on each side
_MOST = 20_000  # the most matches of the library that are shown
_WIDEST = 26
_WIDE = 110  # columns from which there is room for the source
LEVELS = {
    1: N_("exact word"),
    2: N_("variant spelling"),
    3: N_("+ clitics"),
    4: N_("+ pronouns"),
    5: N_("+ endings"),
    SPELLINGS: N_("spelling variants"),
}

DOUBTS = {
    "short": N_("first letter may belong to the word"), "word": N_("a different word"), "ending": N_("ة or ه"),
    "hamza": N_("أ or ا"), "nisba": N_("may be a proper name"), "adjective": N_("may be an adjective"),
}  # fmt: skip
_ORDERS = ("form", "place", "before", "after")


class Match(NamedTuple):
    """A match: its document, the occurrence, and the context on both sides within the paragraph."""

    document: int
    title: str
    occurrence: Occurrence
    before: str
    after: str


def places_in(document: int, title: str, text: str, found: Sequence[Occurrence]) -> list[Match]:
    """Return the occurrences found in a text as matches with their context."""
    places: list[Match] = []
    for one in found:
        span = one.span
        before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
        places.append(Match(document, title, one, before.strip(), after.strip()))
    return places


def in_library(library: Library, query: str, level: int, most: int = _MOST) -> list[Match]:
    """Return the matches in the library in document order: at most `most`, plus one if there are more."""
    titles = {document.id: document.title for document in library.documents()}
    found: list[Match] = []
    for document in library.documents_with(indexed_forms(query, level), beginnings=level in (PRONOUNS, ENDINGS)):
        text = library.text(document)
        found += places_in(document, titles.get(document, ""), text, every_place(text, query, level))
        if len(found) > most:
            return found[: most + 1]
    return found


def _last_word(text: str) -> str:
    return sort_key(text.rsplit(maxsplit=1)[-1]) if text.split() else ""


def _first_word(text: str) -> str:
    return sort_key(text.split(maxsplit=1)[0]) if text.split() else ""


_KEYS: dict[str, Callable[[Match], tuple[str, ...]]] = {
    "before": lambda place: (_last_word(place.before), _first_word(place.after)),
    "after": lambda place: (_first_word(place.after), _last_word(place.before)),
}


class OccurrencesScreen(ListScreen):
    """The occurrences of a word or phrase."""

    NAME = "places"
    WITHOUT = ()
    SELECTS = True
    TEXT_ROWS = True

    def __init__(self, text_screen: TextScreen, query: str, *, order: str = "form", everywhere: bool = False) -> None:
        """Search for `query`. order: "form" to group by form, "place" for a concordance; everywhere: in the library."""
        super().__init__(text_screen)
        self._query, self._order, self.everywhere, self._level = query, order, everywhere, CLITICS
        self._places: list[Match] = []
        self._more = False
        self._asked = ("", 0, False)
        text = text_screen.opened.text
        self._folded = fold(text) if isinstance(text, str) and len(text) <= 1 << 16 else None

    def heading(self) -> tuple[str, str]:
        """Return a title with the query, the scope and the matching level, and the number of matches."""
        where = self.where()
        title = _("“{query}”: {where}, {level}", query=self._query, where=where, level=_(LEVELS[self._level]))
        return title, counted_noun("place", len(self._places))

    def empty(self) -> str:
        """Return a message that the query was not found, or how to search if it is empty."""
        if not self._query:
            return _("{key} to search", key=ltr("i"))
        return _("“{query}” not found. {key} for a new search.", query=self._query, key=ltr("i"))

    async def _find(self) -> None:
        asked = (self._query, self._level, self.everywhere)
        if asked == self._asked:
            return
        self._asked = asked
        if self.everywhere:
            query, level = self._query, self._level
            found = await self.store(lambda library: in_library(library, query, level))
            self._places, self._more = found[:_MOST], len(found) > _MOST
        else:
            opened = self.text_screen.opened
            begin, text = opened.at_hand(self.text_screen.pane.cursor)
            here = every_place(text, self._query, self._level, self._folded) if self._query else []
            found = places_in(opened.document.id, opened.document.title, text, here)
            self._places = [one._replace(occurrence=moved(one.occurrence, begin)) for one in found] if begin else found
            self._more = False
        self.grid.selected = {i for i, place in enumerate(self._places) if not place.occurrence.doubt}

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the matches, grouped by written form if sorted by form."""
        await self._find()
        shown = [i for i, p in enumerate(self._places) if self.holds(f"{p.before} {p.occurrence.form} {p.after}")]
        node = min(_WIDEST, max([8, *(columns(self._places[i].occurrence.form) for i in shown)]))
        layout = [
            Column(_("left context"), 0, "end", "end"), Column(_("keyword"), node, "middle"), Column(_("right context"), 0, "start"),
        ]  # fmt: skip
        if self.everywhere and self.app.size.width >= _WIDE:
            layout.append(Column(_("Text"), 22))
        if self._order == "form":
            return layout, *self._grouped(shown)
        if self._order in _KEYS:
            shown.sort(key=lambda i: (bool(self._places[i].occurrence.doubt), *_KEYS[self._order](self._places[i])))
        return layout, shown, {i: self._row(self._places[i]) for i in shown}

    def _grouped(self, shown: list[int]) -> tuple[list[Key], dict[Key, GridRow]]:
        """Return the matches under their forms, the most frequent form first, uncertain ones last."""
        groups: dict[tuple[str, str], list[int]] = {}
        for i in shown:
            one = self._places[i].occurrence
            groups.setdefault((one.doubt, one.form), []).append(i)
        keys: list[Key] = []
        rows: dict[Key, GridRow] = {}
        for (doubt, form), numbers in sorted(
            groups.items(), key=lambda item: (bool(item[0][0]), -len(item[1]), item[0][1])
        ):
            count = counted_noun("place", len(numbers))
            words = _("{form}: {count}", form=form, count=count)
            if doubt:
                words = _("Uncertain: {form} ({why}) · {count}", form=form, why=_(DOUBTS[doubt]), count=count)
            heading = f"{doubt}:{form}"
            keys += [heading, *numbers]
            rows[heading] = GridRow((words,), ("detail" if doubt else "heading",), heading=True)
            rows |= {i: self._row(self._places[i]) for i in numbers}
        return keys, rows

    def _row(self, place: Match) -> GridRow:
        one = place.occurrence
        ink = "detail" if one.doubt else "heading"
        return GridRow((place.before, one.form, place.after, place.title), ("text", ink, "text", "detail"))

    def _chosen(self) -> Match | None:
        key = self.grid.key
        return self._places[key] if isinstance(key, int) and key < len(self._places) else None

    def about(self) -> str:
        """Return why the match is uncertain, or that not all matches are shown, or which text it is in."""
        place = self._chosen()
        if place is not None and place.occurrence.doubt:
            return _("Uncertain: {why}", why=_(DOUBTS[place.occurrence.doubt]))
        if self._more:
            return _("The first {shown} matches in the library; there are more", shown=_MOST)
        return _("In: {title}", title=place.title) if place is not None and self.everywhere else ""

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "form": self.do_form,
            "order": self.do_order,
            "level": self.do_level,
            "query": self.do_query,
            "tag": self.do_tag,
        }

    async def do_go(self) -> None:
        """Go to the match and highlight the others in its text."""
        place = self._chosen()
        if place is not None:
            others = [p.occurrence.span for p in self._places if p.document == place.document]
            await self.go_to(place.document, place.occurrence.span, others)

    def do_form(self) -> None:
        """Select every match written like the current one, or deselect them all."""
        place = self._chosen()
        if place is not None:
            same = [i for i, p in enumerate(self._places) if p.occurrence.form == place.occurrence.form]
            self.grid.select(same, selected=not set(same) <= self.grid.selected)

    async def do_order(self) -> None:
        """Switch the order: by form, by position, by the words before, by the words after."""
        self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        await self.again()
        said = {"form": _("spelling"), "place": _("place"), "before": _("words before"), "after": _("words after")}
        self.say(_("Sorted: {order}", order=said[self._order]))

    async def do_level(self) -> None:
        """Widen the search by one level; from the widest, return to the exact word."""
        self._level = EXACT if self._level == SPELLINGS else self._level + 1
        await self.again()

    def do_query(self) -> None:
        """Search for another word or phrase."""

        async def typed(words: str) -> None:
            self._query = words
            await self.again()

        self.ask(_("Find"), typed, value=self._query)

    async def do_tag(self) -> None:
        """Apply a tag to the selected matches, as one act."""
        chosen = [self._places[i] for i in self.grid.chosen() if isinstance(i, int)]
        if not chosen:
            self.say(_("No match selected. {key} selects.", key=ltr("Space")))
            return
        places = [(place.document, place.occurrence.span) for place in chosen]

        await self.tag_places(places, counted_noun("place", len(places), "of"))
