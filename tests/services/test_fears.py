import pytest

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.fears import DispositionNeedsError
from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.ids import FearId
from deskrisk.services import clusters, fears, risks
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_fear, a_workshop

F1, F2 = FearId("f1"), FearId("f2")


def a_meeting() -> Meeting:
    return Meeting(a_workshop(a_fear("f1"), a_fear("f2")))


def test_naming_gives_the_fear_and_random_ids_tell_no_order() -> None:
    meeting = a_meeting()
    ids = [fears.name_fear(meeting, f"fear {number}") for number in range(64)]
    assert {meeting.workshop.fears[id_].text for id_ in ids} == {f"fear {n}" for n in range(64)}
    assert ids != sorted(ids)  # once in 64! cases they would be sorted by chance
    assert len({len(id_) for id_ in ids}) == 1


def test_an_empty_fear_is_refused_and_nothing_is_remembered() -> None:
    meeting = a_meeting()
    with pytest.raises(EmptyError):
        fears.name_fear(meeting, " ")
    assert meeting.next_undo is None


def test_typing_is_one_step_and_undo_takes_it_back() -> None:
    meeting = a_meeting()
    for text in ("We", "We are", "We are late"):
        fears.edit_fear(meeting, F1, text=text)
    assert len(meeting.history) == 1
    assert step_words(meeting.history[0]) == "change fear"
    meeting.undo()
    assert meeting.workshop.fears[F1].text == "Fear f1"


def test_an_agreement_for_a_fear_is_one_step() -> None:
    meeting = a_meeting()
    fears.agree_for_fear(meeting, F1, "Ask first")
    assert meeting.workshop.fears[F1].disposition is Disposition.AGREEMENT
    meeting.undo()
    assert not meeting.workshop.working_agreements
    assert meeting.workshop.fears[F1].disposition is None


def test_a_risk_from_a_fear_and_its_unlinking() -> None:
    meeting = a_meeting()
    risk = fears.recast_fear(meeting, F1, cause="no test system")
    assert meeting.workshop.risks[risk].cause == "no test system"
    risks.unlink_risk(meeting, risk, F1)
    assert meeting.workshop.fears[F1].disposition is None


@pytest.mark.parametrize(
    ("disposition", "words"),
    [
        (Disposition.RECAST, "Write the risk first, or choose one that stands for this fear."),
        (Disposition.AGREEMENT, "Write down what we agree on."),
        (Disposition.MERGED, "Choose the fear that says the same."),
        (Disposition.PARKED, "Say in one line why it is parked."),
    ],
)
def test_what_a_place_lacks_is_said_in_words(disposition: Disposition, words: str) -> None:
    with pytest.raises(DispositionNeedsError) as refused:
        fears.dispose_fear(a_meeting(), F1, disposition)
    assert sentence(refused.value) == words


def test_many_fears_kind_hold_and_removal_are_single_steps() -> None:
    meeting = a_meeting()
    fears.name_fears(meeting, "a\nb\nc", kind=FearKind.PEOPLE)
    fears.turn_kind(meeting, [F1, F2])
    fears.hold_back(meeting, [F1, F2], held_back=True)
    fears.remove_fears(meeting, [F1, F2])
    assert [step_words(step) for step in meeting.history] == [
        "add fears",
        "about us or about the work",
        "hold back",
        "remove fear",
    ]
    for _step in range(4):
        meeting.undo()
    assert meeting.workshop == a_meeting().workshop


def test_a_pile_is_made_renamed_merged_and_taken_apart() -> None:
    meeting = a_meeting()
    money = clusters.make_pile(meeting, "Money", [F1])
    assert clusters.make_pile(meeting, "money", [F2]) == money
    time = clusters.make_pile(meeting, "Time")
    clusters.rename_pile(meeting, time, "Clock")
    clusters.move_pile(meeting, time, -1)
    clusters.merge_piles(meeting, money, time)
    assert [pile.name for pile in meeting.workshop.clusters.values()] == ["Money"]
    clusters.put_fears(meeting, [F2], None)
    clusters.dissolve_pile(meeting, money)
    assert {fear.cluster for fear in meeting.workshop.fears.values()} == {None}
    for _step in meeting.history:
        meeting.undo()
    assert meeting.workshop == a_meeting().workshop
