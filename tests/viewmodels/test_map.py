from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.map import map_line, map_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def test_the_first_risks_are_in_focus() -> None:
    view = map_view(sample())
    assert len(view.rows) == 12
    assert [row.focus for row in view.rows].count(True) == sample().brief.focus_count
    assert view.note == ""


def test_fewer_than_three_answers_are_not_on_the_map() -> None:
    people = [a_participant("p1"), a_participant("p2")]
    scores = [a_score(person.id, "r1", 5, 5) for person in people]
    view = map_view(a_workshop(*people, a_risk("r1"), a_risk("r2"), *scores))
    assert view.rows == ()
    assert map_line(view) == "Not shown, because they have too few answers: two risks."


def test_a_row_says_all_that_is_drawn() -> None:
    text = chart_words(map_view(sample()))
    assert "Slow responses: chance about 35" in text
    assert "loss about 3.0 points" in text
    assert "expected loss about 1.4 points" in text


def test_the_lines_have_plain_names() -> None:
    names = [name for _value, name in map_view(sample()).equal]
    assert "1 point" in names
    assert "10 points" in names
