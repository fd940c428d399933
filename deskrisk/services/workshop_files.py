"""One workshop as a file: documented JSON, complete, and the same bytes for the same workshop.

``docs/workshop-file.md`` describes the format. Reading checks all of it before it gives a value,
so whoever imports a file changes nothing until the file is known to be sound.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from itertools import accumulate
from pathlib import Path
from typing import Any, cast

from deskrisk import __version__
from deskrisk.domain.codec import PlainError, from_plain, to_plain
from deskrisk.domain.errors import TooLongError
from deskrisk.domain.file_errors import (
    FileMissingError,
    FileUnreadableError,
    NotAFileError,
    WorkshopFileError,
)
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import HEADS, PARTS, Part, Value, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.domain.soundness import flaws
from deskrisk.domain.texts import cleaned_value
from deskrisk.services.atomic import write_whole

FORMAT = "deskrisk-workshop"
FORMAT_VERSION = 1
SUFFIX = ".deskrisk"

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 32
MAX_PIECES = 500_000
"""Fields and entries; a workshop of forty risks and twenty people has some 30,000."""

MAX_ENTRIES = 20_000
"""Entries of one list."""

MAX_ID = 64
MAX_DIGITS = 20

_ID = re.compile(rf"[A-Za-z0-9._-]{{1,{MAX_ID}}}")
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_PLACE = re.compile(r"(\w+)\[([^\]]*)\](.*)")
_ORDER_FIELDS = ("position", "number", "sequence", "round", "held_on")

Plain = dict[str, Any]
"""A JSON object; JSON itself is not typed finer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A workshop from a file, and how many characters of it could not be kept."""

    workshop: Workshop
    substituted: int


def to_text(workshop: Workshop) -> str:
    """The workshop as the text of a workshop file."""
    plain = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "program": f"DeskRisk {__version__}",
        "workshop": workshop_to_plain(workshop),
    }
    return json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def workshop_to_plain(workshop: Workshop) -> Plain:
    """The workshop as a JSON object: heads, then one sorted list for each part."""
    plain: Plain = {"id": workshop.id}
    for name in HEADS:
        plain[name] = _value_to_plain(getattr(workshop, name))
    for name in PARTS:
        held = sorted(mapping(workshop, name).values(), key=_file_order)
        plain[name] = [_value_to_plain(value) for value in held]
    return plain


def from_text(text: str) -> Workshop:
    """The workshop in the text of a workshop file.

    Raises:
        WorkshopFileError: the text is not one.
    """
    return read_bytes(text.encode("utf-8", "surrogatepass")).workshop


def read_workshop_file(path: Path) -> Workshop:
    """The workshop in a file.

    Raises:
        WorkshopFileError: the file does not hold one.
        PathError: there is no such file, or it may not be read.
    """
    return open_workshop_file(path).workshop


def open_workshop_file(path: Path) -> ReadFile:
    """The workshop in a file, and how many characters could not be kept.

    Raises:
        WorkshopFileError: the file does not hold one.
        PathError: there is no such file, or it may not be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise NotAFileError(str(path))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileMissingError(str(path)) from None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise FileUnreadableError(str(path)) from None
    return read_bytes(content)


def write_workshop_file(workshop: Workshop, path: Path) -> None:
    """Write a workshop file, whole or not at all; a file of this name is replaced.

    Raises:
        PathError: it could not be written; what was there before is untouched.
    """
    write_whole(path, to_text(workshop).encode("utf-8"))


def read_bytes(content: bytes) -> ReadFile:
    """The workshop in the bytes of a workshop file.

    Raises:
        WorkshopFileError: they do not hold one.
    """
    try:
        plain = parsed_json(content)
        _check_head(plain)
        return workshop_from_plain(plain["workshop"])
    except RecursionError:
        raise WorkshopFileError("depth", wanted=str(MAX_DEPTH)) from None
    except MemoryError:
        raise WorkshopFileError("memory") from None


def workshop_from_plain(plain: Any) -> ReadFile:
    """The workshop that a JSON object stands for.

    Raises:
        WorkshopFileError: it stands for none.
    """
    if not isinstance(plain, dict):
        raise WorkshopFileError("type", "workshop", wanted="object")
    known = ("id", *HEADS, *PARTS)
    for name in plain:
        if name not in known:
            raise WorkshopFileError("unknown", _short(str(name)))
    for name in ("id", "brief"):
        if name not in plain:
            raise WorkshopFileError("missing", name)
    found: dict[str, Any] = {"id": WorkshopId(_checked_id(plain["id"], "id"))}
    substituted = 0
    for name, kind in HEADS.items():
        if name in plain:
            found[name], count = _value_from_plain(kind, plain[name], name)
            substituted += count
    for name, cls in PARTS.items():
        if name in plain:
            found[name], count = _list_from_plain(cls, plain[name], name)
            substituted += count
    workshop = Workshop(**found)
    _check_sound(workshop, plain)
    return ReadFile(workshop=workshop, substituted=substituted)


def _value_to_plain(value: Value) -> Plain:
    clean, _count = cleaned_value(value)
    return cast("Plain", _with_plain_numbers(to_plain(clean)))


def _with_plain_numbers(plain: Any) -> Any:
    """Whole floats without ``.0``: 3 and 3.0 are one number, so they get one spelling."""
    if isinstance(plain, float):
        return int(plain) if plain.is_integer() else plain
    if isinstance(plain, dict):
        return {name: _with_plain_numbers(item) for name, item in plain.items()}
    if isinstance(plain, list):
        return [_with_plain_numbers(item) for item in plain]
    return plain


def _file_order(value: Part) -> tuple[Any, ...]:
    """Where a value stands in its list: by its own order if it has one, then by id."""
    return (*(getattr(value, name) for name in _ORDER_FIELDS if hasattr(value, name)), value.id)


def parsed_json(content: bytes) -> Plain:
    """The JSON object in some bytes, refused before it can cost much.

    Raises:
        WorkshopFileError: it is no JSON object, or one that no workshop could be.
    """
    if len(content) > MAX_BYTES:
        raise WorkshopFileError("size", wanted=f"{MAX_BYTES // 1024 // 1024} MB")
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise WorkshopFileError("empty")
    _check_shape(content)
    try:
        plain = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_whole,
        )
    except UnicodeDecodeError:
        raise WorkshopFileError("encoding") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise WorkshopFileError("json", place) from None
    if not isinstance(plain, dict):
        raise WorkshopFileError("format", wanted=FORMAT)
    return plain


def _check_shape(content: bytes) -> None:
    """Depth and number of entries, counted without building anything."""
    bare = _STRING.sub(b"", content)
    if sum(bare.count(sign) for sign in (b",", b"[", b"{")) > MAX_PIECES:
        raise WorkshopFileError("pieces", wanted=f"{MAX_PIECES}")
    brackets = bare.translate(None, bytes(set(range(256)) - set(b"[]{}")))
    steps = (1 if bracket in b"[{" else -1 for bracket in brackets)
    if max(accumulate(steps), default=0) > MAX_DEPTH:
        raise WorkshopFileError("depth", wanted=str(MAX_DEPTH))


def _object(pairs: list[tuple[str, Any]]) -> Plain:
    found: Plain = {}
    for name, item in pairs:
        if name in found:
            raise WorkshopFileError("twice_key", found=_short(name))
        found[name] = item
    return found


def _no_constant(name: str) -> Any:
    raise WorkshopFileError("constant", found=name)


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise WorkshopFileError("digits", found=str(len(digits)))
    return int(digits)


def _check_head(plain: Plain) -> None:
    """Is it our format, and a version that this program knows?"""
    if plain.get("format") != FORMAT:
        raise WorkshopFileError("format", wanted=FORMAT)
    version = plain.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise WorkshopFileError("version", wanted=str(FORMAT_VERSION))
    if version > FORMAT_VERSION:
        raise WorkshopFileError("newer", found=str(version), wanted=str(FORMAT_VERSION))
    for name in plain:
        if name not in {"format", "format_version", "program", "workshop"}:
            raise WorkshopFileError("unknown", _short(name))
    if not isinstance(plain.get("program", ""), str):
        raise WorkshopFileError("type", "program", wanted="text")
    if "workshop" not in plain:
        raise WorkshopFileError("missing", "workshop")


def _list_from_plain(kind: type[Part], plain: Any, name: str) -> tuple[Mapping[str, Part], int]:
    """One part of a workshop, by id, and how many characters were replaced."""
    if not isinstance(plain, list):
        raise WorkshopFileError("type", name, wanted="list")
    if len(plain) > MAX_ENTRIES:
        raise WorkshopFileError("entries", name, str(len(plain)), str(MAX_ENTRIES))
    found: dict[str, Part] = {}
    substituted = 0
    has_own_id = any(declared.name == "id" for declared in fields(kind))
    for number, item in enumerate(plain):
        where = f"{name}[{number}]"
        value, count = _value_from_plain(kind, item, where)
        if has_own_id:
            _checked_id(value.id, f"{where}.id")
        if value.id in found:
            raise WorkshopFileError("twice", where, _short(value.id))
        found[value.id] = value
        substituted += count
    return found, substituted


def _value_from_plain(kind: type[Any], plain: Any, where: str) -> tuple[Any, int]:
    try:
        return cleaned_value(from_plain(kind, plain, where))
    except PlainError as error:
        raise WorkshopFileError(error.problem, _short(error.where), wanted=error.wanted) from None
    except TooLongError as error:
        place = f"{where}.{error.field}"
        raise WorkshopFileError("long", place, str(error.length), str(error.limit)) from None


def _checked_id(plain: Any, where: str) -> str:
    if not isinstance(plain, str) or not _ID.fullmatch(plain):
        raise WorkshopFileError("id", where, wanted=str(MAX_ID))
    return plain


def _check_sound(workshop: Workshop, plain: Plain) -> None:
    """Everything points to something that is there, and every number is within its range."""
    for flaw in flaws(workshop):
        where = _numbered(flaw.where, workshop, plain)
        raise WorkshopFileError(flaw.problem, where, _short(flaw.value), flaw.wanted)


def _numbered(where: str, workshop: Workshop, plain: Plain) -> str:
    """A place by number, ``risks[3].title``, instead of by id: it can be found by counting."""
    matched = _PLACE.fullmatch(where)
    if matched is None or matched[1] not in plain:
        return where
    keys = list(mapping(workshop, matched[1]))  # in the order of the file
    if matched[2] not in keys:
        return where
    return f"{matched[1]}[{keys.index(matched[2])}]{matched[3]}"


def _short(text: str) -> str:
    """A name from a file, short and printable, to be shown in a sentence."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
