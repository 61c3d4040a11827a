"""Highlighted matches of a query or of a sidebar entry; moving from one to the next; copying."""

import asyncio
from collections.abc import Sequence
from time import perf_counter

from annotations.values.spans import Span
from reader.desktop.clipboard import plan
from reader.errors import BadPattern
from reader.language.i18n import _, counted, percent
from reader.report.citation import cite, parts_of
from reader.text.matches import Matches
from reader.text.occurrences import CLITICS
from reader.text.search import EXACT, FOLDED, REGEX, SPELLINGS, VARIANTS, WAYS, indexed_forms
from reader.typeset.navigate import snap
from reader.typeset.paint import Layer
from reader.ui.page.place_index import PlaceIndex, Places
from reader.ui.protocols import FindScreen
from reader.ui.widgets.entries import SidebarEntry
from reader.ui.wording.reading_bars import cut

_LONGEST_QUERY = 40
_WORDS = 60  # code points up to which a place is a word rather than a passage
_AT_ONCE = 0.012  # seconds of searching before the first match is shown
_SHORT = 1 << 16  # code points of a text that is searched as a whole while a key is handled, if that is quick
_WARMED = 0.01  # seconds after which the index of words is made ready, once the field is shown
_SOME_WORD = "كلمة"
_FIRST = 0.003  # seconds after which the first match in a long text is looked up in the index of words
_PATIENCE = 0.1  # seconds in which the next match is looked for while a key is handled
_INDEXED = 2  # letters from which the index of words is asked
_MOST_FORMS = 200
_PAINTED = 0.015  # seconds in which the first match is painted before the search goes on
_SHOWN_EVERY = 0.3  # seconds between two counts of a search that goes on


class Finding:
    """The matches highlighted on a screen."""

    def __init__(self, screen: FindScreen) -> None:
        """Start with nothing highlighted."""
        self._screen = screen
        self.places: Places = PlaceIndex()
        self._from = 0
        self._query = ""
        self._typing = False
        self._at: Span | None = None
        self._way = FOLDED
        self._bad: BadPattern | None = None

    def begin(self) -> None:
        """Show the search field."""
        self._from = self._screen.pane.cursor
        self._typing = True
        self._screen.show_find(shown=True)
        if self._screen.opened.reader is not None:
            self._screen.set_timer(_WARMED, self._warm)

    def _warm(self) -> None:
        """Ask the index for some word, while none is typed yet: the first question takes longer than all others."""
        reader = self._screen.opened.reader
        if reader is not None:
            reader.paragraphs_with(indexed_forms(_SOME_WORD, CLITICS), self._from)

    def typed(self, query: str) -> None:
        """Find what has been typed so far, from where the search began."""
        if not self._typing:
            return
        self._query = query.strip()
        try:
            self._search()
        except BadPattern as error:  # an unfinished pattern, while it is being typed
            self.places, self._bad = PlaceIndex(), error
            self._screen.complain(error)
            return
        if not self._query:
            self._screen.say("")

    def _search(self) -> None:
        """Find the first match from where the search began; in a large text, all others behind. Raises BadPattern."""
        self._bad = None
        if not self._query:
            self.places = PlaceIndex()
            self._go(None)
            return
        found = Matches(self._screen.opened.text, self._query, self._way)
        self.places = found
        found.begin_at(self._from)
        short = len(self._screen.opened.text) <= _SHORT
        end = perf_counter() + (_AT_ONCE if short else _FIRST)
        while found.search(1) and perf_counter() < end:
            if not short and found.following(self._from - 1, 1) is not None:
                break  # it is painted before the others are looked for
        first = found.following(self._from - 1, 1)
        self._go(first if first is not None or found.complete else self._look_up(found))
        self._tell()
        if not found.complete:
            self._screen.run_worker(self._search_on(found), name="find", group="find", exclusive=True)

    def search_again(self) -> None:
        """Search the text that has taken the place of its beginning: what was found there is not all there is."""
        if isinstance(self.places, Matches):
            found = Matches(self._screen.opened.text, self._query, self._way)
            found.begin_at(self._from)
            self.places = found
            self._highlight_all()
            self._screen.run_worker(self._search_on(found), name="find", group="find", exclusive=True)

    async def _search_on(self, found: Matches) -> None:
        """Search the rest of a large text a window at a time, so that no key waits for more than one."""
        shown = perf_counter()
        await asyncio.sleep(_PAINTED)
        while self.places is found and found.search(1):
            await asyncio.sleep(0)
            if self._at is None and self._typing and (first := found.following(self._from - 1, 1)) is not None:
                self._go(first)
            if perf_counter() - shown > _SHOWN_EVERY:
                self._tell()
                shown = perf_counter()
        if self.places is found:
            if self._at is None and self._typing:
                self._go(found.following(self._from - 1, 1))
            self._tell()

    def _look_up(self, found: Matches) -> Span | None:
        """Return the first match in a large text that the library's index of words knows, however far it is."""
        reader = self._screen.opened.reader
        if reader is None or self._way == REGEX or len(found.query) < _INDEXED:
            return None
        forms = indexed_forms(found.query, SPELLINGS if self._way == VARIANTS else CLITICS)[:_MOST_FORMS]
        for span in reader.paragraphs_with(forms, self._from):
            near = [one for one in found.near(*span) if one.start >= self._from]
            if near:
                return near[0]
        return None

    def turn(self) -> None:
        """Switch to the next way of searching: folded, with spelling variants, exact, by regular expression."""
        self._way = WAYS[(WAYS.index(self._way) + 1) % len(WAYS)]
        said = {
            FOLDED: _("flexible"), VARIANTS: _("with spelling variants (أمريكا, أميركا)"),
            EXACT: _("exact"), REGEX: _("regex"),
        }[self._way]  # fmt: skip
        if self._typing:
            self.typed(self._query)
        way = _("Search: {way}", way=said)
        if self._bad is not None:
            return  # the error message stays
        if self._typing and self._query:
            count = self._count()
            way = _("{way} · “{what}”: {count}", way=way, what=cut(self._query, _LONGEST_QUERY), count=count)
        self._screen.say(way)

    def end(self, *, keep: bool, focus: bool = True) -> None:
        """Hide the field. keep: leave the matches highlighted; focus: move the focus to the text."""
        self._typing = False
        self._screen.show_find(shown=False)
        if focus:
            self._screen.pane.focus()
        if not keep:
            self.clear()
            self._screen.pane.go(self._from)
        elif self._query:
            self._tell()

    @property
    def typing(self) -> bool:
        """Whether the field is shown."""
        return self._typing

    def _tell(self) -> None:
        if self._bad is not None:
            self._screen.complain(self._bad)
            return
        if not len(self.places) and self.places.complete:
            self._screen.say(_("“{query}” not found", query=self._query))
            return
        count = self._count()
        if self._at is None:
            self._screen.say(_("“{what}”: {count}", what=cut(self._query, _LONGEST_QUERY), count=count))
            return
        here = self.places.number(self._at)
        if not self._query:
            self._screen.say(_("{number} of {count}", count=count, number=here))
            return
        if self.places.spelt_otherwise(self._at):
            written = cut(self._at.cut(self._screen.opened.text), _LONGEST_QUERY)
            told = _("“{what}”: {number} of {count}, spelt “{written}”", what=cut(self._query, _LONGEST_QUERY),
                     count=count, number=here, written=written)  # fmt: skip
            self._screen.say(told)
            return
        if len(self.places) == 1 or not self.places.complete:
            self._screen.say(_("“{what}”: {count}", what=cut(self._query, _LONGEST_QUERY), count=count))
            return
        self._screen.say(
            _(
                "“{what}”: {number} of {count}",
                what=cut(self._query, _LONGEST_QUERY),
                count=count,
                number=here,
            )
        )

    def _count(self) -> str:
        """Return the number of matches in words, and how far the search is."""
        count = counted("{n} match", "{n} matches", len(self.places))
        if isinstance(self.places, Matches) and not self.places.complete:
            return _("{count}, searching… {share}", count=count, share=percent(int(100 * self.places.share)))
        return count

    def clear(self) -> None:
        """Remove all highlights."""
        self.places = PlaceIndex()
        self._go(None)

    def highlight(self, places: Sequence[Span], at: Span) -> None:
        """Highlight matches and go to one of them."""
        self.places, self._query = PlaceIndex(places), ""
        self._go(at)

    def choose(self, entry: SidebarEntry) -> None:
        """Highlight the occurrences of a sidebar entry and go to the next one from the cursor."""
        self.places, self._query = PlaceIndex(entry.places), entry.name
        self._go(self.places.following(self._here(), 1))
        self._tell()

    def step(self, count: int) -> None:
        """Go to the next (previous) highlighted match."""
        if not len(self.places) and self.places.complete:
            self._screen.say(_("Nothing highlighted. {key} to search.", key=self._screen.cap("find")))
            return
        found, end = self.places.following(self._here(), count), perf_counter() + _PATIENCE
        while found is None and perf_counter() < end and self.places.search_beyond(self._here(), count):
            found = self.places.following(self._here(), count)
        if found is not None:
            self._go(found)
        self._tell()

    def _here(self) -> int:
        """Return the current offset: a match that begins inside a lam-alef shows the cursor on its first half."""
        cursor = self._screen.pane.cursor
        at = self._at.start if self._at else cursor
        return at if snap(self._screen.pane.view, at) == cursor else cursor

    def annotation(self, count: int) -> None:
        """Go to the next (previous) annotation."""
        cursor = self._screen.pane.cursor
        marked, view = self._screen.opened.marked, self._screen.pane.view
        found = marked.next_start(cursor, count)
        if found is not None and snap(view, found) == cursor:  # it begins inside the letter under the cursor
            found = marked.next_start(found, count)
        if found is None:
            self._screen.say(_("No annotations yet. {key} tags the sentence.", key=self._screen.cap("tag.1")))
        else:
            self._screen.pane.go(found, near_top=True)

    def _go(self, place: Span | None) -> None:
        """Highlight all places, and go to one of them."""
        self._at = place
        if place is not None:
            self._screen.pane.go(place.start, near_top=True)
        self._highlight_all()

    def _highlight_all(self) -> None:
        place, places = self._at, self.places
        ink = "lit" if isinstance(places, PlaceIndex) and places.longest > _WORDS else "hit"

        def near(low: int, high: int) -> list[Layer]:
            layers = [Layer(*one, ink) for one in places.near(low, high)]
            if place is not None and ink == "hit" and place.start < high and low < place.end:
                layers.append(Layer(*place, "hit.now"))
            return layers

        self._screen.highlight(near)

    def copy(self, *, cited: bool) -> None:
        """Copy the passage or its citation, and report how it was copied."""
        span = self._screen.passage()
        if span is None:
            return
        opened = self._screen.opened
        text = span.cut(opened.text)
        if cited:
            number = self._screen.pane.view.number_at(span.start)
            text = cite(parts_of(opened.text, opened.analysis, span, number))
        sequence, way = plan(text)
        if sequence is not None:
            self._screen.host.send(sequence)
        words = counted("{n} word", "{n} words", self._screen.count_words(span))
        what = _("Citation copied {way}: {words}") if cited else _("Copied {way}: {words}")
        self._screen.say(what.format(way=_(way), words=words))
