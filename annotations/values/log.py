"""What the log of a library holds: the acts performed in it, undone and redone."""

from typing import Any, NamedTuple


class Act(NamedTuple):
    """One act: its label, its document (None: the library), its state and its subject.

    state: done, undone, dropped (undone for good) or kept (others build on it, so it cannot be undone). about: values
    for the placeholders in its wording.
    """

    id: int
    label: str
    document: int | None
    state: str
    about: dict[str, Any] = {}  # noqa: RUF012 - never changed


class Logged(NamedTuple):
    """A row of the history: an act by any coder, or the undoing ("undo") or redoing ("redo") of one."""

    act: Act
    kind: str
    coder: str
    at: str
    title: str
