"""Values as plain JSON things and back: the one reading and writing for journal and workshop file.

Reading is strict: an unknown or missing field, a wrong type, a wrong choice or a number that is
not finite is refused with the place where it stands.
"""

import math
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from deskrisk.domain.errors import DeskError

T = TypeVar("T")
Plain = Any
"""A JSON thing: dict, list, str, int, float, bool or None; JSON itself is not typed finer."""


@dataclass(eq=False)
class PlainError(DeskError):
    """A plain thing is not what the value needs.

    ``problem`` is one of ``type``, ``missing``, ``unknown``, ``choice``, ``date``, ``number``;
    ``wanted`` says what would be right.
    """

    where: str
    problem: str
    wanted: str


def to_plain(value: Any) -> Plain:
    """A value as JSON things: dates as ISO text, choices as their key, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Plain, where: str = "") -> T:
    """The value that a plain thing stands for.

    Args:
        kind: the dataclass to make.
        plain: a JSON object with its fields; a field with a default may be missing.
        where: the place in the file, for the error, e.g. ``"risks[3]"``.

    Raises:
        PlainError: the thing does not fit.
    """
    read: Reader = _reader(cast("Any", kind))  # a class is hashable, mypy's T is not
    value: T = read(plain, where)
    return value


Reader = Callable[[Plain, str], Any]


@cache
def _reader(kind: Any) -> Reader:
    """The function that reads one type; made once a type."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        return _tuple_reader(get_args(kind)[0])
    supertype = getattr(kind, "__supertype__", None)  # NewType
    if supertype is not None:
        return _reader(supertype)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice_reader(kind)
    return _SCALARS[kind]


def _record_reader(kind: type[Any]) -> Reader:
    hints = get_type_hints(kind)
    names = {f.name: f for f in fields(kind)}
    readers = {name: _reader(hints[name]) for name in names}
    needed = {
        name for name, f in names.items() if f.default is MISSING and f.default_factory is MISSING
    }

    def read(plain: Plain, where: str) -> Any:
        if not isinstance(plain, Mapping):
            raise PlainError(where, "type", "object")
        for name in plain:
            if name not in names:
                raise PlainError(_at(where, str(name)), "unknown", ", ".join(names))
        for name in needed:
            if name not in plain:
                raise PlainError(_at(where, name), "missing", name)
        return kind(**{n: readers[n](item, _at(where, n)) for n, item in plain.items()})

    return read


def _optional_reader(kind: Any) -> Reader:
    (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
    read_inner = _reader(inner)

    def read(plain: Plain, where: str) -> Any:
        return None if plain is None else read_inner(plain, where)

    return read


def _tuple_reader(inner: Any) -> Reader:
    read_inner = _reader(inner)

    def read(plain: Plain, where: str) -> Any:
        if not isinstance(plain, list):
            raise PlainError(where, "type", "list")
        return tuple(read_inner(item, f"{where}[{n}]") for n, item in enumerate(plain))

    return read


def _choice_reader(kind: type[Enum]) -> Reader:
    choices = {member.value: member for member in kind}

    def read(plain: Plain, where: str) -> Any:
        if not isinstance(plain, str) or plain not in choices:
            raise PlainError(where, "choice", ", ".join(choices))
        return choices[plain]

    return read


def _read_text(plain: Plain, where: str) -> str:
    if not isinstance(plain, str):
        raise PlainError(where, "type", "text")
    return plain


def _read_flag(plain: Plain, where: str) -> bool:
    if not isinstance(plain, bool):
        raise PlainError(where, "type", "true or false")
    return plain


def _read_whole(plain: Plain, where: str) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int) or abs(plain) > 2**53:
        raise PlainError(where, "type", "whole number")
    return plain


def _read_number(plain: Plain, where: str) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise PlainError(where, "type", "number")
    if abs(plain) > 2**53 or not math.isfinite(plain):
        raise PlainError(where, "number", "a finite number")
    return float(plain)


def _read_date(plain: Plain, where: str) -> date:
    if not isinstance(plain, str):
        raise PlainError(where, "type", "date")
    try:
        found = date.fromisoformat(plain)
    except ValueError:
        raise PlainError(where, "date", "a day as YYYY-MM-DD") from None
    if found.isoformat() != plain:
        raise PlainError(where, "date", "a day as YYYY-MM-DD")
    return found


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


_SCALARS: dict[Any, Reader] = {
    str: _read_text,
    bool: _read_flag,
    int: _read_whole,
    float: _read_number,
    date: _read_date,
}
