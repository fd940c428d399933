"""A change between two versions of the agreement, as people say it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from deskrisk.domain.model.ids import CategoryId, MitigationId, ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import OBJECTION
from deskrisk.domain.versions import ChangeKind, Subject, VersionChange
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.figures import day, person_days, whole_or_short
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS, category_name, said

LONGEST_QUOTE = 90
"""Characters of a text in a line about a change; the document itself has all of it."""

_CAME = {
    (Subject.AIM, ChangeKind.ADDED): N_("Aim added: {thing}"),
    (Subject.AIM, ChangeKind.REMOVED): N_("Aim taken out: {thing}"),
    (Subject.EVEN_OVER, ChangeKind.ADDED): N_("Trade-off added: {thing}"),
    (Subject.EVEN_OVER, ChangeKind.REMOVED): N_("Trade-off taken out: {thing}"),
    (Subject.RISK, ChangeKind.ADDED): N_("Risk added: {thing}"),
    (Subject.RISK, ChangeKind.REMOVED): N_("Risk taken out: {thing}"),
    (Subject.RESPONSE, ChangeKind.ADDED): N_("Decided: {thing}"),
    (Subject.PROMISE, ChangeKind.ADDED): N_("Promise added: {thing}"),
    (Subject.PROMISE, ChangeKind.REMOVED): N_("Promise dropped: {thing}"),
    (Subject.WORKING_AGREEMENT, ChangeKind.ADDED): N_("Working agreement added: {thing}"),
    (Subject.WORKING_AGREEMENT, ChangeKind.REMOVED): N_("Working agreement taken out: {thing}"),
    (Subject.OPEN_ITEM, ChangeKind.ADDED): N_("Issue or question added: {thing}"),
    (Subject.OPEN_ITEM, ChangeKind.REMOVED): N_("Issue or question settled: {thing}"),
    (Subject.AMENDMENT, ChangeKind.ADDED): N_("Amended: {thing}"),
    (Subject.AMENDMENT, ChangeKind.REMOVED): N_("Amendment taken back: {thing}"),
    (Subject.VOICE, ChangeKind.ADDED): N_("{thing} put on record"),
    (Subject.VOICE, ChangeKind.REMOVED): N_("{thing} withdrawn"),
}
"""What is said of a thing that came or went."""

FIELD_WORDS: Mapping[tuple[Subject, str], str] = {
    (Subject.BRIEF, "title"): N_("Title"),
    (Subject.BRIEF, "project"): N_("Project"),
    (Subject.BRIEF, "purpose"): N_("Purpose"),
    (Subject.BRIEF, "held_on"): N_("Day of the meeting"),
    (Subject.BRIEF, "horizon"): N_("Looking ahead to"),
    (Subject.BRIEF, "focus_count"): N_("Risks that get a close look"),
    (Subject.BRIEF, "decision_rule"): N_("How we decide"),
    (Subject.BRIEF, "decision_owner"): N_("Who decides"),
    (Subject.AIM, "text"): N_("wording"),
    (Subject.EVEN_OVER, "more"): N_("what we protect"),
    (Subject.EVEN_OVER, "less"): N_("even over what"),
    (Subject.RISK, "title"): N_("name"),
    (Subject.RISK, "cause"): N_("cause"),
    (Subject.RISK, "event"): N_("what may happen"),
    (Subject.RISK, "consequence"): N_("consequence"),
    (Subject.RISK, "category"): N_("kind"),
    (Subject.RISK, "objectives"): N_("which aim it hurts"),
    (Subject.RISK, "red_line"): N_("red line"),
    (Subject.RISK, "red_line_reason"): N_("why a red line"),
    (Subject.RESPONSE, "decision"): N_("decision"),
    (Subject.RESPONSE, "owner"): N_("owner"),
    (Subject.RESPONSE, "reason"): N_("reason"),
    (Subject.RESPONSE, "trigger"): N_("first sign"),
    (Subject.RESPONSE, "fallback"): N_("what we do then"),
    (Subject.RESPONSE, "residual_likelihood"): N_("how likely when all is proven"),
    (Subject.RESPONSE, "residual_impact"): N_("how bad when all is proven"),
    (Subject.RESPONSE, "review_date"): N_("when to look again"),
    (Subject.PROMISE, "title"): N_("what is promised"),
    (Subject.PROMISE, "description"): N_("description"),
    (Subject.PROMISE, "risks"): N_("which risks it serves"),
    (Subject.PROMISE, "treatment"): N_("how it helps"),
    (Subject.PROMISE, "owner"): N_("owner"),
    (Subject.PROMISE, "supporters"): N_("who helps"),
    (Subject.PROMISE, "due"): N_("due"),
    (Subject.PROMISE, "effort_person_days"): N_("effort"),
    (Subject.PROMISE, "required"): N_("does the target depend on it"),
    (Subject.PROMISE, "signal"): N_("how we will know"),
    (Subject.WORKING_AGREEMENT, "text"): N_("wording"),
    (Subject.OPEN_ITEM, "disposition"): N_("what it is"),
    (Subject.OPEN_ITEM, "note"): N_("wording"),
    (Subject.OPEN_ITEM, "owner"): N_("owner"),
    (Subject.OPEN_ITEM, "due"): N_("due"),
    (Subject.AMENDMENT, "change"): N_("wording"),
    (Subject.VOICE, "level"): N_("five to one"),
    (Subject.VOICE, "comment"): N_("words"),
    (Subject.VOICE, "item"): N_("what it is about"),
    (Subject.VOICE, "acceptable_if"): N_("what would make it safe enough"),
}
"""What every field is called in a line about a change."""


def change_words(change: VersionChange, old: Workshop, new: Workshop) -> str:
    """One change in a line, e.g. ``"Promise “Load test”, due: 4 April 2025, was 1 April 2025"``."""
    if change.kind is ChangeKind.MOVED:
        return _("“{risk}” moved from place {before} to place {after}").format(
            risk=_thing(change, new), before=change.before, after=change.after
        )
    if change.kind is not ChangeKind.CHANGED:
        where = new if change.kind is ChangeKind.ADDED else old
        return _(_CAME[change.subject, change.kind]).format(thing=_thing(change, where))
    named = _(FIELD_WORDS[change.subject, change.field])
    if change.subject is not Subject.BRIEF:
        named = _("{thing}, {field}").format(thing=_named(change, new), field=named)
    before = _value(change, change.before, old) or _("nothing")
    after = _value(change, change.after, new) or _("nothing")
    if before == after:  # the difference is in what a line has no room for
        return _("{what}: in detail").format(what=named)
    return _("{what}: {after}, was {before}").format(what=named, after=after, before=before)


def _thing(change: VersionChange, workshop: Workshop) -> str:
    """What a thing that came, went or moved is called."""
    held = change.before if change.after is None else change.after
    if change.subject in (Subject.RISK, Subject.ORDER):
        return _risk(workshop, change.id)
    if change.subject is Subject.VOICE:
        words = _("Objection of {name}") if held.level == OBJECTION else _("Reservation of {name}")
        return words.format(name=_person(workshop, change.id))
    if change.subject is Subject.PROMISE:
        return _promise(held, workshop)
    if change.subject is Subject.RESPONSE:
        return _("{title}: {what}").format(
            title=_risk(workshop, change.id), what=said(held.decision).lower()
        )
    if change.subject is Subject.EVEN_OVER:
        return _("{more}, even over {less}").format(more=held.more, less=held.less)
    text = {Subject.OPEN_ITEM: "note", Subject.AMENDMENT: "change"}.get(change.subject, "text")
    return _short(getattr(held, text))


def _promise(held: Any, workshop: Workshop) -> str:
    title = held.title.strip() or _("not named yet")
    due = _("by {day}").format(day=day(held.due)) if held.due else ""
    more = ", ".join(filter(None, (_person(workshop, held.owner), due)))
    return _("{title} ({more})").format(title=title, more=more) if more else str(title)


def _named(change: VersionChange, workshop: Workshop) -> str:
    """The thing of which a field is otherwise."""
    if change.subject in (Subject.RISK, Subject.RESPONSE):
        return _("Risk “{title}”").format(title=_risk(workshop, change.id))
    if change.subject is Subject.PROMISE:
        titles = {each.id: each.title.strip() for each in workshop.mitigations.values()}
        title = titles.get(MitigationId(change.id)) or _("not named yet")
        return _("Promise “{title}”").format(title=_short(title))
    if change.subject is Subject.VOICE:
        return _person(workshop, change.id)
    return {
        Subject.AIM: _("Aim"),
        Subject.EVEN_OVER: _("Trade-off"),
        Subject.WORKING_AGREEMENT: _("Working agreement"),
        Subject.OPEN_ITEM: _("Issue or question"),
        Subject.AMENDMENT: _("Amendment"),
    }[change.subject]


def _value(change: VersionChange, value: Any, workshop: Workshop) -> str:
    """A value as people read it; empty for none."""
    if value is None:
        return ""
    by_field = _BY_FIELD.get(change.field)
    if by_field is not None:
        return by_field(value, workshop)
    for kind, words in _BY_KIND.items():
        if isinstance(value, kind):
            return words(value, workshop)
    return _short(str(value))


def _risk(workshop: Workshop, id_: str) -> str:
    return title_of(workshop.risks[RiskId(id_)])


def _person(workshop: Workshop, who: str | None) -> str:
    held = workshop.participants.get(ParticipantId(who)) if who else None
    return held.name if held else ""


def _category(id_: str, workshop: Workshop) -> str:
    held = workshop.categories.get(CategoryId(id_))
    return category_name(held) if held else ""


def _by_id(workshop: Workshop, id_: str) -> str:
    """What stands behind an id: a person, a risk or an aim; empty for anything else."""
    if id_ in workshop.risks:
        return _risk(workshop, id_)
    aim = workshop.objectives.get(ObjectiveId(id_))
    return _short(aim.text) if aim else _person(workshop, id_)


def _several(value: tuple[Any, ...], workshop: Workshop) -> str:
    return ", ".join(filter(None, (_by_id(workshop, str(each)) for each in value)))


_BY_FIELD: Mapping[str, Callable[[Any, Workshop], str]] = {
    "owner": lambda value, workshop: _person(workshop, value),
    "decision_owner": lambda value, workshop: _person(workshop, value),
    "category": _category,
    "item": lambda value, workshop: _by_id(workshop, value) or _short(value),
    "residual_likelihood": lambda value, _workshop: _(LIKELIHOOD_WORDS[value]),
    "residual_impact": lambda value, _workshop: _(IMPACT_WORDS[value]),
    "effort_person_days": lambda value, _workshop: person_days(value),
}
_BY_KIND: Mapping[type[Any], Callable[[Any, Workshop], str]] = {
    bool: lambda value, _workshop: _("yes") if value else _("no"),
    date: lambda value, _workshop: day(value),
    Enum: lambda value, _workshop: said(value),
    Signal: lambda value, _workshop: _short(value.statement),
    tuple: _several,
    float: lambda value, _workshop: whole_or_short(value),
}


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[: LONGEST_QUOTE - 1].rstrip()}…"
