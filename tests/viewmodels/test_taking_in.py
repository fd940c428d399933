from dataclasses import replace

from deskrisk.viewmodels.taking_in import MOST_LINES, difference_lines, is_same, update_words
from tests.builders import a_fear, a_risk, a_workshop


def test_the_same_workshop_differs_in_nothing() -> None:
    assert is_same(a_workshop(a_risk("r1")), a_workshop(a_risk("r1")))
    assert not is_same(a_workshop(a_risk("r1")), a_workshop())


def test_what_differs_is_said_and_counted() -> None:
    held = a_workshop(a_risk("r1", title="Old"))
    coming = a_workshop(a_risk("r1", title="New"), a_fear())
    *told, count = difference_lines(held, coming)
    assert any("New" in line for line in told)
    assert count == "In all, 2 entries of the file differ."
    assert "no longer be undone" in update_words(held, coming)


def test_a_long_difference_is_cut_and_still_counted() -> None:
    risks = [a_risk(f"r{at}", title=f"Risk {at}") for at in range(1, 20)]
    held = a_workshop(*risks)
    coming = a_workshop(*(replace(each, title=f"{each.title} anew") for each in risks))
    lines = difference_lines(held, coming)
    assert len(lines) == MOST_LINES + 1
    assert "19" in lines[-1]
