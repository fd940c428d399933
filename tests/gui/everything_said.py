"""All that a program says anywhere: every text of every window, what a screen reader is told."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_ASKED = (
    "text",
    "words",
    "toPlainText",
    "placeholderText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "windowIconText",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TIME = re.compile(r"\d+:\d\d")


def everything_said() -> str:
    """Every text of every widget, line and menu, seen or hidden.

    Left out is what the clock and the disk decide: the time of day, and the mark of what is saved.
    Sorted, because Qt tells windows in no order.
    """
    found = [
        text
        for window in QApplication.topLevelWidgets()
        for widget in (window, *window.findChildren(QWidget))
        if widget.objectName() != "saved"
        for text in texts_of(widget)
    ]
    return _TIME.sub("0:00", "\n".join(sorted(found)))


def texts_of(widget: QWidget) -> Iterator[str]:
    """What one widget says in any way."""
    for name in _ASKED:
        ask = getattr(widget, name, None)
        if callable(ask) and (said := ask()):
            yield f"{type(widget).__name__}.{widget.objectName()}.{name}: {said}"
    for action in widget.actions():
        yield _of_action(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_action(action: QAction) -> str:
    return f"{action.text()} {action.toolTip()} {action.statusTip()} {action.whatsThis()}"


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0, QModelIndex())
        for role in _ROLES:
            said = model.data(index, role)
            if said:
                yield str(said)
