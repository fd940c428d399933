"""Freezing the agreement: what is kept, what is not, and why there is a new version."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.versions import VersionsView

_KEPT = (
    N_("What the room agreed is kept as it stands, sealed and dated; it can be exported again."),
    N_(
        "Not kept in it: who gave which answer, fears that were not released, and your own notes."
        " They stay in this workshop, for you alone. It can still be changed: that makes a new"
        " version."
    ),
)
"""What a version holds, and what it does not."""


class FreezeDialog(QDialog):
    """Asks once; ``why`` is the line for the new version, empty for the first one."""

    def __init__(self, parent: QWidget, view: VersionsView) -> None:
        super().__init__(parent)
        self.setObjectName("freeze")
        self.setWindowTitle("DeskRisk")
        self.setMinimumWidth(560)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        heading = _("Freeze the agreement as version {number}?").format(number=view.next_number)
        whole.addWidget(text_label(heading, "heading", wraps=True))
        for words in _KEPT:
            whole.addWidget(text_label(_(words), "body", wraps=True))
        self.why = LineField(
            name=_("Why there is a new version"),
            placeholder=_("Why, in one line; it is printed"),
        )
        self.why.setObjectName("freeze_why")
        if view.rows:
            whole.addWidget(self._changes(view))
            whole.addWidget(self.why)
        else:
            self.why.setParent(self)
            self.why.hide()
        whole.addSpacing(8)
        whole.addLayout(self._make_foot())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.why.entered.connect(self.accept)
        first = self.why if view.rows else self.freeze
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changes(self, view: VersionsView) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in view.since:
            column.addWidget(text_label(line, "soft", wraps=True))
        column.addStretch(1)
        area = scrolled(block, "freeze_changes")
        area.setMaximumHeight(180)
        group = QWidget()
        outer = QVBoxLayout(group)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(text_label(view.heading, "strong"))
        outer.addWidget(area)
        return group

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        leave = QuietButton(_("Not yet"), name="freeze_not")
        leave.clicked.connect(lambda _on=False: self.reject())
        self.freeze = PrimaryButton(_("Freeze it"), "Ctrl+Enter", name="freeze_it")
        self.freeze.clicked.connect(lambda _on=False: self.accept())
        row.addWidget(leave)
        row.addWidget(self.freeze)
        return row


def ask_freeze(parent: QWidget, view: VersionsView) -> str | None:
    """Whether to freeze, and why there is a new version.

    Returns:
        the line, empty if nothing was said; None for not yet.
    """
    dialog = FreezeDialog(parent, view)
    accepted = bool(dialog.exec())
    why = str(dialog.why.value()).strip()
    dialog.deleteLater()
    return why if accepted else None
