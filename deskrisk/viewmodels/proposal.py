"""What the room hears about the order that ballots or duels propose, in sentences.

Shown on the page that orders the risks, above the list. A tie at the line is always said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deskrisk.domain.ballots import BallotResult, TieBreak
from deskrisk.domain.duels import DuelState, Stop
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.proposal import Proposal, propose_order
from deskrisk.i18n import N_, _, ngettext

_TIE_WORDS: Mapping[TieBreak, str] = {
    TieBreak.SHARE: N_("ballot points put"),
    TieBreak.EXPOSURE: N_("the scores put"),
    TieBreak.NUMBER: N_("only the number puts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """The proposed order and what to say about it.

    ``lines`` are sentences for the room. ``pair`` are the two risks of the next duel, and None
    when there is nothing to ask.
    """

    order: tuple[RiskId, ...]
    open: tuple[RiskId, ...]
    lines: tuple[str, ...]
    pair: tuple[RiskId, RiskId] | None


def proposal_view(workshop: Workshop) -> ProposalView:
    """The order that the way the room chose proposes, and what has to be said about it."""
    found = propose_order(workshop)
    going_on = found.duels is not None and found.duels.stop is None
    return ProposalView(
        order=found.order,
        open=found.open,
        lines=tuple(_lines(workshop, found)),
        pair=found.duels.next_pair if found.duels is not None and going_on else None,
    )


def _lines(workshop: Workshop, found: Proposal) -> Iterator[str]:
    if not found.open:
        if found.order and workshop.brief.order_method is not OrderMethod.SCORES_ONLY:
            yield _("The line falls between two tiers, so the scores decide.")
    elif found.ballot is not None:
        yield from _ballot_lines(workshop, found, found.ballot)
    elif found.duels is not None:
        yield from _duel_lines(found.duels)


def _ballot_lines(workshop: Workshop, found: Proposal, ballot: BallotResult) -> Iterator[str]:
    if not ballot.voters:
        yield _("No ballot says anything yet, so this is the order of the scores.")
        return
    yield ngettext(
        "{count} ballot orders {risks} risks.",
        "{count} ballots order {risks} risks.",
        ballot.voters,
    ).format(count=ballot.voters, risks=len(found.open))
    if found.tied_at_cut:
        first, second = (workshop.risks[risk].title for risk in found.tied_at_cut)
        decider = ballot.decided_by[ballot.order.index(found.tied_at_cut[0])]
        yield _(
            "The ballots tie at the line; {decider} “{first}” before “{second}”. "
            "What do you want to do?"
        ).format(decider=_(_TIE_WORDS[decider]), first=first, second=second)
    for risk in ballot.unjudged:
        yield _("Nobody could judge “{title}”, so it stands last.").format(
            title=workshop.risks[risk].title
        )


def _duel_lines(duels: DuelState) -> Iterator[str]:
    if duels.too_many:
        yield _("These are many risks for duels; a ballot is quicker.")
    if duels.no_preference:
        yield _("So far the votes show no preference.")
    held = ngettext("{count} duel", "{count} duels", duels.held).format(count=duels.held)
    if duels.stop is Stop.CLEAR:
        yield _("The line is clear after {duels}.").format(duels=held)
    elif duels.stop is Stop.LIMIT:
        yield _("After {duels} the order at the line is not clear.").format(duels=held)
    else:
        yield _("{duels} held, {most} at most.").format(duels=held, most=duels.most)
