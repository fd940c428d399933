"""What is at hand for a risk: choose with the arrows, Enter makes a promise or a first sign."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.ideas import Idea, IdeasView

PROMISE, TRIGGER, FALLBACK = "promise", "trigger", "fallback"
_USES = {Qt.Key.Key_F: TRIGGER, Qt.Key.Key_W: FALLBACK}


class IdeaList(RowList):
    """Rows that can be used in more than one way.

    Signals:
        used(str): a key says how the chosen row is to be used.
    """

    used = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F and W use the chosen row as a first sign, or as what we do then."""
        use = _USES.get(Qt.Key(event.key()))
        if use is not None and not event.modifiers():
            self.used.emit(use)
        else:
            super().keyPressEvent(event)


class AtHandDialog(QDialog):
    """The list; ``idea`` is what was chosen, and ``use`` how it is to be used."""

    def __init__(self, parent: QWidget, view: IdeasView, first: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("at_hand")
        self.setWindowTitle("DeskRisk")
        self.resize(640, 580)
        self._view = view
        self.idea: Idea | None = None
        self.use = PROMISE
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("What could help?"), "heading"))
        whole.addWidget(text_label(view.title, "soft", wraps=True, most_lines=2))
        self.list = IdeaList(_("What is at hand"))
        self.list.setObjectName("ideas_at_hand")
        self.list.picked.connect(lambda _key: self._show_acts())
        self.list.activated.connect(lambda _key: self._choose(PROMISE))
        self.list.clicked.connect(self._clicked)
        self.list.used.connect(self._use_shelved)
        self.nothing = text_label(
            _("Nothing is at hand: no idea was kept, and no pack knows this kind of risk."),
            "soft",
            wraps=True,
            name="nothing_at_hand",
        )
        whole.addWidget(self.list, 1)
        whole.addWidget(self.nothing)
        whole.addStretch(0)
        whole.addLayout(self._make_foot())
        self.list.show_rows(view.rows)
        self.list.setVisible(bool(view.rows))
        self.nothing.setVisible(not view.rows)
        keys = [idea.key for idea in view.ideas]
        start = next((key for key in keys if first and key.startswith(first)), None)
        self.list.show_current(start or next(iter(keys), None))
        self._show_acts()
        (self.list if keys else self.take).setFocus()

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.as_trigger = LinkButton(_("As first sign"), "F", name="as_trigger")
        self.as_trigger.clicked.connect(lambda _on=False: self._use_shelved(TRIGGER))
        self.as_fallback = LinkButton(_("As what we do then"), "W", name="as_fallback")
        self.as_fallback.clicked.connect(lambda _on=False: self._use_shelved(FALLBACK))
        self.take = PrimaryButton("", "Enter", name="take_idea")
        self.take.clicked.connect(lambda _on=False: self._choose(PROMISE))
        row.addWidget(self.as_trigger)
        row.addWidget(self.as_fallback)
        row.addStretch(1)
        row.addWidget(self.take)
        return row

    def _current(self) -> Idea | None:
        return self._view.idea(self.list.current_key())

    def _show_acts(self) -> None:
        idea = self._current()
        shelved = idea is not None and bool(idea.shelved)
        self.as_trigger.setVisible(shelved)
        self.as_fallback.setVisible(shelved)
        self.take.set_words(idea.act if idea else _("Close"))

    def _clicked(self, _index: QModelIndex) -> None:
        self._show_acts()

    def _use_shelved(self, use: str) -> None:
        idea = self._current()
        if idea is not None and idea.shelved:
            self._choose(use)

    def _choose(self, use: str) -> None:
        self.idea, self.use = self._current(), use
        self.done(self.DialogCode.Accepted if self.idea is not None else self.DialogCode.Rejected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button's, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(PROMISE)
        else:
            super().keyPressEvent(event)


def ask_idea(parent: QWidget, view: IdeasView, first: str = "") -> tuple[Idea, str] | None:
    """What somebody chose of what is at hand, and how it is to be used; None if it is left.

    Args:
        parent: the window or page below.
        view: what there is.
        first: the beginning of the key of the row that is chosen at first; empty for the first.
    """
    dialog = AtHandDialog(parent, view, first)
    accepted = bool(dialog.exec())
    idea, use = dialog.idea, dialog.use
    dialog.deleteLater()
    return (idea, use) if accepted and idea is not None else None
