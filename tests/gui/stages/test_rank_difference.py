"""The difference on its page: the dots of all risks, and the pictures beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.model.brief import Anonymity
from deskrisk.gui.stages.rank.charts import pictures
from deskrisk.gui.stages.rank.dot_list import ROW, DotList
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.studio import studio
from deskrisk.viewmodels.difference import Sorting, difference_view
from deskrisk.viewmodels.readings import readings_view
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.opened import found, opened, press
from tests.gui.stages.split_rooms import a_split_room, label, on_wall, primary
from tests.gui.windows import nameless
from tests.viewmodels.test_difference import after_first

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_page_opens_where_the_talk_is(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    dots = found(page, DotList, "dot_list")
    assert QApplication.focusWidget() is dots
    assert dots.current() == "r07"
    assert primary(page) == "Talk about risk 7"
    assert label(page, "message") == "0 of 10 talked about, three minutes each."


def test_arrows_walk_through_the_risks_and_say_their_figures(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    dots = found(page, DotList, "dot_list")
    for row in difference_view(page.meeting.workshop).rows:
        assert dots.current() == row.risk
        assert dots.accessibleDescription() == row.spoken
        assert row.figures in label(page, "spread_said")
        assert primary(page) == f"Talk about risk {row.number}"
        press(K.Key_Down)
    press(K.Key_Home)
    assert dots.current() == "r07"
    press(K.Key_End)
    press(K.Key_Up)
    assert dots.current() == "r02"
    press(K.Key_PageUp)
    assert dots.current() == "r07"


def test_the_rows_are_sorted_in_three_ways_and_the_risk_stays_in_hand(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    dots = found(page, DotList, "dot_list")
    for sorting in Sorting:
        page.difference.main.sortings.chosen.emit(sorting)
        rows = difference_view(page.meeting.workshop, sorting).rows
        assert [row.risk for row in dots.rows()] == [row.risk for row in rows]
        assert dots.current() == "r07"


def test_hovering_says_no_more_than_the_row(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    dots = found(page, DotList, "dot_list")
    point = QPointF(40, ROW * 1.5).toPoint()
    QApplication.sendEvent(
        dots, QHelpEvent(QHelpEvent.Type.ToolTip, point, dots.mapToGlobal(point))
    )
    row = dots.rows()[1]
    assert row.figures in dots.toolTip()
    assert row.title in dots.toolTip()


def test_forty_risks_are_scrolled_and_only_what_is_seen_is_painted(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room(12, 40))
    dots = found(page, DotList, "dot_list")
    painted: list[str] = []
    real = dots._paint_row

    def counted(painter: object, axis: object, row: object, box: object) -> None:
        painted.append(getattr(row, "title", ""))
        real(painter, axis, row, box)  # type: ignore[arg-type]  # handed on as they came

    dots._paint_row = counted  # type: ignore[method-assign]
    press(K.Key_End)
    QApplication.processEvents()
    assert page.difference.main.area.verticalScrollBar().value() > 0
    assert "Risk r40" in painted
    assert len(set(painted)) < 30


def test_the_pictures_stand_beside_the_dots(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    part = page.difference.main
    part.pictures.setFocus()
    press(K.Key_Right)
    assert part.picture == "hedging"
    assert on_wall(page) is Scene.HEDGING
    assert label(page, "chart_said").startswith("Product and design puts most of its worry on")
    assert "Not delivering" in part.chart.accessibleDescription()
    press(K.Key_Right)
    assert on_wall(page) is Scene.GAPS
    assert label(page, "chart_said") == readings_view(page.meeting.workshop).line
    press(K.Key_Right)
    assert on_wall(page) is Scene.MAP
    assert "expected loss about" in part.chart.accessibleDescription()
    press(K.Key_Left, times=3)
    assert part.list.isVisibleTo(page)
    assert on_wall(page) is Scene.SPREAD


def test_a_picture_chosen_while_the_list_is_in_hand_keeps_the_focus_in_sight(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    page.difference.main.show_picture("map")
    held = QApplication.focusWidget()
    assert held is not None
    assert page.difference.main.pictures.isAncestorOf(held)


def test_with_too_few_answers_nothing_is_called_together(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room(2, 2))
    page.show_way("difference")
    assert label(page, "message") == "Too few have answered to see how far apart they are."
    assert not any(row.dots for row in found(page, DotList, "dot_list").rows())


def test_a_room_that_agrees_goes_on_to_the_order(qtbot: QtBot) -> None:
    room = a_workshop(
        *(a_participant(f"p{n}") for n in range(1, 5)),
        a_risk("r1"),
        *(a_score(f"p{n}", "r1", 3, 3) for n in range(1, 5)),
    )
    page = opened(qtbot, RankPage, room)
    press(K.Key_R, CTRL)
    press(K.Key_Return)
    assert primary(page) == "See the order"
    assert found(page, LinkButton, "rank_aside").words() == "Talk about risk 1"
    press(K.Key_Return)
    assert label(page, "talk_heading") == "Risk 1"


def test_every_control_of_the_difference_and_the_talk_has_a_name(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first())
    assert nameless(page) == []
    page.difference.main.show_picture("gaps")
    assert nameless(page) == []
    page.difference.open_next_talk()
    assert nameless(page) == []


@pytest.mark.parametrize("width", [480, 824, 1400])
def test_every_part_is_painted_in_any_width(qtbot: QtBot, width: int) -> None:
    page = opened(qtbot, RankPage, after_first())
    page.resize(width, 600)
    assert not page.grab().isNull()
    press(K.Key_Return)
    QTest.qWait(0)
    assert not page.grab().isNull()


def test_the_queue_is_what_the_domain_says(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, after_first("hospital-ward"))
    seen = []
    press(K.Key_Return)
    for _each in discussion_queue(page.meeting.workshop):
        seen.append(page.difference.talk.risk)
        press(K.Key_PageDown)
    assert seen == [each.risk for each in discussion_queue(page.meeting.workshop)]
    assert found(page, DotList, "dot_list").isVisibleTo(page)


@pytest.mark.parametrize("picture", [each.key for each in pictures()])
@pytest.mark.parametrize("people", [1, 2, 4])
def test_a_picture_of_next_to_nothing_is_drawn_and_says_why(
    qtbot: QtBot, picture: str, people: int
) -> None:
    room = a_split_room(people, 1)
    page = opened(qtbot, RankPage, room)
    page.show_way("difference")
    part = page.difference.main
    part.show_picture(picture)
    assert label(page, "chart_said")
    qtbot.waitUntil(lambda: part.chart.is_current and studio().is_idle(), timeout=20_000)
    assert not page.grab().isNull()


@pytest.mark.parametrize("picture", ["hedging", "gaps"])
def test_a_room_that_is_a_whole_compares_no_groups(qtbot: QtBot, picture: str) -> None:
    room = after_first()
    whole = replace(room, brief=replace(room.brief, anonymity=Anonymity.ANONYMOUS))
    page = opened(qtbot, RankPage, whole)
    page.difference.main.show_picture(picture)
    said = label(page, "chart_said") + page.difference.main.chart.accessibleDescription()
    assert "groups are not compared" in said
    assert not any(group.name in said for group in room.groups.values())
