"""Write the JSON Schema of the workshop file, and the page that describes it, from the values.

Use: python packaging/make_schema.py

The dataclasses of ``deskrisk/domain/model`` say what there is, ``schema_words.toml`` what it means.
A test compares both results with what is kept in the repository.
"""

import json
import sys
import tomllib
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script

from deskrisk.domain.model.fields import MAX_TEXT, advised_length, longest_text, referred_part
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.signoff import MAX_SNAPSHOT
from deskrisk.domain.model.workshop import HEADS, PARTS
from deskrisk.domain.soundness import RANGES
from deskrisk.services.workshop_files import (
    FORMAT,
    FORMAT_VERSION,
    MAX_BYTES,
    MAX_ENTRIES,
    MAX_ID,
)

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "resources" / "schemas" / f"workshop-{FORMAT_VERSION}.schema.json"
PAGE = ROOT / "docs" / "workshop-file.md"
WORDS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (ROOT / "packaging" / "schema_words.toml").read_text("utf-8")
)
KINDS: Mapping[str, type[Any]] = {**HEADS, **PARTS, "signal": Signal}

Schema = dict[str, Any]


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"DeskRisk workshop file, version {FORMAT_VERSION}",
        "description": "One workshop: its settings, its people, and everything they said.",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "format_version", "workshop"],
        "properties": {
            "format": {"const": FORMAT, "description": "Says that this is a workshop file."},
            "format_version": {
                "const": FORMAT_VERSION,
                "description": "A reader refuses a version that is newer than it knows.",
            },
            "program": {"type": "string", "description": "What wrote the file; says no more."},
            "workshop": {"$ref": "#/$defs/workshop"},
        },
        "$defs": {
            "id": {
                "type": "string",
                "pattern": f"^[A-Za-z0-9._-]{{1,{MAX_ID}}}$",
                "description": "A name within this file.",
            },
            "workshop": _workshop(),
            **{name: _record(name, kind) for name, kind in KINDS.items()},
        },
    }


def page() -> str:
    """The page that describes the format, as Markdown."""
    lines = [_INTRODUCTION]
    for name, kind in KINDS.items():
        lines.append(f"\n### {name}\n\n{_first_line(kind)}\n")
        lines.append("| field | holds | meaning |\n| --- | --- | --- |")
        hints = get_type_hints(kind)
        for declared in fields(kind):
            holds = _holds(name, declared, hints[declared.name])
            lines.append(f"| `{declared.name}` | {holds} | {WORDS[name][declared.name]} |")
    return "\n".join(lines) + "\n"


def _workshop() -> Schema:
    properties: Schema = {"id": {"$ref": "#/$defs/id"}}
    for name in HEADS:
        properties[name] = {"$ref": f"#/$defs/{name}"}
    for name in PARTS:
        items = {"$ref": f"#/$defs/{name}"}
        properties[name] = {"type": "array", "maxItems": MAX_ENTRIES, "items": items}
    return {
        "description": "One subject, one group of people, its stages and its later reviews.",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "brief"],
        "properties": properties,
    }


def _record(name: str, kind: type[Any]) -> Schema:
    hints = get_type_hints(kind)
    return {
        "description": _first_line(kind),
        "type": "object",
        "additionalProperties": False,
        "required": [declared.name for declared in fields(kind) if _is_needed(declared)],
        "properties": {
            declared.name: {
                **_field(name, declared, hints[declared.name]),
                "description": WORDS[name][declared.name],
            }
            for declared in fields(kind)
        },
    }


def _field(part: str, declared: Field[Any], hint: Any) -> Schema:
    if declared.name == "id":
        return {"$ref": "#/$defs/id"}
    limits = RANGES.get((part, declared.name))
    found = _type(hint, is_id=referred_part(declared) is not None)
    if limits is not None:
        found |= {"minimum": limits[0], "maximum": limits[1]}
    if longest_text(declared) != MAX_TEXT:
        found |= {"maxLength": longest_text(declared)}
    return found


def _type(hint: Any, *, is_id: bool) -> Schema:
    """The schema of one type; an optional one may be null as well."""
    if get_origin(hint) in (Union, types.UnionType):
        return _or_null(_type(_inner(hint), is_id=is_id))
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], is_id=is_id)}
    if is_id:
        return {"$ref": "#/$defs/id"}
    if hint is Signal:
        return {"$ref": "#/$defs/signal"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return dict(_SCALARS[hint])


def _or_null(found: Schema) -> Schema:
    if "enum" in found:
        return {"enum": [*found["enum"], None]}
    if "$ref" in found:
        return {"anyOf": [found, {"type": "null"}]}
    return {**found, "type": [found["type"], "null"]}


_SCALARS: Mapping[Any, Schema] = {
    str: {"type": "string", "maxLength": MAX_TEXT},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": -(2**53), "maximum": 2**53},
    float: {"type": "number", "minimum": -(2**53), "maximum": 2**53},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


def _holds(part: str, declared: Field[Any], hint: Any) -> str:
    """What a field holds, in a few words."""
    optional = get_origin(hint) in (Union, types.UnionType)
    inner = _inner(hint) if optional else hint
    words = _words_of(part, declared, inner)
    if optional:
        words += ", or null"
    return words if not _is_needed(declared) else f"{words}; needed"


def _words_of(part: str, declared: Field[Any], hint: Any) -> str:
    target = referred_part(declared)
    if target is not None:
        several = get_origin(hint) is tuple
        nested = several and get_origin(get_args(hint)[0]) is tuple
        count = "lists of ids" if nested else "ids" if several else "id"
        return f"{count} of {target}"
    if get_origin(hint) is tuple:
        return f"list of {_words_of(part, declared, get_args(hint)[0])}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{member.value}`" for member in hint)
    limits = RANGES.get((part, declared.name))
    advice = advised_length(declared)
    words = _NAMES.get(hint, "id")
    if limits is not None:
        words += f", {limits[0]:g} to {limits[1]:g}"
    if advice is not None:
        length = f"{advice[0]} to {advice[1]}" if advice[0] else f"at most {advice[1]}"
        words += f", best {length} characters"
    return words


_NAMES: Mapping[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    date: "day",
    Signal: "a signal",
}


def _is_needed(declared: Field[Any]) -> bool:
    return declared.default is MISSING and declared.default_factory is MISSING


def _inner(hint: Any) -> Any:
    (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
    return inner


def _first_line(kind: type[Any]) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0].replace("``", "`")


_INTRODUCTION = f"""# The workshop file

Written by `packaging/make_schema.py`: change the values or `packaging/schema_words.toml`, not this
page.

A workshop file holds one workshop, all of it, as plain JSON. It is what travels between computers,
and what can still be read when this program is gone. Its name ends in `.deskrisk`. The schema is
`resources/schemas/{SCHEMA.name}` (JSON Schema 2020-12).

A file may hold what was said in confidence, and the facilitator's private notes: it is written for
its owner alone (mode 0600), and whoever passes it on passes everything on.

## Shape

```json
{{
  "format": "{FORMAT}",
  "format_version": {FORMAT_VERSION},
  "program": "DeskRisk 0.1.0",
  "workshop": {{
    "id": "...",
    "brief": {{ }},
    "progress": {{ }},
    "groups": [ ]
  }}
}}
```

- UTF-8, two blanks of indent, a line end at the end. A byte-order mark is allowed.
- Lists are sorted by `position`, `number`, `sequence`, `round` or `held_on` where their entries
  have one, then by id; fields stand in the order of the tables below. So the same workshop always
  gives the same bytes.
- Days are `YYYY-MM-DD`, choices are the words in the tables, whole numbers have no `.0`.
- Values that have no `id` of their own, such as scores, are named by what they point to: one score
  a round, person and risk.
- A list, or a field that is not marked *needed*, may be left out: it is empty then, or at its
  default.

## What a reader checks

All of it, before anything is taken:

- at most {MAX_BYTES // 1024 // 1024} MB, {MAX_ENTRIES} entries in a list, {MAX_TEXT} characters
  in a text, {MAX_SNAPSHOT} in a frozen agreement;
- a `format_version` that it knows, every field known and of its type, every number in its range;
- no name twice in an object, no id twice in a list, every id that is pointed to present;
- the four fixed categories there, if `categories` is there at all.

The first thing that is wrong is named with its place, such as `risks[3].title`; entries are counted
from 0. Control characters in texts are replaced by `\ufffd` and counted.

## Versions

A version gets a new number when a file of it could not be read by the program before. Fields may
be added without one only if a reader of the same version does not refuse them, which this one
does: so every new field is a new version.

## Fields"""


def write() -> None:
    """Write both results into the repository."""
    SCHEMA.parent.mkdir(parents=True, exist_ok=True)
    SCHEMA.write_text(schema_text(), "utf-8", newline="\n")
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), "utf-8", newline="\n")


def schema_text() -> str:
    """The schema as it is kept."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write()
