"""Papers for the room: slips, sheets, ballots, the poster of the scales, cards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import N_

ROUNDS = 2
"""There are at most so many rounds of answers."""

_FOR_SCORERS = ("sheets", "ballots")

Maker = Callable[[Workshop, datetime], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One kind of paper. ``label`` is what a menu says, ``name`` how its file is called."""

    key: str
    label: str
    name: str


PAPERS: tuple[Paper, ...] = (
    Paper(key="slips", label=N_("Print slips …"), name=N_("Slips {title}")),
    Paper(
        key="poster", label=N_("Print the poster of the scales, A3 …"), name=N_("Scales {title}")
    ),
    Paper(key="poster-a4", label=N_("Print the scales on A4 …"), name=N_("Scales {title} A4")),
    Paper(key="sheets", label=N_("Print sheets for answers …"), name=N_("Sheets {title}")),
    Paper(key="ballots", label=N_("Print ballots …"), name=N_("Ballots {title}")),
    Paper(key="cards", label=N_("Print cards for responses …"), name=N_("Cards {title}")),
)
"""All papers, in the order of the meeting; menu and command line read it."""


def paper_of(key: str) -> Paper:
    """One kind of paper by its key, which must be one."""
    return next(each for each in PAPERS if each.key == key)


def print_paper(key: str, workshop: Workshop, path: Path, *, now: datetime) -> None:
    """Write a paper as a PDF; a file of this name is replaced, whole or not at all.

    Args:
        key: of one of ``PAPERS``.
        workshop: what it is for.
        path: where; its folder must exist.
        now: the moment the file is dated with.

    Raises:
        EmptyError: it would be a paper for nobody, or about no risk.
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """
    if key in _FOR_SCORERS:
        _require_scorers(workshop)
    from deskrisk.services.exports import write_made  # noqa: PLC0415  menus need the names alone

    write_made(path, lambda: _makers()[key](workshop, now))


def _require_scorers(workshop: Workshop) -> None:
    if not any(person.scores for person in workshop.participants.values()):
        raise EmptyError("participants", "scores")
    if not workshop.risks:
        raise EmptyError("risks", "title")


def _next_round(workshop: Workshop) -> int:
    """The round that is asked next; the last one once both are closed."""
    return min(workshop.progress.round_closed + 1, ROUNDS)


def _makers() -> Mapping[str, Maker]:
    # reportlab takes a while to load, and most starts never print.
    from deskrisk.reports.cards import cards_bytes  # noqa: PLC0415
    from deskrisk.reports.poster import PosterSize, poster_bytes  # noqa: PLC0415
    from deskrisk.reports.sheets import ballots_bytes, sheets_bytes  # noqa: PLC0415
    from deskrisk.reports.slips import slips_bytes  # noqa: PLC0415

    return {
        "slips": lambda workshop, now: slips_bytes(workshop, created=now),
        "poster": lambda workshop, now: poster_bytes(workshop, created=now, size=PosterSize.A3),
        "poster-a4": lambda workshop, now: poster_bytes(workshop, created=now, size=PosterSize.A4),
        "sheets": lambda workshop, now: sheets_bytes(
            workshop, created=now, round_=_next_round(workshop)
        ),
        "ballots": lambda workshop, now: ballots_bytes(workshop, created=now),
        "cards": lambda workshop, now: cards_bytes(workshop, created=now),
    }
