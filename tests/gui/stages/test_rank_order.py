"""Ballots, duels, trade-offs, moves and a change of the way, by keys and by the mouse."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode, OrderMethod
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order, put
from deskrisk.domain.proposal import propose_order
from deskrisk.gui.stages.rank.order_list import ROW, OrderList
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.samples import sample
from deskrisk.viewmodels.scenes import Scene
from tests.gui.stages.opened import found, opened, press, write

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def not_ordered(workshop: Workshop, **fields: Any) -> Workshop:
    """A sample as it is when all scores are seen and nothing is decided yet."""
    progress = replace(workshop.progress, agreed_order=(), order_confirmed=False, order_note="")
    brief = replace(workshop.brief, **fields)
    return replace(
        workshop, progress=progress, brief=brief, ballots={}, duels={}, order_moves={}, even_over={}
    )


def keys_of(ballot: Ballot, keys: Mapping[RiskId, str]) -> str:
    """What somebody types for a ballot: a key a risk, = before a tie, 0 before no opinion."""
    typed = ""
    for level in ballot.ranking:
        typed += "=".join(keys[risk] for risk in level)
    return typed + "".join(f"0{keys[risk]}" for risk in ballot.no_opinion)


def slip_keys(page: RankPage) -> dict[RiskId, str]:
    return {row.id: row.key for row in page.order.ballot.slip._view.rows}


def lines(page: RankPage, name: str) -> list[str]:
    return found(page, QLabel, name).text().split("\n")


@pytest.fixture
def ballots() -> list[Ballot]:
    room = sample()
    return [
        room.ballots[f"boundary_tier/{who}"]
        for who in sorted(room.participants, key=lambda each: room.participants[each].position)
        if f"boundary_tier/{who}" in room.ballots
    ]


def test_the_ballots_of_the_sample_keyed_in_give_its_order_and_say_its_tie(
    qtbot: QtBot, ballots: list[Ballot]
) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample(), input_ballots=InputMode.PAPER))
    press(K.Key_B, ALT)
    assert page.room.state.scene is Scene.BALLOT
    keys = slip_keys(page)
    for at, ballot in enumerate(ballots):
        typed = keys_of(ballot, keys)
        assert len(typed) <= 2 * (sum(map(len, ballot.ranking)) + len(ballot.no_opinion))
        assert found(page, QLabel, "ballot_turnout").text() == f"{at} of 8 in"
        assert not page.order.ballot.lines.isVisible()
        write(typed)
        press(K.Key_Return)
    cast = page.meeting.workshop.ballots
    assert {each.id: (each.ranking, each.no_opinion) for each in cast.values()} == {
        each.id: (each.ranking, each.no_opinion) for each in ballots
    }
    said = lines(page, "ballot_lines")
    assert "four put “A system nobody can maintain” before" in said[1]
    assert "What do you want to do?" in said[1]
    press(K.Key_Return, CTRL)
    wanted = propose_order(sample()).order
    assert page.meeting.workshop.progress.agreed_order == wanted
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


def test_a_ballot_in_the_booth_is_sealed(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    press(K.Key_B, ALT)
    found(page, PrimaryButton, "primary").click()
    booth = page.order.ballot.booth
    assert booth is not None
    qtbot.waitUntil(booth.isActiveWindow)
    press(K.Key_Return)
    write("3=105")
    assert booth.slip.slip.no_opinion
    press(K.Key_Backspace)
    press(K.Key_Return)
    (cast,) = page.meeting.workshop.ballots.values()
    assert [len(level) for level in cast.ranking] == [2]
    assert booth.slip.slip.steps == ()
    press(K.Key_Return)
    assert found(booth, QLabel, "booth_turnout").text() == "1 of 8 in"
    assert found(booth, RowList, "booth_people").rows()[0].note == "in"
    press(K.Key_Return, CTRL | SHIFT)
    assert found(page, QLabel, "ballot_turnout").text() == "1 of 8 in"
    page.order.ballot._way_chosen(InputMode.PAPER)
    assert page.meeting.workshop.brief.input_ballots is InputMode.PASS


def test_what_is_in_is_counted_only_when_somebody_says_so(
    qtbot: QtBot, ballots: list[Ballot]
) -> None:
    room = not_ordered(sample())
    some = {each.id: each for each in ballots[:3]}
    page = opened(qtbot, RankPage, replace(room, ballots=some))
    assert lines(page, "decision_lines") == ["3 of 8 in. The result appears when everybody is in."]
    press(K.Key_T, ALT)
    assert page.meeting.workshop.progress.agreed_order == ()
    press(K.Key_B, ALT)
    found(page, QuietButton, "count_ballots").click()
    assert lines(page, "ballot_lines")[0] == "3 ballots order 8 risks."


def test_an_empty_ballot_is_not_cast(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample(), input_ballots=InputMode.PAPER))
    press(K.Key_B, ALT)
    press(K.Key_Return)
    assert page.meeting.workshop.ballots == {}
    press(K.Key_Escape)
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


def test_the_duels_of_the_ward_are_played(qtbot: QtBot) -> None:
    ward = sample("hospital-ward")
    page = opened(qtbot, RankPage, not_ordered(ward))
    held = in_order(ward.duels, by="sequence")
    press(K.Key_D, ALT)
    for duel in held:
        pair = [side.id for side in page.order.duel._view.sides]
        assert pair == [duel.a, duel.b]
        assert page.room.state.subject == f"{duel.a}/{duel.b}"
        for count in (duel.wins_a, duel.wins_b, duel.equal, duel.skipped):
            write(str(count))
            press(K.Key_Return)
    assert found(page, QLabel, "duel_heading").text() == "The duels are over"
    assert lines(page, "duel_lines")[0] == f"The line is fairly clear after {len(held)} duels."
    assert len(lines(page, "duels_held")) == len(held)
    press(K.Key_Return, CTRL)
    assert page.meeting.workshop.progress.agreed_order == propose_order(ward).order


def test_a_duel_is_taken_back_and_held_again(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample("hospital-ward")))
    press(K.Key_D, ALT)
    press(K.Key_Return, CTRL)
    assert page.meeting.workshop.duels == {}
    assert "empty" in found(page, QLabel, "message").text()
    write("7")
    press(K.Key_Return, CTRL)
    assert len(page.meeting.workshop.duels) == 1
    page.order.duel.back.click()
    assert page.meeting.workshop.duels == {}
    assert QApplication.focusWidget() is page.order.duel.a.votes


def test_the_gut_check_asks_what_the_scoring_missed(qtbot: QtBot) -> None:
    room = not_ordered(sample(), input_ballots=InputMode.PAPER)
    page = opened(qtbot, RankPage, room)
    press(K.Key_G, ALT)
    keys = slip_keys(page)
    assert len(keys) == 12
    order = list(standing_order(room))
    for _person in range(8):
        write("".join(keys[risk] for risk in reversed(order)))
        press(K.Key_Return)
    last = room.risks[order[-1]].title
    said = "\n".join(lines(page, "ballot_lines"))
    assert f"“{last}” is scored number 12, but you rank it number 1" in said
    press(K.Key_Return, CTRL)
    assert page.meeting.workshop.progress.agreed_order == ()


def test_trade_offs_are_typed_taken_and_removed(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    press(K.Key_E, ALT)
    assert QApplication.focusWidget() is found(page, LineField, "more_field_1")
    write("safety")
    press(K.Key_Return)
    write("speed")
    press(K.Key_Return)
    offers = found(page, RowList, "trade_off_offers")
    offers.setFocus()
    press(K.Key_Return)
    lines_now = in_order(page.meeting.workshop.even_over)
    assert [(each.more, each.less) for each in lines_now] == [
        ("safety", "speed"),
        ("People's data staying private", "the launch date"),
    ]
    offers.setFocus()
    press(K.Key_Return)
    assert len(page.meeting.workshop.even_over) == 3
    assert offers.rows() == ()
    page.order.trade_offs._remove(0)
    assert len(page.meeting.workshop.even_over) == 2
    press(K.Key_Return, CTRL)
    assert found(page, QuietButton, "even_over").words() == "Even over, 2"


def test_another_way_takes_a_reason_once_scores_were_seen(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    press(K.Key_M, ALT)
    page.order.main.method.way.show_value(OrderMethod.SCORES_ONLY)
    reason = found(page, ReasonField, "method_reason_field")
    reason.setFocus()
    press(K.Key_Return)
    assert method_of(page) is OrderMethod.SCORES_THEN_BALLOT
    write("No time for ballots")
    press(K.Key_Return)
    kept = page.meeting.workshop.progress
    assert method_of(page) is OrderMethod.SCORES_ONLY
    assert kept.order_method_reason == "No time for ballots"
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


def method_of(page: RankPage) -> OrderMethod:
    return page.meeting.workshop.brief.order_method


def drag(page: RankPage, at: int, to: int) -> None:
    """Drag the row at a place into the gap before another, both from 0."""
    listed = page.order.list
    tops = listed._tops()
    start, end = QPoint(200, int(tops[at]) + 10), QPoint(200, int(tops[to]) + 2)
    QTest.mousePress(listed, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(listed, (start + end) / 2)
    QTest.mouseMove(listed, end)
    QTest.mouseRelease(listed, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_a_row_is_dragged_inside_its_bracket(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    before = standing_order(page.meeting.workshop)
    drag(page, 0, 2)
    assert standing_order(page.meeting.workshop)[:3] == (before[1], before[0], before[2])
    assert not page.order.list.grab().isNull()


def test_a_row_dragged_across_a_bracket_asks_why(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    before = standing_order(page.meeting.workshop)
    drag(page, 3, 0)
    assert standing_order(page.meeting.workshop) == before
    assert QApplication.focusWidget() is found(page, ReasonField, "reason_field")
    write("It cannot wait")
    press(K.Key_Return)
    assert standing_order(page.meeting.workshop)[0] == before[3]


def test_a_row_dropped_where_it_was_stays(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, not_ordered(sample()))
    drag(page, 1, 1)
    drag(page, 1, 2)
    assert page.meeting.workshop.order_moves == {}


def test_before_ballots_are_counted_nothing_said_depends_on_them(
    qtbot: QtBot, ballots: list[Ballot]
) -> None:
    seen = []
    for turned in (False, True):
        cast = [
            replace(each, ranking=tuple(reversed(each.ranking))) if turned else each
            for each in ballots[:5]
        ]
        room = replace(not_ordered(sample()), ballots={each.id: each for each in cast})
        page = opened(qtbot, RankPage, room)
        texts = [label.text() for label in page.findChildren(QLabel)]
        press(K.Key_B, ALT)
        texts += [label.text() for label in page.findChildren(QLabel)]
        for scene in (Scene.BALLOT, Scene.ORDER):
            page.room.show(scene, BallotScope.BOUNDARY_TIER.value, curtain=False)
            texts.append(page.room.view(room).spoken())
        seen.append(texts)
        page.close()
    assert seen[0] == seen[1]
    assert any("5 of 8 in" in text for text in seen[0])


@pytest.mark.parametrize("width", [480, 824, 1464])
def test_every_part_is_painted_in_any_width(qtbot: QtBot, width: int) -> None:
    room = not_ordered(sample(), input_ballots=InputMode.PAPER)
    page = opened(qtbot, RankPage, room)
    page.resize(width, 620)
    for keys in (K.Key_B, K.Key_E, K.Key_G, K.Key_M):
        press(keys, ALT)
        assert not page.grab().isNull()
        page.order.show_list()
    ward = opened(qtbot, RankPage, not_ordered(sample("hospital-ward")))
    ward.resize(width, 620)
    press(K.Key_D, ALT)
    assert not ward.grab().isNull()


def test_a_long_title_takes_two_lines_and_says_the_rest_on_hover(qtbot: QtBot) -> None:
    room = sample()
    first, second = propose_order(room).order[:2]
    room = put(room, replace(room.risks[first], title="Something that is long to say " * 2))
    room = put(room, replace(room.risks[second], title="Something that is long to say " * 9))
    page = opened(qtbot, RankPage, room)
    shown = found(page, OrderList, "order_list")
    rows = {row.id: row for row in shown._rows()}
    assert shown._title(rows[first]).whole
    assert shown._row_height(rows[first]) > ROW
    where = shown.mapToGlobal(QPoint(200, int(shown._tops()[rows[second].position - 1]) + 12))
    at = shown.mapFromGlobal(where)
    QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert rows[second].title.strip() in shown.toolTip()
