"""The annotation commands: each runs in the store's thread and updates the screen once it is committed."""

from annotations.errors import HashiyaError
from annotations.values.act_kinds import act_kind
from annotations.values.codebook import matching
from annotations.values.model import Annotation, Tag
from annotations.values.spans import Span
from reader.language.i18n import N_, _, counted, language
from reader.typeset.navigate import unit_end
from reader.ui.dialogs.note import NoteScreen
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.page.selection_steps import paragraph_of
from reader.ui.protocols import TextScreen
from reader.ui.wording.act_names import act_then


class Tagging:
    """Tagging, notes and memos on the document that a screen shows, with undo and redo."""

    def __init__(self, screen: TextScreen) -> None:
        """Act for this screen."""
        self._screen = screen
        self._last = 0

    def _passage(self) -> Span | None:
        """Return the passage an act applies to: the selection, else the sentence under the cursor."""
        return self._screen.passage()

    def _name(self, tag: Tag) -> str:
        return tag.name(language())

    async def _give(self, tag: Tag, span: Span) -> None:
        await self._screen.ready()
        document = self._screen.opened.document.id
        given = await self._screen.jobs.run(lambda library: library.passages.toggle_tag(document, span, tag.id))
        self._last = tag.id
        await self._screen.refresh_annotations()
        self._screen.drop_selection()
        name = self._name(tag)
        words = counted("{n} word", "{n} words", self._screen.count_words(span))
        self._screen.say(
            _("Tag “{tag}”: {words}", tag=name, words=words) if given else _("Removed tag “{tag}”", tag=name)
        )

    async def again(self) -> None:
        """Apply the last used tag to the passage."""
        span = self._passage()
        tag = self._screen.opened.tag(self._last) if self._last else None
        if tag is None:
            self._screen.say(_("No tag used yet. {key} to pick one.", key=self._screen.cap("tag.pick")))
        elif span is not None:
            mine = self._mine(span)
            if mine is not None and tag.id in mine.tags:
                self._screen.say(_("Already tagged “{tag}”", tag=self._name(tag)))
            else:
                await self._give(tag, span)

    async def bound(self, *, start: bool) -> None:
        """Move the start or end of this coder's nearest annotation to the letter under the cursor."""
        cursor = self._screen.pane.cursor
        own = self._own_here() or self._nearest(cursor, start=start)
        if own is None:
            self._screen.say(_("No annotation of yours here"))
            return
        span = own.anchor.span
        end = unit_end(self._screen.pane.view, cursor)
        wanted = Span(cursor, max(span.end, end)) if start else Span(min(span.start, cursor), end)
        await self._screen.jobs.run(lambda library: library.passages.move(own.id, wanted))
        await self._screen.refresh_annotations()
        words = counted("{n} word", "{n} words", self._screen.count_words(wanted))
        self._screen.say(_("Boundaries changed: {words}", words=words))

    def _nearest(self, cursor: int, *, start: bool) -> Annotation | None:
        """Return this coder's next annotation after the cursor (start) or last one before it, within the paragraph."""
        paragraph = paragraph_of(self._screen.opened.text, cursor)
        near = [a for a in self._screen.opened.marked.meeting(*paragraph) if a.coder == self._screen.coder]
        if start:
            after = [a for a in near if a.anchor.span.start > cursor]
            return min(after, key=lambda a: a.anchor.span.start, default=None)
        before = [a for a in near if a.anchor.span.end <= cursor]
        return max(before, key=lambda a: a.anchor.span.end, default=None)

    def memo(self) -> None:
        """Edit the memo on the text."""
        document = self._screen.opened.document

        async def written(memo: str | None) -> None:
            if memo is None or memo == document.memo:
                return
            try:
                await self._screen.ready()
                await self._screen.jobs.run(lambda library: library.document_acts.remember(document.id, memo))
                await self._screen.refresh_analysis()
                self._screen.say(_("Memo saved"))
            except HashiyaError as error:
                self._screen.complain(error)

        self._screen.app.push_screen(NoteScreen(document.title, document.memo, _("Memo")), written)

    async def blind(self) -> None:
        """Hide other coders' annotations, or show them again."""
        marked = self._screen.opened.marked
        marked.only = "" if marked.only else self._screen.coder
        await self._screen.refresh_analysis()
        self._screen.say(_("The others' annotations are hidden") if marked.only else _("All annotations are shown"))

    async def tag_slot(self, slot: int) -> None:
        """Apply the tag of a digit key to the passage, or remove it."""
        await self._screen.ready()
        tag = self._screen.opened.tag_in_slot(slot)
        span = self._passage()
        if tag is None:
            self._screen.say(_("No tag has the key {key}", key=slot))
        elif span is not None:
            await self._give(tag, span)

    def pick(self) -> None:
        """Let the user pick a tag by part of its name, or create a new one, and apply it to the passage."""
        tags = [tag for tag in self._screen.opened.tags if not tag.retired]

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

        title, new, none = (
            _("Tag the passage"),
            N_("New tag “{name}”"),
            _("No tags yet. Type a name for the first one."),
        )
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
        """Return this coder's shortest annotation under the cursor, or None."""
        here = self._screen.opened.marked.at(self._screen.pane.cursor)
        return next((a for a in here if a.coder == self._screen.coder), None)

    def note(self) -> None:
        """Edit the note on the selection, else on the annotation here, else on the sentence."""
        selected = self._screen.pane.selection
        old = self._mine(selected) if selected else self._own_here()
        span = old.anchor.span if old else self._passage()
        if span is None:
            return

        self._edit(span, old, old.note if old else "")

    def _edit(self, span: Span, old: Annotation | None, text: str) -> None:
        """Open the editor on a note; if the note cannot be saved, reopen it with the text written."""

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
        """Remove this coder's annotations inside the selection, or the shortest one here if nothing is selected."""
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
        self._screen.say(_("Removed {annotations}. {key} to undo.", annotations=removed, key=self._screen.cap("undo")))

    async def replay(self, *, back: bool) -> None:
        """Undo (back) or redo the last act."""
        await self._screen.ready()
        document = self._screen.opened.document.id
        act = await self._screen.jobs.run(lambda library: library.undo(document) if back else library.redo(document))
        if act is None:
            self._screen.say(_("Nothing to undo") if back else _("Nothing to redo"))
            return
        match act_kind(act.label).changes:
            case "annotations":
                await self._screen.refresh_annotations()
            case "analysis" | "document":
                await self._screen.refresh_analysis()
        name = await self._screen.jobs.run(lambda library: act_then(act, library))
        self._screen.say(_("Undone: {act}", act=name) if back else _("Redone: {act}", act=name))
