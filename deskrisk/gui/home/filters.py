"""The line above the list: by what it is narrowed, and columns or cards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.domain.listing import FilterKind, State, Wish
from deskrisk.gui.home.rows import Look
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.i18n import _
from deskrisk.viewmodels.filters import FilterView, filter_views, state_options

FIELD_WIDTH = 122
"""Six of them, a link and the switch fit into the smallest window, and nothing moves."""


class FilterBar(QWidget):
    """Chooses what the list shows.

    Signals:
        chosen(Wish): another part of the library is wanted.
        look_chosen(Look): columns or cards.
    """

    chosen = Signal(object)
    look_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filters")
        self._wish = Wish()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        self.fields: Mapping[FilterKind, ChoiceField] = {
            view.kind: self._field(view) for view in filter_views({})
        }
        self.state = ChoiceField(_("State"), state_options(), bare=True)
        self.state.setObjectName("filter_state")
        self.state.show_value(State.ANY)
        self.state.chosen.connect(self._state_chosen)
        self.clear = LinkButton(_("Show all"), name="show_all")
        self.clear.clicked.connect(self.show_all)
        self.look = Segments(_("Show as"), ((Look.COLUMNS, _("Columns")), (Look.CARDS, _("Cards"))))
        self.look.setObjectName("look")
        self.look.show_value(Look.COLUMNS)
        self.look.chosen.connect(self.look_chosen)
        for each in (*self.fields.values(), self.state):
            each.setFixedWidth(FIELD_WIDTH)
            row.addWidget(each)
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self.look)
        self.show_wish(self._wish)

    def show_offered(self, views: Sequence[FilterView]) -> None:
        """Offer what there is to choose from."""
        for view in views:
            options = [(each.value, each.words, each.sign) for each in view.options]
            self.fields[view.kind].show_options(options)
        self.show_wish(self._wish)

    def show_wish(self, wish: Wish) -> None:
        """Show what is chosen."""
        self._wish = wish
        for kind, field in self.fields.items():
            field.show_value(wish.chosen(kind))
        self.state.show_value(wish.state)
        self.clear.setVisible(wish.narrowed)

    def show_all(self) -> None:
        """Narrow nothing any more."""
        self.chosen.emit(Wish(shelf=self._wish.shelf))

    def _field(self, view: FilterView) -> ChoiceField:
        field = ChoiceField(view.name, [("", view.options[0].words)], bare=True)
        field.setObjectName(f"filter_{view.kind.value}")
        field.chosen.connect(lambda value: self._filter_chosen(view.kind, str(value)))
        return field

    def _filter_chosen(self, kind: FilterKind, value: str) -> None:
        others = tuple(each for each in self._wish.filters if each[0] is not kind)
        filters = (*others, (kind, value)) if value else others
        self.chosen.emit(replace(self._wish, filters=filters))

    def _state_chosen(self, state: State) -> None:
        self.chosen.emit(replace(self._wish, state=state))
