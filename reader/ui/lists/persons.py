"""Persons across the library: which speakers are the same person, suggested but merged only by the user."""

from collections.abc import Sequence

from annotations.acts.persons import Suggestion
from annotations.values.attributes import CodedUnit
from annotations.values.filters import StatementFilter
from annotations.values.model import DocumentSpeaker, Person
from reader.language.i18n import _, counted, isolate, ltr
from reader.ui.dialogs.form import FormScreen
from reader.ui.lists.base import ListScreen
from reader.ui.lists.statements import StatementsScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key


class PersonsScreen(ListScreen):
    """Suggestions first, then persons with their speakers, then speakers not yet assigned to a person."""

    NAME = "persons"
    WITHOUT = ("order", "select_all")
    SELECTS = True
    _persons: Sequence[Person] = ()
    _suggested: Sequence[Suggestion] = ()
    _speakers: Sequence[tuple[DocumentSpeaker, int]] = ()

    def heading(self) -> tuple[str, str]:
        """Return the title and the number of persons."""
        return _("People"), counted("{n} person", "{n} people", len(self._persons))

    def empty(self) -> str:
        """Return a message that the library has no statements."""
        return _("No statements in the library")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the speakers under the person they are, or may be."""
        self._persons, self._suggested, self._speakers = await self.store(
            lambda library: (library.persons.all(), library.persons.suggestions(), library.persons.speakers())
        )
        groups: list[tuple[str, str, Sequence[DocumentSpeaker]]] = []
        for at, one in enumerate(self._suggested):
            words = _("Possibly the same: {name}", name=one.name)
            groups.append((f"suggestion {at}", words, one.speakers))
        groups += [(f"person {one.id}", one.name, one.speakers) for one in self._persons]
        named = {(v.document, v.speaker) for _key, _words, speakers in groups for v in speakers}
        alone = [v for v, _person in self._speakers if (v.document, v.speaker) not in named]
        groups.append(("alone", _("Not merged"), sorted(alone, key=lambda v: -v.statements)))
        keys: list[Key] = []
        rows: dict[Key, GridRow] = {}
        for key, words, speakers in groups:
            shown = [v for v in speakers if self.holds(v.name, v.role, v.title, words)]
            if shown:
                keys += [key, *(f"speaker {v.document} {v.speaker}" for v in shown)]
                rows[key] = GridRow((words,), ("heading",), heading=True)
                rows |= {f"speaker {v.document} {v.speaker}": self._row(v) for v in shown}
        layout = (
            Column(_("Speaker"), 24),
            Column(_("Role")),
            Column(_("Statements"), 10, "end", spare=1),
            Column(_("Text"), 24, spare=2),
        )
        return layout, keys, rows

    @staticmethod
    def _row(one: DocumentSpeaker) -> GridRow:
        return GridRow((one.name, one.role, str(one.statements), one.title), ("text", "detail", "detail", "detail"))

    @staticmethod
    def _place(key: Key | None) -> tuple[int, int] | None:
        parts = str(key).split()
        return (int(parts[1]), int(parts[2])) if parts[0] == "speaker" else None

    def _person(self) -> Person | None:
        """Return the person of the current speaker, or None."""
        place = self._place(self.grid.key)
        return next((p for p in self._persons if place in {(v.document, v.speaker) for v in p.speakers}), None)

    def _suggestion(self) -> Suggestion | None:
        place = self._place(self.grid.key)
        return next((s for s in self._suggested if place in {(v.document, v.speaker) for v in s.speakers}), None)

    def _chosen(self) -> DocumentSpeaker | None:
        place = self._place(self.grid.key)
        return next((v for v, _person in self._speakers if (v.document, v.speaker) == place), None)

    def about(self) -> str:
        """Return what the keys would do with a suggestion."""
        found = self._suggestion()
        if found is None or self.grid.selected:
            return ""
        return _("{key} merges them; {apart} keeps this one separate", key=ltr("j"), apart=ltr("s"))

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "join": self.do_join,
            "split": self.do_split,
            "rename": self.do_rename,
            "said": self.do_said,
            "code": self.do_code,
            "go": self.do_go,
        }

    async def do_join(self) -> None:
        """Merge the selected speakers, or those of the current suggestion, into one person."""
        places = [place for key in self.grid.chosen() if (place := self._place(key)) is not None]
        suggestion = self._suggestion()
        known = next((p for p in self._persons if {(v.document, v.speaker) for v in p.speakers} & set(places)), None)
        name = (
            known.name if known else next((v.name for v, _p in self._speakers if (v.document, v.speaker) in places), "")
        )
        person = known.id if known else 0
        if not self.grid.selected and suggestion is not None:
            places, name, person = (
                [(v.document, v.speaker) for v in suggestion.speakers],
                suggestion.name,
                suggestion.person,
            )
        if not places:
            return
        at = self.grid.at
        await self.act(lambda library: library.persons.join(places, name, person))
        self.grid.selected.clear()
        self.grid.go_at(at)
        self.say(_("Merged into {name}. {key} to undo.", name=name, key=ltr("u")))

    async def do_split(self) -> None:
        """Make the speaker a separate person."""
        place = self._place(self.grid.key)
        if place is not None:
            await self.act(lambda library: library.persons.split(*place))

    def do_rename(self) -> None:
        """Rename the person."""
        person = self._person()
        if person is None:
            self.say(_("This speaker is not in People yet. {key} adds them.", key=ltr("s")))
            return

        async def named(name: str) -> None:
            await self.act(lambda library: library.persons.rename(person.id, name))

        self.ask(_("Rename “{name}”", name=person.name), named, value=person.name)

    def do_said(self) -> None:
        """Show the statements of the person, or of the speaker, across the library."""
        person, chosen = self._person(), self._chosen()
        if person is not None:
            self.app.push_screen(StatementsScreen(self.text_screen, StatementFilter(person=person.id), person.name))
        elif chosen is not None:
            self.app.push_screen(StatementsScreen(self.text_screen, StatementFilter(speaker=chosen.name)))

    async def do_code(self) -> None:
        """Open the coding form of the person; a speaker without a person is made one first."""
        person, place = self._person(), self._place(self.grid.key)
        if person is None and place is not None:
            await self.act(lambda library: library.persons.split(*place))
            person = self._person()
        if person is not None:
            self.app.push_screen(FormScreen(self.text_screen, CodedUnit(person=person.id), isolate(person.name)))

    async def do_go(self) -> None:
        """Go to the speaker's first mention, or first statement if never mentioned, and highlight the statements."""
        chosen = self._chosen()
        if chosen is None:
            return
        analysis = await self.store(lambda library: library.analysis(chosen.document))
        speaker = analysis.speaker(chosen.speaker)
        spans = [*(speaker.mentions if speaker else ()), *(s.span for s in analysis.statements_of(chosen.speaker))]
        if spans:
            await self.go_to(chosen.document, spans[0], [s.span for s in analysis.statements_of(chosen.speaker)])
