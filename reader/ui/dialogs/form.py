"""The coding form of one unit: one line per attribute, with its values on the digit keys."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from annotations.errors import HashiyaError
from annotations.library import Library
from annotations.values.attributes import DOCUMENT, PERSON, STATEMENT, Attribute, CodedUnit
from reader.keys.keymap import expand, layout_in_use
from reader.language.explain import explain
from reader.language.i18n import N_, _, isolate, language, ltr
from reader.typeset.line import columns
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.note import NoteScreen
from reader.ui.key_bindings import bindings_map
from reader.ui.protocols import TextScreen
from reader.ui.style.inks import fore_of
from reader.ui.wording.reading_bars import cut

_LONGEST = 90
SCOPES = {DOCUMENT: N_("Form of the text"), STATEMENT: N_("Form of the statement"), PERSON: N_("Form of the person")}


class FormScreen(Dialog[None]):
    """One line per attribute, with its values; a digit sets the value of the highlighted one, 0 clears it."""

    DIGITS: ClassVar[tuple[str, ...]] = tuple("0123456789")

    def __init__(self, text_screen: TextScreen, unit: CodedUnit, about: str) -> None:
        """Code `unit`. about: its words or name."""
        super().__init__()
        self._text_screen, self._unit, self._about, self._mode = text_screen, unit, about, text_screen.mode
        self._attributes: list[Attribute] = []
        self._set: dict[int, int] = {}
        layout = layout_in_use(text_screen.host.config.arabic_layout)
        actions = {"escape": "dismiss(None)", "q": "dismiss(None)", "i": "new", "d": "remove", "u": "undo"}
        actions |= {digit: f"value({digit})" for digit in self.DIGITS}
        self._bindings = bindings_map((key, what) for one, what in actions.items() for key in expand((one,), layout))

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="form", classes="dialog"):
            yield Static(_(SCOPES[self._unit.scope]), classes="dialog-title", markup=False)
            yield Static(_("“{quote}”", quote=cut(self._about, _LONGEST)), classes="dialog-quote", markup=False)
            yield OptionList(id="attributes")
            yield Static(id="form-help", classes="dialog-help", markup=False)

    async def on_mount(self) -> None:
        """Show the attributes."""
        self.query_one(OptionList).focus()
        self._tell("")
        await self._fill()

    def _tell(self, message: str) -> None:
        keys = _(
            "{digits} value   {none} none   {new} new attribute   {remove} remove   {leave} close",
            digits=ltr("1-9"), none=ltr("0"), new=ltr("i"), remove=ltr("d"), leave=ltr("Esc"),
        )  # fmt: skip
        self.query_one("#form-help", Static).update(message or keys)

    async def _fill(self) -> None:
        unit = self._unit
        self._attributes, self._set = await self._text_screen.jobs.run(
            lambda library: (library.form.attributes(unit.scope), library.form.set_on(unit))
        )
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        options.clear_options()
        for attribute in self._attributes:
            options.add_option(Option(self._line(attribute, max(24, options.content_size.width - 2))))
        if not self._attributes:
            options.add_option(Option(Text(_("No attributes yet. {key} to create one.", key=ltr("i"))), disabled=True))
        options.highlighted = min(at, len(self._attributes) - 1) if self._attributes else None

    def _line(self, attribute: Attribute, room: int) -> Text:
        name = attribute.name(language())
        line = Text(isolate(name), style=fore_of("heading", self._mode))
        line.append(" " * max(2, min(18, room // 3) - columns(name)))
        for value in attribute.values:
            chosen = self._set.get(attribute.id) == value.id
            ink = "heading" if chosen else "detail"
            mark = "●" if chosen else ltr(value.number)
            line.append(f"{mark} {isolate(value.name(language()))}   ", fore_of(ink, self._mode))
        return line

    def _chosen(self) -> Attribute | None:
        at = self.query_one(OptionList).highlighted
        return self._attributes[at] if at is not None and at < len(self._attributes) else None

    async def action_value(self, number: int) -> None:
        """Set the value of the highlighted attribute, and move to the next one."""
        attribute = self._chosen()
        if attribute is None:
            return
        value = next((one.id for one in attribute.values if one.number == number), None)
        if value is None and number:
            return
        unit = self._unit
        await self._run(lambda library: library.form.set(unit, attribute.id, value))
        options = self.query_one(OptionList)
        options.highlighted = min((options.highlighted or 0) + 1, len(self._attributes) - 1)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Switch the highlighted attribute to its next value."""
        event.stop()
        attribute = self._chosen()
        if attribute is not None:
            numbers = [0, *(value.number for value in attribute.values)]
            held = attribute.value(self._set.get(attribute.id, 0))
            now = numbers.index(held.number) if held else 0
            await self.action_value(numbers[(now + 1) % len(numbers)])

    async def _run(self, job: Callable[[Library], object]) -> None:
        try:
            await self._text_screen.jobs.run(job)
            self._tell("")
        except HashiyaError as error:
            self._tell(explain(error))
        await self._fill()

    def action_new(self) -> None:
        """Add an attribute, written as its name on the first line and one value on each further line."""
        scope, tongue = self._unit.scope, language()

        async def written(text: str | None) -> None:
            if text:
                name, *values = [line.strip(" -•\t") for line in text.splitlines() if line.strip()]
                await self._run(lambda library: library.form.new(scope, name, values, tongue))

        hint = _("first line: its name; then one value on each line")
        self.app.push_screen(NoteScreen(hint, "", _("New attribute")), written)

    async def action_remove(self) -> None:
        """Remove the highlighted attribute from the form."""
        attribute = self._chosen()
        if attribute is not None:
            await self._run(lambda library: library.form.remove(attribute.id))

    async def action_undo(self) -> None:
        """Undo the last act."""
        await self._run(lambda library: library.undo(None))
