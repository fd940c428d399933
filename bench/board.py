"""The page Name in a window without a screen, and hands that press keys and drag on it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.memory import hold_still
from deskrisk.gui.stages.name.layout import Way
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.theme import apply_theme, named_theme
from deskrisk.services.fears import edit_fear, name_fear
from deskrisk.services.meeting import Meeting

Act = Callable[[], object]
_NONE = Qt.KeyboardModifier.NoModifier


class Board:
    """The page of one workshop."""

    def __init__(self, workshop: Workshop) -> None:
        found = QApplication.instance()
        self._app = found if isinstance(found, QApplication) else QApplication([])
        apply_theme(self._app, named_theme("light"))
        self._meeting = Meeting(workshop)
        self._page = NamePage(self._meeting)
        self._stop = self._meeting.listen(self._page.refresh)
        self._page.resize(1052, 900)
        self._page.refresh(None)
        self._page.show()
        self._page.activateWindow()
        self._at = 0
        self._painted()
        hold_still()  # as the program does when a desk is open

    def acts(self) -> Iterator[tuple[str, Act, Act]]:
        """What is measured: its name, the act, and what puts everything back."""
        self._page.parts.field.setFocus()
        yield "a slip comes in", self._type_in, self._undo
        self._page.show_way(Way.PILES)
        self._painted()
        self._press(Qt.Key.Key_Down)
        yield "another in hand", self._walk, self._nothing
        yield "mark one", lambda: self._press(Qt.Key.Key_Space), self._nothing
        self._page.parts.wall.clear_marks()
        alt = Qt.KeyboardModifier.AltModifier
        yield "one to a pile", lambda: self._press(Qt.Key.Key_3, alt), self._undo
        yield "edit one", self._edit, self._undo
        yield "one about us", lambda: self._press(Qt.Key.Key_K), self._undo
        yield "undo", self._undo, self._name_one
        yield "scroll", self._scroll, self._nothing
        self._begin_drag()
        yield "drag", self._drag, self._nothing

    def close(self) -> None:
        """Take the window away."""
        self._stop()
        self._page.close()
        self._page.deleteLater()
        self._painted()

    def _painted(self) -> None:
        for _turn in range(3):
            self._app.processEvents()

    def _press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        target = QApplication.focusWidget() or self._page.parts.wall
        QTest.keyClick(target, key, held)
        self._painted()

    def _walk(self) -> None:
        self._at += 1
        down = (self._at // 20) % 2 == 0
        self._press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def _type_in(self) -> None:
        self._page.parts.field.setPlainText(f"one more thing that nobody has said {self._at}")
        self._press(Qt.Key.Key_Return)

    def _name_one(self) -> None:
        name_fear(self._meeting, "one more thing that nobody has said")
        self._painted()

    def _edit(self) -> None:
        (id_,) = self._page.parts.wall.marked()[:1]
        fear = self._meeting.workshop.fears[id_]  # type: ignore[index]  # the id of a fear
        edit_fear(self._meeting, fear.id, text=f"{fear.text} and more")
        self._painted()

    def _undo(self) -> None:
        if self._meeting.next_undo is not None:
            self._meeting.undo()
        self._painted()

    def _scroll(self) -> None:
        bar = self._page.parts.wall.verticalScrollBar()
        bar.setValue((bar.value() + 97) % max(bar.maximum(), 1))
        self._painted()

    def _begin_drag(self) -> None:
        wall = self._page.parts.wall
        wall.verticalScrollBar().setValue(0)
        index = wall.model().index(3, 0)
        self._start = wall.visualRect(index).center()
        QTest.mousePress(wall.viewport(), Qt.MouseButton.LeftButton, pos=self._start)

    def _drag(self) -> None:
        self._at += 1
        point = self._start + QPoint(30 + self._at % 400, 40 + self._at % 300)
        view = self._page.parts.wall.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(view.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)
        self._painted()

    def _nothing(self) -> None:
        """Nothing has to be put back."""
