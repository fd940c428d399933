"""The page Prepare, by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.listed import entries
from deskrisk.domain.model.brief import DecisionRule, Preset, Stage
from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.parts import in_order
from deskrisk.gui.stages.prepare.page import PreparePage
from deskrisk.gui.stages.prepare.row_fields import WrappedRow
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import LineField, TextField
from tests.builders import a_participant, a_risk, a_score, a_workshop, an_objective
from tests.gui.stages.pages import focused, found, opened, paste, press, settle, type_in
from tests.nasty import NASTY, expected

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def names(page: PreparePage) -> list[str]:
    return [person.name for person in in_order(page.meeting.workshop.participants)]


def aims(page: PreparePage) -> list[str]:
    return [aim.text for aim in in_order(page.meeting.workshop.objectives)]


def test_a_title_two_aims_and_three_names_are_a_few_keys(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(title="Untitled")) as page:
        type_in("New site")  # the title is ready to be typed over
        press(Qt.Key.Key_Return)
        type_in("Agree what we do about it")
        press(Qt.Key.Key_Return)
        for aim in ("be fast", "be kind"):
            type_in(aim)
            press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)  # an empty line goes on to the people
        for name in ("Ada", "Bob", "Eve"):
            type_in(name)
            press(Qt.Key.Key_Return)
        brief = page.meeting.workshop.brief
        assert (brief.title, brief.purpose) == ("New site", "Agree what we do about it")
        assert aims(page) == ["be fast", "be kind"]
        assert names(page) == ["Ada", "Bob", "Eve"]
        assert page.message.text() == "Nothing is missing"
        with qtbot.waitSignal(page.go_to) as gone:
            press(Qt.Key.Key_Return, CTRL)
        assert gone.args == [Stage.NAME]


def test_the_foot_names_what_is_missing(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        assert page.message.text() == ("Still missing: two people, two aims and what this is for")


def test_aims_move_and_an_empty_one_goes(qtbot: QtBot) -> None:
    workshop = a_workshop(an_objective("o1"), an_objective("o2"), an_objective("o3"))
    with opened(qtbot, PreparePage, workshop) as page:
        found(page, WrappedRow, "aim_2").setFocus()
        press(Qt.Key.Key_Up, ALT)
        assert aims(page) == ["Aim o2", "Aim o1", "Aim o3"]
        assert focused().objectName() == "aim_1"
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        settle(page)
        assert aims(page) == ["Aim o2", "Aim o1", "Aim o3"]  # empty words change nothing yet
        press(Qt.Key.Key_Backspace)
        assert aims(page) == ["Aim o1", "Aim o3"]
        page.meeting.undo()
        assert aims(page) == ["Aim o2", "Aim o1", "Aim o3"]
        assert found(page, WrappedRow, "aim_1").value() == "Aim o2"


def test_a_line_left_empty_says_again_what_it_said(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(an_objective("o1"))) as page:
        line = found(page, WrappedRow, "aim_1")
        line.setFocus()
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        settle(page)
        found(page, LineField, "aim_field").setFocus()
        assert line.value() == "Aim o1"


def test_a_pasted_list_adds_people_with_their_roles(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        found(page, LineField, "person_field").setFocus()
        paste("Ada, engineer\nBob\tproduct\n\nEve")
        people = in_order(page.meeting.workshop.participants)
        assert [(p.name, p.role) for p in people] == [
            ("Ada", "engineer"),
            ("Bob", "product"),
            ("Eve", ""),
        ]
        page.meeting.undo()
        assert names(page) == []
        page.meeting.redo()
        assert names(page) == ["Ada", "Bob", "Eve"]
        assert found(page, LineField, "person_3").value() == "Eve"


def test_people_go_to_a_group_by_key_and_small_groups_are_told(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(a_participant("p1"), a_participant("p2"))) as page:
        found(page, LineField, "group_field").setFocus()
        type_in("Product")
        press(Qt.Key.Key_Return)
        found(page, LineField, "person_1").setFocus()
        press(Qt.Key.Key_Left, ALT)
        group = next(iter(page.meeting.workshop.groups))
        held = {p.id: p.group for p in page.meeting.workshop.participants.values()}
        assert held == {"p1": group, "p2": None}
        warning = found(page, QWidget, "group_warning_1")
        assert "Fewer than three" in warning.accessibleName()
        assert not warning.isHidden()


def test_a_person_is_not_here_by_menu(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(a_participant("p1"))) as page:
        found(page, QWidget, "person_more_1").setFocus()
        press(Qt.Key.Key_Space)
        menu = page.findChild(QMenu, "person_menu")
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert [p.present for p in page.meeting.workshop.participants.values()] == [False]


def test_somebody_with_answers_goes_only_when_asked_twice(qtbot: QtBot) -> None:
    workshop = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 3, 3))
    with opened(qtbot, PreparePage, workshop) as page:
        found(page, LineField, "person_1").setFocus()
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Delete)
        assert names(page) == ["Person p1"]
        assert "1 answer would go too" in page.message.text()
        press(Qt.Key.Key_Delete)
        assert names(page) == []


def test_choices_change_by_key_and_count_follows_the_preset(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop(a_participant("p1"))) as page:
        found(page, ChoiceField, "preset_field").setFocus()
        press(Qt.Key.Key_Up)
        assert page.meeting.workshop.brief.preset is Preset.EXPRESS_60
        assert found(page, ChoiceField, "focus_count_field").value() == 3
        found(page, ChoiceField, "decision_rule_field").setFocus()
        press(Qt.Key.Key_Down)
        assert page.meeting.workshop.brief.decision_rule is DecisionRule.CONSENT_THEN_OWNER
        assert "who decides in the end" in page.message.text()
        found(page, ChoiceField, "decision_owner_field").setFocus()
        press(Qt.Key.Key_Down)
        assert page.meeting.workshop.brief.decision_owner == "p1"


def test_a_day_is_typed(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        found(page, LineField, "horizon_field").setFocus()
        press(Qt.Key.Key_A, CTRL)
        type_in("2025-03-12")
        settle(page)
        assert page.meeting.workshop.brief.horizon == date(2025, 3, 12)
        note = found(page, QWidget, "horizon_note").accessibleName()
        assert note == "That is less than two weeks after the meeting."


def test_a_kind_of_ones_own(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        found(page, LineField, "kind_field").setFocus()
        type_in("Legal")
        press(Qt.Key.Key_Return)
        assert "Legal" in [kind.name for kind in page.meeting.workshop.categories.values()]
        assert found(page, WrappedRow, "kind_1").value() == "Legal"


def test_agreements_are_written_moved_and_taken_away(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        found(page, LineField, "agreement_field").setFocus()
        for text in ("Ask first", "Say thanks"):
            type_in(text)
            press(Qt.Key.Key_Return)
        found(page, WrappedRow, "agreement_2").setFocus()
        press(Qt.Key.Key_Up, ALT)
        held = in_order(page.meeting.workshop.working_agreements)
        assert [each.text for each in held] == ["Say thanks", "Ask first"]
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Delete)
        held = in_order(page.meeting.workshop.working_agreements)
        assert [each.text for each in held] == ["Ask first"]


def test_what_is_printed_and_the_size_of_the_project(qtbot: QtBot) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        for name, text in (("organisation", "Harbour"), ("facilitator", "Elin"), ("size", "480")):
            found(page, LineField, f"{name}_field").setFocus()
            type_in(text)
        settle(page)
        brief = page.meeting.workshop.brief
        assert (brief.organisation, brief.facilitator) == ("Harbour", "Elin")
        assert [brief.project_size_person_days] == [480]
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        settle(page)
        assert [page.meeting.workshop.brief.project_size_person_days] == [None]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("field", ["title", "purpose", "project"])
def test_nasty_texts_come_back_as_typed(qtbot: QtBot, field: str, text: str) -> None:
    with opened(qtbot, PreparePage, a_workshop()) as page:
        kind: type[TextField | LineField] = LineField if field == "title" else TextField
        widget = found(page, kind, f"{field}_field")
        widget.setFocus()
        press(Qt.Key.Key_A, CTRL)
        typed = paste(text)
        settle(page)
        assert getattr(page.meeting.workshop.brief, field) == expected(typed)
        assert widget.value() == expected(typed)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_aims_and_people_come_back_as_typed(qtbot: QtBot, text: str) -> None:
    group = Group(id=GroupId("g"), position=0, name="Group")
    with opened(qtbot, PreparePage, a_workshop(group, a_participant("p1", group="g"))) as page:
        found(page, LineField, "aim_field").setFocus()
        typed = paste(text)
        press(Qt.Key.Key_Return)
        listed = [expected(each) for each in entries(typed)]
        assert aims(page) == (listed if len(listed) > 1 else [expected(typed)])
        for name in ("person_1", "person_role_1", "group_1"):
            found(page, LineField, name).setFocus()
            press(Qt.Key.Key_A, CTRL)
            typed = paste(text)
            settle(page)
            assert found(page, LineField, name).value() == expected(typed)
        person = next(iter(page.meeting.workshop.participants.values()))
        assert {person.name, person.role} == {expected(typed)}
