from datetime import date

from deskrisk.domain.model.brief import Progress
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.responses import MitigationStatus, Response
from deskrisk.domain.model.reviews import Review
from deskrisk.viewmodels.dates import day_entries
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop

DAY = date(2025, 3, 11)


def test_default_looks_are_two_six_and_twelve_weeks_later_and_after_the_horizon() -> None:
    days = [each.day for each in day_entries(a_workshop(), DAY)]
    assert days == [date(2025, 3, 25), date(2025, 4, 22), date(2025, 6, 3), date(2025, 7, 1)]


def test_a_look_names_the_risks_of_its_day() -> None:
    chosen = Response(risk=RiskId("r1"), review_date=date(2025, 4, 8))
    found = {each.day: each for each in day_entries(a_workshop(a_risk("r1"), chosen), DAY)}
    assert "1. Risk r1" in found[date(2025, 4, 8)].text
    assert "30\N{NO-BREAK SPACE}June 2025" in found[date(2025, 7, 1)].text


def test_a_promise_stands_on_its_day_with_its_owner_and_is_gone_when_proven() -> None:
    promise = a_mitigation("m1", "r1", owner=ParticipantId("p1"), due=date(2025, 4, 4))
    workshop = a_workshop(a_participant("p1"), a_risk("r1"), promise)
    first = day_entries(workshop, DAY)[1]
    assert (first.day, first.title) == (date(2025, 4, 4), "Due: Promise m1 (Person p1)")
    assert first.key == "promise-m1"
    done = a_mitigation("m1", "r1", due=date(2025, 4, 4), status=MitigationStatus.VERIFIED)
    assert (
        len(day_entries(a_workshop(a_risk("r1"), done), DAY)) == len(day_entries(workshop, DAY)) - 1
    )


def test_an_open_question_is_there_without_the_words_of_the_fear() -> None:
    fear = a_fear("f1", disposition=Disposition.QUESTION, due=date(2025, 3, 18))
    found = day_entries(a_workshop(fear), DAY)[0]
    assert found.title == "Open question: a worry from the room"
    assert "Fear f1" not in found.text


def test_looks_that_are_over_are_left_out_and_an_agreed_one_is_there() -> None:
    held = Review(id=ReviewId("v1"), held_on=date(2025, 4, 22))
    workshop = a_workshop(held)
    progress = Progress(next_review=date(2025, 5, 5))
    assert [each.day for each in day_entries(workshop, DAY)] == [date(2025, 6, 3), date(2025, 7, 1)]
    agreed = type(workshop)(
        id=workshop.id, brief=workshop.brief, progress=progress, reviews=workshop.reviews
    )
    assert date(2025, 5, 5) in [each.day for each in day_entries(agreed, DAY)]


def test_the_same_thing_keeps_its_name_on_another_day() -> None:
    keys = [
        {
            each.key
            for each in day_entries(a_workshop(a_mitigation("m1", due=date(2025, 4, day))), DAY)
        }
        for day in (4, 9)
    ]
    assert keys[0] == keys[1]


def test_what_is_overdue_stays_and_a_look_in_the_past_does_not() -> None:
    workshop = a_workshop(a_mitigation("m1", due=date(2025, 4, 4)))
    days = [each.day for each in day_entries(workshop, date(2025, 5, 1))]
    assert days == [date(2025, 4, 4), date(2025, 6, 3), date(2025, 7, 1)]
