"""The widgets of the page Agree and where they stand."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.brief import InputMode
from deskrisk.gui.stages.agree.amendments import Amendments
from deskrisk.gui.stages.agree.reading import Reading
from deskrisk.gui.stages.agree.record import SinceVote, Versions
from deskrisk.gui.stages.agree.stance_grid import StanceGrid
from deskrisk.gui.widgets.buttons import LinkButton, QuietButton
from deskrisk.gui.widgets.choices import Segments
from deskrisk.gui.widgets.fields import DayField, TextField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.agree import AgreeView
from deskrisk.viewmodels.gap_summary import GapRow
from deskrisk.viewmodels.places import Place

_SIDE = 232
_WIDEST = 1080
_MODES = (
    (InputMode.CARDS, N_("On three")),
    (InputMode.PASS, N_("Laptop goes round")),
    (InputMode.PAPER, N_("On paper")),
)
_SHOWN_MODE = {InputMode.IMPORT: InputMode.PAPER}
"""What was sent before the meeting is keyed in as paper is."""


class GapList(QWidget):
    """What is there and what is missing; a line can lead to where it is mended.

    Signals:
        mend_wanted(object): the place of the line.
    """

    mend_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gap_list")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 0)
        self._column.setSpacing(8)
        self._rows: tuple[GapRow, ...] | None = None

    def show_rows(self, rows: tuple[GapRow, ...]) -> None:
        """Show the lines; built anew only when they differ."""
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                retire(widget)
        for row in rows:
            self._column.addWidget(self._line(row))

    def _line(self, row: GapRow) -> QWidget:
        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        mark = SignMark("icon:check:good" if row.met else "icon:circle:care")
        inner.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        words = text_label(row.text, "soft" if row.met else "body", wraps=True, most_lines=4)
        inner.addWidget(words, 1)
        if row.place is not None:
            inner.addWidget(self._mend(row.text, row.place), 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _mend(self, text: str, place: Place) -> LinkButton:
        link = LinkButton(_("Mend"), name="mend_gap", tone="accent")
        link.setAccessibleName(_("Mend: {what}").format(what=text))
        link.clicked.connect(lambda: self.mend_wanted.emit(place))
        return link


class AgreeLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout, today: date) -> None:
        top = QHBoxLayout()
        self.title = text_label("", "title", name="agree_title")
        self.round_note = text_label("", "soft", name="round_note")
        top.addWidget(self.title)
        top.addWidget(self.round_note)
        top.addStretch(1)
        body.addLayout(top)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        sides = QHBoxLayout(content)
        sides.setContentsMargins(4, 4, 8, 8)  # room for the focus ring
        sides.setSpacing(32)
        sides.addWidget(self._make_left(), 1, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self._make_side(today), 0, Qt.AlignmentFlag.AlignTop)
        self.area = scrolled(content, "agree_area")
        body.addWidget(self.area, 1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heads = QHBoxLayout()
        heads.addWidget(text_label(_("Five to one"), "strong"), 1)
        ways = [(mode, _(words)) for mode, words in _MODES]
        self.modes = Segments(_("How answers come in"), ways)
        self.modes.setObjectName("stance_modes")
        heads.addWidget(self.modes)
        column.addLayout(heads)
        self.mode_words = text_label("", "small", wraps=True, name="mode_words")
        column.addWidget(self.mode_words)
        column.addSpacing(4)
        self.grid = StanceGrid()
        column.addWidget(self.grid)
        self.nobody = text_label(_("Nobody is here yet. Add people in Prepare."), name="nobody")
        column.addWidget(self.nobody)
        column.addWidget(self._make_sealed())
        self.since_vote = SinceVote()
        column.addWidget(self.since_vote)
        self.amendments = Amendments()
        column.addWidget(self.amendments)
        self.owner_words = TextField(
            name=_("Why the owner decides so"),
            placeholder=_("The owner decides: one line why, it is printed. Enter settles it."),
            most_lines=4,
            entry=True,
        )
        self.owner_words.setObjectName("owner_reason_field")
        self.owner_words.hide()
        column.addWidget(self.owner_words)
        self.owner_said = text_label("", "soft", wraps=True, name="owner_said")
        column.addWidget(self.owner_said)
        return left

    def _make_sealed(self) -> QWidget:
        """What stands in place of the grid while the laptop goes round."""
        self.sealed = QWidget()
        column = QVBoxLayout(self.sealed)
        column.setContentsMargins(4, 16, 4, 16)
        column.setSpacing(12)
        self.turnout = text_label("", "display", name="stance_turnout")
        self.hand_over = QuietButton(_("Hand over the laptop"), name="open_booth")
        column.addWidget(self.turnout)
        column.addWidget(self.hand_over, 0, Qt.AlignmentFlag.AlignLeft)
        self.rest_later = LinkButton(_("Ask the others later, count what is in"), name="rest_later")
        column.addWidget(self.rest_later, 0, Qt.AlignmentFlag.AlignLeft)
        return self.sealed

    def _make_side(self, today: date) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.reading = Reading()
        column.addWidget(self.reading)
        self.versions = Versions()
        column.addWidget(self.versions)
        column.addSpacing(8)
        column.addWidget(text_label(_("Is anything missing?"), "strong"))
        self.gaps = GapList()
        column.addWidget(self.gaps)
        self.all_gaps = LinkButton(_("The whole check"), "Ctrl+Shift+M", name="all_gaps")
        column.addWidget(self.all_gaps, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(text_label(_("How we decide"), "strong"))
        self.rule = text_label("", "soft", wraps=True, name="rule_sentence")
        column.addWidget(self.rule)
        column.addSpacing(8)
        column.addWidget(text_label(_("Go on another day"), "small"))
        self.adjourned = DayField(
            name=_("Adjourned to"), today=today, placeholder=_("not adjourned")
        )
        self.adjourned.setObjectName("adjourn_field")
        column.addWidget(self.adjourned)
        return side

    def show_view(self, view: AgreeView, adjourned_to: date | None) -> None:
        """Show everything."""
        self.title.setText(view.title)
        self.round_note.setText(view.round_note)
        self.modes.show_value(_SHOWN_MODE.get(view.mode, view.mode))
        self.mode_words.setText(view.mode_words)
        self.grid.show_rows(view.rows, view.items)
        self.grid.setVisible(bool(view.rows))
        self.nobody.setVisible(not view.rows and not view.sealed)
        self.sealed.setVisible(view.sealed)
        self.turnout.setText(view.turnout)
        self.rest_later.setVisible(view.asking)
        self.amendments.show_rows(view.amendments)
        self.amendments.setVisible(view.asks_amendment)
        self.rule.setText(view.rule)
        self.gaps.show_rows(view.gaps)
        self.adjourned.show_value(adjourned_to)
        said = _("The owner decides: {reason}").format(reason=view.owner_reason)
        self.owner_said.setText(said)
        self.owner_said.setVisible(view.owner_decided)
        if not view.owner_may_decide or view.owner_decided:
            self.owner_words.hide()
