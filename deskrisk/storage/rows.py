"""Values as rows of plain things and back, generically: a new field of a value needs nothing here.

Days become ISO text, choices their key, flags 0 or 1; tuples and values inside values become JSON.
What a table holds of a part is exactly its fields; ``tables.py`` declares them once more, and a
test holds both together.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from deskrisk.domain.codec import from_plain, to_plain
from deskrisk.domain.model.workshop import HEADS, PARTS, Value

Cell: TypeAlias = str | int | float | None
"""What one column of one row can hold."""


Reader: TypeAlias = tuple[str, Callable[[Any], Any]]
"""The name of a field, and what makes its value of a cell."""


class Kind(Enum):
    """How the values of a field are kept."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    CHOICE = "choice"
    JSON = "json"


class Column(NamedTuple):
    """One field of a part as a column. ``keys`` are the keys of a closed choice."""

    name: str
    kind: Kind
    optional: bool
    keys: tuple[str, ...]
    to_cell: Callable[[Any], Cell]
    from_cell: Callable[[Any], Any]


@cache
def columns(part: str) -> tuple[Column, ...]:
    """The columns of a part or head, in the order of its fields."""
    kind = value_class(part)
    hints = get_type_hints(kind)
    return tuple(_column(declared.name, hints[declared.name]) for declared in fields(kind))


def value_class(part: str) -> type[Value]:
    """The class of the values of a part or head."""
    return HEADS[part] if part in HEADS else PARTS[part]


def to_row(part: str, value: Value) -> dict[str, Cell]:
    """A value as a row: its cells by column."""
    return {each.name: each.to_cell(getattr(value, each.name)) for each in columns(part)}


def from_cells(part: str, cells: Sequence[Any]) -> Value:
    """The value that a row stands for.

    Args:
        part: the name of the part or head.
        cells: one for each of ``columns(part)``, in their order.

    Raises:
        ValueError, KeyError, TypeError, PlainError: a cell holds what no value can hold.
    """
    kind, names, readers = _plan(part)
    made: dict[str, Any] = dict(zip(names, cells, strict=True))
    for name, read in readers:
        made[name] = read(made[name])
    return kind(**made)


@cache
def _plan(part: str) -> tuple[type[Value], tuple[str, ...], tuple[Reader, ...]]:
    """What is needed to read a part; most cells are values already, and 600 rows are read at once.

    Returns:
        the class, the names of its fields, and those that have to be read with how.
    """
    found = columns(part)
    readers = tuple((each.name, each.from_cell) for each in found if each.from_cell is not _as_is)
    return value_class(part), tuple(each.name for each in found), readers


def to_json(value: Any) -> str:
    """A value as compact JSON; numbers keep every digit."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def value_from_json(part: str, text: str) -> Value:
    """The value of a part or head that was written with ``to_json``.

    Raises:
        ValueError, PlainError: the text does not fit.
    """
    return from_plain(value_class(part), json.loads(text), part)


def mapping_from_json(text: str) -> Mapping[str, str]:
    """A mapping from text to text that was written with ``to_json``.

    Raises:
        ValueError: it is something else.
    """
    plain = json.loads(text)
    if not isinstance(plain, dict) or not all(isinstance(each, str) for each in plain.values()):
        raise ValueError
    return plain


def _column(name: str, hint: Any) -> Column:
    optional = get_origin(hint) in (Union, UnionType)
    if optional:
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    hint = getattr(hint, "__supertype__", hint)  # an id is text
    kind, keys, to_cell, from_cell = _conversion(hint)
    if optional:
        to_cell, from_cell = _or_none(to_cell), _or_none(from_cell)
    return Column(name, kind, optional, keys, to_cell, from_cell)


Conversion: TypeAlias = tuple[Kind, tuple[str, ...], Callable[[Any], Cell], Callable[[Any], Any]]


def _conversion(hint: Any) -> Conversion:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        members = {member.value: member for member in hint}
        return Kind.CHOICE, tuple(members), lambda member: member.value, members.__getitem__
    return Kind.JSON, (), to_json, _json_reader(hint)


def _json_reader(hint: Any) -> Callable[[Any], Any]:
    """Reads a tuple, or a value inside a value; nearly all tuples are empty."""
    empty = () if get_origin(hint) is tuple else None

    def read(cell: Any) -> Any:
        if empty is not None and cell == "[]":
            return empty
        return from_plain(cast("Any", hint), json.loads(cell))  # from_plain reads any declared type

    return read


def _or_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if convert is _as_is:
        return _as_is
    return lambda held: None if held is None else convert(held)


def _as_is(held: Any) -> Any:
    return held


def _whole_text(held: Any) -> Any:
    """The text, unless it has a NUL: none is ever stored, a page of the file that is lost has."""
    if "\0" in held:
        raise ValueError
    return held


_SIMPLE: Mapping[Any, Conversion] = {
    str: (Kind.TEXT, (), _as_is, _whole_text),
    int: (Kind.WHOLE, (), _as_is, _as_is),
    float: (Kind.NUMBER, (), float, _as_is),
    bool: (Kind.FLAG, (), int, bool),
    date: (Kind.DAY, (), date.isoformat, date.fromisoformat),
}
