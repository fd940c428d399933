"""One promise: what, who, by when, what will be seen and measured; the rest folds out."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId
from deskrisk.gui.stages.respond.entries import MeasureField, OwnerField
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import DayField, LineField, NumberField, TextField
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.promises import (
    Options,
    PromiseView,
    comparators,
    signal_types,
    treatments,
)

MOST_DAYS = 10_000
_INDENT = 6
"""Where the words of a field without a box begin, in pixels from its edge."""

_LINE = 33
"""A label beside such a field stands on its line."""


class _Field(Protocol):
    def show_value(self, value: object) -> None: ...
    def setObjectName(self, name: str) -> None: ...  # noqa: N802  Qt names it


class PromiseCard(QWidget):
    """A promise for a risk.

    Signals:
        changed(object, str, object): id of the promise, field, value.
        signal_changed(object, str, object): the same for a field of its signal.
        measured(object, str): id, and how it is measured in one line.
        supporters_typed(object, str): id, and who helps, by name.
        owner_chosen(object, object): id, person or None.
        owner_asked(bool): the next key says who keeps it.
        drafted(): a text has grown by a key.
        moved(object, int): Alt+Up or Alt+Down.
        removed(object): it is taken back, or no longer one for this risk.
        unfolded(): the rest was folded out or away.
        flaw_found(str): the sentence about a day or number that cannot be read.
    """

    changed = Signal(object, str, object)
    signal_changed = Signal(object, str, object)
    measured = Signal(object, str)
    supporters_typed = Signal(object, str)
    owner_chosen = Signal(object, object)
    owner_asked = Signal(bool)
    drafted = Signal()
    moved = Signal(object, int)
    removed = Signal(object)
    unfolded = Signal()
    flaw_found = Signal(str)

    def __init__(self, id_: MitigationId, today: date) -> None:
        super().__init__()
        self.id = id_
        self._fields: dict[str, _Field] = {}
        self._signal_fields: dict[str, _Field] = {}
        self._details: QWidget | None = None
        self._shown: PromiseView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 6, 4, 6)
        self._column.setSpacing(0)
        self._make_first_line(today)
        self._make_signal_lines()
        self._make_foot()
        self._column.addWidget(hairline())

    def show_promise(self, view: PromiseView, people: Options) -> None:
        """Show the promise as it is; drafts in hand are left alone."""
        self._shown = view
        self.owner.show_options(people)
        self.owner.show_value(view.owner)
        self.measure.show_value(view.measure)
        self._show_fields(view)
        self.also.setText(view.also)
        self.also.setVisible(bool(view.also))
        self.remove.set_words(_("Not for this risk") if view.also else _("Remove"))

    def _show_fields(self, view: PromiseView) -> None:
        if self._details is not None:
            self.supporters.show_value(view.supporters)
        for name, field in self._fields.items():
            field.show_value(getattr(view, _VIEW_NAMES.get(name, name)))
        for name, field in self._signal_fields.items():
            field.show_value(getattr(view.signal, name))

    def open_details(self, *, open_: bool) -> None:
        """Fold out the rest, or fold it away."""
        if open_ and self._details is None:
            self._details = self._make_details()
            self._column.insertWidget(self._column.count() - 1, self._details)
            if self._shown is not None:
                self._show_fields(self._shown)
        if self._details is not None:
            self._details.setVisible(open_)
        self.more.set_words(_("Less") if open_ else _("More"))
        self.unfolded.emit()

    def draft(self) -> dict[str, str]:
        """The texts as they are typed now, for the wall: ``title`` and ``statement``."""
        return {"title": str(self.title.value()), "statement": str(self.statement.value())}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the promise."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(self.id, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _make_first_line(self, today: date) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.title = TextField(
            name=_("What we promise"), placeholder=_("What we promise"), role="strong", bare=True
        )
        self.owner = OwnerField(_("Who keeps it"), bare=True, hint=_("who?"))
        self.owner.setObjectName("promise_owner_field")
        self.owner.chosen.connect(lambda who: self.owner_chosen.emit(self.id, who))
        self.owner.asked.connect(self.owner_asked)
        self.owner.setFixedSize(140, self.title.height())
        self.due = DayField(name=_("By when"), today=today, placeholder=_("by when"), bare=True)
        self.due.setFixedWidth(102)
        row.addWidget(self.title, 1)
        row.addWidget(self.owner, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._keep("title", "promise_title_field", self.title, self.title.edited)
        self._keep("due", "due_field", self.due, self.due.edited)
        self.title.textChanged.connect(self.drafted)
        self._enter_goes_on(self.title, self.due)
        self.due.flaw_found.connect(self.flaw_found)

    def _make_signal_lines(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(_INDENT, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        self.statement = TextField(
            name=_("What we will see"), placeholder=_("What would we see?"), bare=True
        )
        self.measure = MeasureField(
            name=_("How it is measured"), placeholder=_("p95 < 300 ms over 24h in Grafana")
        )
        self.measure.setObjectName("measure_field")
        self.measure.edited.connect(lambda line: self.measured.emit(self.id, line))
        for at, (words, field) in enumerate(
            ((_("We will see"), self.statement), (_("Measured"), self.measure))
        ):
            grid.addWidget(_beside(words), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, at, 1)
        self._column.addLayout(grid)
        self._keep_signal(
            "statement", "signal_statement_field", self.statement, self.statement.edited
        )
        self.statement.textChanged.connect(self.drafted)
        self._enter_goes_on(self.statement, self.measure)

    def _make_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(2, 0, 0, 0)
        treatment = ChoiceField(_("How it helps"), treatments(), bare=True)
        effort = NumberField(
            name=_("Effort in person-days"), highest=MOST_DAYS, placeholder=_("days"), bare=True
        )
        effort.setFixedWidth(64)
        effort.flaw_found.connect(self.flaw_found)
        self.more = LinkButton(_("More"), name="promise_more")
        self.more.clicked.connect(self._more_pressed)
        self.remove = LinkButton(_("Remove"), name="promise_remove")
        self.remove.clicked.connect(lambda: self.removed.emit(self.id))
        row.addWidget(treatment)
        row.addWidget(_beside(_("Effort")))
        row.addWidget(effort)
        row.addStretch(1)
        row.addWidget(self.more)
        row.addWidget(self.remove)
        self._column.addLayout(row)
        self.also = text_label("", "small", wraps=True, most_lines=3, name="also_serves")
        self.also.hide()
        below = QHBoxLayout()
        below.setContentsMargins(_INDENT, 0, 0, 4)
        below.addWidget(self.also)
        self._column.addLayout(below)
        self._keep("treatment", "treatment_field", treatment, treatment.chosen)
        self._keep("effort_person_days", "effort_field", effort, effort.edited)
        self._enter_goes_on(effort)

    def _make_details(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        description = TextField(name=_("In more words"), placeholder=_("In more words"))
        required = CheckField(_("the number depends on it"))
        self.supporters = LineField(
            name=_("Who helps, names with commas"), placeholder=_("who helps: Ada, Ben"), entry=True
        )  # half a name may be somebody else's: it is read when the field is left
        self.supporters.setObjectName("supporters_field")
        self.supporters.editingFinished.connect(self._supporters_left)
        self.supporters.entered.connect(self._supporters_left)
        grid.addWidget(description, 0, 0, 1, 2)
        grid.addWidget(self.supporters, 0, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(required, 3, 0, 1, 2)
        self._keep("description", "promise_description_field", description, description.edited)
        self._keep("required", "required_field", required, required.chosen)
        self._make_measure(grid)
        return box

    def _make_measure(self, grid: QGridLayout) -> None:
        kind = ChoiceField(_("Kind of sign"), signal_types())
        metric = LineField(name=_("What is measured"), placeholder=_("what is measured"))
        comparator = ChoiceField(_("How it is compared"), comparators())
        threshold = NumberField(
            name=_("Number to reach"),
            lowest=-1_000_000_000,
            highest=1_000_000_000,
            placeholder=_("number"),
        )
        unit = LineField(name=_("Unit"), placeholder=_("unit"))
        window = LineField(name=_("Over what time"), placeholder=_("over what time"))
        where = LineField(name=_("Where to look"), placeholder=_("where to look"))
        leading = CheckField(_("moves before harm"))
        threshold.flaw_found.connect(self.flaw_found)
        for place, field in enumerate((metric, comparator, threshold, unit, kind, window, where)):
            grid.addWidget(field, 1 + place // 4, place % 4)
        grid.addWidget(leading, 3, 2, 1, 2)
        self._keep_signal("type", "signal_type_field", kind, kind.chosen)
        self._keep_signal("metric", "signal_metric_field", metric, metric.edited)
        self._keep_signal("comparator", "comparator_field", comparator, comparator.chosen)
        self._keep_signal("threshold", "threshold_field", threshold, threshold.edited)
        self._keep_signal("unit", "signal_unit_field", unit, unit.edited)
        self._keep_signal("window", "signal_window_field", window, window.edited)
        self._keep_signal("where", "signal_where_field", where, where.edited)
        self._keep_signal("leading", "leading_field", leading, leading.chosen)

    def _keep(self, field: str, name: str, widget: _Field, told: SignalInstance) -> None:
        widget.setObjectName(name)
        self._fields[field] = widget
        told.connect(lambda value: self.changed.emit(self.id, field, value))

    def _keep_signal(self, field: str, name: str, widget: _Field, told: SignalInstance) -> None:
        widget.setObjectName(name)
        self._signal_fields[field] = widget
        told.connect(lambda value: self.signal_changed.emit(self.id, field, value))

    def _supporters_left(self) -> None:
        """Hand over the names; those that were understood are written out."""
        before = self._shown.supporters if self._shown is not None else ""
        if self.supporters.text() == before:
            return
        self.supporters_typed.emit(self.id, self.supporters.text())
        if self._shown is not None and self._shown.supporters != before:
            self.supporters.clear_entry()
            self.supporters.show_value(self._shown.supporters)

    def _enter_goes_on(self, *fields: LineField | TextField) -> None:
        """Enter in a field goes on to the next one, as Tab does."""
        for field in fields:
            field.entered.connect(self.focusNextChild)

    def _more_pressed(self) -> None:
        folded = self._details is None or self._details.isHidden()
        self.open_details(open_=folded)


def _beside(words: str) -> QLabel:
    label = text_label(words, "soft")
    label.setFixedHeight(_LINE)
    return label


_VIEW_NAMES = {"effort_person_days": "effort"}
"""Fields that the view calls differently."""
