import pytest

from deskrisk.domain import risk_moves
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.recasting import Recast
from deskrisk.viewmodels.wording import lexicon
from tests.builders import a_fear, a_risk, a_score, a_workshop

WORDS = lexicon()
R1, R2, F1 = RiskId("r1"), RiskId("r2"), FearId("f1")


def said(event: str, **fields: object) -> Workshop:
    parts = {"cause": "", "consequence": "", "title": "", "event": event, **fields}
    return a_workshop(a_fear("f1"), a_risk("r1", fears=(F1,), **parts))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Because review is slow, changes may go unread",
            Recast(cause="review is slow", event="changes may go unread"),
        ),
        (
            "The slot may stay empty, so that x",
            Recast(event="The slot may stay empty", consequence="x"),
        ),
        (
            "because of a, b may happen, so that c",
            Recast(cause="of a", event="b may happen", consequence="c"),
        ),
        ("review is slow", None),
        ("changes may go unread", None),
        ("we need more tests", None),
        ("", None),
    ],
)
def test_a_whole_sentence_in_one_line_has_parts(line: str, found: Recast | None) -> None:
    assert risk_moves.said_in_one(line, WORDS) == found


def test_parts_go_to_their_fields_and_others_stay() -> None:
    workshop = risk_moves.parts_taken(
        said("", consequence="kept"), R1, Recast(cause="a", event="b")
    )
    risk = workshop.risks[R1]
    assert (risk.cause, risk.event, risk.consequence, risk.title) == ("a", "b", "kept", "B")


@pytest.mark.parametrize(
    ("cause", "event", "found"),
    [
        ("", "review takes a week", "review takes a week"),
        ("", "lack of tests", "there is no tests today"),
        ("few people", "review takes a week", "few people; review takes a week"),
        ("review takes a week", "Review takes a week", "review takes a week"),
    ],
)
def test_what_is_true_becomes_the_cause(cause: str, event: str, found: str) -> None:
    risk = risk_moves.event_to_cause(said(event, cause=cause), R1, WORDS).risks[R1]
    assert (risk.cause, risk.event) == (found, "")


@pytest.mark.parametrize(
    ("event", "idea"), [("we need more tests", "more tests"), ("Add a fallback", "Add a fallback")]
)
def test_what_is_to_be_done_lies_on_the_shelf(event: str, idea: str) -> None:
    risk = risk_moves.event_to_shelf(said(event), R1, WORDS).risks[R1]
    assert (risk.ideas, risk.event) == ((idea,), "")


@pytest.mark.parametrize("disposition", [Disposition.ISSUE, Disposition.QUESTION])
def test_an_issue_or_a_question_goes_back_to_the_fear(disposition: Disposition) -> None:
    workshop = risk_moves.event_to_fear(said("Who pays?"), R1, F1, disposition)
    fear = workshop.fears[F1]
    assert (fear.disposition, fear.note) == (disposition, "Who pays?")
    assert not workshop.risks  # nothing was left of it


def test_a_risk_with_other_words_or_answers_stays() -> None:
    workshop = risk_moves.event_to_fear(said("Who pays?", cause="x"), R1, F1, Disposition.QUESTION)
    assert (workshop.risks[R1].cause, workshop.risks[R1].event) == ("x", "")
    scored = a_workshop(
        a_fear("f1", note="known"),
        a_risk("r1", cause="", event="x", consequence=""),
        a_score("p1", "r1", 1, 1),
    )
    workshop = risk_moves.event_to_fear(scored, R1, F1, Disposition.ISSUE)
    assert R1 in workshop.risks
    assert workshop.fears[F1].note == "known; x"


def test_without_words_there_is_nothing_to_move() -> None:
    for move in (risk_moves.event_to_cause, risk_moves.event_to_shelf):
        with pytest.raises(EmptyError):
            move(said(" "), R1, WORDS)
    with pytest.raises(EmptyError):
        risk_moves.event_to_fear(said(""), R1, F1, Disposition.ISSUE)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("a may break and b may stop", "a may break", "b may stop"),
        ("a and b may break and c may stop", "a and b may break", "c may stop"),
        ("x may do y and z and w could go", "x may do y and z", "w could go"),
        ("x may break, y might stop", "x may break", "y might stop"),
        ("It may break. It is late.", "It may break", "It is late."),
        ("x may may", "x may may", ""),
        ("x may break", "x may break", ""),
        ("", "", ""),
    ],
)
def test_two_things_that_may_happen(text: str, first: str, second: str) -> None:
    assert risk_moves.halves(text, WORDS) == (first, second)


def test_splitting_makes_two_risks_of_one_cause() -> None:
    workshop = said("a may break and b may stop", cause="c")
    workshop = risk_moves.split_in_two(workshop, R1, R2, WORDS)
    one, two = workshop.risks[R1], workshop.risks[R2]
    assert (one.event, two.event) == ("a may break", "b may stop")
    assert (two.cause, two.fears, two.title) == ("c", (F1,), "B may stop")


def test_splitting_where_no_second_thing_is_found_leaves_it_to_be_written() -> None:
    workshop = risk_moves.split_in_two(said("a may break"), R1, R2, WORDS)
    assert (workshop.risks[R1].event, workshop.risks[R2].event) == ("a may break", "")
