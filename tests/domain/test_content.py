from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any

from deskrisk.domain.content import ContentError, Mistake, about, exactly, said


def declared() -> Mapping[str, Field[Any]]:
    """The fields of a class made here and now."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Sheet:
        name: str = said(3, 60)
        risks: tuple[str, ...] = about("risks")
        roles: tuple[str, ...] = about("roles", default=())
        anchors: tuple[str, ...] = exactly(5)

    return {each.name: each for each in fields(Sheet)}


def test_a_field_says_what_is_wanted_of_it() -> None:
    assert {name: dict(each.metadata) for name, each in declared().items()} == {
        "name": {"length": (3, 60)},
        "risks": {"refers": "risks"},
        "roles": {"refers": "roles"},
        "anchors": {"entries": 5},
    }


def test_a_field_is_needed_unless_it_has_a_default() -> None:
    assert declared()["risks"].default is MISSING
    assert declared()["roles"].default == ()


def test_an_error_tells_all_mistakes() -> None:
    mistake = Mistake(line=3, where="risks[0].title", problem="missing")
    error = ContentError("pack.json", (mistake,))
    assert (error.path, error.mistakes, mistake.found) == ("pack.json", (mistake,), "")
