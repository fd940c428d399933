"""One fear at a time, large, as the room sees it; every act by one key."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.reading import ReadingView

_DOT, _STEP = 8, 14


class Ask(Enum):
    """What one sentence is asked for."""

    PARK = "park"
    AGREE = "agree"
    QUESTION = "question"


class SaidField(TextField):
    """The field for the sentence; Escape leaves it.

    Signals:
        given_up(): Escape.
    """

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to reading."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class HeardDots(QWidget):
    """A dot for each fear: full when it was heard, with a ring around the one being read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("heard_dots")
        self._ticks: tuple[bool, ...] = ()
        self._place = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_dots(self, ticks: tuple[bool, ...], place: int) -> None:
        """Show how far the reading is."""
        self._ticks, self._place = ticks, place
        words = _("{heard} of {count} heard").format(heard=sum(ticks), count=len(ticks))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Many dots take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        across = max(width // _STEP, 1)
        return max(-(-len(self._ticks) // across), 1) * _STEP + 2

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = max(self.width() // _STEP, 1)
        for at, heard in enumerate(self._ticks):
            middle = QPointF(at % across * _STEP + _STEP / 2, at // across * _STEP + _STEP / 2)
            painter.setPen(QPen(theme().colour("accent" if heard else "edge"), 1))
            painter.setBrush(theme().colour("accent" if heard else "surface"))
            painter.drawEllipse(middle, _DOT / 2 - 1, _DOT / 2 - 1)
            if at == self._place:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().colour("accent"), 1.5))
                painter.drawEllipse(middle, _STEP / 2 - 1.5, _STEP / 2 - 1.5)


class _WholeText(QScrollArea):
    """A place for a text of any length: what does not fit scrolls, it is never cut."""

    def __init__(self, text: QWidget) -> None:
        super().__init__()
        self._text = text
        self.setWidget(text)

    def fit(self) -> None:
        """Give the text the height that it takes at this width."""
        width = max(self.viewport().width(), 1)
        self._text.setMinimumHeight(self._text.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.fit()


class ReadingCard(QWidget):
    """The fear being read.

    Space and arrows go on and back, P parks, H holds back, K turns "about us"; for a fear about
    us A agrees on something, Q keeps a question, Y says that it was heard.

    Signals:
        stepped(int): so many fears on.
        sentence_said(Ask, str): what was asked for was said.
        held(), turned(), acknowledged(): about the fear being read.
    """

    stepped = Signal(int)
    sentence_said = Signal(object, str)
    held = Signal()
    turned = Signal()
    acknowledged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asked = Ask.PARK
        self._about_us = False
        self._readable = False
        self._make_parts()
        self._lay_out()
        self._keys: dict[int, Callable[[], None]] = {
            **dict.fromkeys(_ON, lambda: self.stepped.emit(1)),
            **dict.fromkeys(_BACK, lambda: self.stepped.emit(-1)),
            Qt.Key.Key_PageDown: lambda: self._page_on(1),
            Qt.Key.Key_PageUp: lambda: self._page_on(-1),
            Qt.Key.Key_Home: lambda: self.stepped.emit(-(10**6)),
            Qt.Key.Key_End: lambda: self.stepped.emit(10**6),
            Qt.Key.Key_P: lambda: self.ask(Ask.PARK),
            Qt.Key.Key_H: self.held.emit,
            Qt.Key.Key_K: self.turned.emit,
            Qt.Key.Key_A: lambda: self.ask(Ask.AGREE),
            Qt.Key.Key_Q: lambda: self.ask(Ask.QUESTION),
            Qt.Key.Key_Y: self._acknowledge,
        }

    def show_reading(self, view: ReadingView) -> None:
        """Show one fear."""
        if self.text.text() != view.text:
            self.area.verticalScrollBar().setValue(0)
            self.close_field()
        self._about_us, self._readable = view.about_us, view.id is not None
        self.text.setText(view.text)
        self.area.fit()
        self.text.show_tone("ink" if self._readable else "ink_soft")
        self.where.setText(view.where)
        self.back.setText(view.held_back)
        self.question.setText(view.ask)
        self.kept.setText(view.kept)
        self.kept.setVisible(bool(view.kept))
        self.dots.show_dots(view.ticks, view.place)
        for button in (self.agree, self.keep_question, self.heard):
            button.setVisible(view.about_us)
        self.setAccessibleName(", ".join(each for each in (view.where, view.text) if each))

    def ask(self, asked: Ask) -> None:
        """Ask for one sentence, unless there is nothing it could be about."""
        if not self._readable or (asked is not Ask.PARK and not self._about_us):
            return
        self._asked = asked
        words = {
            Ask.PARK: _("What is argued about, in a sentence, for later"),
            Ask.AGREE: _("What we agree on"),
            Ask.QUESTION: _("The question that stays open"),
        }[asked]
        self.field.setAccessibleName(words)
        self.field.setPlaceholderText(words)
        self.field.clear_entry()
        self.field.show()
        self.field.setFocus()

    def close_field(self) -> None:
        """Ask for nothing any more."""
        if self.field.isVisibleTo(self):
            mine = self.field.hasFocus()
            self.field.clear_entry()
            self.field.hide()
            if mine:
                self.setFocus()

    def _make_parts(self) -> None:
        self.where = text_label("", "soft", name="reading_where")
        self.back = text_label("", "small", name="reading_held_back")
        self.back.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.text = text_label("", "fear_display", wraps=True, name="reading_text")
        self.text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.question = text_label("", "soft", wraps=True, name="reading_question")
        self.kept = text_label("", "small", wraps=True, most_lines=3, name="reading_kept")
        self.dots = HeardDots()
        self.agree = LinkButton(_("Agree on something"), "A", name="reading_agree")
        self.keep_question = LinkButton(_("Keep a question"), "Q", name="reading_ask")
        self.heard = LinkButton(_("We have heard it"), "Y", name="reading_heard")
        self.agree.clicked.connect(lambda _on=False: self.ask(Ask.AGREE))
        self.keep_question.clicked.connect(lambda _on=False: self.ask(Ask.QUESTION))
        self.heard.clicked.connect(lambda _on=False: self._acknowledge())
        self.field = SaidField(name=_("A sentence"), lines=1, most_lines=3, entry=True)
        self.field.setObjectName("said_field")
        self.field.entered.connect(self._said)
        self.field.given_up.connect(self.close_field)
        self.field.hide()

    def _lay_out(self) -> None:
        self.area = _WholeText(self.text)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("The fear being read"))
        top = QHBoxLayout()
        top.addWidget(self.where)
        top.addWidget(self.back, 1)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.question, 1)
        for button in (self.agree, self.keep_question, self.heard):
            acts.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 12, 12)
        whole.setSpacing(10)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        whole.addLayout(acts)
        whole.addWidget(self.field)
        whole.addWidget(self.kept)
        whole.addWidget(self.dots)

    def _page_on(self, by: int) -> None:
        """Through a text that is longer than its place, then to the next one."""
        bar = self.area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * max(bar.pageStep() - 40, 1))
        if bar.value() == before:
            self.stepped.emit(by)

    def _said(self) -> None:
        text = str(self.field.value()).strip()
        asked = self._asked
        self.close_field()
        if text:
            self.sentence_said.emit(asked, text)

    def _acknowledge(self) -> None:
        if self._readable and self._about_us:
            self.acknowledged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of reading."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get(event.key())
        if act is None or held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the keys back to the reading."""
        super().mousePressEvent(event)
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme paints other dots."""
        super().changeEvent(event)
        self.dots.update()


_ON = (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
