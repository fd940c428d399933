"""The sample's three reviews and its outcomes, played by keys alone, give its own calibration."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.calibration import calibration
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.reviews import Occurred, ReviewEntry, RiskStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.residuals import mitigations_of, portfolio
from deskrisk.domain.reviews import review_order, reviews_in_order
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.samples import sample
from deskrisk.viewmodels.calibration import calibration_view
from deskrisk.viewmodels.words import said
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    K,
    choose,
    desk_in_front,
    enter,
    go_to_stage,
    press,
    primary,
    reach,
    seen,
    type_into,
    typed_in,
)

COMPUTED = Path(__file__).parent.parent / "domain" / "sample_computed.json"
_LETTER = {Occurred.YES: K.Key_Y, Occurred.NO: K.Key_N, Occurred.CANNOT_TELL: K.Key_C}


def before_the_reviews() -> Workshop:
    """The sample on the day of its meeting: nothing proven, nothing seen."""
    promises = {
        key: replace(
            each, status=MitigationStatus.PLANNED, done_on=None, verified_on=None, seen_by=""
        )
        for key, each in sample().mitigations.items()
    }
    return replace(sample(), mitigations=promises, reviews={}, review_entries={}, outcomes={})


@contextmanager
def desk_of_the_sample(qtbot: QtBot, folder: Path) -> Iterator[DeskWindow]:
    with running(qtbot, folder, before_the_reviews()) as program:
        program.home.activateWindow()
        qtbot.waitUntil(program.home.isActiveWindow)
        program.home.list.setFocus()
        enter()
        yield desk_in_front(qtbot, program)


def answer_entry(entry: ReviewEntry) -> None:
    """Whether the first sign has shown, what it read, and the note."""
    reach("trigger_fired_field")
    press(K.Key_Y if entry.trigger_fired else K.Key_N)
    type_into("reading_field", entry.reading)
    type_into("review_note_field", entry.note)


def answer_outcome(risk: str) -> None:
    """Whether it happened, and since when that is known."""
    outcome = sample().outcomes[risk]
    reach("occurred_field")
    press(_LETTER[outcome.occurred])
    if outcome.resolved_on is not None:
        type_into("resolved_on_field", outcome.resolved_on.isoformat())


def answer_promise(promise: Mitigation) -> None:
    """Where a promise stands, and who saw its sign on which day."""
    choose("status_field", said(promise.status))
    if promise.verified_on is not None:
        type_into("seen_by_field", promise.seen_by or "Maren Holt")
        type_into("verified_on_field", promise.verified_on.isoformat())


def begin(day: date, *, first: bool) -> None:
    if first:
        primary()
    else:
        reach("start_review")
        press(K.Key_Space)
    type_into("review_day_field", day.isoformat())


def play(desk: DeskWindow) -> None:
    """All reviews in their order; outcomes when a review first speaks of them."""
    told: set[str] = set()
    for at, review in enumerate(reviews_in_order(sample())):
        begin(review.held_on, first=at == 0)
        last = at + 1 == len(sample().reviews)
        reach("trigger_fired_field")
        for risk in review_order(desk.meeting.workshop):
            entry = sample().review_entries.get(f"{review.id}/{risk}")
            if entry is not None:
                answer_entry(entry)
            settles = entry is not None and entry.status is not RiskStatus.OPEN
            if risk in sample().outcomes and risk not in told and (settles or last):
                answer_outcome(risk)
                told.add(risk)
            if last:
                prove(risk, told)
            if entry is not None and entry.status in {RiskStatus.CLOSED, RiskStatus.OPEN}:
                choose("risk_state_field", said(entry.status))
            primary()  # the next risk; after the last one there is none


def prove(risk: RiskId, told: set[str]) -> None:
    """Every promise of a risk, the first time that it is seen."""
    for promise in mitigations_of(sample(), risk):
        if promise.id not in told:
            press(K.Key_Tab)
            answer_promise(promise)
            told.add(promise.id)
        else:
            press(K.Key_Tab)
            reach("status_field")


def oracle() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(COMPUTED.read_text("utf-8"))["calibration"]
    return held


def test_three_reviews_by_keys_give_the_samples_calibration(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of_the_sample(qtbot, tmp_path) as desk:
        go_to_stage(desk, Stage.FOLLOW_UP)
        promised = seen(desk, RowList, "promised_list").rows()
        assert len(promised) == len(sample().mitigations)
        before = portfolio(desk.meeting.workshop)
        assert before.current == pytest.approx(before.inherent)
        play(desk)
        workshop = typed_in(desk)

        assert workshop.outcomes == sample().outcomes
        entries = {each.reading for each in workshop.review_entries.values() if each.reading}
        assert entries == {each.reading for each in sample().review_entries.values()}
        assert [each.held_on for each in reviews_in_order(workshop)] == [
            each.held_on for each in reviews_in_order(sample())
        ]
        assert portfolio(workshop) == portfolio(sample())

        found, wanted = calibration(workshop), oracle()
        assert found.brier == pytest.approx(wanted["brier_in_force"], abs=1e-6)
        assert found.skill == pytest.approx(wanted["skill_in_force"], abs=1e-6)
        assert found.base_rate == pytest.approx(wanted["base_rate"], abs=1e-6)
        assert [each.in_force for each in found.forecasts] == pytest.approx(
            [row["p_in_force"] for row in wanted["rows"]], abs=1e-6
        )

        press(K.Key_J, ALT)
        verdict = seen(desk, QLabel, "judged_verdict").text()
        assert verdict == calibration_view(sample()).verdict
        press(K.Key_Escape)


def test_the_number_falls_only_when_the_signs_were_seen(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of_the_sample(qtbot, tmp_path) as desk:
        go_to_stage(desk, Stage.FOLLOW_UP)
        begin(date(2025, 4, 8), first=True)
        before = portfolio(desk.meeting.workshop).current
        risk = review_order(desk.meeting.workshop)[0]
        reach("trigger_fired_field")
        required = [each for each in mitigations_of(sample(), risk) if each.required]
        for place, promise in enumerate(required):
            press(K.Key_Tab)
            choose("status_field", said(MitigationStatus.DONE_UNVERIFIED))
            assert portfolio(typed_in(desk)).current == before, promise.title
            choose("status_field", said(MitigationStatus.VERIFIED))
            assert typed_in(desk).mitigations[promise.id].status is not MitigationStatus.VERIFIED
            type_into("seen_by_field", "Noor Castell")
            enter()
            proven = portfolio(typed_in(desk)).current
            assert (proven < before) is (place + 1 == len(required))
