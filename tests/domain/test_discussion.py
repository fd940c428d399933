from typing import Any

from deskrisk.domain.discussion import Reason, discussion_queue, widest_hedge_gap
from deskrisk.domain.groups import GroupGap
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId, RiskId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from tests.builders import a_participant, a_risk, a_score, a_workshop

A, B = GroupId("a"), GroupId("b")

# Six people, three a group; likelihood and impact of each.
TOGETHER = ((3, 3),) * 6
SPLIT = ((1, 3), (5, 3)) * 3
SPREAD = ((1, 3), (3, 3), (3, 3), (3, 3), (3, 3), (1, 3))
ALARM = (*((2, 2),) * 5, (2, 5))
GAP = (*((3, 3),) * 3, *((3, 4),) * 3)  # three times, one step
WIDE = (*((3, 3),) * 3, *((3, 5),) * 3)  # ten times, two steps; also a spread


def a_room(*answers: tuple[tuple[int, int], ...], **fields: Any) -> Workshop:
    """Risks r1, r2 ... with these answers."""
    return a_workshop(
        Group(id=A, position=0, name="a"),
        Group(id=B, position=1, name="b"),
        *(a_participant(f"p{n}", group=A if n < 3 else B) for n in range(6)),
        *(a_risk(f"r{number}") for number in range(1, len(answers) + 1)),
        *(
            a_score(f"p{person}", f"r{number}", *answer)
            for number, row in enumerate(answers, start=1)
            for person, answer in enumerate(row)
        ),
        **fields,
    )


def queue(*answers: tuple[tuple[int, int], ...], **fields: Any) -> list[tuple[str, Reason]]:
    return [(each.risk, each.reasons[0]) for each in discussion_queue(a_room(*answers, **fields))]


def test_a_risk_the_room_agrees_on_is_not_queued() -> None:
    assert queue(TOGETHER) == []
    assert queue() == []


def test_the_most_pressing_come_first() -> None:
    assert queue(TOGETHER, GAP, SPREAD, WIDE, ALARM, SPLIT) == [
        ("r6", Reason.SPLIT),
        ("r4", Reason.WIDE_GAP),
        ("r5", Reason.LONE_ALARM),
        ("r3", Reason.SPREAD),
        ("r2", Reason.GAP),
    ]


def test_within_a_class_the_higher_upper_quartile_comes_first() -> None:
    higher = tuple((likelihood, 5) for likelihood, _ in SPLIT)
    assert [risk for risk, _ in queue(SPLIT, higher)] == ["r2", "r1"]


def test_within_a_class_the_number_decides_at_last() -> None:
    assert [risk for risk, _ in queue(SPLIT, SPLIT)] == ["r1", "r2"]


def test_all_reasons_are_kept() -> None:
    (each,) = discussion_queue(a_room(WIDE))
    assert each.reasons == (Reason.WIDE_GAP, Reason.SPREAD)
    assert each.gap is not None
    assert each.gap.more_worried == B


def test_hidden_groups_do_not_show_in_the_queue() -> None:
    assert queue(GAP, anonymity=Anonymity.ANONYMOUS) == []


def test_the_widest_hedge_gap_counts_and_other_gaps_do_not() -> None:
    def gap(steps: float, *, hedge: bool) -> GroupGap:
        return GroupGap(
            risk=RiskId("r1"),
            a=A,
            b=B,
            median_a=1,
            median_b=1,
            ratio=1,
            steps=steps,
            delta=0,
            hedge_gap=hedge,
            more_worried=None,
        )

    widest = gap(1.5, hedge=True)
    assert widest_hedge_gap([gap(1, hedge=True), widest, gap(3, hedge=False)]) is widest
    assert widest_hedge_gap([gap(3, hedge=False)]) is None


def test_upper_quartiles_are_compared_to_the_last_digit() -> None:
    low = ((1, 1), (5, 1)) * 3  # 0.9 points at the upper quartile
    lower = ((1, 1), (4, 1)) * 3  # 0.65
    assert [risk for risk, _ in queue(lower, low)] == ["r2", "r1"]


def test_a_round_is_looked_at_with_its_own_gaps() -> None:
    room = a_room(GAP)
    same = [a_score(f"p{person}", "r1", 3, 3, round=2) for person in range(6)]
    assert [each.risk for each in discussion_queue(put(room, *same), 1)] == ["r1"]
    assert discussion_queue(put(room, *same), 0) == ()
