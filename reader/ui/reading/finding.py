"""Highlighted matches of a query or of a sidebar entry; moving from one to the next; copying."""

from collections.abc import Sequence

from annotations.values.folding import Folded, fold
from annotations.values.spans import Span
from reader.desktop.clipboard import plan
from reader.errors import BadPattern
from reader.language.i18n import _, counted
from reader.report.citation import cite, parts_of
from reader.text.search import EXACT, FOLDED, REGEX, VARIANTS, WAYS, Hit, find_hits
from reader.typeset.navigate import snap
from reader.typeset.paint import Layer
from reader.ui.page.open_document import next_place
from reader.ui.protocols import FindScreen
from reader.ui.widgets.entries import SidebarEntry
from reader.ui.wording.reading_bars import cut

_LONGEST_QUERY = 40


class Finding:
    """The matches highlighted on a screen."""

    def __init__(self, screen: FindScreen) -> None:
        """Start with nothing highlighted."""
        self._screen = screen
        self.places: tuple[Span, ...] = ()
        self._from = 0
        self._query = ""
        self._typing = False
        self._at: Span | None = None
        self._way = FOLDED
        self._bad: BadPattern | None = None
        self._otherwise: frozenset[Span] = frozenset()
        self._folded: tuple[str, Folded] | None = None

    def begin(self) -> None:
        """Show the search field."""
        self._from = self._screen.pane.cursor
        self._typing = True
        self._screen.show_find(shown=True)

    def typed(self, query: str) -> None:
        """Find what has been typed so far, from where the search began."""
        if not self._typing:
            return
        self._query = query.strip()
        try:
            hits = self._hits(self._screen.opened.text)
        except BadPattern as error:  # an unfinished pattern, while it is being typed
            self.places, self._bad = (), error
            self._screen.complain(error)
            return
        self._bad = None
        self.places = tuple(hit.span for hit in hits)
        self._otherwise = frozenset(hit.span for hit in hits if hit.otherwise)
        here = [place for place in self.places if place.start >= self._from]
        self._go(here[0] if here else (self.places[0] if self.places else None))
        if self._query:
            self._tell()
        else:
            self._screen.say("")

    def _hits(self, text: str) -> list[Hit]:
        """Return the matches of the query; the text is folded only once while the query is typed."""
        if self._folded is None or self._folded[0] is not text:
            self._folded = (text, fold(text))
        return find_hits(text, self._query, self._way, self._folded[1])

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
            count = counted("{n} match", "{n} matches", len(self.places))
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
        if not self.places:
            self._screen.say(_("“{query}” not found", query=self._query))
            return
        here = next((i for i, place in enumerate(self.places) if place == self._at), 0)
        count = counted("{n} match", "{n} matches", len(self.places))
        if not self._query:
            self._screen.say(_("{number} of {count}", count=count, number=here + 1))
            return
        if self._at in self._otherwise and self._at is not None:
            written = cut(self._at.cut(self._screen.opened.text), _LONGEST_QUERY)
            told = _("“{what}”: {number} of {count}, spelt “{written}”", what=cut(self._query, _LONGEST_QUERY),
                     count=count, number=here + 1, written=written)  # fmt: skip
            self._screen.say(told)
            return
        if len(self.places) == 1:
            self._screen.say(_("“{what}”: {count}", what=cut(self._query, _LONGEST_QUERY), count=count))
            return
        self._screen.say(
            _(
                "“{what}”: {number} of {count}",
                what=cut(self._query, _LONGEST_QUERY),
                count=count,
                number=here + 1,
            )
        )

    def clear(self) -> None:
        """Remove all highlights."""
        self.places = ()
        self._screen.highlight(())

    def highlight(self, places: Sequence[Span], at: Span) -> None:
        """Highlight matches and go to one of them."""
        self.places, self._query = tuple(places), ""
        self._go(at)

    def choose(self, entry: SidebarEntry) -> None:
        """Highlight the occurrences of a sidebar entry and go to the next one from the cursor."""
        self.places, self._query = entry.places, entry.name
        self._go(next_place(self.places, self._here(), 1))
        self._tell()

    def step(self, count: int) -> None:
        """Go to the next (previous) highlighted match."""
        if not self.places:
            self._screen.say(_("Nothing highlighted. {key} to search.", key=self._screen.cap("find")))
            return
        self._go(next_place(self.places, self._here(), count))
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
        ink = "lit" if self.places and max(p.end - p.start for p in self.places) > 60 else "hit"
        self._at = place
        layers = [Layer(*one, ink) for one in self.places]
        if place is not None:
            if ink == "hit":
                layers.append(Layer(*place, "hit.now"))
            self._screen.pane.go(place.start, near_top=True)
        self._screen.highlight(layers)

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
