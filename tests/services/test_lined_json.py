import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.services.lined_json import Lined, LinedJsonError, parse


def plain(lined: Lined) -> Any:
    if isinstance(lined.held, dict):
        return {name: plain(value) for name, value in lined.held.items()}
    if isinstance(lined.held, tuple):
        return [plain(value) for value in lined.held]
    return lined.held


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(ANYTHING, st.sampled_from([None, 1]))
def test_it_reads_what_the_standard_library_writes(value: Any, indent: int | None) -> None:
    assert plain(parse(json.dumps(value, indent=indent))) == value


def test_every_value_knows_its_line() -> None:
    lined = parse('{\n "a": 1,\n "b": [\n  2,\n  "x\\ny"\n ]\n}')
    assert isinstance(lined.held, dict)
    assert (lined.line, lined.held["a"].line, lined.held["b"].line) == (1, 2, 3)
    inner = lined.held["b"].held
    assert isinstance(inner, tuple)
    assert [each.line for each in inner] == [4, 5]


def test_a_key_that_is_there_twice_is_kept_in_mind() -> None:
    assert parse('{"a": 1, "b": 2, "a": 3}').twice == ("a",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("{", 1),
        ("[1,\n2,\n]", 3),
        ("[1 2]", 1),
        ('{"a": 1,}', 1),
        ('{"a"\n: 1, b: 2}', 2),
        ("{1: 2}", 1),
        ('"open', 1),
        ("01", 1),
        ("NaN", 1),
        ("-", 1),
        ("[1]\n[2]", 2),
        ("[" * 30 + "]" * 30, 1),
        ("'a'", 1),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(LinedJsonError) as caught:
        parse(text)
    assert caught.value.line == line
