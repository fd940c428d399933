"""What a key on the page Recast takes with 120 risks and 300 fears, until it is painted."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

from bench.clock import Result, measure
from bench.rooms import a_room
from deskrisk.domain.model.fears import Cluster, Fear
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop

RISKS, FEARS, PILES = 120, 300, 12
FRAME = 1000 / 60
"""Milliseconds from one picture of a screen to the next."""


def results() -> Iterator[Result]:
    """Keys on the page, each on its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Only who measures the pages needs Qt; the other measurements start without it.
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from deskrisk.gui.stages.recast.page import RecastPage  # noqa: PLC0415
    from deskrisk.gui.theme import apply_theme, named_theme  # noqa: PLC0415
    from deskrisk.gui.widgets.handover import flush_fields  # noqa: PLC0415
    from deskrisk.services.meeting import Meeting  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101  the line above made it
    apply_theme(app, named_theme("light"))
    page = RecastPage(Meeting(a_full_board()))
    page.meeting.listen(page.refresh)

    def seen_by_the_room(_state: object) -> None:
        page.room.view(page.meeting.workshop)

    page.room.listen(seen_by_the_room)
    page.resize(1052, 640)
    page.refresh(None)
    page.show()
    page.activateWindow()

    def pressed(field: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> Callable[[], None]:
        def press() -> None:
            QTest.keyClick(field, key, held)
            app.processEvents()

        return press

    def handed_over() -> None:
        QTest.keyClick(page.first_focus(), Qt.Key.Key_A)
        flush_fields(page)
        app.processEvents()

    def kind_chosen() -> None:
        kinds = (Qt.Key.Key_1, Qt.Key.Key_2)
        risk = page.risk_now()
        first = risk is not None and risk.category == FIXED_CATEGORIES[0]
        QTest.keyClick(cause, kinds[first], alt)
        app.processEvents()

    def found_by_letter() -> None:
        find.clear_entry()
        QTest.keyClick(find, Qt.Key.Key_7)
        app.processEvents()

    plain, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    control = Qt.KeyboardModifier.ControlModifier
    cause, find = page.first_focus(), page.parts.find
    cause.setFocus()
    app.processEvents()
    for name, act in (
        ("a letter of the sentence", pressed(cause, Qt.Key.Key_A, plain)),
        ("a letter, handed over", handed_over),
        ("the next fear", pressed(cause, Qt.Key.Key_PageDown, control)),
        ("the kind", kind_chosen),
        ("a letter that finds a risk", found_by_letter),
    ):
        yield measure(f"recast, {RISKS} risks, {FEARS} fears: {name}", act, limit=FRAME)
    page.hide()


def a_full_board() -> Workshop:
    """A workshop of so many risks and fears, in piles, each fear with a risk or two."""
    room = a_room(RISKS, 3)
    piles = [ClusterId(f"c{number}") for number in range(PILES)]
    fears = [
        Fear(
            id=FearId(f"f{number}"),
            text=f"A fear that somebody has said in a sentence of usual length, {number}",
            cluster=piles[number % PILES],
        )
        for number in range(FEARS)
    ]
    risks = {
        id_: replace(
            risk,
            title=f"A risk of usual length, {risk.number}",
            cause="review takes four days",
            event="a change that nobody has read may reach members",
            consequence="members wait for a day",
            fears=tuple(fear.id for fear in fears[place * 2 : place * 2 + 3]),
        )
        for place, (id_, risk) in enumerate(room.risks.items())
    }
    return replace(
        room,
        clusters={
            id_: Cluster(id=id_, position=place, name=f"Pile {place}")
            for place, id_ in enumerate(piles)
        },
        fears={fear.id: fear for fear in fears},
        risks=risks,
    )
