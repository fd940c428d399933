from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Mitigation,
    Response,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.gui.stages.respond.page import RespondPage
from deskrisk.gui.stages.respond.promise_card import PromiseCard
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import DayField, LineField, NumberField, TextField
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.services.samples import sample
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, opened, press, write
from tests.nasty import NASTY, expected

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXTS_OF_CARD = {
    "promise_description_field": TextField,
    "signal_statement_field": TextField,
    "promise_title_field": TextField,
    "signal_metric_field": LineField,
    "signal_unit_field": LineField,
    "signal_window_field": LineField,
    "signal_where_field": LineField,
}
TEXTS = ("reason_field", "trigger_field", "fallback_field", "leverage_note_field")


def a_case() -> Workshop:
    return a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_participant("p1"),
        a_participant("p2", present=False),
        focus_count=1,
    )


@pytest.fixture
def page(qtbot: QtBot) -> RespondPage:
    return opened(qtbot, RespondPage, a_case())


def the_promise(page: RespondPage) -> Mitigation:
    (promise,) = page.meeting.workshop.mitigations.values()
    return promise


def promise_made(page: RespondPage) -> PromiseCard:
    found(page, Segments, "decision_field").choose(0)
    press(K.Key_N, ALT)
    return found(page, PromiseCard, "promise_1")


def choose(field: ChoiceField, downs: int) -> None:
    """Go down the choices by the arrow key, from the first."""
    field.setFocus()
    field.setCurrentIndex(0)
    press(K.Key_Down, times=downs)


def test_arrows_choose_a_decision_and_the_foot_names_what_is_missing(
    qtbot: QtBot, page: RespondPage
) -> None:
    assert "a decision" in found(page, QLabel, "message").text()
    press(K.Key_Space)
    assert page.meeting.workshop.responses["r1"].decision is Decision.MITIGATE
    assert "a promise" in found(page, QLabel, "message").text()


def test_only_what_a_decision_needs_is_shown(qtbot: QtBot, page: RespondPage) -> None:
    parts = page.parts
    assert parts.promises.isHidden()
    parts.decision.choose(3)
    assert not parts.reason.isHidden()
    assert parts.promises.isHidden()
    assert parts.signs.isHidden()
    parts.decision.choose(0)
    assert parts.reason.isHidden()
    assert not parts.promises.isHidden()
    assert not parts.signs.isHidden()


def test_an_owner_is_chosen_by_keys(qtbot: QtBot, page: RespondPage) -> None:
    choose(found(page, ChoiceField, "owner_field"), 1)
    assert page.meeting.workshop.responses["r1"].owner == "p1"


def test_who_is_not_here_has_to_have_agreed(qtbot: QtBot, page: RespondPage) -> None:
    owner = found(page, ChoiceField, "owner_field")
    choose(owner, 2)
    assert page.meeting.workshop.responses["r1"].owner == "p1"
    assert "not here" in found(page, QLabel, "message").text()
    assert owner.value() == "p1"
    found(page, LinkButton, "agreed_button").click()
    assert page.meeting.workshop.responses["r1"].owner == "p2"
    assert owner.value() == "p2"


def test_a_promise_is_written_by_keys_alone(qtbot: QtBot, page: RespondPage) -> None:
    promise_made(page)
    write("Load test")
    press(K.Key_Tab)
    press(K.Key_Tab)
    write("2025-04-22")
    press(K.Key_Tab)
    write("At most 300 ms")
    flush_fields(page)
    promise = the_promise(page)
    assert (promise.title, promise.due) == ("Load test", date(2025, 4, 22))
    assert promise.signal is not None
    assert promise.signal.statement == "At most 300 ms"
    assert page.meeting.history[-1].label == "signal.edit"


def test_how_it_is_measured_folds_out(qtbot: QtBot, page: RespondPage) -> None:
    card = promise_made(page)
    found(card, LinkButton, "promise_more").click()
    for name, text in (("effort_field", "2.5"), ("threshold_field", "300")):
        found(card, NumberField, name).setFocus()
        write(text)
    found(card, LineField, "signal_unit_field").setFocus()
    write("ms")
    choose(found(card, ChoiceField, "treatment_field"), 2)
    choose(found(card, ChoiceField, "comparator_field"), 4)
    found(card, CheckField, "required_field").setFocus()
    press(K.Key_Space)
    promise = the_promise(page)
    assert (promise.effort_person_days, promise.treatment, promise.required) == (
        2.5,
        Treatment.REDUCE_IMPACT,
        False,
    )
    assert promise.signal is not None
    assert (promise.signal.threshold, promise.signal.unit, promise.signal.comparator) == (
        300,
        "ms",
        Comparator.MORE,
    )
    found(card, LinkButton, "promise_more").click()
    assert not [
        each
        for each in card.findChildren(LineField)
        if each.isVisible() and each.objectName() == "signal_unit_field"
    ]


def test_tab_reads_the_page_downwards(page: RespondPage) -> None:
    card = promise_made(page)
    found(card, LinkButton, "promise_more").click()
    found(page, Segments, "decision_field").setFocus()
    names: list[str] = []
    for _stop in range(26):
        press(K.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    wanted = [
        "promise_title_field",
        "promise_owner_field",
        "due_field",
        "signal_statement_field",
        "promise_more",
        "promise_remove",
        "promise_description_field",
        "add_promise",
        "trigger_field",
        "fallback_field",
    ]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)


def test_a_day_that_is_none_changes_nothing_and_says_so(qtbot: QtBot, page: RespondPage) -> None:
    card = promise_made(page)
    found(card, DayField, "due_field").setFocus()
    write("soon")
    press(K.Key_Tab)
    assert the_promise(page).due is None
    assert "day" in found(page, QLabel, "message").text()


def test_promises_move_and_go_and_come_back(qtbot: QtBot, page: RespondPage) -> None:
    promise_made(page)
    write("one")
    press(K.Key_N, ALT)
    write("two")
    flush_fields(page)
    press(K.Key_Up, ALT)

    def titles() -> list[str]:
        return [each.title for each in in_order(page.meeting.workshop.mitigations)]

    assert titles() == ["two", "one"]
    found(found(page, PromiseCard, "promise_1"), LinkButton, "promise_remove").click()
    assert titles() == ["one"]
    page.meeting.undo()
    assert titles() == ["two", "one"]
    shown = [found(page, PromiseCard, f"promise_{n}").title.value() for n in (1, 2)]
    assert shown == ["two", "one"]


def test_how_likely_and_how_bad_then(qtbot: QtBot, page: RespondPage) -> None:
    found(page, Segments, "decision_field").choose(0)
    choose(found(page, ChoiceField, "residual_likelihood_field"), 5)
    choose(found(page, ChoiceField, "residual_impact_field"), 4)
    response = page.meeting.workshop.responses["r1"]
    assert (response.residual_likelihood, response.residual_impact) == (1, 2)
    assert page.parts.loss.accessibleDescription().endswith("when proven under 0.1") or (
        "when proven about" in page.parts.loss.accessibleDescription()
    )


def test_page_keys_and_the_primary_button_go_through_the_risks(
    qtbot: QtBot, page: RespondPage
) -> None:
    title, button = found(page, QLabel, "risk_title"), found(page, PrimaryButton, "primary")
    assert (title.text(), button.words()) == ("Risk r1", "Next: Risk r2")
    press(K.Key_Return, CTRL)
    assert title.text() == "Risk r2"
    with qtbot.waitSignal(page.go_to) as gone:
        press(K.Key_Return, CTRL)
    assert gone.args == [Stage.AGREE]
    press(K.Key_PageUp)
    assert title.text() == "Risk r1"
    press(K.Key_PageDown)
    assert title.text() == "Risk r2"


def test_the_strip_goes_along_by_arrows(qtbot: QtBot, page: RespondPage) -> None:
    page.parts.strip.setFocus()
    press(K.Key_Right)
    assert found(page, QLabel, "risk_title").text() == "Risk r2"


def test_somebody_can_be_led_to_a_risk(page: RespondPage) -> None:
    page.take_in_hand("r2")
    assert found(page, QLabel, "risk_title").text() == "Risk r2"


def test_a_draft_is_handed_over_before_the_next_risk(qtbot: QtBot, page: RespondPage) -> None:
    found(page, Segments, "decision_field").choose(0)
    found(page, TextField, "trigger_field").setFocus()
    write("errors over 2 %")
    press(K.Key_PageDown)
    assert page.meeting.workshop.responses["r1"].trigger == "errors over 2 %"
    assert "r2" not in page.meeting.workshop.responses


def test_undo_and_redo_are_shown(qtbot: QtBot, page: RespondPage) -> None:
    found(page, Segments, "decision_field").choose(0)
    trigger = found(page, TextField, "trigger_field")
    trigger.setFocus()
    write("errors")
    flush_fields(page)
    page.meeting.undo()
    assert trigger.value() == ""
    page.meeting.redo()
    assert trigger.value() == "errors"


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back_as_it_was_typed(qtbot: QtBot, text: str) -> None:
    noted = Response(risk=RiskId("r1"), leverage_note="it serves an aim")
    workshop = a_workshop(a_risk("r1"), a_participant("p1"), a_mitigation("m1", "r1"), noted)
    page = opened(qtbot, RespondPage, workshop)
    found(page, Segments, "decision_field").choose(2)
    for name in TEXTS:
        field = found(page, TextField, name)
        field.setPlainText(text)
        typed = str(field.value())
        field.flush()
        held = getattr(page.meeting.workshop.responses["r1"], name.removesuffix("_field"))
        assert held == expected(typed)
        assert field.value() == held
    _check_card(page, text)
    assert not page.grab().isNull()


def _check_card(page: RespondPage, text: str) -> None:
    card = found(page, PromiseCard, "promise_1")
    card.open_details(open_=True)
    for name, kind in TEXTS_OF_CARD.items():
        field: QWidget = found(card, kind, name)
        if isinstance(field, TextField):
            field.setPlainText(text)
        else:
            assert isinstance(field, LineField)
            field.selectAll()
            field.insert(text)
        typed = str(field.value())
        field.flush()
        promise = the_promise(page)
        short = name.removesuffix("_field")
        owner: object = promise.signal if short.startswith("signal_") else promise
        held = getattr(owner, short.removeprefix("signal_").removeprefix("promise_"))
        assert held == expected(typed)
        assert str(field.value()) == held


def test_the_sample_can_be_painted_in_any_width(qtbot: QtBot) -> None:
    page = opened(qtbot, RespondPage, sample())
    for width in (480, 824, 1400):
        page.resize(width, 700)
        for _risk in range(3):
            press(K.Key_PageDown)
            assert not page.grab().isNull()


def test_without_a_risk_it_leads_back(qtbot: QtBot) -> None:
    page = opened(qtbot, RespondPage, a_workshop())
    assert "no risk" in found(page, QLabel, "respond_empty").text()
    with qtbot.waitSignal(page.go_to) as gone:
        found(page, PrimaryButton, "primary").click()
    assert gone.args == [Stage.RECAST]
    assert QApplication.focusWidget() is None or page.first_focus() is page.primary
    assert not [each for each in page.findChildren(QuietButton, "add_promise") if each.isVisible()]
