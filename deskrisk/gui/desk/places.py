"""Go to one field of a page: what the gap check does when a line is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from deskrisk.gui.desk.pages import PageStack
    from deskrisk.viewmodels.places import Place


def go_to_place(pages: PageStack, place: Place) -> None:
    """Show the page of a place, the thing in hand there, and focus the field."""
    pages.show_stage(place.stage)
    page = pages.page()
    if page is None:
        return
    if place.thing:
        page.take_in_hand(place.thing)
    field = _field(page, place)
    if field is not None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        _bring_into_sight(field)


def _field(page: QWidget, place: Place) -> QWidget | None:
    if not place.field:
        return None
    cards = page.findChildren(QWidget, place.within) if place.within else [page]
    for card in cards:
        for field in card.findChildren(QWidget, place.field):
            if field.isVisibleTo(page):
                return field
    return None


def _bring_into_sight(field: QWidget) -> None:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field, 0, 48)
        around = around.parentWidget()
