from datetime import date

import pytest

from deskrisk.domain.errors import UnknownPersonError
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Happiness,
    Response,
    Signal,
)
from deskrisk.domain.parts import put
from deskrisk.services.samples import sample
from deskrisk.viewmodels.promises import (
    comparators,
    decisions,
    happiness,
    impacts,
    likelihoods,
    owner_keys,
    owners,
    read_people,
    signal_types,
    treatments,
)
from deskrisk.viewmodels.respond import respond_view
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop

R1, P1 = RiskId("r1"), ParticipantId("p1")


def test_the_strip_shows_first_what_must_have_a_response() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_risk("r3", red_line=True), focus_count=1)
    view = respond_view(workshop)
    assert [(item.id, item.needed, item.done) for item in view.strip] == [
        ("r1", True, False),
        ("r3", True, False),
        ("r2", False, False),
    ]
    assert view.progress == "0 of 2 decided"
    assert (view.previous, view.following) == (None, "r3")
    assert view.next_words == "Next: Risk r3"
    red = respond_view(workshop, RiskId("r3")).response
    assert red is not None
    assert red.heading == "Risk 3, red line"
    below = respond_view(workshop, RiskId("r2")).response
    assert below is not None
    assert below.heading == "Risk 2, below the line"


def test_below_the_line_a_decision_is_enough_for_the_tick() -> None:
    accepted = Response(risk=RiskId("r2"), decision=Decision.ACCEPT)
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), accepted, focus_count=1)
    assert [item.done for item in respond_view(workshop).strip] == [False, True]


def test_it_opens_on_the_first_risk_that_lacks_something() -> None:
    done = Response(
        risk=R1, decision=Decision.ACCEPT, reason="small", owner=P1, review_date=date(2025, 4, 8)
    )
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_participant("p1"), done)
    response = respond_view(workshop).response
    assert response is not None
    assert response.risk == "r2"
    assert response.missing == "Still missing: a decision."
    first = respond_view(workshop, R1).response
    assert first is not None
    assert first.missing == ""


def test_without_a_risk_there_is_nothing_to_respond_to() -> None:
    assert respond_view(a_workshop()).response is None


def test_a_reason_that_is_there_stays_seen_whatever_is_decided() -> None:
    kept = Response(risk=R1, decision=Decision.MITIGATE, reason="as said")
    response = respond_view(a_workshop(a_risk("r1"), kept)).response
    assert response is not None
    assert (response.asks_reason, response.asks_promises, response.asks_sign) == (True, True, True)


def test_a_promise_says_how_it_is_measured_and_what_else_it_serves() -> None:
    signal = Signal(
        statement="fast",
        metric="p95",
        comparator=Comparator.AT_MOST,
        threshold=300.0,
        unit="ms",
        window="one day",
        where="dashboard",
    )
    promise = a_mitigation("m1", "r1", "r2", signal=signal)
    response = respond_view(a_workshop(a_risk("r1"), a_risk("r2"), promise), R1).response
    assert response is not None
    assert response.promises[0].measure == "p95 <= 300 ms over one day in dashboard"
    assert response.promises[0].also == "also serves Risk r2"
    bare = respond_view(a_workshop(a_risk("r1"), a_mitigation("m1", "r1"))).response
    assert bare is not None
    assert (bare.promises[0].measure, bare.promises[0].also) == ("", "")


def test_new_risks_from_a_response_say_that_nobody_has_judged_them() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2", secondary_to=R1),
        a_risk("r3", secondary_to=R1),
        a_participant("p1"),
        a_score("p1", "r3", 2, 5),
    )
    response = respond_view(workshop, R1).response
    assert response is not None
    assert [(each.id, each.note, each.scored) for each in response.brings] == [
        ("r2", "not scored yet", False),
        ("r3", "about 13", True),
    ]
    new = respond_view(workshop, RiskId("r2")).response
    assert new is not None
    assert new.heading.endswith("from “Risk r1”")


def test_what_the_room_said_about_it_stands_in_the_strip() -> None:
    said = Response(risk=R1, decision=Decision.ACCEPT, happy=Happiness.NOT_YET)
    view = respond_view(a_workshop(a_risk("r1"), a_risk("r2"), said), R1)
    assert [item.happy for item in view.strip] == ["icon:frown:care", ""]
    assert view.strip[0].spoken.endswith("Not yet")
    assert view.response is not None
    assert view.response.happy is Happiness.NOT_YET
    assert "not happy" in view.response.missing


def test_ideas_of_the_shelf_are_counted_and_remarks_are_said() -> None:
    vague = Signal(statement="Monitoring is better")
    workshop = a_workshop(
        a_risk("r1", ideas=("Off switch", "Promise m1")), a_mitigation("m1", "r1", signal=vague)
    )
    response = respond_view(workshop, R1).response
    assert response is not None
    assert response.ideas == 1
    assert response.remarks == ("“Promise m1”: which number would show it, and where?",)


def test_each_person_has_a_key() -> None:
    people = [a_participant(f"p{n}", name=f"N{n}") for n in range(1, 13)]
    keys = owner_keys(a_workshop(*people)).replace("\N{NO-BREAK SPACE}", " ")
    assert keys.startswith("1 N1, 2 N2")
    assert keys.endswith("9 N9, 0 N10")


def test_more_than_four_promises_are_worth_a_word() -> None:
    many = [a_mitigation(f"m{n}", "r1") for n in range(1, 6)]
    for count, words in ((4, "at most four"), (5, "more than four are seldom kept")):
        response = respond_view(a_workshop(a_risk("r1"), *many[:count])).response
        assert response is not None
        assert response.promises_note == words


def test_the_loss_is_told_today_and_then() -> None:
    scored = put(
        a_workshop(a_risk("r1"), a_participant("p1"), a_mitigation("m1", "r1")),
        a_score("p1", "r1", 2, 5),
        Response(risk=R1, residual_likelihood=1, residual_impact=5),
    )
    response = respond_view(scored).response
    assert response is not None
    loss = response.loss
    assert (loss.today, loss.target) == (12.5, 2.5)
    assert (loss.today_words, loss.target_words, loss.effort) == ("about 13", "about 2.5", "")


def worth_of(effort: float, likelihood: int = 1) -> tuple[str, bool, bool]:
    workshop = a_workshop(
        a_risk("r1"),
        a_participant("p1"),
        a_score("p1", "r1", 2, 5),
        a_mitigation("m1", "r1", effort_person_days=effort),
        Response(risk=R1, residual_likelihood=likelihood, residual_impact=5),
        project_size_person_days=480.0,
    )
    response = respond_view(workshop).response
    assert response is not None
    return response.loss.worth, response.loss.weak, response.asks_leverage_note


def test_what_costs_more_than_it_saves_is_asked_for_a_line() -> None:
    assert worth_of(5.0) == ("Saves about 9.6 times its effort", False, False)
    assert worth_of(96.0) == ("Saves about 0.50 times its effort", True, True)
    assert worth_of(4800.0) == ("Saves almost nothing for its effort", True, True)
    adding = worth_of(5.0, likelihood=5)
    assert adding == ("This response adds risk.", True, True)


def test_people_who_are_not_here_are_marked_and_nobody_is_a_choice() -> None:
    workshop = a_workshop(a_participant("p1"), a_participant("p2", present=False))
    assert owners(workshop) == (
        (None, "nobody yet"),
        ("p1", "Person p1"),
        ("p2", "Person p2, not here"),
    )


def test_every_choice_of_the_method_has_words() -> None:
    for options in (decisions(), happiness(), treatments(), signal_types(), comparators()):
        assert all(words for _value, words in options)
    assert [value for value, _words in likelihoods()] == [None, 5, 4, 3, 2, 1]
    assert [value for value, _words in impacts()] == [None, 5, 4, 3, 2, 1]


def test_the_sample_lacks_nothing() -> None:
    view = respond_view(sample(), RiskId("r04"))
    assert view.progress == "6 of 6 decided"
    assert all(item.done for item in view.strip)
    assert view.response is not None
    assert view.response.loss.effort == "8 person-days"
    assert (view.response.loss.today_words, view.response.loss.target_words) == (
        "about 4.8",
        "about 0.38",
    )


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", ()),
        ("Ada Lovelace", ("p1",)),
        (" grace ,ADA, ada l", ("p3", "p1")),
        ("hop", ("p3",)),
        ("Ben", ("p2",)),  # the whole name of one, the beginning of another
    ],
)
def test_people_are_read_by_the_beginnings_of_their_names(typed: str, ids: tuple[str, ...]) -> None:
    names = ("Ada Lovelace", "Ben", "Grace Hopper", "Bennet Al")
    people = [a_participant(f"p{n}", name=name) for n, name in enumerate(names, 1)]
    workshop = a_workshop(*people)
    assert read_people(workshop, typed) == ids
    for wrong in ("Zoe", "a, ", "e"):
        with pytest.raises(UnknownPersonError) as told:
            read_people(workshop, wrong)
        assert told.value.name == wrong.split(",")[0]
