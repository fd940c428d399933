import pytest

from deskrisk.domain.model.brief import Stage
from deskrisk.viewmodels.guide import guide_view
from deskrisk.viewmodels.guide_cards import GuideCard, guide_cards
from tests.builders import a_workshop


def cards(stage: Stage) -> tuple[GuideCard, ...]:
    return guide_cards(guide_view(a_workshop(), stage))


@pytest.mark.parametrize("stage", Stage)
def test_all_that_is_read_out_has_a_card_in_its_order(stage: Stage) -> None:
    said = [card.say for card in cards(stage) if card.say]
    assert tuple(said) == guide_view(a_workshop(), stage).read_out


def test_a_card_says_where_it_stands_and_what_comes() -> None:
    first, second, last, *_others = cards(Stage.NAME)
    assert (first.step, first.time, first.place) == ("name_fears", "8 min", "1 of 3")
    assert first.after == (second.say, last.say)
    assert last.after == ()
    assert first.later == "Hear and group"


def test_a_direction_stands_apart() -> None:
    card = cards(Stage.RECAST)[-1]
    assert card.when == "At the end"
    assert card.say.startswith("We also risk something")
    assert card.later == ""


def test_a_step_with_nothing_to_say_has_a_card_too() -> None:
    card = cards(Stage.PREPARE)[0]
    assert (card.say, card.place, card.time, card.later) == ("", "", "", "Open")
    assert card.watch_for
