"""Private answers without the people who gave them (method A.0).

Each person's answers stay together under a scorer without a name, because the figures of groups
and of "whoever is left out" need that; nothing leads from a scorer to a person.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deskrisk.domain.exposures import FINAL
from deskrisk.domain.groups import group_exposures, worry
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId, ParticipantId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.workshop import Workshop

SCORER = "scorer-"
"""How the id of a scorer begins."""


def is_scorer(participant: Participant) -> bool:
    """Does this stand for somebody's answers and not for a person? Never listed among people."""
    return participant.id.startswith(SCORER) and not participant.name


def without_persons(workshop: Workshop) -> Workshop:
    """The workshop with scores, ballots and the scores of reviews given by scorers without names.

    A scorer is in a group only if the group's answers are shown somewhere, and stay hidden wherever
    they were: no writer may print a single answer beside a group. Scorers are numbered by what they
    answered, which says nothing of who they were; doing it twice is the same as once.
    """
    answered = _answered(workshop)
    if not answered:
        return workshop
    taken = {each.id for each in workshop.participants.values() if not is_scorer(each)}
    order = sorted(answered, key=lambda person: (_content(workshop, person), person))
    ids = _new_ids(len(order), taken)
    scorer_of = dict(zip(order, ids, strict=True))
    renamed = _answers_of(workshop, scorer_of)
    people = _people(workshop, scorer_of)
    kept = _shown_somewhere(workshop)
    while True:
        found = replace(renamed, participants=_in_groups(people, kept))
        showing = _newly_shown(workshop, found)
        if not showing & kept:
            return found
        kept -= showing


def _answered(workshop: Workshop) -> frozenset[ParticipantId]:
    return frozenset(
        each.participant
        for part in (workshop.scores, workshop.ballots, workshop.review_scores)
        for each in part.values()
    )


def _content(workshop: Workshop, person: ParticipantId) -> tuple[Any, ...]:
    """What a person answered, as something that can be sorted."""
    scores = sorted(
        (each.round, each.risk, each.likelihood or 0, each.impact or 0, each.abstain)
        for each in workshop.scores.values()
        if each.participant == person
    )
    ballots = sorted(
        (each.scope.value, each.ranking, each.no_opinion)
        for each in workshop.ballots.values()
        if each.participant == person
    )
    later = sorted(
        (each.review, each.risk, each.likelihood or 0, each.impact or 0, each.abstain)
        for each in workshop.review_scores.values()
        if each.participant == person
    )
    return scores, ballots, later


def _new_ids(count: int, taken: set[ParticipantId]) -> list[ParticipantId]:
    found: list[ParticipantId] = []
    number = 0
    while len(found) < count:
        number += 1
        id_ = ParticipantId(f"{SCORER}{number}")
        if id_ not in taken:
            found.append(id_)
    return found


def _answers_of(workshop: Workshop, scorer_of: Mapping[ParticipantId, ParticipantId]) -> Workshop:
    def given(part: Mapping[str, Any]) -> dict[str, Any]:
        fresh = [replace(each, participant=scorer_of[each.participant]) for each in part.values()]
        return {each.id: each for each in sorted(fresh, key=lambda each: each.id)}

    return replace(
        workshop,
        scores=given(workshop.scores),
        ballots=given(workshop.ballots),
        review_scores=given(workshop.review_scores),
    )


def _people(
    workshop: Workshop, scorer_of: Mapping[ParticipantId, ParticipantId]
) -> tuple[Participant, ...]:
    """The people, none of whom scores any more, and after them the scorers."""
    people = [
        replace(each, scores=False) if each.id in scorer_of else each
        for each in workshop.participants.values()
        if not is_scorer(each)
    ]
    first = 1 + max((each.position for each in people), default=-1)
    scorers = [
        Participant(
            id=id_,
            position=first + place,
            name="",
            group=workshop.participants[person].group,
            present=False,
        )
        for place, (person, id_) in enumerate(scorer_of.items())
    ]
    return (*people, *scorers)


def _in_groups(
    people: tuple[Participant, ...], kept: frozenset[GroupId]
) -> dict[ParticipantId, Participant]:
    return {
        each.id: replace(each, group=None) if is_scorer(each) and each.group not in kept else each
        for each in people
    }


def _shown_somewhere(workshop: Workshop) -> frozenset[GroupId]:
    if workshop.brief.anonymity is Anonymity.ANONYMOUS:
        return frozenset()
    return frozenset(
        group
        for round_ in _rounds(workshop)
        for seen in (_shown_for_risks, _shown_for_worry)
        for group, _where in seen(workshop, round_)
    )


def _rounds(workshop: Workshop) -> tuple[int, ...]:
    return (FINAL, *sorted({each.round for each in workshop.scores.values()}))


def _newly_shown(workshop: Workshop, found: Workshop) -> frozenset[GroupId]:
    """The groups that can be seen somewhere now and could not be seen there before."""
    return frozenset(
        group
        for round_ in _rounds(workshop)
        for seen in (_shown_for_risks, _shown_for_worry)
        for group in _more(seen, workshop, found, round_)
    )


def _more(
    seen: Callable[[Workshop, int], set[tuple[GroupId, str]]],
    workshop: Workshop,
    found: Workshop,
    round_: int,
) -> set[GroupId]:
    return {group for group, _where in seen(found, round_) - seen(workshop, round_)}


def _shown_for_risks(workshop: Workshop, round_: int) -> set[tuple[GroupId, str]]:
    return {
        (each.group, risk)
        for risk, row in group_exposures(workshop, round_).items()
        for each in row
        if not each.hidden
    }


def _shown_for_worry(workshop: Workshop, round_: int) -> set[tuple[GroupId, str]]:
    return {(group, "") for group in worry(workshop, round_).groups}
