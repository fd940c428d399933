from dataclasses import replace

import pytest

from deskrisk.domain import fears, risks
from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import MissingError
from deskrisk.domain.fears import Place
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import CategoryId, FearId, ObjectiveId, RiskId
from deskrisk.domain.model.risks import COST
from deskrisk.domain.people import StillNeededError
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

F1, F2 = FearId("f1"), FearId("f2")
R1, R2 = RiskId("r1"), RiskId("r2")


def test_a_risk_from_fears_recasts_them() -> None:
    workshop = risks.risk_added(a_workshop(a_fear("f1"), a_fear("f2")), R1, fears=(F1, F2))
    assert workshop.risks[R1].fears == (F1, F2)
    assert {f.disposition for f in workshop.fears.values()} == {Disposition.RECAST}


def test_numbers_go_on_and_are_never_given_twice_while_in_use() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r7"))
    workshop = risks.risk_added(workshop, RiskId("new"))
    assert workshop.risks[RiskId("new")].number == 8


def test_the_last_link_that_goes_opens_the_fear_again() -> None:
    workshop = risks.risk_added(a_workshop(a_fear("f1")), R1, fears=(F1,))
    workshop = risks.risk_added(workshop, R2, fears=(F1,))
    workshop = risks.unlinked(workshop, R1, F1)
    assert workshop.fears[F1].disposition is Disposition.RECAST
    workshop = risks.unlinked(workshop, R2, F1)
    assert workshop.fears[F1].disposition is None


def test_a_place_chosen_by_hand_outlives_links() -> None:
    workshop = fears.placed(
        a_workshop(a_fear("f1"), a_risk("r1")), F1, Place(disposition=Disposition.ACKNOWLEDGED)
    )
    linked = risks.linked(workshop, R1, F1)
    assert linked.fears[F1].disposition is Disposition.ACKNOWLEDGED
    assert risks.unlinked(linked, R1, F1) == workshop


def test_linking_twice_is_linking_once() -> None:
    workshop = risks.linked(a_workshop(a_fear("f1"), a_risk("r1")), R1, F1)
    assert risks.linked(workshop, R1, F1).risks[R1].fears == (F1,)
    with pytest.raises(MissingError):
        risks.linked(workshop, R1, FearId("none"))


@pytest.mark.parametrize(
    ("event", "title"),
    [
        (
            "later changes may take three times as long, or be avoided",
            "Later changes may take three times as long",
        ),
        ("", ""),
        ("  spaced   out ", "Spaced out"),
        ("x" * 80, "X" + "x" * 59),
        ("word " * 30, "Word" + " word" * 11),
    ],
)
def test_a_title_is_proposed_from_the_event(event: str, title: str) -> None:
    assert risks.proposed_title(event) == title
    assert len(title) <= risks.LONGEST_TITLE


def test_the_title_follows_the_event_until_somebody_writes_one() -> None:
    workshop = risks.risk_added(a_workshop(), R1, event="it may stop")
    workshop = risks.risk_edited(workshop, R1, event="it may stop at night")
    assert workshop.risks[R1].title == "It may stop at night"
    workshop = risks.risk_edited(workshop, R1, title="Silence")
    workshop = risks.risk_edited(workshop, R1, event="it may start")
    assert workshop.risks[R1].title == "Silence"
    assert not risks.title_is_proposed(workshop.risks[R1])


def test_kind_and_aims_must_be_there_and_three_aims_are_the_most() -> None:
    aims = [an_objective(f"o{n}") for n in range(1, 5)]
    workshop = a_workshop(a_risk("r1"), *aims)
    with pytest.raises(MissingError):
        risks.risk_edited(workshop, R1, category=CategoryId("none"))
    assert risks.risk_edited(workshop, R1, category=COST).risks[R1].category == COST
    for aim in aims[:3]:
        workshop = risks.objective_toggled(workshop, R1, aim.id)
    with pytest.raises(TooManyError):
        risks.objective_toggled(workshop, R1, aims[3].id)
    workshop = risks.objective_toggled(workshop, R1, aims[0].id)
    assert workshop.risks[R1].objectives == (ObjectiveId("o2"), ObjectiveId("o3"))
    with pytest.raises(MissingError):
        risks.objective_toggled(workshop, R1, ObjectiveId("none"))


def test_split_keeps_the_cause_and_duplicate_keeps_all() -> None:
    workshop = a_workshop(a_fear("f1"), a_risk("r1", fears=(F1,), red_line=True))
    split = risks.risk_split(workshop, R1, R2).risks[R2]
    source = workshop.risks[R1]
    assert (split.cause, split.fears, split.number) == (source.cause, (F1,), 2)
    assert (split.event, split.title) == ("", "")
    copy = risks.risk_duplicated(workshop, R1, R2).risks[R2]
    assert copy == replace(source, id=R2, number=2)


def test_a_risk_with_answers_goes_only_for_good() -> None:
    workshop = a_workshop(
        a_fear("f1", disposition=Disposition.RECAST),
        a_participant("p1"),
        a_risk("r1", fears=(F1,)),
        a_score("p1", "r1", 3, 3),
        a_mitigation("m1", "r1"),
    )
    with pytest.raises(StillNeededError) as refused:
        risks.risk_removed(workshop, R1)
    assert (refused.value.answers, refused.value.duties) == (1, 1)
    gone = risks.risk_removed(workshop, R1, for_good=True)
    assert not gone.risks
    assert not gone.scores
    assert gone.fears[F1].disposition is None
