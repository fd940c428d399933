from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.model.responses import Comparator, Signal, SignalType
from deskrisk.services.samples import sample, sample_names
from deskrisk.viewmodels.measure import read_measure, written_measure
from tests.nasty import NASTY

C = Comparator


def kept(line: str) -> Mapping[str, Any]:
    """The fields that are not as they begin."""
    fresh = Signal()
    return {name: v for name, v in read_measure(line).items() if v != getattr(fresh, name)}


def test_a_line_becomes_a_signal() -> None:
    assert kept("p95 < 300 ms over 24h in Grafana") == {
        "metric": "p95",
        "comparator": C.LESS,
        "threshold": 300,
        "unit": "ms",
        "window": "24h",
        "where": "Grafana",
    }


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("<", C.LESS),
        ("under", C.LESS),
        ("fewer than", C.LESS),
        ("<=", C.AT_MOST),
        ("≤", C.AT_MOST),
        ("No more than", C.AT_MOST),
        ("=", C.EQUAL),
        ("exactly", C.EQUAL),
        (">=", C.AT_LEAST),
        ("at least", C.AT_LEAST),
        (">", C.MORE),
        ("over", C.MORE),
    ],
)
def test_signs_and_words_compare(words: str, comparator: Comparator) -> None:
    found = read_measure(f"errors {words} 5%")
    assert (found["metric"], found["comparator"]) == ("errors", comparator)
    assert (found["threshold"], found["unit"]) == (5, "%")


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [("0,5 %", 0.5, "%"), ("1,800/s", 1800, "/s"), (".5", 0.5, ""), ("-3 dB", -3, "dB")],
)
def test_numbers_are_read_as_they_are_typed(typed: str, number: float, unit: str) -> None:
    found = read_measure(f"x < {typed}")
    assert (found["threshold"], found["unit"]) == (number, unit)


def test_a_kind_before_a_colon_and_lagging_at_the_end() -> None:
    found = kept("Load test: errors under 0.5 %, every night, lagging")
    assert found["type"] is SignalType.LOAD_TEST
    assert found["leading"] is False
    assert (found["unit"], found["window"]) == ("%", "every night")
    assert kept("ratio: wins") == {"metric": "ratio: wins"}


def test_a_line_without_a_number_leaves_comparator_and_unit_alone() -> None:
    found = read_measure("milestone: the slice is live in the flag page")
    assert found["metric"] == "the slice is live"
    assert found["where"] == "the flag page"
    assert found["threshold"] is None
    assert not {"comparator", "unit"} & found.keys()


def test_what_is_quoted_is_taken_as_it_is() -> None:
    found = kept('"rate in ""A"" over B" < 3 "of 5 in all" over "30 minutes in staging"')
    assert found["metric"] == 'rate in "A" over B'
    assert (found["unit"], found["window"]) == ("of 5 in all", "30 minutes in staging")


def test_only_what_needs_quotes_gets_them() -> None:
    signal = Signal(metric="change", threshold=5.0, unit="%", window="30 minutes in staging")
    assert written_measure(signal) == 'change <= 5 % over "30 minutes in staging"'
    assert written_measure(Signal()) == ""
    assert written_measure(Signal(type=SignalType.DRILL, leading=False)) == "drill: lagging"


def fields(signal: Signal) -> dict[str, Any]:
    bare = {"comparator", "unit"} if signal.threshold is None else set[str]()
    names = ("type", "metric", "comparator", "threshold", "unit", "window", "where", "leading")
    return {name: getattr(signal, name) for name in names if name not in bare}


@pytest.mark.parametrize("name", sample_names())
def test_the_signals_of_the_samples_come_back(name: str) -> None:
    for promise in sample(name).mitigations.values():
        if promise.signal is not None:
            assert read_measure(written_measure(promise.signal)) == fields(promise.signal)


WORDS = st.one_of(
    st.sampled_from([*NASTY, "", "over", "in", "lagging", "drill:", "<= 5", '"', "p95", "a  b "]),
    st.text(max_size=12),
)


@given(
    st.builds(
        Signal,
        type=st.sampled_from(SignalType),
        metric=WORDS,
        comparator=st.sampled_from(Comparator),
        threshold=st.none() | st.floats(-1e9, 1e9).map(lambda number: round(number, 6)),
        unit=WORDS,
        window=WORDS,
        where=WORDS,
        leading=st.booleans(),
    )
)
def test_any_signal_comes_back(signal: Signal) -> None:
    assert read_measure(written_measure(signal)) == fields(signal)


@given(st.text())
def test_any_line_can_be_read(line: str) -> None:
    assert read_measure(line)["type"] in SignalType
