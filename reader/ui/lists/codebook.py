"""The codebook as a tree of tags, with every act on it."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from annotations.acts.codebook import parse_list
from annotations.values.codebook import in_tree
from annotations.values.model import COLORS, SLOTS, Tag
from reader.language.i18n import _, language, ltr
from reader.sources.read_text import read_text
from reader.sources.source import read_source
from reader.ui.dialogs.note import NoteScreen
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.annotations import AnnotationList
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command
from reader.ui.widgets.grid import Column, GridRow, Key
from reader.ui.wording.act_names import counted_noun

Saved = Callable[[str], Awaitable[None]]


class CodebookScreen(ListScreen):
    """The tags with their keys, number of passages and descriptions."""

    NAME = "codebook"
    _tags: Sequence[Tag] = ()
    _uses: dict[int, int] = {}  # noqa: RUF012 - never changed, only replaced
    _examples: dict[int, str] = {}  # noqa: RUF012 - as above

    def heading(self) -> tuple[str, str]:
        """Return the title and the number of tags."""
        return _("Codebook"), counted_noun("tag", len(self._tags))

    def empty(self) -> str:
        """Return how to create a tag, or that no tag matches the filter."""
        return _("No matching tag") if self.words else _("No tags yet. {key} to create one.", key=ltr("i"))

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the tree of tags, siblings sorted ignoring the article ال."""
        self._tags, self._uses, self._examples = await self.store(
            lambda library: (library.codebook.tags(), library.codebook.uses(), library.codebook.examples())
        )
        tongue = language()
        rows: dict[Key, GridRow] = {}
        for tag, depth in in_tree(self._tags, tongue):
            if not self.holds(*tag.names.all(), tag.description(tongue)):
                continue
            ink = "detail" if tag.retired else "text"
            about = _("retired") if tag.retired else tag.description(tongue)
            cells = (tag.name(tongue), ltr(tag.slot or ""), str(self._uses.get(tag.id, 0)), about)
            rows[tag.id] = GridRow(cells, (ink, "heading", "detail", "detail"), f"stripe.{tag.color}", depth)
        layout = (
            Column(_("Tag"), 24),
            Column(_("Key"), 8),
            Column(_("Passages"), 8, "end", spare=1),
            Column(_("Description")),
        )
        return layout, list(rows), rows

    def _chosen(self) -> Tag | None:
        return next((tag for tag in self._tags if tag.id == self.grid.key), None)

    def about(self) -> str:
        """Return the memo of the tag, or else an example from the text."""
        tag = self._chosen()
        if tag is None:
            return ""
        if tag.memo:
            return _("Memo: {memo}", memo=" ".join(tag.memo.split()))
        example = self._examples.get(tag.id, "")
        return _("For example: “{quote}”", quote=example) if example else ""

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "new": self.do_new,
            "rename": self.do_rename,
            "describe": self.do_describe,
            "memo": self.do_memo,
            "move": self.do_move,
            "join": self.do_join,
            "recolor": self.do_recolor,
            "slot": self.do_slot,
            "retire": self.do_retire,
            "paste": self.do_paste,
        }

    def do_go(self) -> None:
        """Show the passages of the tag."""
        tag = self._chosen()
        if tag is not None:
            self.app.push_screen(AnnotationList(self.text_screen, tag=tag.id, everywhere=True))

    def do_new(self) -> None:
        """Add a top-level tag."""

        async def named(name: str) -> None:
            tag = await self.act(lambda library: library.codebook.new(name, language()))
            self.grid.go(tag.id)
            self.say(_("New tag: {name}", name=name))

        self.ask(_("New tag"), named, prompt=_("Name"))

    def do_rename(self) -> None:
        """Rename the tag in the interface language."""
        tag, tongue = self._chosen(), language()
        if tag is None:
            return

        async def named(name: str) -> None:
            await self.act(lambda library: library.codebook.rename(tag.id, name, tongue))

        self.ask(_("Rename “{name}”", name=tag.name(tongue)), named, value=tag.name(tongue))

    def do_describe(self) -> None:
        """Edit the description of the tag."""
        tag, tongue = self._chosen(), language()
        if tag is not None:
            self._write(
                tag, _("Description"), tag.description(tongue),
                lambda text: self.act(lambda library: library.codebook.describe(tag.id, text, tongue)),
            )  # fmt: skip

    def do_memo(self) -> None:
        """Edit the memo of the tag."""
        tag = self._chosen()
        if tag is not None:
            self._write(
                tag, _("Memo"), tag.memo,
                lambda text: self.act(lambda library: library.codebook.remember(tag.id, text)),
            )  # fmt: skip

    def _write(self, tag: Tag, title: str, text: str, then: Saved) -> None:
        async def written(note: str | None) -> None:
            if note is not None and note != text:
                await self._then(then(note))

        self.app.push_screen(NoteScreen(tag.name(language()), text, title), written)

    async def do_move(self) -> None:
        """Move the tag under another one, or to the top level."""
        tag = self._chosen()
        if tag is None:
            return

        async def picked(parent: Tag) -> None:
            await self.act(lambda library: library.codebook.move(tag.id, parent.id))
            self.grid.go(tag.id)

        title = _("Move “{name}” under", name=tag.name(language()))
        await self.choose_tag(title, picked, besides=tag.id, any_=_("top level"))

    async def do_join(self) -> None:
        """Merge the tag into another one."""
        tag = self._chosen()
        if tag is None:
            return

        async def picked(into: Tag) -> None:
            name, other = tag.name(language()), into.name(language())
            await self.act(
                lambda library: library.codebook.merge(tag.id, into.id),
                _("Merged “{name}” into “{other}”. {key} to undo.", name=name, other=other, key=ltr("u")),
            )
            self.grid.go(into.id)

        await self.choose_tag(_("Merge “{name}” into", name=tag.name(language())), picked, besides=tag.id)

    async def do_recolor(self) -> None:
        """Give the tag the next colour."""
        tag = self._chosen()
        if tag is not None:
            await self.act(lambda library: library.codebook.recolor(tag.id, tag.color % COLORS + 1))

    def do_slot(self) -> None:
        """Assign a digit key to the tag, or none."""
        tag = self._chosen()
        if tag is None:
            return
        held = {one.slot: one.name(language()) for one in self._tags if one.slot}
        choices = [Choice(str(n), str(n), held.get(n, "")) for n in SLOTS]

        async def picked(slot: str) -> None:
            await self.act(lambda library: library.codebook.slot(tag.id, int(slot) or None))

        self.choose(_("Key of “{name}”", name=tag.name(language())), [*choices, Choice("0", _("no key"))], picked)

    async def do_retire(self) -> None:
        """Retire the tag, or bring it back into use."""
        tag = self._chosen()
        if tag is not None:
            await self.act(lambda library: library.codebook.retire(tag.id, retired=not tag.retired))

    def do_paste(self) -> None:
        """Import a list of tags, either pasted or from the path of a file."""

        async def written(text: str | None) -> None:
            if text:
                await self._then(self._read(text))

        title = _("A list of tags, one on each line, or the path of a file")
        self.app.push_screen(NoteScreen(_("name: description; indent for a sub-tag"), "", title), written)

    async def _read(self, text: str) -> None:
        if "\n" not in text.strip():
            with suppress(OSError, ValueError):
                source = read_source(text.strip())
                text = read_text(source).text
        listed, tongue = parse_list(text), language()
        new = await self.act(lambda library: library.codebook.read(listed, tongue))
        there = len(listed) - len(new)
        self.say(_("Imported {new}; {there} already present", new=counted_noun("tag", len(new), "of"), there=there))
