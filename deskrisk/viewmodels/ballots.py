"""What people see of ballots: their own slip, how many are in, and what all of them say together.

While a ballot is missing nothing of the others is shown; only whoever counts what is in sees it.
"""

from dataclasses import dataclass

from deskrisk.domain.model.brief import InputMode, OrderMethod
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.proposal import gut_check, propose_order
from deskrisk.domain.sheets import Turnout, ballots_in, expected, has_voted
from deskrisk.domain.slips import Slip
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.proposal import proposal_view
from deskrisk.viewmodels.rank import risks_in_turn, title_of
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.signs import category_sign

SLIP_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""One key for each risk of a ballot; 0 announces that there is no opinion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """A risk on a ballot. ``place`` is empty while it has none."""

    id: RiskId
    key: str
    sign: str
    title: str
    place: str
    tied: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipView:
    """A ballot in the making, and what the next key means."""

    rows: tuple[SlipRow, ...]
    hint: str
    ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotsView:
    """Where a ballot of the room stands.

    ``risks`` are what it is about; ``sealed`` says that the laptop goes round, so that nobody keys
    in for others. ``lines`` are sentences for the room: what is missing, or the result.
    ``may_take`` says that there is a result to be taken.
    """

    heading: str
    note: str
    risks: tuple[RiskId, ...]
    sealed: bool
    people: tuple[Row, ...]
    turnout: Turnout
    turnout_words: str
    next_person: ParticipantId | None
    lines: tuple[str, ...]
    counted: bool
    may_take: bool


def slip_view(workshop: Workshop, slip: Slip) -> SlipView:
    """A slip as its author sees it: the risks in the order of the slip, each with its key."""
    places = {risk: at for at, tied in enumerate(slip.ranking, start=1) for risk in tied}
    tied = {risk for level in slip.ranking if len(level) > 1 for risk in level}
    rows = []
    for key, id_ in zip(SLIP_KEYS, slip.risks, strict=False):
        risk = workshop.risks[id_]
        place = str(places[id_]) if id_ in places else ""
        place = _("no opinion") if id_ in slip.no_opinion else place
        rows.append(
            SlipRow(
                id=id_,
                key=key,
                sign=category_sign(workshop, risk.category),
                title=title_of(risk),
                place=f"={place}" if id_ in tied else place,
                tied=id_ in tied,
                spoken=_("{key}, {title}").format(key=key, title=title_of(risk)),
            )
        )
    return SlipView(rows=tuple(rows), hint=_hint(slip), ready=not slip.left)


def ballot_scope(workshop: Workshop) -> BallotScope:
    """What the ballot that settles the order is about."""
    alone = workshop.brief.order_method is OrderMethod.BALLOT_ONLY
    return BallotScope.ALL if alone else BallotScope.BOUNDARY_TIER


def ballot_risks(workshop: Workshop, scope: BallotScope) -> tuple[RiskId, ...]:
    """The risks on a ballot, by number: their order must not tell how they were scored."""
    if scope is BallotScope.ALL:
        return risks_in_turn(workshop)
    opened = set(propose_order(workshop).open)
    return tuple(risk for risk in risks_in_turn(workshop) if risk in opened)


def ballots_view(workshop: Workshop, scope: BallotScope, *, counted: bool) -> BallotsView:
    """Where a ballot stands; ``counted`` shows what is in although somebody is missing."""
    turnout = ballots_in(workshop, scope)
    risks = ballot_risks(workshop, scope)
    people = expected(workshop)
    left = [who for who in people if not has_voted(workshop, who, scope)]
    shown = turnout.everybody or (counted and turnout.done > 0)
    settles = scope is ballot_scope(workshop)
    return BallotsView(
        heading=_heading(risks, settles=settles),
        note=_("Rank as many as you like; ties are allowed. Unranked means last."),
        risks=risks,
        sealed=workshop.brief.input_ballots is InputMode.PASS,
        people=_people(workshop, scope),
        turnout=turnout,
        turnout_words=turnout_words(turnout),
        next_person=left[0] if left else None,
        lines=_lines(workshop, scope, turnout, shown=shown),
        counted=shown,
        may_take=shown and settles,
    )


def turnout_words(turnout: Turnout) -> str:
    """How many are in: ``"6 of 8 in"``."""
    return _("{done} of {count} in").format(done=turnout.done, count=turnout.count)


def gut_lines(workshop: Workshop) -> tuple[str, ...]:
    """Where a ballot on all risks says something else than the scores, as questions."""
    found = gut_check(workshop)
    if found is None:
        return ()
    if not found.moved:
        return (_("Your gut and the scores agree: no risk is three places apart."),)
    return tuple(
        _(
            "“{title}” is scored {first}, but you rank it {second}: what did the scoring miss?"
        ).format(
            title=title_of(workshop.risks[each.item]),
            first=_place(each.first),
            second=_place(each.second),
        )
        for each in found.moved
    )


def _place(number: int) -> str:
    return _("number {number}").format(number=number)


def _heading(risks: tuple[RiskId, ...], *, settles: bool) -> str:
    if not settles:
        return _("Gut check: a ballot on all risks")
    return ngettext(
        "Ballot on the {count} risk that the numbers cannot tell apart",
        "Ballot on the {count} risks that the numbers cannot tell apart",
        len(risks),
    ).format(count=len(risks))


def _people(workshop: Workshop, scope: BallotScope) -> tuple[Row, ...]:
    here = set(expected(workshop))
    rows = []
    for person in in_order(workshop.participants):
        if person.id in here:
            voted = has_voted(workshop, person.id, scope)
            sign = "icon:check:good" if voted else "icon:circle:ink_soft"
            rows.append(
                Row(key=person.id, title=person.name, note=_("in") if voted else "", sign=sign)
            )
    return tuple(rows)


def _lines(
    workshop: Workshop, scope: BallotScope, turnout: Turnout, *, shown: bool
) -> tuple[str, ...]:
    if not turnout.count:
        return (_("Nobody is here to vote. Add people in Prepare."),)
    if not shown:
        waiting = _("{turnout}. The result appears when everybody is in.")
        return (waiting.format(turnout=turnout_words(turnout)),)
    if scope is not ballot_scope(workshop):
        return gut_lines(workshop)
    return proposal_view(workshop).lines


def _hint(slip: Slip) -> str:
    if slip.unsure:
        return _("No opinion on which one? Its key says so.")
    if slip.tying:
        return _("Which one stands level with the last? Its key says so.")
    if not slip.left:
        return _("All of them have a place. Enter hands in, Backspace takes back.")
    if not slip.steps:
        return _("The key of the risk to look at first. 0 before a key: no opinion.")
    place = len(slip.ranking) + 1
    return _("The key of the next one takes place {place}. = before a key: level.").format(
        place=place
    )
