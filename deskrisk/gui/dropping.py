"""Files that are dropped on a window: workshop files and risk registers, one or many."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from deskrisk.domain.register_files import REGISTER_SUFFIXES
from deskrisk.services.workshop_files import SUFFIX


class FileDrops(QObject):
    """Watches a window for files that can be opened; what a field takes for itself stays with it.

    Signals:
        dropped(Path): one of them; several are told one after the other.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let such files in, and take them."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        if not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event)
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            for file in files:
                self.dropped.emit(file)
        return True


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files of a drop that can be opened."""
    files = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
    known = (SUFFIX, *REGISTER_SUFFIXES)
    return tuple(each for each in files if each.suffix.lower() in known)
