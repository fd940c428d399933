"""What the page Prepare shows: purpose, aims, people and how we decide."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deskrisk.domain import brief as rules
from deskrisk.domain.aims import FEWEST_AIMS, MOST_AIMS
from deskrisk.domain.brief import HorizonAdvice
from deskrisk.domain.model.brief import (
    Anonymity,
    DecisionRule,
    InputMode,
    OrderMethod,
    Preset,
)
from deskrisk.domain.model.ids import GroupId, ObjectiveId, ParticipantId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.people import SMALLEST_GROUP, scorers
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.words import DECISION_RULE_SENTENCES, said

FEWEST_PEOPLE = 2
MOST_PEOPLE = 12
LARGEST_FOCUS = 10
UNTITLED = N_("Untitled workshop")
"""What a workshop is called until somebody types its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AimRow:
    """One aim with its place."""

    id: ObjectiveId
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person."""

    id: ParticipantId
    name: str
    role: str
    group: GroupId | None
    present: bool
    scores: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRows:
    """A group and its people; ``id`` is None for those without one."""

    id: GroupId | None
    name: str
    count: str
    warning: str
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One rule of the meeting: its field, its label, its value and what it can be."""

    field: str
    label: str
    value: object
    options: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareView:
    """Everything the page shows; texts are as typed."""

    title: str
    project: str
    purpose: str
    organisation: str
    facilitator: str
    facilitator_scores: bool
    facilitator_note: str
    aims_confirmed: bool
    rule_read_out: bool
    size: float | None
    held_on: date
    horizon: date
    horizon_note: str
    horizon_fits: bool
    aims: tuple[AimRow, ...]
    aims_note: str
    people_note: str
    groups: tuple[GroupRows, ...]
    deciding: tuple[SettingRow, ...]
    answering: tuple[SettingRow, ...]
    settled_note: str
    rule: str
    hint: str
    own_kinds: tuple[tuple[object, str], ...]
    kinds_note: str
    agreements: tuple[tuple[object, str], ...]
    agreements_note: str
    missing: str
    ready: bool


def prepare_view(workshop: Workshop) -> PrepareView:
    """The page Prepare of a workshop."""
    brief = workshop.brief
    missing = _missing(workshop)
    return PrepareView(
        title=brief.title,
        project=brief.project,
        purpose=brief.purpose,
        organisation=brief.organisation,
        facilitator=brief.facilitator,
        facilitator_scores=brief.facilitator_scores,
        facilitator_note=_("Then somebody else keys in those answers.")
        if brief.facilitator_scores
        else "",
        aims_confirmed=workshop.progress.aims_confirmed,
        rule_read_out=workshop.progress.rule_read_out,
        size=brief.project_size_person_days,
        held_on=brief.held_on,
        horizon=brief.horizon,
        horizon_note=_horizon_note(workshop),
        horizon_fits=rules.horizon_advice(brief) is HorizonAdvice.FINE,
        aims=tuple(
            AimRow(id=aim.id, number=str(place), text=aim.text)
            for place, aim in enumerate(in_order(workshop.objectives), start=1)
        ),
        aims_note=_aims_note(len(workshop.objectives)),
        people_note=_people_note(workshop),
        groups=_groups(workshop),
        deciding=_deciding(workshop),
        answering=_answering(workshop),
        settled_note=_("fixed, scores are seen")
        if rules.scores_seen(workshop)
        else _("fixed before anybody scores"),
        rule=_(DECISION_RULE_SENTENCES[brief.decision_rule]),
        hint=_("Ranks far apart in this room? Then let the laptop go round for scores too."),
        own_kinds=_own_kinds(workshop),
        kinds_note=_kinds_note(workshop),
        agreements=tuple((each.id, each.text) for each in in_order(workshop.working_agreements)),
        agreements_note=_("what anybody needs"),
        missing=_missing_sentence(missing),
        ready=not missing,
    )


def is_new(workshop: Workshop) -> bool:
    """Is its title only a stopgap, which waits to be typed over?"""
    brief = workshop.brief
    blank = not workshop.participants and not brief.purpose
    return blank or brief.title == _(UNTITLED)


def _horizon_note(workshop: Workshop) -> str:
    match rules.horizon_advice(workshop.brief):
        case HorizonAdvice.TOO_SOON:
            return _("That is less than two weeks after the meeting.")
        case HorizonAdvice.TOO_FAR:
            return _("That is more than three years after the meeting.")
        case HorizonAdvice.FINE:
            return _("every chance is before this day")


def _aims_note(count: int) -> str:
    if count < FEWEST_AIMS:
        return _("Two aims are enough to start.")
    if count > MOST_AIMS:
        return _("More than six aims are hard to hold in mind.")
    return _("what a risk can hurt")


def _people_note(workshop: Workshop) -> str:
    people = workshop.participants.values()
    if not people:
        return _("Two people are enough to start.")
    if len(people) > MOST_PEOPLE:
        return _("Over twelve: two tables work better.")
    count = sum(1 for person in people if person.scores)
    scoring = ngettext("{count} scores", "{count} score", count).format(count=count)
    groups = len(workshop.groups)
    if not groups:
        return scoring
    among = ngettext("in {count} group", "in {count} groups", groups).format(count=groups)
    return f"{scoring}, {among}"


def _groups(workshop: Workshop) -> tuple[GroupRows, ...]:
    found = [_group_rows(workshop, group.id, group.name) for group in in_order(workshop.groups)]
    alone = _group_rows(workshop, None, _("In no group") if found else "")
    return (*found, alone) if alone.people or not found else tuple(found)


def _group_rows(workshop: Workshop, id_: GroupId | None, name: str) -> GroupRows:
    people = tuple(_row(p) for p in in_order(workshop.participants) if p.group == id_)
    count = scorers(workshop, id_)
    small = id_ is not None and count < SMALLEST_GROUP
    return GroupRows(
        id=id_,
        name=name,
        count=ngettext("{count} scores", "{count} score", count).format(count=count),
        warning=_("Fewer than three score: merge it, or its comparison stays hidden.")
        if small
        else "",
        people=people,
    )


def _row(person: Participant) -> PersonRow:
    return PersonRow(
        id=person.id,
        name=person.name,
        role=person.role,
        group=person.group,
        present=person.present,
        scores=person.scores,
    )


def _options(*choices: Enum) -> tuple[tuple[object, str], ...]:
    return tuple((choice, said(choice)) for choice in choices)


def _deciding(workshop: Workshop) -> tuple[SettingRow, ...]:
    brief = workshop.brief
    counts = tuple(
        (n, ngettext("{count} risk", "{count} risks", n).format(count=n))
        for n in range(1, LARGEST_FOCUS + 1)
    )
    rows = [
        SettingRow(
            field="focus_count",
            label=_("Look closely at"),
            value=brief.focus_count,
            options=counts,
        ),
        SettingRow(
            field="decision_rule",
            label=_("Decide by"),
            value=brief.decision_rule,
            options=_options(*DecisionRule),
        ),
    ]
    if brief.decision_rule in rules.RULES_WITH_OWNER:
        rows.append(_owner_row(workshop))
    rows += [
        SettingRow(
            field="order_method",
            label=_("The order"),
            value=brief.order_method,
            options=_options(*OrderMethod),
        ),
        SettingRow(
            field="anonymity",
            label=_("Shown"),
            value=brief.anonymity,
            options=_options(*Anonymity),
        ),
    ]
    return tuple(rows)


def _owner_row(workshop: Workshop) -> SettingRow:
    people = tuple((p.id, p.name) for p in in_order(workshop.participants))
    return SettingRow(
        field="decision_owner",
        label=_("The owner"),
        value=workshop.brief.decision_owner,
        options=((None, _("nobody yet")), *people),
    )


def _answering(workshop: Workshop) -> tuple[SettingRow, ...]:
    brief = workshop.brief
    modes = _options(*InputMode)
    labels = {
        "input_fears": _("Fears"),
        "input_scores": _("Scores"),
        "input_ballots": _("Ballots"),
        "input_signoff": _("Sign-off"),
    }
    rows = [
        SettingRow(field=field, label=label, value=getattr(brief, field), options=modes)
        for field, label in labels.items()
    ]
    time = SettingRow(
        field="preset", label=_("Time"), value=brief.preset, options=_options(*Preset)
    )
    return (*rows, time)


def _own_kinds(workshop: Workshop) -> tuple[tuple[object, str], ...]:
    kinds = in_order(workshop.categories)
    return tuple((kind.id, kind.name) for kind in kinds if kind.id not in FIXED_CATEGORIES)


def _kinds_note(workshop: Workshop) -> str:
    own = len(_own_kinds(workshop))
    if not own:
        return _("the four, no own ones")
    return ngettext("the four and {count}", "the four and {count}", own).format(count=own)


def _missing(workshop: Workshop) -> tuple[str, ...]:
    """What the method asks for before the workshop opens, as short nouns."""
    found = []
    if len(workshop.participants) < FEWEST_PEOPLE:
        found.append(_("two people"))
    if len(workshop.objectives) < FEWEST_AIMS:
        found.append(_("two aims"))
    if rules.needs_owner(workshop.brief):
        found.append(_("who decides in the end"))
    if not workshop.brief.purpose.strip():
        found.append(_("what this is for"))
    return tuple(found)


def _missing_sentence(missing: tuple[str, ...]) -> str:
    if not missing:
        return _("Nothing is missing")
    if len(missing) == 1:
        return _("Still missing: {what}").format(what=missing[0])
    listed = ", ".join(missing[:-1])
    return _("Still missing: {first} and {last}").format(first=listed, last=missing[-1])
