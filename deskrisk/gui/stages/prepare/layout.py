"""The widgets of the page Prepare and where they stand."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskrisk.gui.stages.prepare.entries import EntryList, TitleField
from deskrisk.gui.stages.prepare.opening import AimsOpening
from deskrisk.gui.stages.prepare.people import GroupsBox
from deskrisk.gui.stages.prepare.row_fields import RowField, WrappedRow
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import DayField, LineField, NumberField, TextField
from deskrisk.gui.widgets.text import TextLabel, hairline, text_label
from deskrisk.gui.widgets.text_fields import FIELD_HEIGHT
from deskrisk.i18n import _
from deskrisk.viewmodels.prepare import SettingRow

_SIDE_WIDTH = 304
_LABEL_WIDTH = 108


class SettingList(QWidget):
    """Rules as two lists of label and value; a value opens its choices when it is reached."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.fields: dict[str, ChoiceField] = {}
        self._lines: dict[str, QWidget] = {}

    def show_rows(self, rows: tuple[SettingRow, ...]) -> tuple[str, ...]:
        """Show the rules; gives the names of fields that are new and wait to be connected."""
        fresh = []
        names = [row.field for row in rows]
        for field, line in self._lines.items():
            line.setVisible(field in names)
        for at, row in enumerate(rows):
            if row.field not in self.fields:
                self._add(row, at)
                fresh.append(row.field)
            self.fields[row.field].show_options(row.options)
            self.fields[row.field].show_value(row.value)
        return tuple(fresh)

    def _add(self, row: SettingRow, at: int) -> None:
        field = ChoiceField(row.label, row.options, bare=True)
        field.setObjectName(f"{row.field}_field")
        line = _labelled(row.label, field)
        self._rows.insertWidget(at, line)
        self.fields[row.field] = field
        self._lines[row.field] = line


class PrepareLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout, today: date) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 4, 4, 16)  # room for the focus ring
        column.setSpacing(0)
        self._make_purpose(column, today)
        column.addSpacing(20)
        sides = QHBoxLayout()
        sides.setSpacing(48)
        sides.addLayout(self._make_left(), 1)
        sides.addWidget(self._make_right())
        column.addLayout(sides)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area = area
        body.addWidget(area, 1)

    def _make_purpose(self, column: QVBoxLayout, today: date) -> None:
        self.title = TitleField(
            name=_("Title"), placeholder=_("Title of the workshop"), role="heading", bare=True
        )
        self.title.setObjectName("title_field")
        self.purpose = TextField(
            name=_("What this workshop is for"),
            placeholder=_("What will we have agreed at the end?"),
            lines=2,
            most_lines=4,
            role="large",
        )
        self.purpose.setObjectName("purpose_field")
        self.project = WrappedRow(_("Project"), _("Project"))
        self.project.setObjectName("project_field")
        self.held_on = DayField(name=_("Date of the meeting"), today=today, bare=True)
        self.held_on.setObjectName("date_field")
        self.horizon = DayField(name=_("Horizon"), today=today, bare=True)
        self.horizon.setObjectName("horizon_field")
        self.horizon_note = text_label("", "soft", name="horizon_note")
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(text_label(_("What this workshop is for"), "label"))
        column.addSpacing(6)
        column.addWidget(self.purpose)
        column.addSpacing(6)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.project, 1)
        below.addSpacing(16)
        top = Qt.AlignmentFlag.AlignTop  # where the project takes two lines
        to = text_label(_("to"), "soft")
        for field in (self.held_on, self.horizon):
            field.setFixedWidth(104)
        for label in (to, self.horizon_note):
            label.setFixedHeight(FIELD_HEIGHT)
        for part in (self.held_on, to, self.horizon, self.horizon_note):
            below.addWidget(part, 0, top)
        column.addLayout(below)

    def _make_left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(0)
        self.aims_note = _heading(left, _("Aims"), "aims_note")
        self.aims = EntryList(
            name=_("Aim"),
            entry_name="aim_field",
            line_name="aim",
            placeholder=_("Another aim ..."),
            numbered=True,
        )
        left.addWidget(self.aims)
        self.opening = AimsOpening()
        left.addWidget(self.opening)
        left.addSpacing(16)
        self.people_note = _heading(left, _("People"), "people_note")
        self.groups = GroupsBox()
        left.addWidget(self.groups)
        self.group = RowField(
            name=_("Another group"), placeholder=_("Another group ..."), entry=True, bare=True
        )
        self.group.setObjectName("group_field")
        left.addWidget(self.group)
        self.take_people = LinkButton(_("Take people from a past workshop …"), name="take_people")
        left.addWidget(self.take_people)
        left.addSpacing(16)
        self.agreements_note = _heading(left, _("How we treat each other"), "agreements_note")
        self.agreements = EntryList(
            name=_("Working agreement"),
            entry_name="agreement_field",
            line_name="agreement",
            placeholder=_("Another agreement ..."),
            numbered=False,
        )
        left.addWidget(self.agreements)
        left.addStretch(1)
        return left

    def _make_right(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE_WIDTH)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.settled_note = _heading(right, _("How we decide"), "settled_note")
        self.deciding = SettingList()
        right.addWidget(self.deciding)
        right.addSpacing(6)
        self.rule = text_label("", "small", wraps=True, name="rule_sentence")
        right.addWidget(self.rule)
        self.rule_read = CheckField(_("Read out to the room"), name="rule_read_out")
        right.addWidget(self.rule_read)
        right.addSpacing(14)
        _heading(right, _("How people answer"), "answer_note")
        self.answering = SettingList()
        right.addWidget(self.answering)
        right.addSpacing(6)
        self.hint = text_label("", "small", wraps=True, name="answer_hint")
        right.addWidget(self.hint)
        right.addSpacing(14)
        self.kinds_note = _heading(right, _("Kinds of risk"), "kinds_note")
        self.kinds = EntryList(
            name=_("Kind of risk"),
            entry_name="kind_field",
            line_name="kind",
            placeholder=_("One of your own ..."),
            numbered=False,
            lists=False,
        )
        right.addWidget(self.kinds)
        right.addSpacing(14)
        _heading(right, _("On paper"), "paper_note")
        self.organisation = LineField(name=_("Organisation"), bare=True)
        self.organisation.setObjectName("organisation_field")
        self.facilitator = LineField(name=_("Facilitator"), bare=True)
        self.facilitator.setObjectName("facilitator_field")
        self.size = NumberField(
            name=_("Size of the project in person-days"), lowest=1, highest=100_000, bare=True
        )
        self.size.setObjectName("size_field")
        for words, field in (
            (_("Organisation"), self.organisation),
            (_("Facilitator"), self.facilitator),
            (_("Person-days"), self.size),
        ):
            right.addWidget(_labelled(words, field))
        self.facilitator_scores = CheckField(
            _("The facilitator scores too"), name="facilitator_scores"
        )
        right.addWidget(self.facilitator_scores)
        self.facilitator_note = text_label("", "small", wraps=True, name="facilitator_note")
        right.addWidget(self.facilitator_note)
        right.addStretch(1)
        return side


def _labelled(words: str, field: QWidget) -> QWidget:
    """A value after its label, over a hairline."""
    line = QWidget()
    inner = QVBoxLayout(line)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    pair = QHBoxLayout()
    pair.setSpacing(4)
    label = text_label(words, "soft")
    label.setFixedWidth(_LABEL_WIDTH)
    pair.addWidget(label)
    pair.addWidget(field, 1)
    inner.addLayout(pair)
    inner.addWidget(hairline())
    return line


def _heading(column: QVBoxLayout, words: str, name: str) -> TextLabel:
    """A heading with a soft note at its right, over a hairline."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 6)
    line.addWidget(text_label(words, "strong"))
    note = text_label("", "small", name=name)
    note.setAlignment(Qt.AlignmentFlag.AlignRight)
    line.addWidget(note, 1)
    column.addLayout(line)
    column.addWidget(hairline())
    return note
