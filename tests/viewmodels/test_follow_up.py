from datetime import date

from deskrisk.domain.model.ids import MitigationId, ReviewId, RiskId
from deskrisk.domain.model.responses import MitigationStatus, Signal
from deskrisk.domain.model.reviews import Occurred, Review
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.reviews import edit_entry, set_outcome
from deskrisk.services.samples import sample
from deskrisk.viewmodels.follow_up import answers, follow_up_view, statuses
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop

V1, R1 = ReviewId("v1"), RiskId("r1")
DAY = date(2025, 4, 8)


def reviewed() -> Workshop:
    return a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_participant("p1"),
        Review(id=V1, held_on=DAY),
        focus_count=1,
    )


def states(workshop: Workshop) -> list[str]:
    return [row.soft for row in follow_up_view(workshop).rows if not row.heading]


def test_before_the_first_review_it_says_when_to_look() -> None:
    view = follow_up_view(a_workshop(a_risk("r1")))
    assert (view.review, view.rows, view.entry) == (None, (), None)
    assert view.empty == (
        "No review yet. The next look is planned for 25\N{NO-BREAK SPACE}March 2025."
    )


def test_what_must_have_a_response_comes_first_and_the_rest_is_watched() -> None:
    rows = follow_up_view(reviewed()).rows
    assert [(row.key, row.heading) for row in rows] == [
        ("r1", False),
        ("rest", True),
        ("r2", False),
    ]


def test_each_risk_says_where_it_stands_in_two_words() -> None:
    workshop = reviewed()
    assert states(workshop) == ["to ask", "to ask"]
    assert states(edit_entry(workshop, V1, R1, trigger_fired=False)) == ["not yet", "to ask"]
    assert states(edit_entry(workshop, V1, R1, trigger_fired=True)) == [
        "first sign shown",
        "to ask",
    ]
    assert states(set_outcome(workshop, V1, R1, Occurred.YES)) == ["it happened", "to ask"]


def test_the_entry_reminds_of_what_was_said() -> None:
    workshop = put(reviewed(), a_score("p1", "r1", 3, 4))
    entry = follow_up_view(workshop).entry
    assert entry is not None
    assert entry.we_said == "we said: about 35\N{NO-BREAK SPACE}%"
    nothing = follow_up_view(reviewed()).entry
    assert nothing is not None
    assert nothing.we_said == ""


def state_of(**fields: object) -> tuple[str, str]:
    workshop = put(reviewed(), a_mitigation("m1", "r1", **fields))
    entry = follow_up_view(workshop).entry
    assert entry is not None
    return entry.promises[0].state, entry.promises[0].tone


def test_a_promise_says_where_it_stands_and_whether_it_is_late() -> None:
    space = "\N{NO-BREAK SPACE}"
    assert state_of() == ("planned", "care")
    assert state_of(due=DAY) == (f"planned, due 8{space}Apr", "care")
    late = state_of(due=date(2025, 4, 7))
    assert late == (f"planned, was due 7{space}Apr", "alarm")
    proven = state_of(status=MitigationStatus.VERIFIED, verified_on=DAY)
    assert proven == (f"proven, 8{space}Apr", "good")
    assert state_of(status=MitigationStatus.DROPPED, due=date(2025, 4, 7)) == (
        "dropped",
        "ink_soft",
    )


def test_a_promise_names_its_owner_and_its_sign() -> None:
    promise = a_mitigation("m1", "r1", owner="p1", title="", signal=Signal(statement="300 ms"))
    entry = follow_up_view(put(reviewed(), promise)).entry
    assert entry is not None
    assert (entry.promises[0].title, entry.promises[0].soft) == (
        "Not named yet",
        "Person p1. 300 ms",
    )


def test_dropped_promises_are_not_counted() -> None:
    status = {"m1": MitigationStatus.VERIFIED, "m2": MitigationStatus.DROPPED}
    held = [a_mitigation(id_, "r1", status=each) for id_, each in status.items()]
    assert follow_up_view(put(reviewed(), *held)).proven == "1 of 1 promise proven"


def test_the_latest_review_is_shown_unless_another_is_wished() -> None:
    workshop = put(reviewed(), Review(id=ReviewId("v2"), held_on=date(2025, 5, 20)))
    assert follow_up_view(workshop).review == "v2"
    assert follow_up_view(workshop, V1).held_on == DAY
    assert follow_up_view(workshop, ReviewId("gone"), RiskId("gone")).review == "v2"
    assert [words for _id, words in follow_up_view(workshop).reviews] == [
        "8\N{NO-BREAK SPACE}April 2025",
        "20\N{NO-BREAK SPACE}May 2025",
    ]


def test_the_risks_follow_each_other_to_the_last() -> None:
    assert follow_up_view(reviewed(), V1, R1).next_words == "Next: Risk r2"
    last = follow_up_view(reviewed(), V1, RiskId("r2"))
    assert (last.following, last.next_words) == (None, "")


def test_every_choice_has_words() -> None:
    assert {value for value, _words in statuses()} == set(MitigationStatus)
    assert {value for value, _words in answers()} == set(Occurred)


def test_the_sample_tells_what_was_seen_in_may() -> None:
    view = follow_up_view(sample(), ReviewId("v2"), RiskId("r10"))
    assert view.entry is not None
    assert view.entry.we_said == "we said: about 50\N{NO-BREAK SPACE}%"
    assert view.entry.reading == "empty results 7 % on 6 May for three hours"
    assert view.entry.occurred is Occurred.YES
    assert view.proven == "12 of 14 promises proven"
    assert MitigationId(view.entry.promises[0].id) in sample().mitigations
