from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.parts import put
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.viewmodels.ideas import ideas_view
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop

R1 = RiskId("r1")


def test_the_shelf_then_what_fits_then_what_others_promised_then_the_rest() -> None:
    workshop = a_workshop(
        a_risk("r1", title="Overload", tags=("capacity",), ideas=("Ask for a machine",)),
        a_risk("r2"),
        a_participant("p1"),
        a_mitigation("m1", "r2", title="Off at night", owner=ParticipantId("p1")),
    )
    view = ideas_view(workshop, R1, find_packs().packs)
    assert [row.title for row in view.rows if row.heading] == [
        "From our shelf",
        "Promises of others that fit",
        "First signs of others that fit",
        "Promises that could serve this risk too",
        "More for this kind of risk",
    ]
    assert len(view.ideas) == sum(not row.heading for row in view.rows)
    assert len({row.key for row in view.rows}) == len(view.rows)
    shelved, other = view.ideas[0], view.idea("other.m1")
    assert (shelved.shelved, shelved.act) == ("Ask for a machine", "Promise it")
    assert other is not None
    assert (other.other, other.act) == ("m1", "It serves this risk too")
    row = next(row for row in view.rows if row.key == "other.m1")
    assert (row.title, row.soft, row.note) == ("Off at night", "for Risk r2", "Person p1")


def test_a_promise_of_a_pack_shows_what_would_be_seen_and_a_sign_what_is_done_then() -> None:
    view = ideas_view(sample(), RiskId("r04"), find_packs().packs)
    load = next(row for row in view.rows if row.title == "Load test at twice the peak")
    assert load.soft
    assert "person-days" in load.note
    sign = next(idea for idea in view.ideas if idea.sign is not None)
    row = next(row for row in view.rows if row.key == sign.key)
    assert sign.sign is not None
    assert (row.title, row.soft) == (sign.sign.text, f"then: {sign.sign.fallback}")


def test_with_nothing_at_hand_there_is_no_row() -> None:
    view = ideas_view(a_workshop(a_risk("r1", category=None)), R1, ())
    assert (view.title, view.rows, view.ideas) == ("Risk r1", (), ())
    assert view.idea("other.m1") is None
    taken = put(a_workshop(a_risk("r1", ideas=("Promise m1",))), a_mitigation("m1", "r1"))
    assert ideas_view(taken, R1, ()).rows == ()
