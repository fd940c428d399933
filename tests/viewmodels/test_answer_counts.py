from typing import Any

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.viewmodels.answer_counts import answers_table, each_answer_table
from tests.builders import a_participant, a_risk, a_score, a_workshop


def row_of(workshop: Workshop) -> dict[str, Any]:
    table = answers_table(workshop)
    return dict(zip([head.key for head in table.heads], table.rows[0], strict=True))


def scored(*levels: tuple[int, int]) -> Workshop:
    people = [a_participant(f"p{place}") for place in range(1, len(levels) + 1)]
    scores = [
        a_score(f"p{place}", "r1", likelihood, impact)
        for place, (likelihood, impact) in enumerate(levels, start=1)
    ]
    return a_workshop(*people, a_risk("r1"), *scores)


def test_it_counts_how_many_chose_each_level() -> None:
    row = row_of(scored((1, 5), (2, 5), (2, 3)))
    assert [row[f"likelihood_{level}"] for level in range(1, 6)] == [1, 2, 0, 0, 0]
    assert [row[f"impact_{level}"] for level in range(1, 6)] == [0, 0, 1, 0, 2]
    assert row["answers"] == 3


def test_one_or_two_answers_are_told_to_nobody() -> None:
    row = row_of(scored((1, 5), (4, 4)))
    assert row["answers"] == 2
    assert {
        row[f"{scale}_{level}"] for scale in ("likelihood", "impact") for level in range(1, 6)
    } == {None}


def test_nobody_is_named() -> None:
    names = {person.name for person in scored((1, 1), (2, 2), (3, 3)).participants.values()}
    assert not names & {str(value) for value in row_of(scored((1, 1), (2, 2), (3, 3))).values()}


def test_each_answer_has_a_name_only_where_one_is_left() -> None:
    workshop = scored((4, 4), (1, 5))
    named = each_answer_table(workshop)
    assert [head.key for head in named.heads] == [
        "place",
        "number",
        "title",
        "round",
        "who",
        "likelihood",
        "impact",
    ]
    assert [row[-2:] for row in named.rows] == [(1, 5), (4, 4)]
    nameless = each_answer_table(
        published(workshop, DocumentOptions(version=DocumentVersion.ARCHIVE))
    )
    assert "who" not in [head.key for head in nameless.heads]
    assert [row[-2:] for row in nameless.rows] == [(1, 5), (4, 4)]
