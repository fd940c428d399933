"""The palette: a calm surface over the window; type, choose, Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.announcing import announce
from deskrisk.gui.widgets.rows import Row, RowList
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.palette import Finder, Offer

WIDTH = 640
_TOP = 64
_MARGIN = 24
_LIST_HEIGHT = 380
_SHADOW = 12
_TURNS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_OWN_WITH_CTRL = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class _Query(QLineEdit):
    """The field of the palette: it keeps the focus, the list follows its arrow keys."""

    turned = Signal(int)
    taken = Signal()
    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Keys of the page below wait until the palette is left."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if event.key() in _OWN_WITH_CTRL if ctrl else not function:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down, Enter and Escape belong to the list; the rest is typing."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001  Qt's own signature
        """Tab stays here: there is nothing else to reach."""
        return True


class Palette(QWidget):
    """Over one window, while it is open.

    Signals:
        taken(str): the key of what was chosen; the focus is back where it was by then.
        closed(): it was left, with or without a choice.
    """

    taken = Signal(str)
    closed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(_("Find an action"))
        self._before: QWidget | None = None
        self._finder = Finder(())
        self._shown: dict[str, Offer] = {}
        self._card = QWidget(self)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        self.query = _Query()
        self.query.setObjectName("palette_query")
        self.query.setAccessibleName(_("Find an action"))
        self.query.setPlaceholderText(_("What would you like to do, or where to go?"))
        self.query.setFixedHeight(40)
        self.query.textChanged.connect(self._filter)
        self.query.turned.connect(self._turn)
        self.query.taken.connect(self._take)
        self.query.given_up.connect(self.leave)
        self.list = RowList(_("What can be done"))
        self.list.setObjectName("palette_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._take())
        self.nothing = text_label(_("Nothing answers to that."), "soft", name="palette_nothing")
        self.nothing.setContentsMargins(12, 12, 12, 12)
        for each in (self.query, hairline(), self.list, self.nothing):
            column.addWidget(each)
        window.installEventFilter(self)
        self.hide()

    def open(self, offers: Sequence[Offer], recent: Sequence[str] = (), prompt: str = "") -> None:
        """Show the palette, empty; the focus comes back to where it is now.

        Args:
            offers: what there is to choose from.
            recent: keys of what was done lately, the last one first.
            prompt: what is asked for; empty for an action or a place.
        """
        self.query.setPlaceholderText(prompt or _("What would you like to do, or where to go?"))
        self.query.setAccessibleName(prompt or _("Find an action"))
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._finder = Finder(offers, recent)
        self.query.clear()
        self._filter("")
        self._fit()
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one

    def leave(self) -> None:
        """Close it and give the focus back."""
        if not self.isVisible():
            return
        QApplication.instance().focusChanged.disconnect(self._focus_moved)  # type: ignore[union-attr]  # there is one
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def held_focus(self) -> QWidget | None:
        """What had the focus before the palette."""
        return self._before

    def current(self) -> Offer | None:
        """The offer that Enter takes."""
        return self._shown.get(str(self.list.current_key()))

    def _filter(self, typed: str) -> None:
        found = self._finder.found(typed)
        self._shown = {each.key: each for each in found}
        self.list.show_rows([_row(each) for each in found])
        first = next((each.key for each in found if not each.refused), None)
        self.list.show_current(first or (found[0].key if found else None))
        self.list.scrollToTop()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        counted = ngettext("{count} found", "{count} found", len(found)).format(count=len(found))
        self._tell(counted)

    def _turn(self, by: int) -> None:
        rows = self.list.rows()
        if not rows:
            return
        at = next((at for at, row in enumerate(rows) if row.key == self.list.current_key()), 0)
        goal = (at + by) % len(rows) if abs(by) == 1 else min(max(at + by, 0), len(rows) - 1)
        self.list.show_current(rows[goal].key)
        self._tell("")

    def _tell(self, before: str) -> None:
        """The focus stays in the field, so what is chosen in the list has to be said."""
        offer = self.current()
        words = (offer.words, offer.keys, offer.refused) if offer is not None else ()
        announce(self.query, ", ".join(each for each in (before, *words) if each))

    def _take(self) -> None:
        offer = self.current()
        if offer is None or offer.refused:
            return
        self.leave()
        self.taken.emit(offer.key)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.query and now.window() is self.window():
            self._before = None
            self.leave()

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        width = min(WIDTH, self.width() - 2 * _MARGIN)
        height = min(_LIST_HEIGHT + 56, self.height() - _TOP - _MARGIN)
        self._card.setGeometry(QRect((self.width() - width) // 2, _TOP, width, height))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card leaves it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card with its soft shadow; what is behind stays readable."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self._card.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(theme().colour("ink" if theme().name == "light" else "sunken"))
        for out in range(_SHADOW, 0, -2):
            shade.setAlphaF(0.018)
            painter.setBrush(shade)
            painter.drawRoundedRect(card.adjusted(-out, -out + 3, out, out + 3), 10 + out, 10 + out)
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


def _row(offer: Offer) -> Row:
    note = "  \N{MIDDLE DOT}  ".join(each for each in (offer.kind, offer.keys) if each)
    return Row(
        key=offer.key,
        title=offer.words,
        soft=offer.refused,
        note=note,
        quiet=bool(offer.refused),
    )


def open_palette(
    window: QMainWindow,
    offers: Callable[[QWidget | None], Sequence[Offer]],
    recent: Sequence[str],
    taken: Callable[[str], object],
    *,
    prompt: str = "",
) -> Palette:
    """Open the palette of a window, or close it where it is open.

    Args:
        window: which one.
        offers: gives what there is, from what had the focus.
        recent: keys of what was done lately, the last one first.
        taken: takes the key of what is chosen; the same one each time.
        prompt: what is asked for; empty for an action or a place.
    """
    palette = window.findChild(Palette, "palette")
    if palette is None:
        palette = Palette(window)
        palette.taken.connect(taken)
    if palette.isVisible():
        palette.leave()
    else:
        palette.open(offers(QApplication.focusWidget()), recent, prompt)
    return palette
