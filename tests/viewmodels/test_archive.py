from dataclasses import replace

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.services.samples import sample
from deskrisk.viewmodels.archive import ArchiveView, archive_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def archived(workshop: Workshop) -> ArchiveView:
    return archive_view(published(workshop, DocumentOptions(version=DocumentVersion.ARCHIVE)))


def a_room(**fields: object) -> Workshop:
    people = [a_participant("p1", name="Ann"), a_participant("p2", name="Bo")]
    scores = [
        a_score("p1", "r1", 5, 4),
        a_score("p2", "r1", 5, 4),
        a_score("p1", "r1", 3, 2, round=2),
        a_score("p2", "r1", None, None, round=2, abstain=True),
    ]
    held = a_workshop(*people, a_risk("r1", ideas=("Ask the neighbours", " ")), *scores)
    return replace(held, brief=replace(held.brief, **fields))  # type: ignore[arg-type]  # any field


def test_answers_are_counted_without_names() -> None:
    (row,) = archived(a_room()).answers
    assert (row.first, row.second) == ("5×4 (2)", "cannot judge, 3×2")


def test_a_room_that_agreed_to_names_reads_them_in_the_archive() -> None:
    (row,) = archived(a_room(anonymity=Anonymity.NAMED)).answers
    assert row.first == "Ann 5×4, Bo 5×4"
    assert row.second == "Ann 3×2, Bo cannot judge"


def test_every_fear_stands_in_its_pile_with_what_became_of_it() -> None:
    view = archived(sample())
    assert len(view.fears) == len(sample().fears)
    piles = [each.pile for each in view.fears]
    assert piles == sorted(piles, key=piles.index)  # each pile in one piece
    assert {each.became for each in view.fears} >= {"a risk", "a working agreement"}


def test_ideas_and_earlier_rounds() -> None:
    room = a_room()
    note = Response(risk=RiskId("r1"), leverage_note="Costs more than it brings")
    view = archived(replace(room, responses={note.id: note}))
    assert view.ideas == (
        (1, "Risk r1", ("Ask the neighbours", "Leverage: Costs more than it brings")),
    )
    (earlier,) = archived(sample("hospital-ward")).rounds
    assert earlier[0] == "Round 1"
    assert any("Objects" in line for line in earlier[1])


def test_ballots_are_in_no_order_of_people() -> None:
    ballots = archived(sample()).ballots
    assert len(ballots) == len(sample().ballots)
    assert list(ballots) == sorted(ballots)
