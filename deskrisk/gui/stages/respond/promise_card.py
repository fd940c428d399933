"""One promise: what, who, by when, what will be seen; how it is measured folds out."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import DayField, LineField, NumberField, TextField
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.respond import (
    Options,
    PromiseView,
    comparators,
    signal_types,
    treatments,
)

MOST_DAYS = 10_000
_INDENT = 6
"""Where the words of a field without a box begin, in pixels from its edge."""


class _Field(Protocol):
    def show_value(self, value: object) -> None: ...
    def setObjectName(self, name: str) -> None: ...  # noqa: N802  Qt names it


class PromiseCard(QWidget):
    """A promise for a risk.

    Signals:
        changed(object, str, object): id of the promise, field, value.
        signal_changed(object, str, object): the same for a field of its signal.
        owner_chosen(object, object): id, person or None.
        moved(object, int): Alt+Up or Alt+Down in the title.
        removed(object): it is taken back.
        unfolded(): how it is measured was folded out or away.
        flaw_found(str): the sentence about a day or number that cannot be read.
    """

    changed = Signal(object, str, object)
    signal_changed = Signal(object, str, object)
    owner_chosen = Signal(object, object)
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
        self._column.setSpacing(2)
        self._make_first_line(today)
        self._make_signal_line()
        self._make_foot()
        self._column.addWidget(hairline())

    def show_promise(self, view: PromiseView, people: Options) -> None:
        """Show the promise as it is; drafts in hand are left alone."""
        self._shown = view
        self.owner.show_options(people)
        self.owner.show_value(view.owner)
        for name, field in self._fields.items():
            field.show_value(getattr(view, _VIEW_NAMES.get(name, name)))
        for name, field in self._signal_fields.items():
            field.show_value(getattr(view.signal, name))
        self.summary.setText(view.summary)

    def open_details(self, *, open_: bool) -> None:
        """Fold out how the promise is measured, or fold it away."""
        if open_ and self._details is None:
            self._details = self._make_details()
            self._column.insertWidget(self._column.count() - 1, self._details)
            if self._shown is not None:
                for name, field in self._signal_fields.items():
                    field.show_value(getattr(self._shown.signal, name))
                for name, field in self._fields.items():
                    field.show_value(getattr(self._shown, _VIEW_NAMES.get(name, name)))
        if self._details is not None:
            self._details.setVisible(open_)
        self.more.set_words(_("Less") if open_ else _("How measured"))
        self.unfolded.emit()

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
        self.owner = ChoiceField(_("Who keeps it"), bare=True)
        self.owner.setObjectName("promise_owner_field")
        self.owner.chosen.connect(lambda who: self.owner_chosen.emit(self.id, who))
        self.owner.setFixedSize(140, self.title.height())
        self.due = DayField(name=_("By when"), today=today, placeholder=_("by when"), bare=True)
        self.due.setFixedWidth(102)
        row.addWidget(self.title, 1)
        row.addWidget(self.owner, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._keep("title", "promise_title_field", self.title, self.title.edited)
        self._keep("due", "due_field", self.due, self.due.edited)
        self.due.flaw_found.connect(self.flaw_found)

    def _make_signal_line(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(_INDENT, 0, 0, 0)
        label = text_label(_("We will see"), "soft")
        label.setFixedHeight(33)  # its line stands on that of the field
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.statement = TextField(
            name=_("What we will see"), placeholder=_("What would we see?"), bare=True
        )
        row.addWidget(self.statement, 1)
        self._column.addLayout(row)
        self._keep_signal(
            "statement", "signal_statement_field", self.statement, self.statement.edited
        )

    def _make_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(_INDENT, 0, 0, 0)
        self.summary = text_label("", "small", wraps=True, most_lines=2, name="promise_summary")
        self.more = LinkButton(_("How measured"), name="promise_more")
        self.more.clicked.connect(self._more_pressed)
        self.remove = LinkButton(_("Remove"), name="promise_remove")
        self.remove.clicked.connect(lambda: self.removed.emit(self.id))
        row.addWidget(self.summary, 1)
        row.addWidget(self.more)
        row.addWidget(self.remove)
        self._column.addLayout(row)

    def _make_details(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._make_effort(grid)
        self._make_measure(grid)
        return box

    def _make_effort(self, grid: QGridLayout) -> None:
        description = TextField(name=_("In more words"), placeholder=_("In more words"))
        treatment = ChoiceField(_("How it helps"), treatments())
        effort = NumberField(
            name=_("Effort in person-days"), highest=MOST_DAYS, placeholder=_("person-days")
        )
        required = CheckField(_("the number depends on it"))
        effort.flaw_found.connect(self.flaw_found)
        grid.addWidget(description, 0, 0, 1, 4)
        grid.addWidget(treatment, 1, 0)
        grid.addWidget(effort, 1, 1)
        grid.addWidget(required, 1, 2, 1, 2)
        self._keep("description", "promise_description_field", description, description.edited)
        self._keep("treatment", "treatment_field", treatment, treatment.chosen)
        self._keep("effort_person_days", "effort_field", effort, effort.edited)
        self._keep("required", "required_field", required, required.chosen)

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
        for place, field in enumerate(
            (metric, comparator, threshold, unit, kind, window, where, leading)
        ):
            grid.addWidget(field, 2 + place // 4, place % 4)
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

    def _more_pressed(self) -> None:
        folded = self._details is None or self._details.isHidden()
        self.open_details(open_=folded)


_VIEW_NAMES = {"effort_person_days": "effort"}
"""Fields that the view calls differently."""
