"""What one version of the agreement changed against another: what people promised, by thing.

Only what was agreed counts. What was seen later (a promise proven, a review, an outcome) is how the
agreement was kept, not another agreement.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.signoff import OBJECTION, RESERVATION

V = TypeVar("V")


class ChangeKind(Enum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Subject(Enum):
    """What kind of thing it is, in the order in which changes are told."""

    BRIEF = "brief"
    AIM = "aim"
    EVEN_OVER = "even_over"
    RISK = "risk"
    ORDER = "order"
    RESPONSE = "response"
    PROMISE = "promise"
    WORKING_AGREEMENT = "working_agreement"
    OPEN_ITEM = "open_item"
    AMENDMENT = "amendment"
    VOICE = "voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """One change.

    ``id`` tells the thing: of a response the id of its risk, of a voice that of its person.
    ``field`` names what was changed, empty for a thing that came or went; ``before`` and ``after``
    are its values: of an order the places, counted from 1. ``risk`` is where it belongs, if to one.
    """

    kind: ChangeKind
    subject: Subject
    id: str
    field: str = ""
    before: Any = None
    after: Any = None
    risk: RiskId | None = None


_BRIEF = (
    "title",
    "project",
    "purpose",
    "held_on",
    "horizon",
    "focus_count",
    "decision_rule",
    "decision_owner",
)
_RISK = (
    "title",
    "cause",
    "event",
    "consequence",
    "category",
    "objectives",
    "red_line",
    "red_line_reason",
)
_RESPONSE = (
    "decision",
    "owner",
    "reason",
    "trigger",
    "fallback",
    "residual_likelihood",
    "residual_impact",
    "review_date",
)
_PROMISE = (
    "title",
    "description",
    "risks",
    "treatment",
    "owner",
    "supporters",
    "due",
    "effort_person_days",
    "required",
    "signal",
)
_ITEM = ("disposition", "note", "owner", "due")
_VOICE = ("level", "comment", "item", "acceptable_if")
_OPEN = (Disposition.ISSUE, Disposition.QUESTION)
_SPOKEN = (OBJECTION, RESERVATION)


def changes_between(old: Workshop, new: Workshop) -> tuple[VersionChange, ...]:
    """What was agreed differently, in the order of the document.

    Args:
        old: the earlier agreement.
        new: the later one.
    """
    return (
        *_fields(Subject.BRIEF, "", old.brief, new.brief, _BRIEF),
        *_part(Subject.AIM, old.objectives, new.objectives, ("text",)),
        *_part(Subject.EVEN_OVER, old.even_over, new.even_over, ("more", "less")),
        *_part(Subject.RISK, old.risks, new.risks, _RISK, risk=lambda each: each.id),
        *_order(old, new),
        *_responses(old, new),
        *_promises(old, new),
        *_part(
            Subject.WORKING_AGREEMENT, old.working_agreements, new.working_agreements, ("text",)
        ),
        *_part(Subject.OPEN_ITEM, _open_items(old), _open_items(new), _ITEM),
        *_part(Subject.AMENDMENT, old.amendments, new.amendments, ("change",)),
        *_part(Subject.VOICE, _voices(old), _voices(new), _VOICE),
    )


def _fields(
    subject: Subject,
    id_: str,
    before: Any,
    after: Any,
    names: Iterable[str],
    risk: RiskId | None = None,
) -> list[VersionChange]:
    return [
        VersionChange(
            kind=ChangeKind.CHANGED,
            subject=subject,
            id=id_,
            field=name,
            before=getattr(before, name),
            after=getattr(after, name),
            risk=risk,
        )
        for name in names
        if _said(getattr(before, name)) != _said(getattr(after, name))
    ]


def _said(value: Any) -> Any:
    """What counts of a value: blanks at the ends of a text say nothing."""
    return value.strip() if isinstance(value, str) else value


def _part(
    subject: Subject,
    old: Mapping[Any, V],
    new: Mapping[Any, V],
    names: Iterable[str],
    *,
    risk: Callable[[V], RiskId | None] = lambda _each: None,
) -> list[VersionChange]:
    """Things that came and went, and those that stand otherwise; in the order of the later one."""
    found: list[VersionChange] = []
    for id_, each in new.items():
        if id_ not in old:
            found.append(
                VersionChange(
                    kind=ChangeKind.ADDED, subject=subject, id=id_, after=each, risk=risk(each)
                )
            )
        else:
            found += _fields(subject, id_, old[id_], each, names, risk(each))
    gone = [
        VersionChange(kind=ChangeKind.REMOVED, subject=subject, id=id_, before=each)
        for id_, each in old.items()
        if id_ not in new
    ]
    return found + gone


def _order(old: Workshop, new: Workshop) -> list[VersionChange]:
    """The fewest moves that lead from one order to the other; risks of one alone do not count."""
    before = [risk for risk in standing_order(old) if risk in new.risks]
    after = [risk for risk in standing_order(new) if risk in old.risks]
    places = {risk: place for place, risk in enumerate(before)}
    stayed = _longest_rise([places[risk] for risk in after])
    was = {risk: place for place, risk in enumerate(standing_order(old), start=1)}
    return [
        VersionChange(
            kind=ChangeKind.MOVED,
            subject=Subject.ORDER,
            id=risk,
            before=was[risk],
            after=place,
            risk=risk,
        )
        for place, risk in enumerate(standing_order(new), start=1)
        if risk in places and places[risk] not in stayed
    ]


def _longest_rise(row: list[int]) -> set[int]:
    """The numbers of a longest rising part of a row (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    back: list[int | None] = []
    for place, number in enumerate(row):
        pile = bisect_left(tops, number)
        back.append(at[pile - 1] if pile else None)
        if pile == len(tops):
            tops.append(number)
            at.append(place)
        else:
            tops[pile], at[pile] = number, place
    found: set[int] = set()
    step = at[-1] if at else None
    while step is not None:
        found.add(row[step])
        step = back[step]
    return found


def _responses(old: Workshop, new: Workshop) -> list[VersionChange]:
    found: list[VersionChange] = []
    for risk in standing_order(new):
        if risk not in old.risks:
            continue
        before, after = old.responses.get(risk), new.responses.get(risk)
        if before is None and after is not None and after.decision is not None:
            found.append(
                VersionChange(
                    kind=ChangeKind.ADDED, subject=Subject.RESPONSE, id=risk, after=after, risk=risk
                )
            )
        elif before is not None and after is not None:
            found += _fields(Subject.RESPONSE, risk, before, after, _RESPONSE, risk)
    return found


def _promises(old: Workshop, new: Workshop) -> list[VersionChange]:
    """A promise that was dropped has gone, although it stays on the list."""
    return _part(
        Subject.PROMISE,
        _kept(old),
        _kept(new),
        _PROMISE,
        risk=lambda each: each.risks[0] if each.risks else None,
    )


def _kept(workshop: Workshop) -> dict[str, Mitigation]:
    return {
        each.id: each
        for each in in_order(workshop.mitigations)
        if each.status is not MitigationStatus.DROPPED
    }


def _open_items(workshop: Workshop) -> dict[str, Fear]:
    return {
        id_: each
        for id_, each in sorted(workshop.fears.items())
        if each.disposition in _OPEN and each.note.strip()
    }


def _voices(workshop: Workshop) -> dict[str, Stance]:
    """Everybody's last word, if it is a reservation or an objection."""
    last: dict[str, Stance] = {}
    for each in sorted(workshop.stances.values(), key=lambda each: each.round):
        last[each.participant] = each
    return {who: each for who, each in sorted(last.items()) if each.level in _SPOKEN}


def field_names(subject: Subject) -> tuple[str, ...]:
    """Every field of a subject that can be told as changed; for the words of all of them."""
    return {
        Subject.BRIEF: _BRIEF,
        Subject.AIM: ("text",),
        Subject.EVEN_OVER: ("more", "less"),
        Subject.RISK: _RISK,
        Subject.RESPONSE: _RESPONSE,
        Subject.PROMISE: _PROMISE,
        Subject.WORKING_AGREEMENT: ("text",),
        Subject.OPEN_ITEM: _ITEM,
        Subject.AMENDMENT: ("change",),
        Subject.VOICE: _VOICE,
    }.get(subject, ())
