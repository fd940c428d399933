"""Risk registers from elsewhere: where the table is in a file, and which column is what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.register_values import Cell, day_of, level_of, plain, scale_of, shown

HEAD_WITHIN = 20
"""The row of heads is looked for among so many first rows; templates begin with a title."""


class Field(Enum):
    """What a column becomes; ``NOTE`` keeps it with its risk, ``NOTHING`` does not."""

    TITLE = "title"
    EVENT = "event"
    CAUSE = "cause"
    CONSEQUENCE = "consequence"
    CATEGORY = "category"
    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    OWNER = "owner"
    MITIGATION = "mitigation"
    DUE = "due"
    STATUS = "status"
    RESPONSE = "response"
    TRIGGER = "trigger"
    FALLBACK = "fallback"
    NOTE = "note"
    NOTHING = "nothing"


_HEAD_WORDS: Mapping[Field, tuple[str, ...]] = {
    Field.TITLE: (
        "title",
        "risk title",
        "risk name",
        "summary",
        "name",
        "risk",
        "issue",
        "headline",
    ),
    Field.EVENT: (
        "description",
        "risk description",
        "event",
        "risk event",
        "risk statement",
        "details",
        "may happen",
    ),
    Field.CAUSE: ("cause", "causes", "root cause", "risk cause", "because", "source"),
    Field.CONSEQUENCE: (
        "consequence",
        "consequences",
        "effect",
        "effects",
        "impact description",
        "so that",
    ),
    Field.CATEGORY: ("category", "risk category", "type", "risk type", "area", "component"),
    Field.LIKELIHOOD: (
        "likelihood",
        "probability",
        "chance",
        "chance, about",
        "likelihood rating",
        "probability (1-5)",
        "likelihood (1-5)",
        "p",
    ),
    Field.IMPACT: (
        "impact",
        "severity",
        "impact rating",
        "impact (1-5)",
        "consequence rating",
        "i",
    ),
    Field.OWNER: ("owner", "risk owner", "assignee", "assigned to", "responsible", "lead", "who"),
    Field.MITIGATION: (
        "mitigation",
        "mitigation plan",
        "mitigation action",
        "mitigation actions",
        "mitigation strategy",
        "action",
        "actions",
        "action plan",
        "response plan",
        "treatment plan",
        "next steps",
        "plan",
    ),
    Field.DUE: (
        "due",
        "due date",
        "target date",
        "deadline",
        "by when",
        "date due",
        "target resolution date",
        "review date",
        "next look",
    ),
    Field.STATUS: ("status", "state", "risk status"),
    Field.RESPONSE: (
        "roam",
        "roam status",
        "response",
        "risk response",
        "response type",
        "strategy",
        "treatment",
        "decision",
    ),
    Field.TRIGGER: ("trigger", "triggers", "early warning", "warning signs", "first sign"),
    Field.FALLBACK: (
        "fallback",
        "contingency",
        "contingency plan",
        "fallback plan",
        "what we do then",
    ),
}
_FIELD_OF = {word: field for field, words in _HEAD_WORDS.items() for word in words}


_CUSTOM = re.compile(r"custom field \((.*)\)")
"""How issue trackers name the columns that somebody added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """A table as it stands in a file. Each row comes with its line; ``above`` counts those before.

    ``guessed`` says that the file is not in UTF-8, so that its letters are a guess.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    above: int = 0
    guessed: bool = False


def source_table(
    name: str, rows: Sequence[tuple[int, Sequence[Cell]]], *, guessed: bool = False
) -> SourceTable | None:
    """The table in the rows of a sheet; None if nothing stands in it.

    The row of heads is the first of those with the most heads that are known.
    """
    filled = [(line, tuple(cells)) for line, cells in rows if any(map(shown, cells))]
    if not filled:
        return None
    first = filled[:HEAD_WITHIN]
    at = max(range(len(first)), key=lambda place: (_known_heads(first[place][1]), -place))
    heads = filled[at][1]
    body = filled[at + 1 :]
    width = max((len(cells) for _line, cells in (filled[at], *body)), default=0)
    used = [
        column
        for column in range(width)
        if any(shown(_at(cells, column)) for _line, cells in (filled[at], *body))
    ]
    return SourceTable(
        name=name,
        heads=tuple(shown(_at(heads, column)) for column in used),
        rows=tuple((line, tuple(_at(cells, column) for column in used)) for line, cells in body),
        above=at,
        guessed=guessed,
    )


def guessed_fields(table: SourceTable) -> tuple[Field, ...]:
    """What each column probably is; a field goes to its plainest head, and the rest are notes."""
    found = [_fitting(table, place, _field_of(head)) for place, head in enumerate(table.heads)]
    for field in set(found) - {Field.NOTE}:
        places = [place for place, each in enumerate(found) if each is field]
        best = min(places, key=lambda place: (_rank_of(table.heads[place], field), place))
        found = [
            Field.NOTE if each is field and place != best else each
            for place, each in enumerate(found)
        ]
    if Field.TITLE not in found and Field.EVENT not in found:
        texts = [place for place, each in enumerate(found) if each is Field.NOTE]
        if texts:
            found[max(texts, key=lambda place: _length(table, place))] = Field.TITLE
    return tuple(found)


def _known_heads(cells: Sequence[Cell]) -> int:
    """How many different fields the cells of a row name, if it is a row of heads."""
    return len({_field_of(shown(cell)) for cell in cells} - {Field.NOTE})


def _field_of(head: str) -> Field:
    """The field that a head names: all of its words first, then those before a bracket."""
    return next((_FIELD_OF[words] for words in _names_of(head) if words in _FIELD_OF), Field.NOTE)


def _names_of(head: str) -> tuple[str, str]:
    """The words of a head, and those of them that name it."""
    words = plain(head.replace("_", " ").replace("*", " "))
    custom = _CUSTOM.fullmatch(words)
    return words, custom[1] if custom else words.partition("(")[0].strip(" :?#")


def _rank_of(head: str, field: Field) -> int:
    """How plainly a head names a field; the plainest words stand first in their list."""
    known = _HEAD_WORDS.get(field, ())
    return min((known.index(each) for each in _names_of(head) if each in known), default=len(known))


def _fitting(table: SourceTable, column: int, field: Field) -> Field:
    """The field, unless most cells of the column are something else: an impact may be a text."""
    cells = [cells[column] for _line, cells in table.rows if shown(cells[column])]
    if field in (Field.LIKELIHOOD, Field.IMPACT):
        scale, likelihood = scale_of(cells, table.heads[column]), field is Field.LIKELIHOOD
        told = sum(level_of(cell, scale, likelihood=likelihood) is not None for cell in cells)
        other = Field.NOTE if likelihood else Field.CONSEQUENCE
    elif field is Field.DUE:
        told, other = sum(day_of(cell, first_day=True) is not None for cell in cells), Field.NOTE
    else:
        return field
    return field if 2 * told >= len(cells) else other


def _at(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column] if column < len(cells) else None


def _length(table: SourceTable, column: int) -> int:
    """How much text stands in a column."""
    return sum(len(cell) for _line, cells in table.rows if isinstance(cell := cells[column], str))
