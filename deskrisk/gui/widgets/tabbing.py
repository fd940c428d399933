"""The way of the Tab key: as one reads, whatever was made first."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QScrollArea, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def tab_as_read(root: QWidget) -> None:
    """Let Tab go through all controls of a page in the order of their layouts.

    To be called again when controls came or went.
    """
    for before, after in pairwise(_controls(root)):
        QWidget.setTabOrder(before, after)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or _is_one_of_several(widget):
        yield widget
        return
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _controls(content)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout, widget)


def _is_one_of_several(widget: QWidget) -> bool:
    """Of exclusive buttons Tab reaches the chosen one; another may be chosen later."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def _in_layout(layout: QLayout, around: QWidget) -> Iterator[QWidget]:
    # Items of layouts are never asked for: Qt deletes them behind Python's back, and a new widget
    # at the address of a dead item is taken for it when it goes, which is the end of the program.
    found: dict[int, QLayout | QWidget] = {}
    for widget in around.findChildren(QWidget, options=_DIRECT):
        found[layout.indexOf(widget)] = widget
    for inner in layout.findChildren(QLayout, options=_DIRECT):
        found[layout.indexOf(inner)] = inner
    found.pop(-1, None)
    for at in _reading_order(layout, found):
        thing = found[at]
        if isinstance(thing, QLayout):
            yield from _in_layout(thing, around)
        else:
            yield from _controls(thing)


def _reading_order(layout: QLayout, places: Iterable[int]) -> list[int]:
    if isinstance(layout, QGridLayout):
        cells = {at: layout.getItemPosition(at) for at in places}
        return sorted(places, key=lambda at: tuple(cells[at])[:2])  # type: ignore[arg-type]  # four numbers
    return sorted(places)
