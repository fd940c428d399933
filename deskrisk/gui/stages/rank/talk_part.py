"""The talk about one risk: both ends asked, what was heard noted, then asked once more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.stages.rank.talk_clock import TalkClock
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services import talks as services
from deskrisk.viewmodels.difference import DifferenceRow
from deskrisk.viewmodels.discussion import TalkView, talk_view
from deskrisk.viewmodels.scenes import Scene

STRIP, LOW_STRIP = 104, 84
"""The height of the answers: nothing jumps from one talk to the next."""

_CARD_REST = 46
"""What the card has around its words: margins and a label."""

TIGHT_BELOW = 420
"""In less height the sentence makes room: what is read out must be seen whole."""


class TalkPart(Part):
    """One risk at a time.

    Signals:
        again_wanted(object): everybody answers once more, about this risk.
    """

    again_wanted = Signal(object)

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.risk: RiskId | None = None
        self._view: TalkView | None = None
        self._changing: NoteId | None = None
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="talk_heading")
        self.clock = TalkClock(page.room)
        self.pause = LinkButton(_("Pause"), "Alt+P", name="talk_pause")
        self.title = text_label("", "title", wraps=True, most_lines=2, name="talk_title")
        self.sentence = text_label("", "soft", wraps=True, most_lines=2, name="talk_sentence")
        self.strip = ChartView(_("The answers"))
        self.strip.setObjectName("talk_strip")
        self.strip.setFixedHeight(STRIP)
        self.figures = text_label("", "body", wraps=True, most_lines=3, name="talk_figures")
        self.ask = text_label("", "body", wraps=True, name="talk_ask")
        self.ask.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.field = LineField(
            name=_("What we heard, no names. Enter adds it."),
            placeholder=_("What we heard, no names. Enter adds it."),
            entry=True,
        )
        self.field.setObjectName("talk_field")
        self.notes = RowList(_("What we heard. Enter changes a note, Delete removes it."))
        self.notes.setObjectName("talk_notes")
        self._lay_out()
        self.pause.clicked.connect(lambda _on=False: self.clock.toggle())
        self.clock.over.connect(self._time_is_over)
        self.field.entered.connect(self._add)
        self.notes.activated.connect(self._change)
        self.notes.removed.connect(self._remove)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.sign)
        top.addWidget(self.heading, 1)
        top.addWidget(self.clock)
        top.addWidget(self.pause)
        self.card = QFrame()
        self.card.setProperty("ground", "sunken")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(14, 8, 14, 8)
        column.addWidget(text_label(_("Read out"), "label"))
        self.ask_area = scrolled(self.ask, "talk_ask_area")
        column.addWidget(self.ask_area, 1)
        asked = QVBoxLayout()
        asked.addWidget(self.card, 1)
        asked.addStretch(0)
        heard = QVBoxLayout()
        heard.setSpacing(4)
        heard.addWidget(self.field)
        heard.addWidget(self.notes, 1)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(asked, 5)
        sides.addLayout(heard, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 0, 4, 0)
        whole.setSpacing(6)
        whole.addLayout(top)
        whole.addWidget(self.title)
        whole.addWidget(self.sentence)
        whole.addWidget(self.strip)
        whole.addWidget(self.figures)
        whole.addSpacing(4)
        whole.addLayout(sides, 1)

    def open_for(self, risk: RiskId) -> None:
        """Talk about a risk."""
        self.risk = risk
        self._changing = None
        self.field.clear_entry()
        self.refresh()
        if self.isVisible():
            self._begin()

    def refresh(self) -> None:
        """Show the talk as it stands."""
        view = None if self.risk is None else talk_view(self.meeting.workshop, self.risk)
        self._view = view
        if view is None:
            return
        self.clock.know(view.risks)
        self.sign.show_sign(view.row.sign)
        self.heading.setText(view.heading)
        self.title.setText(view.row.title)
        self.sentence.setText(view.sentence)
        self.strip.show_chart("movement", view.strip)
        self.figures.setText(_figures(view.row))
        self.ask.setText("\n".join(view.ask))
        self._fit_card()
        self.notes.show_rows(view.notes)
        self.field.setVisible(view.may_note or self._changing is not None)
        for each in (self.clock, self.pause):
            each.setVisible(not view.over)

    def is_lost(self) -> bool:
        """Is there nothing to talk about any more, e.g. because the round was opened again?"""
        return self._view is None

    def focus_widget(self) -> QWidget:
        """The field, or what was heard where there is room for no more."""
        return self.field if self._view is None or self._view.may_note else self.notes

    def foot(self) -> Foot:
        """Ask once more; after the second round, go on."""
        view = self._view
        if view is None or (view.over and view.following is None):
            return Foot(primary=_("Back to all risks"), key="Ctrl+Enter")
        if view.over:
            return Foot(primary=_("Next risk"), aside=_("Back to all risks"), aside_key="Esc")
        cards = self.meeting.workshop.brief.input_scores is InputMode.CARDS
        words = _("Everybody answers once more") if cards else _("Talked about, next risk")
        if not cards and view.following is None:
            words = _("Everybody answers once more")
        return Foot(
            primary=words,
            aside=_("Back to all risks"),
            aside_key="Esc",
            message=_("On your own. You may stay where you are."),
        )

    def go_on(self) -> None:
        """What the primary button says."""
        view, risk = self._view, self.risk
        if view is None or risk is None:
            self.done.emit()
        elif view.over:
            self._go_to(view.following)
        else:
            self._ask_again(view, risk)

    def step_aside(self) -> None:
        """Back to the list."""
        self.done.emit()

    def put_on_wall(self) -> None:
        """The answers for the risk and the question at each end."""
        self.page.room.show(Scene.SPREAD, self.risk or "", curtain=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go to the next talk and back, Escape to the list."""
        view = self._view
        if event.key() == Qt.Key.Key_Escape and self._changing is not None:
            self._leave_change()
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif event.key() == Qt.Key.Key_PageDown and view is not None:
            self._go_to(view.following)
        elif event.key() == Qt.Key.Key_PageUp and view is not None:
            self._go_to(view.previous)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little height leaves out what the room has heard already."""
        super().resizeEvent(event)
        tight = self.height() < TIGHT_BELOW
        self.sentence.setVisible(not tight)
        self.strip.setFixedHeight(LOW_STRIP if tight else STRIP)
        self._fit_card()

    def _fit_card(self) -> None:
        """What is read out is as high as its words; where they have no room, they scroll."""
        words = self.ask.heightForWidth(max(self.ask_area.viewport().width(), 1))
        self.ask.setMinimumHeight(words)
        self.card.setMaximumHeight(words + _CARD_REST)

    def showEvent(self, event: QShowEvent) -> None:
        """The time begins with the talk."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """The time rests."""
        super().hideEvent(event)
        self.clock.rest()

    def _begin(self) -> None:
        if self.risk is not None and self._view is not None and not self._view.over:
            self.clock.begin(self.risk)

    def _go_to(self, risk: RiskId | None) -> None:
        """Another talk; beyond the ends there is the list."""
        if risk is None:
            self.done.emit()
            return
        self.open_for(risk)
        self.put_on_wall()
        self.foot_changed.emit()
        self.focus_widget().setFocus()

    def _ask_again(self, view: TalkView, risk: RiskId) -> None:
        cards = self.meeting.workshop.brief.input_scores is InputMode.CARDS
        asked = self.page.attempt(lambda: services.ask_again(self.meeting, risk))
        if asked is None:
            return
        if cards or view.following is None:
            self.again_wanted.emit(risk)
        else:
            self._go_to(view.following)

    def _add(self) -> None:
        text, risk, note = self.field.text().strip(), self.risk, self._changing
        if not text or risk is None:
            return
        done: object
        if note is not None:
            done = self.page.attempt(lambda: services.edit_note(self.meeting, note, text))
        else:
            done = self.page.attempt(lambda: services.add_note(self.meeting, risk, text))
        if done is not None:
            self._leave_change()

    def _leave_change(self) -> None:
        self._changing = None
        self.field.clear_entry()
        self.refresh()
        self.foot_changed.emit()
        self.focus_widget().setFocus()

    def _change(self, key: object) -> None:
        row = next((each for each in self.notes.rows() if each.key == key), None)
        if row is not None:
            self._changing = NoteId(str(key))
            self.field.setVisible(True)
            self.field.setText(row.title)
            self.field.setFocus()

    def _remove(self, key: object) -> None:
        self.page.attempt(lambda: services.remove_note(self.meeting, NoteId(str(key))))
        self.refresh()
        self.foot_changed.emit()
        self.focus_widget().setFocus()

    def _time_is_over(self) -> None:
        self.page.say(_("Three minutes are over. Ask once more, or go on for a moment."), "care")


def _figures(row: DifferenceRow) -> str:
    said = (_("{word}.").format(word=row.word.capitalize()), row.figures, row.gap, row.moved)
    return " ".join(filter(None, said))
