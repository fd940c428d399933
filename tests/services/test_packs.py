import json
from pathlib import Path
from typing import Any

import pytest

from deskrisk import assets, settings
from deskrisk.domain.content import ContentError, Mistake
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.responses import Comparator, SignalType, Treatment
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.wording import risk_codes
from deskrisk.services.packs import find_packs, known_packs, pack_from_text, read_pack
from deskrisk.viewmodels.wording import lexicon

STARTER = read_pack(assets.path("packs", "starter-software-en.json"))

SMALL: dict[str, Any] = {
    "format": "deskrisk-pack",
    "format_version": 1,
    "id": "small",
    "version": 1,
    "language": "en",
    "name": "A small one",
    "risks": [
        {
            "id": "r1",
            "category": "cost",
            "title": "The bill",
            "cause": "it is billed by the hour",
            "event": "it may pass its budget",
            "consequence": "money is gone",
        }
    ],
    "fears": [
        {"id": "f1", "kind": "outcome", "theme": "cost", "text": "It costs.", "risks": ["r1"]}
    ],
}


def mistakes_in(plain: Any) -> list[Mistake]:
    pack, mistakes = pack_from_text(json.dumps(plain, indent=1))
    assert (pack is None) == bool(mistakes)
    return list(mistakes)


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in SMALL.items() if name != field}


def test_the_starter_pack_is_whole() -> None:
    counts = {name: len(getattr(STARTER, name)) for name in ("fears", "risks", "mitigations")}
    assert counts == {"fears": 26, "risks": 24, "mitigations": 33}
    assert len(STARTER.opening_questions) == 6
    assert len(STARTER.working_agreements) == 13
    assert len(STARTER.even_over) == 8
    assert len(STARTER.roles) == 20
    assert len(STARTER.triggers) == 10
    assert {each.category for each in STARTER.impact_anchors} == {*FIXED_CATEGORIES, "people"}


def test_values_of_the_starter_pack_have_their_kinds() -> None:
    assert STARTER.fears[0].kind is FearKind.PEOPLE
    promise = next(each for each in STARTER.mitigations if each.id == "pm04")
    assert promise.treatment is Treatment.REDUCE_LIKELIHOOD
    assert promise.effort_person_days == 5
    assert promise.signal.type is SignalType.LOAD_TEST
    assert promise.signal.comparator is Comparator.LESS
    assert promise.signal.threshold == 0.5
    assert promise.risks == ("pr04",)


def test_every_category_of_the_starter_pack_is_known() -> None:
    known = {*FIXED_CATEGORIES, *(each.id for each in STARTER.categories)}
    assert {risk.category for risk in STARTER.risks} <= known
    assert {guard for role in STARTER.roles for guard in role.guards} <= known


@pytest.mark.parametrize("risk", STARTER.risks, ids=lambda risk: risk.id)
def test_no_hint_on_any_risk_of_the_starter_pack(risk: Any) -> None:
    assert risk_codes(risk.cause, risk.event, risk.consequence, lexicon()) == ()


def test_a_small_pack_is_read() -> None:
    pack, mistakes = pack_from_text(json.dumps(SMALL))
    assert not mistakes
    assert pack is not None
    assert (pack.id, len(pack.risks), pack.triggers) == ("small", 1, ())


@pytest.mark.parametrize(
    ("change", "problem", "where"),
    [
        ({"format": "other"}, "format", "format"),
        ({"format_version": 2}, "version", "format_version"),
        ({"version": "1"}, "int", "version"),
        ({"version": True}, "int", "version"),
        ({"name": "ab"}, "length", "name"),
        ({"name": 5}, "str", "name"),
        ({"colour": "red"}, "unknown", "colour"),
        ({"risks": {}}, "list", "risks"),
        ({"risks": ["r1"]}, "object", "risks[0]"),
        ({"note": "x" * 1001}, "length", "note"),
        (
            {"impact_anchors": [{"category": "cost", "levels": ["a", "b"]}]},
            "entries",
            "impact_anchors[0].levels",
        ),
        ({"even_over": [{"id": "e1", "more": "people"}]}, "missing", "even_over[0].less"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    change: dict[str, Any], problem: str, where: str
) -> None:
    found = mistakes_in({**SMALL, **change})
    assert (problem, where) in [(each.problem, each.where) for each in found]


@pytest.mark.parametrize("field", ["format", "format_version", "id", "version", "name"])
def test_what_is_missing_is_named(field: str) -> None:
    assert mistakes_in(without(field))


def test_a_wrong_choice_is_named() -> None:
    fear = {**SMALL["fears"][0], "kind": "weather"}
    found = mistakes_in({**SMALL, "fears": [fear]})
    assert [(each.problem, each.found) for each in found] == [("choice", "weather")]


def test_a_reference_to_nothing_is_named() -> None:
    fear = {**SMALL["fears"][0], "risks": ["r1", "r9"]}
    found = mistakes_in({**SMALL, "fears": [fear]})
    assert [(each.problem, each.found, each.where) for each in found] == [
        ("reference", "r9", "fears[0].risks")
    ]


def test_an_id_twice_is_named() -> None:
    found = mistakes_in({**SMALL, "fears": SMALL["fears"] * 2})
    assert [(each.problem, each.where) for each in found] == [("same_id", "fears[1].id")]


def test_every_mistake_is_told_with_its_line() -> None:
    text = (
        '{\n "format": "deskrisk-pack",\n "format_version": 1,\n "id": "a",\n "version": 1,\n'
        ' "language": "en",\n "name": "Three mistakes",\n "colour": 1,\n "fears": [\n'
        '  {"id": "f1", "kind": "bad", "theme": "cost", "text": "It costs."},\n'
        '  {"id": "f2", "kind": "people", "theme": "voice", "text": 7}\n ]\n}'
    )
    _, mistakes = pack_from_text(text)
    assert [(each.line, each.problem) for each in mistakes] == [
        (8, "unknown"),
        (10, "choice"),
        (11, "str"),
    ]


def test_a_key_twice_is_told() -> None:
    text = json.dumps(SMALL)[:-1] + ', "name": "Another name"}'
    _, mistakes = pack_from_text(text)
    assert [(each.problem, each.where) for each in mistakes] == [("twice", "name")]


def test_a_folder_of_the_user_adds_its_packs_and_tells_its_faults(tmp_path: Path) -> None:
    (tmp_path / "a-good.json").write_text(json.dumps(SMALL), "utf-8")
    (tmp_path / "b-bad.json").write_text("{", "utf-8")
    (tmp_path / "c-binary.json").write_bytes(b"\xff\xfe")
    (tmp_path / "notes.txt").write_text("no pack", "utf-8")
    shelf = find_packs(tmp_path)
    assert [pack.id for pack in shelf.packs] == ["starter-software-en", "small"]
    assert [fault.mistakes[0].problem for fault in shelf.faults] == ["json", "letters"]


def test_without_a_folder_there_are_the_program_s_own() -> None:
    assert [pack.id for pack in find_packs().packs] == ["starter-software-en"]
    assert find_packs(Path("nowhere")).faults == ()


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_text(" " * 2_000_001, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_pack(path)
    assert caught.value.mistakes[0].problem == "size"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_pack(tmp_path / "gone.json")
    assert caught.value.mistakes[0].problem == "unreadable"


def test_a_file_dropped_into_the_user_s_folder_is_found() -> None:
    folder = settings.packs_folder()
    folder.mkdir(parents=True)
    (folder / "mine.json").write_text(json.dumps(SMALL), "utf-8")
    (folder / "torn.json").write_text("{", "utf-8")
    shelf = known_packs()
    assert "small" in {pack.id for pack in shelf.packs}
    assert [Path(fault.path).name for fault in shelf.faults] == ["torn.json"]
