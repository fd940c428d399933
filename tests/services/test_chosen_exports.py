"""What was chosen is what is shown and what is written; words are released one by one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from deskrisk.domain.documents import DocumentVersion, PageSize
from deskrisk.domain.errors import BrokenSealError
from deskrisk.domain.file_errors import FileMissingError, NotAFileError, NotAPictureError
from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.ids import ClusterId, FearId, VersionId
from deskrisk.domain.parts import in_order, put
from deskrisk.reports.page_pictures import page_pictures
from deskrisk.services.chosen_exports import export_chosen, preview_chosen
from deskrisk.services.meeting import Meeting
from deskrisk.services.preview import MOST_LOGO_BYTES, read_logo
from deskrisk.services.releasing import release_fear, release_pile
from deskrisk.services.samples import sample
from deskrisk.settings import Settings
from deskrisk.viewmodels.exporting import (
    ExportChoice,
    export_name,
    frozen_options,
    release_rows,
    remembered,
    to_remember,
)
from tests.builders import a_risk, a_workshop

NOW = datetime(2025, 3, 11, 16, tzinfo=UTC)


def test_the_pictures_are_the_pages_of_the_file(tmp_path: Path) -> None:
    choice = ExportChoice(version=DocumentVersion.SUMMARY, page=PageSize.LETTER)
    pictures, lost = preview_chosen(sample(), choice, 300, now=NOW)
    export_chosen(sample(), choice, tmp_path / "out.pdf", now=NOW)
    assert len(pictures) == len(PdfReader(tmp_path / "out.pdf").pages) == 1
    (page,) = pictures
    assert page.width == 300
    assert abs(page.height / page.width - 11 / 8.5) < 0.01
    assert len(page.pixels) == page.width * page.height * 4
    assert min(page.pixels[::4]) < 100 < max(page.pixels[::4])  # something is printed on it
    assert lost == ()


def test_nobody_waits_for_pages_that_are_not_wanted_any_more() -> None:
    pictures, _lost = preview_chosen(sample(), ExportChoice(), 200, now=NOW, cancelled=lambda: True)
    assert pictures == ()


def test_very_many_pages_are_drawn_smaller(tmp_path: Path) -> None:
    choice = ExportChoice(version=DocumentVersion.ARCHIVE)
    export_chosen(sample("hospital-ward"), choice, tmp_path / "out.pdf", now=NOW)
    pages = list(page_pictures((tmp_path / "out.pdf").read_bytes(), 9_000))
    assert sum(len(page.pixels) for page in pages) < 130_000_000


def test_a_broken_version_is_neither_shown_nor_written(tmp_path: Path) -> None:
    frozen = freeze(sample(), VersionId("v1"), date(2025, 3, 11))
    version = frozen.versions[VersionId("v1")]
    broken = put(frozen, replace(version, snapshot=f"{version.snapshot} "))
    choice = ExportChoice(frozen="v1")
    with pytest.raises(BrokenSealError):
        preview_chosen(broken, choice, 200, now=NOW)
    with pytest.raises(BrokenSealError):
        export_chosen(broken, choice, tmp_path / "out.pdf", now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_the_name_says_which_version_it_is() -> None:
    workshop = freeze(replace(sample()), VersionId("v1"), date(2025, 3, 11))
    title = "Question suggestions what could go wrong, and what we will do about it"
    assert export_name(workshop, ExportChoice(), ".pdf") == f"{title}.pdf"
    short = a_workshop(a_risk("r1"))
    choice = ExportChoice(version=DocumentVersion.SUMMARY)
    assert export_name(short, choice, ".pdf") == "Trial - summary.pdf"
    assert next(words for _key, words in frozen_options(workshop)) == "As it is now"


def test_choices_are_remembered_but_never_the_private_notes() -> None:
    workshop = a_workshop(a_risk("r1"))
    choice = ExportChoice(
        format="xlsx",
        version=DocumentVersion.ARCHIVE,
        roles_for_names=True,
        private_notes=True,
        page=PageSize.LETTER,
        organisation="Harbour",
        logo="/somewhere/logo.png",
    )
    kept = to_remember(Settings(), choice, Path("/somewhere"), workshop)
    assert kept.export_folder == "/somewhere"
    assert remembered(kept, workshop) == replace(choice, private_notes=False)
    own = replace(workshop, brief=replace(workshop.brief, organisation="Its own"))
    assert remembered(kept, own).organisation == "Its own"
    odd = replace(kept, export_version="?", export_page="?")
    assert remembered(odd, workshop).version is DocumentVersion.TEAM


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("gone.png", None, FileMissingError),
        ("text.png", b"no picture", NotAPictureError),
        ("huge.png", b"\x89PNG\r\n\x1a\n" + bytes(MOST_LOGO_BYTES), NotAPictureError),
    ],
)
def test_what_is_no_logo_is_refused(
    tmp_path: Path, name: str, content: bytes | None, problem: type[Exception]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(problem):
        read_logo(tmp_path / name)
    with pytest.raises(NotAFileError):
        read_logo(tmp_path)


def test_nothing_is_released_before_somebody_does_it_and_all_of_it_can_be_undone() -> None:
    meeting = Meeting(sample())
    fear = next(iter(sorted(meeting.workshop.fears)))
    pile = in_order(meeting.workshop.clusters)[0].id
    assert not [row for row in release_rows(meeting.workshop) if row.strong]
    release_fear(meeting, FearId(fear), released=True)
    release_pile(meeting, ClusterId(pile), released=True)
    assert meeting.workshop.fears[FearId(fear)].released
    assert [row.key for row in release_rows(meeting.workshop) if row.strong] == [("pile", pile)]
    release_pile(meeting, ClusterId(pile), released=False)
    for _step in range(3):
        meeting.undo()
    assert meeting.workshop == sample()
