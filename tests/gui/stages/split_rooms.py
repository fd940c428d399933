"""Rooms whose answers are far apart, and what the page Rank says of them."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.opened import found


def a_split_room(people: int = 4, risks: int = 3, **fields: Any) -> Workshop:
    """Half of the people fear each risk and half do not; the first round is closed."""
    room = a_workshop(
        *(a_participant(f"p{n}") for n in range(1, people + 1)),
        *(a_risk(f"r{n}") for n in range(1, risks + 1)),
        *(
            a_score(f"p{n}", f"r{risk}", 1 if n % 2 else 5, 3)
            for risk in range(1, risks + 1)
            for n in range(1, people + 1)
        ),
        **fields,
    )
    return replace(room, progress=replace(room.progress, round_closed=1))


def primary(page: RankPage) -> str:
    return found(page, PrimaryButton, "primary").words()


def on_wall(page: RankPage) -> Scene:
    return page.room.state.scene


def label(page: QWidget, name: str) -> str:
    return found(page, QLabel, name).text()
