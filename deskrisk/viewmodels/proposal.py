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
from deskrisk.viewmodels.figures import count_word, whole_or_short
from deskrisk.viewmodels.rank import title_of

_TIE_WORDS: Mapping[TieBreak, str] = {
    TieBreak.SHARE: N_("Ballot points favour “{title}”."),
    TieBreak.EXPOSURE: N_("The scores favour “{title}”."),
    TieBreak.NUMBER: N_("Only its lower number favours “{title}”."),
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
        yield from _duel_lines(workshop, found, found.duels)


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
        yield _tie_at_line(workshop, found.tied_at_cut, ballot)
    yield from _other_ties(workshop, found, ballot)
    for risk in ballot.unjudged:
        yield _("Nobody could judge “{title}”, so it stands last.").format(
            title=title_of(workshop.risks[risk])
        )


def _tie_at_line(workshop: Workshop, tied: tuple[RiskId, ...], ballot: BallotResult) -> str:
    first, second = tied
    preferred = ballot.tally.preferred
    titles = [title_of(workshop.risks[risk]) for risk in tied]
    if not preferred[first][second] and not preferred[second][first]:
        return _(
            "Every ballot leaves “{first}” and “{second}” level, at the line. {favour}"
        ).format(
            first=titles[0], second=titles[1], favour=_favour(ballot, first, second, titles[0])
        )
    return _(
        "The ballots tie at the line: {ahead} put “{first}” before “{second}”, {behind} the other "
        "way round. {favour} What do you want to do?"
    ).format(
        ahead=count_word(preferred[first][second]),
        behind=count_word(preferred[second][first]),
        first=titles[0],
        second=titles[1],
        favour=_favour(ballot, first, second, titles[0]),
    )


def _favour(ballot: BallotResult, first: RiskId, second: RiskId, title: str) -> str:
    decider = ballot.decided_by[ballot.order.index(first)]
    points = [ballot.tally.points[risk] for risk in (first, second)]
    if decider is TieBreak.SHARE and points[0] > points[1]:
        return _("Ballot points favour “{title}”, {more} to {less}.").format(
            title=title, more=whole_or_short(points[0]), less=whole_or_short(points[1])
        )
    return _(_TIE_WORDS[decider]).format(title=title)


def _other_ties(workshop: Workshop, found: Proposal, ballot: BallotResult) -> Iterator[str]:
    """Ties away from the line change nothing about who is above it, but they are said."""
    for place, decider in enumerate(ballot.decided_by, start=1):
        pair = ballot.order[place - 1 : place + 1]
        unjudged = set(pair) & set(ballot.unjudged)
        if decider is TieBreak.METHOD or unjudged or pair == found.tied_at_cut:
            continue
        first, second = (title_of(workshop.risks[risk]) for risk in pair)
        yield _("Also tied, away from the line: “{first}” and “{second}”.").format(
            first=first, second=second
        )


def _duel_lines(workshop: Workshop, found: Proposal, duels: DuelState) -> Iterator[str]:
    if duels.too_many:
        yield _("These are many risks for duels; a ballot is quicker.")
    if duels.no_preference:
        yield _("So far the votes show no preference.")
    held = ngettext("{count} duel", "{count} duels", duels.held).format(count=duels.held)
    if duels.stop is Stop.CLEAR:
        yield _("The line is fairly clear after {duels}.").format(duels=held)
        yield from _at_line(workshop, found, duels)
    elif duels.stop is Stop.LIMIT:
        yield _("After {duels} the order at the line is not clear.").format(duels=held)
        yield from _at_line(workshop, found, duels)
    else:
        yield _("{duels} held, {most} at most.").format(duels=held, most=duels.most)


def _at_line(workshop: Workshop, found: Proposal, duels: DuelState) -> Iterator[str]:
    if not 0 < found.inside < len(duels.order):
        return
    above, below = duels.order[found.inside - 1 : found.inside + 1]
    yield _("“{above}” stands just above the line, “{below}” just below it.").format(
        above=title_of(workshop.risks[above]), below=title_of(workshop.risks[below])
    )
