"""Every annotation of the text or the library: filtering, sorting, opening, retagging and removing."""

from collections.abc import Sequence

from annotations.values.codebook import with_children
from annotations.values.filters import GUESSED, LOST, ORDERS, AnnotationFilter
from annotations.values.model import Annotation, Document, Tag
from reader.language.i18n import N_, _, day, isolate, language, listed, ltr
from reader.language.tag_names import tag_name
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command, TextScreen
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import counted_noun

_AT_ONCE = 2000  # annotations whose words are folded before another job gets its turn
_WIDE, _WIDEST = 100, 120  # columns from which there is room for the text's title, and for the date


PLACES = {
    "": N_("Annotations"), GUESSED: N_("Annotations re-anchored approximately"), LOST: N_("Orphaned annotations"),
}  # fmt: skip


class AnnotationList(ListScreen):
    """The annotations with their passage, tags, note, coder and text."""

    NAME = "annotations"
    WITHOUT = ()
    SELECTS = True

    def __init__(
        self, text_screen: TextScreen, *, tag: int = 0, everywhere: bool = False, only: Sequence[int] | None = None
    ) -> None:
        """Show the annotations of the text. tag: only with this tag; everywhere: of the library; only: these ids."""
        super().__init__(text_screen)
        self._tag, self.everywhere, self._only = tag, everywhere, only
        self._wanted = AnnotationFilter()
        self._placed = ""
        self._order = "place"
        self._tags: Sequence[Tag] = ()
        self._documents: dict[int, Document] = {}
        self._known: dict[int, Annotation] = {}
        self._total = 0

    def heading(self) -> tuple[str, str]:
        """Return a title with the scope and filters, and the number of annotations."""
        where = self.where()
        conditions = [where, *self._conditions()]
        title = _(PLACES[self._placed])
        return f"{title}: {' · '.join(map(isolate, conditions))}", counted_noun("annotation", self._total)

    def _conditions(self) -> list[str]:
        wanted = self._wanted
        named = [tag_name(self._tags, self._tag)] if self._tag else []
        dates = self.dates(wanted.since, wanted.until)
        session = _("session {number}", number=wanted.session) if wanted.session else ""
        return [*named, *(text for text in (wanted.coder, wanted.speaker, session, dates) if text)]

    def empty(self) -> str:
        """Return why the list is empty."""
        if self._placed:
            return _("All annotations are anchored")
        if self.words or self._conditions():
            return _("No annotations match the filter. {key} closes.", key=ltr("Esc"))
        return _("No annotations yet. {key} tags the sentence.", key=ltr("1"))

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return all ids and the first rows; the others are loaded as they come into view."""
        only_mine = self.text_screen.opened.marked.only
        self._tags = await self.store(lambda library: library.codebook.tags())
        wanted = self._wanted._replace(
            document=0 if self.everywhere else self.document,
            tags=frozenset(with_children(self._tags, self._tag)) if self._tag else frozenset(),
            words=self.words, coder=only_mine or self._wanted.coder, placed=self._placed,
        )  # fmt: skip
        order = self._order
        numbers = await self.store(lambda library: library.listing.annotation_ids(wanted, order))
        if self._only is not None:
            only = set(self._only)
            numbers = [number for number in numbers if number in only]
        documents = await self.store(lambda library: library.documents())
        self._documents = {document.id: document for document in documents}
        self._total = len(numbers)
        self._known = {}
        first = numbers[self.grid.at : self.grid.at + 60] + numbers[:60]
        return self._layout(), numbers, await self.more(first)

    async def when_shown(self) -> None:
        """Fold the annotations' words ahead of filtering, a batch at a time."""
        while await self.store(lambda library: library.listing.fold_words(_AT_ONCE)):
            pass

    def _layout(self) -> list[Column]:
        room = self.app.size.width
        layout = [
            Column(_("Passage")),
            Column(_("Tags"), 16),
            Column(_("Note"), 14, spare=2),
            Column(_("Coder"), 8, spare=1),
        ]
        layout += [Column(_("Text"), 18)] if self.everywhere and room >= _WIDE else []
        return layout + ([Column(_("Date"), 17)] if room >= _WIDEST else [])

    async def more(self, keys: Sequence[Key]) -> dict[Key, GridRow]:
        """Return the rows of these annotations."""
        wanted = [int(key) for key in keys]
        found = await self.store(lambda library: library.listing.annotations(wanted))
        self._known |= {one.id: one for one in found}
        return {one.id: self._row(one) for one in found}

    def _row(self, one: Annotation) -> GridRow:
        tags = [tag for tag in self._tags if tag.id in one.tags]
        names = listed(tag.name(language()) for tag in tags)
        title = self._documents[one.document].title if one.document in self._documents else ""
        where = (title,) if self.everywhere and self.app.size.width >= _WIDE else ()
        guessed = "≈ " if one.placed == GUESSED else ""
        cells = (guessed + one.anchor.quote, names, one.note, one.coder, *where, day(one.changed))
        ink = f"stripe.{tags[0].color}" if tags else "note"
        return GridRow(cells, ("text", ink, "note", "detail", "detail", "detail"), ink)

    def about(self) -> str:
        """Return the whole passage of the current annotation."""
        one = self._known.get(int(self.grid.key or 0))
        return "" if one is None else _("“{quote}”", quote=" ".join(one.anchor.quote.split()))

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "order": self.do_order,
            "tags": self.do_tags,
            "coders": self.do_coders,
            "speakers": self.do_speakers,
            "sessions": self.do_sessions,
            "dates": self.do_dates,
            "orphans": self.do_orphans,
            "retag": self.do_retag,
            "remove": self.do_remove,
        }

    async def do_go(self) -> None:
        """Go to the passage."""
        one = self._known.get(int(self.grid.key or 0))
        if one is not None and one.placed == LOST:
            self.say(_("Its text no longer exists"))
        elif one is not None:
            await self.go_to(one.document, one.anchor.span)

    async def do_order(self) -> None:
        """Switch the order: by position, tag, coder, or newest first."""
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        await self.again()
        said = {"place": _("place"), "tag": _("tag"), "coder": _("coder"), "newest": _("newest first")}
        self.say(_("Sorted: {order}", order=said[self._order]))

    async def do_tags(self) -> None:
        """Filter by one tag, or show all."""

        async def picked(tag: Tag) -> None:
            self._tag = tag.id
            await self.again()

        await self.choose_tag(_("Filter by tag"), picked, any_=_("every tag"))

    async def _pick(self, title: str, names: Sequence[str], field: str, everything: str) -> None:
        async def picked(name: str) -> None:
            self._wanted = self._wanted._replace(**{field: name})  # type: ignore[arg-type]
            await self.again()

        self.choose(title, [Choice("", everything), *(Choice(name, name) for name in names)], picked)

    async def do_coders(self) -> None:
        """Filter by one coder, or show all."""
        await self._pick(_("Coder"), await self.store(lambda library: library.coders()), "coder", _("every coder"))

    async def do_speakers(self) -> None:
        """Filter by one speaker."""
        facts = await self.store(lambda library: library.listing.facts())
        await self._pick(_("Speaker"), facts["speaker"], "speaker", _("every speaker"))

    def do_sessions(self) -> None:
        """Filter by one session of the text."""
        sessions = self.text_screen.opened.analysis.sessions

        async def picked(number: str) -> None:
            self._wanted = self._wanted._replace(session=int(number))
            await self.again()

        choices = [
            Choice("0", _("the whole text")),
            *(Choice(str(s.number), f"{s.number}. {s.label}") for s in sessions),
        ]
        self.choose(_("Session"), choices, picked)

    def do_dates(self) -> None:
        """Filter by the dates of the reports."""

        async def then(since: str, until: str) -> None:
            self._wanted = self._wanted._replace(since=since, until=until)
            await self.again()

        self.ask_dates(then)

    async def do_orphans(self) -> None:
        """Switch between approximately re-anchored annotations, orphaned ones, and all that are anchored."""
        self._placed = list(PLACES)[(list(PLACES).index(self._placed) + 1) % len(PLACES)]
        await self.again()

    async def do_retag(self) -> None:
        """Replace the tag filtered by on the selected annotations, or add another tag if none is filtered by."""
        numbers = [int(key) for key in self.grid.chosen()]
        if not numbers:
            return

        async def picked(tag: Tag) -> None:
            old, others = self._tag, self._others(numbers)
            done = await self.act(lambda library: library.passages.retag(numbers, old, tag.id))
            self.grid.selected.clear()
            count = counted_noun("annotation", done)
            said = _(
                "“{tag}”: {annotations}. {key} to undo.",
                tag=tag.name(language()),
                annotations=count,
                key=ltr("u"),
            )
            self.say(said + others)

        title = _("Replace “{tag}” with", tag=tag_name(self._tags, self._tag)) if self._tag else _("Add another tag")
        await self.choose_tag(title, picked, besides=self._tag)

    def _others(self, numbers: Sequence[int]) -> str:
        """Return a note that other coders' annotations among those selected are kept, or an empty string."""
        others = sum(one.coder != self.text_screen.coder for n in numbers if (one := self._known.get(n)) is not None)
        return " " + _("{n} by other coders kept.", n=others) if others else ""

    async def do_remove(self) -> None:
        """Remove the selected annotations as one act; other coders' annotations are kept."""
        numbers = [int(key) for key in self.grid.chosen()]
        if not numbers:
            self.say(self.empty())
            return
        others = self._others(numbers)
        done = await self.act(lambda library: library.passages.remove(None, numbers))
        removed = counted_noun("annotation", done, "of")
        self.say(_("Removed {annotations}. {key} to undo.", annotations=removed, key=ltr("u")) + others)
