from dataclasses import replace

import pytest

from deskrisk.domain.model.fears import Cluster, Disposition, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId, ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.risks import COST, DELIVERY, OPERATIONAL
from deskrisk.services.samples import sample
from deskrisk.viewmodels.recast import (
    fears_in_order,
    found_risks,
    next_fear,
    opening_fear,
    recast_view,
)
from deskrisk.viewmodels.recast_risk import Move, over_length
from tests.builders import a_fear, a_participant, a_risk, a_workshop, an_objective

F1, F2, F3, R1 = FearId("f1"), FearId("f2"), FearId("f3"), RiskId("r1")
C1 = ClusterId("c1")
MONEY = Cluster(id=C1, position=0, name="Money")


def test_the_sample_has_found_a_place_for_every_fear() -> None:
    view = recast_view(sample(), opening_fear(sample()))
    assert view.progress == "All 17 fears have found their place"
    assert view.all_placed
    assert view.next_act == "Score them"
    assert (view.risks_note, view.empty_kinds) == ("12, at most 15", ())
    assert [row.number for row in view.risks] == [str(n) for n in range(1, 13)]


def test_fears_come_pile_by_pile_and_the_next_one_goes_round() -> None:
    workshop = a_workshop(
        MONEY,
        a_fear("f1"),
        a_fear("f2", cluster=C1),
        a_fear("f3", disposition=Disposition.ACKNOWLEDGED),
    )
    assert fears_in_order(workshop) == (F2, F1, F3)
    assert next_fear(workshop, None) == F2
    assert next_fear(workshop, F2) == F1
    assert next_fear(workshop, F1) == F2
    assert opening_fear(workshop) == F2


def test_one_open_fear_has_no_next_one() -> None:
    assert next_fear(a_workshop(a_fear("f1")), F1) is None
    assert opening_fear(a_workshop()) is None


def test_the_card_shows_pile_mates_and_risks() -> None:
    workshop = a_workshop(
        MONEY,
        a_fear("f1", cluster=C1),
        a_fear("f2", cluster=C1, disposition=Disposition.ACKNOWLEDGED),
        a_risk("r1", fears=(F1,)),
    )
    card = recast_view(workshop, F1).fear
    assert card is not None
    assert (card.pile, card.place_note, card.risks) == ("Money", "1 of 2", (R1,))
    assert [(mate.title, mate.soft) for mate in card.mates] == [("Fear f2", "heard")]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"disposition": Disposition.QUESTION}, "Who takes it?"),
        ({"disposition": Disposition.ISSUE, "owner": ParticipantId("p1")}, "Until when?"),
        ({"disposition": Disposition.RECAST}, ""),
        (
            {"kind": FearKind.PEOPLE},
            "This one is about us. Would it help to agree on something?",
        ),
        ({}, ""),
        (
            {"text": "It always breaks on a Friday"},
            "When did it last happen? What was different when it did not?",
        ),
    ],
)
def test_advice_is_one_quiet_line(fields: dict[str, object], advice: str) -> None:
    named = {"text": "The site stops for 3 hours at night", **fields}
    workshop = a_workshop(a_fear("f1", **named), a_participant("p1"))
    card = recast_view(workshop, F1).fear
    assert card is not None
    assert card.advice == advice


def test_a_hint_about_a_fear_can_be_sent_away_and_the_next_one_is_asked() -> None:
    words = "They always decide without us"
    workshop = a_workshop(a_fear("f1", text=words), a_fear("f2", text=words))
    first = recast_view(workshop, F1).fear
    assert first is not None
    assert first.hint
    second = recast_view(workshop, F1, sent_away={(F1, first.hint)}).fear
    assert second is not None
    assert second.hint != first.hint
    both = {(F1, first.hint), (F1, second.hint)}
    done = recast_view(workshop, F1, sent_away=both).fear
    assert done is not None
    assert (done.hint, done.advice) == ("", "")
    other = recast_view(workshop, FearId("f2"), sent_away=both).fear
    assert other is not None
    assert other.hint == first.hint, "it was sent away for one fear"


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        ({"cause": ""}, "What is true today that makes this possible?"),
        ({"event": " "}, "What may happen?"),
        ({"consequence": ""}, "How would somebody outside this room notice?"),
        ({"category": None}, "What kind of risk is it?"),
        ({}, "Which aim would it hurt?"),
        ({"objectives": (ObjectiveId("o1"),)}, ""),
        ({"red_line": True}, "Why must this never happen?"),
    ],
)
def test_the_first_thing_that_lacks_is_asked(fields: dict[str, object], question: str) -> None:
    clear = {"event": "an order may reach 40 customers twice", **fields}
    workshop = a_workshop(an_objective("o1"), a_risk("r1", **clear))
    card = recast_view(workshop, None, R1).risk
    assert card is not None
    assert [each.text for each in card.questions] == ([question] if question else [])
    assert card.well_said is (not question)


def test_a_solution_dressed_as_a_risk_is_asked_about_beside_what_lacks() -> None:
    dressed = a_risk("r1", event="we need to hire two more people")
    card = recast_view(a_workshop(an_objective("o1"), dressed), None, R1).risk
    assert card is not None
    assert [(each.text, each.code) for each in card.questions] == [
        ("Which aim would it hurt?", ""),
        ("That is something to do. What would it protect us from?", "SOLUTION"),
    ]
    assert card.moves == (Move.SHELF,)
    away = replace(dressed, hints_off=("SOLUTION",))
    card = recast_view(a_workshop(an_objective("o1"), away), None, R1).risk
    assert card is not None
    assert [each.code for each in card.questions] == [""]
    assert card.moves == ()


def test_hints_wait_for_something_that_may_happen() -> None:
    begun = a_risk("r1", cause="we need more tests", event="", consequence="")
    card = recast_view(a_workshop(begun), None, R1).risk
    assert card is not None
    assert [each.text for each in card.questions] == ["What may happen?"]


def test_risks_are_found_by_words_of_their_name_or_their_number() -> None:
    rows = recast_view(sample()).risks
    assert [row.number for row in found_risks(rows, "keep up")] == ["12"]
    assert [row.number for row in found_risks(rows, "11")] == ["11"]
    assert found_risks(rows, "  ") == rows
    assert found_risks(rows, "no such risk") == ()


@pytest.mark.parametrize(
    ("count", "words"), [(12, ""), (13, "That is many"), (15, "That is many"), (16, "Too many")]
)
def test_many_risks_are_a_quiet_line(count: int, words: str) -> None:
    workshop = a_workshop(*(a_risk(f"r{number}") for number in range(1, count + 1)))
    note = recast_view(workshop).limit_note
    assert note.startswith(words)
    assert bool(note) is bool(words)


def test_the_other_side_is_asked_for_while_nobody_has_said_it() -> None:
    assert recast_view(a_workshop()).counter_risk == ""
    assert recast_view(a_workshop(a_risk("r1"))).counter_risk.startswith("What do we risk")
    assert recast_view(a_workshop(a_risk("r1", category=DELIVERY))).counter_risk == ""


def test_a_fear_that_became_a_risk_is_asked_about() -> None:
    recast = a_fear("f1", disposition=Disposition.RECAST, still_holds=True)
    card = recast_view(a_workshop(recast, a_risk("r1", fears=(F1,))), F1).fear
    assert card is not None
    assert (card.asks_if_held, card.still_holds) == (True, True)


def test_an_empty_kind_asks_none_found_or_not_looked() -> None:
    view = recast_view(a_workshop(a_risk("r1", category=OPERATIONAL)))
    assert [row.text for row in view.empty_kinds] == [
        "Cost: none yet",
        "Maintainability: none yet",
        "Not delivering: none yet",
    ]
    assert view.empty_kinds[0].sign == COST
    assert recast_view(a_workshop()).empty_kinds == ()


def test_things_that_are_gone_leave_an_empty_page() -> None:
    view = recast_view(a_workshop(), F1, R1)
    assert (view.fear, view.risk) == (None, None)
    assert view.no_fear == "There is no fear on the wall yet."
    assert view.next_act == "Name fears first"


def test_progress_counts_and_long_parts_are_counted() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2", disposition=Disposition.ACKNOWLEDGED))
    assert recast_view(workshop).progress == "1 of 2 fears have found their place"
    assert over_length("x" * 160) == ""
    assert over_length("x" * 161) == "161 of 160"


def test_what_was_parked_while_hearing_is_shown_again() -> None:
    fears = (a_fear("f1", note="who pays for it"), a_fear("f2"))
    workshop = a_workshop(*fears)
    shown = recast_view(workshop, FearId("f1"), None)
    assert shown.fear is not None
    assert shown.fear.advice == "Parked while hearing it: who pays for it"
