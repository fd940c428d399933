"""The way of the Tab key: as one reads, whatever was made first."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def tab_as_read(root: QWidget) -> None:
    """Let Tab go through all controls of a page in the order of their layouts.

    To be called again when controls came or went.
    """
    for before, after in pairwise(_controls(root)):
        QWidget.setTabOrder(before, after)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _controls(content)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in _reading_order(layout):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from _controls(widget)


def _reading_order(layout: QLayout) -> list[int]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        cells = {at: layout.getItemPosition(at) for at in places}
        places.sort(key=lambda at: tuple(cells[at])[:2])  # type: ignore[arg-type]  # four numbers
    return places
