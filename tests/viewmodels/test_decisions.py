from dataclasses import replace
from typing import Any

import pytest

from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Happiness,
    MitigationStatus,
    Response,
    Treatment,
)
from deskrisk.domain.parts import put
from deskrisk.domain.responses import serve_too
from deskrisk.services.samples import sample
from deskrisk.viewmodels.decisions import decisions_view
from tests.builders import a_mitigation, a_risk, a_workshop

R1 = RiskId("r1")


@pytest.mark.parametrize(
    ("happy", "words"),
    [
        (None, ""),
        (Happiness.HAPPY, "The room is happy with how this is mitigated."),
        (Happiness.CAN_LIVE_WITH_IT, "The room can live with how this is mitigated."),
        (Happiness.NOT_YET, "The room is not happy yet with how this is mitigated."),
    ],
)
def test_what_the_room_said_is_printed_above_and_below_the_line(
    happy: Happiness | None, words: str
) -> None:
    said = [
        Response(risk=RiskId(risk), decision=Decision.ACCEPT, happy=happy) for risk in ("r1", "r2")
    ]
    view = decisions_view(a_workshop(a_risk("r1"), a_risk("r2"), *said, focus_count=1))
    assert (view.blocks[0].happy, view.others[0].happy) == (words, words)


def test_new_risks_from_a_response_are_named_with_their_number() -> None:
    view = decisions_view(
        a_workshop(
            a_risk("r1"),
            a_risk("r3", secondary_to=R1, title="Stale list"),
            a_risk("r2", secondary_to=R1, title="Two lists"),
            focus_count=1,
        )
    )
    assert view.blocks[0].brings == "Two lists (R2), Stale list (R3)"
    assert {row.brings for row in view.others} == {""}


def test_a_promise_names_the_other_risks_it_serves() -> None:
    shared = serve_too(sample(), MitigationId("m07"), RiskId("r05"))
    by_risk = {block.risk: block for block in decisions_view(shared).blocks}
    found = {row.number: row.description for row in by_risk[RiskId("r04")].promises}
    own = sample().mitigations[MitigationId("m07")].description
    assert found["M7"] == f"{own.rstrip('.')}. Also serves Slow responses".removeprefix(". ")
    plain = put(shared, replace(shared.mitigations[MitigationId("m07")], description=""))
    bare = {block.risk: block for block in decisions_view(plain).blocks}[RiskId("r04")]
    assert "Also serves Slow responses" in {row.description for row in bare.promises}


def test_what_is_mitigated_says_in_which_ways_the_promises_help() -> None:
    promises = [
        a_mitigation("m1", "r1", treatment=Treatment.AVOID),
        a_mitigation("m2", "r1", treatment=Treatment.AVOID),
        a_mitigation("m3", "r1", treatment=Treatment.SHARE),
        a_mitigation("m4", "r1", treatment=Treatment.LEARN, status=MitigationStatus.DROPPED),
    ]

    def decided(**fields: Any) -> str:
        response = Response(risk=R1, **fields)
        return decisions_view(a_workshop(a_risk("r1"), response, *promises)).blocks[0].decision

    assert decided(decision=Decision.MITIGATE) == "Mitigate: avoid it, share it"
    chosen = (Treatment.LEARN,)
    assert decided(decision=Decision.MITIGATE, treatments=chosen) == "Mitigate: find out more"
    assert decided(decision=Decision.WATCH) == "Watch"
