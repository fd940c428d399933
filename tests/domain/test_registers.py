from datetime import date

import pytest

from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.register_rows import Taken, taken
from deskrisk.domain.register_values import Cell
from deskrisk.domain.registers import Field, SourceTable, guessed_fields, source_table


def a_table(*rows: tuple[Cell, ...]) -> SourceTable:
    table = source_table("sheet", list(enumerate(rows, start=1)))
    assert table is not None
    return table


def fields_of(*heads: str) -> list[Field]:
    table = a_table(heads, tuple("x" for _ in heads))
    return list(guessed_fields(table))


def read(*rows: tuple[Cell, ...]) -> Taken:
    table = a_table(*rows)
    return taken(table, guessed_fields(table))


def test_nothing_stands_in_an_empty_sheet() -> None:
    assert source_table("sheet", [(1, ("", None)), (2, ())]) is None


def test_the_row_of_heads_is_found_below_a_title_and_empty_columns_go() -> None:
    table = a_table(
        ("REGISTER",), ("Project:", "Line 4"), (), ("Risk", "", "Owner"), ("a", "", "b")
    )
    assert table.heads == ("Risk", "Owner")
    assert table.rows == ((5, ("a", "b")),)
    assert table.above == 2


def test_a_column_without_a_head_is_kept() -> None:
    assert a_table(("Risk", "Owner"), ("a", "b", "extra")).heads == ("Risk", "Owner", "")


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Risk Title", Field.TITLE),
        ("risk_owner", Field.OWNER),
        ("Assigned To:", Field.OWNER),
        ("Due Date*", Field.DUE),
        ("Custom field (Mitigation)", Field.MITIGATION),
        ("ROAM", Field.RESPONSE),
        ("Contingency Plan", Field.FALLBACK),
        ("Severity Score", Field.NOTE),
        ("", Field.NOTE),
    ],
)
def test_heads_by_their_words(head: str, field: Field) -> None:
    value = "2025-04-03" if field is Field.DUE else "x"
    table = a_table(("Number", head), ("a risk", value))
    assert guessed_fields(table)[1] is field


def test_a_field_is_given_once_and_the_rest_are_notes() -> None:
    assert fields_of("Summary", "Owner", "Assignee") == [Field.TITLE, Field.OWNER, Field.NOTE]


def test_without_a_known_title_the_column_with_most_words_is_it() -> None:
    table = a_table(("No", "Was kann passieren"), ("1", "Der Lieferant kommt zu spät"))
    assert guessed_fields(table) == (Field.NOTE, Field.TITLE)


def test_a_column_called_impact_that_holds_sentences_is_the_consequence() -> None:
    table = a_table(("Risk", "Impact", "Probability"), ("a", "The release slips", "who knows"))
    assert guessed_fields(table) == (Field.TITLE, Field.CONSEQUENCE, Field.NOTE)


def test_a_row_becomes_a_risk_and_ratings_stay_in_the_note_as_written() -> None:
    found = read(
        ("Title", "Likelihood", "Impact", "Owner", "Due", "Status", "Ticket"),
        ("Late", "High", "4 weeks", "Ann", date(2025, 4, 3), "Blocked", "T-1"),
        ("Later", "4 - Often", "5: Grave", "Ann", "", "", ""),
    )
    risk, later = found.risks
    assert (later.likelihood, later.impact) == (4, 5)
    assert (risk.title, risk.likelihood, risk.impact, risk.owners) == ("Late", 4, None, ("Ann",))
    assert (risk.due, risk.status) == (date(2025, 4, 3), MitigationStatus.BLOCKED)
    assert risk.note == "Likelihood: High\nImpact: 4 weeks\nStatus: Blocked\nTicket: T-1"
    assert [(each.problem, each.value) for each in found.remarks] == [("level", "4 weeks")]


def test_what_cannot_be_told_is_remarked_and_kept() -> None:
    found = read(
        ("Title", "Due", "Status", "Likelihood"),
        ("a", "2025-04-03", "Open", 3),
        ("b", "Q3", "Limbo", "?"),
    )
    remarks = [(each.line, each.problem, each.head, each.value) for each in found.remarks]
    assert remarks == [
        (3, "day", "Due", "Q3"),
        (3, "state", "Status", "Limbo"),
        (3, "level", "Likelihood", "?"),
    ]
    assert found.risks[1].note == "Due: Q3\nStatus: Limbo\nLikelihood: ?"


def test_a_row_without_a_name_is_left_out_and_said() -> None:
    found = read(("Title", "Owner"), ("", "Ann"), ("Late", "Bo"), ("late ", "Cy"))
    assert [risk.owners for risk in found.risks] == [("Bo",), ("Cy",)]
    told = [(each.line, each.problem, each.left_out, each.value) for each in found.remarks]
    assert told == [(2, "title", True, ""), (4, "twice", False, "3")]


def test_a_text_that_is_far_too_long_is_left_out_and_said() -> None:
    found = read(("Title", "Notes"), ("Late", "x" * 10_001), ("Later", "x" * 9_000))
    assert [risk.title for risk in found.risks] == ["Later"]
    assert [(each.line, each.problem) for each in found.remarks] == [(2, "long")]


def test_a_sentence_for_a_title_names_itself_and_stays_whole() -> None:
    sentence = "The supplier may deliver late, because the mould is not paid and the bank is slow"
    (risk,) = read(("Risk", "Owner"), (sentence, "")).risks
    assert risk.title == "The supplier may deliver late"
    assert risk.event == sentence


def test_two_columns_for_one_field_keep_both() -> None:
    table = a_table(("A", "B"), ("first", "second"), ("", "alone"))
    found = taken(table, (Field.TITLE, Field.TITLE))
    assert [(risk.title, risk.note) for risk in found.risks] == [
        ("first", "B: second"),
        ("alone", ""),
    ]


def test_several_owners_need_a_promise_or_they_stand_in_the_note() -> None:
    found = read(
        ("Risk", "Owner", "Mitigation"), ("a", "Ann / Bo", "Test it"), ("b", "Ann / Bo", "")
    )
    assert found.risks[0].note == ""
    assert found.risks[1].note == "Owner: Ann / Bo"


def test_a_board_says_decision_and_state_in_one_word() -> None:
    found = read(("Risk", "ROAM"), ("a", "Mitigated"), ("b", "Owned"), ("c", "Accepted"))
    assert [risk.decision for risk in found.risks] == [Decision.MITIGATE, None, Decision.ACCEPT]
    assert found.remarks == ()


def test_a_column_can_be_left_out() -> None:
    table = a_table(("Risk", "Secret"), ("a", "x"))
    assert taken(table, (Field.TITLE, Field.NOTHING)).risks[0].note == ""
