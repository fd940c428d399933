from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskrisk.domain.brief import HorizonAdvice, SettledError, horizon_advice
from deskrisk.domain.model.brief import DEFAULT_FOCUS_COUNT, DecisionRule, Preset, Stage
from deskrisk.domain.parts import in_order
from deskrisk.domain.stages import conditions
from deskrisk.domain.templates import NotATemplateError, Template
from deskrisk.services.meeting import Meeting
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.services.templates import begin_with, find_templates, save_template, templates
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_participant, a_risk, a_score, a_workshop

ALL = templates()


def template(id_: str) -> Template:
    return next(each for each in ALL if each.id == id_)


def test_the_presets_come_first_and_each_kind_is_there() -> None:
    assert [each.id for each in ALL] == [
        "express-60-en",
        "standard-120-en",
        "deep-2x90-en",
        "launch-premortem-en",
        "ai-tool-rollout-en",
        "architecture-decision-en",
        "migration-en",
    ]
    assert [each.preset for each in ALL[:3]] == list(Preset)
    assert [each.focus_count for each in ALL[:3]] == list(DEFAULT_FOCUS_COUNT.values())


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_a_workshop_begun_with_it_is_prepared_but_for_people(each: Template) -> None:
    meeting = Meeting(a_workshop(a_participant("p1"), a_participant("p2")))
    begin_with(meeting, each)
    open_ = [found.key for found in conditions(meeting.workshop, Stage.PREPARE) if not found.met]
    needs_owner = each.decision_rule in {
        DecisionRule.CONSENT_THEN_OWNER,
        DecisionRule.OWNER_AFTER_ADVICE,
    }
    assert open_ == (["rule.set"] if needs_owner else [])
    assert horizon_advice(meeting.workshop.brief) is HorizonAdvice.FINE
    assert len(meeting.workshop.groups) == len(each.groups)
    assert 2 <= len(meeting.workshop.objectives) <= 6


def test_it_is_one_step_that_can_be_taken_back() -> None:
    meeting = Meeting(a_workshop())
    begin_with(meeting, template("ai-tool-rollout-en"))
    assert len(meeting.history) == 1
    assert [each.name for each in meeting.workshop.categories.values()][-1] == "People"
    assert len(meeting.workshop.working_agreements) == 2
    assert len(meeting.workshop.even_over) == 2
    meeting.undo()
    assert meeting.workshop == a_workshop()


def test_title_day_and_people_stay() -> None:
    meeting = Meeting(a_workshop(a_participant("p1"), title="Ours", held_on=date(2025, 3, 11)))
    begin_with(meeting, template("migration-en"))
    brief = meeting.workshop.brief
    assert (brief.title, brief.held_on, brief.horizon) == (
        "Ours",
        date(2025, 3, 11),
        date(2025, 7, 9),
    )
    assert len(meeting.workshop.participants) == 1


def test_it_bends_nothing_once_the_scores_have_been_seen() -> None:
    scored = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 3, 3))
    scored = replace(scored, progress=replace(scored.progress, round_closed=1))
    meeting = Meeting(scored)
    with pytest.raises(SettledError):
        begin_with(meeting, template("express-60-en"))
    assert meeting.workshop == scored


def test_the_packs_that_are_named_are_there() -> None:
    assert {each.pack for each in ALL} <= {pack.id for pack in find_packs().packs}


def test_a_template_of_ones_own_has_what_was_prepared_and_no_person(tmp_path: Path) -> None:
    path = save_template(sample(), "Ours", tmp_path / "new")
    (own,) = find_templates(tmp_path / "new").templates[len(ALL) :]
    assert (own.name, own.purpose) == ("Ours", sample().brief.purpose)
    assert own.objectives == tuple(each.text for each in in_order(sample().objectives))
    text = path.read_text("utf-8")
    assert not [each.name for each in sample().participants.values() if each.name in text]
    assert not [each.text for each in sample().fears.values() if each.text in text]


def test_what_is_missing_for_a_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotATemplateError) as refused:
        save_template(a_workshop(), "Ours", tmp_path)
    assert sentence(refused.value) == (
        "For a template, look at these in Prepare first: the purpose, 10 to 200 characters; "
        "the aims, two to six of 5 to 120 characters."
    )
    assert not list(tmp_path.iterdir())


def test_a_long_title_is_cut_to_a_name(tmp_path: Path) -> None:
    save_template(sample(), "x" * 300, tmp_path)
    assert len(find_templates(tmp_path).templates[-1].name) == 60


def test_a_damaged_template_of_ones_own_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", "utf-8")
    shelf = find_templates(tmp_path)
    assert shelf.templates == ALL
    assert [each.path for each in shelf.faults] == [str(tmp_path / "broken.json")]
