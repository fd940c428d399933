"""What is asked, heard and changed in the talk about one risk."""

from dataclasses import replace

import pytest

from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.talks import MOST_NOTES, note_added
from deskrisk.services.samples import sample
from deskrisk.viewmodels.discussion import TalkView, clock_words, next_talk, talk_view
from tests.viewmodels.test_difference import a_room, after_first


def talk(risk: str, workshop: Workshop | None = None) -> TalkView:
    found = talk_view(workshop or after_first(), RiskId(risk))
    assert found is not None
    return found


def test_the_queue_is_walked_through() -> None:
    first = talk("r07")
    assert first.heading == "Risk 7, talk 1 of 10"
    assert (first.previous, first.following) == (None, "r08")
    assert (talk("r08").previous, talk("r08").following) == ("r07", "r04")
    assert talk("r01").following is None
    seen: list[RiskId] = []
    at: RiskId | None = first.row.risk
    while at is not None:
        seen.append(at)
        at = talk(at).following
    assert seen == [each.risk for each in discussion_queue(after_first())]


def test_a_risk_that_need_not_be_talked_about_may_be() -> None:
    calm = talk("r02")
    assert calm.heading == "Risk 2"
    assert calm.ask[0].startswith("We are close together here. What has none of us said yet?")


@pytest.mark.parametrize("risk", list(sample().risks))
def test_both_ends_are_asked_about_every_time(risk: str) -> None:
    (first, *_rest) = talk(risk).ask
    assert "What speaks for the high end? It need not be your own answer." in first
    assert first.endswith("And what speaks for the low end?")


def test_each_reason_has_its_opening() -> None:
    split = talk("r07").ask
    assert split[0].startswith("We are far apart here.")
    assert split[1] == (
        "Product and design and Engineering read this differently. Product and design: what are "
        "you protecting? Engineering: what are you protecting?"
    )
    assert talk("r06").ask[0].startswith("One of us sees this ten times larger than the rest.")
    assert talk("r09").ask[0].startswith("What speaks for the high end?")
    assert talk("r09").ask[1].startswith("Product and design and Engineering read this")


def test_a_group_called_like_a_placeholder_is_read_out_as_it_is() -> None:
    room = after_first()
    groups = {id_: replace(each, name="{a} {b}") for id_, each in room.groups.items()}
    assert "{a} {b}: what are you protecting?" in talk("r07", replace(room, groups=groups)).ask[1]


def test_what_was_heard_stands_there_up_to_five() -> None:
    room = a_room(r1="155", r2="111")
    for number in range(MOST_NOTES):
        assert talk("r1", room).may_note
        room = note_added(room, NoteId(f"n{number}"), RiskId("r1"), f"Heard {number}")
    full = talk("r1", room)
    assert [row.title for row in full.notes] == [f"Heard {n}" for n in range(MOST_NOTES)]
    assert (full.may_note, full.asked, full.over) == (False, True, False)
    assert talk("r2", room).notes == ()


def test_after_the_second_round_there_is_no_third() -> None:
    over = talk("r07", sample())
    assert over.over
    assert over.row.moved.startswith("6 of 8 gave another answer")


def test_there_is_no_talk_before_all_is_shown_or_about_nothing() -> None:
    assert talk_view(a_room(closed=0, r1="135"), RiskId("r1")) is None
    assert talk_view(after_first(), RiskId("gone")) is None


def test_the_next_talk_is_the_first_that_was_not_held() -> None:
    room = after_first()
    assert next_talk(room) == "r07"
    assert next_talk(note_added(room, NoteId("n"), RiskId("r07"), "Heard")) == "r08"
    assert next_talk(a_room(r1="333")) is None


@pytest.mark.parametrize(
    ("left", "running", "words"),
    [
        (180.0, True, "3:00 of 3:00"),
        (143.2, True, "2:24 of 3:00"),
        (-5.0, True, "0:00 of 3:00"),
        (60.0, False, "1:00 of 3:00, paused"),
    ],
)
def test_the_time_of_a_talk_in_words(left: float, *, running: bool, words: str) -> None:
    assert clock_words(left, 3, running=running) == words
