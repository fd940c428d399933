import pytest

from deskrisk.domain.errors import DeskError
from deskrisk.domain.library import (
    AlreadyThereError,
    DamagedLibraryError,
    Finding,
    ForeignFileError,
    Health,
    HealthProblem,
    LibraryBusyError,
    LibraryFullError,
    LibraryGoneError,
    LibraryLockedError,
    NewerLibraryError,
    NoSuchWorkshopError,
    ReadOnlyLibraryError,
    SeveralWorkshopsError,
    StorageError,
)
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.viewmodels.library import health_lines
from deskrisk.viewmodels.problems import sentence


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (LibraryBusyError(12), "open already"),
        (LibraryLockedError(), "Another program"),
        (NewerLibraryError(7, 1), "version 7"),
        (DamagedLibraryError(), "damaged"),
        (DamagedLibraryError(empty=True), "empty"),
        (DamagedLibraryError(workshop=WorkshopId("w")), "This workshop is damaged"),
        (ForeignFileError(), "not a DeskRisk library"),
        (LibraryFullError(), "no room"),
        (ReadOnlyLibraryError(), "may not be written"),
        (LibraryGoneError(), "not where it was"),
        (StorageError("SQLITE_IOERR"), "Nothing is lost"),
        (AlreadyThereError(WorkshopId("w")), "already"),
        (NoSuchWorkshopError("Spring"), "no workshop Spring"),
        (SeveralWorkshopsError("re", ("Spring release", "Autumn release")), "Spring release; Aut"),
    ],
)
def test_every_trouble_with_the_library_has_its_sentence(error: DeskError, says: str) -> None:
    found = sentence(error)
    assert says in found
    assert type(error).__name__ not in found
    assert found.endswith(".")


def test_health_is_one_line_for_each_finding_and_a_sum() -> None:
    assert health_lines(Health(workshops=1)) == ("Everything is in order. 1 workshop read.",)
    findings = (
        Finding(problem=HealthProblem.FILE),
        Finding(problem=HealthProblem.LINKS, count=2),
        Finding(problem=HealthProblem.UNREADABLE, workshop=WorkshopId("w1")),
        Finding(problem=HealthProblem.CHANGED, workshop=WorkshopId("w1")),
        Finding(problem=HealthProblem.UNSOUND, workshop=WorkshopId("w2"), count=3),
    )
    lines = health_lines(Health(workshops=2, findings=findings))
    assert len(lines) == 6
    assert "w1" in lines[2]
    assert "w2 holds 3" in lines[4]
    assert lines[5] == "2 workshops read."
