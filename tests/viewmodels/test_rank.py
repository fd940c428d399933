from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import Question, close_round
from deskrisk.services.samples import sample
from deskrisk.viewmodels.rank import answers_view, risk_sentence, scale_view, title_of
from tests.builders import a_participant, a_risk, a_score, a_workshop


def two_by_two() -> Workshop:
    group = Group(id=GroupId("g1"), position=0, name="Engineering")
    people = (
        a_participant("p1", group=group.id),
        a_participant("p2"),
        a_participant("p3", present=False),
        a_participant("p4", scores=False),
    )
    return a_workshop(group, *people, a_risk("r2"), a_risk("r1"))


def test_the_people_stand_by_group_and_only_those_who_score() -> None:
    view = answers_view(two_by_two(), None)
    assert [(g.name, [row.name for row in g.rows]) for g in view.groups] == [
        ("Engineering", ["Person p1"]),
        ("In no group", ["Person p2", "Person p3"]),
    ]
    away = view.rows[2]
    assert (away.note, away.likelihood.skipped, away.impact.skipped) == ("not here", True, True)


def test_without_groups_there_is_one_heading() -> None:
    view = answers_view(a_workshop(a_participant("p1"), a_risk("r1")), None)
    assert [group.name for group in view.groups] == ["People"]


def test_the_risks_are_asked_by_number() -> None:
    view = answers_view(two_by_two(), None)
    assert (view.risk, view.previous, view.following) == ("r1", None, "r2")
    assert view.heading == "Risk 1, 1 of 2"
    gone = answers_view(two_by_two(), view.following)
    assert (gone.previous, gone.following) == ("r1", None)


def test_cells_hold_what_was_said_in_this_round_alone() -> None:
    scores = (
        a_score("p1", "r1", 4, None),
        a_score("p2", "r1", None, None, abstain=True),
        a_score("p1", "r1", 1, 1, round=2),
    )
    first, second, _away = answers_view(put(two_by_two(), *scores), None).rows
    assert (first.likelihood.text, first.impact.text, first.impact.filled) == ("4", "", False)
    assert second.note == "cannot judge"
    assert (second.likelihood.filled, second.impact.skipped) == (True, True)


def test_the_count_is_of_the_people_who_are_here() -> None:
    workshop = put(two_by_two(), a_score("p1", "r1", 4, 4))
    view = answers_view(workshop, None)
    assert (view.progress, view.everyone_in, view.all_in) == ("1 of 2 in", False, False)
    workshop = put(workshop, a_score("p2", "r1", 4, 4))
    view = answers_view(workshop, None)
    assert (view.progress, view.everyone_in) == ("2 of 2 in, 1 more risk to ask", True)
    whole = put(workshop, a_score("p1", "r2", 4, 4), a_score("p2", "r2", 4, 4))
    view = answers_view(whole, None)
    assert (view.progress, view.all_in, view.closed) == ("2 of 2 in", True, False)
    closed = answers_view(close_round(whole, 1), None)
    assert (closed.closed, closed.round_note) == (True, "Round 1 is closed.")


def test_an_empty_workshop_says_what_to_do() -> None:
    view = answers_view(a_workshop(), None)
    assert (view.risk, view.title) == (None, "There is no risk yet")
    nobody = answers_view(a_workshop(a_risk("r1")), None)
    assert nobody.progress == "Nobody is here to answer. Add people in Prepare."


def test_a_risk_has_a_title_and_a_sentence_whatever_is_missing() -> None:
    risk = a_risk("r3", title=" ", cause=" ", consequence="")
    assert title_of(risk) == "Risk 3, not named yet"
    assert risk_sentence(risk) == "a wrong field may reach live orders."
    assert risk_sentence(a_risk(cause="", event="", consequence="")) == ""
    assert risk_sentence(a_risk()) == (
        "Because the old interface has no test system, a wrong field may reach live orders, "
        "so that customers receive the wrong goods."
    )


def test_each_scale_has_words_with_numbers_and_cannot_judge_last() -> None:
    workshop = a_workshop()
    likely = scale_view(workshop, Question.LIKELIHOOD)
    assert [line.level for line in likely.lines] == [5, 4, 3, 2, 1, 0]
    assert "30\N{NO-BREAK SPACE}June 2025" in likely.question
    assert likely.lines[0].words == "Very likely (80-100 %)"
    bad = scale_view(workshop, Question.IMPACT)
    figures = [line.figure for line in bad.lines]
    assert figures == ["100 points", "30 points", "10 points", "3 points", "1 point", ""]


def test_the_sample_is_all_in() -> None:
    view = answers_view(sample(), None)
    assert (view.all_in, view.closed, len(view.rows)) == (True, True, 8)
