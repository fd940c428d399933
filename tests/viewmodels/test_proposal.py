from typing import Any

import pytest

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import DuelId, ParticipantId, RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope, Duel
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.proposal import ProposalView, proposal_view
from tests.builders import a_participant, a_risk, a_score, a_workshop

DUELS = OrderMethod.SCORES_THEN_DUELS
B_ABOVE = "“Risk r2” stands just above the line, “Risk r1” just below it."


def a_room(*parts: Part, risks: int = 2, **fields: Any) -> Workshop:
    """Risks of one tier, with the line after the first."""
    ids = [f"r{n}" for n in range(1, risks + 1)]
    return a_workshop(
        a_participant(),
        *(a_risk(risk) for risk in ids),
        *(a_score("p1", risk, 3, 3) for risk in ids),
        *parts,
        **{"focus_count": 1, **fields},
    )


def seen(*parts: Part, **fields: Any) -> ProposalView:
    return proposal_view(a_room(*parts, **fields))


def a_ballot(*ranking: str, no_opinion: tuple[str, ...] = ()) -> Ballot:
    return Ballot(
        participant=ParticipantId("p1"),
        scope=BallotScope.BOUNDARY_TIER,
        ranking=tuple((RiskId(risk),) for risk in ranking),
        no_opinion=tuple(map(RiskId, no_opinion)),
    )


def a_duel(number: int, a: str, b: str, **votes: int) -> Duel:
    return Duel(id=DuelId(f"d{number}"), sequence=number, a=RiskId(a), b=RiskId(b), **votes)


def test_the_tie_of_the_sample_is_said() -> None:
    workshop = sample()
    seventh, ninth = (workshop.risks[RiskId(risk)].title for risk in ("r07", "r09"))
    fourth, tenth = (workshop.risks[RiskId(risk)].title for risk in ("r04", "r10"))
    assert proposal_view(workshop).lines == (
        "8 ballots order 8 risks.",
        (
            f"The ballots tie at the line: four put “{seventh}” before “{ninth}”, four the other "
            f"way round. Ballot points favour “{seventh}”, 35 to 28.5. What do you want to do?"
        ),
        f"Also tied, away from the line: “{fourth}” and “{tenth}”.",
    )


def test_scores_alone_need_no_word() -> None:
    assert seen(order_method=OrderMethod.SCORES_ONLY).lines == ()
    assert proposal_view(a_workshop()).lines == ()


def test_a_line_between_two_tiers_is_explained() -> None:
    assert seen(focus_count=2).lines == ("The line falls between two tiers, so the scores decide.",)


def test_before_the_first_ballot() -> None:
    found = seen()
    assert found.lines == ("No ballot says anything yet, so this is the order of the scores.",)
    assert (found.order, found.open, found.pair) == (("r1", "r2"), ("r1", "r2"), None)


def test_one_ballot() -> None:
    found = seen(a_ballot("r2", "r1"))
    assert (found.lines, found.order) == (("1 ballot orders 2 risks.",), ("r2", "r1"))


def test_a_tie_that_only_the_number_breaks() -> None:
    (_, tie) = seen(a_ballot()).lines
    assert tie.startswith("Every ballot leaves “Risk r1” and “Risk r2” level, at the line.")
    assert "Only its lower number favours “Risk r1”" in tie


def test_a_risk_nobody_could_judge_is_named() -> None:
    found = seen(a_ballot("r2", no_opinion=("r1",)))
    assert found.lines[-1] == "Nobody could judge “Risk r1”, so it stands last."


def test_duels_ask_for_the_next_pair() -> None:
    found = seen(order_method=DUELS)
    assert (found.pair, found.lines) == (("r1", "r2"), ("0 duels held, 1 at most.",))


@pytest.mark.parametrize(
    ("votes", "lines"),
    [
        ({"wins_b": 9}, ("The line is fairly clear after 1 duel.", B_ABOVE)),
        ({"wins_b": 1}, ("After 1 duel the order at the line is not clear.", B_ABOVE)),
        (
            {"equal": 8},
            (
                "So far the votes show no preference.",
                "After 1 duel the order at the line is not clear.",
                "“Risk r1” stands just above the line, “Risk r2” just below it.",
            ),
        ),
    ],
)
def test_duels_that_are_over_ask_nothing(votes: dict[str, int], lines: tuple[str, ...]) -> None:
    found = seen(a_duel(1, "r1", "r2", **votes), order_method=DUELS)
    assert (found.pair, found.lines) == (None, lines)


def test_many_risks_are_better_served_by_a_ballot() -> None:
    found = seen(risks=9, order_method=DUELS)
    assert found.lines[0] == "These are many risks for duels; a ballot is quicker."
