"""Reads the library for the home window, never on its thread."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from deskrisk.domain.errors import DeskError
from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import DueList, FilterKind, Offered, Page, Wish
from deskrisk.domain.search import Found
from deskrisk.gui.home.window import HomeView, HomeWindow
from deskrisk.gui.tasks import Task, finished
from deskrisk.services.library import Library
from deskrisk.settings import usual_library
from deskrisk.viewmodels.filters import filter_views
from deskrisk.viewmodels.home import MOST_DUE, due_until, due_view, home_row
from deskrisk.viewmodels.libraries import library_name
from deskrisk.viewmodels.search import found_words, hit_row

WAIT_SECONDS = 2.0
"""How long closing waits for what is being read."""

PAUSE_MS = 40
"""How long nothing is typed before it is looked for."""


class HomeFeed(QObject):
    """Keeps the home window up to date with what is wished for.

    Args:
        home: the window.
        library: gives the one that is open.
    """

    def __init__(self, home: HomeWindow, library: Callable[[], Library]) -> None:
        super().__init__(home)
        self._home, self._library = home, library
        self._tasks: list[Task] = []
        self._stopped = False
        self.wish = Wish()
        self._last = 0
        self._text = ""
        self._known = 0
        self._rest: Task | None = None
        self._search: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        home.wished.connect(self.show_wish)
        home.wanted.connect(self._more)
        home.searched.connect(self._typed)
        home.hits_wanted.connect(self._more_hits)

    def stop(self) -> None:
        """Read nothing more of the library that is open until ``refresh``: it is being closed."""
        self._stopped = True
        self._stop()
        for task in self._tasks:
            task.cancel()
            task.wait(WAIT_SECONDS)
        self._tasks.clear()

    def show_wish(self, wish: Wish) -> None:
        """Show another part of the library."""
        self.wish = wish
        self.refresh()

    def refresh(self) -> None:
        """Show the library as it is now."""
        self._stopped = False
        today = _today()
        page, due, fresh = finished(lambda: self._read(today))
        self._last = page.rows[-1].touched if page.rows else 0
        path = self._library().path
        view = HomeView(
            wish=self.wish,
            rows=tuple(home_row(each, today) for each in page.rows),
            more=page.more,
            due=due_view(due, today),
            path=path,
            name=library_name(path, usual_library()),
            fresh=fresh,
        )
        self._home.show_library(view)
        if page.more or self.wish.narrowed:
            self._read_rest(today)

    def _read(self, today: date) -> tuple[Page, DueList, bool]:
        """Two statements, and two more where there is nothing."""
        library = self._library()
        page = library.page(self.wish, today)
        due = library.due(today, due_until(today), MOST_DUE)
        empty = not page.rows and self.wish == Wish()
        others = (Shelf.ARCHIVED, Shelf.TRASH)
        fresh = empty and not any(library.count(Wish(shelf=shelf)) for shelf in others)
        return page, due, fresh

    def _read_rest(self, today: date) -> None:
        """What can wait until the list is seen: how many there are, and what to choose from."""
        library, wish = self._library(), self.wish

        def read(_ticket: object) -> tuple[int, dict[FilterKind, tuple[Offered, ...]]]:
            offered = {kind: library.offered(kind) for kind in FilterKind}
            return library.count(wish, today), offered

        if self._rest is not None:
            self._rest.cancel()
        self._rest = self._task(read, self._show_rest)

    def _show_rest(self, read: tuple[int, dict[FilterKind, tuple[Offered, ...]]]) -> None:
        count, offered = read
        self._rest = None
        self._home.show_count(count)
        self._home.show_offered(filter_views(offered))

    def _more(self) -> None:
        library, wish, last, today = self._library(), self.wish, self._last, _today()
        read = partial(library.page, wish, today, before=last)
        self._task(lambda _ticket: (wish, last, read()), self._append)

    def _append(self, read: tuple[Wish, int, Page]) -> None:
        wish, last, page = read
        if (wish, last) == (self.wish, self._last):  # not of a list that was shown before
            self._last = page.rows[-1].touched if page.rows else 0
            self._home.append([home_row(each, page.today) for each in page.rows], more=page.more)

    def _typed(self, text: str) -> None:
        self._text = text.strip()
        self._stop()
        if self._text:
            self._pause.start()

    def _stop(self) -> None:
        """Nobody waits for the search that goes on any more."""
        self._pause.stop()
        if self._search is not None:
            self._search.cancel()
            self._library().stop_search()
            self._search = None

    def _look(self) -> None:
        library, text, wish = self._library(), self._text, self.wish

        def read(_ticket: object) -> tuple[Found, int]:
            return library.search(text, wish), library.unread()

        self._search = self._task(read, self._show_found)

    def _show_found(self, read: tuple[Found, int]) -> None:
        found, unread = read
        self._search = None
        self._known = found.workshops
        rows = [hit_row(each) for each in found.hits]
        self._home.show_found(rows, found_words(found, unread), more=found.more)

    def _more_hits(self) -> None:
        library, text, wish, known = self._library(), self._text, self.wish, self._known
        read = partial(library.search, text, wish, skip=known)
        self._task(lambda _ticket: (text, known, read()), self._append_hits)

    def _append_hits(self, read: tuple[str, int, Found]) -> None:
        text, known, found = read
        if (text, known) == (self._text, self._known):
            self._known += found.workshops
            self._home.append_found([hit_row(each) for each in found.hits], more=found.more)

    def _task(self, read: Callable[..., object], show: Callable[..., object]) -> Task | None:
        if self._stopped:  # a list that is being hidden still asks for rows
            return None
        task = Task(self, read)
        task.done.connect(show)
        task.refused.connect(self._tell)
        self._tasks = [each for each in self._tasks if not each.wait(0)]
        self._tasks.append(task)
        return task.start()

    def _tell(self, problem: object) -> None:
        """Say quietly what could not be read: nobody has asked for it by a button."""
        from deskrisk.viewmodels.problems import sentence  # noqa: PLC0415  later than the first window

        if isinstance(problem, DeskError):
            self._home.say(sentence(problem), "alarm")


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
