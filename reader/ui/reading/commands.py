"""What the commands do that are no motions: one method for each, named after the command's id."""

from typing import TYPE_CHECKING

from annotations.values.spans import Span
from reader.language.i18n import _
from reader.page.blocks import build_blocks
from reader.ui.page import selection_steps
from reader.ui.page.geometry import default_sidebars, fits_both

if TYPE_CHECKING:
    from reader.ui.reading.screen import ReadingScreen


class Doing:
    """The commands of one reading screen."""

    def __init__(self, screen: "ReadingScreen") -> None:
        """Act on this screen."""
        self._screen = screen
        self._seed = 0

    def select(self) -> None:
        """Start a selection at the cursor, or drop it."""
        if self._screen.pane.origin is None:
            self._screen.pane.select(Span(self._screen.pane.cursor, self._screen.pane.cursor + 1))
        else:
            self._screen.pane.drop_selection()

    def _ladder(self) -> list[Span]:
        """Return the steps around where widening began, as long as that is in the selection."""
        selected = self._screen.pane.selection
        if selected is None:
            self._seed = self._screen.pane.cursor
        elif not selected.holds(self._seed):
            self._seed = selected.start
        return selection_steps.steps(self._screen.opened.text, self._screen.opened.reading, self._seed)

    def widen(self) -> None:
        """Widen the selection by one step."""
        found = selection_steps.wider(self._ladder(), self._screen.pane.selection)
        if found is not None:
            self._screen.pane.select(found)

    def narrow(self) -> None:
        """Narrow the selection by one step, to nothing at last."""
        selected = self._screen.pane.selection
        if selected is not None:
            found = selection_steps.narrower(self._ladder(), selected)
            if found:
                self._screen.pane.select(found)
            else:
                self._screen.pane.drop_selection()
                self._screen.pane.go(self._seed)

    async def tag_again(self) -> None:
        """Give the tag that was given last."""
        await self._screen.acts.again()

    async def bound_start(self) -> None:
        """Let the annotation here begin at the cursor."""
        await self._screen.acts.bound(start=True)

    async def bound_end(self) -> None:
        """Let the annotation here end at the cursor."""
        await self._screen.acts.bound(start=False)

    def form(self) -> None:
        """Open the coding form."""
        self._screen.over.form()

    def memo(self) -> None:
        """Write a memo on the text."""
        self._screen.acts.memo()

    async def blind(self) -> None:
        """Hide what others annotated, or show it."""
        await self._screen.acts.blind()

    def work(self) -> None:
        """Let a list be chosen."""
        self._screen.over.menu()

    def same(self) -> None:
        """Show every place of the word here."""
        self._screen.over.same()

    def concordance(self) -> None:
        """Show a concordance."""
        self._screen.over.concordance()

    def find_way(self) -> None:
        """Find folded, exactly, or by a pattern."""
        self._screen.finding.turn()

    def tag_pick(self) -> None:
        """Pick a tag."""
        self._screen.acts.pick()

    def correct(self) -> None:
        """Put right what was understood here."""
        self._screen.correcting.menu()

    def note(self) -> None:
        """Write a note."""
        self._screen.acts.note()

    async def remove(self) -> None:
        """Remove the annotation here."""
        await self._screen.acts.remove()

    async def undo(self) -> None:
        """Take back the last act."""
        await self._screen.acts.replay(back=True)

    async def redo(self) -> None:
        """Do again what was undone."""
        await self._screen.acts.replay(back=False)

    def copy(self) -> None:
        """Copy the passage."""
        self._screen.finding.copy(cited=False)

    def cite(self) -> None:
        """Copy the passage as a citation."""
        self._screen.finding.copy(cited=True)

    def find(self) -> None:
        """Begin to find."""
        self._screen.finding.begin()

    def hit_next(self) -> None:
        """Go to the next place found."""
        self._screen.finding.step(1)

    def hit_previous(self) -> None:
        """Go to the previous place found."""
        self._screen.finding.step(-1)

    def annotation_next(self) -> None:
        """Go to the next annotation."""
        self._screen.finding.annotation(1)

    def annotation_previous(self) -> None:
        """Go to the previous annotation."""
        self._screen.finding.annotation(-1)

    def cancel(self) -> None:
        """Drop the selection, else the places lit up, else leave the sidebar."""
        if self._screen.finding.typing:
            self._screen.finding.end(keep=False)
        elif self._screen.pane.origin is not None:
            self._screen.pane.drop_selection()
        elif self._screen.finding.places:
            self._screen.finding.clear()
        elif self._screen.focused is not self._screen.pane:
            self._screen.pane.focus()

    def fold(self) -> None:
        """Fold page furniture away, or show it."""
        if not self._screen.opened.reading.noise:
            self._screen.say(_("No page furniture in this text"))
            return
        self._screen.folded = not self._screen.folded
        self._screen.pane.reflow(
            build_blocks(self._screen.opened.text, self._screen.opened.reading, folded=self._screen.folded)
        )
        self._screen.followed()

    def aids(self) -> None:
        """Choose the reading aids."""
        self._screen.hashiya.show_aids()

    def outline(self) -> None:
        """Show or hide the outline."""
        self._toggle(0, "#sessions")

    def voices(self) -> None:
        """Show or hide speakers and topics."""
        self._toggle(1, "#speakers")

    def _toggle(self, side: int, list_name: str) -> None:
        wanted = list(self._screen.wanted or default_sidebars(self._screen.app.size.width))
        wanted[side] = not wanted[side]
        if wanted[side] and not fits_both(self._screen.app.size.width):
            wanted[1 - side] = False
        self._screen.wanted = (wanted[0], wanted[1])
        self._screen.lay_out()
        (self._screen.query_one(list_name) if wanted[side] else self._screen.pane).focus()

    def pane_next(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def pane_previous(self) -> None:
        """Go to the previous pane."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        panes = [self._screen.pane, *(self._screen.query_one(name) for name in ("#sessions", "#speakers", "#topics"))]
        shown = [pane for pane in panes if all(node.display for node in pane.ancestors_with_self)]
        if len(shown) == 1:
            self.outline()
            return
        at = shown.index(self._screen.focused) if self._screen.focused in shown else 0
        shown[(at + step) % len(shown)].focus()

    def calibrate(self) -> None:
        """Do the eye test on the terminal itself."""
        self._screen.hashiya.calibrate()

    def suspend(self) -> None:
        """Give the terminal back."""
        self._screen.app.action_suspend_process()

    def palette(self) -> None:
        """Show all commands by name."""
        self._screen.hashiya.show_palette(self._screen)

    def help(self) -> None:
        """Show all keys."""
        self._screen.hashiya.show_help(self._screen)

    def quit(self) -> None:
        """Leave."""
        self._screen.app.exit()
