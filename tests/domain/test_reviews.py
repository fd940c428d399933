from datetime import date

import pytest

from deskrisk.domain.errors import DuplicateError, MissingError
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.model.reviews import Occurred, Review, RiskStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.reviews import (
    asked,
    edit_entry,
    edit_review,
    entry_of,
    latest_review,
    next_review_date,
    planned_dates,
    remove_review,
    review_order,
    set_next_review,
    set_outcome,
    start_review,
    to_ask,
)
from tests.builders import a_participant, a_risk, a_workshop

V1, V2, R1, R2 = ReviewId("v1"), ReviewId("v2"), RiskId("r1"), RiskId("r2")
DAY = date(2025, 4, 8)


def a_case() -> Workshop:
    workshop = a_workshop(
        a_risk("r1"), a_risk("r2"), a_risk("r3", red_line=True), a_participant("p1"), focus_count=1
    )
    return start_review(workshop, V1, DAY, (ParticipantId("p1"),))


def test_the_usual_days_are_two_six_twelve_weeks_and_the_day_after_the_horizon() -> None:
    days = (date(2025, 3, 25), date(2025, 4, 22), date(2025, 6, 3), date(2025, 7, 1))
    assert planned_dates(a_workshop()) == days
    soon = a_workshop(horizon=date(2025, 4, 1))
    assert planned_dates(soon) == (date(2025, 3, 25), date(2025, 4, 2))


def test_the_next_day_follows_the_last_review_and_minds_what_a_response_wishes() -> None:
    workshop = a_workshop(a_risk("r1"))
    assert next_review_date(workshop) == date(2025, 3, 25)
    wished = put(workshop, Response(risk=R1, review_date=date(2025, 3, 20)))
    assert next_review_date(wished) == date(2025, 3, 20)
    assert next_review_date(a_case()) == date(2025, 4, 22)
    assert next_review_date(start_review(a_case(), V2, date(2025, 8, 1))) is None


def test_the_latest_review_is_the_last_day_not_the_last_typed() -> None:
    workshop = start_review(a_case(), V2, date(2025, 3, 20))
    latest = latest_review(workshop)
    assert latest is not None
    assert latest.id == V1
    later = latest_review(edit_review(workshop, V2, held_on=date(2025, 5, 1)))
    assert later is not None
    assert later.id == V2
    with pytest.raises(DuplicateError):
        start_review(workshop, V1, DAY)


def test_a_review_asks_first_about_what_must_have_a_response() -> None:
    assert review_order(a_case()) == ("r1", "r3", "r2")
    assert to_ask(a_case(), V1) == ("r1", "r3")
    seen = edit_entry(a_case(), V1, R1, trigger_fired=False)
    assert asked(seen, V1) == (R1,)
    assert to_ask(seen, V1) == ("r3",)


def test_an_entry_is_empty_until_something_is_said() -> None:
    workshop = a_case()
    assert entry_of(workshop, V1, R1).trigger_fired is None
    assert workshop.review_entries == {}
    workshop = edit_entry(workshop, V1, R1, reading="12 %", note="quiet")
    assert (entry_of(workshop, V1, R1).reading, entry_of(workshop, V1, R1).note) == (
        "12 %",
        "quiet",
    )
    with pytest.raises(MissingError):
        edit_entry(workshop, V2, R1, note="?")
    with pytest.raises(MissingError):
        edit_entry(workshop, V1, RiskId("r9"), note="?")


def test_what_happened_is_known_since_the_review_and_shows_in_its_entry() -> None:
    happened = set_outcome(a_case(), V1, R2, Occurred.YES)
    assert happened.outcomes[R2].occurred is Occurred.YES
    assert happened.outcomes[R2].resolved_on == DAY
    assert entry_of(happened, V1, R2).status is RiskStatus.MATERIALISED
    did_not = set_outcome(happened, V1, R2, Occurred.NO)
    assert did_not.outcomes[R2].occurred is Occurred.NO
    assert entry_of(did_not, V1, R2).status is RiskStatus.OPEN
    assert set_outcome(did_not, V1, R2, None).outcomes == {}


def test_taking_back_an_answer_nobody_gave_leaves_no_trace() -> None:
    workshop = a_case()
    assert set_outcome(workshop, V1, R1, None) == workshop


def test_a_review_goes_with_what_it_has_seen_but_what_happened_stays() -> None:
    workshop = set_outcome(a_case(), V1, R1, Occurred.YES)
    gone = remove_review(workshop, V1)
    assert (gone.reviews, gone.review_entries) == ({}, {})
    assert gone.outcomes[R1].occurred is Occurred.YES


def test_a_plan_names_no_day_twice() -> None:
    assert planned_dates(a_workshop(horizon=date(2025, 4, 21))) == (
        date(2025, 3, 25),
        date(2025, 4, 22),
    )


def test_the_next_day_is_later_than_the_last_review() -> None:
    looked = start_review(a_case(), V2, date(2025, 4, 22))
    assert next_review_date(looked) == date(2025, 6, 3)


def test_a_review_knows_who_was_there() -> None:
    assert a_case().reviews[V1].attended == ("p1",)


def test_what_did_not_happen_or_cannot_be_told_leaves_an_entry() -> None:
    for occurred in (Occurred.NO, Occurred.CANNOT_TELL):
        workshop = set_outcome(a_case(), V1, R1, occurred)
        assert workshop.outcomes[R1].occurred is occurred
        assert asked(workshop, V1) == (R1,)
        assert entry_of(workshop, V1, R1).status is RiskStatus.OPEN


def test_the_room_sets_the_day_of_the_next_look_until_it_is_past() -> None:
    workshop = a_workshop(a_risk("r1"))
    wish = date(2025, 5, 2)
    assert next_review_date(set_next_review(workshop, wish)) == wish
    held = put(set_next_review(workshop, wish), Review(id=ReviewId("v9"), held_on=wish))
    assert next_review_date(held) == next(day for day in planned_dates(held) if day > wish)
    assert next_review_date(set_next_review(held, None)) == next_review_date(held)
