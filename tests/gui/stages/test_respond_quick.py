"""What makes Respond quick: owners by one key, measures in one line, ideas at hand, new risks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Happiness,
    Mitigation,
    Response,
    Signal,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.gui.stages.respond.entries import MeasureField, OwnerField
from deskrisk.gui.stages.respond.page import RespondPage
from deskrisk.gui.stages.respond.promise_card import PromiseCard
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.services.samples import sample
from deskrisk.viewmodels.portfolio import portfolio_view
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.opened import found, opened, press, write
from tests.journeys.hands import answering

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
R1, R2 = RiskId("r1"), RiskId("r2")
MOST_KEYS = 12
"""A promise with its signal may cost its letters and so many keys (issue: the keystroke counts)."""


def a_case(*parts: object) -> Workshop:
    return a_workshop(
        a_risk("r1", title="Overload", tags=("capacity",), ideas=("Off switch", "Ask them")),
        a_risk("r2"),
        *(a_participant(f"p{n}", name=name) for n, name in enumerate(("Ada", "Ben", "Cy"), 1)),
        *parts,  # type: ignore[arg-type]  # parts of a workshop
        focus_count=2,
    )


@pytest.fixture
def page(qtbot: QtBot) -> RespondPage:
    return opened(qtbot, RespondPage, a_case(Response(risk=R1, decision=Decision.MITIGATE)))


def promises(page: RespondPage) -> list[Mitigation]:
    return list(in_order(page.meeting.workshop.mitigations))


def message(page: RespondPage) -> str:
    return found(page, QLabel, "message").text()


def test_a_promise_with_its_signal_costs_its_letters_and_few_keys(page: RespondPage) -> None:
    keys = 0

    def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal keys
        keys += 1
        press(key, held)

    key(K.Key_N, ALT)
    write("Load test at twice the peak")
    key(K.Key_Tab)
    key(K.Key_2)  # Ben says "I do"
    key(K.Key_Tab)
    write("2025-04-22")
    key(K.Key_Tab)
    write("Errors stay rare at the peak")
    key(K.Key_Tab)
    write("load test: errors < 0.5 % over 30 minutes in the report, lagging")
    key(K.Key_Tab)
    key(K.Key_Down)  # make it hurt less
    key(K.Key_Tab)
    write("5")
    key(K.Key_Tab)
    assert promises(page) == [
        Mitigation(
            id=promises(page)[0].id,
            position=0,
            risks=(R1,),
            title="Load test at twice the peak",
            owner=page.meeting.workshop.participants["p2"].id,  # type: ignore[index]  # an id
            due=date(2025, 4, 22),
            treatment=Treatment.REDUCE_IMPACT,
            effort_person_days=5,
            signal=Signal(
                type=SignalType.LOAD_TEST,
                statement="Errors stay rare at the peak",
                metric="errors",
                comparator=Comparator.LESS,
                threshold=0.5,
                unit="%",
                window="30 minutes",
                where="the report",
                leading=False,
            ),
        )
    ]
    assert keys <= MOST_KEYS


def test_a_key_says_i_do_and_the_foot_says_which(page: RespondPage) -> None:
    owner = found(page, OwnerField, "owner_field")
    press(K.Key_O, ALT)
    assert owner.hasFocus()
    assert "1\N{NO-BREAK SPACE}Ada, 2\N{NO-BREAK SPACE}Ben" in message(page)
    press(K.Key_3)
    assert page.meeting.workshop.responses[R1].owner == "p3"
    assert "2\N{NO-BREAK SPACE}Ben" in message(page)  # somebody else may say it yet
    write("B")
    assert page.meeting.workshop.responses[R1].owner == "p2"
    press(K.Key_7)
    assert page.meeting.workshop.responses[R1].owner == "p2"
    press(K.Key_Backspace)
    assert page.meeting.workshop.responses[R1].owner is None
    press(K.Key_Tab)
    assert "Who says" not in message(page)


def test_a_measure_is_read_while_it_is_typed_and_written_out_when_it_is_left(
    page: RespondPage,
) -> None:
    press(K.Key_N, ALT)
    line = found(page, MeasureField, "measure_field")
    line.setFocus()
    write("p95 under 300ms over")
    line.flush()
    assert line.text() == "p95 under 300ms over"  # still being typed
    write(" 24h in Grafana")
    press(K.Key_Tab)
    assert line.text() == "p95 < 300 ms over 24h in Grafana"
    (promise,) = promises(page)
    assert promise.signal is not None
    assert (promise.signal.threshold, promise.signal.where) == (300, "Grafana")
    found(page, LinkButton, "promise_more").click()
    assert found(page, LineField, "signal_unit_field").value() == "ms"
    unit = found(page, LineField, "signal_unit_field")
    unit.setFocus()
    unit.selectAll()
    write("s")
    unit.flush()
    assert line.text() == "p95 < 300 s over 24h in Grafana"
    page.meeting.undo()
    assert line.text() == "p95 < 300 ms over 24h in Grafana"


def test_an_idea_of_the_shelf_becomes_a_promise_by_two_keys(page: RespondPage) -> None:
    with answering(lambda dialog: QTest.keyClick(dialog.list, K.Key_Return)):  # type: ignore[attr-defined]  # at hand
        press(K.Key_I, ALT)
    assert [each.title for each in promises(page)] == ["Off switch"]
    card = found(page, PromiseCard, "promise_1")
    page.activateWindow()
    assert page.focusWidget() is card.title
    assert found(page, LinkButton, "ideas_button").words() == "Ideas (1)"
    page.meeting.undo()
    assert promises(page) == []
    assert found(page, LinkButton, "ideas_button").words() == "Ideas (2)"


@pytest.mark.parametrize(("key", "field"), [(K.Key_F, "trigger"), (K.Key_W, "fallback")])
def test_an_idea_becomes_a_first_sign_or_what_we_do_then(
    page: RespondPage, key: Qt.Key, field: str
) -> None:
    def answer(dialog: object) -> None:
        QTest.keyClick(dialog.list, K.Key_Down)  # type: ignore[attr-defined]  # at hand
        QTest.keyClick(dialog.list, key)  # type: ignore[attr-defined]  # at hand

    with answering(answer):
        press(K.Key_I, ALT)
    assert getattr(page.meeting.workshop.responses[R1], field) == "Ask them"
    assert found(page, TextField, f"{field}_field").value() == "Ask them"


def test_a_promise_and_a_first_sign_of_a_pack_are_taken_with_all_they_say(
    page: RespondPage,
) -> None:
    def take(title: str) -> object:
        def answer(dialog: object) -> None:
            rows = dialog.list.rows()  # type: ignore[attr-defined]  # at hand
            goal = next(row.key for row in rows if row.title == title)
            while dialog.list.current_key() != goal:  # type: ignore[attr-defined]  # at hand
                QTest.keyClick(dialog.list, K.Key_Down)  # type: ignore[attr-defined]  # at hand
            QTest.keyClick(dialog.list, K.Key_Return)  # type: ignore[attr-defined]  # at hand

        return answer

    with answering(take("Load test at twice the peak")):  # type: ignore[arg-type]  # an answer
        press(K.Key_I, ALT)
    (promise,) = promises(page)
    assert promise.signal is not None
    assert promise.signal.threshold is not None
    assert promise.effort_person_days
    page.activateWindow()
    with answering(take("error rate over 2 % for five minutes")):  # type: ignore[arg-type]  # an answer
        page.acts.take_idea()
    response = page.meeting.workshop.responses[R1]
    assert response.trigger == "error rate over 2 % for five minutes"
    assert response.fallback


def test_a_promise_of_another_risk_serves_this_one_too(qtbot: QtBot) -> None:
    shared = a_mitigation("m1", "r2", title="Off at night", effort_person_days=3.0)
    page = opened(qtbot, RespondPage, a_case(shared))
    page.take_in_hand(R1)
    with answering(lambda dialog: QTest.keyClick(dialog.list, K.Key_Return)):  # type: ignore[attr-defined]  # at hand
        press(K.Key_P, ALT)
    assert promises(page)[0].risks == (R2, R1)
    assert found(page, QLabel, "also_serves").text() == "also serves Risk r2"
    assert found(page, QLabel, "effort_note").text() == "Effort: 3 person-days"
    page.take_in_hand(R2)
    assert found(page, QLabel, "also_serves").text() == "also serves Overload"
    leave = found(page, LinkButton, "promise_remove")
    assert leave.words() == "Not for this risk"
    leave.click()
    assert promises(page)[0].risks == (R1,)
    page.meeting.undo()
    assert promises(page)[0].risks == (R2, R1)


def test_a_response_brings_a_new_risk_which_says_that_nobody_has_judged_it(
    qtbot: QtBot, page: RespondPage
) -> None:
    press(K.Key_N, ALT)
    write("Popular list instead")
    flush_fields(page)
    press(K.Key_S, ALT)
    write("the list may be stale for hours")
    press(K.Key_Return)
    (new,) = [each for each in page.meeting.workshop.risks.values() if each.secondary_to == R1]
    assert (new.event, new.cause) == ("the list may be stale for hours", "Popular list instead")
    assert new.category == "operational"
    assert page.bar.isHidden()
    assert "Nobody has judged it" in message(page)
    assert page.parts.brings.isVisible()
    with qtbot.waitSignal(page.lead_to) as led:
        found(page, LinkButton, "recast_brought").click()
    assert led.args == [Stage.RECAST, new.id]
    with qtbot.waitSignal(page.lead_to) as led:
        found(page, LinkButton, "score_brought").click()
    assert led.args == [Stage.RANK, new.id]
    page.take_in_hand(new.id)
    assert "from “Overload”" in found(page, QLabel, "risk_heading").text()
    page.meeting.undo()
    page.take_in_hand(R1)
    assert page.parts.brings.isHidden()


def test_escape_leaves_the_question_for_a_new_risk(page: RespondPage) -> None:
    press(K.Key_S, ALT)
    write("never mind")
    press(K.Key_Escape)
    assert page.bar.isHidden()
    assert list(page.meeting.workshop.risks) == ["r1", "r2"]


def test_the_room_says_by_one_key_whether_it_is_happy(page: RespondPage) -> None:
    for key, happy in zip(
        (K.Key_1, K.Key_2, K.Key_3),
        (Happiness.HAPPY, Happiness.CAN_LIVE_WITH_IT, Happiness.NOT_YET),
        strict=True,
    ):
        press(key, ALT)
        assert page.meeting.workshop.responses[R1].happy is happy
        assert found(page, Segments, "happy_field").value() is happy
    assert "not happy" in message(page)
    press(K.Key_3, ALT)
    assert page.meeting.workshop.responses[R1].happy is None
    page.take_in_hand(R2)
    press(K.Key_1, ALT)
    assert R2 not in page.meeting.workshop.responses
    assert message(page) == "Decide first what to do about it."


def test_remarks_stand_below_the_promises(qtbot: QtBot) -> None:
    vague = a_mitigation("m1", "r1", title="Watch it", signal=Signal(statement="It is better"))
    page = opened(qtbot, RespondPage, a_case(vague, a_score("p1", "r1", 3, 3)))
    page.take_in_hand(R1)
    assert found(page, QLabel, "remark").text() == (
        "“Watch it”: which number would show it, and where?"
    )
    found(page, MeasureField, "measure_field").setFocus()
    write("alarms < 3 a day")
    flush_fields(page)
    assert page.parts.remarks.isHidden()


def test_the_wall_grows_with_every_key(page: RespondPage) -> None:
    def wall() -> str:
        return page.room.view(page.meeting.workshop).spoken()

    press(K.Key_N, ALT)
    write("Load")
    assert "Load" in wall()
    assert promises(page)[0].title == ""
    found(page, TextField, "trigger_field").setFocus()
    write("errors ov")
    assert "errors ov" in wall()
    assert page.meeting.workshop.responses[R1].trigger == ""
    flush_fields(page)
    assert "errors ov" in wall()
    assert not page.room.state.draft


def test_choices_have_letters_too(page: RespondPage) -> None:
    press(K.Key_N, ALT)
    found(page, ChoiceField, "treatment_field").setFocus()
    write("f")
    assert promises(page)[0].treatment is Treatment.LEARN
    assert QApplication.focusWidget() is found(page, ChoiceField, "treatment_field")


def on_wall(page: RespondPage) -> tuple[Scene, str]:
    state = page.room.state
    return state.scene, state.subject


def test_all_promises_are_looked_at_together_on_desk_and_wall(qtbot: QtBot) -> None:
    page = opened(qtbot, RespondPage, sample())
    page.take_in_hand(RiskId("r08"))
    press(K.Key_T, ALT)
    assert on_wall(page) == (Scene.PORTFOLIO, "")
    assert page.parts.area.isHidden()
    assert found(page, QLabel, "portfolio_sentence").text() == portfolio_view(sample()).sentence
    assert "about 71 points" in found(page, ChartView, "portfolio_chart").accessibleDescription()
    assert "54 person-days in all." in found(page, QLabel, "portfolio_facts").text()
    assert page.primary.words() == "Ask for agreement"
    press(K.Key_T, ALT)
    assert on_wall(page) == (Scene.RESPONSE, "r08")
    assert page.parts.portfolio.isHidden()
    press(K.Key_T, ALT)
    with qtbot.waitSignal(page.go_to) as gone:
        press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert gone.args == [Stage.AGREE]
    press(K.Key_PageDown)
    assert page.parts.portfolio.isHidden()


def test_with_nothing_scored_the_picture_says_so(qtbot: QtBot) -> None:
    page = opened(qtbot, RespondPage, a_case())
    press(K.Key_T, ALT)
    assert "nothing to add up" in found(page, QLabel, "portfolio_sentence").text()
    assert page.parts.portfolio.chart.isHidden()


def test_who_helps_is_typed_by_name(page: RespondPage) -> None:
    press(K.Key_N, ALT)
    found(page, LinkButton, "promise_more").click()
    field = found(page, LineField, "supporters_field")
    field.setFocus()
    write("ben, c")
    press(K.Key_Return)
    assert promises(page)[0].supporters == ("p2", "p3")
    press(K.Key_Tab)
    assert field.text() == "Ben, Cy"
    field.setFocus()
    field.selectAll()
    write("Zoe")
    press(K.Key_Tab)
    assert message(page) == "“Zoe” is nobody here, or more than one. Which name is it?"
    assert promises(page)[0].supporters == ("p2", "p3")
    page.meeting.undo()
    assert promises(page)[0].supporters == ()


def test_enter_goes_on_through_a_promise(page: RespondPage) -> None:
    press(K.Key_N, ALT)
    passed = []
    for _field in range(5):
        press(K.Key_Return)
        now = QApplication.focusWidget()
        assert now is not None
        passed.append(now.objectName())
    assert passed == [
        "promise_owner_field",
        "due_field",
        "signal_statement_field",
        "measure_field",
        "treatment_field",
    ]
