"""The stack of the stages' pages: each is loaded when first opened, hidden ones wait stale."""

from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.gui.desk.places import go_to_place
from deskrisk.gui.stages import PAGES
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from deskrisk.viewmodels.places import Place


class PageStack(QStackedWidget):
    """One page at a time.

    Signals:
        go_to(Stage): a page leads on to another stage.
        export_wanted(str): a page asks for the document, in this format.
        menu_wanted(str): a page asks for a line of the menu, by its key.
        step_shown(str): a page is at another step of the method, by its key.
        shown(Stage): another page is seen.
    """

    go_to = Signal(object)
    export_wanted = Signal(str)
    menu_wanted = Signal(str)
    step_shown = Signal(str)
    shown = Signal(object)

    def __init__(self, meeting: Meeting, room: Show) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._meeting = meeting
        self._room = room
        self._pages: dict[Stage, StagePage] = {}
        self._stale: set[Stage] = set()

    def stage(self) -> Stage | None:
        """The stage whose page is seen."""
        page = self.page()
        return page.stage if page is not None else None

    def page(self) -> StagePage | None:
        """The page that is seen."""
        page = self.currentWidget()
        return page if isinstance(page, StagePage) else None

    def show_stage(self, stage: Stage) -> None:
        """Show the page of a stage, up to date, with its first field ready to type."""
        before = self.page()
        if before is not None:
            flush_fields(before)
        page = self._pages.get(stage) or self._load(stage)
        if stage in self._stale:
            page.refresh(None)
            self._stale.discard(stage)
        page.put_on_wall()  # before the page is seen: what it covers is covered by then
        self.setCurrentWidget(page)
        self.shown.emit(stage)
        focus: QWidget = page.first_focus() or page
        focus.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self, changes: Changes) -> None:
        """Show what has changed: the page that is seen now, the others when they are opened."""
        current = self.page()
        self._stale.update(stage for stage, page in self._pages.items() if page is not current)
        if current is not None:
            current.refresh(changes)

    def lead_to(self, stage: Stage, thing: object) -> None:
        """Go to the page of a stage and show one thing there: a risk by its id, or a place."""
        if isinstance(thing, Place):
            go_to_place(self, thing)
            return
        self.show_stage(stage)
        page = self.page()
        if page is not None:
            page.take_in_hand(thing)

    def _load(self, stage: Stage) -> StagePage:
        place, _colon, name = PAGES[stage].partition(":")
        page: StagePage = getattr(import_module(place), name)(self._meeting, self._room)
        page.go_to.connect(self.go_to)
        page.lead_to.connect(self.lead_to)
        page.export_wanted.connect(self.export_wanted)
        page.menu_wanted.connect(self.menu_wanted)
        page.step_shown.connect(self.step_shown)
        self._pages[stage] = page
        self.addWidget(page)
        self._stale.add(stage)
        return page
