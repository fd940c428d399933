"""The bar at the top of the home window: which library this is, the search, archive and trash."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from deskrisk.domain.library import Shelf
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import paint_icon
from deskrisk.gui.widgets.text import text_label
from deskrisk.gui.widgets.text_fields import LineField
from deskrisk.i18n import N_, _

BAR_HEIGHT = 52
_WIDTH = 520
_SHELVES = (
    (Shelf.OPEN, N_("Workshops")),
    (Shelf.ARCHIVED, N_("Archive")),
    (Shelf.TRASH, N_("Trash")),
)


class SearchField(LineField):
    """Where is typed what is looked for.

    Signals:
        turned_down(): the arrow down goes to what was found.
        given_up(): Escape.
    """

    turned_down = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        words = _("Search titles, fears, risks, promises, people")
        super().__init__(name=_("Search"), placeholder=words, entry=True)
        self.setObjectName("search")
        self.setTextMargins(26, 0, 60, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to what was found, Escape gives up."""
        if event.key() == Qt.Key.Key_Down:
            self.turned_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A glass at the left, the key at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self.rect().toRectF().adjusted(10, (self.height() - 16) / 2, 0, 0)
        at.setSize(at.size().scaled(16, 16, Qt.AspectRatioMode.IgnoreAspectRatio))
        paint_icon(painter, at, "search")
        if not self.text():
            key = QKeySequence(QKeySequence.StandardKey.Find)
            words = key.toString(QKeySequence.SequenceFormat.NativeText)
            line = broken(words, "small", 60, 1)
            place = QPointF(self.width() - line.width - 12, (self.height() - line.height) / 2)
            draw_lines(painter, place, line, theme().colour("ink_soft"))


class TopBar(QWidget):
    """Names the library, searches, and leads to its shelves.

    Signals:
        shelf_chosen(Shelf): another shelf is wanted.
    """

    shelf_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(BAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        self.name = text_label("DeskRisk", "heading", name="library_name")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.name, 1)
        self.field = SearchField()
        self.field.setMinimumWidth(_WIDTH // 2)
        self.field.setMaximumWidth(_WIDTH)
        row.addWidget(self.field, 2)
        aside = QWidget()
        links = QHBoxLayout(aside)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(4)
        links.addStretch(1)
        self.links: dict[Shelf, LinkButton] = {}
        for shelf, words in _SHELVES:
            link = LinkButton(_(words), name=f"shelf_{shelf.value}")
            link.clicked.connect(lambda _checked=False, shelf=shelf: self.shelf_chosen.emit(shelf))
            self.links[shelf] = link
            links.addWidget(link)
        row.addWidget(aside, 1)
        self.show_shelf(Shelf.OPEN)

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer the shelves that are not seen."""
        for each, link in self.links.items():
            link.setVisible(each is not shelf)

    def show_name(self, name: str) -> None:
        """Say which library this is."""
        self.name.setText(name)
