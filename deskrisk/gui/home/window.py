"""The home window: what is due, the workshops, the search, and the ways to begin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import Wish
from deskrisk.gui.home.foot import native_key
from deskrisk.gui.home.layout import HomePage, ResultsPage, centred
from deskrisk.gui.home.rows import Look
from deskrisk.gui.home.top_bar import TopBar
from deskrisk.gui.screens import SMALLEST
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.filters import FilterView, count_words, nothing_words, shelf_title
from deskrisk.viewmodels.home import DueView, HomeRow
from deskrisk.viewmodels.libraries import PROGRAM, window_title
from deskrisk.viewmodels.search import HitRow

LIST, EMPTY, FOUND = 0, 1, 2
"""The places in the stack."""

FEW = 8
"""With fewer workshops there is nothing to narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the home window shows of a library.

    ``more`` says that there are other rows; ``fresh`` that the library holds nothing at all.
    ``name`` is what the library is called, ``""`` for the usual one.
    """

    wish: Wish
    rows: tuple[HomeRow, ...]
    more: bool
    due: DueView
    path: Path
    name: str = ""
    fresh: bool = False


class HomeWindow(QMainWindow):
    """Shows the library; the program does what it asks for.

    Signals:
        opened(WorkshopId), removed(WorkshopId), put_back(WorkshopId),
        erased(WorkshopId): about a workshop of the list.
        due_opened(DueRow), hit_opened(HitRow): what is due, or was found, is looked at.
        wished(Wish): another part of the library is wanted.
        searched(str): something is looked for; ``""`` for nothing any more.
        wanted(), hits_wanted(): more rows, more hits.
        look_chosen(Look): columns or cards.
        begun(), sample_wanted(), file_wanted(), place_wanted(): the buttons.
        closing(): the user closes the window.
    """

    opened = Signal(object)
    removed = Signal(object)
    put_back = Signal(object)
    erased = Signal(object)
    due_opened = Signal(object)
    hit_opened = Signal(object)
    wished = Signal(object)
    searched = Signal(str)
    wanted = Signal()
    hits_wanted = Signal()
    look_chosen = Signal(object)
    begun = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal()
    closing = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*SMALLEST)
        self._wish = Wish()
        self._page = HomePage(today)
        self._found = ResultsPage()
        self.list, self.due, self.heading = self._page.list, self._page.due, self._page.heading
        self.filters, self.foot, self.hits = self._page.filters, self._page.foot, self._found.list
        self.bar = TopBar()
        self.stack = QStackedWidget()
        for each in (centred(self._page), self._empty_page(), centred(self._found)):
            self.stack.addWidget(each)
        ground = QWidget()
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget, stretch in (
            (self.bar, 0),
            (hairline(), 0),
            (self.stack, 1),
            (hairline(), 0),
            (self._status_line(), 0),
        ):
            whole.addWidget(widget, stretch)
        self.setCentralWidget(ground)
        self._connect()

    def show_library(self, view: HomeView) -> None:
        """Show a library, or another part of it."""
        chosen = self.list.current()
        self._wish = view.wish
        self.list.rows.show_rows(view.rows, more=view.more)
        self.list.show_current(chosen)
        home = view.wish == Wish()
        self._page.show_due(view.due if home else replace(view.due, rows=()))
        due = home and bool(view.due.rows)
        self.heading.setText(view.due.heading if due else shelf_title(view.wish.shelf))
        many = view.more or len(view.rows) >= FEW or view.wish.narrowed
        self._page.show_filters(view.wish, many=many)
        self._page.show_nothing("" if view.rows else nothing_words(view.wish))
        self.foot.show_shelf(view.wish.shelf, anything=bool(view.rows))
        self.bar.show_shelf(view.wish.shelf)
        self.bar.show_name(view.name or PROGRAM)
        self.setWindowTitle(window_title(view.name))
        self.foot.where.say_on_hover(str(view.path))
        if not view.more:
            self.show_count(len(view.rows))
        if self.stack.currentIndex() != FOUND:
            self._show_page(EMPTY if view.fresh else LIST)

    def show_count(self, count: int) -> None:
        """Say how many workshops there are of those that are asked for."""
        self.counted.setText(count_words(self._wish, count))

    def append(self, rows: Sequence[HomeRow], *, more: bool) -> None:
        """Show more rows below."""
        self.list.rows.append_rows(rows, more=more)

    def show_offered(self, views: Sequence[FilterView]) -> None:
        """Offer what the list can be narrowed to."""
        self.filters.show_offered(views)

    def show_found(self, rows: Sequence[HitRow], words: str, *, more: bool) -> None:
        """Show what was found, in place of the list."""
        self.hits.rows.show_rows(rows, more=more)
        self._found.words.setText(words)
        self.stack.setCurrentIndex(FOUND)

    def append_found(self, rows: Sequence[HitRow], *, more: bool) -> None:
        """Show more hits below."""
        self.hits.rows.append_rows(rows, more=more)

    def leave_search(self) -> None:
        """Back to the list."""
        self.bar.field.clear_entry()
        if self.stack.currentIndex() == FOUND:
            self._show_page(LIST)
        self.searched.emit("")

    def begin_search(self) -> None:
        """The search field is ready to be typed into."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def show_look(self, look: Look) -> None:
        """Show columns or cards."""
        self._page.show_look(look)

    def say(self, text: str, tone: str = "") -> None:
        """Say one thing in the status line, in a colour role."""
        self.message.show_tone(tone)
        self.message.setText(text)

    def _connect(self) -> None:
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self._delete_pressed)
        self.list.rows.wanted.connect(self.wanted)
        self.due.opened.connect(self.due_opened)
        self.hits.opened.connect(self.hit_opened)
        self.hits.rows.wanted.connect(self.hits_wanted)
        self.hits.left.connect(self.begin_search)
        self.hits.typed.connect(self._type_on)
        self.filters.chosen.connect(self.wished)
        self.filters.look_chosen.connect(self.look_chosen)
        self.bar.shelf_chosen.connect(lambda shelf: self.wished.emit(Wish(shelf=shelf)))
        field = self.bar.field
        field.textChanged.connect(self._typed)
        field.turned_down.connect(self._go_down)
        field.entered.connect(self._open_first)
        field.given_up.connect(self.leave_search)
        for here, there in (
            (self.foot.begun, self.begun),
            (self.foot.sample_wanted, self.sample_wanted),
            (self.foot.file_wanted, self.file_wanted),
            (self.foot.place_wanted, self.place_wanted),
        ):
            here.connect(there)
        self.foot.put_back.connect(lambda: self._about_current(self.put_back.emit))
        self.foot.erased.connect(lambda: self._about_current(self.erased.emit))

    def _typed(self, text: str) -> None:
        if text.strip():
            self.searched.emit(text)
        elif self.stack.currentIndex() == FOUND:
            self.leave_search()
            self.begin_search()

    def _type_on(self, letters: str) -> None:
        self.bar.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.field.end(False)  # noqa: FBT003  Qt's own signature
        self.bar.field.insert(letters)

    def _go_down(self) -> None:
        found = self.stack.currentIndex() == FOUND
        (self.hits if found else self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        if self.stack.currentIndex() == FOUND and self.hits.rows.rowCount():
            self.hit_opened.emit(self.hits.rows.row(0))

    def _delete_pressed(self, id_: object) -> None:
        (self.erased if self._wish.shelf is Shelf.TRASH else self.removed).emit(id_)

    def _about_current(self, tell: object) -> None:
        id_ = self.list.current()
        if id_ is not None and callable(tell):
            tell(id_)

    def _show_page(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        focus: QWidget = self.first_start if page == EMPTY else self.list
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

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
        start = PrimaryButton(_("Start a workshop"), native_key("Ctrl+N"), name="first_start")
        start.clicked.connect(self.begun)
        sample = QuietButton(_("Look at the sample"), name="first_sample")
        sample.clicked.connect(self.sample_wanted)
        file = QuietButton(_("Open a file …"), native_key("Ctrl+O"), name="first_file")
        file.clicked.connect(self.file_wanted)
        for each in (start, sample, file):
            each.setMinimumWidth(start.sizeHint().width())
            column.addWidget(each, 0, middle)
        column.addStretch(3)
        self.first_start = start
        return page

    def _status_line(self) -> QWidget:
        line, row = self._page.status_line()
        self.counted = text_label("", "small", name="counted")
        self.message = text_label("", "small", name="message")
        row.addWidget(self.counted)
        row.addWidget(self.message, 1)
        return line

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the user is leaving."""
        super().closeEvent(event)
        self.closing.emit()
