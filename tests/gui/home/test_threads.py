"""Nothing that the home window does asks the disk on the thread of the window."""

import threading
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import write_workshop_file
from tests.builders import a_workshop
from tests.gui.windows import running


def test_the_window_never_reads_or_writes_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "sample.deskrisk"
    write_workshop_file(sample(), file)
    many = [a_workshop(id=f"t{at}", title=f"Workshop {at}") for at in range(60)]
    with running(qtbot, tmp_path, *many) as program:
        home, here = program.home, threading.get_ident()
        library = program.library
        library.search("warm")
        assert library._seeker is not None
        told: dict[str, set[int]] = {"reader": set(), "seeker": set(), "writer": set()}
        connections = (library._reader._raw, library._seeker._raw, library._writer._raw)
        for name, connection in zip(told, connections, strict=True):
            seen = told[name]
            connection.set_trace_callback(lambda _text, s=seen: s.add(threading.get_ident()))
        program.show_home()
        home.list.rows.fetchMore(home.list.rootIndex())
        qtbot.waitUntil(lambda: home.list.rows.rowCount() == 60)
        program.feed.show_wish(Wish(shelf=Shelf.ARCHIVED))
        program.feed.show_wish(Wish())
        QTest.keyClicks(home.bar.field, "workshop 5")
        qtbot.waitUntil(lambda: home.hits.rows.rowCount() > 0)
        home.leave_search()
        program.open_workshop(WorkshopId("t3"))
        program.back_home()
        program.open_file(file)
        program.back_home()
        program.filing.archive(WorkshopId("t3"))
        program._menu._offers(None)
        program._menu._beginnings.offers()
        assert all(told.values())  # something was asked on each of them
        assert here not in set().union(*told.values())
        for connection in connections:
            connection.set_trace_callback(None)
