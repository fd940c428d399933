"""Tables with real values: the columns are declared once, and every format writes them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from typing import Generic, TypeAlias, TypeVar

from deskrisk.i18n import _
from deskrisk.viewmodels.figures import day, percent, whole_or_short

Value: TypeAlias = str | int | float | date | None
"""What stands in a cell; None and the empty text leave it empty."""

T = TypeVar("T")


class Kind(Enum):
    """What a column holds, which decides how it is written and on which side it stands."""

    TEXT = auto()
    WHOLE = auto()
    NUMBER = auto()
    SHARE = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column: what it is called, how wide it is in characters, and what stands in it.

    ``heading`` is shown after ``_()``.
    """

    key: str
    heading: str
    kind: Kind = Kind.TEXT
    width: int = 14
    of: Callable[[T], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column, in the user's language."""

    key: str
    words: str
    kind: Kind
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: ``key`` names it in a file, ``name`` for people. Each row has a value a head."""

    key: str
    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]

    def chosen(self, *keys: str) -> "Table":
        """The table with these columns alone, in this order."""
        at = {head.key: place for place, head in enumerate(self.heads)}
        places = [at[key] for key in keys]
        return Table(
            key=self.key,
            name=self.name,
            heads=tuple(self.heads[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in self.rows),
        )

    def filled(self) -> "Table":
        """The table without the columns in which nothing stands."""
        if not self.rows:
            return self
        columns = zip(*self.rows, strict=True)
        held = [
            head.key
            for head, column in zip(self.heads, columns, strict=True)
            if any(value not in (None, "") for value in column)
        ]
        return self.chosen(*held)


def tabled(key: str, name: str, columns: Iterable[Column[T]], things: Iterable[T]) -> Table:
    """The table of these things, a row each, in their order."""
    columns = tuple(columns)
    return Table(
        key=key,
        name=name,
        heads=tuple(
            Head(key=each.key, words=_(each.heading), kind=each.kind, width=each.width)
            for each in columns
        ),
        rows=tuple(tuple(column.of(thing) for column in columns) for thing in things),
    )


def two_figures(value: float | None) -> float | None:
    """A calculated number as far as it means anything: two significant figures, 0 or more."""
    if value is None or value == 0:
        return value
    number = Decimal(repr(value)).quantize(Decimal("1e-9"))
    if not number:
        return 0.0
    return float(number.quantize(Decimal(1).scaleb(number.adjusted() - 1), ROUND_HALF_UP))


def in_words(value: Value, kind: Kind) -> str:
    """A value as people read it in a text; empty for none."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, date):
        return day(value)
    return percent(value) if kind is Kind.SHARE else whole_or_short(value)
