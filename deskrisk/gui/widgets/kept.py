"""A column of cards that stay the same widgets while what they show comes, goes and changes."""

from collections.abc import Callable, MutableMapping, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from deskrisk.gui.widgets.retired import retire

K = TypeVar("K")
W = TypeVar("W", bound=QWidget)


def keep_cards(
    column: QBoxLayout,
    cards: MutableMapping[K, W],
    wanted: Sequence[K],
    make: Callable[[K], W],
) -> tuple[W, ...]:
    """Let a column hold one card for each wanted key, in order, so that no focus is lost.

    Args:
        column: where the cards stand, first of all that is in it.
        cards: the cards by key; those no longer wanted leave it, new ones are put in.
        wanted: the keys, from top to bottom.
        make: makes the card of a key.

    Returns:
        the new cards, which the page has yet to connect.
    """
    for gone in [key for key in cards if key not in wanted]:
        card = cards.pop(gone)
        column.removeWidget(card)
        retire(card)
    fresh = []
    for at, key in enumerate(wanted):
        if key not in cards:
            cards[key] = make(key)
            fresh.append(cards[key])
        if column.indexOf(cards[key]) != at:
            column.insertWidget(at, cards[key])
            cards[key].show()  # now, so that it can take the focus
    return tuple(fresh)
