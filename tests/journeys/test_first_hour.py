"""The first hour, by keys on the real desk: prepare, name, recast; close, reopen; undo and redo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.risks import DELIVERY
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.stages import stage_done
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.services.categories import look_for
from deskrisk.services.library import Library
from tests.gui.stages.pages import focused, found, press, type_in
from tests.gui.windows import desk_of, running

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HEARD = 3
"""The place of "heard" among what can become of a fear."""
SENTENCES = (
    ("nobody reads the code", "a fault may stay unseen", "40 members get wrong answers", 1),
    ("one person knows it", "work may stop for 2 weeks", "June is missed by a month", 4),
    ("we rent by the hour", "the bill may double", "30 % of the budget is gone", 2),
)


def enter() -> None:
    press(Qt.Key.Key_Return)


def go_on(desk: DeskWindow, stage: Stage) -> None:
    press(Qt.Key.Key_Return, CTRL)
    assert desk.pages.stage() is stage


def prepare(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.PREPARE)
    type_in("New site")  # the title of a new workshop is ready to be typed over
    enter()
    type_in("Agree what we do about it")
    enter()
    for aim in ("Answers are right", "Live by June"):
        type_in(aim)
        enter()
    enter()
    for name in ("Ada", "Bob", "Eve"):
        type_in(name)
        enter()
    go_on(desk, Stage.NAME)


def name_fears(desk: DeskWindow) -> None:
    press(Qt.Key.Key_K, ALT)
    type_in("Nobody listens here")
    enter()
    press(Qt.Key.Key_K, ALT)
    for text in ("It breaks at night", "We depend on one head", "Money runs out", "It is late"):
        type_in(text)
        enter()
    found(desk, QWidget, "wall").setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_G, CTRL)
    type_in("All of it")
    enter()
    press(Qt.Key.Key_Return, CTRL, times=2)  # read them aloud, make piles
    go_on(desk, Stage.RECAST)


def recast(desk: DeskWindow) -> None:
    sentences = list(SENTENCES)
    for _fear in range(5):
        held = found(desk, QWidget, "fear_text").accessibleName()
        if held == "Nobody listens here" or not sentences:
            press(Qt.Key.Key_D, ALT)
            press(Qt.Key.Key_Home)
            press(Qt.Key.Key_Down, times=HEARD)
            enter()
        else:
            write_risk(desk, *sentences.pop())
        press(Qt.Key.Key_Return, CTRL)


def write_risk(desk: DeskWindow, cause: str, event: str, consequence: str, kind: int) -> None:
    assert focused().objectName() == "cause_field"
    for text in (cause, event, consequence):
        type_in(text)
        enter()
    assert focused().objectName() == "category_field"
    press(Qt.Key.Key_Down, times=kind)
    found(desk, QWidget, "hurts_1").setFocus()
    press(Qt.Key.Key_Space)


def check(workshop: Workshop) -> None:
    assert workshop.brief.title == "New site"
    assert [p.name for p in in_order(workshop.participants)] == ["Ada", "Bob", "Eve"]
    assert len(workshop.fears) == 5
    heard = next(f for f in workshop.fears.values() if f.kind is FearKind.PEOPLE)
    assert heard.disposition is Disposition.ACKNOWLEDGED
    assert {(r.cause, r.event, r.consequence) for r in workshop.risks.values()} == {
        sentence[:3] for sentence in SENTENCES
    }
    assert DELIVERY in {risk.category for risk in workshop.risks.values()}
    assert all(fear.disposition for fear in workshop.fears.values())


def test_the_first_hour(qtbot: QtBot, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        new = library.create("Untitled").workshop
        library.flush()
    with running(qtbot, tmp_path) as program:
        program.open_workshop(new.id)
        desk = desk_of(qtbot, program)
        prepare(desk)
        name_fears(desk)
        recast(desk)
        assert desk.pages.stage() is Stage.RECAST  # every fear has its place, yet a kind is empty
        assert focused().objectName() == "foot_field"
        type_in("Time was up")
        enter()
        assert desk.pages.stage() is Stage.RANK
        done = desk.meeting.workshop
        check(done)
    with running(qtbot, tmp_path) as program:
        program.open_workshop(new.id)
        desk = desk_of(qtbot, program)
        meeting = desk.meeting
        assert meeting.workshop == done
        for stage in (Stage.PREPARE, Stage.NAME):
            assert stage_done(done, stage)
        kind = next(
            k for k in done.categories if k not in {r.category for r in done.risks.values()}
        )
        look_for(meeting, kind, none_found=True)
        assert stage_done(meeting.workshop, Stage.RECAST)
        meeting.undo()
        desk.pages.show_stage(Stage.RECAST)
        while meeting.next_undo is not None:
            meeting.undo()
        assert meeting.workshop == new
        assert found(desk, ChoiceField, "category_field").isEnabled() is False
        while meeting.next_redo is not None and len(meeting.history) < 1000:
            meeting.redo()
        meeting.undo()  # the kind that was looked for
        assert meeting.workshop == done
