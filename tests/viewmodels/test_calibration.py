from datetime import date

import pytest

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.reviews import Occurred, Outcome
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.calibration import BandLine, OutcomeRow, calibration_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def settled(*answers: tuple[int, bool]) -> Workshop:
    """Risks at these levels that did or did not happen."""
    return a_workshop(
        a_participant(),
        *(a_risk(f"r{n}") for n in range(1, len(answers) + 1)),
        *(a_score("p1", f"r{n}", level, 3) for n, (level, _) in enumerate(answers, start=1)),
        *(
            Outcome(
                risk=RiskId(f"r{n}"),
                occurred=Occurred.YES if happened else Occurred.NO,
                resolved_on=date(2025, 6, 30),
            )
            for n, (_, happened) in enumerate(answers, start=1)
        ),
    )


def test_the_sample() -> None:
    found = calibration_view(sample())
    assert (found.brier, len(found.rows)) == ("0.17", 11)
    assert found.verdict == (
        "On average you said 33\N{NO-BREAK SPACE}%, and 36\N{NO-BREAK SPACE}% happened. "
        "That is close. You told the likely from the unlikely better than one number for all."
    )
    assert found.rows[1].basis == "with all promises proven"
    assert sum(band.count for band in found.bands) == 11


def test_too_few_are_listed_and_not_judged() -> None:
    found = calibration_view(settled((4, True)))
    assert found.rows == (
        OutcomeRow(
            risk=RiskId("r1"),
            title="Risk r1",
            expected="65\N{NO-BREAK SPACE}%",
            basis="as you said it",
            happened="it happened",
            chance=0.65,
            occurred=True,
        ),
    )
    assert (found.brier, found.bands) == ("", ())
    assert found.verdict == "1 risk is settled; from 10 on the percentages can be judged."
    assert calibration_view(a_workshop()).verdict.startswith("0 risks are settled")


def test_levels_are_held_against_what_happened() -> None:
    found = calibration_view(settled(*[(4, True)] * 6, *[(2, False)] * 4))
    assert found.bands == (
        BandLine(
            level=2,
            count=4,
            said="13\N{NO-BREAK SPACE}%",
            happened="0\N{NO-BREAK SPACE}%",
            chance=0.125,
            share=0.0,
        ),
        BandLine(
            level=4,
            count=6,
            said="65\N{NO-BREAK SPACE}%",
            happened="100\N{NO-BREAK SPACE}%",
            chance=0.65,
            share=1.0,
        ),
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([(5, False)] * 9 + [(5, True)], "You were more worried than needed."),
        ([(1, True)] * 9 + [(1, False)], "It was worse than you said."),
        ([(5, True)] * 9 + [(5, False)], "That is close."),
        ([(5, False)] * 5 + [(1, True)] * 5, "One number for all would have done as well."),
    ],
)
def test_the_verdict(answers: list[tuple[int, bool]], words: str) -> None:
    assert words in calibration_view(settled(*answers)).verdict


def test_if_nothing_happened_nothing_is_said_about_skill() -> None:
    assert calibration_view(settled(*[(5, False)] * 10)).verdict == (
        "On average you said 90\N{NO-BREAK SPACE}%, and 0\N{NO-BREAK SPACE}% happened. "
        "You were more worried than needed."
    )
