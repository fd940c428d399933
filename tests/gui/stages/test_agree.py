from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.brief import DecisionRule, Stage
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.ids import ParticipantId, RiskId, VersionId
from deskrisk.domain.model.responses import Decision
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.stances import set_stance
from deskrisk.gui.stages.agree.page import AgreePage
from deskrisk.gui.stages.agree.record import LineList
from deskrisk.gui.stages.agree.stance_entry import FIELD_NAMES, ItemField
from deskrisk.gui.stages.agree.stance_grid import StanceGrid
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import DayField, LineField, TextField
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.responses import add_mitigation, decide, edit_mitigation
from deskrisk.services.samples import sample
from deskrisk.services.signoff import freeze_agreement
from deskrisk.viewmodels.agree import agree_view
from deskrisk.viewmodels.places import Place
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, opened, press, write
from tests.journeys.hands import answering, at
from tests.nasty import NASTY, expected

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def a_room(rule: DecisionRule = DecisionRule.CONSENT) -> Workshop:
    people = [a_participant(f"p{n}") for n in (1, 2, 3)]
    return a_workshop(a_risk("r1"), *people, decision_rule=rule)


def set_all(workshop: Workshop, level: int) -> Workshop:
    for who in workshop.participants:
        workshop = set_stance(workshop, who, level)
    return workshop


@pytest.fixture
def page(qtbot: QtBot) -> AgreePage:
    page = opened(qtbot, AgreePage, a_room())
    page.put_on_wall()  # as the desk does
    return page


def pressing(
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
) -> Callable[[QWidget], None]:
    """Write and press a key in a dialog as soon as it is in front; it never stays."""

    def answer(dialog: QWidget) -> None:
        try:
            qtbot.waitUntil(dialog.isActiveWindow)
            if text:
                assert at() == "freeze_why"
                write(text)
            QTest.keyClick(dialog, key, held)
        finally:
            dialog.close()

    return answer


def levels(page: AgreePage) -> dict[str, int]:
    return {each.participant: each.level for each in page.meeting.workshop.stances.values()}


def said(page: AgreePage) -> str:
    return found(page, QLabel, "message").text()


def test_one_key_each_and_it_moves_down(page: AgreePage) -> None:
    write("542")
    assert levels(page) == {"p1": 5, "p2": 4, "p3": 2}
    assert said(page) == "Adopted. 3 of 3"


def test_keys_without_a_meaning_do_nothing(page: AgreePage) -> None:
    write("069x")
    assert levels(page) == {}


def test_a_reservation_opens_its_words_in_place_and_enter_goes_on(page: AgreePage) -> None:
    write("53")
    field = QApplication.focusWidget()
    assert field is found(page, TextField, "reservation_field")
    write("Look again in May")
    press(K.Key_Return)
    assert QApplication.focusWidget() is found(page, ItemField, "item_field")
    press(K.Key_Down)
    press(K.Key_Return)
    assert QApplication.focusWidget() is found(page, StanceGrid, "stance_grid")
    write("4")
    assert levels(page) == {"p1": 5, "p2": 3, "p3": 4}
    held = page.meeting.workshop.stances["1/p2"]
    assert (held.comment, held.item) == ("Look again in May", "r1")
    assert said(page) == "Adopted, with one reservation. 3 of 3"


def test_an_objection_asks_for_three_things(page: AgreePage) -> None:
    write("1")
    write("It harms the aim")
    press(K.Key_Return)
    press(K.Key_Down)
    press(K.Key_Return)
    write("one per cent first")
    press(K.Key_Return)
    write("44")
    stance = page.meeting.workshop.stances["1/p1"]
    assert (stance.comment, stance.item, stance.acceptable_if) == (
        "It harms the aim",
        "r1",
        "one per cent first",
    )
    assert said(page) == "One objection is open. 3 of 3"


def test_tab_goes_from_the_grid_to_the_words(page: AgreePage) -> None:
    write("1")
    found(page, StanceGrid, "stance_grid").setFocus()
    names = []
    for _stop in range(4):
        press(K.Key_Tab)
        focused = QApplication.focusWidget()
        names.append(focused.objectName() if focused else "")
    assert names == ["reservation_field", "item_field", "acceptable_field", "amendment_field"]


def test_what_an_answer_lacks_stands_below_it(page: AgreePage) -> None:
    write("3")
    assert "printed" in found(page, QLabel, "stance_missing").text()


def test_backspace_takes_an_answer_back(page: AgreePage) -> None:
    write("5")
    press(K.Key_Up)
    press(K.Key_Backspace)
    assert levels(page) == {}


def test_an_objection_is_answered_by_a_change_of_the_document(page: AgreePage) -> None:
    assert page.parts.amendments.isHidden()
    write("1")
    field = found(page, LineField, "amendment_field")
    field.setFocus()
    write("One per cent first")
    press(K.Key_Return)
    (amendment,) = page.meeting.workshop.amendments.values()
    assert (amendment.change, amendment.after_round) == ("One per cent first", 1)
    assert amendment.answers == ("p1",)
    assert found(page, QLabel, "amendment_note").text() == "after round 1, for Person p1"
    found(page, TextField, "amendment_text_field").setFocus()
    write("!")
    flush_fields(page)
    assert "!" in page.meeting.workshop.amendments[amendment.id].change
    found(page, LinkButton, "remove_amendment").click()
    assert page.meeting.workshop.amendments == {}
    page.meeting.undo()
    assert "!" in str(found(page, TextField, "amendment_text_field").value())


def test_a_change_that_is_refused_stays_to_be_mended(page: AgreePage) -> None:
    write("1")
    field = found(page, LineField, "amendment_field")
    field.setFocus()
    field.insert("x" * (MAX_TEXT + 1))
    press(K.Key_Return)
    assert page.meeting.workshop.amendments == {}
    assert len(field.text()) == MAX_TEXT + 1


def test_asking_again_starts_with_the_first_person(page: AgreePage) -> None:
    write("544")
    found(page, LinkButton, "ask_again").click()
    assert found(page, QLabel, "round_note").text() == "round 2"
    assert said(page) == "Nobody has been asked yet. 0 of 3"
    write("5")
    assert page.meeting.workshop.stances["2/p1"].level == 5
    page.meeting.undo()
    page.meeting.undo()
    assert said(page) == "Adopted. 3 of 3"


def test_the_owner_decides_where_the_rule_allows_it(qtbot: QtBot) -> None:
    page = opened(qtbot, AgreePage, a_room(DecisionRule.OWNER_AFTER_ADVICE))
    write("544")
    assert said(page) == "Everybody has been heard, now the owner decides. 3 of 3"
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert "why" in said(page)
    write("We try it for two weeks")
    press(K.Key_Return)
    assert page.meeting.workshop.progress.owner_reason == "We try it for two weeks"
    assert "two weeks" in found(page, QLabel, "owner_said").text()
    assert said(page) == "Decided by the owner. 3 of 3"
    found(page, LinkButton, "owner_decides").click()
    assert not page.meeting.workshop.progress.owner_decided


def test_under_consent_there_is_no_owner_to_decide(page: AgreePage) -> None:
    write("544")
    assert page.owner.isHidden()


def test_it_can_go_on_another_day(page: AgreePage) -> None:
    found(page, DayField, "adjourn_field").setFocus()
    write("2025-03-18")
    flush_fields(page)
    assert page.meeting.workshop.progress.adjourned_to == date(2025, 3, 18)


def test_the_main_button_first_asks_then_freezes_then_saves(qtbot: QtBot, page: AgreePage) -> None:
    shown = [page.room.state.scene]
    press(K.Key_Return, CTRL)
    shown.append(page.room.state.scene)
    assert shown == [Scene.READ_BACK, Scene.STANCES]
    write("544")
    with answering(pressing(qtbot, K.Key_Return, CTRL)) as asked:
        press(K.Key_Return, CTRL)
    assert asked == ["FreezeDialog"]
    (version,) = page.meeting.workshop.versions.values()
    assert version.number == 1
    assert said(page) == "Version 1 is frozen."
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.export_wanted) as wanted:
        press(K.Key_Return, CTRL)
    assert wanted.args == ["pdf"]


def test_not_yet_freezes_nothing(qtbot: QtBot, page: AgreePage) -> None:
    write("544")
    with answering(pressing(qtbot, K.Key_Escape)):
        press(K.Key_Return, CTRL)
    assert page.meeting.workshop.versions == {}


def test_what_was_changed_since_a_version_is_shown_and_makes_the_next_one(
    qtbot: QtBot, page: AgreePage
) -> None:
    write("544")
    freeze_agreement(page.meeting, datetime(2025, 3, 11, 15, tzinfo=UTC))
    assert found(page, QLabel, "versions_heading").text().startswith("Version 1")
    add_mitigation(page.meeting, RiskId("r1"))
    (mitigation,) = page.meeting.workshop.mitigations
    edit_mitigation(page.meeting, mitigation, "title", "Load test")
    assert found(page, QLabel, "versions_heading").text() == "1 change since version 1"
    assert found(page, LineList, "since_version").lines() == ("Promise added: Load test",)
    assert page.primary.accessibleName().startswith("Freeze as version 2")

    with answering(pressing(qtbot, K.Key_Return, CTRL, text="The load test came late")):
        press(K.Key_Return, CTRL)
    last = max(page.meeting.workshop.versions.values(), key=lambda each: each.number)
    assert (last.number, last.changed) == (2, "The load test came late")
    page.meeting.undo()
    assert len(page.meeting.workshop.versions) == 1


def test_a_broken_seal_is_told(qtbot: QtBot) -> None:
    workshop = freeze(set_all(a_room(), 5), VersionId("v1"), date(2025, 3, 11))
    version = workshop.versions[VersionId("v1")]
    text = version.snapshot.replace("Person", "Pers0n")
    page = opened(qtbot, AgreePage, put(workshop, replace(version, snapshot=text)))
    assert found(page, QLabel, "versions_heading").text() == "Version 1 is not as it was sealed"


def test_the_document_is_read_back_page_by_page(page: AgreePage) -> None:
    pages = found(page, RowList, "reading_list")
    assert [row.title for row in pages.rows()] == [
        "What we protect",
        "The order we agreed",
        "Risk r1",
        "Good enough for now, safe enough to try?",
    ]
    asked: list[str] = []
    page.menu_wanted.connect(asked.append)
    press(K.Key_PageDown)
    press(K.Key_PageUp)
    assert asked == ["wall.next", "wall.before"]
    page.room.turn_page(1, follow=[str(row.key) for row in pages.rows()])
    assert pages.current_key() == "order"
    assert found(page, QLabel, "reading_place").text() == "2 of 4"
    pages.setFocus()
    press(K.Key_Down)
    assert (page.room.state.scene, page.room.state.subject) == (Scene.READ_BACK, "r1")
    found(page, StanceGrid, "stance_grid").setFocus()
    write("5")
    assert page.room.state.scene is Scene.STANCES
    assert found(page, QLabel, "reading_place").text() == "PgDn turns the page"


def test_whoever_is_not_here_is_asked_later(page: AgreePage) -> None:
    write("5")
    press(K.Key_0)
    assert not page.meeting.workshop.participants[ParticipantId("p2")].present
    assert said(page) == "One has answered, it takes two. 1 of 2"
    write("4")
    assert said(page) == "Adopted. 2 of 2"
    freeze_agreement(page.meeting, datetime(2025, 3, 11, 15, tzinfo=UTC))
    press(K.Key_Down)
    write("3")
    assert levels(page) == {"p1": 5, "p3": 4, "p2": 3}
    row = next(row for row in agree_view(page.meeting.workshop).rows if row.id == "p2")
    assert row.words == "asked later: With a reservation, printed"
    assert found(page, QLabel, "versions_heading").text() == "1 change since version 1"
    assert found(page, LineList, "since_version").lines() == (
        "Reservation of Person p2 put on record",
    )


def test_an_objection_leads_to_its_place_and_what_is_changed_there_is_put_on_record(
    qtbot: QtBot, page: AgreePage
) -> None:
    write("1")
    write("Too much at once")
    press(K.Key_Return)
    press(K.Key_Down)
    press(K.Key_Return)
    write("Less")
    press(K.Key_Return)
    write("44")
    with qtbot.waitSignal(page.lead_to) as led:
        press(K.Key_G, ALT)
    assert led.args == [Stage.RESPOND, "r1"]
    decide(page.meeting, RiskId("r1"), Decision.AVOID)
    assert found(page, LineList, "since_vote_lines").lines() == ("Decided: Risk r1: avoid",)
    press(K.Key_R, ALT)
    note = found(page, QLabel, "amendment_note").text()
    assert note == "after round 1, for Person p1: Risk r1 (R1)"
    assert page.parts.since_vote.isHidden()
    press(K.Key_Return, CTRL)
    assert page.meeting.workshop.progress.sign_off_round == 2
    assert (page.room.state.scene, page.room.state.subject) == (Scene.READ_BACK, "r1")


def test_a_gap_leads_to_where_it_is_mended(qtbot: QtBot, page: AgreePage) -> None:
    with qtbot.waitSignal(page.lead_to) as led:
        [*page.findChildren(LinkButton, "mend_gap")][-1].click()
    place = Place(stage=Stage.RESPOND, thing="r1", field="decision_field")
    assert led.args == [Stage.RESPOND, place]
    with qtbot.waitSignal(page.menu_wanted) as asked:
        found(page, LinkButton, "all_gaps").click()
    assert asked.args == ["gaps.show"]


def test_undo_takes_typing_and_then_the_answer_back(page: AgreePage) -> None:
    write("3")
    write("thin")
    flush_fields(page)
    field = found(page, TextField, "reservation_field")
    page.meeting.undo()
    assert field.value() == ""
    page.meeting.undo()
    assert levels(page) == {}
    page.meeting.redo()
    page.meeting.redo()
    assert found(page, TextField, "reservation_field").value() == "thin"


@pytest.mark.parametrize("text", NASTY)
def test_any_words_come_back_as_they_were_typed(qtbot: QtBot, text: str) -> None:
    page = opened(qtbot, AgreePage, a_room())
    write("1")
    for name in ("comment", "acceptable_if"):
        field = found(page, TextField, FIELD_NAMES[name])
        field.setPlainText(text)
        typed = str(field.value())
        field.flush()
        assert getattr(page.meeting.workshop.stances["1/p1"], name) == expected(typed)
        assert field.value() == expected(typed)
    assert not page.grab().isNull()


def test_the_sample_and_an_empty_room_can_be_painted(qtbot: QtBot) -> None:
    for workshop in (sample(), a_workshop()):
        page = opened(qtbot, AgreePage, workshop)
        for width in (480, 1400):
            page.resize(width, 700)
            assert not page.grab().isNull()
    assert "Nobody" in found(page, QLabel, "nobody").text()
