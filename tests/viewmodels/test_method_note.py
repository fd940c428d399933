from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import change_method
from deskrisk.domain.scores import close_round
from deskrisk.viewmodels.method_note import method_note
from tests.builders import a_risk, a_workshop

CHANGED = "Changed after the scores were seen"


def remarks(workshop: Workshop) -> dict[str, str]:
    return {each.heading: each.text for each in method_note(workshop).remarks}


def test_a_way_that_was_kept_needs_no_word() -> None:
    found = remarks(a_workshop(a_risk()))
    assert CHANGED not in found
    assert "Order: Scores, then a ballot." in found["Fixed before the first score"]


def test_a_way_that_was_changed_is_printed_with_its_reason() -> None:
    seen = close_round(a_workshop(a_risk()), 1)
    changed = change_method(seen, OrderMethod.SCORES_ONLY, reason="No time for ballots.")
    found = remarks(changed)
    assert found[CHANGED] == (
        "How the order is found. Agreed: Scores, then a ballot. Done: Scores alone. "
        "Reason: No time for ballots."
    )
    assert "Order: Scores, then a ballot." in found["Fixed before the first score"]
