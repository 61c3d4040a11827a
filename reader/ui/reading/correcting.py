"""Correcting the analysis: a menu of what can be corrected at the cursor, and the acts behind it."""

from collections.abc import Awaitable, Callable, Sequence

from annotations.corrections.apply import REPARSE, label_of
from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.act_kinds import act_kind
from annotations.values.corrections import Correction
from annotations.values.folding import matches
from reader.language.i18n import N_, _, isolate
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.protocols import TextScreen
from reader.ui.reading.correction_menu import (
    LONG,
    AskName,
    AskSpeaker,
    AskTopic,
    Direct,
    Reanalyse,
    Step,
    items,
    look,
)
from reader.ui.reading.reasons import why
from reader.ui.wording.reading_bars import cut

_SHORT = 28  # the longest a name may be within a menu line
_NAMED = N_("Name it “{name}”")


class Correcting:
    """Corrections to the document that a screen shows."""

    def __init__(self, screen: TextScreen) -> None:
        """Correct on this screen."""
        self._screen = screen

    def menu(self) -> None:
        """Offer the corrections possible here; state who is speaking, with what confidence and why."""
        screen = self._screen
        here = look(screen.opened, screen.pane.cursor, screen.pane.selection, screen.passage(), screen.entry())
        offered = items(screen.opened, here)
        lines = [
            Choice(str(at), _(item.words, name=isolate(cut(item.name, _SHORT)))) for at, item in enumerate(offered)
        ]

        def matching(typed: str) -> Sequence[Choice]:
            return [line for line in lines if matches(typed, line.name)]

        about = why(screen.opened, here.statement) if here.statement else ""
        self._ask(
            _("Correct"), matching, lambda picked: self._take(offered[int(picked.key)].step),
            about=about, prompt=_("Type to filter"), empty=_("No such correction here"),
        )  # fmt: skip

    def _take(self, step: Step) -> Awaitable[None] | None:
        """Ask for what a menu line needs, or apply its correction at once."""
        match step:
            case Direct(correction):
                return self._correct(correction)
            case Reanalyse():
                return self._reanalyse()
            case AskName():
                self._ask_name(step)
            case AskSpeaker():
                self._ask_speaker(step)
            case AskTopic():
                self._ask_topic(step)
        return None

    def _ask(
        self,
        title: str,
        matching: Callable[[str], Sequence[Choice]],
        then: Callable[[Picked], Awaitable[None] | None],
        *,
        new: str = "",
        value: str = "",
        about: str = "",
        prompt: str = "",
        empty: str = "",
    ) -> None:
        async def picked(result: Picked | None) -> None:
            if result is None:
                return
            try:
                after = then(result)
                if after is not None:
                    await after
            except HashiyaError as error:
                self._screen.complain(error)

        picker = Picker(
            title, matching, mode=self._screen.mode, new=new, empty=empty, value=value, about=about, prompt=prompt
        )
        self._screen.app.push_screen(picker, picked)

    def _ask_name(self, step: AskName) -> None:
        def named(picked: Picked) -> Awaitable[None] | None:
            if picked.name != step.value:
                return self._correct(step.correction(picked.name))
            self._screen.say(_("Nothing was changed"))
            return None

        self._ask(
            step.title, lambda _typed: [], named, new=_NAMED, value=step.value, prompt=_("Type a name"),
            empty=_("Type a name"),
        )  # fmt: skip

    def _ask_speaker(self, step: AskSpeaker) -> None:
        speakers = [s for s in self._screen.opened.analysis.speakers if s.id != step.besides]

        def matching(typed: str) -> Sequence[Choice]:
            return [Choice(str(s.id), s.name, cut(s.role, LONG)) for s in speakers if matches(typed, s.name)]

        def chosen(picked: Picked) -> Awaitable[None] | None:
            found = step.correction(int(picked.key or 0), picked.name)
            return self._correct(found) if found is not None else None

        new = N_("New speaker “{name}”") if step.new else ""
        self._ask(step.title, matching, chosen, new=new, empty=_("No matching speaker"))

    def _ask_topic(self, step: AskTopic) -> None:
        others = [t.text for t in self._screen.opened.analysis.topics if t.text != step.besides]

        def matching(typed: str) -> Sequence[Choice]:
            return [Choice(text, text) for text in others if matches(typed, text)]

        self._ask(
            step.title, matching, lambda picked: self._correct(step.correction(picked.key)),
            empty=_("No matching topic"),
        )  # fmt: skip

    async def _correct(self, correction: Correction) -> None:
        await self._run(lambda library, document: library.correct(document, correction), label_of(correction))

    async def _reanalyse(self) -> None:
        text = self._screen.opened.text

        def read(library: Library, document: int) -> None:
            from reader.article.parse import parse

            library.reanalyse(document, parse(text[:]))

        if self._screen.opened.stretch is None:
            await self._run(read, REPARSE)
        else:
            await self._screen.ready()
            number = self._screen.opened.document.id
            await self._screen.jobs.run(lambda library: library.large_texts.analyse_again(number))
            self._screen.host.analyse_behind()

    async def _run(self, job: Callable[[Library, int], None], label: str) -> None:
        await self._screen.ready()
        document = self._screen.opened.document.id
        await self._screen.jobs.run(lambda library: job(library, document))
        await self._screen.refresh_analysis()
        self._screen.drop_selection()
        words = _(act_kind(label).words)
        self._screen.say(_("Corrected: {act}. {key} to undo.", act=words, key=self._screen.cap("undo")))
