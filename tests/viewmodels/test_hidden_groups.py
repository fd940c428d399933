"""A group that is too small stays unseen in everything that is worked out of the answers."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from deskrisk.domain.groups import group_exposures
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.agreement import agreement_view
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.discussion import discussion_view
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.map import map_view
from deskrisk.viewmodels.movement import movement_view
from deskrisk.viewmodels.order import order_view
from deskrisk.viewmodels.portfolio import portfolio_view
from deskrisk.viewmodels.priorities import priorities_view
from deskrisk.viewmodels.proposal import proposal_view
from deskrisk.viewmodels.readings import readings_view
from deskrisk.viewmodels.spread import spread_line, spread_view

VIEWS: Mapping[str, Callable[[Workshop], object]] = {
    "agreement": agreement_view,
    "agreement, first round": lambda workshop: agreement_view(workshop, 1),
    "discussion": discussion_view,
    "hedging": lambda workshop: replace(hedging_view(workshop), hidden=""),
    "map": map_view,
    "movement": lambda workshop: tuple(movement_view(workshop, risk) for risk in workshop.risks),
    "order": order_view,
    "portfolio": portfolio_view,
    "priorities": priorities_view,
    "proposal": proposal_view,
    "readings": readings_view,
    "readings in words": lambda workshop: chart_words(readings_view(workshop)),
    "spread": spread_view,
    "spread in a line": lambda workshop: spread_line(spread_view(workshop)),
}


def ward(anonymity: Anonymity = Anonymity.ROLE_ONLY) -> Workshop:
    """The ward without what people wrote themselves, and with names that nothing else has."""
    workshop = sample("hospital-ward")
    groups = {id_: replace(group, name=f"Crew-{id_}") for id_, group in workshop.groups.items()}
    return replace(
        workshop,
        brief=replace(workshop.brief, anonymity=anonymity),
        groups=groups,
        discussion_notes={},
    )


@pytest.mark.parametrize("view", VIEWS)
def test_the_group_of_two_is_nowhere(view: str) -> None:
    shown = repr(VIEWS[view](ward()))
    assert "offices" not in shown


@pytest.mark.parametrize("view", VIEWS)
def test_a_room_that_is_a_whole_has_no_groups(view: str) -> None:
    shown = repr(VIEWS[view](ward(Anonymity.ANONYMOUS)))
    assert not any(group in shown for group in ward().groups)


def test_what_would_give_them_away_is_compared_on_no_risk() -> None:
    workshop = ward()
    hidden = {
        workshop.risks[risk].number
        for risk, row in group_exposures(workshop).items()
        if any(each.group == "doctors" and each.hidden for each in row)
    }
    assert len(hidden) == 11
    for row in hedging_view(workshop).gaps:
        assert row.number not in hidden or "doctors" not in row.sentence + row.was
    for talk in discussion_view(workshop):
        assert "doctors" not in talk.groups or talk.number not in hidden
