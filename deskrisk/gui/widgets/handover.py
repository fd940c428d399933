"""When typing is handed over: after a moment of quiet, at the latest after a second, or at once.

What is typed is a draft of one field until then.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

QUIET_MS = 250
MOST_MS = 1000


class Handover(QObject):
    """The draft of one field.

    Args:
        field: the field it belongs to.
        read: gives what the field holds now.
        send: takes what is handed over.
        entry: the field is emptied by Enter, as a slip that is put on the wall: nothing is handed
            over before.
    """

    def __init__(
        self,
        field: QWidget,
        read: Callable[[], object],
        send: Callable[[object], None],
        *,
        entry: bool = False,
    ) -> None:
        super().__init__(field)
        self._read, self._send, self._entry = read, send, entry
        self._known = read()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._most = QTimer(self, singleShot=True, interval=MOST_MS)
        self._quiet.timeout.connect(self.flush)
        self._most.timeout.connect(self.flush)

    def pending(self) -> bool:
        """Is there something typed that nobody has been given yet?"""
        return self._read() != self._known

    def typed(self) -> None:
        """A key changed the text."""
        if self._entry:
            return
        self._quiet.start()
        if not self._most.isActive():
            self._most.start()

    def flush(self) -> None:
        """Hand over what is pending, now."""
        self._quiet.stop()
        self._most.stop()
        if self._entry or not self.pending():
            return
        self._known = self._read()
        self._send(self._known)

    def shown(self) -> None:
        """The field shows a value that came from outside: it is no draft."""
        self._quiet.stop()
        self._most.stop()
        self._known = self._read()


def flush_focused() -> None:
    """Hand over the draft of the field that has the focus."""
    _flush(QApplication.focusWidget())


def flush_fields(root: QWidget) -> None:
    """Hand over every draft in a window or a page."""
    for each in (root, *root.findChildren(QWidget)):
        _flush(each)


def _flush(widget: QWidget | None) -> None:
    flush = getattr(widget, "flush", None)
    if callable(flush):
        flush()
