"""Putting right what was understood: a menu of what can be corrected here, and the acts behind it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from annotations.corrections.apply import REPARSE, label_of
from annotations.errors import CorrectionGone, HashiyaError
from annotations.library import Library
from annotations.values import corrections
from annotations.values.corrections import Correction
from annotations.values.spans import Span
from reader.language.i18n import N_, _, isolate
from reader.text.search import find_all
from reader.ui.dialogs.picker import Choice, Picked, Picker
from reader.ui.reading.correction_menu import ACTS, Here, items, look
from reader.ui.reading.reasons import why
from reader.ui.wording.reading_bars import cut

if TYPE_CHECKING:
    from reader.ui.reading.screen import ReadingScreen

_LONG = 40
_SHORT = 28  # of a name inside a line of the menu
_NAMED = N_("Name it “{name}”")


class Correcting:
    """The corrections of the document that a screen shows."""

    def __init__(self, screen: "ReadingScreen") -> None:
        """Correct on this screen."""
        self._screen = screen

    def menu(self) -> None:
        """Offer what can be put right here; say who speaks here, how surely and why."""
        screen = self._screen
        here = look(screen.opened, screen.pane.cursor, screen.pane.selection, screen.passage(), screen.entry())
        lines = [Choice(i.id, _(i.words, name=isolate(cut(i.name, _SHORT)))) for i in items(screen.opened, here)]

        def matching(typed: str) -> Sequence[Choice]:
            return [line for line in lines if not typed or find_all(line.name, typed)]

        about = why(screen.opened, here.statement) if here.statement else ""
        self._ask(
            _("Put right"), matching, lambda picked: self._do(picked.key, here),
            about=about, prompt=_("Type to narrow down"), empty=_("Nothing like this can be put right here"),
        )  # fmt: skip

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

    def _name(self, title: str, wish: Callable[[str], Correction], value: str = "") -> None:
        """Ask for a name, then correct."""

        def named(picked: Picked) -> Awaitable[None] | None:
            if picked.name != value:
                return self._correct(wish(picked.name))
            self._screen.say(_("Nothing was changed"))
            return None

        self._ask(
            title, lambda _typed: [], named, new=_NAMED, value=value, prompt=_("Type a name"), empty=_("Type a name")
        )

    def _ask_speaker(
        self, title: str, besides: int, wish: Callable[[int, str], Correction | None], *, new: bool
    ) -> None:
        """Ask for a speaker by part of the name; `wish` is given the number, or 0 and a new name."""
        speakers = [s for s in self._screen.opened.reading.speakers if s.id != besides]

        def matching(typed: str) -> Sequence[Choice]:
            return [
                Choice(str(s.id), s.name, cut(s.role, _LONG)) for s in speakers if find_all(s.name, typed) or not typed
            ]

        def chosen(picked: Picked) -> Awaitable[None] | None:
            found = wish(int(picked.key or 0), picked.name)
            return self._correct(found) if found is not None else None

        self._ask(
            title, matching, chosen, new=N_("New speaker “{name}”") if new else "", empty=_("No speaker has this name")
        )

    async def _do(self, item: str, here: Here) -> None:
        kind, _dot, what = item.partition(".")
        if kind == "again":
            await self._again()
            return
        handlers: dict[str, Callable[[str, Here], Correction | None]] = {
            "statement": self._of_statement, "speaker": self._of_speaker, "session": self._of_session,
            "topic": self._of_topic, "noise": self._of_noise,
        }  # fmt: skip
        wish = handlers[kind](what, here)
        if wish is not None:
            await self._correct(wish)

    def _of_statement(self, what: str, here: Here) -> Correction | None:
        said, passage = here.statement, here.passage
        if what == "add":
            span = passage or Span(here.cursor, here.cursor + 1)
            self._ask_speaker(
                _("Who says this?"), 0,
                lambda n, name: corrections.Attribute(span, n) if n else corrections.AddSpeaker(name, statement=span), new=True,
            )  # fmt: skip
            return None
        if said is None:
            raise CorrectionGone
        if what == "none":
            return corrections.DeleteStatement(said.span, said.speaker)
        if what == "bounds" and passage is not None:
            return corrections.BoundStatement(said.span, said.speaker, passage)
        self._ask_speaker(
            _("Who says this?"), said.speaker,
            lambda n, name: corrections.Attribute(said.span, n, said.speaker) if n else self._to_new(said.span, said.speaker, name),
            new=True,
        )  # fmt: skip
        return None

    def _to_new(self, span: Span, speaker: int, name: str) -> Correction:
        """Return the correction that gives one statement to a speaker who is not there yet."""
        return corrections.AddSpeaker(name, statement=span, before=speaker)

    def _of_speaker(self, what: str, here: Here) -> Correction | None:
        speaker = here.speaker
        if what == "add":
            mention = here.passage if here.selected else None
            text = mention.cut(self._screen.opened.text) if mention else ""
            self._name(_("New speaker"), lambda name: corrections.AddSpeaker(name, mention=mention), cut(text, _LONG))
            return None
        if speaker is None:
            raise CorrectionGone
        number = speaker.id
        if what == "delete":
            return corrections.DeleteSpeaker(number)
        if what == "rename":
            self._name(_("Rename speaker"), lambda name: corrections.RenameSpeaker(number, name), speaker.name)
        elif what == "split" and here.statement is not None:
            start = here.statement.span.start
            title = _("Who says it from here on?")
            self._ask_speaker(title, number, lambda n, name: corrections.SplitSpeaker(number, start, name, n), new=True)
        elif what == "merge":
            title = _("{name} is the same as…", name=isolate(speaker.name))
            self._ask_speaker(
                title, number, lambda n, _new: corrections.MergeSpeakers(number, n) if n else None, new=False
            )
        return None

    def _of_session(self, what: str, here: Here) -> Correction | None:
        session, passage = here.session, here.passage
        if what == "add" and passage is not None:
            self._name(_("New session"), lambda name: corrections.AddSession(passage, name))
            return None
        if session is None:
            raise CorrectionGone
        number = session.number
        if what == "rename":
            self._name(_("Rename session"), lambda name: corrections.RenameSession(number, name), session.label)
        elif what == "split":
            self._name(_("New session"), lambda name: corrections.SplitSession(number, here.paragraph, name))
        elif what == "move" and passage is not None:
            return corrections.MoveSession(number, passage)
        elif what == "merge":
            return corrections.MergeSessions(number)
        elif what == "delete":
            return corrections.DeleteSession(number)
        return None

    def _of_topic(self, what: str, here: Here) -> Correction | None:
        topic, opened = here.topic, self._screen.opened
        if what == "add" and here.passage is not None:
            text = here.passage.cut(opened.text)
            return corrections.AddTopic(text, tuple(find_all(opened.text, text)) or (here.passage,))
        if topic is None:
            raise CorrectionGone
        if what == "delete":
            return corrections.DeleteTopic(topic.text)
        if what == "rename":
            self._name(_("Rename topic"), lambda name: corrections.RenameTopic(topic.text, name), topic.text)
            return None
        others = [t.text for t in opened.reading.topics if t.text != topic.text]

        def matching(typed: str) -> Sequence[Choice]:
            return [Choice(text, text) for text in others if not typed or find_all(text, typed)]

        title = _("Topic {name} is the same as…", name=isolate(topic.text))
        self._ask(
            title, matching, lambda p: self._correct(corrections.MergeTopics(topic.text, p.key)),
            empty=_("No topic has this name"),
        )  # fmt: skip
        return None

    def _of_noise(self, what: str, here: Here) -> Correction | None:
        if what == "delete" and here.noise is not None:
            return corrections.DeleteNoise(here.noise.span)
        return corrections.AddNoise(here.passage) if here.passage is not None else None

    async def _correct(self, correction: Correction) -> None:
        await self._run(lambda library, document: library.correct(document, correction), label_of(correction))

    async def _again(self) -> None:
        text = self._screen.opened.text

        def read(library: Library, document: int) -> None:
            from reader.article.parse import parse

            library.read_again(document, parse(text))

        await self._run(read, REPARSE)

    async def _run(self, job: Callable[[Library, int], None], label: str) -> None:
        await self._screen.ready()
        document = self._screen.opened.document.id
        await self._screen.jobs.run(lambda library: job(library, document))
        await self._screen.refresh_reading()
        self._screen.drop_selection()
        self._screen.say(_("Put right: {act}. {key} brings it back.", act=_(ACTS[label]), key=self._screen.cap("undo")))
