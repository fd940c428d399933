"""What the tests of the page Recast read and write; no test of its own."""

from PySide6.QtCore import Qt

from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.recast.page import RecastPage
from tests.builders import a_fear, a_participant, a_risk, a_workshop, an_objective
from tests.gui.stages.pages import focused

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
F1, R1 = FearId("f1"), RiskId("r1")


def fear(page: RecastPage, id_: str = "f1") -> Fear:
    return page.meeting.workshop.fears[FearId(id_)]


def risk(page: RecastPage, number: int = 1) -> Risk:
    return next(r for r in page.meeting.workshop.risks.values() if r.number == number)


def a_sentence(**fields: object) -> Workshop:
    parts = {"cause": "", "event": "", "consequence": "", "title": "", "category": None}
    return a_workshop(
        a_fear("f1"),
        a_participant("p1"),
        an_objective("o1"),
        an_objective("o2"),
        a_risk("r1", fears=(F1,), **{**parts, **fields}),
    )


def at() -> str:
    return focused().objectName()


def wall(page: RecastPage) -> str:
    return page.room.view(page.meeting.workshop).spoken()
