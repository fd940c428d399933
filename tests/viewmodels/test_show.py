"""What the room may see. What is private cannot be on the wall: changing it changes no picture."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import reopen_round
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Chart, Columns, Level, Meter, Place, Words, texts_of
from deskrisk.viewmodels.public import all_asked, public_side
from deskrisk.viewmodels.scenes import Scene, ShowState, pair
from deskrisk.viewmodels.show import ShowView, prompt_count, scene_word, show_view
from tests.builders import a_fear, a_participant, a_risk, a_score, a_workshop
from tests.strategies import workshops


def states(workshop: Workshop) -> Iterator[ShowState]:
    """Everything that could be put on the wall, with the curtain up and down."""
    subjects: dict[Scene, list[str]] = {
        Scene.PROMPT: ["", "1", "2", "7"],
        Scene.FEAR: list(workshop.fears),
        Scene.SENTENCE: [pair(f, r) for f in (*workshop.fears, "") for r in (*workshop.risks, "")],
        Scene.REVIEW: ["", *workshop.reviews],
        Scene.READ_BACK: ["order", "others", "together", "voices", "question", *workshop.risks],
    }
    for scene in Scene:
        for subject in ("", "gone", *subjects.get(scene, list(workshop.risks))):
            for curtain in (False, True):
                yield ShowState(scene=scene, subject=subject, curtain=curtain, by_hand=curtain)


def views(workshop: Workshop) -> list[ShowView]:
    return [show_view(workshop, state) for state in states(workshop)]


def spoken_of(workshop: Workshop, scene: Scene, subject: str = "") -> str:
    return show_view(workshop, ShowState(scene=scene, subject=subject)).spoken()


def other_answer(score: Score) -> Score:
    """Somebody answered otherwise; whether they have answered stays."""
    if score.abstain:
        return replace(score, abstain=False, likelihood=1, impact=5)
    return replace(
        score,
        likelihood=score.likelihood and 6 - score.likelihood,
        impact=score.impact and 6 - score.impact,
    )


def with_other_secrets(workshop: Workshop) -> Workshop:
    """The same for the room: what is still private is different."""
    open_from = workshop.progress.round_closed + 1
    number = workshop.progress.sign_off_round
    stances = dict(workshop.stances)
    if not all_asked(workshop):
        stances = {
            key: replace(each, level=6 - each.level, comment="otherwise")
            if each.round >= number
            else each
            for key, each in stances.items()
        }
    return replace(
        workshop,
        scores={
            key: other_answer(each) if each.round >= open_from else each
            for key, each in workshop.scores.items()
        },
        stances=stances,
        ballots={
            key: replace(each, ranking=each.ranking[::-1]) for key, each in workshop.ballots.items()
        },
        duels={key: replace(each, wins_a=99) for key, each in workshop.duels.items()},
        discussion_notes={},
        stage_notes={},
        fears={
            key: replace(each, text="another slip") if each.held_back else each
            for key, each in workshop.fears.items()
        },
    )


@settings(max_examples=60)
@given(workshops())
def test_what_is_private_changes_nothing_on_the_wall(workshop: Workshop) -> None:
    assert views(workshop) == views(with_other_secrets(workshop))


@settings(max_examples=40)
@given(workshops())
def test_the_curtain_shows_no_word_that_anybody_wrote(workshop: Workshop) -> None:
    other = replace(
        workshop,
        fears={key: replace(each, text="x") for key, each in workshop.fears.items()},
        clusters={key: replace(each, name="x") for key, each in workshop.clusters.items()},
        objectives={key: replace(each, text="x") for key, each in workshop.objectives.items()},
        participants={key: replace(e, name="x") for key, e in workshop.participants.items()},
        mitigations={key: replace(e, title="x") for key, e in workshop.mitigations.items()},
        responses={key: replace(e, trigger="x") for key, e in workshop.responses.items()},
        risks={
            key: replace(each, title="x", cause="x", event="x", consequence="x")
            for key, each in workshop.risks.items()
        },
    )
    for state in states(workshop):
        if state.curtain:
            assert show_view(workshop, state) == show_view(other, state)


@settings(max_examples=40)
@given(workshops())
def test_no_name_stands_beside_an_answer(workshop: Workshop) -> None:
    names = {key: f"Qzw{place}Kjv" for place, key in enumerate(workshop.participants)}
    named = replace(
        workshop,
        participants={key: replace(e, name=names[key]) for key, e in workshop.participants.items()},
    )
    owners = {Scene.RESPONSE, Scene.TIMELINE}
    spoken = {*owners, Scene.STANCES, Scene.READ_BACK}  # owners and reservations
    for state in states(named):
        if state.scene not in spoken:
            text = show_view(named, state).spoken()
            assert not [name for name in names.values() if name in text]


def test_before_the_round_is_closed_there_is_no_figure_of_the_room() -> None:
    workshop = reopen_round(reopen_round(sample(), 2), 1)
    workshop = replace(workshop, progress=replace(workshop.progress, order_confirmed=False))
    risk = next(iter(workshop.risks))
    for scene in (Scene.SPREAD, Scene.ORDER, Scene.RESPONSE):
        assert "about" not in spoken_of(workshop, scene, risk)
    assert "Not shown yet" in spoken_of(workshop, Scene.SPREAD, risk)


def test_an_open_second_round_changes_neither_spread_nor_order() -> None:
    workshop = reopen_round(sample(), 2)
    first = replace(workshop, scores={key: e for key, e in workshop.scores.items() if e.round == 1})
    for risk in workshop.risks:
        for scene in (Scene.SPREAD, Scene.ORDER):
            state = ShowState(scene=scene, subject=risk)
            assert show_view(workshop, state).blocks == show_view(first, state).blocks


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_answers_would_tell_who_said_what(count: int) -> None:
    people = [a_participant(f"p{number}") for number in range(1, count + 1)]
    scores = [a_score(each.id, "r1", 4, 4) for each in people]
    workshop = a_workshop(a_risk(), *people, *scores)
    workshop = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    for scene in (Scene.SPREAD, Scene.ORDER, Scene.RESPONSE):
        assert "about" not in spoken_of(workshop, scene, "r1")
    assert "Too few answers" in spoken_of(workshop, Scene.SPREAD, "r1")


def test_five_to_one_is_counted_when_the_last_one_is_in() -> None:
    workshop = sample()
    last = max(workshop.stances.values(), key=lambda each: each.round)
    waiting = replace(
        workshop, stances={key: e for key, e in workshop.stances.items() if e.id != last.id}
    )
    state = ShowState(scene=Scene.STANCES)
    (meter,) = show_view(waiting, state).blocks
    assert meter == Meter(done=7, count=8)
    levels = [each for each in show_view(workshop, state).blocks if isinstance(each, Level)]
    assert [each.count for each in levels] == [3, 4, 1, 0, 0]


def test_a_slip_that_is_held_back_is_counted_and_not_shown() -> None:
    workshop = a_workshop(a_fear("f1", text="said"), a_fear("f2", text="secret", held_back=True))
    assert "secret" not in spoken_of(workshop, Scene.PILES)
    assert spoken_of(workshop, Scene.FEAR, "f2") == "Hear them"
    assert "2 slips in" in spoken_of(workshop, Scene.COUNT)
    assert spoken_of(workshop, Scene.FEAR, "f1") == "Hear them, 1 of 1\nsaid"


def test_the_prompts_are_those_of_the_guide() -> None:
    workshop = sample()
    texts = [spoken_of(workshop, Scene.PROMPT, str(number)) for number in range(prompt_count())]
    assert len(set(texts)) == 3
    assert "30\N{NO-BREAK SPACE}June 2025" in texts[0]
    assert "17 slips" not in texts[0]
    passed = replace(workshop, brief=replace(workshop.brief, input_fears=InputMode.PASS))
    assert "17 slips in" in spoken_of(passed, Scene.PROMPT)


def test_the_curtain_over_the_scales_says_how_many_are_in() -> None:
    workshop = reopen_round(reopen_round(sample(), 2), 1)
    risk = next(iter(workshop.risks))
    some = {key: e for key, e in workshop.scores.items() if not (e.risk == risk and e.round == 1)}
    kept = [e for e in workshop.scores.values() if e.risk == risk and e.round == 1][:6]
    kept_scores = {**some, **{each.id: each for each in kept}}
    workshop = replace(workshop, scores=kept_scores, reviews={}, review_entries={})
    by_page = ShowState(scene=Scene.SCALES, subject=risk, curtain=True)
    seen = show_view(workshop, by_page)
    assert seen == show_view(workshop, replace(by_page, curtain=False))
    assert (seen.blocks[-1], seen.curtain) == (Meter(done=6, count=8), False)
    assert "Very likely (80-100 %)" in seen.spoken().replace("\N{NO-BREAK SPACE}", " ")
    view = show_view(workshop, replace(by_page, by_hand=True))
    assert view.blocks == (Meter(done=6, count=8),)
    assert view.where == "Rank, in silence"
    assert view.word == "curtain"


def test_the_sentence_grows_beside_the_fear() -> None:
    workshop = a_workshop(a_fear(text="It breaks"), a_risk(consequence="", title=""))
    view = show_view(workshop, ShowState(scene=Scene.SENTENCE, subject=pair("f1", "r1")))
    (columns,) = view.blocks
    assert isinstance(columns, Columns)
    left, right = columns.columns
    assert [each.role for each in left if isinstance(each, Words)] == ["said"]
    assert [each.lead for each in right if isinstance(each, Words)] == ["Because", ""]


def test_both_rounds_are_seen_in_the_spread_after_the_second() -> None:
    workshop = sample()
    talked = next(each.risk for each in workshop.scores.values() if each.round == 2)
    blocks = show_view(workshop, ShowState(scene=Scene.SPREAD, subject=talked)).blocks
    view = next(each.view for each in blocks if isinstance(each, Chart))
    first, now = view.rows
    assert len(first.dots) == len(now.dots) == 8
    assert view.low < min((*first.dots, *now.dots))
    assert list(now.dots) == sorted(now.dots)


def test_the_order_has_its_brackets_and_one_line() -> None:
    blocks = show_view(sample(), ShowState(scene=Scene.ORDER)).blocks
    places = [each for each in blocks if isinstance(each, Place)]
    assert len(places) == 12
    assert len(blocks) == 13
    assert [each.bracket for each in places[:3]] == ["first", "middle", "last"]
    assert [each.above_line for each in places].count(True) == 6


def test_a_review_tells_what_has_changed_and_what_is_late() -> None:
    text = spoken_of(sample(), Scene.REVIEW)
    assert "12 of 14 promises proven" in text
    assert "it happened" in text
    assert "not yet" not in text
    assert "was due" in text


def test_an_empty_workshop_has_every_scene() -> None:
    for view in views(a_workshop()):
        assert view.word
        assert all(isinstance(text, str) for text in texts_of(view.blocks))
    assert len({scene_word(scene) for scene in Scene}) == len(Scene)


def test_the_public_side_leaves_alone_what_was_worked_out_already() -> None:
    workshop = sample()
    assert public_side(workshop).scores is workshop.scores
    assert public_side(workshop).stage_notes == {}
