"""From the services, on whatever thread, to the windows: what changed, and what is saved."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting


class Bridge(QObject):
    """Listens to one workshop and its library for as long as a window shows them.

    Signals:
        changed(Changes): the workshop has changed.
        saved(SaveState): the writer has stored something, or could not.
    """

    changed = Signal(object)
    saved = Signal(object)

    def __init__(self, parent: QObject, meeting: Meeting, library: Library) -> None:
        super().__init__(parent)
        self._stops: list[Callable[[], object]] = [
            meeting.listen(self.changed.emit),
            library.listen_saved(self.saved.emit),
        ]

    def stop(self) -> None:
        """Listen no longer."""
        while self._stops:
            self._stops.pop()()
