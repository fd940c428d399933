"""Behind a fold: the shelf of ideas, tags, comparable projects, and where a risk comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.risks import MOST_CASES
from deskrisk.gui.stages.recast.marks import labelled
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import LineField, NumberField, TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import RecastView
from deskrisk.viewmodels.rows import Row

_IDEAS_HEIGHT = 84


class RiskExtras(QWidget):
    """What is heard on the way and asked before scoring; folded until somebody wants it.

    Signals:
        tags_typed(str): the tags, parted by commas.
        rate_typed(object, object): of n comparable projects, k had this; None for not known.
        idea_added(str): an idea for a promise.
        idea_removed(str): it goes from the shelf.
        note_typed(str): the note, where an imported register left one.
        source_chosen(object): the id of the risk whose response brings this one; None for none.
    """

    tags_typed = Signal(str)
    rate_typed = Signal(object, object)
    idea_added = Signal(str)
    idea_removed = Signal(str)
    note_typed = Signal(str)
    source_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.fold = LinkButton(
            _("Tags, ideas, other projects"), _("Alt+K"), sign="icon:chevron-right:ink_soft"
        )
        self.fold.setObjectName("more")
        self.note = text_label("", "small", name="more_note")
        self.tags = LineField(name=_("Tags"), placeholder=_("up to three, with commas"), bare=True)
        self.tags.setObjectName("tags_field")
        self.idea = LineField(
            name=_("An idea for a promise"),
            placeholder=_("heard on the way"),
            entry=True,
            bare=True,
        )
        self.idea.setObjectName("idea_field")
        self.ideas = RowList(_("Shelf of ideas"))
        self.ideas.setObjectName("ideas")
        self.ideas.setFixedHeight(_IDEAS_HEIGHT)
        self.rate_n = _cases(_("Comparable projects"), "rate_n_field")
        self.rate_k = _cases(_("Comparable projects that had this"), "rate_k_field")
        self.rate_note = text_label("", "small", name="rate_note")
        self.source = ChoiceField(_("Comes from what we do about"), bare=True)
        self.source.setObjectName("secondary_field")
        self.kept = TextField(name=_("Note"), lines=2, most_lines=6, bare=True)
        self.kept.setObjectName("risk_note_field")
        self._lay_out()
        self._connect()
        self.inside.hide()

    def show_extras(self, view: RecastView) -> None:
        """Show those of the risk in hand."""
        card = view.risk
        self.setEnabled(card is not None)
        self.note.setText(card.more_note if card else "")
        self.tags.show_value(card.tags if card else "")
        self.rate_n.show_value(card.rate_n if card else None)
        self.rate_k.show_value(card.rate_k if card else None)
        self.rate_note.setText(card.rate_note if card else "")
        self.rate_note.setVisible(bool(card and card.rate_note))
        self.kept.show_value(card.note if card else "")
        ideas = card.ideas if card else ()
        self.ideas.show_rows(tuple(Row(key=idea, title=idea) for idea in ideas))
        self.ideas.setVisible(bool(ideas))
        if self.inside.isVisibleTo(self):
            self.source.show_options(view.other_risks)
            self.source.show_value(card.secondary_to if card else None)

    def unfold(self, *, shown: bool) -> None:
        """Show what is behind the fold, or fold it."""
        self.inside.setVisible(shown)
        self.fold.set_sign(f"icon:chevron-{'down' if shown else 'right'}:ink_soft")

    def is_unfolded(self) -> bool:
        """Is it shown?"""
        return self.inside.isVisibleTo(self)

    def _rate(self) -> None:
        self.rate_typed.emit(self.rate_n.value(), self.rate_k.value())

    def _idea(self) -> None:
        text = str(self.idea.value())
        if text.strip():
            self.idea.clear_entry()
            self.idea_added.emit(text)

    def _connect(self) -> None:
        self.tags.edited.connect(lambda text: self.tags_typed.emit(str(text)))
        self.tags.entered.connect(self.idea.setFocus)
        self.idea.entered.connect(self._idea)
        self.ideas.removed.connect(lambda key: self.idea_removed.emit(str(key)))
        self.rate_n.entered.connect(self.rate_k.setFocus)
        for field in (self.rate_n, self.rate_k):
            field.edited.connect(lambda _value: self._rate())
        self.source.chosen.connect(self.source_chosen)
        self.kept.edited.connect(lambda text: self.note_typed.emit(str(text)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addWidget(self.note, 1)
        column.addLayout(head)
        self.inside = QWidget()
        column.addWidget(self.inside)
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        rate = QHBoxLayout()
        rate.setSpacing(6)
        for part in (
            text_label(_("of"), "soft"),
            self.rate_n,
            text_label(_("projects"), "soft"),
            self.rate_k,
            text_label(_("had this"), "soft"),
        ):
            rate.addWidget(part)
        rate.addStretch(1)
        seen = QVBoxLayout()
        seen.setSpacing(0)
        seen.addLayout(rate)
        seen.addWidget(self.rate_note)
        shelf = QVBoxLayout()
        shelf.setSpacing(2)
        shelf.addWidget(self.idea)
        shelf.addWidget(self.ideas)
        for words, content in (
            (_("Tags"), _boxed(self.tags)),
            (_("Ideas"), shelf),
            (_("Seen"), seen),
            (_("After"), _boxed(self.source)),
            (_("Note"), _boxed(self.kept)),
        ):
            inside.addLayout(labelled(words, content))


def _cases(name: str, field_name: str) -> NumberField:
    field = NumberField(name=name, highest=MOST_CASES, whole=True, placeholder="?")
    field.setObjectName(field_name)
    field.setFixedWidth(52)
    return field


def _boxed(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget, 1)
    return line
