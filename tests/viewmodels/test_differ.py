from dataclasses import replace

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.services.samples import sample
from deskrisk.viewmodels.differ import DifferView, differ_view
from deskrisk.viewmodels.spread import spread_view
from tests.builders import a_participant, a_risk, a_score, a_workshop

VOICE = (("Ann", "Reservation", "Risk 1"),)


def differs(workshop: Workshop, *voices: tuple[str, str, str]) -> DifferView:
    held = published(workshop, DocumentOptions())
    return differ_view(held, spread_view(held), voices)


def test_the_heading_says_who_hedges_against_what() -> None:
    view = differs(sample())
    assert view.heading == (
        "Product and design hedges more against not delivering, Engineering more against what is "
        "hard to maintain"
    )
    assert dict(view.leaning)["Engineering"][0] == (4, "Overload takes the feature down")
    assert {each.position for each in view.reads} >= {8, 10}


def test_an_own_kind_is_told_by_its_name() -> None:
    assert "“People”" in differs(sample("hospital-ward")).heading


def test_a_room_that_looks_at_itself_as_a_whole_compares_no_groups() -> None:
    held = sample()
    view = differs(replace(held, brief=replace(held.brief, anonymity=Anonymity.ANONYMOUS)))
    assert view.heading == "Where we differ"
    assert view.hedging is None
    assert not view.reads
    assert not view.leaning


def test_a_risk_in_two_camps_is_told_without_groups() -> None:
    people = [a_participant(f"p{n}") for n in range(1, 7)]
    levels = [1, 5, 1, 5, 1, 5]
    scores = [a_score(p.id, "r1", n, n) for n, p in zip(levels, people, strict=True)]
    workshop = a_workshop(*people, a_risk("r1"), *scores)
    workshop = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    (apart,) = differs(workshop).far_apart
    assert (apart.position, apart.word, apart.was) == (1, "split", "")


def test_without_anything_to_tell_there_is_no_page() -> None:
    assert differs(a_workshop(a_risk("r1"))).is_empty
    assert not differs(a_workshop(a_risk("r1")), *VOICE).is_empty
