import pytest

from deskrisk.domain import working_agreements
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import AgreementId
from deskrisk.domain.parts import in_order
from tests.builders import a_fear, a_workshop

A, B = AgreementId("a"), AgreementId("b")


def test_agreements_are_written_changed_and_moved() -> None:
    workshop = working_agreements.agreement_added(a_workshop(), A, "Ask first")
    workshop = working_agreements.agreement_added(workshop, B, "Say thanks")
    workshop = working_agreements.agreement_edited(workshop, A, "Ask before you answer")
    workshop = working_agreements.agreement_moved(workshop, B, -1)
    texts = [each.text for each in in_order(workshop.working_agreements)]
    assert texts == ["Say thanks", "Ask before you answer"]
    with pytest.raises(EmptyError):
        working_agreements.agreement_edited(workshop, A, " ")


def test_fears_that_led_to_a_removed_agreement_are_open_again() -> None:
    workshop = working_agreements.agreement_added(
        a_workshop(a_fear("f1", disposition=Disposition.AGREEMENT, agreement=A)), A, "Ask first"
    )
    after = working_agreements.agreement_removed(workshop, A)
    assert [(f.disposition, f.agreement) for f in after.fears.values()] == [(None, None)]


def test_agreements_stand_in_the_order_they_were_made() -> None:
    workshop = a_workshop()
    for id_ in ("z", "a"):
        workshop = working_agreements.agreement_added(workshop, AgreementId(id_), f"We {id_}")
    rows = [(each.position, each.text) for each in in_order(workshop.working_agreements)]
    assert rows == [(0, "We z"), (1, "We a")]
