"""The desk: the facilitator's window for one workshop."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.errors import BrokenSealError
from deskrisk.domain.freezing import broken_versions
from deskrisk.domain.library import SaveState
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import STAGES, stage_reached
from deskrisk.gui.bridge import Bridge
from deskrisk.gui.desk.foot_bar import FootBar
from deskrisk.gui.desk.gaps import Gaps
from deskrisk.gui.desk.gate import Gate
from deskrisk.gui.desk.guide import WIDTH as GUIDE_WIDTH
from deskrisk.gui.desk.guide import Guide
from deskrisk.gui.desk.header import Header
from deskrisk.gui.desk.late import LateBar
from deskrisk.gui.desk.pages import PageStack
from deskrisk.gui.desk.rail import WIDTH as RAIL_WIDTH
from deskrisk.gui.desk.rail import Rail
from deskrisk.gui.desk.status import StatusLine
from deskrisk.gui.desk.timing import Timing
from deskrisk.gui.desk.wall import Wall
from deskrisk.gui.menus import HOME_ONLY, make_menus
from deskrisk.gui.printing import print_one
from deskrisk.gui.screens import SMALLEST
from deskrisk.gui.widgets.handover import flush_fields, flush_focused
from deskrisk.gui.widgets.text import escaped_mnemonic, hairline
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.services.notes import note_stage
from deskrisk.services.show import Show
from deskrisk.settings import usual_library
from deskrisk.viewmodels.desk import desk_view, redo_words, saved_view, undo_words
from deskrisk.viewmodels.guide import guide_view
from deskrisk.viewmodels.libraries import PROGRAM, library_name
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.rail import rail_view
from deskrisk.viewmodels.scenes import Scene, ShowState

PROMPT_STEP = "name_fears"
"""The step whose lines are the prompts on the wall."""
MOST_IN_TITLE = 80
"""Characters of a workshop's title in that of its window: a task bar lays out all it is given."""
FOLDS_BELOW = 1180
NARROW_BELOW = 1000


class DeskWindow(QMainWindow):
    """One workshop on the desk.

    Signals:
        chosen(str): a line of the menu that the program answers.
        left(): back to the library.
        export_wanted(), copy_wanted(): write it somewhere.
        guide_folded(bool): the facilitator folded the guide, or showed it.
        closing(): the user closes the window.
    """

    chosen = Signal(str)
    left = Signal()
    export_wanted = Signal()
    copy_wanted = Signal()
    guide_folded = Signal(bool)
    closing = Signal()

    def __init__(
        self,
        meeting: Meeting,
        library: Library,
        *,
        guide_folded: bool = False,
        wall_theme: str = "light",
        room_screen: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setMinimumSize(*SMALLEST)
        self.meeting = meeting
        self.show_of_room = Show()
        self.wall = Wall(self, meeting, self.show_of_room, wall_theme, room_screen)
        self._library = library
        self._wishes_folded = guide_folded
        self._opened_anyway = False
        self.bridge = Bridge(self, meeting, library)
        self.bridge.changed.connect(self._changed)
        self.bridge.saved.connect(self._saved)
        self.actions_by_key = make_menus(self, HOME_ONLY, self._menu_chosen)
        self._lay_out()
        self.wall.take_actions(self.actions_by_key)
        self._acts: dict[str, Callable[[], object]] = {
            "time.toggle": self.timing.toggle,
            "time.more": self.timing.take_more,
            "guide.next": lambda: self._read_on(1),
            "guide.before": lambda: self._read_on(-1),
            "late.fear": self.late.ask_fear,
            "late.risk": self.late.ask_risk,
            "gaps.show": self.gaps.open,
        }
        self._show_frame()
        self._saved(library.save_state)
        self._fit_width()

    def open_reached(self) -> None:
        """Open the page of the stage that the workshop has reached."""
        self.pages.show_stage(stage_reached(self.meeting.workshop))
        self._check_seals()

    def hand_over(self) -> None:
        """Hand over every draft."""
        flush_fields(self)

    def _lay_out(self) -> None:
        self.timing = Timing(self, self.meeting.workshop)
        self.timing.told.connect(self._say)
        self.show_of_room.clock = self.timing.time_left
        self.header = Header(self.timing.clock)
        self.header.left.connect(self.left)
        self.header.export_wanted.connect(self._export)
        self.header.stand_beside(*self.wall.buttons)
        self.rail = Rail(rail_view(self.meeting.workshop))
        self.rail.stand_at_foot(self.wall.picture)
        self.rail.chosen.connect(self._show_stage)
        self.pages = PageStack(self.meeting, self.show_of_room)
        self.pages.go_to.connect(self._show_stage)
        self.pages.export_wanted.connect(self._export)
        self.pages.menu_wanted.connect(self._menu_chosen)
        self.pages.shown.connect(self._page_shown)
        self.pages.step_shown.connect(self._step_shown)
        self.guide = Guide()
        self.guide.noted.connect(self._noted)
        self.guide.fold_wanted.connect(self._toggle_guide)
        self.guide.step_reached.connect(self.timing.reach_step)
        self.guide.line_reached.connect(self._line_read)
        self._stop_prompts = self.show_of_room.listen(self._wall_turned)
        self._make_foot_bar()
        self.status = StatusLine()
        self.status.copy_wanted.connect(self.copy_wanted)
        self.status.undo_wanted.connect(self._undo)
        self.gaps = Gaps(self.meeting, self.pages, self.status)
        ground = QWidget()
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(hairline(upright=True))
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.guide)
        whole.addWidget(self.header)
        whole.addLayout(middle, 1)
        whole.addWidget(hairline())
        whole.addWidget(self.status)
        self.setCentralWidget(ground)

    def _make_foot_bar(self) -> None:
        self.foot_bar = FootBar(self.pages)
        self.gate = Gate(self, self.meeting, self.foot_bar, self._attempt)
        self.gate.passed.connect(self.pages.show_stage)
        self.late = LateBar(self, self.meeting, self.foot_bar, self._attempt)

    def _attempt(self, action: Callable[[], Any]) -> Any:
        page = self.pages.page()
        return None if page is None else page.attempt(action)

    def _show_stage(self, stage: Stage) -> None:
        flush_fields(self.pages)
        if self.gate.asks(self.pages.stage(), stage):
            self.rail.show_current(self.pages.stage() or stage)
        else:
            self.pages.show_stage(stage)

    def _page_shown(self, stage: Stage) -> None:
        self.foot_bar.close_bar()
        self.rail.show_current(stage)
        self.timing.open_stage(stage)
        self.guide.show_guide(guide_view(self.meeting.workshop, stage))
        page = self.pages.page()
        if page is not None and page.step():
            self._step_shown(page.step())
        self._fit_width()

    def _read_on(self, by: int) -> None:
        """What is read out next; while the guide is folded, the message line says it."""
        self.guide.step_on(by)
        card = self.guide.card
        if self.guide.folded and card is not None and card.say:
            self._say(f"“{card.say}”")

    def _step_shown(self, step: str) -> None:
        """The page went on to another step: the guide reads that out, and its time starts."""
        if self.guide.card is not None and self.guide.card.step != step:
            self.guide.show_line(step, 0)
        self.timing.see_step(step)

    def _line_read(self, step: str, line: int) -> None:
        """The wall shows the prompt that is read out, while it shows prompts at all."""
        if step == PROMPT_STEP and self.show_of_room.state.scene is Scene.PROMPT:
            self.show_of_room.show(Scene.PROMPT, str(line))

    def _wall_turned(self, state: ShowState) -> None:
        if state.scene is Scene.PROMPT and self.pages.stage() is Stage.NAME:
            self.guide.show_line(PROMPT_STEP, int(state.subject or 0))

    def _changed(self, changes: Changes) -> None:
        self._saved(self._library.save_state)
        self._show_frame()
        self.wall.room.refresh()
        self.timing.show_workshop(self.meeting.workshop)
        self.pages.refresh(changes)
        stage = self.pages.stage()
        if stage is not None:
            self.guide.show_guide(guide_view(self.meeting.workshop, stage))

    def _show_frame(self) -> None:
        view = desk_view(self.meeting.workshop)
        fits = len(view.title) <= MOST_IN_TITLE
        short = view.title if fits else f"{view.title[:MOST_IN_TITLE].rstrip()}…"
        whose = library_name(self._library.path, usual_library())
        self.setWindowTitle(" · ".join(each for each in (short, whose, PROGRAM) if each))
        self.header.title.setText(view.title)
        self.status.counts.setText(view.counts)
        self.gaps.show_count()
        self.rail.show_rows(rail_view(self.meeting.workshop))
        step, back = self.meeting.next_undo, self.meeting.next_redo
        undo, redo = self.actions_by_key["edit.undo"], self.actions_by_key["edit.redo"]
        undo.setText(escaped_mnemonic(undo_words(step)))
        redo.setText(escaped_mnemonic(redo_words(back)))
        key = undo.shortcut().toString(undo.shortcut().SequenceFormat.NativeText)
        self.status.show_undo(undo_words(step), key, possible=step is not None)

    def _saved(self, state: SaveState) -> None:
        self.status.show_saved(saved_view(state))

    def _noted(self, stage: Stage, text: str) -> None:
        self._attempt(lambda: note_stage(self.meeting, stage, text, origin=self.guide))

    def _export(self, _format: str = "pdf") -> None:
        flush_focused()
        self.export_wanted.emit()

    def _print(self, key: str) -> None:
        self.hand_over()
        page = self.pages.page()
        if page is not None:
            print_one(page, key)

    def _undo(self) -> None:
        if not self._in_field("undo") and self.meeting.next_undo is not None:
            self._attempt_turn(back=True)

    def _redo(self) -> None:
        if not self._in_field("redo") and self.meeting.next_redo is not None:
            self._attempt_turn(back=False)

    def _attempt_turn(self, *, back: bool) -> None:
        self._attempt(self.meeting.undo if back else self.meeting.redo)

    def _say(self, words: str, tone: str = "plain") -> None:
        page = self.pages.page()
        if page is not None:
            page.say(words, tone)

    def _check_seals(self) -> None:
        """Say at once when what was agreed is not as it was sealed."""
        for number in broken_versions(self.meeting.workshop)[:1]:
            self._say(sentence(BrokenSealError(number)), "alarm")

    def _in_field(self, what: str) -> bool:
        """A draft in hand is undone first; it belongs to the field."""
        field = QApplication.focusWidget()
        has_draft = getattr(field, "has_draft", None)
        if field is None or not callable(has_draft) or not has_draft():
            return False
        getattr(field, what)()
        return True

    def _menu_chosen(self, key: str) -> None:
        kind, _dot, name = key.partition(".")
        if kind == "edit":
            self._edit(name)
        elif kind == "stage":
            self._walk(name)
        elif kind in ("time", "guide", "late", "gaps"):
            self._acts[key]()
        elif kind == "wall":
            self.wall.acts[key]()
        elif kind == "slips":
            self.pages.lead_to(Stage.NAME, key)
        elif kind == "print":
            self._print(name)
        elif key == "view.guide":
            self._toggle_guide()
        elif key == "file.close":
            self.left.emit()
        elif key == "file.export":
            self._export()
        else:
            self.chosen.emit(key)

    def _edit(self, name: str) -> None:
        if name == "undo":
            self._undo()
        elif name == "redo":
            self._redo()
        else:
            edit_focused(name)

    def _walk(self, name: str) -> None:
        by = {"next": 1, "before": -1}.get(name)
        if by is None:
            self._show_stage(Stage(name))
            return
        at = STAGES.index(self.pages.stage() or STAGES[0]) + by
        if 0 <= at < len(STAGES):
            self._show_stage(STAGES[at])

    def _toggle_guide(self) -> None:
        folded = not self.guide.folded
        held = self.guide.isAncestorOf(QApplication.focusWidget() or self)
        self.guide.fold(folded=folded)
        if self._has_room_for_guide():
            self._wishes_folded = folded
            self.guide_folded.emit(folded)
        else:
            self._opened_anyway = not folded
        page = self.pages.page()
        if held and page is not None:
            (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_room_for_guide(self) -> bool:
        page = self.pages.page()
        wanted = (page.roomy if page is not None else 0) + RAIL_WIDTH + GUIDE_WIDTH
        return self.width() >= max(FOLDS_BELOW, wanted)

    def _fit_width(self) -> None:
        has_room = self._has_room_for_guide()
        self.guide.fold(folded=self._wishes_folded if has_room else not self._opened_anyway)
        self.rail.show_narrow(narrow=self.width() < NARROW_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing else wanted may turn the wall's pages."""
        if not self.wall.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it is known which screen the desk is on."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            kind = Qt.ConnectionType.UniqueConnection
            handle.screenChanged.connect(self.wall.room.desk_moved, kind)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over every draft and tell that the user is leaving."""
        self.hand_over()
        super().closeEvent(event)
        self.closing.emit()

    def end(self) -> None:
        """Listen no longer and go away."""
        self.bridge.stop()
        self._stop_prompts()
        self.wall.room.end()
        self.hide()
        self.deleteLater()

    def recent_menu(self) -> QAction:
        """The submenu of recent files."""
        return self.actions_by_key["file.recent"]


def edit_focused(name: str) -> None:
    """Cut, copy, paste or select all in the field that has the focus."""
    what = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}[name]
    act = getattr(QApplication.focusWidget(), what, None)
    if callable(act):
        act()
