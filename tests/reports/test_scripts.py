from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.services.scripts import missing_scripts
from deskrisk.viewmodels.scripts import script_sentence
from tests.builders import a_fear, a_risk, a_workshop
from tests.cruel import CRUEL


def test_polish_and_greek_are_printed() -> None:
    assert not missing_scripts(CRUEL["crowded"])


def test_scripts_that_the_faces_lack_are_announced_with_examples() -> None:
    found = missing_scripts(a_workshop(a_risk("r1", cause="遅延 한국", event="שלום")))
    assert {(each.script, each.missing, each.characters) for each in found} == {
        ("hebrew", False, 4),
        ("hangul", True, 2),
        ("cjk", True, 2),
    }
    assert {each.example for each in found if each.script == "hangul"} == {"국한"}


def test_what_is_not_printed_is_no_problem() -> None:
    workshop = a_workshop(a_fear("f1", text="遅延"))
    assert not missing_scripts(workshop)
    assert missing_scripts(workshop, DocumentOptions(version=DocumentVersion.ARCHIVE))


def test_it_is_said_in_a_sentence() -> None:
    assert script_sentence("hangul", 2, "한국", missing=True) == (
        "Korean (한국): 2 characters cannot be printed, substitutes stand for them."
    )
    said = script_sentence("georgian", 1, "ა", missing=False)
    assert said == "Georgian (ა): 1 character is printed from left to right."
