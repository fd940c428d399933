from dataclasses import replace

import pytest

from deskrisk.domain import fears, risks
from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError, MissingError, RangeError
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


def test_the_first_risk_has_number_one() -> None:
    assert risks.risk_added(a_workshop(), R1).risks[R1].number == 1


def test_a_title_that_comes_with_an_event_is_kept() -> None:
    workshop = risks.risk_edited(a_workshop(a_risk("r1", title="")), R1, event="it breaks, often")
    assert workshop.risks[R1].title == "It breaks"
    named = risks.risk_edited(workshop, R1, event="it falls", title="Falls")
    assert named.risks[R1].title == "Falls"


@pytest.mark.parametrize("length", [59, 60, 61, 62])
def test_a_title_is_as_long_as_it_may_be(length: int) -> None:
    event = "a" * (length - 2) + " b"
    wanted = event if length <= risks.LONGEST_TITLE else event[:-2]
    assert risks.proposed_title(event) == wanted[: risks.LONGEST_TITLE].capitalize()


def test_a_split_risk_keeps_cause_kind_and_aims() -> None:
    workshop = a_workshop(
        an_objective("o1"),
        a_fear("f1"),
        a_risk("r1", fears=(F1,), category=COST, objectives=(ObjectiveId("o1"),)),
    )
    found = risks.risk_split(workshop, R1, R2).risks[R2]
    assert (found.fears, found.category, found.objectives) == ((F1,), COST, ("o1",))
    assert (found.cause, found.event) == (workshop.risks[R1].cause, "")


def test_other_words_have_to_be_asked_about_again() -> None:
    fear = a_fear("f1", disposition=Disposition.RECAST, still_holds=True)
    workshop = a_workshop(fear, a_risk("r1", fears=(F1,)))
    kept = risks.risk_edited(workshop, R1, title="Other", category=COST)
    assert kept.fears[F1].still_holds
    same = risks.risk_edited(workshop, R1, event=workshop.risks[R1].event)
    assert same.fears[F1].still_holds
    assert not risks.risk_edited(workshop, R1, event="b may happen").fears[F1].still_holds


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("privacy", ("privacy",)),
        (" user  experience, cloud;#cost ,", ("user experience", "cloud", "cost")),
        ("Cost, cost", ("cost",)),
        ("", ()),
    ],
)
def test_tags_of_a_typed_line(text: str, tags: tuple[str, ...]) -> None:
    assert risks.tags_in(text) == tags


def test_a_risk_has_three_tags_at_most() -> None:
    with pytest.raises(TooManyError):
        risks.risk_edited(a_workshop(a_risk("r1")), R1, tags=("a", "b", "c", "d"))


def test_ideas_lie_on_the_shelf_once() -> None:
    workshop = a_workshop(a_risk("r1"))
    for idea in ("more tests", " more tests ", "a fallback"):
        workshop = risks.idea_added(workshop, R1, idea)
    assert workshop.risks[R1].ideas == ("more tests", "a fallback")
    assert risks.idea_removed(workshop, R1, "more tests").risks[R1].ideas == ("a fallback",)
    with pytest.raises(EmptyError):
        risks.idea_added(workshop, R1, " ")


def test_how_many_comparable_projects_had_it() -> None:
    workshop = a_workshop(a_risk("r1"))
    rated = risks.rate_set(workshop, R1, 9, 4).risks[R1]
    assert (rated.base_rate_n, rated.base_rate_k) == (9, 4)
    assert risks.rate_set(workshop, R1, None, None).risks[R1].base_rate_n is None
    for n, k in ((3, 4), (-1, None), (1001, 0), (3, -1)):
        with pytest.raises(RangeError):
            risks.rate_set(workshop, R1, n, k)


def test_a_hint_is_sent_away_for_one_risk() -> None:
    workshop = risks.hint_sent_away(a_workshop(a_risk("r1"), a_risk("r2")), R1, "VAGUE")
    workshop = risks.hint_sent_away(workshop, R1, "VAGUE")
    assert workshop.risks[R1].hints_off == ("VAGUE",)
    assert workshop.risks[R2].hints_off == ()
    assert risks.risk_duplicated(workshop, R1, RiskId("r3")).risks[RiskId("r3")].hints_off == ()


def test_a_risk_comes_from_another_risk_never_from_itself() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"))
    assert risks.risk_edited(workshop, R2, secondary_to=R1).risks[R2].secondary_to == R1
    for wrong in (R2, RiskId("gone")):
        with pytest.raises(MissingError):
            risks.risk_edited(workshop, R2, secondary_to=wrong)


@pytest.mark.parametrize(("n", "k"), [(0, 0), (1000, 1000), (4, 4), (None, 1000), (None, None)])
def test_comparable_cases_within_their_range_are_kept(n: int | None, k: int | None) -> None:
    found = risks.rate_set(a_workshop(a_risk("r1")), R1, n, k).risks[R1]
    assert (found.base_rate_n, found.base_rate_k) == (n, k)
