"""What each refusal says of itself: the sentence that people read is made of nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from deskrisk.domain import (
    aims,
    ballots,
    brief,
    categories,
    clusters,
    duels,
    fears,
    order,
    people,
    responses,
    risk_merge,
    risk_moves,
    risks,
    scores,
    sheets,
    spread,
    stances,
    working_agreements,
)
from deskrisk.domain.errors import (
    AbsentOwnerError,
    BallotError,
    DuelError,
    DuplicateError,
    EmptyError,
    FixedError,
    MissingError,
    NobodyAskedError,
    NoProofError,
    NoReasonError,
    OwnerMayNotDecideError,
    RangeError,
    RoundClosedError,
    RoundNotOpenError,
    SealedError,
)
from deskrisk.domain.model.brief import DecisionRule, InputMode, OrderMethod
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    ClusterId,
    DuelId,
    EvenOverId,
    FearId,
    GroupId,
    MitigationId,
    MoveId,
    ObjectiveId,
    ParticipantId,
    RiskId,
)
from deskrisk.domain.model.people import EvenOver, Group
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.risks import Category
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, put, removed
from deskrisk.viewmodels.wording import lexicon
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

AIM, TRADE, AGREEMENT = ObjectiveId("o1"), EvenOverId("e1"), AgreementId("a1")
PILE, FEAR, KIND, OWN = ClusterId("c1"), FearId("f1"), CategoryId("operational"), CategoryId("own")
PERSON, OTHER, ABSENT = ParticipantId("p1"), ParticipantId("p2"), ParticipantId("p3")
TEAM, NOBODY = GroupId("g1"), ParticipantId("nobody")
RISK, SECOND, NONE = RiskId("r1"), RiskId("r2"), RiskId("none")
PROMISE, MOVE, DUEL = MitigationId("m1"), MoveId("v1"), DuelId("d1")

ROOM = a_workshop(
    a_participant("p1"),
    a_participant("p2"),
    a_participant("p3", present=False),
    Group(id=TEAM, position=0, name="Team"),
    an_objective("o1"),
    an_objective("o2"),
    an_objective("o3"),
    an_objective("o4"),
    a_fear("f1"),
    a_risk("r1", objectives=(ObjectiveId("o1"), ObjectiveId("o2"), ObjectiveId("o3"))),
    a_risk("r2"),
    a_score("p1", "r1", 5, 5),
    a_score("p1", "r2", 1, 1),
    a_mitigation("m1", "r1", owner=PERSON),
)


def closed(round_: int) -> Workshop:
    return replace(ROOM, progress=replace(ROOM.progress, round_closed=round_))


def full_of_kinds() -> Workshop:
    return put(ROOM, *(Category(id=CategoryId(f"k{n}"), position=n, name="x") for n in range(4)))


def full_of_trades() -> Workshop:
    lines = (
        EvenOver(id=EvenOverId(f"x{n}"), position=n, more="a", less="b")
        for n in range(aims.MOST_EVEN_OVER)
    )
    return put(ROOM, *lines)


def sealed() -> Workshop:
    return replace(ROOM, brief=replace(ROOM.brief, input_scores=InputMode.PASS))


def a_sheet(answer: sheets.Answer, who: ParticipantId = PERSON) -> sheets.Sheet:
    return sheets.Sheet(who=who, answers=(answer,))


def objected(rule: DecisionRule) -> Workshop:
    voices = (
        Stance(round=2, participant=PERSON, level=1),
        Stance(round=2, participant=OTHER, level=4),
    )
    room = put(replace(ROOM, progress=replace(ROOM.progress, sign_off_round=2)), *voices)
    return replace(room, brief=replace(room.brief, decision_rule=rule, decision_owner=OTHER))


def prove(**given: Any) -> Callable[[], object]:
    return lambda: responses.set_status(ROOM, PROMISE, MitigationStatus.VERIFIED, **given)


def stop(status: MitigationStatus) -> Callable[[], object]:
    return lambda: responses.set_status(ROOM, PROMISE, status, note=" ")


def place(disposition: Disposition) -> Callable[[], object]:
    return lambda: fears.placed(ROOM, FEAR, fears.Place(disposition=disposition))


REFUSALS: Mapping[str, tuple[Callable[[], object], Exception]] = {
    "aim": (lambda: aims.aim_added(ROOM, AIM, " "), EmptyError("objectives", "text")),
    "aim edited": (lambda: aims.aim_edited(ROOM, AIM, " "), EmptyError("objectives", "text")),
    "more of": (
        lambda: aims.even_over_added(ROOM, TRADE, " ", "b"),
        EmptyError("even_over", "more"),
    ),
    "less of": (
        lambda: aims.even_over_added(ROOM, TRADE, "a", " "),
        EmptyError("even_over", "less"),
    ),
    "more of, edited": (
        lambda: aims.even_over_edited(ROOM, TRADE, " ", "b"),
        EmptyError("even_over", "more"),
    ),
    "less of, edited": (
        lambda: aims.even_over_edited(ROOM, TRADE, "a", " "),
        EmptyError("even_over", "less"),
    ),
    "title": (lambda: brief.edited(ROOM, title=" "), EmptyError("brief", "title")),
    "decision owner": (
        lambda: brief.edited(ROOM, decision_owner=NOBODY),
        MissingError("participants", NOBODY),
    ),
    "count settled": (
        lambda: brief.edited(closed(1), focus_count=9),
        brief.SettledError("focus_count"),
    ),
    "method settled": (
        lambda: brief.edited(closed(1), order_method=None),
        brief.SettledError("order_method"),
    ),
    "kind": (lambda: categories.category_added(ROOM, OWN, " "), EmptyError("categories", "name")),
    "fifth own kind": (
        lambda: categories.category_added(full_of_kinds(), OWN, "x"),
        categories.TooManyError("categories", 4),
    ),
    "kind of the method": (
        lambda: categories.category_removed(ROOM, KIND),
        FixedError("categories", KIND),
    ),
    "pile": (lambda: clusters.pile_made(ROOM, PILE, " "), EmptyError("clusters", "name")),
    "fear": (lambda: fears.fear_added(ROOM, FEAR, " "), EmptyError("fears", "text")),
    "fear in no pile": (
        lambda: fears.fear_added(ROOM, FEAR, "x", cluster=PILE),
        MissingError("clusters", PILE),
    ),
    "recast without a risk": (
        place(Disposition.RECAST),
        fears.DispositionNeedsError(Disposition.RECAST, "risk"),
    ),
    "agreement without one": (
        place(Disposition.AGREEMENT),
        fears.DispositionNeedsError(Disposition.AGREEMENT, "agreement"),
    ),
    "merged into nothing": (
        place(Disposition.MERGED),
        fears.DispositionNeedsError(Disposition.MERGED, "fear"),
    ),
    "parked for no reason": (
        place(Disposition.PARKED),
        fears.DispositionNeedsError(Disposition.PARKED, "reason"),
    ),
    "person": (
        lambda: people.person_added(ROOM, NOBODY, " "),
        EmptyError("participants", "name"),
    ),
    "person in no group": (
        lambda: people.person_edited(ROOM, PERSON, group=GroupId("none")),
        MissingError("groups", "none"),
    ),
    "person with answers and promises": (
        lambda: people.person_removed(ROOM, PERSON),
        people.StillNeededError("participants", 2, 1),
    ),
    "group": (lambda: people.group_added(ROOM, TEAM, " "), EmptyError("groups", "name")),
    "group edited": (lambda: people.group_renamed(ROOM, TEAM, " "), EmptyError("groups", "name")),
    "risk with answers and promises": (
        lambda: risks.risk_removed(ROOM, RISK),
        people.StillNeededError("risks", 1, 1),
    ),
    "risk with answers alone": (
        lambda: risks.risk_removed(ROOM, SECOND),
        people.StillNeededError("risks", 1, 0),
    ),
    "risk of no kind": (
        lambda: risks.risk_edited(ROOM, RISK, category=OWN),
        MissingError("categories", OWN),
    ),
    "risk of a fourth aim": (
        lambda: risks.objective_toggled(ROOM, RISK, ObjectiveId("o4")),
        categories.TooManyError("objectives", 3),
    ),
    "risk of no aim": (
        lambda: risks.risk_edited(ROOM, RISK, objectives=(ObjectiveId("none"),)),
        MissingError("objectives", "none"),
    ),
    "absent owner": (
        lambda: responses.set_owner(ROOM, RISK, ABSENT),
        AbsentOwnerError(ABSENT),
    ),
    "absent owner of a promise": (
        lambda: responses.set_mitigation_owner(ROOM, PROMISE, ABSENT),
        AbsentOwnerError(ABSENT),
    ),
    "no day of proof": (prove(seen_by="Ada"), NoProofError("verified_on")),
    "no eyes of proof": (prove(on=ROOM.brief.held_on, seen_by=" "), NoProofError("seen_by")),
    "dropped for no reason": (
        stop(MitigationStatus.DROPPED),
        NoReasonError("mitigations", "status_note"),
    ),
    "blocked for no reason": (
        stop(MitigationStatus.BLOCKED),
        NoReasonError("mitigations", "status_note"),
    ),
    "third round": (
        lambda: scores.abstain(ROOM, PERSON, RISK, round_=3),
        MissingError("scores", "3"),
    ),
    "closed round": (lambda: scores.abstain(closed(1), PERSON, RISK), RoundClosedError(1)),
    "second round too early": (
        lambda: scores.abstain(ROOM, PERSON, RISK, round_=2),
        RoundNotOpenError(2),
    ),
    "round that was not closed": (lambda: scores.reopen_round(ROOM, 1), RoundNotOpenError(1)),
    "round closed for no reason": (
        lambda: scores.close_round(ROOM, 1),
        NoReasonError("stage_notes", "passed_because"),
    ),
    "nobody answered": (lambda: stances.ask_again(ROOM), NobodyAskedError()),
    "owner without a reason": (
        lambda: stances.owner_decides(objected(DecisionRule.CONSENT_THEN_OWNER), " "),
        NoReasonError("progress", "owner_reason"),
    ),
    "owner without a right": (
        lambda: stances.owner_decides(objected(DecisionRule.CONSENT), "because"),
        OwnerMayNotDecideError(),
    ),
    "move of nothing": (
        lambda: order.move_risk(ROOM, NONE, 1, reason="", id_=MOVE),
        MissingError("risks", NONE),
    ),
    "move to nowhere": (
        lambda: order.move_risk(ROOM, RISK, 3, reason="", id_=MOVE),
        RangeError("order_moves", "to_position", "3", "1 to 2"),
    ),
    "move across for no reason": (
        lambda: order.move_risk(ROOM, SECOND, 1, reason=" ", id_=MOVE),
        EmptyError("order_moves", "reason"),
    ),
    "order of nothing": (
        lambda: order.confirm_order(a_workshop()),
        EmptyError("risks", "title"),
    ),
    "spread of nothing": (lambda: spread.spread_of(ROOM, NONE), MissingError("risks", NONE)),
    "duel with itself": (
        lambda: duels.hold_duel(ROOM, RISK, RISK, duels.Votes(wins_a=1), id_=DUEL),
        DuelError(RISK),
    ),
    "duel of nothing": (
        lambda: duels.hold_duel(ROOM, NONE, RISK, duels.Votes(wins_a=1), id_=DUEL),
        MissingError("risks", NONE),
    ),
    "duel against nothing": (
        lambda: duels.hold_duel(ROOM, RISK, NONE, duels.Votes(wins_a=1), id_=DUEL),
        MissingError("risks", NONE),
    ),
    "duel without a vote": (
        lambda: duels.hold_duel(ROOM, RISK, SECOND, duels.Votes(), id_=DUEL),
        EmptyError("duels", "wins_a"),
    ),
    "duel of too many": (
        lambda: duels.hold_duel(ROOM, RISK, SECOND, duels.Votes(skipped=-1), id_=DUEL),
        RangeError("duels", "skipped", "-1", "0 to 1000"),
    ),
    "table that is none": (lambda: duels.fit([[0.0], [1.0, 0.0]]), duels.WinsShapeError(2)),
    "ballot that names twice": (
        lambda: ballots.cast_ballot(ROOM, PERSON, BallotScope.ALL, [[RISK], [RISK]]),
        BallotError(RISK, "twice"),
    ),
    "ballot that knows none": (
        lambda: ballots.cast_ballot(ROOM, PERSON, BallotScope.ALL, [[NONE]]),
        BallotError(NONE, "unknown"),
    ),
    "ballot of nobody": (
        lambda: ballots.cast_ballot(ROOM, NOBODY, BallotScope.ALL, [[RISK]]),
        MissingError("participants", NOBODY),
    ),
    "working agreement": (
        lambda: working_agreements.agreement_added(ROOM, AGREEMENT, " "),
        EmptyError("working_agreements", "text"),
    ),
    "third line of even over": (
        lambda: aims.even_over_added(full_of_trades(), TRADE, "a", "b"),
        categories.TooManyError("even_over", aims.MOST_EVEN_OVER),
    ),
    "other way to the order": (
        lambda: order.change_method(closed(1), OrderMethod.BALLOT_ONLY),
        NoReasonError("progress", "order_method_reason"),
    ),
    "cases": (
        lambda: risks.rate_set(ROOM, RISK, 1001, None),
        RangeError("risks", "base_rate_n", "1001", "0 to 1000"),
    ),
    "cases that had it": (
        lambda: risks.rate_set(ROOM, RISK, 4, 5),
        RangeError("risks", "base_rate_k", "5", "0 to 4"),
    ),
    "cases that had it, of nobody knows how many": (
        lambda: risks.rate_set(ROOM, RISK, None, 1001),
        RangeError("risks", "base_rate_k", "1001", "0 to 1000"),
    ),
    "idea": (lambda: risks.idea_added(ROOM, RISK, " "), EmptyError("risks", "ideas")),
    "secondary to itself": (
        lambda: risks.risk_edited(ROOM, RISK, secondary_to=RISK),
        MissingError("risks", RISK),
    ),
    "fourth tag": (
        lambda: risks.risk_edited(ROOM, RISK, tags=("a", "b", "c", "d")),
        categories.TooManyError("tags", 3),
    ),
    "merge of a scored risk": (
        lambda: risk_merge.risks_merged(ROOM, RISK, SECOND),
        people.StillNeededError("risks", 1, 0),
    ),
    "no words to move": (
        lambda: risk_moves.event_to_shelf(put(ROOM, a_risk("r2", event=" ")), SECOND, lexicon()),
        EmptyError("risks", "event"),
    ),
    "sheet that is in": (
        lambda: sheets.seal_sheet(ROOM, a_sheet(sheets.Answer(risk=RISK))),
        SealedError("scores"),
    ),
    "sheet about nothing": (
        lambda: sheets.seal_sheet(ROOM, a_sheet(sheets.Answer(risk=NONE))),
        MissingError("risks", NONE),
    ),
    "sheet that is half empty": (
        lambda: sheets.seal_sheet(ROOM, a_sheet(sheets.Answer(risk=RISK), who=OTHER)),
        EmptyError("scores", "likelihood"),
    ),
    "handed in about nothing": (
        lambda: sheets.hand_in(ROOM, [a_sheet(sheets.Answer(risk=NONE))]),
        MissingError("risks", NONE),
    ),
    "handed in without a likelihood": (
        lambda: sheets.hand_in(ROOM, [a_sheet(sheets.Answer(risk=RISK, impact=3))]),
        EmptyError("scores", "likelihood"),
    ),
    "handed in without an impact": (
        lambda: sheets.hand_in(ROOM, [a_sheet(sheets.Answer(risk=RISK, likelihood=3))]),
        EmptyError("scores", "impact"),
    ),
    "answers that were sealed": (
        lambda: brief.edited(sealed(), input_scores=InputMode.PAPER),
        SealedError("scores"),
    ),
    "thing that is there": (lambda: add(ROOM, a_risk("r1")), DuplicateError("risks", RISK)),
    "thing that is not there": (
        lambda: edit(ROOM, Group, "none", name="x"),
        MissingError("groups", "none"),
    ),
    "removal of what is not there": (
        lambda: removed(ROOM, Group, "none"),
        MissingError("groups", "none"),
    ),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_a_refusal_says_what_is_wrong(what: str) -> None:
    action, wanted = REFUSALS[what]
    with pytest.raises(type(wanted)) as found:
        action()
    assert vars(found.value) == vars(wanted)


def test_a_list_of_texts_needs_an_id_for_each() -> None:
    with pytest.raises(ValueError, match="zip"):
        aims.aims_added(ROOM, [], ["x"])
    with pytest.raises(ValueError, match="zip"):
        fears.fears_added(ROOM, [], ["x"])
    with pytest.raises(ValueError, match="zip"):
        people.people_added(ROOM, [], [people.NewPerson(name="x", role="")], group=None)
