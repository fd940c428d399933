import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.agreement import (
    RankShapeError,
    Strength,
    group_agreements,
    kendall_w,
    list_agreement,
    ranks_of,
    strength_of,
)
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Part, Workshop
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

# The published example of three raters and twenty subjects, as rated.
RATED = (
    (3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3),
    (3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4),
    (2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2),
)

tables = st.integers(3, 7).flatmap(
    lambda risks: st.lists(
        st.lists(st.integers(1, 5).map(float), min_size=risks, max_size=risks),
        min_size=2,
        max_size=6,
    )
)


def w_of(rows: list[list[float]]) -> float | None:
    return kendall_w([ranks_of(row) for row in rows])


def test_the_published_example_with_many_ties() -> None:
    found = kendall_w([ranks_of(row) for row in RATED])
    assert found == pytest.approx(0.5396569, abs=1e-7)


def test_the_highest_has_rank_one_and_ties_share_the_mean() -> None:
    assert ranks_of([3.5, 90, 3.5, 0.1]) == (2.5, 1, 2.5, 4)
    assert ranks_of([1, 1, 1]) == (2, 2, 2)
    assert ranks_of([]) == ()


def test_a_difference_below_the_tolerance_is_a_tie() -> None:
    assert ranks_of([1.0, 1.0 + 1e-12, 2.0]) == (2.5, 2.5, 1)


@pytest.mark.parametrize("ranks", [[], [[1, 2, 3]], [[1, 2], [1, 2]], [[], []]])
def test_too_little_to_compare(ranks: list[list[float]]) -> None:
    assert kendall_w(ranks) is None


def test_people_must_have_ranked_the_same_risks() -> None:
    with pytest.raises(RankShapeError) as caught:
        kendall_w([[1, 2, 3], [1, 2]])
    assert caught.value.lengths == (3, 2)


@pytest.mark.parametrize(
    ("w", "word"),
    [
        (0, Strength.WEAK),
        (0.2999, Strength.WEAK),
        (0.3, Strength.FAIR),
        (0.4999, Strength.FAIR),
        (0.5, Strength.GOOD),
        (0.6999, Strength.GOOD),
        (0.7, Strength.STRONG),
        (1, Strength.STRONG),
    ],
)
def test_words(w: float, word: Strength) -> None:
    assert strength_of(w) is word


@given(tables)
def test_w_is_between_none_and_full(rows: list[list[float]]) -> None:
    found = w_of(rows)
    assert found is None or -1e-9 <= found <= 1 + 1e-9


@given(tables, st.data())
def test_w_does_not_hang_on_the_order_of_people_or_risks(
    rows: list[list[float]], data: st.DataObject
) -> None:
    places = data.draw(st.permutations(range(len(rows[0]))))
    moved = [[row[place] for place in places] for row in reversed(rows)]
    assert w_of(moved) == (None if w_of(rows) is None else pytest.approx(w_of(rows)))


@given(tables, st.floats(0.5, 100))
def test_w_knows_no_unit(rows: list[list[float]], unit: float) -> None:
    assert w_of([[unit * each for each in row] for row in rows]) == w_of(rows)


@given(tables)
def test_w_does_not_change_when_everybody_is_doubled(rows: list[list[float]]) -> None:
    found = w_of(rows)
    assert w_of(rows + rows) == (None if found is None else pytest.approx(found))


@given(st.permutations(range(6)), st.integers(2, 6))
def test_the_same_order_is_full_agreement(row: list[int], people: int) -> None:
    assert w_of([[float(each) for each in row]] * people) == pytest.approx(1)


def scored(rows: list[list[int | None]], *more: Part, group: str | None = None) -> Workshop:
    """Impacts of each person for each risk; None is not scored."""
    scores: list[Score] = [
        a_score(f"p{person}", f"r{risk}", 3, impact)
        for person, row in enumerate(rows)
        for risk, impact in enumerate(row)
        if impact is not None
    ]
    people = [a_participant(f"p{n}", group=group) for n in range(len(rows))]
    risks = [a_risk(f"r{n}") for n in range(len(rows[0]))]
    return a_workshop(*people, *risks, *scores, *more)


def test_whoever_scored_less_than_two_thirds_is_left_out() -> None:
    found = list_agreement(
        scored([[1, 2, 3, 4, 5, 5], [1, 2, 3, 4, 5, 5], [5, 4, 3, None, None, None]])
    )
    assert (found.people, found.people_left_out) == (("p0", "p1"), ("p2",))
    assert (len(found.risks), found.risks_left_out) == (6, ())
    assert (found.w, found.strength) == (near(1), Strength.STRONG)


def test_two_thirds_are_enough_and_the_rest_of_the_risks_is_left_out() -> None:
    found = list_agreement(scored([[1, 2, 3, 4, 5, 5], [1, 2, 3, 4, None, None]]))
    assert found.people_left_out == ()
    assert found.risks == ("r0", "r1", "r2", "r3")
    assert found.risks_left_out == ("r4", "r5")
    assert found.w == near(1)


def test_whoever_scored_nothing_is_not_mentioned() -> None:
    found = list_agreement(scored([[1, 2, 3], [1, 2, 3], [None, None, None]]))
    assert (found.people, found.people_left_out) == (("p0", "p1"), ())


def test_without_a_score_there_is_nothing() -> None:
    found = list_agreement(scored([[None, None, None]]))
    assert (found.w, found.strength, found.people, found.risks) == (None, None, (), ())
    assert found.risks_left_out == ("r0", "r1", "r2")


def test_after_dropping_too_few_risks_may_be_left() -> None:
    found = list_agreement(scored([[1, 2, 3, None], [None, 2, 3, 4]]))
    assert (found.w, found.risks) == (None, ("r1", "r2"))


def test_a_group_of_three_has_a_figure_of_its_own() -> None:
    team = Group(id=GroupId("team"), position=0, name="Team")
    of_three = scored([[1, 2, 3]] * 3, team, group="team")
    of_two = scored([[1, 2, 3]] * 2, team, group="team")
    assert {g: each.w for g, each in group_agreements(of_three).items()} == {"team": near(1)}
    assert group_agreements(of_two) == {}


def test_anonymous_rooms_have_no_figures_of_groups() -> None:
    team = Group(id=GroupId("team"), position=0, name="Team")
    workshop = scored([[1, 2, 3]] * 3, team, group="team")
    hidden = a_workshop(
        team,
        *workshop.participants.values(),
        *workshop.risks.values(),
        *workshop.scores.values(),
        anonymity=Anonymity.ANONYMOUS,
    )
    assert group_agreements(hidden) == {}


def test_ties_of_the_end_and_of_the_middle() -> None:
    assert ranks_of([1.0, 1.0]) == (1.5, 1.5)
    assert ranks_of([3.0, 2.0, 2.0, 1.0]) == (1.0, 2.5, 2.5, 4.0)
    assert ranks_of([]) == ()
