"""Read a file of content into declared values, and tell every mistake in it with its line."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from deskrisk import assets
from deskrisk.domain.content import ContentError, Mistake
from deskrisk.services.lined_json import Lined, LinedJsonError, parse

T = TypeVar("T")

MAX_BYTES = 2_000_000
LONGEST_TEXT = 1_000
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Form:
    """What the head of a file has to say."""

    name: str
    version: int


def content_files(folder: str, own: Path | None) -> list[Path]:
    """The program's own files in a folder of its resources, then those of the user."""
    shipped = sorted(assets.path(folder).glob("*.json"))
    return shipped + (sorted(own.glob("*.json")) if own is not None and own.is_dir() else [])


def usable_content(
    folder: str, own: Path | None, read: Callable[[Path], T]
) -> tuple[tuple[T, ...], tuple[ContentError, ...]]:
    """What can be used of ``content_files``, in their order, and what is wrong with the others.

    Args:
        folder: of the program's resources.
        own: the user's folder; it does not have to exist.
        read: reads one file.
    """
    found: list[T] = []
    faults: list[ContentError] = []
    for path in content_files(folder, own):
        try:
            found.append(read(path))
        except ContentError as fault:
            faults.append(fault)
    return tuple(found), tuple(faults)


def read_content(path: Path, kind: type[T], form: Form) -> T:
    """Read one file.

    Raises:
        ContentError: every mistake in it, with its line.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ContentError(str(path), (Mistake(line=1, where="", problem="size"),))
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problem = "letters" if isinstance(error, UnicodeDecodeError) else "unreadable"
        raise ContentError(str(path), (Mistake(line=1, where="", problem=problem),)) from None
    value, mistakes = content_from_text(text, kind, form)
    if value is None:
        raise ContentError(str(path), mistakes)
    return value


def content_from_text(text: str, kind: type[T], form: Form) -> tuple[T | None, tuple[Mistake, ...]]:
    """The value in a text; None and all mistakes, in the order of their lines, if it has any."""
    try:
        lined = parse(text)
    except LinedJsonError as error:
        return None, (Mistake(line=error.line, where="", problem="json"),)
    reader = _Reader()
    value = reader.whole(lined, kind, form)
    if reader.mistakes:
        return None, tuple(sorted(reader.mistakes, key=lambda each: each.line))
    return cast("T", value), ()  # without a mistake it is what was declared


@cache
def _kinds(kind: Hashable) -> Mapping[str, Any]:
    return get_type_hints(kind)


class _Reader:
    """Turns lined values into the declared ones, and collects what is wrong."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self._lines: dict[tuple[str, str], int] = {}
        self._references: list[tuple[str, str, Lined]] = []

    def whole(self, lined: Lined, kind: type[Any], form: Form) -> Any:
        if not isinstance(lined.held, dict):
            self._wrong(lined, "", "object")
            return None
        head = dict(lined.held)
        name, version = head.pop("format", None), head.pop("format_version", None)
        if name is None or name.held != form.name:
            self._wrong(name or lined, "format", "format", form.name)
            return None
        if version is None or version.held != form.version:
            self._wrong(version or lined, "format_version", "version", form.version)
            return None
        value = self._value(Lined(head, lined.line, lined.twice), kind, "")
        self._check_references(head)
        return value

    def _wrong(self, lined: Lined, where: str, problem: str, found: Any = "") -> None:
        short = str(found)[:_SHORT]
        self.mistakes.append(Mistake(line=lined.line, where=where, problem=problem, found=short))

    def _value(self, lined: Lined, kind: Any, where: str) -> Any:
        """A value of a declared kind; None where it is wrong."""
        if get_origin(kind) is types.UnionType:
            if lined.held is None:
                return None
            kind = next(each for each in get_args(kind) if each is not type(None))
        if get_origin(kind) is tuple:
            return self._list(lined, get_args(kind)[0], where)
        if is_dataclass(kind) and isinstance(kind, type):
            return self._object(lined, kind, where)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._choice(lined, kind, where)
        return self._plain(lined, kind, where)

    def _plain(self, lined: Lined, kind: type[Any], where: str) -> Any:
        held = lined.held
        number = isinstance(held, int | float) and not isinstance(held, bool)
        fits = number if kind is float else type(held) is kind
        if not fits:
            self._wrong(lined, where, kind.__name__, type(held).__name__)
            return None
        if isinstance(held, str) and len(held) > LONGEST_TEXT:
            self._wrong(lined, where, "length", len(held))
        return held

    def _choice(self, lined: Lined, kind: type[Enum], where: str) -> Enum | None:
        for each in kind:
            if each.value == lined.held:
                return each
        self._wrong(lined, where, "choice", lined.held)
        return None

    def _list(self, lined: Lined, kind: Any, where: str) -> tuple[Any, ...]:
        if not isinstance(lined.held, tuple):
            self._wrong(lined, where, "list", type(lined.held).__name__)
            return ()
        return tuple(
            self._value(each, kind, f"{where}[{place}]") for place, each in enumerate(lined.held)
        )

    def _object(self, lined: Lined, kind: type[Any], where: str) -> Any:
        if not isinstance(lined.held, dict):
            self._wrong(lined, where, "object", type(lined.held).__name__)
            return None
        declared = {each.name: each for each in fields(kind)}
        for name in (*lined.twice, *(name for name in lined.held if name not in declared)):
            problem = "twice" if name in lined.twice else "unknown"
            self._wrong(lined.held[name], _inside(where, name), problem, name)
        values = {}
        for name, each in declared.items():
            if name in lined.held:
                values[name] = self._field(lined.held[name], each, kind, _inside(where, name))
            elif each.default is MISSING and each.default_factory is MISSING:
                self._wrong(lined, _inside(where, name), "missing", name)
                values[name] = None
        made = kind(**values)
        self._check_object(lined, made, where)
        return made

    def _field(self, lined: Lined, declared: Field[Any], kind: Any, where: str) -> Any:
        value = self._value(lined, _kinds(kind)[declared.name], where)
        length = declared.metadata.get("length")
        if isinstance(value, str) and length and not length[0] <= len(value) <= length[1]:
            self._wrong(lined, where, "length", len(value))
        self._check_limits(lined, declared, value, where)
        entries = declared.metadata.get("entries")
        if entries is not None and isinstance(value, tuple) and len(value) != entries:
            self._wrong(lined, where, "entries", len(value))
        part = declared.metadata.get("refers")
        if part and isinstance(lined.held, tuple):
            self._references += [(part, where, each) for each in lined.held]
        return value

    def _check_limits(self, lined: Lined, declared: Field[Any], value: Any, where: str) -> None:
        low, high = declared.metadata.get("range", (0, 0))
        if high and isinstance(value, int | float) and not low <= value <= high:
            self._wrong(lined, where, "range", value)
        if not isinstance(lined.held, tuple):
            return
        fewest, most = declared.metadata.get("many", (0, len(lined.held)))
        if not fewest <= len(lined.held) <= most:
            self._wrong(lined, where, "entries", len(lined.held))
        low, high = declared.metadata.get("each", (0, LONGEST_TEXT))
        for place, each in enumerate(lined.held):
            if isinstance(each.held, str) and not low <= len(each.held) <= high:
                self._wrong(each, f"{where}[{place}]", "length", len(each.held))

    def _check_object(self, lined: Lined, made: Any, where: str) -> None:
        key = getattr(made, "id", None)
        if not isinstance(key, str) or not where:
            return
        part = where.partition("[")[0]
        if (part, key) in self._lines:
            self._wrong(lined, _inside(where, "id"), "same_id", key)
        self._lines[part, key] = lined.line

    def _check_references(self, head: Mapping[str, Lined]) -> None:
        for part, where, lined in self._references:
            known = part in head and (part, lined.held) in self._lines
            if isinstance(lined.held, str) and not known:
                self._wrong(lined, where, "reference", lined.held)


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
