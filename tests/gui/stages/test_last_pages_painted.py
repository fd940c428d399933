"""Names and sentences that break programs are painted on the last four pages as they are."""

from dataclasses import replace
from itertools import cycle, islice

import pytest
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.agree.page import AgreePage
from deskrisk.gui.stages.follow_up.page import FollowUpPage
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.respond.page import RespondPage
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.services.samples import sample
from tests.gui.stages.opened import found, opened
from tests.nasty import NASTY, expected

PAGES: tuple[type[StagePage], ...] = (RankPage, RespondPage, AgreePage, FollowUpPage)
TEXTS = tuple(expected(text) for text in NASTY)
STEP = 10


def with_texts(start: int) -> Workshop:
    """The sample, its names and titles replaced by nasty texts from a place in their list on."""
    workshop = sample()
    texts = islice(cycle(TEXTS), start, None)
    return replace(
        workshop,
        groups={id_: replace(each, name=next(texts)) for id_, each in workshop.groups.items()},
        participants={
            id_: replace(each, name=next(texts)) for id_, each in workshop.participants.items()
        },
        risks={
            id_: replace(each, title=(text := next(texts)), cause=text, consequence=text)
            for id_, each in workshop.risks.items()
        },
        order_moves={
            id_: replace(each, reason=next(texts)) for id_, each in workshop.order_moves.items()
        },
        mitigations={
            id_: replace(each, title=next(texts)) for id_, each in workshop.mitigations.items()
        },
    )


@pytest.mark.parametrize("start", range(0, len(TEXTS), STEP))
@pytest.mark.parametrize("kind", PAGES)
def test_nasty_names_are_painted(qtbot: QtBot, kind: type[StagePage], start: int) -> None:
    page = opened(qtbot, kind, with_texts(start))
    assert not page.grab().isNull()
    if isinstance(page, RankPage):
        page.bar.ways.choose(0)
        assert not page.grab().isNull()


@pytest.mark.parametrize("text", TEXTS)
def test_a_title_is_shown_as_it_is(qtbot: QtBot, text: str) -> None:
    workshop = sample()
    risks = {id_: replace(each, title=text) for id_, each in workshop.risks.items()}
    page = opened(qtbot, RespondPage, replace(workshop, risks=risks))
    assert found(page, TextLabel, "risk_title").text() == text.strip()
