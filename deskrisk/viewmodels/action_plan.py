"""The action plan: who does what by when, and what would show that it worked."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, Signal
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.decisions import person_name, promise_number, reading_wanted
from deskrisk.viewmodels.priorities import risk_number
from deskrisk.viewmodels.register import SEPARATOR
from deskrisk.viewmodels.tabled import Column, Kind, Table, tabled
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A promise, or an issue or question that somebody took home; ``due`` sorts the plan."""

    workshop: Workshop
    kind: str
    title: str
    owner: str
    due: date | None
    promise: Mitigation | None = None

    @property
    def signal(self) -> Signal:
        """What would show that it works; an empty one for whatever has none."""
        return (self.promise and self.promise.signal) or Signal()


def _number(task: _Task) -> str:
    return "" if task.promise is None else promise_number(task.promise)


def _description(task: _Task) -> str:
    return "" if task.promise is None else task.promise.description


def _risks(task: _Task) -> str:
    if task.promise is None:
        return ""
    held = [task.workshop.risks[risk] for risk in _in_agreed_order(task)]
    return SEPARATOR.join(f"{risk_number(each.number)} {each.title}".strip() for each in held)


def _in_agreed_order(task: _Task) -> list[RiskId]:
    order = standing_order(task.workshop)
    wanted = set(task.promise.risks) if task.promise else set()
    return [risk for risk in order if risk in wanted]


def _supporters(task: _Task) -> str:
    people = task.promise.supporters if task.promise else ()
    return SEPARATOR.join(person_name(task.workshop, person) for person in people)


def _status(task: _Task) -> str:
    return _("Open") if task.promise is None else capital(said(task.promise.status))


def _required(task: _Task) -> str:
    if task.promise is None:
        return ""
    return _("Yes") if task.promise.required else _("No")


COLUMNS: tuple[Column[_Task], ...] = (
    Column(key="kind", heading=N_("What it is"), width=11, of=lambda task: task.kind),
    Column(key="number", heading=N_("Number"), width=8, of=_number),
    Column(key="title", heading=N_("To do"), width=38, of=lambda task: task.title),
    Column(key="description", heading=N_("In more words"), width=38, of=_description),
    Column(key="risks", heading=N_("Against"), width=36, of=_risks),
    Column(key="owner", heading=N_("Owner"), width=20, of=lambda task: task.owner),
    Column(key="supporters", heading=N_("With"), width=20, of=_supporters),
    Column(key="due", heading=N_("Due"), kind=Kind.DAY, width=12, of=lambda task: task.due),
    Column(key="status", heading=N_("Status"), width=16, of=_status),
    Column(
        key="status_note",
        heading=N_("About the status"),
        width=26,
        of=lambda task: task.promise.status_note if task.promise else "",
    ),
    Column(
        key="effort",
        heading=N_("Work, in person-days"),
        kind=Kind.NUMBER,
        width=12,
        of=lambda task: task.promise.effort_person_days if task.promise else None,
    ),
    Column(
        key="treatment",
        heading=N_("How it helps"),
        width=20,
        of=lambda task: capital(said(task.promise.treatment)) if task.promise else "",
    ),
    Column(key="required", heading=N_("The target needs it"), width=11, of=_required),
    Column(
        key="signal",
        heading=N_("How we will know"),
        width=38,
        of=lambda task: task.signal.statement,
    ),
    Column(
        key="reading",
        heading=N_("To be read"),
        width=30,
        of=lambda task: reading_wanted(task.signal),
    ),
    Column(key="where", heading=N_("Where"), width=24, of=lambda task: task.signal.where),
    Column(key="window", heading=N_("Over which time"), width=16, of=lambda t: t.signal.window),
    Column(
        key="done_on",
        heading=N_("Done on"),
        kind=Kind.DAY,
        width=12,
        of=lambda task: task.promise.done_on if task.promise else None,
    ),
    Column(
        key="verified_on",
        heading=N_("Proven on"),
        kind=Kind.DAY,
        width=12,
        of=lambda task: task.promise.verified_on if task.promise else None,
    ),
    Column(
        key="seen_by",
        heading=N_("Seen by"),
        width=18,
        of=lambda task: task.promise.seen_by if task.promise else "",
    ),
)
"""Every column of the plan, in its order."""


def action_plan_table(workshop: Workshop) -> Table:
    """The plan of a workshop that may be published: by due day, those without one last."""
    return tabled("actions", _("Action plan"), COLUMNS, _tasks(workshop))


def _tasks(workshop: Workshop) -> list[_Task]:
    promises = [_promise(workshop, each) for each in in_order(workshop.mitigations)]
    fears = sorted(workshop.fears.values(), key=lambda fear: fear.id)
    open_items = [
        _open_item(workshop, fear, kind)
        for disposition, kind in (
            (Disposition.ISSUE, _("Issue")),
            (Disposition.QUESTION, _("Question")),
        )
        for fear in fears
        if fear.disposition is disposition
    ]
    return sorted((*promises, *open_items), key=lambda task: task.due or date.max)


def _promise(workshop: Workshop, promise: Mitigation) -> _Task:
    return _Task(
        workshop=workshop,
        kind=_("Promise"),
        title=promise.title,
        owner=person_name(workshop, promise.owner),
        due=promise.due,
        promise=promise,
    )


def _open_item(workshop: Workshop, fear: Fear, kind: str) -> _Task:
    """The note of an issue or a question; the words of the fear stay with the room."""
    owner = person_name(workshop, fear.owner)
    return _Task(workshop=workshop, kind=kind, title=fear.note, owner=owner, due=fear.due)
