"""Write the JSON Schemas of content packs and of templates, from the values they are made of.

Use: python packaging/make_pack_schema.py

A test compares the results with what is kept in the repository.
"""

import json
import sys
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script

from deskrisk.domain.packs import Pack
from deskrisk.domain.templates import Template
from deskrisk.services import packs, templates
from deskrisk.services.declared import LONGEST_TEXT, Form

SCHEMAS = Path(__file__).resolve().parent.parent / "resources" / "schemas"
KINDS: dict[str, tuple[str, type[Any], Form]] = {
    f"pack-{packs.FORM.version}.schema.json": ("DeskRisk content pack", Pack, packs.FORM),
    f"template-{templates.FORM.version}.schema.json": (
        "DeskRisk template",
        Template,
        templates.FORM,
    ),
}
"""Each file: its title, what it is made of, and what its head says."""

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema(name: str) -> dict[str, Any]:
    """The whole schema that is kept under a name."""
    title, kind, form = KINDS[name]
    whole = _object(kind)
    head = {"format": {"const": form.name}, "format_version": {"const": form.version}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": " ".join((kind.__doc__ or "").split()),
        **whole,
        "properties": {**head, **whole["properties"]},
        "required": [*head, *whole["required"]],
    }


def _object(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    needed = [
        each.name
        for each in fields(kind)
        if each.default is MISSING and each.default_factory is MISSING
    ]
    properties = {each.name: _property(each, hints[each.name]) for each in fields(kind)}
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _property(declared: Field[Any], kind: Any) -> dict[str, Any]:
    found = _kind(kind)
    if "length" in declared.metadata:
        low, high = declared.metadata["length"]
        found |= {"minLength": low, "maxLength": high}
    if "range" in declared.metadata:
        low, high = declared.metadata["range"]
        found |= {"minimum": low, "maximum": high}
    if "many" in declared.metadata:
        low, high = declared.metadata["many"]
        found |= {"minItems": low, "maxItems": high}
    if "each" in declared.metadata:
        low, high = declared.metadata["each"]
        found["items"] = {"type": "string", "minLength": low, "maxLength": high}
    if "entries" in declared.metadata:
        count = declared.metadata["entries"]
        found |= {"minItems": count, "maxItems": count}
    if "refers" in declared.metadata:
        found["description"] = f"Ids of entries in {declared.metadata['refers']}."
    return found


def _kind(kind: Any) -> dict[str, Any]:
    if get_origin(kind) is types.UnionType:
        inner = next(each for each in get_args(kind) if each is not type(None))
        return {"anyOf": [_kind(inner), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _kind(get_args(kind)[0])}
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    plain: dict[str, Any] = {"type": PLAIN[kind]}
    return {**plain, "maxLength": LONGEST_TEXT} if kind is str else plain


def to_text(name: str) -> str:
    """A schema as it is kept."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in KINDS:
        (SCHEMAS / each).write_text(to_text(each), "utf-8")
