"""What each row of a register becomes.

Nothing is lost: what has no field of its own is kept in the note of its risk, under the name of its
column. So are ratings and states as they were written: a room judges anew, and should not lean on
old numbers; they count as an answer only if that is wished.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.register_values import (
    Cell,
    day_first,
    day_of,
    decision_in,
    level_of,
    names_in,
    plain,
    scale_of,
    shown,
    status_in,
)
from deskrisk.domain.registers import Field, SourceTable
from deskrisk.domain.risks import LONGEST_TITLE, proposed_title
from deskrisk.domain.texts import cleaned

_TEXTS = (
    Field.TITLE,
    Field.CAUSE,
    Field.EVENT,
    Field.CONSEQUENCE,
    Field.CATEGORY,
    Field.MITIGATION,
    Field.TRIGGER,
    Field.FALLBACK,
)
_KEPT_TOO = (Field.LIKELIHOOD, Field.IMPACT, Field.STATUS, Field.RESPONSE)
"""Fields whose cell also stays in the note, because the field holds less than the cell said."""

_PROBLEMS = {
    Field.LIKELIHOOD: "level",
    Field.IMPACT: "level",
    Field.DUE: "day",
    Field.STATUS: "state",
    Field.RESPONSE: "state",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRemark:
    """Something to know about one row.

    ``problem`` is ``title`` (it has none), ``long`` (a text is too long), ``twice`` (its title
    stands in line ``value`` too), ``level``, ``day`` or ``state`` (``value`` could not be read as
    one and stays in the note). ``left_out`` says that the row is not taken at all.
    """

    line: int
    problem: str
    head: str = ""
    value: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRisk:
    """What one row becomes. Levels are 1 to 5; ``note`` keeps all that has no field.

    ``category_note`` is the line for the note should the workshop call the category otherwise.
    """

    line: int
    title: str = ""
    cause: str = ""
    event: str = ""
    consequence: str = ""
    category: str = ""
    category_note: str = ""
    likelihood: int | None = None
    impact: int | None = None
    owners: tuple[str, ...] = ()
    mitigation: str = ""
    due: date | None = None
    status: MitigationStatus | None = None
    decision: Decision | None = None
    trigger: str = ""
    fallback: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Everything that a register becomes, and what is to be known about it."""

    risks: tuple[TakenRisk, ...]
    remarks: tuple[RowRemark, ...]


@dataclass(slots=True)
class _Row:
    """One row while it is read."""

    line: int
    values: dict[Field, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    category_note: str = ""
    owner_note: str = ""
    remarks: list[RowRemark] = field(default_factory=list)

    def remark(self, problem: str, *, left_out: bool = False, **told: str) -> None:
        self.remarks.append(RowRemark(line=self.line, problem=problem, left_out=left_out, **told))


_Meaning = Callable[[Cell], Any]
"""What a cell of a column means; None if it means nothing that its field could hold."""


def taken(table: SourceTable, fields: Sequence[Field]) -> Taken:
    """What the rows of a table become with these fields, one a column."""
    columns = [
        (head, field_, _meaning(field_, head, [cells[place] for _line, cells in table.rows]))
        for place, (head, field_) in enumerate(zip(table.heads, fields, strict=True))
    ]
    risks: list[TakenRisk] = []
    remarks: list[RowRemark] = []
    lines: dict[str, int] = {}
    for line, cells in table.rows:
        row = _Row(line)
        for (head, field_, meaning), cell in zip(columns, cells, strict=True):
            _read(row, head, field_, meaning, cell)
        risk = _risk(row)
        before = lines.setdefault(plain(risk.title), line)
        if before != line and risk.title:
            row.remark("twice", value=str(before))
        remarks += row.remarks
        if not any(each.left_out for each in row.remarks):
            risks.append(risk)
    return Taken(risks=tuple(risks), remarks=tuple(remarks))


def _meaning(field_: Field, head: str, cells: Sequence[Cell]) -> _Meaning:
    """How the cells of a column are read; some are only clear from all of them together."""
    if field_ in (Field.LIKELIHOOD, Field.IMPACT):
        scale, likelihood = scale_of(cells, head), field_ is Field.LIKELIHOOD
        return lambda cell: level_of(cell, scale, likelihood=likelihood)
    if field_ is Field.DUE:
        first_day = day_first(cells) is not False
        return lambda cell: day_of(cell, first_day=first_day)
    others: Mapping[Field, _Meaning] = {
        Field.OWNER: lambda cell: names_in(cell) or None,
        Field.STATUS: lambda cell: _both(status_in(cell), decision_in(cell)),
        Field.RESPONSE: lambda cell: _both(status_in(cell), decision_in(cell)),
    }
    return others.get(field_, lambda cell: cleaned(shown(cell))[0] if field_ in _TEXTS else None)


def _both(status: MitigationStatus | None, decision: Decision | None) -> Any:
    return None if status is None and decision is None else (status, decision)


def _read(row: _Row, head: str, field_: Field, meaning: _Meaning, cell: Cell) -> None:
    """Put one cell where it belongs: into its field, into the note, or into both."""
    text = cleaned(shown(cell))[0]
    if not text or field_ is Field.NOTHING:
        return
    value = meaning(cell)
    free = field_ not in row.values
    if value is None and field_ in _PROBLEMS:
        row.remark(_PROBLEMS[field_], head=head, value=text)
    line = f"{head}: {text}" if head else text
    if value is not None and free:
        row.values[field_] = value
        if field_ is Field.CATEGORY:
            row.category_note = line
        if field_ is Field.OWNER and len(value) > 1:
            row.owner_note = line
    if value is None or not free or field_ in _KEPT_TOO:
        row.notes.append(line)


def _risk(row: _Row) -> TakenRisk:
    """What the row becomes, and whether it can be taken."""
    held = row.values
    title, event = _titled(held.get(Field.TITLE, ""), held.get(Field.EVENT, ""))
    status, decided = held.get(Field.STATUS, (None, None))
    also, decision = held.get(Field.RESPONSE, (None, None))
    if row.owner_note and Field.MITIGATION not in held:
        row.notes.append(row.owner_note)  # only a promise has room for those who help
    note = "\n".join(row.notes)
    texts = [value for value in held.values() if isinstance(value, str)]
    if not title:
        row.remark("title", left_out=True)
    elif max(map(len, (note, *texts))) > MAX_TEXT:
        row.remark("long", left_out=True)
    return TakenRisk(
        line=row.line,
        title=title,
        cause=held.get(Field.CAUSE, ""),
        event=event,
        consequence=held.get(Field.CONSEQUENCE, ""),
        category=held.get(Field.CATEGORY, ""),
        category_note=row.category_note,
        likelihood=held.get(Field.LIKELIHOOD),
        impact=held.get(Field.IMPACT),
        owners=held.get(Field.OWNER, ()),
        mitigation=held.get(Field.MITIGATION, ""),
        due=held.get(Field.DUE),
        status=status or also,
        decision=decision or decided,
        trigger=held.get(Field.TRIGGER, ""),
        fallback=held.get(Field.FALLBACK, ""),
        note=note,
    )


def _titled(title: str, event: str) -> tuple[str, str]:
    """Title and event; a title that is a whole sentence becomes the event, and names itself."""
    if not event and len(title) > LONGEST_TITLE:
        title, event = "", title
    return title or proposed_title(event), event
