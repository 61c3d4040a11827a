"""The statements of the library, filtered by person, tag, topic, agency, date or kind, and tagged together."""

from collections.abc import Sequence

from annotations.values.attributes import CodedUnit
from annotations.values.filters import StatementFilter, StatementRow
from annotations.values.model import Tag
from reader.language.i18n import N_, _, day, isolate
from reader.language.tag_names import tag_name
from reader.ui.dialogs.form import FormScreen
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command, TextScreen
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import counted_noun

KINDS = {"quotation": N_("quotation"), "paraphrase": N_("paraphrase"), "topic": N_("mention")}
_SHOWN = ("", "quotation", "paraphrase")


class StatementsScreen(ListScreen):
    """Who said what, where and when."""

    NAME = "statements"
    WITHOUT = ("order",)
    SELECTS = True

    def __init__(self, text_screen: TextScreen, said: StatementFilter = StatementFilter(), person: str = "") -> None:  # noqa: B008 - a value
        """Show the statements that match `said`. person: the name of the person that it filters by."""
        super().__init__(text_screen)
        self._said, self._person = said, person
        self._rows: Sequence[StatementRow] = ()
        self._tags: Sequence[Tag] = ()

    def heading(self) -> tuple[str, str]:
        """Return a title with the filters, and the number of statements."""
        said = self._said
        dates = self.dates(said.since, said.until)
        tag = tag_name(self._tags, said.tag) if said.tag else ""
        kind = _(KINDS[said.kind]) if said.kind else ""
        conditions = [text for text in (self._person, said.speaker, tag, said.topic, said.agency, kind, dates) if text]
        title = _("Statements") + (f": {' · '.join(map(isolate, conditions))}" if conditions else "")
        return title, counted_noun("statement", len(self.grid.keys))

    def empty(self) -> str:
        """Return a message that no statement matches."""
        return _("No statements match the filter")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the statements in the order of their documents."""
        said = self._said
        self._rows, self._tags = await self.store(
            lambda library: (library.listing.statements(said), library.codebook.tags())
        )
        rows: dict[Key, GridRow] = {}
        for at, one in enumerate(self._rows):
            if self.holds(one.speaker, one.text):
                moment = day(one.day) if one.day else ""
                cells = (one.speaker, one.text, _(KINDS.get(one.kind, one.kind)), one.agency, moment)
                rows[at] = GridRow(cells, ("heading", "text", "detail", "detail", "detail"))
        layout = [Column(_("Speaker"), 20), Column(_("Statement")), Column(_("Kind"), 12, spare=1)]
        if self.app.size.width >= 100:
            layout += [Column(_("Agency"), 9), Column(_("Date"), 18)]
        return layout, list(rows), rows

    def _chosen(self) -> StatementRow | None:
        return self._rows[int(self.grid.key)] if self.grid.key is not None else None

    def about(self) -> str:
        """Return which text the statement is in."""
        one = self._chosen()
        return _("In: {title}", title=one.title) if one is not None else ""

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "tag": self.do_tag,
            "speaker": self.do_speaker,
            "topic": self.do_topic,
            "agency": self.do_agency,
            "tagged": self.do_tagged,
            "kind": self.do_kind,
            "dates": self.do_dates,
            "code": self.do_code,
        }

    async def do_go(self) -> None:
        """Go to the statement."""
        one = self._chosen()
        if one is not None:
            await self.go_to(one.document, one.span)

    async def do_tag(self) -> None:
        """Apply a tag to the selected statements, as one act."""
        chosen = [self._rows[int(key)] for key in self.grid.chosen()]
        places = [(one.document, one.span) for one in chosen]
        if not places:
            return

        await self.tag_places(places, counted_noun("statement", len(places), "of"))

    async def _narrow(self, **conditions: object) -> None:
        self._said = self._said._replace(**conditions)  # type: ignore[arg-type]
        self.grid.selected.clear()
        await self.again()

    async def _pick(self, title: str, field: str, everything: str) -> None:
        facts = await self.store(lambda library: library.listing.facts())

        async def picked(name: str) -> None:
            await self._narrow(**{field: name})

        self.choose(title, [Choice("", everything), *(Choice(name, name) for name in facts[field])], picked)

    async def do_speaker(self) -> None:
        """Filter by one speaker or person."""
        persons = await self.store(lambda library: library.persons.all())
        facts = await self.store(lambda library: library.listing.facts())

        async def picked(key: str) -> None:
            kind, _colon, name = key.partition(":")
            self._person = next((one.name for one in persons if kind == "person" and str(one.id) == name), "")
            await self._narrow(person=int(name) if kind == "person" else 0, speaker=name if kind == "speaker" else "")

        choices = [Choice("", _("every speaker"))]
        choices += [Choice(f"person:{one.id}", one.name, _("person")) for one in persons]
        choices += [Choice(f"speaker:{name}", name) for name in facts["speaker"]]
        self.choose(_("Speaker"), choices, picked)

    async def do_topic(self) -> None:
        """Filter by one topic."""
        await self._pick(_("Topic"), "topic", _("every topic"))

    async def do_agency(self) -> None:
        """Filter by one agency."""
        await self._pick(_("Agency"), "agency", _("every agency"))

    async def do_tagged(self) -> None:
        """Filter by one tag."""

        async def picked(tag: Tag) -> None:
            await self._narrow(tag=tag.id)

        await self.choose_tag(_("Filter by tag"), picked, any_=_("with or without tags"))

    async def do_kind(self) -> None:
        """Switch between all statements, quotations and paraphrases."""
        await self._narrow(kind=_SHOWN[(_SHOWN.index(self._said.kind) + 1) % len(_SHOWN)])

    def do_dates(self) -> None:
        """Filter by the dates of the reports."""

        async def then(since: str, until: str) -> None:
            await self._narrow(since=since, until=until)

        self.ask_dates(then)

    def do_code(self) -> None:
        """Open the coding form of the statement."""
        one = self._chosen()
        if one is not None:
            self.app.push_screen(FormScreen(self.text_screen, CodedUnit(one.document, one.span), one.text))
