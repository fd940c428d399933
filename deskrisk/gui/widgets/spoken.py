"""What painted lists are to a screen reader: Qt knows only the widgets that it paints itself.

Each says what it holds in its accessible description, which it keeps current.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

PAINTED = (
    "AnswerSheet",
    "BallotSlip",
    "DotList",
    "OrderList",
    "RiskStrip",
    "ScoreGrid",
    "StanceGrid",
    "WallView",
)
"""Classes of widgets that paint rows of their own and have no children for them."""

DRAWN = ("ChartView",)
"""Classes of widgets that show a picture."""

_installed: list[bool] = []


def _made(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name in PAINTED and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.List)
    if class_name in DRAWN and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    return None


def speak_painted_lists() -> None:
    """Tell Qt once about the painted lists."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_made)
