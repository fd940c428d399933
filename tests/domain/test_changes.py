import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskrisk.domain.changes import Change, Changes, applied, difference
from deskrisk.domain.errors import StaleError
from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import FearId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put, removed
from tests.builders import a_brief, a_fear, a_risk, a_workshop
from tests.strategies import workshops

few = settings(max_examples=10)  # whole workshops take their time

pairs = st.tuples(workshops(), workshops())
triples = st.tuples(workshops(), workshops(), workshops())


@few
@given(pairs)
def test_the_difference_leads_from_one_to_the_other(pair: tuple[Workshop, Workshop]) -> None:
    before, after = pair
    assert applied(before, difference(before, after)) == after


@few
@given(pairs)
def test_the_inverse_leads_back_and_both_together_are_nothing(
    pair: tuple[Workshop, Workshop],
) -> None:
    before, after = pair
    changes = difference(before, after)
    assert applied(after, changes.inverse()) == before
    assert changes.inverse().inverse() == changes
    assert not changes.then(changes.inverse())


@few
@given(triples)
def test_two_differences_make_one(three: tuple[Workshop, Workshop, Workshop]) -> None:
    first, second, third = three
    both = difference(first, second).then(difference(second, third))
    assert applied(first, both) == third
    assert set(both.items) == set(difference(first, third).items)


@few
@given(workshops())
def test_nothing_changed_is_no_change(workshop: Workshop) -> None:
    assert not difference(workshop, workshop)
    assert not difference(workshop, put(workshop, *workshop.fears.values()))
    assert applied(workshop, Changes()) == workshop


def test_a_difference_names_part_id_and_both_values() -> None:
    before = a_workshop(a_fear("f1"), a_fear("f2"))
    after = removed(put(before, a_fear("f1", text="Changed"), a_fear("f3")), Fear, "f2")
    assert difference(before, after).items == (
        Change(part="fears", id="f1", before=a_fear("f1"), after=a_fear("f1", text="Changed")),
        Change(part="fears", id="f2", before=a_fear("f2"), after=None),
        Change(part="fears", id="f3", before=None, after=a_fear("f3")),
    )


def test_the_head_of_a_workshop_has_no_id() -> None:
    (change,) = difference(a_workshop(), a_workshop(title="Another")).items
    assert (change.part, change.id) == ("brief", "")
    assert change.after == a_brief(title="Another")


def test_what_a_difference_touches() -> None:
    changes = difference(a_workshop(), a_workshop(a_fear()))
    assert changes.touches(Fear)
    assert changes.touches(Risk, Fear)
    assert not changes.touches(Risk, Brief)
    assert not Changes().touches(Fear)


@pytest.mark.parametrize(
    "workshop",
    [
        a_workshop(),
        a_workshop(a_fear("f1", text="Somebody else's words")),
        a_workshop(a_risk("r1")),
    ],
)
def test_a_stale_change_is_refused(workshop: Workshop) -> None:
    changes = difference(a_workshop(a_fear("f1")), a_workshop(a_fear("f1", text="Changed")))
    with pytest.raises(StaleError) as caught:
        applied(workshop, changes, label="fear.edit")
    assert caught.value.label == "fear.edit"


def test_a_value_cannot_come_twice_or_go_twice() -> None:
    came = difference(a_workshop(), a_workshop(a_fear()))
    with pytest.raises(StaleError):
        applied(a_workshop(a_fear()), came)
    with pytest.raises(StaleError):
        applied(a_workshop(), came.inverse())


def test_a_stale_head_is_refused_and_no_head_can_go() -> None:
    renamed = difference(a_workshop(), a_workshop(title="Another"))
    with pytest.raises(StaleError):
        applied(a_workshop(title="A third"), renamed)
    gone = Changes(items=(Change(part="brief", id="", before=a_brief(), after=None),))
    with pytest.raises(StaleError):
        applied(a_workshop(), gone)


def test_a_merged_difference_belongs_to_the_later_and_counts_all_substitutes() -> None:
    first = Changes(origin="a field", substituted=2)
    later = Changes(origin="another", substituted=3)
    both = first.then(later)
    assert (both.origin, both.substituted) == ("another", 5)
    assert first.inverse().origin == "a field"


def test_applying_leaves_the_workshop_alone() -> None:
    before = a_workshop(a_fear("f1"))
    after = applied(before, difference(before, a_workshop()))
    assert (set(before.fears), set(after.fears)) == ({FearId("f1")}, set())
    assert after.risks is before.risks
