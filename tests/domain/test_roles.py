from dataclasses import replace
from typing import Any

import pytest

from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group, Participant
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.roles import NOBODY, names_in_texts, role_names, roles_for_names
from deskrisk.services.samples import sample, sample_names
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop
from tests.domain.test_publishing import everything


def room(*people: Participant, **fields: Any) -> Workshop:
    return a_workshop(*people, **fields)


def test_two_of_a_role_are_numbered_and_nobody_is_left_without() -> None:
    workshop = a_workshop(
        Group(id=GroupId("g1"), position=0, name="Product"),
        a_participant("p1", name="Ann Lee", role="Engineer"),
        a_participant("p2", name="Bo Ng", role="engineer"),
        a_participant("p3", name="Cy Day", group=GroupId("g1")),
        a_participant("p4", name="Di Poe"),
    )
    assert list(role_names(workshop).values()) == ["Engineer 1", "engineer 2", "Product", "P4"]
    people = list(roles_for_names(workshop).participants.values())
    assert [each.role for each in people] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Lee knows it", "Lead knows it"),
        ("ask ANN  LEE's team", "ask Lead's team"),
        ("Ann, and only Ann", "Lead, and only Lead"),
        ("Mrs Lee left", "Mrs Lead left"),
        ("annual planning, Leeds, lee side", "annual planning, Leeds, lee side"),
    ],
)
def test_names_inside_of_texts(text: str, wanted: str) -> None:
    workshop = room(a_participant("p1", name="Ann Lee", role="Lead"), purpose=text)
    assert roles_for_names(workshop).brief.purpose == wanted
    assert (names_in_texts(workshop) > 0) is (text != wanted)


def test_a_first_name_that_two_share_names_both_roles() -> None:
    workshop = room(
        a_participant("p1", name="Ann Lee", role="Lead"),
        a_participant("p2", name="Ann Poe", role="Nurse"),
        purpose="Ann and Ann Poe",
    )
    assert roles_for_names(workshop).brief.purpose == "Lead / Nurse and Nurse"


def test_a_script_without_capitals_and_words() -> None:
    workshop = room(a_participant("p1", name="王芳", role="Lead"), purpose="問王芳吧")
    assert roles_for_names(workshop).brief.purpose == "問Lead吧"


def test_texts_inside_of_texts_and_lists_are_reached() -> None:
    workshop = a_workshop(
        a_participant("p1", name="Ann Lee", role="Lead"),
        a_risk("r1", ideas=("Ask Ann",), tags=("Lee",)),
        a_mitigation("m1", "r1", signal=Signal(where="Ann's desk"), seen_by="Ann Lee"),
    )
    text = everything(roles_for_names(workshop))
    assert "Ann" not in text
    assert '"Lee"' not in text
    assert "Lead's desk" in text


def test_a_facilitator_from_elsewhere_has_no_role_here() -> None:
    workshop = room(a_participant("p1"), facilitator="Kim Oh", purpose="Kim will help")
    found = roles_for_names(workshop).brief
    assert (found.facilitator, found.purpose) == ("", f"{NOBODY} will help")


@pytest.mark.parametrize("name", sample_names())
def test_no_name_is_left_anywhere(name: str) -> None:
    workshop = sample(name)
    text = everything(roles_for_names(workshop))
    for person in workshop.participants.values():
        assert person.name not in text
    assert workshop.brief.facilitator not in text
    assert replace(workshop.brief).facilitator
