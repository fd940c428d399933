"""A group that is too small is compared nowhere: not on the page, a wall, a chart, or in a file.

Its name is a person's group and may stand beside that person; so every text is held against the
same workshop without any answer. What names the group only where there are answers says something
of them, unless it says that nothing is shown.
"""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.groups import group_exposures, worry
from deskrisk.domain.model.brief import Anonymity, Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.gui.stages.rank.charts import pictures
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.services.exports import FORMATS, ExportFormat, export_workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show import show_view
from tests.gui.windows import desk_of, running

SMALL, LARGE = "Crewoffices", "Crewnursing"
"""Names that nothing else has; of the first there are two, of the second four."""


def ward(anonymity: Anonymity = Anonymity.ROLE_ONLY) -> Workshop:
    """The ward with such names, and without what people wrote about each other."""
    room = sample("hospital-ward")
    groups = {id_: replace(group, name=f"Crew{id_}") for id_, group in room.groups.items()}
    return replace(
        room,
        brief=replace(room.brief, anonymity=anonymity),
        groups=groups,
        discussion_notes={},
    )


def unanswered(room: Workshop) -> Workshop:
    return replace(room, scores={}, ballots={}, duels={})


def hidden_words(room: Workshop) -> str:
    """The one sentence that may name a hidden group beside the answers: that it is hidden."""
    return hedging_view(room).hidden


def test_the_sample_hides_a_group_and_shows_another() -> None:
    room = ward()
    assert "offices" not in worry(room).groups
    assert "nursing" in worry(room).groups
    assert SMALL in hidden_words(room)
    shown = [
        each for row in group_exposures(room).values() for each in row if each.group == "offices"
    ]
    assert all(each.hidden and each.median is None for each in shown)


@pytest.mark.parametrize("scene", list(Scene), ids=lambda scene: scene.value)
def test_no_scene_on_the_wall_compares_it(scene: Scene) -> None:
    room = ward()
    for subject in ("", *room.risks):
        said = show_view(room, ShowState(scene=scene, subject=subject)).spoken()
        assert SMALL not in said.replace(hidden_words(room), "")


def test_a_large_group_is_on_the_wall() -> None:
    said = show_view(ward(), ShowState(scene=Scene.HEDGING)).spoken()
    assert LARGE in said


@pytest.mark.parametrize("anonymity", [Anonymity.ROLE_ONLY, Anonymity.ANONYMOUS])
def test_no_text_of_the_page_compares_it(
    qtbot: QtBot, tmp_path: Path, anonymity: Anonymity
) -> None:
    """In a room that is a whole, no group at all."""
    room = ward(anonymity)
    hidden = hidden_words(room)
    with running(qtbot, tmp_path, room) as program:
        program.open_workshop(room.id)
        desk = desk_of(qtbot, program)
        desk.wall.room.open()
        desk.pages.show_stage(Stage.RANK)
        page = desk.pages.page()
        assert isinstance(page, RankPage)
        page.show_way("answers")
        said = "".join(walked(page))
        desk.wall.room.close()
    names = (
        (SMALL,)
        if anonymity is Anonymity.ROLE_ONLY
        else tuple(group.name for group in room.groups.values())
    )
    assert not [name for name in names if name in said.replace(hidden, "")]
    assert (LARGE in said) is (anonymity is Anonymity.ROLE_ONLY)


def walked(page: RankPage) -> list[str]:
    """What the difference and the order say, row by row, talk by talk, picture by picture."""
    found = []
    page.show_way("difference")
    part = page.difference.main
    for row in part.list.rows():
        part.list.show_current(row.risk)
        found += [part.said.text(), part.list.accessibleDescription(), part.list.toolTip()]
        page.difference.open_talk(row.risk)
        talk = page.difference.talk
        found += [talk.ask.text(), talk.figures.text(), talk.strip.accessibleDescription()]
        page.difference.show_list()
    found.append(part.agreement.text())
    for picture in pictures():
        part.show_picture(picture.key)
        found += [part.chart_said.text(), part.chart.accessibleDescription()]
    page.show_way("order")
    found += [row.spoken for row in page.order.main._view.rows]
    found.append(page.room.view(page.meeting.workshop).spoken())
    return found


def written(path: Path) -> str:
    """All that a file says, whatever it is packed in."""
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        pages = "".join(page.extract_text() for page in reader.pages)
        return f"{pages}{dict(reader.metadata or {})}"
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return "".join(
                packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            )
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("version", list(DocumentVersion), ids=lambda version: version.value)
@pytest.mark.parametrize(
    "kind", [each for each in FORMATS if not each.whole], ids=lambda kind: kind.key
)
def test_no_file_compares_it(tmp_path: Path, kind: ExportFormat, version: DocumentVersion) -> None:
    room = ward()
    now = datetime(2025, 9, 1, tzinfo=UTC)

    def text(workshop: Workshop, name: str) -> str:
        path = tmp_path / f"{name}{kind.suffix}"
        export_workshop(workshop, path, now=now, options=DocumentOptions(version=version))
        return squeezed(written(path))

    hidden = squeezed(hidden_words(published(room, DocumentOptions(version=version))))
    said = text(room, "with").replace(hidden, "")
    assert said.count(SMALL) <= text(unanswered(room), "without").count(SMALL)


def squeezed(text: str) -> str:
    """Without spaces and breaks, which a page sets as it likes."""
    return "".join(text.split())
