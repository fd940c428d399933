from dataclasses import replace
from typing import Any

from hypothesis import given

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.groups import group_exposures, worry
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer, without_persons
from deskrisk.domain.order import ranked, stability
from deskrisk.services.samples import sample
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.strategies import workshops


def grouped(*sizes: int, **fields: Any) -> Workshop:
    """Groups of these sizes, everybody with an answer of their own for one risk."""
    groups = [Group(id=GroupId(f"g{n}"), position=n, name=f"G{n}") for n in range(len(sizes))]
    of = [group.id for group, size in zip(groups, sizes, strict=True) for _ in range(size)]
    people = [a_participant(f"p{n}", group=group) for n, group in enumerate(of)]
    scores = [a_score(p.id, "r1", 1 + n % 5, 1 + n % 4) for n, p in enumerate(people)]
    return a_workshop(*groups, *people, a_risk("r1"), *scores, **fields)


def groups_of_scorers(workshop: Workshop) -> set[str]:
    people = without_persons(workshop).participants.values()
    return {str(each.group) for each in people if is_scorer(each) and each.group}


def test_figures_of_the_room_and_of_groups_stay_the_same() -> None:
    workshop = sample()
    found = without_persons(workshop)
    assert [each.risk for each in ranked(found)] == [each.risk for each in ranked(workshop)]
    assert stability(found).times_in_focus == stability(workshop).times_in_focus
    for risk, each in risk_exposures(workshop).items():
        now = risk_exposures(found)[risk]
        assert (now.median, now.q1, now.n) == (each.median, each.q1, each.n)
        assert (now.missing, now.abstained) == (each.missing, each.abstained)
    for round_ in (0, 1, 2):
        assert group_exposures(found, round_) == group_exposures(workshop, round_)
    assert {g: {k: round(v, 9) for k, v in s.items()} for g, s in worry(found).groups.items()} == {
        g: {k: round(v, 9) for k, v in s.items()} for g, s in worry(workshop).groups.items()
    }


def test_nothing_leads_from_a_scorer_to_a_person() -> None:
    workshop = sample()
    found = without_persons(workshop)
    people = set(workshop.participants)
    assert not people & {each.participant for each in found.scores.values()}
    assert not people & {each.participant for each in found.ballots.values()}
    assert not any(person in key for person in people for key in (*found.scores, *found.ballots))
    real = [each for each in found.participants.values() if not is_scorer(each)]
    assert {each.id for each in real} == people
    assert all(is_scorer(each) == (not each.name) for each in found.participants.values())


def test_the_numbers_of_scorers_do_not_follow_the_people() -> None:
    workshop = grouped(3, 3)
    people = list(workshop.participants.values())
    turned = dict(zip([each.id for each in people], reversed(people), strict=True))
    renamed = replace(
        workshop,
        scores={
            each.id: each
            for score in workshop.scores.values()
            for each in [replace(score, participant=turned[score.participant].id)]
        },
        brief=replace(workshop.brief, anonymity=Anonymity.ANONYMOUS),
    )
    plain = replace(workshop, brief=renamed.brief)
    assert without_persons(plain).scores == without_persons(renamed).scores


def test_a_group_that_is_never_shown_holds_no_scorer() -> None:
    assert groups_of_scorers(grouped(3, 4)) == {"g0", "g1"}
    assert groups_of_scorers(grouped(2, 4)) == set()
    # The smallest of the others hides the small one, and the largest may be seen.
    assert groups_of_scorers(grouped(2, 3, 5)) == {"g2"}
    assert groups_of_scorers(grouped(3, 4, anonymity=Anonymity.ANONYMOUS)) == set()


def test_whoever_has_not_answered_is_still_missed() -> None:
    workshop = grouped(3)
    late = a_participant("p9")
    workshop = replace(workshop, participants={**workshop.participants, late.id: late})
    found = without_persons(workshop)
    assert next(iter(risk_exposures(found).values())).missing == 1


@given(workshops())
def test_nothing_hidden_is_shown(workshop: Workshop) -> None:
    found = without_persons(workshop)
    for round_ in (0, 1, 2):
        before = group_exposures(workshop, round_)
        for risk, row in group_exposures(found, round_).items():
            hidden = {each.group for each in before[risk] if each.hidden}
            assert not hidden & {each.group for each in row if not each.hidden}
        assert set(worry(found, round_).groups) <= set(worry(workshop, round_).groups)
    assert without_persons(found) == found
