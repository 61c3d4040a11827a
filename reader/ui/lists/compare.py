"""Two coders side by side on the same text, and the resolution of their differences."""

from collections.abc import Sequence

from annotations.questions.comparison import (
    BOUNDS,
    ONLY_FIRST,
    ONLY_SECOND,
    SAME,
    TAGS,
    Pair,
    is_settled,
    pairs,
    settler,
    stands_for_two,
)
from annotations.values.model import Annotation, Tag
from annotations.values.spans import Span
from reader.language.i18n import N_, _, language, listed, ltr
from reader.ui.dialogs.picker import Choice
from reader.ui.lists.base import ListScreen
from reader.ui.protocols import Command, TextScreen
from reader.ui.widgets.grid import Column, GridRow, Key

KINDS = {
    SAME: N_("agreed"), BOUNDS: N_("different boundaries"), TAGS: N_("different tags"), ONLY_FIRST: N_("first coder only"),
    ONLY_SECOND: N_("second coder only"),
}  # fmt: skip


class CompareScreen(ListScreen):
    """How two coders annotated each passage."""

    NAME = "compare"
    WITHOUT = ("select", "select_all", "order")

    def __init__(self, text_screen: TextScreen) -> None:
        """Compare the current coder with the other coder who has the most annotations on the text."""
        super().__init__(text_screen)
        self._coders = ("", "")
        self._agreed = False
        self._pairs: list[Pair] = []
        self._tags: Sequence[Tag] = ()
        self._settler, self._settled = "", list[Annotation]()
        self._neither: Sequence[Span] = ()

    def heading(self) -> tuple[str, str]:
        """Return who is compared, and how many pairs disagree."""
        first, second = self._coders
        differing = sum(pair.kind != SAME and not self._is_settled(pair) for pair in self._pairs)
        title = _("{first} vs {second}", first=first or "…", second=second or "…")
        return title, _("{n} of {count} disagree", n=differing, count=len(self._pairs))

    def _is_settled(self, pair: Pair) -> bool:
        return is_settled(pair, self._settled, self._neither)

    def empty(self) -> str:
        """Return a message that there is nobody to compare with, or nothing to resolve."""
        if not all(self._coders):
            return _("Only one coder annotated this text. Add a colleague's work with `hashiya merge`.")
        return _("Full agreement")

    async def rows(self) -> tuple[Sequence[Column], Sequence[Key], dict[Key, GridRow]]:
        """Return the pairs in text order."""
        number = self.document
        found, self._tags = await self.store(lambda library: (library.annotations(number), library.codebook.tags()))
        self._coders = self._chosen_coders(found)
        self._settler = settler(*self._coders, self.text_screen.coder)
        self._settled = [a for a in found if a.coder == self._settler]
        name = self._settler
        self._neither = await self.store(lambda library: library.neither_taken(number, name))
        self._pairs = pairs(found, *self._coders) if all(self._coders) else []
        rows: dict[Key, GridRow] = {}
        for at, pair in enumerate(self._pairs):
            one = pair.first or pair.second
            settled = pair.kind != SAME and self._is_settled(pair)
            if one is not None and (self._agreed or pair.kind != SAME) and self.holds(one.anchor.quote):
                told = _("resolved") if settled else _(KINDS[pair.kind])
                cells = (one.anchor.quote, self._told(pair.first), self._told(pair.second), told)
                ink = "detail" if pair.kind == SAME or settled else "text"
                rows[at] = GridRow(cells, (ink, self._ink(pair.first), self._ink(pair.second), "detail"))
        width = max(14, self.app.size.width // 5)
        layout = (Column(_("Passage")), Column(self._coders[0], width), Column(self._coders[1], width), Column("", 16))
        return layout, list(rows), rows

    def _chosen_coders(self, found: Sequence[Annotation]) -> tuple[str, str]:
        """Return the two coders chosen, else the current coder and the other with the most annotations."""
        there = sorted({a.coder for a in found if not stands_for_two(a.coder)})
        if all(coder in there for coder in self._coders):
            return self._coders
        own = self.text_screen.coder if self.text_screen.coder in there else next(iter(there), "")
        others = [coder for coder in there if coder != own]
        most = max(others, key=lambda coder: sum(a.coder == coder for a in found), default="")
        return own, most

    def _told(self, one: Annotation | None) -> str:
        if one is None:
            return "—"
        names = listed(tag.name(language()) for tag in self._tags if tag.id in one.tags)
        return names + (f" • {one.note}" if one.note else "")

    def _ink(self, one: Annotation | None) -> str:
        tag = next((tag for tag in self._tags if one is not None and tag.id in one.tags), None)
        return f"stripe.{tag.color}" if tag else "note"

    def _chosen(self) -> Pair | None:
        return self._pairs[int(self.grid.key)] if self.grid.key is not None else None

    def about(self) -> str:
        """Return the whole passage, in both versions if the boundaries differ."""
        pair = self._chosen()
        if pair is None:
            return ""
        quotes = dict.fromkeys(
            " ".join(one.anchor.quote.split()) for one in (pair.first, pair.second) if one is not None
        )
        return " | ".join(_("“{quote}”", quote=quote) for quote in quotes)

    def commands(self) -> dict[str, Command]:
        """Return the action of each command of this list, by its id."""
        return {
            **super().commands(),
            "go": self.do_go,
            "same": self.do_same,
            "coders": self.do_coders,
            "first": self.do_first,
            "second": self.do_second,
            "both": self.do_both,
            "neither": self.do_neither,
        }

    async def do_go(self) -> None:
        """Go to the passage."""
        pair = self._chosen()
        if pair is not None:
            await self.go_to(self.document, pair.span)

    async def do_same(self) -> None:
        """Show or hide the passages on which the coders agree."""
        self._agreed = not self._agreed
        await self.again()

    async def do_coders(self) -> None:
        """Choose the two coders to compare."""
        number = self.document
        found = await self.store(lambda library: library.annotations(number))
        names = sorted({a.coder for a in found if not stands_for_two(a.coder)})
        both = [(a, b) for a in names for b in names if a < b]
        choices = [Choice(f"{a}\n{b}", _("{first} vs {second}", first=a, second=b)) for a, b in both]

        async def picked(key: str) -> None:
            first, _newline, second = key.partition("\n")
            self._coders = (first, second)
            await self.again()

        self.choose(_("Coders"), choices, picked, empty=_("Only one coder annotated this text"))

    async def _settle(self, *which: int) -> None:
        pair = self._chosen()
        if pair is None:
            return
        chosen = [one for at in which if (one := (pair.first, pair.second)[at]) is not None]
        name = self._settler
        await self.act(
            lambda library: library.settle(pair, chosen, name),
            _("Resolved as {coder}. {key} to undo.", coder=name, key=ltr("u")),
        )

    async def do_first(self) -> None:
        """Accept the first coder's version."""
        await self._settle(0)

    async def do_second(self) -> None:
        """Accept the second coder's version."""
        await self._settle(1)

    async def do_both(self) -> None:
        """Accept both versions."""
        await self._settle(0, 1)

    async def do_neither(self) -> None:
        """Accept neither version."""
        await self._settle()
