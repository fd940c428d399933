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

ROOT = Path(__file__).resolve().parent.parent
SCHEMA: dict[str, Any] = json.loads(assets.path("schemas", "pack-1.schema.json").read_text("utf-8"))
STARTER: dict[str, Any] = json.loads(
    assets.path("packs", "starter-software-en.json").read_text("utf-8")
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
    kept = assets.path("schemas", "pack-1.schema.json").read_text("utf-8")
    assert maker().to_text() == kept, "python3 dev.py schema writes it anew"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


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
