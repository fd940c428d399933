import pytest

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, ObjectiveId, RiskId
from deskrisk.domain.model.risks import COST
from deskrisk.domain.people import StillNeededError
from deskrisk.domain.risk_merge import risks_merged
from deskrisk.domain.soundness import flaws
from tests.builders import a_fear, a_mitigation, a_risk, a_score, a_workshop, an_objective

R1, R2, R3 = RiskId("r1"), RiskId("r2"), RiskId("r3")
F1, F2 = FearId("f1"), FearId("f2")
AIMS = tuple(ObjectiveId(f"o{n}") for n in range(1, 5))


def test_the_words_of_both_stay() -> None:
    one = a_risk("r1", cause="same", event="a may break", consequence="", category=None)
    two = a_risk("r2", cause="Same", event="b may stop", consequence="c", category=COST)
    merged = risks_merged(a_workshop(one, two), R1, R2).risks[R1]
    assert (merged.cause, merged.event, merged.consequence) == (
        "same",
        "a may break; b may stop",
        "c",
    )
    assert (merged.title, merged.category) == ("Risk r1", COST)


def test_fears_aims_tags_and_ideas_come_together() -> None:
    workshop = a_workshop(
        *(an_objective(each) for each in AIMS),
        a_fear("f1", disposition=Disposition.RECAST),
        a_fear("f2", disposition=Disposition.RECAST),
        a_risk("r1", fears=(F1,), objectives=AIMS[:2], tags=("a",), ideas=("x",)),
        a_risk("r2", fears=(F1, F2), objectives=AIMS[1:4], tags=("a", "b"), ideas=("y",)),
    )
    after = risks_merged(workshop, R1, R2)
    merged = after.risks[R1]
    assert (merged.fears, merged.objectives) == ((F1, F2), AIMS[:3])
    assert (merged.tags, merged.ideas) == (("a", "b"), ("x", "y"))
    assert {fear.disposition for fear in after.fears.values()} == {Disposition.RECAST}
    assert R2 not in after.risks


def test_promises_and_later_risks_follow() -> None:
    workshop = a_workshop(
        a_risk("r1", secondary_to=R2),
        a_risk("r2", red_line=True, red_line_reason="law", base_rate_n=9, base_rate_k=4),
        a_risk("r3", secondary_to=R2),
        a_mitigation("m1", "r2"),
        a_mitigation("m2", "r1", "r2"),
    )
    after = risks_merged(workshop, R1, R2)
    merged = after.risks[R1]
    assert [m.risks for m in after.mitigations.values()] == [(R1,), (R1,)]
    assert after.risks[R3].secondary_to == R1
    assert merged.secondary_to is None  # not of itself
    assert not list(flaws(after))
    assert (merged.red_line, merged.red_line_reason) == (True, "law")
    assert (merged.base_rate_n, merged.base_rate_k) == (9, 4)


def test_answers_go_only_when_it_is_meant() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_score("p1", "r2", 3, 3))
    with pytest.raises(StillNeededError):
        risks_merged(workshop, R1, R2)
    assert not risks_merged(workshop, R1, R2, for_good=True).scores


def test_a_risk_is_not_merged_with_itself() -> None:
    workshop = a_workshop(a_risk("r1"))
    assert risks_merged(workshop, R1, R1) is workshop


def test_what_came_of_what_and_what_is_known_of_others_is_kept() -> None:
    one = a_risk("r1", secondary_to=R3, base_rate_n=9, base_rate_k=4)
    two = a_risk("r2", base_rate_n=5, base_rate_k=1)
    workshop = a_workshop(one, two, a_risk("r3"), a_risk("r4", secondary_to=R2))
    after = risks_merged(workshop, R1, R2)
    merged = after.risks[R1]
    assert (merged.secondary_to, merged.base_rate_n, merged.base_rate_k) == (R3, 9, 4)
    assert after.risks[RiskId("r4")].secondary_to == R1
    other = risks_merged(workshop, R2, R1).risks[R2]
    assert (other.secondary_to, other.base_rate_n, other.base_rate_k) == (R3, 5, 1)
    unrated = risks_merged(a_workshop(a_risk("r1"), two), R1, R2).risks[R1]
    assert (unrated.base_rate_n, unrated.base_rate_k) == (5, 1)


def test_a_risk_does_not_come_of_itself() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2", secondary_to=R1))
    assert risks_merged(workshop, R1, R2).risks[R1].secondary_to is None
    assert risks_merged(workshop, R2, R1).risks[R2].secondary_to is None


def test_promises_of_other_risks_stay_where_they_are() -> None:
    workshop = a_workshop(
        a_risk("r1"), a_risk("r2"), a_risk("r3"), a_mitigation("m1", "r3", "r2", "r1")
    )
    (promise,) = risks_merged(workshop, R1, R2).mitigations.values()
    assert promise.risks == (R3, R1)
