"""A dialog for writing a note on a passage."""

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
    """A small editor whose result is the note, or None if it was closed without saving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("ctrl+e,f4", "edit", show=False, priority=True),
    ]

    def __init__(self, quote: str, note: str, title: str = "") -> None:
        """Edit `note`. quote: the passage or other subject, shown above; title: what is written, if not a note."""
        super().__init__()
        self._heading = title
        self._quote, self._note = " ".join(quote.split()), note
        self._asked = False

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="note", classes="dialog"):
            yield Static(self._heading or _("Note"), classes="dialog-title", markup=False)
            yield Static(
                _("“{quote}”", quote=cut(self._quote, _LONGEST_QUOTE)),
                classes="dialog-quote",
                markup=False,
            )
            yield Lines(self._note)
            yield Static(self._help(), classes="dialog-help", id="note-help", markup=False)

    @staticmethod
    def _help() -> str:
        return _("{save} save   {edit} editor   {leave} cancel", save=ltr("Ctrl+S"), edit=ltr("F4"), leave=ltr("Esc"))

    def on_mount(self) -> None:
        """Focus the editor, with the cursor at the end of the note."""
        self.set_focus(self.query_one(Lines))

    def action_leave(self) -> None:
        """Close without saving; if the note was changed, only on the second request."""
        if self._asked or self.query_one(Lines).value.strip() == self._note.strip():
            self.dismiss(None)
            return
        self._asked = True
        self.query_one("#note-help", Static).update(
            _("Unsaved. {leave} again to discard, {save} to save.", leave=ltr("Esc"), save=ltr("Ctrl+S"))
        )

    def on_field_changed(self, event: Lines.Changed) -> None:
        """Ask again before discarding what was written after the first request to close."""
        event.stop()
        if self._asked:
            self._asked = False
            self.query_one("#note-help", Static).update(self._help())

    def action_save(self) -> None:
        """Close and return what is written."""
        self.dismiss(self.query_one(Lines).value.strip())

    def action_edit(self) -> None:
        """Open the user's external editor on the whole terminal, and put the text saved there into the field."""
        lines = self.query_one(Lines)
        with self.app.suspend():
            text = edited(lines.value)
        if text is not None:
            lines.value = text
        told = _("Could not run the editor; set another in {name}", name="$EDITOR")
        self.query_one("#note-help", Static).update(self._help() if text is not None else told)
        self._asked = False
        self.app.refresh(layout=True)
