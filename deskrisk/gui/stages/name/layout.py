"""The widgets of the page Name and where they stand."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.fears import FearKind
from deskrisk.gui.stages.name.field import FearField
from deskrisk.gui.stages.name.reading import ReadingCard
from deskrisk.gui.stages.name.wall import WallView
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.words import said

PILE_WIDTH = 170
"""Of the choice of a pile; the hint beside it needs its room."""


class Way(Enum):
    """The three ways of working on this page, in the order of the meeting."""

    TYPE = "type"
    READ = "read"
    PILES = "piles"


class NameLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout) -> None:
        self.ways = Segments(
            _("What we do here"),
            [
                (Way.TYPE, _("Type in")),
                (Way.READ, _("Read aloud")),
                (Way.PILES, _("Make piles")),
            ],
        )
        self.ways.setObjectName("ways")
        self.promise = text_label("", "soft", name="promise")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.typing = self._typing_part()
        self.sorting = self._sorting_part()
        self.card = ReadingCard()
        self.wall = WallView()
        top = QHBoxLayout()
        top.addWidget(self.ways)
        top.addSpacing(16)
        top.addWidget(self.promise, 1)
        body.addLayout(top)
        body.addWidget(self.typing)
        body.addWidget(self.sorting)
        body.addWidget(self.card, 1)
        body.addWidget(self.wall, 1)

    def show_way(self, way: Way) -> None:
        """Show what belongs to one way of working."""
        self.ways.show_value(way)
        self.typing.setVisible(way is Way.TYPE)
        self.sorting.setVisible(way is Way.PILES)
        self.card.setVisible(way is Way.READ)
        self.wall.setVisible(way is not Way.READ)

    def show_in_hand(self, *, about_us: bool) -> None:
        """Offer what can be done with the slip in hand."""
        for button in (self.agree, self.question, self.heard):
            button.setVisible(about_us)
        for button in (self.merge, self.split, self.same):
            button.setVisible(not about_us)

    def _typing_part(self) -> QWidget:
        self.field = FearField(
            name=_("A fear"),
            placeholder=_("What are you afraid of?"),
            lines=1,
            most_lines=3,
            role="fear_large",
            entry=True,
        )
        self.field.setObjectName("fear_field")
        self.hint = text_label("", "small", name="field_hint")
        self.prompt = LinkButton("", "PgDn", name="next_prompt")
        kinds = [(kind, said(kind)) for kind in (FearKind.OUTCOME, FearKind.PEOPLE)]
        self.kind = ChoiceField(_("New slips are"), kinds, bare=True)
        self.kind.setObjectName("kind_field")
        self.pile = ChoiceField(_("New slips go to"), bare=True)
        self.pile.setObjectName("pile_field")
        self.pile.setMaximumWidth(PILE_WIDTH)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.hint, 1)
        below.addWidget(self.prompt)
        below.addWidget(self.kind)
        below.addWidget(text_label(_("Alt+K"), "small"))
        below.addSpacing(8)
        below.addWidget(self.pile)
        below.addWidget(text_label(_("Alt 1\N{EN DASH}9"), "small"))
        return _column(self.field, below)

    def _sorting_part(self) -> QWidget:
        self.name_pile = LinkButton(_("Name a pile"), "Ctrl+G", name="name_pile")
        self.move = LinkButton(_("Move"), "M", name="move_slips")
        self.merge = LinkButton(_("Merge"), "Ctrl+M", name="merge_piles")
        self.split = LinkButton(_("Split out"), "Ctrl+Shift+G", name="split_pile")
        self.same = LinkButton(_("Same"), "D", name="lay_same")
        self.agree = LinkButton(_("Agree"), "A", name="agree_fear")
        self.question = LinkButton(_("Ask"), "Q", name="ask_fear")
        self.heard = LinkButton(_("Heard"), "Y", name="heard_fear")
        self.park = LinkButton(_("Park"), "P", name="park_fear")
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (
            *(self.name_pile, self.move, self.merge, self.split, self.same),
            *(self.agree, self.question, self.heard, self.park),
        ):
            row.addWidget(button)
        row.addStretch(1)
        return _column(row)


def _column(*parts: QWidget | QHBoxLayout) -> QWidget:
    column = QWidget()
    inner = QVBoxLayout(column)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            inner.addWidget(part)
        else:
            inner.addLayout(part)
    return column
