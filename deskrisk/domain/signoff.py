"""The result of the sign-off under each decision rule (method B.13)."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from deskrisk.domain.model.brief import DecisionRule, InputMode
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer

OBJECTION, ASIDE, RESERVATION, SUPPORT, FULL_SUPPORT = 1, 2, 3, 4, 5
"""The levels of a stance."""

QUORUM = 2 / 3
"""Share of those present who must answer, and of the votes that make a majority."""

OWNER_MAY_DECIDE_FROM = 2
"""From this round on the decision owner may settle an open objection."""


class SignOffResult(Enum):
    """How the sign-off stands."""

    NOT_ENOUGH = "not_enough_answers"
    OPEN_OBJECTION = "open_objection"
    NOT_ADOPTED = "not_adopted"
    OWNER_DECIDES = "owner_decides"
    OWNER_DECIDED = "owner_decided"
    ADOPTED_WITH_RESERVATIONS = "adopted_with_reservations"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One round of the sign-off. ``counts`` maps each level 1 to 5 to how many chose it.

    ``later`` are the people who were absent: they are asked later.
    """

    round: int
    result: SignOffResult
    counts: Mapping[int, int]
    stances: tuple[Stance, ...]
    present: int
    later: tuple[ParticipantId, ...]
    owner_may_decide: bool

    @property
    def answered(self) -> int:
        """How many have answered."""
        return len(self.stances)

    @property
    def objections(self) -> tuple[Stance, ...]:
        """The stances of level 1."""
        return tuple(each for each in self.stances if each.level == OBJECTION)

    @property
    def reservations(self) -> tuple[Stance, ...]:
        """The stances of level 3."""
        return tuple(each for each in self.stances if each.level == RESERVATION)


def stances_of(workshop: Workshop, round_: int) -> tuple[Stance, ...]:
    """The stances of one round, in the order of the people."""
    place = {person.id: person.position for person in workshop.participants.values()}
    of_round = [each for each in workshop.stances.values() if each.round == round_]
    return tuple(sorted(of_round, key=lambda each: (place[each.participant], each.participant)))


def sign_off(workshop: Workshop, round_: int | None = None) -> SignOff:
    """How the sign-off of a round stands; without a number, of the present round."""
    number = workshop.progress.sign_off_round if round_ is None else round_
    stances = stances_of(workshop, number)
    present = {p.id for p in workshop.participants.values() if p.present}
    present |= {each.participant for each in stances}
    levels = [each.level for each in stances]
    rule = workshop.brief.decision_rule
    may_decide = rule is DecisionRule.CONSENT_THEN_OWNER and number >= OWNER_MAY_DECIDE_FROM
    decided = workshop.progress.owner_decided and number == workshop.progress.sign_off_round
    return SignOff(
        round=number,
        result=result_of(levels, len(present), rule, owner_decided=decided),
        counts={level: levels.count(level) for level in range(OBJECTION, FULL_SUPPORT + 1)},
        stances=stances,
        present=len(present),
        later=tuple(
            p.id for p in workshop.participants.values() if p.id not in present and not is_scorer(p)
        ),
        owner_may_decide=may_decide or rule is DecisionRule.OWNER_AFTER_ADVICE,
    )


def is_sealed(workshop: Workshop) -> bool:
    """Are answers in that nobody may see yet? Only while the laptop goes round."""
    if workshop.brief.input_signoff is not InputMode.PASS:
        return False
    standing = sign_off(workshop)
    return 0 < standing.answered < standing.present


def without_sealed(workshop: Workshop) -> Workshop:
    """The workshop without the answers that nobody may see yet."""
    if not is_sealed(workshop):
        return workshop
    number = workshop.progress.sign_off_round
    kept = {id_: each for id_, each in workshop.stances.items() if each.round < number}
    return replace(workshop, stances=kept)


def result_of(
    levels: list[int], present: int, rule: DecisionRule, *, owner_decided: bool = False
) -> SignOffResult:
    """The result of some stances.

    Args:
        levels: the answers, 1 to 5.
        present: how many people were asked, at least as many as answered.
        rule: how the room decides.
        owner_decided: the owner has spoken; counts only under the two rules with an owner.
    """
    if not levels or len(levels) < math.ceil(QUORUM * present):
        return SignOffResult.NOT_ENOUGH
    if rule is DecisionRule.OWNER_AFTER_ADVICE:
        return SignOffResult.OWNER_DECIDED if owner_decided else SignOffResult.OWNER_DECIDES
    if rule is DecisionRule.MAJORITY_TWO_THIRDS:
        votes = [level for level in levels if level != ASIDE]
        for_it = sum(level >= RESERVATION for level in votes)
        if not votes or for_it < math.ceil(QUORUM * len(votes)):
            return SignOffResult.NOT_ADOPTED
    elif OBJECTION in levels:
        settled = owner_decided and rule is DecisionRule.CONSENT_THEN_OWNER
        return SignOffResult.OWNER_DECIDED if settled else SignOffResult.OPEN_OBJECTION
    if RESERVATION in levels:
        return SignOffResult.ADOPTED_WITH_RESERVATIONS
    return SignOffResult.ADOPTED
