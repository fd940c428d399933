"""The guide beside a stage: what to read out, what to watch for, and when the stage is done."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.model.brief import Brief, Preset, Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.notes import note_of
from deskrisk.domain.stages import Condition, conditions, opening_conditions
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.figures import count_word, day
from deskrisk.viewmodels.script import Line, Script, ScriptStep, minutes, script
from deskrisk.viewmodels.words import DECISION_RULE_SENTENCES

CONDITION_WORDS: Mapping[str, str] = {
    "people.enough": N_("at least two people"),
    "aims.enough": N_("at least two aims"),
    "horizon.set": N_("a last day after the meeting"),
    "rule.set": N_("how many risks get a close look, and how we decide"),
    "aims.confirmed": N_("the aims, by a show of hands"),
    "rule.read": N_("how we decide, read aloud"),
    "fears.named": N_("one fear each, on average"),
    "fears.piled": N_("every fear lies in a pile"),
    "fears.placed": N_("every fear has a place"),
    "risks.whole": N_("every risk has because, may, so that, and an aim"),
    "categories.looked": N_("every kind has a risk, or we looked"),
    "risks.few": N_("few enough risks to score well"),
    "scores.in": N_("everybody has answered for every risk"),
    "talks.held": N_("where we are far apart, we talked"),
    "ballots.in": N_("everybody has given a ballot"),
    "order.agreed": N_("the order, by a show of hands"),
    "responses.decided": N_("a decision for each risk above the line"),
    "responses.owned": N_("somebody who owns it"),
    "responses.signs": N_("a first sign, and what we do then"),
    "responses.proofs": N_("how we will know, or why we accept it"),
    "others.decided": N_("watch or accept for all others"),
    "stances.in": N_("five to one from everybody"),
    "signoff.settled": N_("adopted, or adjourned to a day"),
    "reviews.entries": N_("an entry for each risk above the line"),
    "promises.settled": N_("no promise past its day"),
}
"""What each condition of a stage is called."""

_WATCHED = {Preset.EXPRESS_60: 2, Preset.STANDARD_120: 4, Preset.DEEP_2X90: 4}
"""So many things to watch for are shown a step: whoever has less time reads less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """One line of "done when". ``count`` is such as ``"9 of 17"``, empty where nothing counts."""

    key: str
    text: str
    met: bool
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """One step of the method with its words; ``minutes`` is its time-box, None for no limit."""

    key: str
    name: str
    minutes: int | None
    read_out: tuple[Line, ...]
    watch_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """What the desk shows beside a stage; ``minutes`` is the sum of its steps' time-boxes."""

    stage: Stage
    steps: tuple[GuideStep, ...]
    minutes: int | None
    done_when: tuple[DoneRow, ...]
    private: str
    passed_because: str

    @property
    def read_out(self) -> tuple[str, ...]:
        """All that is read out in this stage, in order."""
        return tuple(line.say for step in self.steps for line in step.read_out)

    @property
    def watch_for(self) -> tuple[str, ...]:
        """All that could go wrong in this stage."""
        return tuple(text for step in self.steps for text in step.watch_for)

    @property
    def done(self) -> int:
        """How many conditions are met, of ``len(done_when)``."""
        return sum(row.met for row in self.done_when)


def guide_view(workshop: Workshop, stage: Stage) -> GuideView:
    """The guide for a stage, with the words of this workshop filled in."""
    spoken = script()
    filled = _words(workshop.brief, spoken)
    boxes = minutes()[workshop.brief.preset]
    steps = tuple(
        _step(each, filled, boxes.get(each.key), workshop.brief.preset)
        for each in spoken.steps
        if each.stage is stage and workshop.brief.preset in each.presets
    )
    note = note_of(workshop, stage)
    return GuideView(
        stage=stage,
        steps=steps,
        minutes=sum(step.minutes or 0 for step in steps) or None,
        done_when=tuple(map(_done_row, _conditions(workshop, stage))),
        private=note.private,
        passed_because=note.passed_because,
    )


def _conditions(workshop: Workshop, stage: Stage) -> tuple[Condition, ...]:
    found = conditions(workshop, stage)
    return (*found, *opening_conditions(workshop)) if stage is Stage.PREPARE else found


def _words(brief: Brief, spoken: Script) -> dict[str, str]:
    return {
        "project": brief.project or brief.title,
        "horizon": day(brief.horizon),
        "K": count_word(brief.focus_count),
        "duration": spoken.durations[brief.preset],
        "decision_rule": _(DECISION_RULE_SENTENCES[brief.decision_rule]),
    }


def _step(step: ScriptStep, filled: dict[str, str], box: int | None, preset: Preset) -> GuideStep:
    return GuideStep(
        key=step.key,
        name=step.name,
        minutes=box,
        read_out=tuple(
            Line(when=line.when, say=line.say.format_map(filled))
            for line in step.read_out
            if preset in line.presets
        ),
        watch_for=tuple(text.format_map(filled) for text in step.watch_for)[: _WATCHED[preset]],
    )


def _done_row(condition: Condition) -> DoneRow:
    counted = condition.done is not None and bool(condition.wanted)
    return DoneRow(
        key=condition.key,
        text=_(CONDITION_WORDS[condition.key]),
        met=condition.met,
        count=_("{done} of {wanted}").format(done=condition.done, wanted=condition.wanted)
        if counted
        else "",
    )
