"""Lists of lines about the document: what was changed since the vote, and its frozen versions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.versions import VersionsView

MOST_SHOWN = 12
"""Lines of one list on the page; the document prints all."""


class LineList(QWidget):
    """Some lines of text, one below the other; built anew only when they differ."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[str, ...] = ()
        self._labels: list[QWidget] = []

    def show_lines(self, lines: Sequence[str], role: str = "body") -> None:
        """Show other lines; the rest of a long list is counted."""
        shown = tuple(lines[:MOST_SHOWN])
        if len(lines) > MOST_SHOWN:
            rest = _("and {count} more").format(count=len(lines) - MOST_SHOWN)
            shown = (*shown, rest)
        if shown == self._shown:
            return
        self._shown = shown
        while self._labels:
            label = self._labels.pop()
            self._column.removeWidget(label)
            retire(label)
        for line in shown:
            label = text_label(line, role, wraps=True)
            self._labels.append(label)
            self._column.addWidget(label)

    def lines(self) -> tuple[str, ...]:
        """What is shown."""
        return self._shown


class SinceVote(QWidget):
    """What was changed since the room was asked.

    Signals:
        recorded(): it is put on record as amendments.
    """

    recorded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("since_vote")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(text_label(_("Changed since the vote"), "strong"), 1)
        link = LinkButton(_("Put it on record"), "Alt+R", name="record_changes", tone="accent")
        link.clicked.connect(lambda _on=False: self.recorded.emit())
        head.addWidget(link)
        column.addLayout(head)
        self.list = LineList("since_vote_lines")
        column.addWidget(self.list)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what was changed; nothing changed, nothing shown."""
        self.list.show_lines(lines)
        self.setVisible(bool(lines))


class Versions(QWidget):
    """The frozen versions, and what was changed since the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("versions")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(4)
        self.heading = text_label("", "strong", wraps=True, name="versions_heading")
        self.since = LineList("since_version")
        self.rows = LineList("version_rows")
        column.addWidget(self.heading)
        column.addWidget(self.since)
        column.addWidget(self.rows)

    def show_view(self, view: VersionsView) -> None:
        """Show them; before the first one there is nothing to show."""
        self.setVisible(bool(view.rows))
        broken = any(row.broken for row in view.rows)
        self.heading.setText(view.heading)
        self.heading.show_tone("alarm" if broken else "")
        self.since.show_lines(view.since)
        self.since.setVisible(bool(view.since))
        self.rows.show_lines([row.line for row in reversed(view.rows)], "small")
