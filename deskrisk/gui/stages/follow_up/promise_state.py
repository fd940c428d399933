"""Where a promise stands at a review; proven needs who saw it and when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import DayField, LineField
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.follow_up import PromiseState, statuses

_STOPPED = (MitigationStatus.DROPPED, MitigationStatus.BLOCKED)


class PromiseStateCard(QWidget):
    """One promise of the risk in hand.

    Signals:
        status_wanted(object, object, object, str, str): id, status, day, who saw it, reason.
        flaw_found(str): the sentence about a day that cannot be read.
    """

    status_wanted = Signal(object, object, object, str, str)
    flaw_found = Signal(str)

    def __init__(self, id_: MitigationId, today: date) -> None:
        super().__init__()
        self.id = id_
        self._shown: PromiseState | None = None
        self._wished: MitigationStatus | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        column.setSpacing(4)
        self._make_head(column)
        self.soft = text_label("", "soft", wraps=True, most_lines=3)
        column.addWidget(self.soft)
        column.addWidget(self._make_proof(today))
        self.note = LineField(name=_("Why it stopped"), placeholder=_("One line why"))
        self.note.setObjectName("status_note_field")
        self.note.edited.connect(lambda _text: self._say())
        column.addWidget(self.note)
        column.addSpacing(6)
        column.addWidget(hairline())

    def _make_head(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.title = text_label("", "strong", wraps=True, most_lines=3, name="promise_title")
        self.sign = SignMark()
        self.state = text_label("", "small", name="promise_state")
        self.status = ChoiceField(_("Where it stands"), statuses())
        self.status.setObjectName("status_field")
        self.status.setFixedWidth(156)
        self.status.chosen.connect(self._chosen)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.sign)
        below.addWidget(self.state, 1)
        texts.addLayout(below)
        row.addLayout(texts, 1)
        row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _make_proof(self, today: date) -> QWidget:
        self.proof = QWidget()
        row = QHBoxLayout(self.proof)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.seen_by = LineField(name=_("Who saw the sign"), placeholder=_("Who saw the sign?"))
        self.seen_by.setObjectName("seen_by_field")
        self.seen_on = DayField(name=_("Seen on"), today=today, placeholder=_("on which day"))
        self.seen_on.setObjectName("verified_on_field")
        self.seen_on.setFixedWidth(120)
        self.seen_by.edited.connect(lambda _text: self._say())
        self.seen_on.edited.connect(lambda _day: self._say())
        self.seen_on.flaw_found.connect(self.flaw_found)
        row.addWidget(self.seen_by, 1)
        row.addWidget(self.seen_on)
        return self.proof

    def show_state(self, view: PromiseState, held_on: date) -> None:
        """Show where the promise stands; a status that still lacks something stays wished."""
        self._shown = view
        if self._wished is view.status:
            self._wished = None
        self.title.setText(view.title)
        self.soft.setText(view.soft)
        self.sign.show_sign(view.sign)
        self.sign.setVisible(bool(view.sign))
        self.state.setText(view.state)
        self.state.show_tone(view.tone)
        self.status.show_value(self._wished or view.status)
        if self._wished is None:
            self.seen_by.show_value(view.seen_by)
            self.seen_on.show_value(view.verified_on or held_on)
            self.note.show_value(view.status_note)
        self._show_rows()

    def _show_rows(self) -> None:
        status = self._wished or (self._shown.status if self._shown else None)
        self.proof.setVisible(status is MitigationStatus.VERIFIED)
        self.note.setVisible(status in _STOPPED)

    def _chosen(self, status: object) -> None:
        if isinstance(status, MitigationStatus):
            self._wished = status
            self._show_rows()
            self._say()

    def _say(self) -> None:
        status = self._wished or (self._shown.status if self._shown else None)
        if status is not None:
            seen_by, note = str(self.seen_by.value()), str(self.note.value())
            self.status_wanted.emit(self.id, status, self.seen_on.value(), seen_by, note)
