"""The converter of the older sample format, and the sample that it made."""

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from deskrisk.domain.file_errors import WorkshopFileError
from deskrisk.domain.model.brief import Anonymity, DecisionRule, InputMode, OrderMethod, Preset
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.responses import Decision, MitigationStatus, Treatment
from deskrisk.domain.model.reviews import Occurred, RiskStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.viewmodels.problems import sentence

ROOT = Path(__file__).resolve().parent.parent
ODD = ROOT / "tests" / "files" / "odd-sample.json"

Plain = dict[str, Any]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "convert_sample", ROOT / "packaging" / "convert_sample.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


CONVERT = _script()


@pytest.fixture(scope="module")
def odd() -> Workshop:
    converted = CONVERT.Converter(json.loads(ODD.read_text("utf-8"))).converted()
    workshop: Workshop = converted.workshop
    return workshop


def _one(values: Any) -> Any:
    (value,) = values.values()
    return value


def test_the_shipped_sample_has_all_of_its_source() -> None:
    workshop = sample()
    counts = {
        name: len(getattr(workshop, name))
        for name in (
            "risks",
            "fears",
            "scores",
            "mitigations",
            "participants",
            "objectives",
            "even_over",
            "clusters",
            "working_agreements",
            "ballots",
            "responses",
            "stances",
            "reviews",
            "order_moves",
            "categories",
        )
    }
    assert counts == {
        "risks": 12,
        "fears": 17,
        "scores": 152,
        "mitigations": 14,
        "participants": 8,
        "objectives": 5,
        "even_over": 3,
        "clusters": 7,
        "working_agreements": 4,
        "ballots": 8,
        "responses": 12,
        "stances": 8,
        "reviews": 3,
        "order_moves": 1,
        "categories": 4,
    }
    assert len(workshop.outcomes) == 11
    assert sum(each.occurred is Occurred.YES for each in workshop.outcomes.values()) == 4


def test_the_shipped_sample_has_the_agreed_order_and_its_cut_line() -> None:
    workshop = sample()
    order = ["r02", "r08", "r03", "r04", "r10", "r07", "r09", "r12", "r01", "r11", "r06", "r05"]
    assert list(standing_order(workshop)) == order
    assert workshop.progress.order_confirmed
    assert workshop.progress.round_closed == 2
    assert workshop.brief.focus_count == 6
    reservation = [each for each in workshop.stances.values() if each.level == 3]
    assert [each.item for each in reservation] == ["r07"]


def test_fixed_categories_keep_the_names_of_the_program() -> None:
    assert all(each.name == "" for each in sample().categories.values())


def test_settings(odd: Workshop) -> None:
    brief = odd.brief
    assert brief.held_on == date(2025, 5, 5)
    assert brief.preset is Preset.EXPRESS_60
    assert brief.decision_rule is DecisionRule.CONSENT_THEN_OWNER
    assert brief.decision_owner == "p1"
    assert brief.anonymity is Anonymity.NAMED
    assert brief.order_method is OrderMethod.SCORES_THEN_DUELS
    modes = (brief.input_fears, brief.input_scores, brief.input_ballots, brief.input_signoff)
    assert modes == (InputMode.PASS, InputMode.PAPER, InputMode.CARDS, InputMode.IMPORT)
    assert brief.project_size_person_days == 40.5
    assert brief.organisation == ""


def test_how_far_the_meeting_was(odd: Workshop) -> None:
    progress = odd.progress
    assert progress.agreed_order == ("r2", "r1")
    assert (progress.order_confirmed, progress.round_closed, progress.sign_off_round) == (
        True,
        2,
        2,
    )
    assert progress.order_note == ""


def test_own_categories_stand_behind_the_fixed_ones(odd: Workshop) -> None:
    places = sorted((each.position, each.id, each.name) for each in odd.categories.values())
    assert [id_ for _place, id_, _name in places] == [
        "operational",
        "cost",
        "maintainability",
        "delivery",
        "goodwill",
    ]
    assert places[-1][2] == "Goodwill of the members"


def test_fears_have_no_author_and_every_disposition(odd: Workshop) -> None:
    found = {str(each.id): each for each in odd.fears.values()}
    assert found["f1"].agreement == "wa1"  # linked from the other end only
    assert found["f3"].merged_into == "f2"
    assert (found["f4"].owner, found["f4"].due) == ("p1", date(2025, 5, 12))
    assert (found["f5"].owner, found["f5"].disposition) == ("p1", Disposition.ISSUE)
    assert found["f6"].note == "outside of this"
    assert found["f7"].disposition is None


def test_links_between_fears_and_risks_count_from_either_end(odd: Workshop) -> None:
    found = {str(each.id): each for each in odd.risks.values()}
    assert found["r1"].fears == ("f2",)
    assert found["r2"].fears == ("f2",)
    assert found["r1"].ideas == ("Copy twice",)
    assert (found["r1"].base_rate_n, found["r1"].base_rate_k) == (9, 2)
    assert found["r2"].secondary_to == "r1"


def test_scores_notes_ballots_duels_and_moves(odd: Workshop) -> None:
    assert len(odd.scores) == 3
    assert odd.scores["1/p1/r2"].abstain
    notes = sorted((each.position, each.text) for each in odd.discussion_notes.values())
    assert notes == [(0, "The cellar is damp."), (1, "There is a scanner.")]
    assert _one(odd.ballots).ranking == (("r2", "r1"),)
    duel = _one(odd.duels)
    assert (duel.sequence, duel.wins_a, duel.skipped) == (1, 1, 1)
    move = _one(odd.order_moves)
    assert (move.sequence, move.crosses_tier, move.reason) == (1, True, "It comes first.")


def test_responses_and_promises(odd: Workshop) -> None:
    response = _one(odd.responses)
    assert response.decision is Decision.ESCALATE
    assert response.treatments == (Treatment.SHARE, Treatment.ACCEPT)
    first, second = sorted(odd.mitigations.values(), key=lambda each: each.position)
    assert (first.status, first.status_note) == (MitigationStatus.DROPPED, "The scanner broke.")
    assert first.signal is not None
    assert first.signal.threshold == 2
    assert second.risks == ("r1", "r2")
    assert second.signal is None
    assert second.owner is None


def test_sign_off_reviews_and_outcomes(odd: Workshop) -> None:
    assert odd.stances["1/p1"].acceptable_if == "A copy exists first."
    assert _one(odd.amendments).answers == (ParticipantId("p1"),)
    entry = _one(odd.review_entries)
    assert (entry.review, entry.status, entry.trigger_fired) == ("v1", RiskStatus.SUPERSEDED, None)
    assert _one(odd.outcomes).risk == "r1"  # nobody has said anything about the other one yet


def test_what_has_no_place_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "odd.deskrisk"
    assert CONVERT.main([str(ODD), str(target)]) == 0
    out = capsys.readouterr().out
    left_out = [line.rpartition(": ")[2] for line in out.splitlines()[:-1]]
    assert sorted(left_out) == [
        "fears.author (1)",
        "fears.group (1)",
        "mitigations.signal.colour (1)",
        "risks.kind (1)",
        "scores.entered_at (1)",
        "weather (1)",
        "workshop.mood (1)",
    ]
    assert "2 risks, 7 fears written." in out
    assert read_workshop_file(target).id == "odd"
    assert "odd-sample" not in target.read_text("utf-8")


def test_two_conversions_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        CONVERT.convert(ODD, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def _wrong(change: Callable[[Plain], object]) -> bytes:
    plain = json.loads(ODD.read_text("utf-8"))
    change(plain)
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "empty"),
        (b"[1, 2", "damaged"),
        (b"[]", "format"),
        (_wrong(lambda p: p.update(format="deskrisk-workshop")), "format"),
        (_wrong(lambda p: p.update(format_version=2)), "format_version"),
        (_wrong(lambda p: p.pop("workshop")), "workshop"),
        (_wrong(lambda p: p.update(workshop=[])), "workshop"),
        (_wrong(lambda p: p.update(risks={})), "risks"),
        (_wrong(lambda p: p["risks"].append(1)), "risks[2]"),
        (_wrong(lambda p: p["fears"].append(1)), "fears[7]"),
        (_wrong(lambda p: p["fears"][1].update(risks=["none"])), "fears[1].risks"),
        (_wrong(lambda p: p["fears"][1].update(risks=[["r1"]])), "fears[1].risks"),
        (_wrong(lambda p: p["working_agreements"][0].update(fears=["none"])), "fears"),
        (_wrong(lambda p: p["scores"][0].update(participant="none")), "scores[0].participant"),
        (_wrong(lambda p: p["scores"][0].update(likelihood=7)), "scores[0].likelihood"),
        (_wrong(lambda p: p["scores"][0].update(round="1")), "scores[0].round"),
        (_wrong(lambda p: p["scores"].append(p["scores"][0])), "scores[3]"),
        (_wrong(lambda p: p["workshop"]["impact_scale"][0].update(value=50)), "impact_scale[0]"),
        (_wrong(lambda p: p["workshop"]["impact_scale"][0].update(level=[])), "impact_scale[0]"),
        (_wrong(lambda p: p["outcomes"][0].update(occurred="perhaps")), "outcomes[0]"),
        (_wrong(lambda p: p["outcomes"][0].update(occurred=["x"])), "outcomes[0]"),
        (_wrong(lambda p: p["reviews"][0].update(entries=3)), "reviews[0].entries"),
        (_wrong(lambda p: p["mitigations"][0].update(signal=3)), "mitigations[0].signal"),
        (_wrong(lambda p: p.update(agreed_order=["none"])), "agreed_order"),
        (_wrong(lambda p: p["risks"][0].pop("number")), "risks[0].number"),
        (_wrong(lambda p: p["risks"].append({"id": {}, "number": 3})), "risks[2].id"),
    ],
)
def test_what_is_wrong_is_refused_in_a_sentence_and_nothing_is_written(
    content: bytes, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.deskrisk"
    source.write_bytes(content)
    assert CONVERT.main([str(source), str(target)]) == 1
    said = capsys.readouterr().err
    assert said.endswith(".\n")
    assert said.count("\n") == 1
    assert named in said
    assert not target.exists()


def test_a_missing_source_and_a_misspelt_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CONVERT.main([str(tmp_path / "none.json"), str(tmp_path / "out.deskrisk")]) == 1
    assert CONVERT.main([]) == 2
    assert "convert-sample IN.json OUT.deskrisk" in capsys.readouterr().err


def _places(plain: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value: what holds it, and the name or number under which."""
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain)
    for key, item in list(inner):
        yield plain, key
        if isinstance(item, dict | list):
            yield from _places(item)


@pytest.mark.parametrize("odd_value", [None, True, 7, -1.5, "x", [], ["x"], [[]], {}, {"id": {}}])
def test_any_value_in_any_place_is_taken_or_refused(odd_value: Any) -> None:
    plain = json.loads(ODD.read_text("utf-8"))
    refused = []
    for holder, key in list(_places(plain)):
        before, holder[key] = holder[key], odd_value
        try:
            CONVERT.Converter(plain).converted()
        except WorkshopFileError as error:
            refused.append(sentence(error))
        finally:
            holder[key] = before
    assert refused
    assert all(said.endswith(".") for said in refused)
