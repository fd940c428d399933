"""When a stage is done, and how far a workshop is (method A.1 to A.11, "done when").

Gates, not walls: nothing here stops anybody. The rail shows it, the guide lists it, and a stage
passed unfinished is printed with the facilitator's reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskrisk.domain.aims import FEWEST_AIMS
from deskrisk.domain.brief import needs_owner
from deskrisk.domain.categories import empty_categories
from deskrisk.domain.discussion import Reason, discussion_queue
from deskrisk.domain.exposures import scorers
from deskrisk.domain.gaps import GapKind, agreement_gaps, undecided_others
from deskrisk.domain.model.brief import OrderMethod, Preset, Stage
from deskrisk.domain.model.fears import FearSource
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.reviews import Review
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond
from deskrisk.domain.parts import in_order
from deskrisk.domain.reviews import latest_review, to_ask
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, revealed, still_missing
from deskrisk.domain.signoff import SignOffResult, is_sealed, sign_off

FEWEST_PEOPLE = 2
"""A workshop needs at least two people (a design choice; the figures need three)."""

SOFT_LIMIT = {Preset.EXPRESS_60: 6, Preset.STANDARD_120: 12, Preset.DEEP_2X90: 18}
"""From this many risks on, merging or a shortlist is worth offering (method A.0)."""

SOFT_LIMIT = {Preset.EXPRESS_60: 6, Preset.STANDARD_120: 12, Preset.DEEP_2X90: 18}
"""From more risks than this on, merging is worth a thought (method A.0)."""

HARD_LIMIT = {Preset.EXPRESS_60: 8, Preset.STANDARD_120: 15, Preset.DEEP_2X90: 20}
"""More risks cannot be scored well in the time there is (method A.0)."""

STAGES = tuple(Stage)
"""The stages of the rail in their order."""

_ADOPTED = (
    SignOffResult.ADOPTED,
    SignOffResult.ADOPTED_WITH_RESERVATIONS,
    SignOffResult.OWNER_DECIDED,
)
_MUST_TALK = (Reason.SPLIT, Reason.LONE_ALARM)
_NOT_DONE = (MitigationStatus.PLANNED, MitigationStatus.IN_PROGRESS, MitigationStatus.BLOCKED)
_SIGNS = (GapKind.TRIGGER, GapKind.FALLBACK)
_PROOFS = (
    GapKind.REASON,
    GapKind.PROMISE,
    GapKind.PROMISE_TITLE,
    GapKind.PROMISE_OWNER,
    GapKind.PROMISE_DUE,
    GapKind.PROMISE_SIGNAL,
    GapKind.RESIDUAL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of the things that make a stage done.

    ``key`` names it, such as ``"fears.placed"``. ``done`` of ``wanted`` counts where there is
    something to count; both are None for a plain yes or no.
    """

    key: str
    met: bool
    done: int | None = None
    wanted: int | None = None


def conditions(workshop: Workshop, stage: Stage) -> tuple[Condition, ...]:
    """What makes a stage done, in the order in which it usually comes.

    The stages after the ranking know nothing of answers that were not shown yet.
    """
    later = STAGES.index(stage) > STAGES.index(Stage.RANK)
    return _CONDITIONS[stage](revealed(workshop) if later else workshop)


def opening_conditions(workshop: Workshop) -> tuple[Condition, ...]:
    """What makes the opening of the meeting done (method A.2).

    It is listed and ticked like the others, but it can only be met in the room: whoever prepares
    is done without it.
    """
    return (
        Condition(key="aims.confirmed", met=workshop.progress.aims_confirmed),
        Condition(key="rule.read", met=workshop.progress.rule_read_out),
    )


def stage_done(workshop: Workshop, stage: Stage) -> bool:
    """Is there nothing left to do in this stage?"""
    return all(each.met for each in conditions(workshop, stage))


def stage_reached(workshop: Workshop) -> Stage:
    """Where the workshop stands: the last stage that was begun, or the next if that is done."""
    begun = next(stage for stage in reversed(STAGES) if _BEGUN[stage](workshop))
    if begun is STAGES[-1] or not stage_done(workshop, begun):
        return begun
    return STAGES[STAGES.index(begun) + 1]


def _counted(key: str, done: int, wanted: int) -> Condition:
    return Condition(key=key, met=done >= wanted, done=done, wanted=wanted)


def _prepare(workshop: Workshop) -> tuple[Condition, ...]:
    brief = workshop.brief
    decided = not needs_owner(brief) or brief.decision_owner in workshop.participants
    return (
        _counted("people.enough", len(workshop.participants), FEWEST_PEOPLE),
        _counted("aims.enough", len(workshop.objectives), FEWEST_AIMS),
        Condition(key="horizon.set", met=brief.horizon > brief.held_on),
        Condition(key="rule.set", met=brief.focus_count > 0 and decided),
    )


def _name(workshop: Workshop) -> tuple[Condition, ...]:
    fears = workshop.fears.values()
    present = sum(person.present for person in workshop.participants.values())
    heard = [each for each in fears if not each.held_back]
    in_piles = sum(each.cluster is not None or each.merged_into is not None for each in heard)
    from_room = sum(each.source is FearSource.ROOM for each in fears)
    return (
        _counted("fears.named", from_room, max(present, 1)),
        _counted("fears.piled", in_piles, len(heard)),
    )


def _recast(workshop: Workshop) -> tuple[Condition, ...]:
    risks = workshop.risks.values()
    placed = sum(each.disposition is not None for each in workshop.fears.values())
    categories = len(workshop.categories)
    limit = HARD_LIMIT[workshop.brief.preset]
    return (
        _counted("fears.placed", placed, len(workshop.fears)),
        _counted("risks.whole", sum(map(_is_whole, risks)), max(len(risks), 1)),
        _counted("categories.looked", categories - len(_not_looked(workshop)), categories),
        Condition(key="risks.few", met=len(risks) <= limit, done=len(risks), wanted=limit),
    )


def _is_whole(risk: Risk) -> bool:
    texts = (risk.cause, risk.event, risk.consequence)
    return all(text.strip() for text in texts) and bool(risk.objectives)


def _not_looked(workshop: Workshop) -> list[str]:
    looked = set(workshop.progress.looked_at)
    return [each.id for each in empty_categories(workshop) if each.id not in looked]


def _rank(workshop: Workshop) -> tuple[Condition, ...]:
    voices = (
        [_ballots(workshop)]
        if workshop.brief.order_method is OrderMethod.BALLOT_ONLY
        else [_scores(workshop), _talks(workshop)]
    )
    reasons = all(
        move.reason.strip() for move in workshop.order_moves.values() if move.crosses_tier
    )
    agreed = workshop.progress.order_confirmed and reasons and bool(workshop.risks)
    return (*voices, Condition(key="order.agreed", met=agreed))


def _scores(workshop: Workshop) -> Condition:
    present = [who for who in scorers(workshop) if workshop.participants[who].present]
    wanted = len(present) * len(workshop.risks)
    missing = sum(len(still_missing(workshop, risk)) for risk in workshop.risks)
    closed = workshop.progress.round_closed >= FIRST_ROUND
    return Condition(
        key="scores.in",
        met=(closed or missing == 0) and bool(workshop.scores),
        done=wanted - missing,
        wanted=wanted,
    )


def _talks(workshop: Workshop) -> Condition:
    """Risks that split the room, or alarm one of it, were talked about; or the time was over."""
    wanted, left = len(_to_talk(workshop)), len(_unheard(workshop))
    held = bool(revealed(workshop).scores) and not left
    return Condition(
        key="talks.held",
        met=bool(workshop.scores) and (_talk_is_over(workshop) or held),
        done=wanted - left,
        wanted=wanted,
    )


def untalked(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks that split the room, or alarm one of it, and wait to be talked about."""
    return () if _talk_is_over(workshop) else _unheard(workshop)


def _talk_is_over(workshop: Workshop) -> bool:
    progress = workshop.progress
    return progress.order_confirmed or progress.round_closed >= SECOND_ROUND


def _to_talk(workshop: Workshop) -> tuple[RiskId, ...]:
    shown = revealed(workshop)  # how many split the room is nobody's to know before
    queued = discussion_queue(shown, FIRST_ROUND) if shown.scores else ()
    return tuple(each.risk for each in queued if each.reasons[0] in _MUST_TALK)


def _unheard(workshop: Workshop) -> tuple[RiskId, ...]:
    heard = {note.risk for note in workshop.discussion_notes.values()}
    heard |= {score.risk for score in workshop.scores.values() if score.round == SECOND_ROUND}
    return tuple(risk for risk in _to_talk(workshop) if risk not in heard)


def _ballots(workshop: Workshop) -> Condition:
    given = sum(each.scope is BallotScope.ALL for each in workshop.ballots.values())
    present = sum(person.present and person.scores for person in workshop.participants.values())
    return _counted("ballots.in", given, max(present, 1))


def _respond(workshop: Workshop) -> tuple[Condition, ...]:
    needed = must_respond(workshop)
    gaps = agreement_gaps(workshop)
    undecided = {gap.risk for gap in gaps if gap.kind is GapKind.DECISION}
    below = len(workshop.risks) - len(needed)

    def without(*kinds: GapKind) -> int:
        return len(set(needed) - undecided - {gap.risk for gap in gaps if gap.kind in kinds})

    wanted = max(len(needed), 1)
    return (
        _counted("responses.decided", without(), wanted),
        _counted("responses.owned", without(GapKind.OWNER), wanted),
        _counted("responses.signs", without(*_SIGNS), wanted),
        _counted("responses.proofs", without(*_PROOFS), wanted),
        _counted("others.decided", below - len(undecided_others(workshop)), below),
    )


def _agree(workshop: Workshop) -> tuple[Condition, ...]:
    state = sign_off(workshop)
    adopted = state.result in _ADOPTED and not is_sealed(workshop)  # no tick may tell an answer
    settled = adopted or workshop.progress.adjourned_to is not None
    return (
        _counted("stances.in", state.answered, max(state.present, 1)),
        Condition(key="signoff.settled", met=settled),
    )


def _follow_up(workshop: Workshop) -> tuple[Condition, ...]:
    latest = latest_review(workshop)
    wanted = len(must_respond(workshop))
    done = 0 if latest is None else wanted - len(to_ask(workshop, latest.id))
    return (
        _counted("reviews.entries", done, max(wanted, 1)),
        Condition(key="promises.settled", met=latest is not None and not overdue(workshop, latest)),
    )


def overdue(workshop: Workshop, review: Review) -> tuple[Mitigation, ...]:
    """The promises that were past their day at the review, neither done nor dropped."""
    return tuple(
        each
        for each in in_order(workshop.mitigations)
        if each.due is not None and each.due < review.held_on and each.status in _NOT_DONE
    )


_CONDITIONS: Mapping[Stage, Callable[[Workshop], tuple[Condition, ...]]] = {
    Stage.PREPARE: _prepare,
    Stage.NAME: _name,
    Stage.RECAST: _recast,
    Stage.RANK: _rank,
    Stage.RESPOND: _respond,
    Stage.AGREE: _agree,
    Stage.FOLLOW_UP: _follow_up,
}

_BEGUN: Mapping[Stage, Callable[[Workshop], bool]] = {
    Stage.PREPARE: lambda _workshop: True,
    Stage.NAME: lambda workshop: bool(workshop.fears),
    Stage.RECAST: lambda workshop: (
        bool(workshop.risks)
        or any(each.disposition is not None for each in workshop.fears.values())
    ),
    Stage.RANK: lambda workshop: bool(
        workshop.scores or workshop.ballots or workshop.duels or workshop.progress.agreed_order
    ),
    Stage.RESPOND: lambda workshop: bool(workshop.responses or workshop.mitigations),
    Stage.AGREE: lambda workshop: bool(workshop.stances),
    Stage.FOLLOW_UP: lambda workshop: bool(workshop.reviews or workshop.outcomes),
}
"""Has anything been entered in this stage?"""
