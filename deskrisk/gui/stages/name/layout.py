"""The widgets of the page Name and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from deskrisk.domain.model.fears import FearKind
from deskrisk.gui.stages.name.field import FearField
from deskrisk.gui.stages.name.wall import WallView
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.words import said


class NameLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout) -> None:
        self.promise = text_label("", "soft", name="promise")
        self.kind = Segments(
            _("New slips are"), [(kind, said(kind)) for kind in (FearKind.OUTCOME, FearKind.PEOPLE)]
        )
        self.kind.setObjectName("kind_field")
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
        self.pile = ChoiceField(_("New slips go to"), bare=True)
        self.pile.setObjectName("pile_field")
        self.wall = WallView()
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(text_label(_("Alt+K"), "small"))
        top.addSpacing(16)
        self.promise.setAlignment(Qt.AlignmentFlag.AlignRight)
        top.addWidget(self.promise, 1)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.hint, 1)
        below.addWidget(text_label(_("Goes to"), "small"))
        below.addWidget(self.pile)
        below.addWidget(text_label(_("Alt 1\N{EN DASH}9"), "small"))
        body.addLayout(top)
        body.addWidget(self.field)
        body.addLayout(below)
        body.addWidget(self.wall, 1)
