from datetime import date

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.templates import templates
from deskrisk.viewmodels.beginnings import beginning_offers, people_offers


def a_row(id_: str, title: str) -> LibraryRow:
    return LibraryRow(
        id=WorkshopId(id_),
        title=title,
        project="Harbour",
        held_on=date(2025, 3, 11),
        stage=Stage.AGREE,
        first_risk="",
        first_risk_category=None,
        promises_kept=0,
        promises=0,
        next_date=None,
        changed_at="2025-03-11T10:00Z",
    )


def test_templates_come_first_then_the_past() -> None:
    offers = beginning_offers(templates(), [a_row("w1", "Spring")])
    assert offers[0].key == "template:express-60-en"
    assert (offers[0].words, offers[0].kind) == ("Express, 1 hour", "")
    assert offers[3].kind == "Standard, 2 hours"
    assert [(each.key, each.words) for each in offers[-2:]] == [
        ("continue:w1", "Go on from “Spring”"),
        ("like:w1", "Like “Spring”"),
    ]
    assert len(offers) == len(templates()) + 2


def test_people_come_from_other_workshops() -> None:
    rows = [a_row("w1", "Spring"), a_row("w2", "Autumn")]
    offers = people_offers(rows, WorkshopId("w2"))
    assert [(each.key, each.words) for each in offers] == [("people:w1", "People from “Spring”")]
