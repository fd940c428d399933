from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.brief import OrderMethod, Stage
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import put
from deskrisk.domain.scores import Question
from deskrisk.gui.stages.rank.dot_list import DotList
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.services.samples import sample
from deskrisk.viewmodels.figures import about_points
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.opened import found, opened, press, write
from tests.nasty import NASTY, expected

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def reveal() -> None:
    """Close the round: the main button asks once more, Enter does it."""
    press(K.Key_Return, CTRL)
    press(K.Key_Return)


def see_the_order() -> None:
    """From the difference, where nothing has to be talked about, the main button leads on."""
    press(K.Key_Return, CTRL)


def two_by_two() -> Workshop:
    people = (a_participant("p1"), a_participant("p2"))
    return a_workshop(*people, a_risk("r1"), a_risk("r2"))


def all_in() -> Workshop:
    """Three risks; r1 far in front, r2 and r3 too close to call."""
    people = [a_participant(f"p{n}") for n in (1, 2)]
    risks = [a_risk(f"r{n}") for n in (1, 2, 3)]
    levels = {"r1": (5, 5), "r2": (3, 3), "r3": (3, 3)}
    scores = [a_score(p, r, *pair) for r, pair in levels.items() for p in ("p1", "p2")]
    return a_workshop(*people, *risks, *scores, focus_count=1)


@pytest.fixture
def page(qtbot: QtBot) -> RankPage:
    return opened(qtbot, RankPage, two_by_two())


@pytest.fixture
def ordered(qtbot: QtBot) -> RankPage:
    page = opened(qtbot, RankPage, all_in())
    reveal()
    see_the_order()
    return page


def answers(page: RankPage, risk: str = "r1", round_: int = 1) -> dict[str, tuple[object, object]]:
    return {
        score.participant: (score.likelihood, score.impact)
        for score in page.meeting.workshop.scores.values()
        if score.risk == risk and score.round == round_
    }


def test_the_keys_run_down_all_likelihoods_then_all_impacts(qtbot: QtBot, page: RankPage) -> None:
    write("4523")
    assert answers(page) == {"p1": (4, 2), "p2": (5, 3)}
    press(K.Key_Return)
    write("1122")
    assert answers(page, "r2") == {"p1": (1, 2), "p2": (1, 2)}


def test_one_key_says_cannot_judge_and_its_impact_is_passed_over(
    qtbot: QtBot, page: RankPage
) -> None:
    write("043")
    assert answers(page) == {"p1": (None, None), "p2": (4, 3)}
    assert page.meeting.workshop.scores["1/p1/r1"].abstain


def test_a_wrong_key_is_one_backspace(qtbot: QtBot, page: RankPage) -> None:
    write("4")
    press(K.Key_Backspace)
    assert answers(page) == {}
    write("25")
    assert answers(page) == {"p1": (2, None), "p2": (5, None)}
    write("33")
    press(K.Key_Backspace)
    assert answers(page)["p2"] == (5, None)
    write("1")
    assert answers(page)["p2"] == (5, 1)


def test_letters_and_levels_that_do_not_exist_do_nothing(qtbot: QtBot, page: RankPage) -> None:
    write("x67")
    assert answers(page) == {}


def test_page_keys_go_through_the_risks(qtbot: QtBot, page: RankPage) -> None:
    title = found(page, QLabel, "risk_title")
    assert title.text() == "Risk r1"
    press(K.Key_PageDown)
    assert title.text() == "Risk r2"
    press(K.Key_PageDown)
    press(K.Key_PageUp)
    assert title.text() == "Risk r1"


def test_arrows_go_back_to_an_answer_to_change_it(qtbot: QtBot, page: RankPage) -> None:
    write("45")
    press(K.Key_Up, times=2)
    grid = found(page, ScoreGrid, "score_grid")
    assert grid.in_hand == ("p1", Question.LIKELIHOOD)
    press(K.Key_Right)
    write("2")
    assert answers(page)["p1"] == (4, 2)


def test_an_absent_person_is_passed_over(qtbot: QtBot) -> None:
    workshop = put(two_by_two(), a_participant("p1", present=False))
    page = opened(qtbot, RankPage, workshop)
    write("4")
    assert answers(page) == {"p2": (4, None)}


def test_undo_and_redo_show_in_the_grid_and_take_one_risk_at_a_time(
    qtbot: QtBot, page: RankPage
) -> None:
    write("4523")
    press(K.Key_Return)
    write("1122")
    page.meeting.undo()
    assert answers(page, "r2") == {}
    assert answers(page) == {"p1": (4, 2), "p2": (5, 3)}
    assert page.answers.cards.grid.in_hand == ("p1", Question.LIKELIHOOD)
    page.meeting.redo()
    assert answers(page, "r2") == {"p1": (1, 2), "p2": (1, 2)}
    assert all(step.args == {} for step in page.meeting.history)


def test_the_last_key_leads_to_closing_the_round_and_the_difference(
    qtbot: QtBot, page: RankPage
) -> None:
    write("4523")
    press(K.Key_Return)
    write("1122")
    reveal()
    assert page.meeting.workshop.progress.round_closed == 1
    assert QApplication.focusWidget() is found(page, DotList, "dot_list")
    see_the_order()
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


def test_closing_with_somebody_missing_asks_why(qtbot: QtBot, page: RankPage) -> None:
    write("45")
    found(page, LinkButton, "rank_aside").click()
    reason = found(page, ReasonField, "close_reason_field")
    assert QApplication.focusWidget() is reason
    press(K.Key_Return)
    assert page.meeting.workshop.progress.round_closed == 0
    assert "why" in found(page, QLabel, "message").text()
    write("Noor had to leave")
    press(K.Key_Return)
    assert page.meeting.workshop.progress.round_closed == 1
    assert page.meeting.workshop.stage_notes["rank"].passed_because == "Noor had to leave"


def test_escape_leaves_the_round_open(qtbot: QtBot, page: RankPage) -> None:
    found(page, LinkButton, "rank_aside").click()
    press(K.Key_Escape)
    assert page.meeting.workshop.progress.round_closed == 0
    assert QApplication.focusWidget() is found(page, ScoreGrid, "score_grid")


def test_a_closed_round_says_so_and_can_be_opened_again(qtbot: QtBot, ordered: RankPage) -> None:
    ordered.bar.ways.choose(0)
    ordered.answers.cards.grid.setFocus()
    press(K.Key_Up)
    write("1")
    assert answers(ordered)["p1"] == (5, 5)
    found(ordered, LinkButton, "rank_aside").click()
    assert ordered.meeting.workshop.progress.round_closed == 0


def test_a_second_round_is_asked_apart(qtbot: QtBot, ordered: RankPage) -> None:
    ordered.bar.ways.choose(1)
    ordered.difference.main.list.setFocus()
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    write("21")
    assert answers(ordered, "r1", 2) == {"p1": (2, None), "p2": (1, None)}
    assert answers(ordered, "r1", 1) == {"p1": (5, 5), "p2": (5, 5)}


def test_no_result_is_in_any_text_before_the_round_is_closed(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, all_in())
    page.show_way("order")
    written = " ".join(_said(page))
    medians = [each.median for each in risk_exposures(page.meeting.workshop).values()]
    assert medians
    assert all(about_points(median) not in written for median in medians)
    assert not any(word in written for word in ("firm", "borderline"))
    assert page.order.list.current() is None


def _said(page: QWidget) -> list[str]:
    texts: list[str] = []
    for widget in (page, *page.findChildren(QWidget)):
        words: list[Callable[[], str]] = [
            widget.toolTip,
            widget.accessibleName,
            widget.accessibleDescription,
            widget.windowTitle,
        ]
        texts += [each() for each in words]
        if isinstance(widget, QLabel):
            texts.append(widget.text())
    return texts


def test_a_move_inside_a_bracket_is_one_key_and_is_undone(qtbot: QtBot, ordered: RankPage) -> None:
    press(K.Key_Down)
    press(K.Key_Down, ALT)
    assert standing_order(ordered.meeting.workshop) == ("r1", "r3", "r2")
    assert found(ordered, OrderList, "order_list").current() == "r2"
    ordered.meeting.undo()
    assert standing_order(ordered.meeting.workshop) == ("r1", "r2", "r3")


def test_a_move_across_a_bracket_asks_for_a_reason_in_place(
    qtbot: QtBot, ordered: RankPage
) -> None:
    press(K.Key_Down)
    press(K.Key_Up, ALT)
    assert QApplication.focusWidget() is found(ordered, ReasonField, "reason_field")
    press(K.Key_Return)
    assert standing_order(ordered.meeting.workshop) == ("r1", "r2", "r3")
    write("Red line")
    press(K.Key_Return)
    assert standing_order(ordered.meeting.workshop) == ("r2", "r1", "r3")
    (move,) = ordered.meeting.workshop.order_moves.values()
    assert (move.reason, move.crosses_tier) == ("Red line", True)
    assert QApplication.focusWidget() is found(ordered, OrderList, "order_list")


def test_a_reason_that_is_refused_stays_to_be_mended(ordered: RankPage) -> None:
    press(K.Key_Down)
    press(K.Key_Up, ALT)
    field = found(ordered, ReasonField, "reason_field")
    field.insert("x" * (MAX_TEXT + 1))
    press(K.Key_Return)
    assert ordered.meeting.workshop.order_moves == {}
    assert len(found(ordered, ReasonField, "reason_field").text()) == MAX_TEXT + 1
    assert str(MAX_TEXT) in found(ordered, QLabel, "message").text()


def test_escape_in_the_reason_moves_nothing(qtbot: QtBot, ordered: RankPage) -> None:
    press(K.Key_Up, ALT)
    press(K.Key_Down)
    press(K.Key_Up, ALT)
    press(K.Key_Escape)
    assert ordered.meeting.workshop.order_moves == {}


def test_the_order_is_confirmed_then_leads_on_and_can_go_back_to_the_numbers(
    qtbot: QtBot, ordered: RankPage
) -> None:
    press(K.Key_Down)
    press(K.Key_Down, ALT)
    press(K.Key_Return, CTRL)
    assert ordered.meeting.workshop.progress.order_confirmed
    with qtbot.waitSignal(ordered.go_to) as gone:
        press(K.Key_Return, CTRL)
    assert gone.args == [Stage.RESPOND]
    found(ordered, LinkButton, "rank_aside").click()
    assert standing_order(ordered.meeting.workshop) == ("r1", "r2", "r3")
    assert not ordered.meeting.workshop.progress.order_confirmed


@pytest.mark.parametrize("text", NASTY)
def test_any_reason_comes_back_as_it_was_typed(qtbot: QtBot, text: str) -> None:
    page = opened(qtbot, RankPage, all_in())
    reveal()
    see_the_order()
    press(K.Key_Down)
    press(K.Key_Up, ALT)
    field = found(page, ReasonField, "reason_field")
    field.insert(text)
    typed = field.text()
    press(K.Key_Return)
    (move,) = page.meeting.workshop.order_moves.values()
    assert move.reason == expected(typed)
    assert page.order.list.grab().isNull() is False


def test_every_page_of_the_sample_can_be_painted_in_any_width(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, sample())
    for width in (480, 824, 1400):
        page.resize(width, 700)
        assert not page.grab().isNull()
        for way in range(3):
            page.bar.ways.choose(way)
            assert not page.grab().isNull()


def test_an_empty_workshop_leads_back(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_workshop(order_method=OrderMethod.SCORES_ONLY))
    with qtbot.waitSignal(page.go_to) as gone:
        found(page, PrimaryButton, "primary").click()
    assert gone.args == [Stage.RECAST]
