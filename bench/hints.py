"""What is worked out at every pause in typing: the hints about a sentence, rail and guide."""

from collections.abc import Iterator
from functools import partial

from bench.clock import Result, measure
from bench.rooms import a_room, forgotten
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.wording import fear_codes, risk_codes
from deskrisk.viewmodels.guide import guide_view
from deskrisk.viewmodels.rail import rail_view
from deskrisk.viewmodels.wording import lexicon

CAUSE = "review takes four days and changes arrive every hour of the working day"
EVENT = "a change that nobody has read may reach the customers of the other region"
CONSEQUENCE = "wrong goods are sent for a day and the two of us on call work through the night"
NAMES = tuple(f"First{number} Last{number}" for number in range(12))

HINT_LIMIT = 1.0
"""Milliseconds that the rules may take (issue of the method)."""


def results() -> Iterator[Result]:
    """The hints about one fear and one risk, and the frame of the desk for a large room."""
    words = lexicon()
    fear = partial(fear_codes, EVENT, words, NAMES)
    risk = partial(risk_codes, CAUSE, EVENT, CONSEQUENCE, words, NAMES)
    yield measure("hints about a fear", fear, limit=HINT_LIMIT)
    yield measure("hints about a risk", risk, limit=HINT_LIMIT)
    room = a_room(40, 12)
    yield measure("rail, 40 x 12", partial(_rail, room))
    yield measure("guide of the ranking, 40 x 12", partial(_guide, room))


def _rail(room: Workshop) -> object:
    return rail_view(forgotten(room))


def _guide(room: Workshop) -> object:
    return guide_view(forgotten(room), Stage.RANK)
