"""The published schema of a content pack says the same as the reader."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deskrisk import assets
from deskrisk.services.packs import pack_from_text
from deskrisk.services.templates import template_from_text

ROOT = Path(__file__).resolve().parent.parent
SCHEMA: dict[str, Any] = json.loads(assets.path("schemas", "pack-1.schema.json").read_text("utf-8"))
STARTER: dict[str, Any] = json.loads(
    assets.path("packs", "starter-software-en.json").read_text("utf-8")
)

TEMPLATE_SCHEMA: dict[str, Any] = json.loads(
    assets.path("schemas", "template-1.schema.json").read_text("utf-8")
)
TEMPLATE: dict[str, Any] = json.loads(
    assets.path("templates", "7-migration-en.json").read_text("utf-8")
)


def maker() -> ModuleType:
    path = ROOT / "packaging" / "make_pack_schema.py"
    spec = importlib.util.spec_from_file_location("make_pack_schema", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schema_is_what_the_values_say() -> None:
    for name in maker().KINDS:
        kept = assets.path("schemas", name).read_text("utf-8")
        assert maker().to_text(name) == kept, "python3 dev.py schema writes it anew"


@pytest.mark.parametrize("schema", [SCHEMA, TEMPLATE_SCHEMA], ids=["pack", "template"])
def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_every_template_fits() -> None:
    for path in assets.path("templates").glob("*.json"):
        plain = json.loads(path.read_text("utf-8"))
        assert not list(Draft202012Validator(TEMPLATE_SCHEMA).iter_errors(plain)), path.name


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"format": "deskrisk-pack"}, "format"),
        ({"format_version": 2}, "version"),
        ({"focus_count": 0}, "range"),
        ({"focus_count": 2.5}, "int"),
        ({"horizon_days": 2000}, "range"),
        ({"preset": "short"}, "choice"),
        ({"objectives": ["Only one of them"]}, "entries"),
        ({"objectives": ["Fast", "A good one"]}, "length"),
        ({"groups": ["A", "B", "C", "D", "E", "F"]}, "entries"),
        ({"even_over": [{"more": "people"}]}, "missing"),
        ({"colour": "red"}, "unknown"),
    ],
)
def test_template_schema_and_reader_refuse_the_same(change: dict[str, Any], problem: str) -> None:
    plain = {**TEMPLATE, **change}
    assert list(Draft202012Validator(TEMPLATE_SCHEMA).iter_errors(plain))
    found, mistakes = template_from_text(json.dumps(plain))
    assert found is None
    assert [each.problem for each in mistakes] == [problem]


def test_a_mistake_in_a_template_is_told_with_its_line() -> None:
    lines = json.dumps(TEMPLATE, indent=1).splitlines()
    at = next(number for number, line in enumerate(lines) if '"focus_count"' in line)
    lines[at] = ' "focus_count": 40,'
    _found, mistakes = template_from_text("\n".join(lines))
    assert [(each.line, each.where, each.found) for each in mistakes] == [
        (at + 1, "focus_count", "40")
    ]


def test_the_starter_pack_fits() -> None:
    assert not list(Draft202012Validator(SCHEMA).iter_errors(STARTER))


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"format_version": 2},
        {"version": "1"},
        {"name": "ab"},
        {"colour": "red"},
        {"risks": {}},
        {"fears": [{"id": "f", "kind": "weather", "theme": "cost", "text": "It costs."}]},
        {"impact_anchors": [{"category": "cost", "levels": ["a"]}]},
        {"even_over": [{"id": "e", "more": "people"}]},
    ],
)
def test_schema_and_reader_refuse_the_same(change: dict[str, Any]) -> None:
    plain = {**STARTER, **change}
    assert list(Draft202012Validator(SCHEMA).iter_errors(plain))
    assert pack_from_text(json.dumps(plain))[0] is None
