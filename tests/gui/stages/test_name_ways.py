"""The page Name: reading aloud and making piles, by keys and by mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.fears import Cluster, Disposition, Fear, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.gui.stages.name.layout import Way
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.stages.name.reading import HeardDots, ReadingCard
from deskrisk.gui.stages.name.wall import WallView
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_fear, a_workshop
from tests.gui.stages.pages import focused, found, opened, press, type_in
from tests.nasty import NASTY, expected

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key
MONEY = Cluster(id=ClusterId("c1"), position=0, name="Money")
TIME = Cluster(id=ClusterId("c2"), position=1, name="Time")
F1, F2, F3 = FearId("f1"), FearId("f2"), FearId("f3")
US = FearKind.PEOPLE


def fear(page: NamePage, id_: FearId) -> Fear:
    return page.meeting.workshop.fears[id_]


def enter() -> None:
    press(K.Key_Return)


def on_screen(page: NamePage) -> str:
    return found(page, TextLabel, "reading_text").text()


class TestWays:
    def test_keys_lead_from_way_to_way_and_the_wall_follows(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
            page.put_on_wall()
            assert (page.room.state.scene, page.room.state.curtain) == (Scene.PROMPT, True)
            press(K.Key_2, CTRL)
            assert page.way is Way.READ
            assert isinstance(focused(), ReadingCard)
            shown = page.room.state
            assert (shown.scene, shown.subject, shown.curtain) == (Scene.FEAR, "f1", False)
            press(K.Key_3, CTRL)
            assert focused() is found(page, WallView, "wall")
            assert page.room.state.scene is Scene.PILES
            press(K.Key_1, CTRL)
            assert focused().objectName() == "fear_field"
            assert page.room.state.curtain

    def test_the_main_button_leads_through(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
            button = found(page, PrimaryButton, "primary")
            said = [button.words()]
            for _way in range(2):
                press(K.Key_Return, CTRL)
                said.append(button.words())
            assert said == ["Hear them", "Make piles", "Recast them"]

    def test_prompts_follow_each_other_by_a_key_and_start_again(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop()) as page:
            page.put_on_wall()
            seen = []
            for _time in range(4):
                seen.append(found(page, LinkButton, "next_prompt").words())
                press(K.Key_PageDown)
            assert seen == ["Prompt 1 of 3", "Prompt 2 of 3", "Prompt 3 of 3", "Prompt 1 of 3"]
            press(K.Key_PageUp)
            assert page.room.state.subject == "0"
            press(K.Key_PageUp)
            press(K.Key_3, CTRL)
            press(K.Key_1, CTRL)
            assert page.room.state.subject == "2"  # the prompt that was asked last comes back

    @pytest.mark.parametrize(
        ("mode", "words"),
        [
            (InputMode.PAPER, "Print slips"),
            (InputMode.PASS, "Pass it round"),
            (InputMode.IMPORT, "Import a file"),
        ],
    )
    def test_the_foot_offers_what_the_way_in_needs(
        self, qtbot: QtBot, mode: InputMode, words: str
    ) -> None:
        with opened(qtbot, NamePage, a_workshop(input_fears=mode)) as page:
            button = found(page, LinkButton, "bring_in")
            assert (button.words(), button.isVisible()) == (words, True)

    def test_cards_need_nothing_more(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(input_fears=InputMode.CARDS)) as page:
            assert not found(page, LinkButton, "bring_in").isVisible()


class TestReading:
    def test_one_after_the_other_and_back(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(*map(a_fear, ("f1", "f2", "f3")))) as page:
            press(K.Key_2, CTRL)
            read = [on_screen(page)]
            for key in (K.Key_Space, K.Key_Right, K.Key_Down, K.Key_Left):
                press(key)
                read.append(on_screen(page))
                assert page.room.state.subject == read[-1][-2:]
            assert read == ["Fear f1", "Fear f2", "Fear f3", "Fear f3", "Fear f2"]
            assert found(page, HeardDots, "heard_dots").accessibleName() == "3 of 3 heard"
            assert found(page, TextLabel, "reading_where").text() == "2 of 3, all heard"

    def test_a_long_fear_is_paged_through_before_the_next_one(self, qtbot: QtBot) -> None:
        workshop = a_workshop(a_fear("f1", text="word " * 400), a_fear("f2"))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_2, CTRL)
            bar = page.parts.card.area.verticalScrollBar()
            qtbot.waitUntil(lambda: bar.maximum() > 0)
            pages = 0
            while on_screen(page) != "Fear f2":
                press(K.Key_PageDown)
                pages += 1
            assert 2 <= pages < 40
            press(K.Key_PageUp)
            assert on_screen(page) != "Fear f2"

    def test_held_back_is_never_on_the_wall(self, qtbot: QtBot) -> None:
        workshop = a_workshop(a_fear("f1", held_back=True), a_fear("f2"), a_fear("f3"))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_2, CTRL)
            assert on_screen(page) == "Fear f2"
            press(K.Key_H)
            assert fear(page, F2).held_back
            assert on_screen(page) == "Fear f3"
            assert page.room.state.subject == "f3"
            press(K.Key_H)
            assert page.room.view(page.meeting.workshop).blocks == ()

    def test_a_debate_is_parked_in_a_sentence(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
            press(K.Key_2, CTRL)
            press(K.Key_P)
            type_in("who pays for it")
            enter()
            assert isinstance(focused(), ReadingCard)
            assert (fear(page, F1).note, fear(page, F1).disposition) == ("who pays for it", None)
            assert found(page, TextLabel, "reading_kept").text() == "Parked: who pays for it"
            press(K.Key_P)
            type_in("never mind")
            press(K.Key_Escape)
            assert fear(page, F1).note == "who pays for it"

    def test_what_is_about_us_is_agreed_asked_or_heard(self, qtbot: QtBot) -> None:
        fears = [a_fear(id_, kind=US) for id_ in ("f1", "f2", "f3")]
        with opened(qtbot, NamePage, a_workshop(*fears)) as page:
            press(K.Key_2, CTRL)
            press(K.Key_A)
            type_in("We ask first")
            enter()
            press(K.Key_Space)
            press(K.Key_Q)
            type_in("Who decides?")
            enter()
            press(K.Key_Space)
            press(K.Key_Y)
            kept = [fear(page, id_).disposition for id_ in (F1, F2, F3)]
            assert kept == [Disposition.AGREEMENT, Disposition.QUESTION, Disposition.ACKNOWLEDGED]
            (agreement,) = page.meeting.workshop.working_agreements.values()
            assert agreement.text == "We ask first"
            assert fear(page, F2).note == "Who decides?"
            press(K.Key_Y)
            assert fear(page, F3).disposition is None

    def test_agreements_are_for_what_is_about_us_alone(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(a_fear("f1"))) as page:
            press(K.Key_2, CTRL)
            for key in (K.Key_A, K.Key_Q, K.Key_Y):
                press(key)
            assert isinstance(focused(), ReadingCard)
            assert not page.meeting.history
            press(K.Key_K)
            assert fear(page, F1).kind is US
            press(K.Key_Y)
            assert fear(page, F1).disposition is Disposition.ACKNOWLEDGED

    def test_nothing_to_read(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop()) as page:
            press(K.Key_2, CTRL)
            for key in (K.Key_Space, K.Key_P, K.Key_H, K.Key_A, K.Key_Y, K.Key_K, K.Key_Left):
                press(key)
            assert "Nothing to read yet" in on_screen(page)
            assert page.room.view(page.meeting.workshop).blocks == ()

    @pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
    def test_nasty_fears_are_read_as_they_are(self, qtbot: QtBot, text: str) -> None:
        held = expected(text)
        with opened(qtbot, NamePage, a_workshop(a_fear("f1", text=held))) as page:
            press(K.Key_2, CTRL)
            assert on_screen(page) == held
            assert not page.grab().isNull()


class TestPiles:
    def test_a_slip_moves_by_number_by_name_and_to_a_new_pile(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(MONEY, TIME, a_fear("f1"))) as page:
            press(K.Key_3, CTRL)
            held = []
            for words in ("2", "mon", "money", "0", "7", "9" * 5000):
                page.parts.wall.show_current("f1")
                press(K.Key_M)
                type_in(words[:12])
                enter()
                pile = fear(page, F1).cluster
                held.append(page.meeting.workshop.clusters[pile].name if pile else "")
            assert held == ["Time", "mon", "Money", "", "", ""]
            assert "no pile of this number" in page.message.text()

    def test_two_piles_become_one(self, qtbot: QtBot) -> None:
        workshop = a_workshop(
            MONEY, TIME, a_fear("f1", cluster=MONEY.id), a_fear("f2", cluster=TIME.id)
        )
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            page.parts.wall.show_current("f2")
            press(K.Key_M, CTRL)
            type_in("1")
            enter()
            assert {each.cluster for each in page.meeting.workshop.fears.values()} == {TIME.id}
            page.meeting.undo()
            press(K.Key_A, CTRL)
            page.parts.wall.show_current("f1")
            press(K.Key_M, CTRL)
            assert set(page.meeting.workshop.clusters) == {MONEY.id}
            page.meeting.undo()
            assert set(page.meeting.workshop.clusters) == {MONEY.id, TIME.id}

    def test_slips_split_out_beside_their_pile(self, qtbot: QtBot) -> None:
        workshop = a_workshop(
            MONEY, TIME, *(a_fear(id_, cluster=MONEY.id) for id_ in ("f1", "f2", "f3"))
        )
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            page.parts.wall.show_current("f2")
            press(K.Key_G, CTRL | SHIFT)
            type_in("Wages")
            enter()
            piles = sorted(page.meeting.workshop.clusters.values(), key=lambda p: p.position)
            assert [pile.name for pile in piles] == ["Money", "Wages", "Time"]
            assert fear(page, F2).cluster == piles[1].id
            page.meeting.undo()
            assert fear(page, F2).cluster == MONEY.id

    def test_the_same_said_twice_lies_under_one_and_stays_readable(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(*map(a_fear, ("f1", "f2", "f3")))) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            press(K.Key_A, CTRL)
            wall.show_current("f2")
            press(K.Key_D)
            here = [fear(page, id_).merged_into for id_ in (F1, F2, F3)]
            assert here == [F2, None, F2]
            model = wall.model()
            spoken = [
                str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
                for row in range(model.rowCount())
            ]
            assert spoken == [
                "Pile No pile yet, 3",
                "Fear f2, the same: Fear f1, the same: Fear f3",
            ]
            assert not page.grab().isNull()
            press(K.Key_D, SHIFT)
            assert all(each.merged_into is None for each in page.meeting.workshop.fears.values())

    def test_what_is_about_us_is_settled_on_the_wall(self, qtbot: QtBot) -> None:
        workshop = a_workshop(a_fear("f1", kind=US), a_fear("f2", kind=US), a_fear("f3"))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            wall.show_current("f1")
            assert found(page, LinkButton, "agree_fear").isVisible()
            press(K.Key_A)
            type_in("We ask first")
            enter()
            wall.show_current("f2")
            press(K.Key_Y)
            wall.show_current("f3")
            assert not found(page, LinkButton, "agree_fear").isVisible()
            for key in (K.Key_A, K.Key_Q, K.Key_Y):
                press(key)
            assert isinstance(focused(), WallView)
            kept = [fear(page, id_).disposition for id_ in (F1, F2, F3)]
            assert kept == [Disposition.AGREEMENT, Disposition.ACKNOWLEDGED, None]

    def test_every_button_over_the_wall_does_what_its_key_does(self, qtbot: QtBot) -> None:
        with opened(qtbot, NamePage, a_workshop(MONEY, a_fear("f1", cluster=MONEY.id))) as page:
            press(K.Key_3, CTRL)
            for name in ("name_pile", "move_slips", "merge_piles", "split_pile", "park_fear"):
                page.parts.wall.show_current("f1")
                found(page, LinkButton, name).click()
                assert focused().objectName() == "wall_editor", name
                press(K.Key_Escape)


def drag(wall: WallView, start: QPoint, end: QPoint) -> None:
    """Drag with the left button, in small moves, and let go."""
    view = wall.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        _move(view, start + (end - start) * step / 10)
    assert not view.grab().isNull()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def _move(view: QWidget, point: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


class TestDragging:
    def middle(self, wall: WallView, words: str) -> QPoint:
        model = wall.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data() == words:
                return wall.visualRect(model.index(row, 0)).center()
        raise AssertionError(words)

    def test_marked_slips_go_onto_a_pile_together(self, qtbot: QtBot) -> None:
        workshop = a_workshop(MONEY, TIME, *map(a_fear, ("f1", "f2", "f3")))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            wall.show_current("f1")
            press(K.Key_Space)
            wall.show_current("f2")
            press(K.Key_Space)
            drag(wall, self.middle(wall, "Fear f1"), self.middle(wall, "Time"))
            held = [fear(page, id_).cluster for id_ in (F1, F2, F3)]
            assert held == [TIME.id, TIME.id, None]
            page.meeting.undo()
            assert fear(page, F1).cluster is None

    def test_onto_the_ground_of_what_is_about_us(self, qtbot: QtBot) -> None:
        workshop = a_workshop(a_fear("f1"), a_fear("f2", kind=US))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            drag(wall, self.middle(wall, "Fear f1"), self.middle(wall, "Fear f2"))
            assert fear(page, F1).kind is US

    def test_a_pile_dropped_on_another_becomes_part_of_it(self, qtbot: QtBot) -> None:
        workshop = a_workshop(
            MONEY, TIME, a_fear("f1", cluster=MONEY.id), a_fear("f2", cluster=TIME.id)
        )
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            drag(wall, self.middle(wall, "Money"), self.middle(wall, "Fear f2"))
            assert set(page.meeting.workshop.clusters) == {TIME.id}
            assert fear(page, F1).cluster == TIME.id

    def test_a_click_is_no_drag_and_escape_ends_one(self, qtbot: QtBot) -> None:
        workshop = a_workshop(MONEY, a_fear("f1"))
        with opened(qtbot, NamePage, workshop) as page:
            press(K.Key_3, CTRL)
            wall = found(page, WallView, "wall")
            start = self.middle(wall, "Fear f1")
            QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=start)
            QTest.mousePress(wall.viewport(), Qt.MouseButton.LeftButton, pos=start)
            _move(wall.viewport(), start + QPoint(0, 120))
            press(K.Key_Escape)
            QTest.mouseRelease(wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
            assert not page.meeting.history
