from datetime import date
from itertools import count

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.model.risks import COST, FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.register_import import kinds_without_room, register_added
from deskrisk.domain.register_rows import TakenRisk
from deskrisk.domain.soundness import flaws
from tests.builders import a_participant, a_risk, a_workshop


def added(*risks: TakenRisk, workshop: Workshop | None = None, rated_by: str = "") -> Workshop:
    numbers = count(1)
    found = register_added(
        workshop or a_workshop(), risks, lambda: f"new{next(numbers)}", rated_by=rated_by
    )
    assert not list(flaws(found))
    return found


def test_a_row_becomes_risk_response_promise_and_owner() -> None:
    row = TakenRisk(
        line=2,
        title="Late",
        cause="c",
        event="e",
        consequence="s",
        category="Budget",
        category_note="Type: Budget",
        owners=("Ann", "Bo"),
        mitigation="Order early",
        due=date(2025, 4, 3),
        status=MitigationStatus.IN_PROGRESS,
        decision=Decision.MITIGATE,
        trigger="t",
        fallback="f",
        note="Ticket: T-1",
    )
    found = added(row)
    (risk,) = found.risks.values()
    assert (risk.title, risk.cause, risk.event, risk.consequence) == ("Late", "c", "e", "s")
    assert risk.category == COST
    assert risk.note == "Type: Budget\nTicket: T-1"
    (response,) = found.responses.values()
    assert (response.decision, response.trigger, response.fallback) == (Decision.MITIGATE, "t", "f")
    assert response.review_date is None
    (promise,) = found.mitigations.values()
    assert (promise.title, promise.due, promise.risks) == ("Order early", row.due, (risk.id,))
    assert promise.status is MitigationStatus.IN_PROGRESS
    people = {each.id: each.name for each in found.participants.values()}
    assert people[promise.owner or ""] == "Ann"  # type: ignore[index]  # nobody has no name
    assert [people[each] for each in promise.supporters] == ["Bo"]
    assert people[response.owner or ""] == "Ann"  # type: ignore[index]  # as above


def test_who_is_there_already_is_not_doubled_and_strangers_are_absent() -> None:
    workshop = a_workshop(a_participant("p1", name="Ann  Lee"))
    found = added(
        TakenRisk(line=2, title="a", owners=("ann lee",)),
        TakenRisk(line=3, title="b", owners=("Bo",)),
        TakenRisk(line=4, title="c", owners=("BO",)),
        workshop=workshop,
    )
    first, second = in_order(found.participants)
    assert (first.name, second.name) == ("Ann  Lee", "Bo")
    assert (second.present, second.scores) == (False, False)
    assert {each.owner for each in found.responses.values()} == {first.id, second.id}


def test_a_due_day_without_a_promise_is_the_next_look() -> None:
    found = added(TakenRisk(line=2, title="a", due=date(2025, 4, 3)))
    assert [each.review_date for each in found.responses.values()] == [date(2025, 4, 3)]
    assert not found.mitigations


def test_a_bare_row_is_a_bare_risk_after_those_that_are_there() -> None:
    found = added(TakenRisk(line=2, title="a"), workshop=a_workshop(a_risk("r7")))
    assert [risk.number for risk in in_order(found.risks, "number")] == [7, 8]
    assert not found.responses
    assert not found.scores


def test_a_long_mitigation_is_told_in_full_below_a_short_title() -> None:
    text = "Order a second source; weekly call\nand rent units"
    (promise,) = added(TakenRisk(line=2, title="a", mitigation=text)).mitigations.values()
    assert promise.title == "Order a second source"
    assert promise.description == text


def test_own_kinds_are_added_while_there_is_room_the_commonest_first() -> None:
    names = ["Safety", "Law", "Law", "Staff", "Press", "Climate", "operational"]
    rows = [
        TakenRisk(line=place, title=f"t{place}", category=name, category_note=f"Kind: {name}")
        for place, name in enumerate(names, start=2)
    ]
    assert kinds_without_room(a_workshop(), rows) == ("Climate",)
    found = added(*rows)
    own = [each.name for each in in_order(found.categories) if each.id not in FIXED_CATEGORIES]
    assert own == ["Law", "Safety", "Staff", "Press"]
    notes = {risk.title: (risk.category, risk.note) for risk in found.risks.values()}
    assert notes["t7"] == (None, "Kind: Climate")
    assert notes["t8"] == (CategoryId("operational"), "")
    assert notes["t3"][1] == ""


def test_ratings_count_only_if_that_is_wished_and_then_as_one_absent_voice() -> None:
    rows = (
        TakenRisk(line=2, title="a", likelihood=4, impact=5),
        TakenRisk(line=3, title="b", likelihood=4),
    )
    assert not added(*rows).scores
    assert not added(*rows).participants
    found = added(*rows, rated_by="The register")
    (rater,) = found.participants.values()
    assert (rater.name, rater.present, rater.scores) == ("The register", False, False)
    medians = sorted(each.median or 0 for each in risk_exposures(found).values())
    assert medians == [0, 0.65 * 100]
    assert not added(TakenRisk(line=2, title="a"), rated_by="The register").participants
