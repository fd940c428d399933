"""A page with several steps of the method leads the guide and the timer along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.stages.rank.page import RankPage
from tests.gui.windows import desk_of, running
from tests.viewmodels.test_difference import after_first


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    room = after_first()
    with running(qtbot, tmp_path, room) as program:
        program.open_workshop(room.id)
        yield desk_of(qtbot, program)


def steps(desk: DeskWindow) -> tuple[str, str | None]:
    """What the guide reads out, and whose time runs."""
    card = desk.guide.card
    assert card is not None
    return card.step, desk.timing.timer.step


def test_the_guide_opens_at_the_step_that_the_page_is_at(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.RANK)
    assert steps(desk) == ("spread", "spread")


def test_guide_and_time_go_on_with_the_page(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.RANK)
    page = desk.pages.page()
    assert isinstance(page, RankPage)
    page.show_way("order")
    assert steps(desk) == ("order", "order")


def test_looking_back_starts_no_time(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.RANK)
    page = desk.pages.page()
    assert isinstance(page, RankPage)
    page.show_way("order")
    page.show_way("answers")
    assert steps(desk) == ("score", "order")


def test_a_line_that_is_read_out_stays_while_the_page_stays_at_its_step(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.RANK)
    desk.guide.step_on(1)
    before = desk.guide.card
    page = desk.pages.page()
    assert isinstance(page, RankPage)
    page.difference.open_next_talk()
    page.show_way("difference")
    assert desk.guide.card == before
