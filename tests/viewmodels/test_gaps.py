from dataclasses import replace
from datetime import date

from deskrisk.domain.gaps import GapKind
from deskrisk.domain.missing import Lack, missing
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Happiness, Response, Signal
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.services.samples import sample
from deskrisk.viewmodels import gaps as module
from deskrisk.viewmodels.gaps import gap_rows, gap_view
from deskrisk.viewmodels.places import Place
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop, an_objective


def a_room(*parts: object) -> Workshop:
    workshop = a_workshop(
        *(a_participant(f"p{n}") for n in (1, 2)),
        *(an_objective(f"o{n}") for n in (1, 2)),
        a_risk("r1", objectives=(ObjectiveId("o1"),)),
        purpose="We agree what to do",
    )
    return put(workshop, *parts)  # type: ignore[arg-type]  # parts of a workshop


def lines(workshop: Workshop) -> list[str]:
    return [line.text for line in gap_view(workshop).lines]


def test_the_sample_misses_nothing_and_two_owners_are_worth_a_word() -> None:
    view = gap_view(sample())
    assert (view.count, view.heading, view.note) == (0, "Nothing is missing", "")
    assert [line.text for line in view.remarks] == [
        "Noor Castell holds three promises. Who could take one?",
        "Priya Dahl holds three promises. Who could take one?",
    ]
    owner = view.remarks[0].place
    assert owner == Place(
        stage=Stage.RESPOND, thing="r02", field="promise_owner_field", within="promise_1"
    )


def test_each_line_says_what_and_where() -> None:
    promise = a_mitigation("m2", "r1", title="Load test", signal=Signal(statement="300 ms"))
    decided = Response(risk=RiskId("r1"), decision=Decision.WATCH, reason="small", trigger="errors")
    fear = a_fear("f1", text="Nobody may read this in a list")
    workshop = a_room(fear, a_mitigation("m1", "r1", owner=ParticipantId("p1")), promise, decided)
    view = gap_view(workshop)
    assert (view.heading, view.note) == ("10 things are missing", "10 missing")
    assert [(line.text, line.place) for line in view.lines] == [
        ("1 fear has no place yet", Place(stage=Stage.RECAST, thing="f1")),
        ("2 answers", Place(stage=Stage.RANK)),
        ("The order, confirmed by the room", Place(stage=Stage.RANK)),
        ("Risk r1: an owner", at_risk("owner_field")),
        ("Risk r1: what we do then", at_risk("fallback_field")),
        ("Risk r1: when to look again", at_risk("review_date_field")),
        ("Risk r1, “Promise m1”: by when", at_risk("due_field", "promise_1")),
        ("Risk r1, “Promise m1”: how we will know", at_risk("signal_statement_field", "promise_1")),
        ("Risk r1, “Load test”: who keeps it", at_risk("promise_owner_field", "promise_2")),
        ("Risk r1, “Load test”: by when", at_risk("due_field", "promise_2")),
    ]


def at_risk(field: str, within: str = "") -> Place:
    return Place(stage=Stage.RESPOND, thing="r1", field=field, within=within)


def test_a_single_thing_is_said_as_one() -> None:
    unhappy = put(sample(), replace(sample().responses["r02"], happy=Happiness.NOT_YET))
    view = gap_view(unhappy)
    assert view.heading == "1 thing is missing"
    assert lines(unhappy) == [
        "Members' private activity becomes visible: the room is not happy with it yet"
    ]
    assert view.place(view.lines[0].key) == Place(
        stage=Stage.RESPOND, thing="r02", field="happy_field"
    )
    assert view.place("nothing") is None


def test_people_are_named_by_what_they_owe() -> None:
    objection = Stance(round=1, participant=ParticipantId("p1"), level=1, comment="No", item="r1")
    found = lines(a_room(objection))
    assert found[-2:] == ["Person p2: five to one", "Person p1: the words that are printed"]


def test_the_list_has_a_heading_over_each_stage() -> None:
    rows = gap_rows(gap_view(a_room(a_fear("f1", disposition=Disposition.PARKED))))
    assert [row.title for row in rows if row.heading] == ["Rank", "Respond"]
    assert all(row.sign for row in rows if not row.heading)


def test_no_fear_is_told_in_its_words() -> None:
    words = "Nobody may read this in a list"
    workshop = a_room(a_fear("f1", text=words), a_fear("f2", text=words))
    assert not any(words in line for line in lines(workshop))


def test_everything_that_can_be_missing_has_words() -> None:
    own = {*module._OF_FRAME, *module._OF_RISK, *module._OF_PERSON}
    counted = {Lack.FEAR_PLACE, Lack.ANSWERS, Lack.BALLOTS}
    assert own | counted | {Lack.RESPONSE} == set(Lack)
    assert set(module._GAP_WORDS) == set(module._GAP_FIELDS) == set(GapKind)


def test_a_workshop_that_has_just_begun_is_told_where_to_begin() -> None:
    assert lines(a_workshop()) == [
        "What the workshop is for",
        "At least two aims",
        "At least two people",
        "A first fear",
        "A first risk",
    ]
    assert len(missing(a_workshop())) == gap_view(a_workshop()).count
    late = a_workshop(horizon=date(2025, 3, 11))
    assert "A last day after the meeting" in lines(late)
