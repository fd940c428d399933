"""Take a widget off its page for good."""

from PySide6.QtWidgets import QWidget


def retire(widget: QWidget) -> None:
    """Hide a widget and delete it as soon as nobody is in the middle of its signals.

    Its names go at once, so that nobody finds it beside the one that takes its place.
    """
    widget.hide()
    for each in (widget, *widget.findChildren(QWidget)):
        each.setObjectName("")
    widget.deleteLater()
