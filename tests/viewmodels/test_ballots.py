from dataclasses import replace

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.slips import Slip, named, tie_next, unsure_next
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.viewmodels.ballots import (
    ballot_risks,
    ballots_view,
    gut_lines,
    slip_view,
)
from deskrisk.viewmodels.decision import decision_view
from deskrisk.viewmodels.duels import duel_view
from deskrisk.viewmodels.trade_offs import suggested_trade_offs
from tests.builders import a_participant, a_risk, a_score, a_workshop

BOUNDARY = BallotScope.BOUNDARY_TIER


def test_a_slip_shows_places_ties_and_what_the_next_key_means() -> None:
    room = sample()
    risks = ballot_risks(room, BOUNDARY)
    slip = Slip(risks=risks)
    assert slip_view(room, slip).hint.startswith("The key of the risk to look at first.")
    slip = named(tie_next(named(slip, risks[2])), risks[0])
    assert slip_view(room, tie_next(slip)).hint.startswith("Which one stands level")
    assert slip_view(room, unsure_next(slip)).hint.startswith("No opinion on which one")
    slip = named(unsure_next(slip), risks[1])
    view = slip_view(room, slip)
    assert [row.place for row in view.rows[:4]] == ["=1", "no opinion", "=1", ""]
    assert [row.key for row in view.rows] == list("12345678")
    assert "takes place 2" in view.hint
    assert not view.ready
    for risk in slip.left:
        slip = named(slip, risk)
    assert slip_view(room, slip).ready


def test_the_ballot_lists_its_risks_by_number_and_not_as_scored() -> None:
    room = sample()
    numbers = [room.risks[risk].number for risk in ballot_risks(room, BOUNDARY)]
    assert numbers == sorted(numbers)
    assert len(ballot_risks(room, BallotScope.ALL)) == 12


def test_while_a_ballot_is_missing_there_is_no_result() -> None:
    room = sample()
    key, *_rest = room.ballots
    some = replace(room, ballots={k: each for k, each in room.ballots.items() if k != key})
    waiting = ballots_view(some, BOUNDARY, counted=False)
    assert waiting.lines == ("7 of 8 in. The result appears when everybody is in.",)
    assert not waiting.may_take
    assert ballots_view(some, BOUNDARY, counted=True).lines[0] == "7 ballots order 8 risks."
    assert ballots_view(room, BOUNDARY, counted=False).may_take
    undecided = replace(some.progress, agreed_order=(), order_confirmed=False)
    assert decision_view(replace(some, progress=undecided)).lines == waiting.lines


def test_with_nobody_here_nobody_votes() -> None:
    empty = a_workshop(a_risk("r1"))
    view = ballots_view(empty, BOUNDARY, counted=False)
    assert view.lines == ("Nobody is here to vote. Add people in Prepare.",)
    assert not view.counted


def a_gut(order: tuple[str, ...]) -> Ballot:
    ranking = tuple((RiskId(each),) for each in order)
    return Ballot(participant=ParticipantId("p1"), scope=BallotScope.ALL, ranking=ranking)


def a_scored_room(*more: Ballot) -> Workshop:
    levels = {"r1": 5, "r2": 4, "r3": 3, "r4": 2}
    scores = [a_score("p1", risk, level, level) for risk, level in levels.items()]
    return a_workshop(
        a_participant("p1"), *(a_risk(risk) for risk in levels), *scores, *more, focus_count=1
    )


def test_the_gut_check_is_a_question_or_a_calm_word() -> None:
    assert gut_lines(a_scored_room()) == ()
    same = a_scored_room(a_gut(("r1", "r2", "r3", "r4")))
    assert gut_lines(same) == ("Your gut and the scores agree: no risk is three places apart.",)
    turned = a_scored_room(a_gut(("r4", "r2", "r3", "r1")))
    assert gut_lines(turned)[1] == (
        "“Risk r4” is scored number 4, but you rank it number 1: what did the scoring miss?"
    )
    assert gut_lines(turned)[0] in decision_view(turned).lines


def test_a_ballot_alone_settles_the_whole_order() -> None:
    room = replace(
        a_scored_room(a_gut(("r4", "r3", "r2", "r1"))),
        brief=replace(a_scored_room().brief, order_method=OrderMethod.BALLOT_ONLY),
    )
    view = ballots_view(room, BallotScope.ALL, counted=False)
    assert view.may_take
    assert view.heading.startswith("Ballot on the 4 risks")
    decision = decision_view(room)
    assert (decision.vote, decision.gut, decision.may_take) == ("Ballot, 1 of 1 in", "", True)


def test_the_line_between_two_tiers_leaves_nothing_to_vote_on() -> None:
    decision = decision_view(a_scored_room())
    assert decision.vote == ""
    assert decision.lines == ("The line falls between two tiers, so the scores decide.",)
    assert not decision_view(a_scored_room(), hidden=True).shown
    assert len(decision.ways) == len(OrderMethod) - 1


def test_the_duels_of_the_ward_in_words() -> None:
    ward = sample("hospital-ward")
    over = duel_view(ward)
    assert over.heading == "The duels are over"
    assert over.sides == ()
    assert len(over.held) == len(ward.duels)
    assert any("skipped" in each or "equal" in each for each in over.held)
    more = duel_view(ward, going_on=True)
    assert len(more.sides) == 2
    first = duel_view(replace(ward, duels={}))
    assert first.heading.startswith("Duel 1 of at most")
    assert not first.over
    none = duel_view(a_scored_room())
    assert (none.heading, none.sides) == ("No duel is needed", ())


def test_trade_offs_that_were_taken_are_not_offered_again() -> None:
    packs = find_packs().packs
    offered = suggested_trade_offs(a_workshop(), packs)
    assert offered[0].title == "People's data staying private even over the launch date"
    taken = sample()
    kept = {(each.more, each.less) for each in taken.even_over.values()}
    assert not kept & {row.key for row in suggested_trade_offs(taken, packs)}
