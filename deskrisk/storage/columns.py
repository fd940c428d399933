"""How a table is declared: columns of the plain kinds, and the checks that the domain asks for."""

from typing import Any

from sqlalchemy import REAL, CheckConstraint, ForeignKeyConstraint, Integer, Text
from sqlmodel import Field

from deskrisk.domain.soundness import RANGES
from deskrisk.storage.rows import Column, Kind, columns

PLAIN = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""No hidden row numbers: they would tell in which order fears came in."""


def part_rules(part: str) -> tuple[Any, ...]:
    """The checks of one part's table, from what the domain says of its fields."""
    made = [_check(part, each) for each in columns(part)]
    return (*(each for each in made if each is not None), PLAIN)


def _check(part: str, column: Column) -> CheckConstraint | None:
    condition = _condition(part, column)
    if condition is None:
        return None
    return CheckConstraint(condition, name=f"{part}_{column.name}")


def _condition(part: str, column: Column) -> str | None:
    name = f'"{column.name}"'
    if (part, column.name) in RANGES:
        low, high = RANGES[part, column.name]
        return f"{name} BETWEEN {low:g} AND {high:.0f}"
    if column.kind is Kind.FLAG:
        return f"{name} IN (0, 1)"
    if column.kind is Kind.CHOICE:
        return f"{name} IN ({', '.join(repr(each) for each in column.keys)})"
    if column.kind is Kind.DAY:
        return f"length({name}) = 10"
    return None


def of_workshop() -> Any:
    """The workshop that a row belongs to; it goes with it."""
    return Field(sa_type=Text, primary_key=True, foreign_key="workshop.id", ondelete="CASCADE")


def of_step() -> ForeignKeyConstraint:
    """The step that a row belongs to, by workshop and number; it goes with it."""
    return ForeignKeyConstraint(
        ["workshop_id", "number"], ["step.workshop_id", "step.number"], ondelete="CASCADE"
    )


def key_text() -> Any:
    """A part of the key."""
    return Field(sa_type=Text, primary_key=True)


def key_number() -> Any:
    """A whole number that is a part of the key."""
    return Field(sa_type=Integer, primary_key=True)


def a_text() -> Any:
    """Words, a day, a choice's key, or JSON."""
    return Field(sa_type=Text)


def a_whole() -> Any:
    """A whole number, or a flag."""
    return Field(sa_type=Integer)


def a_number() -> Any:
    """A number."""
    return Field(sa_type=REAL)
