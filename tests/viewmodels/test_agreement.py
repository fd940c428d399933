import pytest

from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.agreement import agreement_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def a_room(*rows: str, group: str | None = None) -> Workshop:
    """The impacts of each person for each risk; a dash is not scored."""
    return a_workshop(
        *([Group(id=GroupId(group), position=0, name="Team")] if group else []),
        *(a_participant(f"p{n}", group=group) for n in range(len(rows))),
        *(a_risk(f"r{n}") for n in range(len(rows[0]))),
        *(
            a_score(f"p{person}", f"r{risk}", 3, int(impact))
            for person, row in enumerate(rows)
            for risk, impact in enumerate(row)
            if impact != "-"
        ),
    )


def test_the_sample_says_who_speaks_with_one_voice() -> None:
    found = agreement_view(sample())
    assert (found.word, found.figure) == ("weak", "0.27")
    assert found.caption == (
        "Agreement on the order is weak overall, strong inside Product and design, "
        "fair inside Engineering. Product and design speaks with one voice, Engineering does not."
    )
    assert found.basis == "8 people, 12 risks"


def test_a_room_without_groups_has_one_word() -> None:
    found = agreement_view(a_room("123", "123"))
    assert (found.caption, found.groups) == ("Agreement on the order is strong.", ())


@pytest.mark.parametrize("rows", [("123",), ("12", "12"), ("333", "333")])
def test_too_little_to_compare(rows: tuple[str, ...]) -> None:
    found = agreement_view(a_room(*rows))
    assert (found.word, found.figure) == ("", "")
    assert found.caption == "There is too little to compare."


def test_whoever_scored_too_few_is_counted_and_not_named() -> None:
    found = agreement_view(a_room("123", "123", "1--"))
    assert found.basis == "2 people, 3 risks; 1 person scored too few to count here"


def test_a_group_of_three_is_told() -> None:
    found = agreement_view(a_room("123", "123", "123", group="team"))
    (voice,) = found.groups
    assert (voice.name, voice.word, voice.one_voice) == ("Team", "strong", True)


def test_groups_that_all_or_none_speak_with_one_voice() -> None:
    assert agreement_view(sample("hospital-ward")).caption.endswith(
        "Each of them speaks with one voice: Nursing, Doctors, Estates and logistics."
    )
    alone = agreement_view(a_room("123", "123", "123", group="team"))
    assert alone.caption.endswith("strong inside Team. Team speaks with one voice.")
    apart = agreement_view(a_room("123", "321", "213", group="team"))
    assert apart.caption.endswith("weak inside Team. Team does not speak with one voice.")
