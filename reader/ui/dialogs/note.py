"""Writing a note on a passage."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.desktop.editor import edited
from reader.language.i18n import _, ltr
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.field import Lines
from reader.ui.wording.reading_bars import cut

_LONGEST_QUOTE = 160


class NoteScreen(Dialog[str | None]):
    """A small editor; what it is left with is the note, None where it was left without saving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("ctrl+e,f4", "edit", show=False, priority=True),
    ]

    def __init__(self, quote: str, note: str, title: str = "") -> None:
        """Edit `note`; `quote` is the passage, or what else it is about, shown above. title: what is written, else a note."""
        super().__init__()
        self._heading = title
        self._quote, self._note = " ".join(quote.split()), note
        self._asked = False

    def compose(self) -> ComposeResult:
        """Lay the dialog out."""
        with Vertical(id="note", classes="dialog"):
            yield Static(self._heading or _("Note"), classes="dialog-title")
            yield Static(
                _("“{quote}”", quote=cut(self._quote, _LONGEST_QUOTE)),
                classes="dialog-quote",
                markup=False,
            )
            yield Lines(self._note)
            yield Static(self._help(), classes="dialog-help", id="note-help")

    @staticmethod
    def _help() -> str:
        return _("{save} save   {edit} editor   {leave} cancel", save=ltr("Ctrl+S"), edit=ltr("F4"), leave=ltr("Esc"))

    def on_mount(self) -> None:
        """Begin at the end of the note."""
        self.set_focus(self.query_one(Lines))

    def action_leave(self) -> None:
        """Leave without saving; where something was written, only when asked twice."""
        if self._asked or self.query_one(Lines).value.strip() == self._note.strip():
            self.dismiss(None)
            return
        self._asked = True
        self.query_one("#note-help", Static).update(
            _("Unsaved. {leave} again to discard, {save} to save.", leave=ltr("Esc"), save=ltr("Ctrl+S"))
        )

    def on_field_changed(self, event: Lines.Changed) -> None:
        """Ask again before dropping what was written after the first question."""
        event.stop()
        if self._asked:
            self._asked = False
            self.query_one("#note-help", Static).update(self._help())

    def action_save(self) -> None:
        """Leave with what is written."""
        self.dismiss(self.query_one(Lines).value.strip())

    def action_edit(self) -> None:
        """Write in the editor of the user's choice, with the whole terminal; what is saved there is in the field then."""
        lines = self.query_one(Lines)
        with self.app.suspend():
            text = edited(lines.value)
        if text is not None:
            lines.value = text
        told = _("Could not run the editor; set another in {name}", name="$EDITOR")
        self.query_one("#note-help", Static).update(self._help() if text is not None else told)
        self._asked = False
        self.app.refresh(layout=True)
