"""What the annotation commands do: each asks the store's thread, and tells the screen once it is committed."""

from typing import TYPE_CHECKING

from annotations.codebook import matching
from annotations.errors import HashiyaError
from annotations.model import Annotation, Tag
from annotations.spans import Span
from reader.i18n import N_, _, counted, language
from reader.ui.corrected import ACTS
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.picker import Choice, Picked, Picker

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen


class Annotating:
    """The acts on the document that a screen shows."""

    def __init__(self, screen: "ReadingScreen") -> None:
        """Act for this screen."""
        self._screen = screen

    def _passage(self) -> Span | None:
        """Return what an act is about: the selection, else the sentence under the cursor."""
        return self._screen.passage()

    def _name(self, tag: Tag) -> str:
        return tag.name(language())

    async def _give(self, tag: Tag, span: Span) -> None:
        await self._screen.ready()
        document = self._screen.opened.document.id
        label = f"tag:{tag.id}"
        given = await self._screen.jobs.run(
            lambda library: library.passages.toggle_tag(document, span, tag.id, label=label)
        )
        await self._screen.refresh_annotations()
        self._screen.drop_selection()
        name = self._name(tag)
        words = counted("{n} word", "{n} words", self._screen.count_words(span))
        self._screen.say(
            _("Tag “{tag}”: {words}", tag=name, words=words) if given else _("Tag “{tag}” taken off", tag=name)
        )

    async def tag_slot(self, slot: int) -> None:
        """Give the passage the tag of a digit key, or take it off."""
        await self._screen.ready()
        tag = self._screen.opened.tag_in_slot(slot)
        span = self._passage()
        if tag is None:
            self._screen.say(_("No tag has the key {key}", key=slot))
        elif span is not None:
            await self._give(tag, span)

    def pick(self) -> None:
        """Let a tag be picked by part of its name, or a new one be made."""
        tags = self._screen.opened.tags

        def choices(typed: str) -> list[Choice]:
            found = matching(tags, typed) if typed else list(tags)
            return [Choice(str(t.id), self._name(t), str(t.slot or ""), f"stripe.{t.color}") for t in found]

        span = self._passage()
        if span is None:
            return

        async def picked(result: Picked | None) -> None:
            if result is None:
                return
            try:
                await self._give(await self._tag_of(result), span)
            except HashiyaError as error:
                self._screen.complain(error)

        title, new, none = _("Tag the passage"), N_("New tag “{name}”"), _("No tags yet: type a name for the first")
        self._screen.app.push_screen(Picker(title, choices, mode=self._screen.mode, new=new, empty=none), picked)

    async def _tag_of(self, picked: Picked) -> Tag:
        await self._screen.ready()
        document, tongue = self._screen.opened.document.id, language()
        if not picked.key:
            return await self._screen.jobs.run(
                lambda library: library.codebook.new(picked.name, tongue, document=document)
            )
        found = self._screen.opened.tag(int(picked.key))
        assert found is not None  # noqa: S101 - it was offered a moment ago
        return found

    def _mine(self, span: Span) -> Annotation | None:
        coder = self._screen.coder
        return self._screen.opened.marked.of(coder, span)

    def _own_here(self) -> Annotation | None:
        """Return this coder's shortest annotation under the cursor."""
        here = self._screen.opened.marked.at(self._screen.pane.cursor)
        return next((a for a in here if a.coder == self._screen.coder), None)

    def note(self) -> None:
        """Write the note of the selection, else of the annotation here, else of the sentence."""
        selected = self._screen.pane.selection
        old = self._mine(selected) if selected else self._own_here()
        span = old.anchor.span if old else self._passage()
        if span is None:
            return

        self._edit(span, old, old.note if old else "")

    def _edit(self, span: Span, old: Annotation | None, text: str) -> None:
        """Open the editor on a note; where it cannot be saved it opens again with what was written."""

        async def written(note: str | None) -> None:
            if note is None or note == (old.note if old else ""):
                return
            try:
                await self._set_note(span, old, note)
            except HashiyaError as error:
                await self._screen.refresh_annotations()
                self._edit(span, self._mine(span), note)
                self._screen.complain(error)

        self._screen.app.push_screen(NoteScreen(span.cut(self._screen.opened.text), text), written)

    async def _set_note(self, span: Span, old: Annotation | None, note: str) -> None:
        await self._screen.ready()
        document = self._screen.opened.document.id
        if old is None:
            await self._screen.jobs.run(
                lambda library: library.passages.annotate(document, span, note=note, label="note")
            )
        else:
            await self._screen.jobs.run(
                lambda library: library.passages.note(document, old.id, note, expected=old.note)
            )
        await self._screen.refresh_annotations()
        self._screen.drop_selection()
        self._screen.say(_("Note saved") if note else _("Note removed"))

    async def remove(self) -> None:
        """Remove the annotations on the selected passage, else the shortest one here."""
        selected = self._screen.pane.selection
        marked = self._screen.opened.marked
        mine = [a for a in (marked.meeting(*selected) if selected else ()) if a.coder == self._screen.coder]
        chosen = [
            a for a in mine if selected and selected.start <= a.anchor.span.start and a.anchor.span.end <= selected.end
        ]
        own = self._own_here()
        if not chosen and own is not None and selected is None:
            chosen = [own]
        if not chosen:
            self._screen.say(_("No annotation of yours here"))
            return
        document, numbers = self._screen.opened.document.id, [a.id for a in chosen]
        await self._screen.jobs.run(lambda library: library.passages.remove(document, numbers))
        await self._screen.refresh_annotations()
        self._screen.drop_selection()
        removed = counted("{n} annotation", "{n} annotations", len(numbers), "of")
        self._screen.say(
            _("Removed: {annotations}. {key} brings back.", annotations=removed, key=self._screen.cap("undo"))
        )

    def _act_name(self, label: str) -> str:
        kind, _colon, number = label.partition(":")
        if kind == "correct":
            return _(ACTS[number])
        tag = self._screen.opened.tag(int(number)) if number else None
        if tag is not None:
            return _("tag “{tag}”", tag=self._name(tag))
        names = {"note": _("note"), "remove": _("removal"), "new tag": _("new tag"), "annotate": _("annotation")}
        return names.get(kind, names["annotate"])

    async def replay(self, *, back: bool) -> None:
        """Undo (back) or redo the last act."""
        await self._screen.ready()
        document = self._screen.opened.document.id
        act = await self._screen.jobs.run(lambda library: library.undo(document) if back else library.redo(document))
        if act is None:
            self._screen.say(_("Nothing to undo") if back else _("Nothing to redo"))
            return
        if act.label.startswith("correct:"):
            await self._screen.refresh_reading()
        else:
            await self._screen.refresh_annotations()
        name = self._act_name(act.label)
        self._screen.say(_("Undone: {act}", act=name) if back else _("Done again: {act}", act=name))
