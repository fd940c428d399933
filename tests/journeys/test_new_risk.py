"""A promise brings a new risk: noted, recast and judged late, by keys alone."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Decision, Response
from deskrisk.domain.model.workshop import Workshop
from deskrisk.viewmodels.figures import points
from tests.builders import a_participant, a_risk, a_score, a_workshop, an_objective
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    K,
    at,
    desk_in_front,
    enter,
    go_to_stage,
    press,
    primary,
    reach,
    seen,
    type_text,
    typed_in,
)

R1 = RiskId("r1")


def a_case() -> Workshop:
    people = [a_participant(f"p{n}") for n in (1, 2, 3)]
    workshop = a_workshop(
        *people,
        *(an_objective(f"o{n}") for n in (1, 2)),
        a_risk("r1"),
        *(a_score(each.id, "r1", 3, 3) for each in people),
        Response(risk=R1, decision=Decision.MITIGATE),
        input_scores=InputMode.CARDS,
    )
    progress = replace(workshop.progress, round_closed=1, order_confirmed=True)
    return replace(workshop, progress=progress)


def test_a_new_risk_from_a_promise_is_judged_late(qtbot: QtBot, tmp_path: Path) -> None:
    start = a_case()
    with running(qtbot, tmp_path, start) as program:
        program.open_workshop(start.id)
        desk = desk_in_front(qtbot, program)
        go_to_stage(desk, Stage.RESPOND)
        press(K.Key_N, ALT)
        type_text("Popular list instead")
        press(K.Key_S, ALT)
        type_text("the list may be stale for hours")
        enter()
        (new,) = [e for e in typed_in(desk).risks.values() if e.secondary_to == R1]
        assert new.cause == "Popular list instead"

        reach("score_brought")
        press(K.Key_Space)
        assert desk.pages.stage() is Stage.RANK
        assert seen(desk, QLabel, "risk_title").text() == "The list may be stale for hours"
        type_text("224433")
        workshop = typed_in(desk)
        assert risk_exposures(workshop)[new.id].answers.keys() == {"p1", "p2", "p3"}

        go_to_stage(desk, Stage.RESPOND)  # the round is open: nobody sees a figure yet
        assert "not scored yet" in seen(desk, QLabel, "brought_risk").text()
        go_to_stage(desk, Stage.RANK)
        primary()
        if at() != "order_list":
            enter()
        go_to_stage(desk, Stage.RESPOND)
        workshop = typed_in(desk)
        assert workshop.progress.round_closed == 2
        about = points(risk_exposures(workshop)[new.id].median)
        assert seen(desk, QLabel, "brought_risk").text().endswith(f"about {about}")
