"""The small live picture of the wall at the foot of the rail."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskrisk.gui.room.painting import paint_wall
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.studio import Wanted, studio
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.show import ShowView


class _Picture(QWidget):
    def __init__(self, theme_name: str) -> None:
        super().__init__()
        self.setObjectName("wall_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme_name = theme_name
        self.view: ShowView | None = None
        self.page = 0
        self.shape = QSize(16, 9)
        studio().drawn.connect(self._chart_drawn)

    def sizeHint(self) -> QSize:
        """As wide as the rail lets it be."""
        return QSize(168, 95)

    def hasHeightForWidth(self) -> bool:
        """It has the shape of the wall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the shape."""
        return width * self.shape.height() // max(self.shape.width(), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what the room sees, with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.view is not None:
            paint_wall(painter, QRectF(self.rect()), self.view, self.page, self.theme_name)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    @Slot(object)
    def _chart_drawn(self, wanted: Wanted) -> None:
        if self.view is not None and self.view.shows_chart(wanted.view):
            self.update()


class WallPicture(QWidget):
    """What is on the wall, in small, with one word for it. It takes no keys and no clicks."""

    def __init__(self, theme_name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(text_label(_("On the wall"), "label"))
        self.word = text_label("", "small", name="wall_word")
        self.word.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.word, 1)
        self.note = text_label("", "small", wraps=True, name="who_sees")
        self.note.hide()
        column.addWidget(self.note)  # above, so that the picture stays where it is
        column.addLayout(head)
        self.picture = _Picture(theme_name)
        column.addWidget(self.picture)

    def show_view(self, view: ShowView, page: int) -> None:
        """Show what the room sees."""
        self.picture.view, self.picture.page = view, page
        self.picture.setAccessibleName(_("On the wall"))
        self.picture.setAccessibleDescription(view.spoken())
        self.word.setText(view.word)
        self.picture.update()

    def show_note(self, words: str, tone: str) -> None:
        """Say who else sees the desk; nothing is said while that is the facilitator alone."""
        self.note.setText(words)
        self.note.show_tone(tone)
        self.note.setVisible(bool(words))

    def show_shape(self, size: QSize) -> None:
        """Take the shape of the wall."""
        if size != self.picture.shape and not size.isEmpty():
            self.picture.shape = size
            self.picture.updateGeometry()

    def show_theme(self, name: str) -> None:
        """Show it as the wall is, light or dark."""
        self.picture.theme_name = name
        self.picture.update()
