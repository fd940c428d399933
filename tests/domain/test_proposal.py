from collections.abc import Sequence
from typing import Any

from deskrisk.domain.comparison import Moved
from deskrisk.domain.duels import Stop
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import DuelId, ParticipantId, RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope, Duel
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.proposal import gut_check, propose_order, take_proposal
from tests.builders import a_participant, a_risk, a_score, a_workshop

SCORED = ("r1", "r2", "r3", "r4", "r5")


def a_room(*parts: Part, **fields: Any) -> Workshop:
    """r1 at 90 points, r2 to r4 at 10.5 each, r5 at 0.35; the line is drawn after two."""
    levels = ((5, 5), (3, 4), (3, 4), (3, 4), (3, 1))
    return a_workshop(
        a_participant(),
        *(a_risk(risk) for risk in SCORED),
        *(a_score("p1", risk, *pair) for risk, pair in zip(SCORED, levels, strict=True)),
        *parts,
        **{"focus_count": 2, **fields},
    )


def a_ballot(person: str, ranking: Sequence[str], scope: BallotScope) -> Ballot:
    return Ballot(
        participant=ParticipantId(person),
        scope=scope,
        ranking=tuple((RiskId(risk),) for risk in ranking),
    )


def in_tier(person: str, *ranking: str) -> Ballot:
    return a_ballot(person, ranking, BallotScope.BOUNDARY_TIER)


def test_scores_alone_open_nothing() -> None:
    found = propose_order(a_room(in_tier("p1", "r4"), order_method=OrderMethod.SCORES_ONLY))
    assert (found.order, found.open, found.ballot, found.duels) == (SCORED, (), None, None)


def test_a_ballot_orders_the_tier_of_the_line_and_nothing_else() -> None:
    found = propose_order(a_room(in_tier("p1", "r4", "r2", "r3")))
    assert found.order == ("r1", "r4", "r2", "r3", "r5")
    assert (found.open, found.inside, found.tied_at_cut) == (("r2", "r3", "r4"), 1, ())


def test_a_line_between_two_tiers_opens_nothing() -> None:
    for focus_count in (1, 4, 5, 9):
        found = propose_order(a_room(in_tier("p1", "r4"), focus_count=focus_count))
        assert (found.order, found.open) == (SCORED, ())


def test_a_tie_at_the_line_is_said() -> None:
    found = propose_order(a_room(in_tier("p1", "r4", "r2", "r3"), in_tier("p2", "r2", "r4", "r3")))
    assert found.tied_at_cut == ("r2", "r4")
    assert found.order == ("r1", "r2", "r4", "r3", "r5")


def test_a_tie_elsewhere_is_not() -> None:
    found = propose_order(
        a_room(in_tier("p1", "r4", "r2", "r3"), in_tier("p2", "r2", "r4", "r3"), focus_count=3)
    )
    assert found.tied_at_cut == ()


def test_before_the_first_ballot_nothing_is_tied() -> None:
    found = propose_order(a_room())
    assert (found.order, found.tied_at_cut) == (SCORED, ())
    assert found.ballot is not None
    assert found.ballot.voters == 0


def test_duels_order_the_tier() -> None:
    method = OrderMethod.SCORES_THEN_DUELS
    before = propose_order(a_room(order_method=method))
    assert before.duels is not None
    assert before.duels.next_pair == ("r2", "r3")
    held = [
        Duel(id=DuelId(f"d{a}{b}"), sequence=n, a=RiskId(a), b=RiskId(b), wins_a=0, wins_b=9)
        for n, (a, b) in enumerate([("r2", "r3"), ("r3", "r4"), ("r2", "r4")], start=1)
    ]
    after = propose_order(a_room(*held, order_method=method))
    assert after.order == ("r1", "r4", "r3", "r2", "r5")
    assert after.duels is not None
    assert after.duels.stop is Stop.CLEAR
    assert (after.inside, after.duels.chance_at_cut is not None) == (1, True)


def test_a_ballot_alone_orders_everything() -> None:
    ballot = a_ballot("p1", ["r5", "r4", "r3", "r2", "r1"], BallotScope.ALL)
    found = propose_order(a_room(ballot, order_method=OrderMethod.BALLOT_ONLY))
    assert found.order == ("r5", "r4", "r3", "r2", "r1")
    assert (found.open, found.inside) == (SCORED, 2)


def test_the_room_takes_the_proposal_and_still_has_to_confirm_it() -> None:
    after = take_proposal(a_room(in_tier("p1", "r4", "r2", "r3")))
    assert standing_order(after) == ("r1", "r4", "r2", "r3", "r5")
    assert not after.progress.order_confirmed


def test_an_empty_room_has_an_empty_order() -> None:
    for method in OrderMethod:
        assert propose_order(a_workshop(order_method=method)).order == ()


def test_the_gut_against_the_scores() -> None:
    assert gut_check(a_room()) is None
    ballot = a_ballot("p1", ["r4", "r1", "r2", "r3", "r5"], BallotScope.ALL)
    found = gut_check(a_room(ballot))
    assert found is not None
    assert found.moved == (Moved(item=RiskId("r4"), first=4, second=1),)
    assert found.distance == 0.3


def test_what_opens_nothing_has_nothing_inside_and_no_tie() -> None:
    found = propose_order(a_room(order_method=OrderMethod.SCORES_ONLY))
    assert (found.inside, found.tied_at_cut) == (0, ())


def test_duels_say_what_they_are_about_and_have_no_ballot() -> None:
    found = propose_order(a_room(order_method=OrderMethod.SCORES_THEN_DUELS))
    assert (found.open, found.inside, found.tied_at_cut) == (("r2", "r3", "r4"), 1, ())
    assert found.ballot is None


def test_an_empty_room_has_nothing_inside() -> None:
    found = propose_order(a_workshop(order_method=OrderMethod.BALLOT_ONLY))
    assert (found.order, found.open, found.inside) == ((), (), 0)


def test_one_ballot_can_tie_the_line() -> None:
    tie = Ballot(
        participant=ParticipantId("p1"),
        scope=BallotScope.BOUNDARY_TIER,
        ranking=((RiskId("r2"), RiskId("r3"), RiskId("r4")),),
    )
    assert propose_order(a_room(tie)).tied_at_cut == ("r2", "r3")
