"""Everything that is worked out of the answers, for a large room and for a very large one."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from bench.clock import Result, measure
from bench.rooms import a_room, forgotten
from deskrisk.domain.agreement import group_agreements, list_agreement
from deskrisk.domain.ballots import ballot_votes, tally
from deskrisk.domain.calibration import calibration
from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.exposures import FINAL, risk_exposures
from deskrisk.domain.groups import group_gaps, worry
from deskrisk.domain.leverage import leverages, total
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import ranked, stability
from deskrisk.domain.spread import spreads

SIZES = ((40, 12, 5.0), (120, 30, 60.0))
"""Risks, people, and the milliseconds that all figures of the scores may take."""


def _ballots(room: Workshop) -> object:
    risks = tuple(room.risks)
    return tally(risks, ballot_votes(room, risks, BallotScope.ALL))


FIGURES: Mapping[str, Callable[[Workshop], object]] = {
    "exposures": risk_exposures,
    "order": ranked,
    "stability": stability,
    "spread": spreads,
    "groups": group_gaps,
    "worry": worry,
    "agreement": list_agreement,
    "agreement in groups": group_agreements,
    "queue": lambda workshop: discussion_queue(workshop, FINAL),
    "leverage": leverages,
    "total": total,
    "calibration": calibration,
    "ballots on all risks": _ballots,
}


def results() -> Iterator[Result]:
    """All figures at once, with a ballot on every risk; then each alone."""
    for risks, people, limit in SIZES:
        room, size = a_room(risks, people), f"{risks} x {people}"
        yield measure(f"all figures, {size}", partial(_all, room), limit=limit)
        for name, figure in FIGURES.items():
            yield measure(f"  {name}, {size}", partial(_alone, figure, room))


def _all(room: Workshop) -> None:
    fresh = forgotten(room)
    for figure in FIGURES.values():
        figure(fresh)


def _alone(figure: Callable[[Workshop], object], room: Workshop) -> object:
    return figure(forgotten(room))
