from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from deskrisk.domain.model.brief import DecisionRule
from deskrisk.domain.model.fears import Cluster, FearKind
from deskrisk.domain.model.ids import ClusterId, ParticipantId
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.parts import put
from deskrisk.services.samples import sample
from deskrisk.viewmodels.document import document_view
from deskrisk.viewmodels.priorities import priorities_view
from deskrisk.viewmodels.support import support_view
from deskrisk.viewmodels.verdict import brief_sentence, verdict
from deskrisk.viewmodels.worries import worries_view
from tests.builders import a_fear, a_participant, a_risk, a_workshop

TODAY = date(2025, 3, 12)
NB = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    return text.replace(NB, " ")


def stances(*levels: int) -> list[Stance]:
    return [
        Stance(round=1, participant=ParticipantId(f"p{n}"), level=level, comment="because")
        for n, level in enumerate(levels, start=1)
    ]


def people(count: int) -> list[Any]:
    return [a_participant(f"p{n}") for n in range(1, count + 1)]


def test_the_verdict_of_the_sample() -> None:
    assert plain(verdict(sample(), TODAY)) == (
        "Adopted on 11 March 2025 by all eight present, with one reservation and no objection."
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((5, 4), "Adopted on 11 March 2025 by all two present, without reservation."),
        (
            (5, 2),
            "Adopted on 11 March 2025 by all two present, without reservation, one standing aside.",
        ),
        ((5, 1), "Not adopted: one objection open."),
        ((), "Draft of 12 March 2025, not signed off yet."),
        ((5,), "Draft of 12 March 2025: one of two have answered so far."),
    ],
)
def test_the_verdict_says_how_it_ended(levels: tuple[int, ...], said: str) -> None:
    assert plain(verdict(a_workshop(*people(2), *stances(*levels)), TODAY)) == said


def test_an_owner_who_decided_is_named() -> None:
    workshop = a_workshop(
        *people(2),
        *stances(5, 1),
        decision_rule=DecisionRule.OWNER_AFTER_ADVICE,
        decision_owner=ParticipantId("p1"),
    )
    workshop = replace(workshop, progress=replace(workshop.progress, owner_decided=True))
    assert plain(verdict(workshop, TODAY)) == (
        "Decided by Person p1 on 11 March 2025; one objection printed below."
    )


def test_the_brief_of_the_sample_has_its_numbers() -> None:
    assert plain(brief_sentence(sample())) == (
        "Six of twelve risks get a response, six are watched or accepted. 14 promises, about 54 "
        "person-days of work, the last due on 30 May 2025, should bring the expected loss until "
        "30 June 2025 from about 71 to about 29 points."
    )


def test_the_brief_says_only_what_is_known() -> None:
    assert brief_sentence(a_workshop()) == "No risk has been written down yet."
    assert brief_sentence(a_workshop(a_risk("r1"))) == (
        "One risk, and it gets a response. No promise has been made."
    )


def test_a_pile_is_named_only_if_it_can_hide_its_slips() -> None:
    pile = Cluster(id=ClusterId("c1"), position=0, name="Money")
    fears = [a_fear(f"f{n}", cluster=pile.id) for n in (1, 2, 3)]
    big = a_workshop(pile, *fears)
    assert [row.name for row in worries_view(big).piles] == ["Money"]
    small = a_workshop(pile, *fears[:2])
    assert "Money" not in str(worries_view(small))
    about_us = put(big, replace(fears[0], kind=FearKind.PEOPLE))
    assert "Money" not in str(worries_view(about_us))
    released = a_workshop(pile, *(replace(fear, released=True) for fear in fears[:2]))
    assert [row.name for row in worries_view(released).piles] == ["Money"]
    assert worries_view(released).piles[0].released == ("Fear f1", "Fear f2")


def test_every_fear_is_counted_once() -> None:
    view = worries_view(sample())
    assert sum(row.count for row in view.piles) == view.total == 17


def test_the_document_holds_no_word_of_a_fear() -> None:
    workshop = sample()
    held = str(asdict(document_view(workshop, today=TODAY)))
    assert not any(fear.text in held for fear in workshop.fears.values())


def test_the_document_names_nobody_beside_an_answer() -> None:
    view = priorities_view(sample())
    names = [person.name for person in sample().participants.values()]
    told = str([asdict(row) for row in view.rows])
    assert not any(name in told for name in names)


def test_the_order_has_its_tiers_its_line_and_its_moves() -> None:
    view = priorities_view(sample())
    assert [row.number for row in view.rows[:7]] == ["R2", "R8", "R3", "R4", "R10", "R7", "R9"]
    assert [row.tier for row in view.rows] == [
        "Tier 1", "", "", "Tier 2", "", "", "", "", "", "", "", "Tier 3"
    ]  # fmt: skip
    assert view.cut_after == 6
    assert view.rows[0].points == "13"
    assert view.rows[0].person_days == "60"
    assert (
        view.heading == "Six risks get a response; four of them stay in front whoever is left out"
    )
    assert len(view.moves) == 1
    assert view.moves[0].startswith("R2 ")


def test_without_a_line_there_is_no_cut() -> None:
    assert priorities_view(a_workshop(a_risk("r1"))).cut_after == 0


def test_promises_stand_by_their_due_date() -> None:
    for block in document_view(sample(), today=TODAY).decisions.blocks:
        wanted = {each.title: each.due for each in sample().mitigations.values()}
        dates = [wanted[promise.title] for promise in block.promises]
        assert dates == sorted(day for day in dates if day is not None)


def test_the_days_to_look_again_end_after_the_horizon() -> None:
    planned = document_view(sample(), today=TODAY).look_back.planned
    assert [plain(each.day) for each in planned] == ["8 April 2025", "20 May 2025", "1 July 2025"]
    assert [place for place, _ in planned[0].risks] == [1, 2, 3, 4, 5]


def test_whoever_was_not_here_and_answered_later_is_marked() -> None:
    absent = next(iter(sample().participants))
    away = put(sample(), replace(sample().participants[absent], present=False))
    view = support_view(away)
    assert next(row.role for row in view.rows if row.level == 5).endswith("asked later")
    assert view.answered == "7 of 7 present answered, one later"
    open_ = replace(
        away, stances={k: each for k, each in away.stances.items() if each.participant != absent}
    )
    answered = support_view(open_).answered
    assert answered == "7 of 7 present answered, one is still to be asked"


def test_an_amendment_is_marked_where_it_belongs() -> None:
    blocks = document_view(sample("hospital-ward"), today=date(2025, 9, 9)).decisions.blocks
    marked = {block.risk: block.amended for block in blocks if block.amended}
    assert list(marked) == ["k05"]
    assert next(iter(marked.values())).startswith("After round 1: The charge nurse")
