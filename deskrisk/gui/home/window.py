"""The home window: what is due, the workshops, and the ways to begin."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.gui.home.due import DueCard
from deskrisk.gui.home.rows import HomeHeads, HomeList
from deskrisk.gui.screens import SMALLEST
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.services.workshop_files import SUFFIX
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.home import DueView, HomeRow, library_note

CONTENT_WIDTH = 1064


class HomeWindow(QMainWindow):
    """Shows the library; the program does what it asks for.

    Signals:
        opened(WorkshopId), removed(WorkshopId): about a workshop of the list.
        wanted(int): more rows, from this place on.
        begun(), sample_wanted(), file_wanted(), place_wanted(): the buttons.
        dropped(Path): a workshop file was dropped on the window.
        closing(): the user closes the window.
    """

    opened = Signal(object)
    removed = Signal(object)
    wanted = Signal(int)
    begun = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal()
    dropped = Signal(object)
    closing = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setWindowTitle("DeskRisk")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        ground = QWidget()
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.stack = QStackedWidget()
        self.stack.addWidget(_centred(self._full_page(today)))
        self.stack.addWidget(self._empty_page())
        whole.addWidget(self.stack, 1)
        whole.addWidget(hairline())
        whole.addWidget(self._status_line())
        self.setCentralWidget(ground)

    def show_library(self, rows: Sequence[HomeRow], count: int, due: DueView, path: Path) -> None:
        """Show the newest rows of so many, and what is due.

        Args:
            rows: the first of them.
            count: how many the library has.
            due: what is due.
            path: where the library is.
        """
        chosen = self.list.current()
        self.list.rows.show_rows(rows, count)
        self.list.show_current(chosen)
        self.due.show_due(due)
        for each in (self.due, self.below):
            each.setVisible(bool(due.rows))
        self.heading.setText(due.heading if due.rows else _("Workshops"))
        self.stack.setCurrentIndex(0 if count else 1)
        self.counted.setText(library_note(count))
        self.where.say_on_hover(str(path))
        (self.list if count else self.first_start).setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, rows: Sequence[HomeRow]) -> None:
        """Show more rows below."""
        self.list.rows.append_rows(rows)

    def say(self, text: str, tone: str = "") -> None:
        """Say one thing in the status line, in a colour role."""
        self.message.show_tone(tone)
        self.message.setText(text)

    def _full_page(self, today: date) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 32, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        self.heading = text_label(_("Workshops"), "display", name="heading")
        top.addWidget(self.heading, 1)
        top.addWidget(text_label(day(today), "soft", name="today"))
        column.addLayout(top)
        column.addSpacing(16)
        self.due = DueCard()
        self.due.opened.connect(self.opened)
        column.addWidget(self.due)
        self.below = text_label(_("Workshops"), "heading")
        self.below.setContentsMargins(12, 28, 12, 0)
        self.below.setFixedHeight(56)
        column.addWidget(self.below)
        self.list = HomeList()
        column.addWidget(HomeHeads(self.list))
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.list.rows.wanted.connect(self.wanted)
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        column.addWidget(self._foot())
        return page

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(64)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(text_label(_("Kept in one file on this computer."), "soft"))
        self.where = LinkButton(_("Show where"), tone="accent", name="show_where")
        self.where.clicked.connect(self.place_wanted)
        row.addWidget(self.where)
        row.addStretch(1)
        sample = LinkButton(_("Look at the sample"), name="look_at_sample")
        sample.clicked.connect(self.sample_wanted)
        file = QuietButton(_("Open file …"), _key("Ctrl+O"), name="open_file")
        file.clicked.connect(self.file_wanted)
        start = PrimaryButton(_("Start a workshop"), _key("Ctrl+N"))
        start.clicked.connect(self.begun)
        for each in (sample, file, start):
            row.addWidget(each)
        return foot

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        for text, role in (
            (_("From fear to agreed document"), "display"),
            (_("Your workshops will stand here, in one file on this computer."), "soft"),
        ):
            column.addWidget(text_label(text, role), 0, middle)
        column.addSpacing(16)
        self.first_start = PrimaryButton(_("Start a workshop"), _key("Ctrl+N"), name="first_start")
        self.first_start.clicked.connect(self.begun)
        sample = QuietButton(_("Look at the sample"), name="first_sample")
        sample.clicked.connect(self.sample_wanted)
        file = QuietButton(_("Open a file …"), _key("Ctrl+O"), name="first_file")
        file.clicked.connect(self.file_wanted)
        for each in (self.first_start, sample, file):
            each.setMinimumWidth(self.first_start.sizeHint().width())
            column.addWidget(each, 0, middle)
        column.addStretch(3)
        return page

    def _status_line(self) -> QWidget:
        line = QWidget()
        line.setFixedHeight(28)
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        self.counted = text_label("", "small", name="counted")
        self.message = text_label("", "small", name="message")
        row.addWidget(self.counted)
        row.addWidget(self.message, 1)
        return line

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A workshop file may be dropped."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        file = _dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the user is leaving."""
        super().closeEvent(event)
        self.closing.emit()


def _dropped_file(event: QDropEvent) -> Path | None:
    files = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
    return next((each for each in files if each.suffix.lower() == SUFFIX), None)


def _key(portable: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def _centred(page: QWidget) -> QWidget:
    """The page in the middle of a wide window, with its margin in a narrow one."""
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(20, 0, 20, 0)
    page.setMaximumWidth(CONTENT_WIDTH)
    row.addStretch(1)
    row.addWidget(page, 1000)
    row.addStretch(1)
    return ground
