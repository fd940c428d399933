from typing import Any

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import CategoryId, ParticipantId, RiskId
from deskrisk.domain.model.risks import Category
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import Question
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.viewmodels.rank import anchors_of, scale_view
from deskrisk.viewmodels.scenes import Scene, ShowState, pair
from deskrisk.viewmodels.sheets import booth_risk, paper_view, sheets_view
from deskrisk.viewmodels.show import show_view
from tests.builders import a_participant, a_risk, a_score, a_workshop

P1, R1 = ParticipantId("p1"), RiskId("r1")


def a_room(**fields: Any) -> Workshop:
    return a_workshop(
        a_participant("p1"),
        a_participant("p2", present=False),
        a_participant("p3", scores=False),
        a_risk("r1"),
        a_risk("r2"),
        a_score("p1", "r1", 4, 2),
        **fields,
    )


def test_who_is_in_is_said_and_never_what() -> None:
    view = sheets_view(a_room())
    assert [(row.title, row.note) for row in view.people] == [
        ("Person p1", ""),
        ("Person p2", "not here"),
    ]
    assert (view.turnout_words, view.next_person, view.closed) == ("0 of 1 in", "p1", False)
    whole = sheets_view(put(a_room(), a_score("p1", "r2", 1, 1)))
    assert (whole.people[0].note, whole.next_person) == ("in", None)
    assert {sheets_view(a_room(input_scores=mode)).explained for mode in InputMode}


def test_a_sheet_of_paper_has_a_row_for_each_risk() -> None:
    view = paper_view(a_room(), P1)
    (group,) = view.groups
    assert [row.name for row in group.rows] == ["1  Risk r1", "2  Risk r2"]
    assert [row.likelihood.text for row in group.rows] == ["4", ""]
    assert "4" not in group.rows[0].spoken
    assert paper_view(a_room(), None).groups == ()


def test_the_booth_counts_in_the_order_of_its_own_sheet() -> None:
    shown = booth_risk(a_room(), RiskId("r2"), 0, 2)
    assert (shown.place, shown.title) == ("1 of 2", "Risk r2")


def test_anchors_come_from_the_pack_also_for_a_kind_of_the_room() -> None:
    packs = find_packs().packs
    own = Category(id=CategoryId("c9"), position=9, name="People")
    room = put(a_room(), own, a_risk("r2", category=own.id))
    assert anchors_of(room, R1, packs)[4] == "the service or people's trust is lost"
    assert anchors_of(room, RiskId("r2"), packs)[0] == "grumbling"
    odd = put(room, Category(id=CategoryId("c9"), position=9, name="Weather"))
    assert anchors_of(odd, RiskId("r2"), packs) == ()
    assert anchors_of(odd, None, packs) == ()
    lines = scale_view(room, Question.IMPACT, anchors_of(room, R1, packs)).lines
    assert [line.level for line in lines] == [5, 4, 3, 2, 1, 0]
    assert lines[4].anchor == "a few people notice for minutes"


def test_the_wall_shows_a_ballot_and_a_duel_without_a_vote() -> None:
    room = sample()
    state = ShowState(scene=Scene.BALLOT, subject=BallotScope.BOUNDARY_TIER.value)
    spoken = show_view(room, state).spoken()
    assert "A system nobody can maintain" in spoken
    assert "four" not in spoken
    covered = show_view(room, ShowState(scene=Scene.BALLOT, subject=state.subject, curtain=True))
    assert "A system nobody can maintain" not in covered.spoken()
    assert covered.blocks
    ward = sample("hospital-ward")
    a, b = list(ward.risks)[:2]
    duel = show_view(ward, ShowState(scene=Scene.DUEL, subject=pair(a, b))).spoken()
    assert ward.risks[a].title in duel
    assert ward.risks[b].title in duel
    assert show_view(ward, ShowState(scene=Scene.DUEL, subject="x/y")).blocks == ()
