"""Above the order: what the numbers leave to the room, and what the room has said so far."""

from dataclasses import dataclass

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.proposal import propose_order
from deskrisk.domain.scores import revealed
from deskrisk.domain.sheets import ballots_in
from deskrisk.i18n import _
from deskrisk.viewmodels.ballots import ballot_scope, ballots_view, gut_lines, turnout_words
from deskrisk.viewmodels.duels import duel_view
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What the room hears above the order, and what it can do.

    ``vote`` are the words of the way to ballots or duels, empty where none is needed. ``may_take``
    says that what came of it differs from the order that stands. ``counted`` says that there is a
    result. ``ways`` are the other ways to
    find the order, each with its words.
    """

    shown: bool
    lines: tuple[str, ...]
    vote: str
    vote_key: str
    counted: bool
    may_take: bool
    gut: str
    ways: tuple[tuple[OrderMethod, str], ...]


def decision_view(workshop: Workshop, *, hidden: bool = False) -> DecisionView:
    """What is left to the room; nothing while the order is hidden."""
    workshop = revealed(workshop)
    method = workshop.brief.order_method
    proposal = propose_order(workshop)
    vote, key, finished = "", "", False
    lines: tuple[str, ...] = ()
    if proposal.duels is not None:
        duels = duel_view(workshop)
        vote, key, lines = _("Duels"), "Alt+D", duels.lines
        finished = duels.over and bool(duels.held)
    elif proposal.ballot is not None and proposal.open:
        ballots = ballots_view(workshop, ballot_scope(workshop), counted=False)
        vote, key, lines = _ballot_words(workshop), "Alt+B", ballots.lines
        finished = ballots.counted
    taken = standing_order(workshop) == proposal.order and bool(workshop.progress.agreed_order)
    return DecisionView(
        shown=not hidden and bool(workshop.risks),
        lines=()
        if workshop.progress.order_confirmed
        else (*_opening(workshop, open_=bool(proposal.open)), *lines, *_gut_said(workshop)),
        vote=vote,
        vote_key=key,
        counted=finished,
        may_take=finished and not taken and not workshop.progress.order_confirmed,
        gut="" if method is OrderMethod.BALLOT_ONLY else _gut_words(workshop),
        ways=tuple((each, said(each)) for each in OrderMethod if each is not method),
    )


def _opening(workshop: Workshop, *, open_: bool) -> tuple[str, ...]:
    if open_ or workshop.brief.order_method is OrderMethod.SCORES_ONLY:
        return ()
    return (_("The line falls between two tiers, so the scores decide."),)


def _ballot_words(workshop: Workshop) -> str:
    turnout = ballots_in(workshop, ballot_scope(workshop))
    if not turnout.done:
        return _("Ballot")
    return _("Ballot, {turnout}").format(turnout=turnout_words(turnout))


def _gut_words(workshop: Workshop) -> str:
    turnout = ballots_in(workshop, BallotScope.ALL)
    if not turnout.done:
        return _("Gut check")
    return _("Gut check, {turnout}").format(turnout=turnout_words(turnout))


def _gut_said(workshop: Workshop) -> tuple[str, ...]:
    """What the gut says, once everybody's ballot on all risks is in."""
    if workshop.brief.order_method is OrderMethod.BALLOT_ONLY:
        return ()
    return gut_lines(workshop) if ballots_in(workshop, BallotScope.ALL).everybody else ()
