from dataclasses import replace

from deskrisk.domain.model.brief import Anonymity
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.readings import readings_view


def test_the_widest_gap_stands_first_and_closed_ones_last() -> None:
    view = readings_view(sample())
    assert view.groups == ("Product and design", "Engineering")
    assert view.line == (
        "Groups read five risks very differently. The talk brought them together on two more."
    )
    assert [row.closed for row in view.rows] == [False] * 5 + [True] * 2
    wide = [max(row.now) / min(row.now) for row in view.rows if None not in row.now]  # type: ignore[type-var,operator]  # numbers all
    assert wide[:5] == sorted(wide[:5], reverse=True)


def test_they_are_the_risks_that_are_told_in_words() -> None:
    told = {row.risk for row in hedging_view(sample()).gaps}
    assert {row.risk for row in readings_view(sample()).rows} == told


def test_after_one_round_there_is_no_before() -> None:
    workshop = sample()
    once = replace(
        workshop,
        scores={key: each for key, each in workshop.scores.items() if each.round == 1},
        progress=replace(workshop.progress, round_closed=1),
    )
    view = readings_view(once)
    assert view.rows
    assert not any(row.before or row.closed for row in view.rows)


def test_before_the_reveal_and_in_a_room_that_is_a_whole_there_is_nothing() -> None:
    workshop = sample()
    opened = replace(workshop, progress=replace(workshop.progress, round_closed=0))
    assert readings_view(opened).rows == ()
    whole = replace(workshop, brief=replace(workshop.brief, anonymity=Anonymity.ANONYMOUS))
    assert readings_view(whole).groups == ()


def test_a_hidden_group_has_no_middle_anywhere() -> None:
    view = readings_view(sample("hospital-ward"))
    assert "Offices" not in view.groups
    doctors = view.groups.index("Doctors")
    assert sum(row.now[doctors] is None for row in view.rows) == 6
    assert "Nursing about" in chart_words(view)
