"""The published schema of the workshop file: up to date, and of one mind with the reader."""

import importlib.util
import json
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, FormatChecker

from deskrisk import assets
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample, sample_names
from deskrisk.services.workshop_files import to_text
from tests.hostile import CORPUS
from tests.strategies import filled_workshop, workshops

ROOT = Path(__file__).resolve().parent.parent


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_schema", ROOT / "packaging" / "make_schema.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = _script()
SCHEMA: dict[str, Any] = json.loads(
    assets.path("schemas", "workshop-1.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

BEYOND_A_SCHEMA = {"twice", "repeat", "reference", "fixed"}
"""Problems that need two places of a file to be seen: no schema can say them."""

A_WHOLE_NUMBER_TO_A_SCHEMA = "level 2.0"
"""2.0 is a whole number there; the reader wants it spelt as the page says."""


def test_the_schema_is_what_the_values_say() -> None:
    kept = assets.path("schemas", "workshop-1.schema.json").read_text("utf-8")
    assert kept == MAKE.schema_text(), "run packaging/make_schema.py"


def test_the_page_is_what_the_values_say() -> None:
    kept = (ROOT / "docs" / "workshop-file.md").read_text("utf-8")
    assert kept == MAKE.page(), "run packaging/make_schema.py"


def test_every_field_is_described_and_nothing_else() -> None:
    assert set(MAKE.WORDS) == set(MAKE.KINDS)
    for name, kind in MAKE.KINDS.items():
        assert list(MAKE.WORDS[name]) == [declared.name for declared in fields(kind)], name


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_and_field_has_a_description() -> None:
    for name, record in SCHEMA["$defs"].items():
        assert record["description"], name
        if name not in {"id", "workshop"}:
            for field, declared in record["properties"].items():
                assert declared["description"].endswith((".", "...")), f"{name}.{field}"


@pytest.mark.parametrize("name", sample_names())
def test_each_sample_fits(name: str) -> None:
    VALIDATOR.validate(json.loads(to_text(sample(name))))


def test_a_workshop_with_every_field_fits() -> None:
    VALIDATOR.validate(json.loads(to_text(filled_workshop())))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(workshops())
def test_random_workshops_fit(workshop: Workshop) -> None:
    VALIDATOR.validate(json.loads(to_text(workshop)))


WRONG = {
    name: content
    for name, (content, problem) in CORPUS.items()
    if name != A_WHOLE_NUMBER_TO_A_SCHEMA
    and problem
    in {"format", "version", "newer", "type", "missing", "unknown", "choice", "date", "range", "id"}
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_does_not_fit(name: str) -> None:
    assert not VALIDATOR.is_valid(json.loads(WRONG[name]))


def test_what_only_the_reader_can_see_fits() -> None:
    seen = [name for name, (_content, problem) in CORPUS.items() if problem in BEYOND_A_SCHEMA]
    assert seen
    for name in seen:
        assert VALIDATOR.is_valid(json.loads(CORPUS[name][0])), name
