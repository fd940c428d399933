"""The pages of the home window: the list with what is due above it, and what was found."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.listing import Wish
from deskrisk.gui.home.due import DueCard
from deskrisk.gui.home.filters import FilterBar
from deskrisk.gui.home.foot import Foot
from deskrisk.gui.home.results import HitList
from deskrisk.gui.home.rows import HomeHeads, HomeList, Look
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.home import DueView

CONTENT_WIDTH = 1064


class HomePage(QWidget):
    """The list of workshops under what is due."""

    def __init__(self, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        self.heading = text_label(_("Workshops"), "display", name="heading")
        top.addWidget(self.heading, 1)
        top.addWidget(text_label(day(today), "soft", name="today"))
        column.addLayout(top)
        column.addSpacing(12)
        self.due = DueCard()
        column.addWidget(self.due)
        self.below = text_label(_("Workshops"), "heading")
        self.below.setContentsMargins(12, 20, 12, 0)
        self.below.setFixedHeight(48)
        column.addWidget(self.below)
        self.filters = FilterBar()
        column.addWidget(self.filters)
        column.addSpacing(4)
        self.list = HomeList()
        self.heads = HomeHeads(self.list)
        column.addWidget(self.heads)
        self.nothing = text_label("", "soft", wraps=True, name="nothing")
        quiet = QHBoxLayout()  # a margin of its own would take the room of the words
        quiet.setContentsMargins(12, 4, 12, 0)
        quiet.addWidget(self.nothing, 1)
        column.addLayout(quiet)
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        self.foot = Foot()
        column.addWidget(self.foot)
        self._look = Look.COLUMNS
        self._many = False

    def show_due(self, due: DueView) -> None:
        """Show what is due, if anything is."""
        self.due.show_due(due)
        for each in (self.due, self.below):
            each.setVisible(bool(due.rows))

    def show_filters(self, wish: Wish, *, many: bool) -> None:
        """Show what the list is narrowed to; with few workshops there is nothing to narrow."""
        self.filters.show_wish(wish)
        self.filters.setVisible(many)

    def show_nothing(self, words: str) -> None:
        """Say why the list is empty; nothing where it is not."""
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))
        self._many = not words
        self._show_heads()

    def show_look(self, look: Look) -> None:
        """Show columns or cards."""
        self._look = look
        self.filters.look.show_value(look)
        self.list.show_look(look)
        self._show_heads()

    def status_line(self) -> tuple[QWidget, QHBoxLayout]:
        """A line for the foot of the window."""
        line = QWidget()
        line.setFixedHeight(28)
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        return line, row

    def _show_heads(self) -> None:
        self.heads.setVisible(self._many and self._look is Look.COLUMNS)


class ResultsPage(QWidget):
    """What was found."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        self.words = text_label("", "soft", name="found_words")
        self.words.setContentsMargins(12, 0, 12, 12)
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.words.setFixedHeight(36)
        column.addWidget(self.words)
        column.addWidget(hairline())
        self.list = HitList()
        column.addWidget(self.list, 1)


def centred(page: QWidget) -> QWidget:
    """The page in the middle of a wide window, with its margin in a narrow one."""
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(20, 0, 20, 0)
    page.setMaximumWidth(CONTENT_WIDTH)
    row.addStretch(1)
    row.addWidget(page, 1000)
    row.addStretch(1)
    return ground
