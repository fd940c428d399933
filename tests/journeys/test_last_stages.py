"""From the first answer to the first review by keys alone, then all of it back and again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred
from deskrisk.domain.order import standing_order
from deskrisk.domain.residuals import portfolio
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.gui.desk.pages import PageStack
from deskrisk.gui.theme import apply_theme, named_theme
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from tests.builders import a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, press, write

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def the_desk(qtbot: QtBot, meeting: Meeting) -> PageStack:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, named_theme("light"))
    pages = PageStack(meeting, Show())
    qtbot.addWidget(pages)
    pages.resize(824, 700)
    pages.go_to.connect(pages.show_stage)
    meeting.listen(pages.refresh)
    with qtbot.waitActive(pages):
        pages.show()
        pages.activateWindow()
    pages.show_stage(Stage.RANK)
    return pages


def judge() -> None:
    """Three people, three risks; the second risk is far in front."""
    for keys in ("222222", "555555", "333333"):
        write(keys)
        press(K.Key_Return)
    press(K.Key_Return, CTRL)  # close the round: asked once more
    press(K.Key_Return)
    press(K.Key_O, ALT)  # nobody has to talk before the order is looked at
    press(K.Key_Down)
    press(K.Key_Up, ALT)  # r3 before r2: across a bracket
    write("It is our red line")
    press(K.Key_Return)
    press(K.Key_Return, CTRL)  # confirm
    press(K.Key_Return, CTRL)  # on to Respond


def respond(pages: PageStack) -> None:
    """The risk above the line gets everything, the others are accepted."""
    press(K.Key_Space)
    owner = found(pages, ChoiceField, "owner_field")
    owner.setFocus()
    press(K.Key_Down, times=2)
    press(K.Key_N, ALT)
    write("Load test")
    press(K.Key_Tab)
    press(K.Key_Down, times=2)
    press(K.Key_Tab)
    write("2025-04-22")
    press(K.Key_Tab)
    write("At most 300 ms")
    for name, text in (("trigger_field", "over 2 %"), ("fallback_field", "switch it off")):
        found(pages, TextField, name).setFocus()
        write(text)
    for name, downs in (("residual_likelihood_field", 5), ("residual_impact_field", 5)):
        found(pages, ChoiceField, name).setFocus()
        press(K.Key_Down, times=downs)
    found(pages, LineField, "review_date_field").setFocus()
    write("2025-04-08")
    press(K.Key_Return, CTRL)
    for _risk in range(2):
        found(pages, Segments, "decision_field").choose(3)
        press(K.Key_Return, CTRL)


def look_again(pages: PageStack) -> None:
    pages.show_stage(Stage.FOLLOW_UP)
    press(K.Key_Return, CTRL)
    press(K.Key_N)
    found(pages, Segments, "occurred_field").setFocus()
    press(K.Key_N)
    found(pages, ChoiceField, "status_field").setFocus()
    press(K.Key_Down, times=3)
    press(K.Key_Tab)
    write("Noor")
    press(K.Key_Return)


def test_the_last_four_stages_by_keys_then_undone_and_redone(qtbot: QtBot) -> None:
    people = [a_participant(f"p{n}") for n in (1, 2, 3)]
    risks = [a_risk(f"r{n}") for n in (1, 2, 3)]
    meeting = Meeting(a_workshop(*people, *risks, focus_count=1))
    start = meeting.workshop
    pages = the_desk(qtbot, meeting)

    judge()
    assert pages.stage() is Stage.RESPOND
    assert standing_order(meeting.workshop) == ("r3", "r2", "r1")
    assert meeting.workshop.progress.order_confirmed

    respond(pages)
    assert pages.stage() is Stage.AGREE
    assert {r: each.decision for r, each in meeting.workshop.responses.items()}.keys() == {
        "r1",
        "r2",
        "r3",
    }
    (promise,) = meeting.workshop.mitigations.values()
    assert (promise.title, promise.owner) == ("Load test", "p2")

    write("53")
    write("Look again in May")
    press(K.Key_Return, times=2)
    write("4")
    assert sign_off(meeting.workshop).result is SignOffResult.ADOPTED_WITH_RESERVATIONS

    promised = portfolio(meeting.workshop)
    look_again(pages)
    (promise,) = meeting.workshop.mitigations.values()
    assert promise.status is MitigationStatus.VERIFIED
    assert meeting.workshop.outcomes["r3"].occurred is Occurred.NO
    assert portfolio(meeting.workshop).current < promised.current

    end, steps = meeting.workshop, len(meeting.history)
    for _step in range(steps):
        meeting.undo()
    assert meeting.workshop == start
    for stage in (Stage.RANK, Stage.RESPOND, Stage.AGREE, Stage.FOLLOW_UP):
        pages.show_stage(stage)
        assert not pages.grab().isNull()
    for _step in range(steps):
        meeting.redo()
    assert meeting.workshop == end
