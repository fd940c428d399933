"""What is read back before the room is asked: page by page, from the public side."""

from dataclasses import replace

from deskrisk.domain.stances import add_amendment, ask_again
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Words, texts_of
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.read_back import read_back, read_back_where
from tests.builders import a_workshop


def said(key: str, name: str = "question-suggestions") -> str:
    pages = {page.key: page for page in read_back(public_side(sample(name)))}
    return "\n".join(texts_of(pages[key].blocks))


def test_the_pages_follow_the_document() -> None:
    workshop = public_side(sample())
    keys = [page.key for page in read_back(workshop)]
    needed = list(workshop.progress.agreed_order[:6])
    assert keys == ["aims", "order", *needed, "others", "together", "voices", "question"]
    assert read_back_where(workshop, "order") == "Agree, 2 of 12"
    assert read_back_where(workshop, "gone") == "Agree, 1 of 12"


def test_a_risk_is_read_with_its_promises_and_without_the_shelf_of_ideas() -> None:
    workshop = sample()
    risk = workshop.progress.agreed_order[0]
    promise = next(each for each in workshop.mitigations.values() if risk in each.risks)
    assert promise.title in said(risk)
    assert "Ideas" not in said(risk)


def test_reservations_and_changes_are_read_with_names() -> None:
    assert "Lukas Ferrer" in said("voices")
    changed = said("voices", "hospital-ward")
    assert "Changed after round 1, for" in changed
    assert "The charge nurse of the shift may stop the move" in changed


def test_an_amendment_marks_the_page_that_it_touches() -> None:
    pages = {page.key: page for page in read_back(public_side(sample("hospital-ward")))}
    assert [key for key, page in pages.items() if page.changed] == ["k05"]
    mark = pages["k05"].blocks[-1]
    assert isinstance(mark, Words)
    assert mark.text.startswith("Changed after round 1: The charge nurse")


def test_an_amendment_of_an_aim_marks_the_aims() -> None:
    workshop = sample()
    aim = next(iter(workshop.objectives))
    amended = add_amendment(ask_again(workshop), "a1", "Earlier", item=aim)  # type: ignore[arg-type]  # any id
    assert read_back(public_side(amended))[0].changed


def test_answers_of_a_round_that_is_half_way_are_not_read() -> None:
    workshop = sample()
    half = replace(
        workshop,
        stances={key: each for key, each in workshop.stances.items() if each.participant != "p1"},
    )
    assert "voices" not in [page.key for page in read_back(public_side(half))]


def test_an_empty_workshop_has_aims_and_the_question() -> None:
    assert [page.key for page in read_back(a_workshop())] == ["aims", "question"]
