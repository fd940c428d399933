"""The wall of slips with 300 fears: from a key or a drag until it is painted."""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bench.clock import Result, measure_each
from bench.rooms import a_room
from deskrisk.domain.model.fears import Cluster, Fear, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop

FEARS, PILES = 300, 12
FRAME = 1000 / 60
"""Milliseconds that a frame lasts; nothing that is typed or dragged may take longer to be seen."""

_SAYING = "we are late nobody asks it breaks at night the bill comes and one person knows how"
_WORDS = tuple(_SAYING.split())


def results() -> Iterator[Result]:
    """Every act on a full wall, on the real page in a window without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    board = _board(full_wall())
    for name, act, back in board.acts():
        yield measure_each(f"wall of {FEARS}: {name}", act, back, limit=FRAME)
    board.close()


def full_wall(fears: int = FEARS) -> Workshop:
    """A room with so many fears of 4 to 24 words, in piles, some of them about us."""
    chance = random.Random(f"wall {fears}")  # noqa: S311  the same wall every time
    piles = [
        Cluster(id=ClusterId(f"c{at}"), position=at, name=f"Pile number {at}")
        for at in range(PILES)
    ]
    made = [
        Fear(
            id=FearId(f"{chance.randrange(16**32):032x}"),
            text=" ".join(chance.choices(_WORDS, k=chance.randint(4, 24))),
            kind=FearKind.PEOPLE if chance.random() < 0.25 else FearKind.OUTCOME,
            cluster=chance.choice([None, *(pile.id for pile in piles)]),
        )
        for _fear in range(fears)
    ]
    room = a_room(12, 8)
    return replace(
        room,
        clusters={pile.id: pile for pile in piles},
        fears={fear.id: fear for fear in made},
    )


def _board(workshop: Workshop) -> Any:
    """Open the page in a window; Qt is loaded only where it is measured."""
    from bench.board import Board  # noqa: PLC0415  see above

    return Board(workshop)
