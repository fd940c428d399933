from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.ballots import (
    Tally,
    TieBreak,
    Vote,
    ballot_result,
    ballot_votes,
    cast_ballot,
    tally,
    vote,
    withdraw_ballot,
)
from deskrisk.domain.errors import BallotError, MissingError
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope
from deskrisk.domain.model.workshop import Workshop
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

ITEMS = "ABCD"
RISKS = tuple(RiskId(f"r{n}") for n in (1, 2, 3, 4))

Place = tuple[str, ...]


@st.composite
def a_ballot(draw: st.DrawFn, items: str = ITEMS) -> Vote[str]:
    """Any ballot: ties, unranked items, no opinion."""
    kind = {item: draw(st.integers(-1, len(items))) for item in items}
    places = [[i for i in items if kind[i] == at] for at in range(1, len(items) + 1)]
    return vote(items, [place for place in places if place], [i for i in items if kind[i] == -1])


profiles = st.lists(a_ballot(), max_size=7)


def beats(counted: Tally[str], a: str, b: str) -> bool:
    return counted.strength[a][b] > counted.strength[b][a]


def test_places_count_and_not_their_numbers() -> None:
    assert vote("ABC", [["B"], [], ["A"]]).place == {"B": 0, "A": 2, "C": 3}
    assert tally("ABC", [vote("ABC", [["B"], [], ["A"]])]).points == {"B": 2, "A": 1, "C": 0}


@pytest.mark.parametrize(
    ("ranking", "no_opinion", "problem"),
    [
        ([["A"], ["A"]], "", "twice"),
        ([["A", "A"]], "", "twice"),
        ([["A"]], "A", "twice"),
        ([["E"]], "", "unknown"),
        ([], "E", "unknown"),
    ],
)
def test_a_ballot_names_what_it_is_about_and_once(
    ranking: Sequence[Sequence[str]], no_opinion: str, problem: str
) -> None:
    with pytest.raises(BallotError) as caught:
        vote(ITEMS, ranking, no_opinion)
    assert caught.value.problem == problem


def test_one_voter_decides() -> None:
    counted = tally(ITEMS, [vote(ITEMS, [["C"], ["A"], ["D"], ["B"]])])
    assert counted.beaten_by == {"C": 0, "A": 1, "D": 2, "B": 3}
    assert counted.points == {"C": 3, "A": 2, "D": 1, "B": 0}


def test_an_empty_ballot_ties_everything() -> None:
    counted = tally(ITEMS, [vote(ITEMS, [])])
    assert set(counted.points.values()) == {1.5}
    assert set(counted.share.values()) == {0.5}
    assert set(counted.beaten_by.values()) == {0}


def test_no_ballot_says_nothing() -> None:
    counted = tally(ITEMS, [])
    assert set(counted.share.values()) == {None}
    assert set(counted.points.values()) == {0}


def test_an_item_nobody_judged_has_no_share() -> None:
    counted = tally("ABC", [vote("ABC", [["A"], ["B"]], "C")])
    assert counted.share == {"A": 1, "B": 0, "C": None}


def test_one_item_is_trivial() -> None:
    counted = tally("A", [vote("A", [["A"]])])
    assert (counted.beaten_by, counted.points) == ({"A": 0}, {"A": 0})
    assert tally("", []).beaten_by == {}


def test_the_published_path_strengths() -> None:
    orders = ("ACBED", "ADECB", "BEDAC", "CABED", "CAEBD", "CBADE", "DCEBA", "EBADC")
    votes = [
        vote("ABCDE", [[item] for item in order], count=count)
        for count, order in zip((5, 5, 8, 3, 7, 2, 7, 8), orders, strict=True)
    ]
    counted = tally("ABCDE", votes)
    assert (counted.preferred["A"]["B"], counted.preferred["B"]["D"]) == (20, 33)
    strength = counted.strength
    assert (strength["A"]["B"], strength["E"]["A"], strength["A"]["E"]) == (28, 25, 24)
    assert strength["B"]["D"] == 33


@given(profiles)
def test_points_of_borda_are_all_that_the_pairs_have_to_give(votes: list[Vote[str]]) -> None:
    counted = tally(ITEMS, votes)
    pairs = sum(len(each.place) * (len(each.place) - 1) / 2 for each in votes)
    assert sum(counted.points.values()) == pytest.approx(pairs)
    assert all(share is None or 0 <= share <= 1 for share in counted.share.values())


@given(profiles)
def test_beating_is_transitive(votes: list[Vote[str]]) -> None:
    counted = tally(ITEMS, votes)
    for a in ITEMS:
        for b in ITEMS:
            for c in ITEMS:
                if len({a, b, c}) == 3 and beats(counted, a, b) and beats(counted, b, c):
                    assert beats(counted, a, c)


@given(profiles)
def test_whoever_wins_every_pair_wins(votes: list[Vote[str]]) -> None:
    counted = tally(ITEMS, votes)
    for a in ITEMS:
        if all(counted.preferred[a][b] > counted.preferred[b][a] for b in ITEMS if b != a):
            assert [b for b in ITEMS if counted.beaten_by[b] == 0] == [a]


@given(profiles, st.permutations(ITEMS))
def test_names_do_not_matter(votes: list[Vote[str]], names: list[str]) -> None:
    other = dict(zip(ITEMS, names, strict=True))
    renamed = [Vote(place={other[i]: at for i, at in v.place.items()}) for v in votes]
    before, after = tally(ITEMS, votes), tally(ITEMS, renamed)
    assert {other[i]: n for i, n in before.beaten_by.items()} == after.beaten_by
    assert {other[i]: n for i, n in before.points.items()} == near(after.points)


@given(profiles, st.integers(2, 4))
def test_everybody_doubled_changes_nothing(votes: list[Vote[str]], times: int) -> None:
    before = tally(ITEMS, votes)
    many = [Vote(place=each.place, count=times) for each in votes]
    assert tally(ITEMS, votes * times).beaten_by == before.beaten_by
    assert tally(ITEMS, many).beaten_by == before.beaten_by
    assert tally(ITEMS, many).share == before.share


@given(profiles, a_ballot())
def test_the_order_of_the_ballots_does_not_matter(votes: list[Vote[str]], more: Vote[str]) -> None:
    assert tally(ITEMS, [*votes, more]) == tally(ITEMS, [more, *reversed(votes)])


@given(st.lists(st.permutations(ITEMS), min_size=1, max_size=9))
def test_all_ballots_turned_round_turn_the_order_round(orders: list[list[str]]) -> None:
    votes = [vote(ITEMS, [[item] for item in order]) for order in orders]
    turned = [vote(ITEMS, [[item] for item in reversed(order)]) for order in orders]
    before, after = tally(ITEMS, votes), tally(ITEMS, turned)
    for a in ITEMS:
        for b in ITEMS:
            if a != b:
                assert beats(before, a, b) == beats(after, b, a)


@given(st.lists(st.permutations(ITEMS), min_size=1, max_size=9), st.data())
def test_a_winner_moved_up_still_wins(orders: list[list[str]], data: st.DataObject) -> None:
    def winners(rows: list[list[str]]) -> set[str]:
        counted = tally(ITEMS, [vote(ITEMS, [[item] for item in row]) for row in rows])
        return {item for item in ITEMS if counted.beaten_by[item] == 0}

    winner = data.draw(st.sampled_from(sorted(winners(orders))))
    which = data.draw(st.integers(0, len(orders) - 1))
    row = [item for item in orders[which] if item != winner]
    row.insert(data.draw(st.integers(0, orders[which].index(winner))), winner)
    assert winner in winners([*orders[:which], row, *orders[which + 1 :]])


@given(st.lists(st.permutations(ITEMS), min_size=1, max_size=9), st.data())
def test_a_clone_does_not_change_who_beats_whom_among_the_rest(
    orders: list[list[str]], data: st.DataObject
) -> None:
    cloned = [
        [each for item in row for each in ((item, "a") if item == "A" else (item,))]
        for row in orders
    ]
    flipped = [
        ["a" if i == "A" else "A" if i == "a" else i for i in row] if flip else row
        for row in cloned
        for flip in [data.draw(st.booleans())]
    ]
    before = tally(ITEMS, [vote(ITEMS, [[i] for i in row]) for row in orders])
    after = tally("ABCDa", [vote("ABCDa", [[i] for i in row]) for row in flipped])
    for x in "BCD":
        for y in "BCD":
            if x != y:
                assert beats(before, x, y) == beats(after, x, y)


def a_room(
    *rankings: Sequence[Sequence[str]], no_opinion: Sequence[str] = (), impacts: str = "5432"
) -> Workshop:
    """Four risks scored by one person, and a ballot for each ranking; the first has no opinion."""
    people = [a_participant(f"p{n}") for n in range(len(rankings) + 1)]
    ballots = [
        Ballot(
            participant=ParticipantId(f"p{n}"),
            scope=BallotScope.ALL,
            ranking=tuple(tuple(map(RiskId, place)) for place in ranking),
            no_opinion=tuple(map(RiskId, no_opinion)) if n == 0 else (),
        )
        for n, ranking in enumerate(rankings)
    ]
    scores = [
        a_score("p0", risk, 3, int(impact)) for risk, impact in zip(RISKS, impacts, strict=True)
    ]
    return a_workshop(*(a_risk(risk) for risk in RISKS), *people, *ballots, *scores)


def test_a_ballot_is_given_in_replaced_and_taken_back() -> None:
    room = a_room()
    who = ParticipantId("p0")
    first = cast_ballot(room, who, BallotScope.ALL, [[RISKS[0]], [], [RISKS[1], RISKS[2]]])
    (ballot,) = first.ballots.values()
    assert ballot.ranking == (("r1",), ("r2", "r3"))
    second = cast_ballot(first, who, BallotScope.ALL, [[RISKS[3]]], [RISKS[0]])
    (ballot,) = second.ballots.values()
    assert (ballot.ranking, ballot.no_opinion) == ((("r4",),), ("r1",))
    assert withdraw_ballot(second, who, BallotScope.ALL) == room
    assert withdraw_ballot(second, who, BallotScope.BOUNDARY_TIER) is second


def test_a_ballot_needs_a_person_and_risks_that_are_there() -> None:
    with pytest.raises(MissingError):
        cast_ballot(a_room(), ParticipantId("p9"), BallotScope.ALL, [])
    for ranking in ([[RiskId("r9")]], [[RISKS[0]], [RISKS[0]]]):
        with pytest.raises(BallotError):
            cast_ballot(a_room(), ParticipantId("p0"), BallotScope.ALL, ranking)


def test_if_everybody_abstains_the_scores_decide() -> None:
    room = cast_ballot(a_room(), ParticipantId("p0"), BallotScope.ALL, [], RISKS)
    found = ballot_result(room, RISKS[::-1], BallotScope.ALL)
    assert (found.order, found.voters, found.unjudged) == (RISKS[::-1], 0, RISKS[::-1])


def test_without_a_ballot_the_scores_decide() -> None:
    found = ballot_result(a_room(), RISKS, BallotScope.ALL)
    assert (found.order, found.voters) == (RISKS, 0)


def test_a_ballot_orders_the_risks() -> None:
    found = ballot_result(a_room([["r3"], ["r1"], ["r4"], ["r2"]]), RISKS, BallotScope.ALL)
    assert found.order == ("r3", "r1", "r4", "r2")
    assert set(found.decided_by) == {TieBreak.METHOD}
    assert not any(found.tied_at(place) for place in range(6))


def test_an_other_ballot_does_not_count() -> None:
    room = a_room([["r3"], ["r1"]])
    assert ballot_votes(room, RISKS, BallotScope.BOUNDARY_TIER) == ()


def test_a_tie_is_broken_by_the_share_of_the_points() -> None:
    # r1 and r2 win one duel each; r2 never comes last
    room = a_room([["r1"], ["r2"], ["r3"], ["r4"]], [["r2"], ["r3"], ["r4"], ["r1"]])
    found = ballot_result(room, RISKS, BallotScope.ALL)
    assert found.order[:2] == ("r2", "r1")
    assert found.decided_by[0] is TieBreak.SHARE
    assert found.tied_at(1)


def test_then_by_the_exposure() -> None:
    found = ballot_result(a_room([], impacts="2345"), RISKS, BallotScope.ALL)
    assert found.order == ("r4", "r3", "r2", "r1")
    assert set(found.decided_by) == {TieBreak.EXPOSURE}


def test_then_by_the_number() -> None:
    found = ballot_result(a_room([], impacts="3333"), RISKS[::-1], BallotScope.ALL)
    assert found.order == RISKS
    assert set(found.decided_by) == {TieBreak.NUMBER}


def test_a_risk_nobody_judged_comes_last() -> None:
    room = a_room([["r4"], ["r3"], ["r2"]], no_opinion=["r1"])
    found = ballot_result(room, RISKS, BallotScope.ALL)
    assert (found.order, found.unjudged) == (("r4", "r3", "r2", "r1"), ("r1",))


def test_of_a_risk_that_a_file_names_twice_the_first_place_counts() -> None:
    room = a_room([["r3", "r3"], ["r1"], ["r3", "r2"]], no_opinion=["r1", "r4"])
    (found,) = ballot_votes(room, RISKS, BallotScope.ALL)
    assert found.place == {"r3": 0, "r1": 1, "r2": 2}


def test_a_ballot_is_read_for_the_risks_that_are_asked_about_now() -> None:
    room = a_room([["r3", "r2"], ["r1"]], no_opinion=["r4"])
    (found,) = ballot_votes(room, [RISKS[0], RISKS[2]], BallotScope.ALL)
    assert found.place == {"r3": 0, "r1": 1}


def scored(*pairs: tuple[int, int] | None, numbers: Sequence[int] = (1, 2, 3, 4)) -> Workshop:
    """Risks with these numbers and scores; None for a risk nobody scored."""
    known = [(risk, pair) for risk, pair in zip(RISKS, pairs, strict=False) if pair is not None]
    return a_workshop(
        *(a_participant(f"p{n}") for n in (1, 2, 3)),
        *(a_risk(risk, number=n) for risk, n in zip(RISKS, numbers, strict=True)),
        *(a_score("p1", risk, *pair) for risk, pair in known),
    )


def voted(workshop: Workshop, *rankings: str, unsure: Sequence[str] = ("", "", "")) -> Workshop:
    """Ballots on r1 to r4, written with their digits; ``unsure`` says who cannot judge which."""
    for n, (ranking, left_out) in enumerate(zip(rankings, unsure, strict=False), start=1):
        workshop = cast_ballot(
            workshop,
            ParticipantId(f"p{n}"),
            BallotScope.ALL,
            [[RiskId(f"r{digit}")] for digit in ranking],
            [RiskId(f"r{digit}") for digit in left_out],
        )
    return workshop


def result_of(workshop: Workshop) -> tuple[str, ...]:
    return ballot_result(workshop, RISKS, BallotScope.ALL).order


def test_what_somebody_cannot_judge_is_checked_too() -> None:
    with pytest.raises(BallotError):
        cast_ballot(scored(), ParticipantId("p1"), BallotScope.ALL, [], [RiskId("none")])


def test_shares_are_compared_to_the_last_digit() -> None:
    room = voted(scored((5, 5), (1, 1), (1, 1), (1, 1)), "1234", "2314")
    counted = ballot_result(room, RISKS, BallotScope.ALL).tally
    assert (counted.beaten_by[RISKS[0]], counted.beaten_by[RISKS[1]]) == (0, 0)
    assert result_of(room)[:2] == ("r2", "r1")


def test_a_share_of_nothing_is_a_small_share() -> None:
    room = voted(scored(), "12", "134", unsure=("34", "2"))
    counted = ballot_result(room, RISKS, BallotScope.ALL).tally
    assert counted.share == near({"r1": 1.0, "r2": 0.0, "r3": 0.5, "r4": 0.0})
    assert counted.beaten_by == {"r1": 0, "r2": 1, "r3": 1, "r4": 2}
    assert result_of(room) == ("r1", "r3", "r2", "r4")


def test_exposures_are_compared_to_the_last_digit_and_no_score_is_the_smallest() -> None:
    room = scored(None, (1, 1), (2, 1), (1, 3))
    tied = cast_ballot(room, ParticipantId("p1"), BallotScope.ALL, [RISKS])
    assert result_of(tied) == ("r4", "r3", "r2", "r1")


def test_risks_of_one_number_are_decided_by_the_number_all_the_same() -> None:
    room = cast_ballot(scored(numbers=(7, 7, 8, 9)), ParticipantId("p1"), BallotScope.ALL, [RISKS])
    assert ballot_result(room, RISKS, BallotScope.ALL).decided_by == (TieBreak.NUMBER,) * 3
