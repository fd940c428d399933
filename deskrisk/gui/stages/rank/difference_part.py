"""The difference: all risks, and the talk about one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.stages.rank.spread_part import SpreadPart
from deskrisk.gui.stages.rank.talk_part import TalkPart
from deskrisk.gui.widgets.page import StagePage
from deskrisk.viewmodels.difference import why_hidden
from deskrisk.viewmodels.discussion import next_talk


class DifferencePart(Part):
    """One of two at a time; the talk leads back to the list.

    Signals:
        again_wanted(object): the second round begins or goes on, at a risk or at None.
        answers_wanted(): the first round is not closed.
    """

    again_wanted = Signal(object)
    answers_wanted = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.main = SpreadPart(page)
        self.talk = TalkPart(page)
        self.stack = QStackedWidget()
        for part in (self.main, self.talk):
            self.stack.addWidget(part)
            part.foot_changed.connect(self.foot_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.main.done.connect(self.done)
        self.main.talk_wanted.connect(self.open_talk)
        self.main.again_wanted.connect(lambda: self.again_wanted.emit(None))
        self.main.answers_wanted.connect(self.answers_wanted)
        self.talk.done.connect(self.show_list)
        self.talk.again_wanted.connect(self._ask_again)

    @property
    def part(self) -> Part:
        """What is shown."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Part) else self.main

    def refresh(self) -> None:
        """Show what is in hand; where nothing is shown, the sentence why."""
        self.main.refresh()
        if self.part is self.talk:
            self.talk.refresh()
            if self.talk.is_lost():
                self.stack.setCurrentWidget(self.main)

    def focus_widget(self) -> QWidget | None:
        """Where the part in hand begins."""
        return self.part.focus_widget()

    def foot(self) -> Foot:
        """What the part in hand says."""
        return self.part.foot()

    def go_on(self) -> None:
        """Go on in the part in hand."""
        self.part.go_on()

    def step_aside(self) -> None:
        """The way aside of the part in hand."""
        self.part.step_aside()

    def take_in_hand(self, thing: object) -> None:
        """Show a risk in the list."""
        self.show_list()
        self.main.take_in_hand(thing)

    def put_on_wall(self) -> None:
        """What the part in hand shows."""
        self.part.put_on_wall()

    def show_list(self) -> None:
        """All risks; the one that was talked about is in hand."""
        talked = self.talk.risk if self.part is self.talk else None
        self._open(self.main)
        if talked is not None:
            self.main.take_in_hand(talked)

    def open_talk(self, risk: object) -> None:
        """Talk about a risk."""
        if not why_hidden(self.meeting.workshop) and risk in self.meeting.workshop.risks:
            self.talk.open_for(RiskId(str(risk)))
            self._open(self.talk)

    def open_next_talk(self) -> None:
        """Talk about the first risk that was not talked about yet; without any, show the list."""
        risk = next_talk(self.meeting.workshop)
        if risk is None:
            self.show_list()
        else:
            self.open_talk(risk)

    def _ask_again(self, risk: object) -> None:
        self.stack.setCurrentWidget(self.main)
        self.main.refresh()
        self.again_wanted.emit(risk)

    def _open(self, part: Part) -> None:
        part.refresh()
        self.stack.setCurrentWidget(part)
        part.put_on_wall()
        self.foot_changed.emit()
        (part.focus_widget() or self.page.primary_button() or part).setFocus()
