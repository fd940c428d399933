"""Rules for how we want to treat each other from now on (method A.2, A.4)."""

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.fears import Disposition, Fear, WorkingAgreement
from deskrisk.domain.model.ids import AgreementId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, moved, next_position, removed


def agreement_added(workshop: Workshop, id_: AgreementId, text: str) -> Workshop:
    """The workshop with one working agreement more, at the end.

    Raises:
        EmptyError: the text is empty.
    """
    _check(text)
    place = next_position(workshop, WorkingAgreement)
    return add(workshop, WorkingAgreement(id=id_, position=place, text=text))


def agreement_edited(workshop: Workshop, id_: AgreementId, text: str) -> Workshop:
    """The workshop with other words for a working agreement.

    Raises:
        EmptyError: the text is empty.
    """
    _check(text)
    return edit(workshop, WorkingAgreement, id_, text=text)


def agreement_moved(workshop: Workshop, id_: AgreementId, by: int) -> Workshop:
    """The workshop with a working agreement moved up (negative) or down."""
    return moved(workshop, WorkingAgreement, id_, by)


def agreement_removed(workshop: Workshop, id_: AgreementId) -> Workshop:
    """The workshop without a working agreement; fears that led to it are open again."""
    led = [fear for fear in workshop.fears.values() if fear.agreement == id_]
    workshop = removed(workshop, WorkingAgreement, id_)
    for fear in led:
        if fear.disposition is Disposition.AGREEMENT:
            workshop = edit(workshop, Fear, fear.id, disposition=None)
    return workshop


def _check(text: str) -> None:
    if not text.strip():
        raise EmptyError("working_agreements", "text")
