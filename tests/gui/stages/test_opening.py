"""What Prepare holds for the opening of the meeting, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.gui.stages.prepare.page import PreparePage
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.fields import LineField
from deskrisk.services.packs import find_packs
from tests.builders import a_participant, a_workshop
from tests.gui.stages.pages import found, opened, press

ALT = Qt.KeyboardModifier.AltModifier


def test_the_aims_are_confirmed_and_the_rule_is_read_out(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        for name in ("aims_confirmed", "rule_read_out"):
            found(page, CheckField, name).setFocus()
            press(Qt.Key.Key_Space)
        progress = page.meeting.workshop.progress
        assert (progress.aims_confirmed, progress.rule_read_out) == (True, True)
        page.meeting.undo()
        assert not found(page, CheckField, "rule_read_out").isChecked()
        assert found(page, CheckField, "aims_confirmed").isChecked()


def test_questions_for_aims_in_dispute_unfold(qtbot: QtBot) -> None:
    questions = [each.text for each in find_packs().packs[0].opening_questions]
    assert len(questions) == 6
    with opened(qtbot, PreparePage, a_workshop()) as page:
        link = found(page, LinkButton, "opening_questions")
        sheet = page.parts.opening.sheet
        assert sheet.isHidden()
        link.setFocus()
        press(Qt.Key.Key_Space)
        assert [each.text() for each in sheet.findChildren(QLabel)] == questions
        assert sheet.isVisible()
        press(Qt.Key.Key_Space)
        assert sheet.isHidden()
        press(Qt.Key.Key_Space)
        assert len(sheet.findChildren(QLabel)) == 6


def test_the_facilitator_scores_and_somebody_else_keys_it_in(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        assert page.parts.facilitator_note.isHidden()
        found(page, CheckField, "facilitator_scores").setFocus()
        press(Qt.Key.Key_Space)
        assert page.meeting.workshop.brief.facilitator_scores
        assert "somebody else" in page.parts.facilitator_note.text()
        assert not page.parts.facilitator_note.isHidden()


def test_presence_and_scoring_are_ticked_by_key(qtbot: QtBot) -> None:
    workshop = a_workshop(
        Group(id=GroupId("g1"), position=0, name="Product"),
        *(a_participant(f"p{n}", position=n, group=GroupId("g1")) for n in (1, 2, 3)),
    )
    with opened(qtbot, PreparePage, workshop) as page:
        person = found(page, LineField, "person_2")
        person.setFocus()
        press(Qt.Key.Key_H, ALT)
        assert not next(
            p for p in page.meeting.workshop.participants.values() if p.id == "p2"
        ).present
        press(Qt.Key.Key_H, ALT)
        press(Qt.Key.Key_S, ALT)
        held = next(p for p in page.meeting.workshop.participants.values() if p.id == "p2")
        assert (held.present, held.scores) == (True, False)
        assert found(page, QLabel, "group_warning_1").text().startswith("Fewer than three score")
        assert person.hasFocus()


def test_presence_is_a_tick_before_the_name(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(a_participant("p1"))) as page:
        tick = found(page, CheckField, "person_here_1")
        assert tick.isChecked()
        assert tick.accessibleName().endswith("is here")
        tick.click()
        (person,) = page.meeting.workshop.participants.values()
        assert not person.present
        assert not tick.isChecked()
        page.meeting.undo()
        assert tick.isChecked()


def test_people_of_a_past_workshop_are_a_line_of_the_menu(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        found(page, LinkButton, "take_people").setFocus()
        with qtbot.waitSignal(page.menu_wanted) as wanted:
            press(Qt.Key.Key_Space)
        assert wanted.args == ["people.take"]
