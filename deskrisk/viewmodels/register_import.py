"""What a register from elsewhere would become: its columns, its rows, and what is to be known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.register_import import kinds_without_room
from deskrisk.domain.register_rows import RowRemark, Taken, TakenRisk
from deskrisk.domain.register_values import shown
from deskrisk.domain.registers import Field, SourceTable
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import short_day
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.words import said

FIELD_WORDS: Mapping[Field, str] = {
    Field.TITLE: N_("Name of the risk"),
    Field.CAUSE: N_("Because"),
    Field.EVENT: N_("What may happen"),
    Field.CONSEQUENCE: N_("So that"),
    Field.CATEGORY: N_("Category"),
    Field.LIKELIHOOD: N_("How likely"),
    Field.IMPACT: N_("How bad"),
    Field.RESPONSE: N_("Decision"),
    Field.OWNER: N_("Owner"),
    Field.MITIGATION: N_("Promise"),
    Field.DUE: N_("Due day"),
    Field.STATUS: N_("Status"),
    Field.TRIGGER: N_("First sign"),
    Field.FALLBACK: N_("What we do then"),
    Field.NOTE: N_("Keep in the note"),
    Field.NOTHING: N_("Leave out"),
}
"""What each field is called, in the order in which they are offered."""

_REMARKS: Mapping[str, str] = {
    "title": N_("Line {line}: nothing says what the risk is, so it is left out."),
    "long": N_("Line {line}: a text is longer than {longest} characters, so it is left out."),
    "twice": N_("Line {line}: called the same as line {value}; both are taken."),
    "level": N_("Line {line}: “{value}” is no rating; it stays in the note."),
    "day": N_("Line {line}: “{value}” is no day; it stays in the note."),
    "state": N_("Line {line}: “{value}” is no known state; it stays in the note."),
}
_SHORT = 40

_SAMPLES = 3
_LONGEST_SAMPLE = 60
_MOST_REMARKS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """One column: its head, its first filled cells, and what it becomes."""

    head: str
    sample: str
    field: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """The preview. ``rows`` are the risks to come, ``remarks`` what is to be known about rows.

    ``count`` risks would come in; ``left_out`` rows would not. ``kept`` says what becomes of the
    columns without a field, ``dropped`` which are left out. ``rated`` says that ratings were found.
    """

    columns: tuple[ColumnRow, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    summary: str
    kept: str
    dropped: str
    button: str
    count: int
    left_out: int
    rated: bool


def register_view(
    workshop: Workshop, table: SourceTable, fields: Sequence[Field], taken: Taken
) -> RegisterView:
    """The preview of a table with these fields.

    Args:
        workshop: where it would go.
        table: as it stands in the file.
        fields: one a column.
        taken: what the rows become with them.
    """
    count = len(taken.risks)
    left_out = sum(each.left_out for each in taken.remarks)
    button = ngettext("Import {count} risk", "Import {count} risks", count).format(count=count)
    return RegisterView(
        columns=tuple(
            ColumnRow(head=_head(table, place), sample=_sample(table, place), field=field)
            for place, field in enumerate(fields)
        ),
        rows=tuple(_row(each, place) for place, each in enumerate(taken.risks, start=1)),
        remarks=_remarks(workshop, table, taken),
        summary=_summary(table, count, left_out),
        kept=_named(_("Kept in the note of each risk: {heads}."), table, fields, Field.NOTE),
        dropped=_named(_("Left out altogether: {heads}."), table, fields, Field.NOTHING),
        button=button if count else _("Import"),
        count=count,
        left_out=left_out,
        rated=any(each.likelihood and each.impact for each in taken.risks),
    )


def column_lines(view: RegisterView) -> tuple[str, ...]:
    """What each column becomes, a line each; those that stay in the note are said elsewhere."""
    return tuple(
        _("{head}: {field}").format(head=each.head, field=_(FIELD_WORDS[each.field]))
        for each in view.columns
        if each.field not in (Field.NOTE, Field.NOTHING)
    )


def rater_name(path: PurePath) -> str:
    """Whose answer the ratings of a register are, if they count."""
    return _("Register {name}").format(name=path.stem)[:_LONGEST_SAMPLE]


def _head(table: SourceTable, place: int) -> str:
    return table.heads[place].strip() or _("Column {number}").format(number=place + 1)


def _sample(table: SourceTable, place: int) -> str:
    """The first cells of a column that are filled, on one line."""
    found: list[str] = []
    for _line, cells in table.rows:
        text = " ".join(shown(cells[place]).split())
        if text and text not in found:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    line = " \N{MIDDLE DOT} ".join(found)
    return (
        line if len(line) <= _LONGEST_SAMPLE else f"{line[:_LONGEST_SAMPLE]}\N{HORIZONTAL ELLIPSIS}"
    )


def _row(risk: TakenRisk, place: int) -> Row:
    soft = (
        _("how likely {level}").format(level=risk.likelihood) if risk.likelihood else "",
        _("how bad {level}").format(level=risk.impact) if risk.impact else "",
        risk.category,
        "" if risk.decision is None else said(risk.decision),
        ", ".join(risk.owners),
        short_day(risk.due, with_year=True) if risk.due else "",
        _("one promise") if risk.mitigation else "",
        _("with a note") if risk.note else "",
    )
    return Row(
        key=risk.line,
        number=str(place),
        title=" ".join(risk.title.split()),
        soft=" \N{MIDDLE DOT} ".join(part for part in soft if part),
    )


def _remarks(workshop: Workshop, table: SourceTable, taken: Taken) -> tuple[str, ...]:
    found: list[str] = []
    if table.guessed:
        found.append(
            _("The letters of this file are a guess. Please look at names with special letters.")
        )
    kinds = kinds_without_room(workshop, taken.risks)
    if kinds:
        found.append(
            _("No room for these categories, so they stay in the notes: {names}.").format(
                names=", ".join(kinds)
            )
        )
    told = [remark_words(each) for each in taken.remarks]
    found += told[:_MOST_REMARKS]
    more = len(told) - _MOST_REMARKS
    if more > 0:
        found.append(ngettext("And {n} more.", "And {n} more.", more).format(n=more))
    return tuple(found)


def _summary(table: SourceTable, count: int, left_out: int) -> str:
    parts = [ngettext("{count} risk comes in", "{count} risks come in", count).format(count=count)]
    if left_out:
        said_ = ngettext("{n} row is left out", "{n} rows are left out", left_out)
        parts.append(said_.format(n=left_out))
    if table.above:
        said_ = ngettext(
            "{n} line above the heads is not read",
            "{n} lines above the heads are not read",
            table.above,
        )
        parts.append(said_.format(n=table.above))
    return f"{', '.join(parts)}."


def _named(words: str, table: SourceTable, fields: Sequence[Field], wanted: Field) -> str:
    heads = [_head(table, place) for place, field in enumerate(fields) if field is wanted]
    return words.format(heads=", ".join(heads)) if heads else ""


def remark_words(remark: RowRemark) -> str:
    """One remark about a row."""
    value = " ".join(remark.value.split())
    short = value if len(value) <= _SHORT else f"{value[:_SHORT]}\N{HORIZONTAL ELLIPSIS}"
    return _(_REMARKS[remark.problem]).format(line=remark.line, value=short, longest=MAX_TEXT)
