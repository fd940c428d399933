"""What we protect even over what: up to three lines, with some to start from."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from deskrisk.domain.aims import MOST_EVEN_OVER
from deskrisk.domain.model.ids import EvenOverId
from deskrisk.domain.model.people import EvenOver
from deskrisk.domain.parts import in_order
from deskrisk.gui.stages.rank.answer_part import packs_at_hand
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.widgets.buttons import SignButton
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services import aims as services
from deskrisk.viewmodels.trade_offs import suggested_trade_offs


class TradeOffsPart(Part):
    """Three rows of two fields, and suggestions below."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self._ids: list[EvenOverId | None] = [None] * MOST_EVEN_OVER
        self._rows: list[tuple[LineField, LineField, SignButton]] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(text_label(_("What we protect even over what"), "heading"))
        whole.addWidget(
            text_label(
                _("Say the trade-off in one line, up to three. It is printed on the first page."),
                "soft",
                wraps=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for at in range(MOST_EVEN_OVER):
            self._add_row(grid, at)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        whole.addLayout(grid)
        whole.addSpacing(8)
        self.offers_title = text_label(_("To start from. Enter takes one."), "label")
        self.offers = RowList(_("Trade-offs to start from"))
        self.offers.setObjectName("trade_off_offers")
        self.offers.activated.connect(self._take)
        whole.addWidget(self.offers_title)
        whole.addWidget(self.offers, 1)

    def _add_row(self, grid: QGridLayout, at: int) -> None:
        more = LineField(name=_("We protect more"), placeholder=_("We protect more"))
        less = LineField(name=_("even over"), placeholder=_("even over this"))
        more.setObjectName(f"more_field_{at + 1}")
        less.setObjectName(f"less_field_{at + 1}")
        gone = SignButton("icon:x:ink_soft", _("Remove this line"), name=f"remove_even_{at + 1}")
        grid.addWidget(more, at, 0)
        grid.addWidget(text_label(_("even over"), "soft"), at, 1)
        grid.addWidget(less, at, 2)
        grid.addWidget(gone, at, 3)
        more.edited.connect(lambda _text, place=at: self._edited(place))
        less.edited.connect(lambda _text, place=at: self._edited(place))
        more.entered.connect(less.setFocus)
        less.entered.connect(lambda place=at: self._next(place))
        gone.clicked.connect(lambda _on=False, place=at: self._remove(place))
        self._rows.append((more, less, gone))

    def refresh(self) -> None:
        """Show the lines, and what else could be said."""
        lines = in_order(self.meeting.workshop.even_over)
        for at, (more, less, gone) in enumerate(self._rows):
            held = lines[at] if at < len(lines) else None
            self._show_row(at, held, more, less)
            gone.setVisible(held is not None)
        offers = suggested_trade_offs(self.meeting.workshop, packs_at_hand())
        room = len(lines) < MOST_EVEN_OVER
        self.offers.show_rows(offers if room else ())
        self.offers_title.setVisible(room and bool(offers))

    def focus_widget(self) -> QWidget:
        """The first line that is still empty."""
        empty = (more for more, _less, _gone in self._rows if not str(more.value()).strip())
        return next(empty, self._rows[0][0])

    def foot(self) -> Foot:
        """Back to the order."""
        return Foot(primary=_("Back to the order"))

    def go_on(self) -> None:
        """Back to the order."""
        self.done.emit()

    def _show_row(self, at: int, held: EvenOver | None, more: LineField, less: LineField) -> None:
        fresh = held.id if held is not None else None
        if fresh is None and self._ids[at] is None:
            return  # half a line is being typed
        self._ids[at] = fresh
        more.show_value(held.more if held is not None else "")
        less.show_value(held.less if held is not None else "")

    def _edited(self, at: int) -> None:
        more, less = (str(field.value()).strip() for field in self._rows[at][:2])
        id_ = self._ids[at]
        if not more or not less:
            return
        if id_ is not None:
            self.page.attempt(lambda: services.edit_even_over(self.meeting, id_, more, less))
            return
        made = self.page.attempt(lambda: services.add_even_over(self.meeting, more, less))
        if made is not None:
            self._ids[at] = made
            self.refresh()

    def _next(self, at: int) -> None:
        if at + 1 < len(self._rows):
            self._rows[at + 1][0].setFocus()

    def _remove(self, at: int) -> None:
        id_ = self._ids[at]
        if id_ is not None:
            self.page.attempt(lambda: services.remove_even_over(self.meeting, id_))
            self.refresh()
            self._rows[at][0].setFocus()

    def _take(self, key: object) -> None:
        rows = suggested_trade_offs(self.meeting.workshop, packs_at_hand())
        row = next((each for each in rows if each.key == key), None)
        if row is not None and isinstance(row.key, tuple):
            more, less = row.key
            self.page.attempt(lambda: services.add_even_over(self.meeting, more, less))
            self.refresh()
            self.offers.show_current(next((each.key for each in self.offers.rows()), None))
