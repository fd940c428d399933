import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.lexicon import Lexicon
from deskrisk.domain.wording import (
    FEAR_RULES,
    RISK_RULES,
    Code,
    Offer,
    blames,
    fear_codes,
    is_finished,
    offers_of,
    risk_codes,
)
from deskrisk.services.samples import sample, sample_names
from deskrisk.viewmodels.wording import lexicon

FILES = Path(__file__).parent.parent / "files" / "wording"
HELD: dict[str, Any] = json.loads((FILES / "examples.json").read_text("utf-8"))
EXAMPLES: list[dict[str, Any]] = HELD["examples"]
NAMES: tuple[str, ...] = tuple(HELD["names"])
ENGLISH = lexicon()


def german() -> Lexicon:
    held = json.loads((FILES / "de.json").read_text("utf-8"))
    return Lexicon(
        language="de",
        lists={name: tuple(words) for name, words in held["lists"].items()},
        patterns=held["patterns"],
    )


def keys(found: Iterable[Code]) -> list[str]:
    return sorted(code.value for code in found)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["before"])
def test_each_example_gets_its_codes(example: dict[str, Any]) -> None:
    before = example["before"]
    if example["stage"] == "fear":
        found = fear_codes(before, ENGLISH, NAMES)
    else:
        found = risk_codes("", before, "", ENGLISH, NAMES)
    assert keys(found) == example["codes"]


@pytest.mark.parametrize(
    "after", [each["after"] for each in EXAMPLES if "after" in each], ids=lambda each: each["event"]
)
def test_each_recast_example_is_finished(after: dict[str, str]) -> None:
    assert is_finished(after["cause"], after["event"], after["consequence"], ENGLISH, NAMES)


def test_there_are_all_examples() -> None:
    assert len(EXAMPLES) == 38


@pytest.mark.parametrize("name", sample_names())
def test_no_code_on_any_risk_of_the_samples(name: str) -> None:
    workshop = sample(name)
    people = [person.name for person in workshop.participants.values()]
    found = {
        risk.title: keys(risk_codes(risk.cause, risk.event, risk.consequence, ENGLISH, people))
        for risk in workshop.risks.values()
    }
    assert found
    assert not {title: codes for title, codes in found.items() if codes}


def test_nothing_is_asked_about_an_empty_risk() -> None:
    assert risk_codes("", " ", "", ENGLISH) == ()
    assert fear_codes("", ENGLISH) == ()
    assert not is_finished("", "", "", ENGLISH)


def test_a_cause_alone_is_not_called_a_fact() -> None:
    assert risk_codes("review takes four days", "", "", ENGLISH) == (Code.NO_CONSEQUENCE,)


def test_codes_come_in_the_order_of_the_rules() -> None:
    found = risk_codes("", "Developers have no idea how to use the tool.", "", ENGLISH)
    order = [rule.code for rule in RISK_RULES]
    assert [order.index(code) for code in found] == sorted(order.index(code) for code in found)
    assert found[0] is Code.FACT


def test_a_long_event_is_one_over_twenty_five_words() -> None:
    event = " ".join(["it may"] + ["word"] * 23)
    assert Code.LONG not in risk_codes("a", event, "b", ENGLISH)
    assert Code.LONG in risk_codes("a", f"{event} more", "b", ENGLISH)


def test_a_name_counts_in_every_part() -> None:
    for parts in (("Jun left", "it may stop", "users wait"), ("a", "it may stop", "Jun waits")):
        assert Code.NAMES_PERSON in risk_codes(*parts, ENGLISH, NAMES)


def test_vague_words_need_something_to_see_in_the_same_part() -> None:
    assert Code.VAGUE in risk_codes("a", "quality may fall", "two users leave", ENGLISH)
    assert Code.VAGUE not in risk_codes("a", "quality may fall by 5 %", "users leave", ENGLISH)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am careless", False),
        ("We are careless", True),
        ("They are careless and I know it", True),
        ("I feel a little left out", True),
        ("I feel that the page is slow", False),
        ("The business always decides late", True),
    ],
)
def test_blame_is_a_deed_a_label_or_a_judgement_felt(text: str, *, found: bool) -> None:
    assert blames(text, ENGLISH) is found


def test_every_rule_has_something_to_offer() -> None:
    assert all(rule.offers for rule in (*FEAR_RULES, *RISK_RULES))
    assert offers_of(Code.SOLUTION, RISK_RULES) == (Offer.SHELVE, Offer.START_RISK)
    assert offers_of(Code.SOLUTION, FEAR_RULES) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Wir brauchen mehr Tests.", ["NO_CAUSE", "NO_CONSEQUENCE", "SOLUTION"]),
        ("Keine Überwachung", ["MISSING_SOLUTION", "NO_CAUSE", "NO_CONSEQUENCE"]),
        ("Der Dienst steht bereits.", ["ISSUE", "NO_CAUSE", "NO_CONSEQUENCE"]),
        ("Weil die Prüfung dauert, kann etwas durchrutschen.", ["NO_CONSEQUENCE"]),
        ("Wer findet das heraus?", ["NO_CAUSE", "NO_CONSEQUENCE", "QUESTION"]),
    ],
)
def test_another_language_is_a_file_and_no_code(text: str, codes: list[str]) -> None:
    assert keys(risk_codes("", text, "", german())) == codes


def test_a_rule_without_its_list_is_switched_off() -> None:
    assert fear_codes("They are lazy and I am ignored", german()) == ()
    nothing = Lexicon(language="xx", lists={})
    assert keys(risk_codes("", "It is late and a mess", "", nothing)) == []
    assert keys(fear_codes("Maren", nothing, ("Maren",))) == ["NAMES_PERSON"]


def test_a_hint_costs_little() -> None:
    """Under 1 ms is the aim; ten times as much would be felt while typing."""
    text = "it may stop answering at the first peak of the evening"
    risk_codes(text, text, text, ENGLISH, NAMES)
    start = time.perf_counter()
    for _ in range(100):
        risk_codes(text, text, text, ENGLISH, NAMES)
    assert (time.perf_counter() - start) / 100 < 0.010
