import pytest

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.sheet_tables import sheet_table, sheets_in_table
from deskrisk.domain.sheets import Answer, hand_in, sheets_in
from deskrisk.domain.tables import TableError
from tests.builders import a_participant, a_risk, a_workshop

HEADINGS = ("person", "number", "risk", "likely", "bad")


def a_room() -> Workshop:
    return a_workshop(
        a_participant("p1", name="Ana"),
        a_participant("p2", name="Ana"),
        a_participant("p3", name="=Bo", scores=True),
        a_participant("p4", name="Watcher", scores=False),
        a_risk("r1"),
        a_risk("r2", title="+two"),
    )


def table(*rows: str) -> str:
    return "\n".join(["person,number,risk,likely,bad", *rows])


def problems(text: str) -> list[tuple[int, str]]:
    with pytest.raises(TableError) as refused:
        sheets_in_table(a_room(), text)
    return [(each.line, each.problem) for each in refused.value.faults]


def test_the_table_asks_everybody_who_scores_about_everything() -> None:
    lines = sheet_table(a_room(), HEADINGS).splitlines()
    assert lines == [
        "person,number,risk,likely,bad",
        "Ana,1,Risk r1,,",
        "Ana,2,'+two,,",
        "Ana (2),1,Risk r1,,",
        "Ana (2),2,'+two,,",
        "'=Bo,1,Risk r1,,",
        "'=Bo,2,'+two,,",
    ]


def test_a_filled_in_table_comes_back() -> None:
    room = a_room()
    empty = sheet_table(room, HEADINGS).splitlines()
    filled = [empty[0], *(line[:-1] + "4,2" for line in empty[1:])]
    sheets = sheets_in_table(room, "\r\n".join(filled))
    assert [each.who for each in sheets] == ["p1", "p2", "p3"]
    assert sheets[2].answers[1] == Answer(
        risk=next(iter([*room.risks][1:])), likelihood=4, impact=2
    )
    assert sheets_in(hand_in(room, sheets)).everybody


def test_cannot_judge_and_rows_without_an_answer() -> None:
    text = table("ana,1,,0,0", "ANA,R2,,?,", "ana (2),1,,,")
    (sheet,) = sheets_in_table(a_room(), text)
    assert [(each.likelihood, each.impact) for each in sheet.answers] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Cleo,1,,4,2", "person"),
        ("Watcher,1,,4,2", "person"),
        ("Ana,9,,4,2", "risk"),
        ("Ana,1,,6,2", "level"),
        ("Ana,1,,four,2", "level"),
        ("Ana,1,,4,", "half"),
        ("Ana,1,,0,2", "half"),
        ("Ana,1,4", "columns"),
    ],
)
def test_what_is_wrong_is_told_by_its_line(row: str, problem: str) -> None:
    assert problems(table("Ana (2),1,,3,3", row)) == [(3, problem)]


def test_the_same_answer_twice_and_no_answer_at_all() -> None:
    assert problems(table("Ana,1,,3,3", "Ana,1,,3,3")) == [(3, "twice")]
    assert problems(table("Ana,1,,,")) == [(0, "empty")]
    assert problems("") == [(0, "empty")]


def test_not_more_faults_are_told_than_can_be_read() -> None:
    assert len(problems(table(*["Cleo,1,,4,2"] * 30))) == 8
