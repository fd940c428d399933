"""The desk and the room on two screens of different sharpness, without hardware; run by a test.

Started as ``two_screens.py FOLDER``; says one line a fact.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.program import Program
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from deskrisk.settings import Settings


def main(folder: Path) -> int:
    """Play it."""
    app = QApplication([])
    library = Library.open(folder / "library.db")
    library.add(sample())
    program = Program(app, library, Settings(geometry=(0, 0, 1280, 720)))
    program.start()
    program.open_workshop(sample().id)
    desk = program.desk
    if desk is None:
        return 1
    app.processEvents()
    QTest.keyClick(desk, Qt.Key.Key_F5)
    app.processEvents()
    window = desk.wall.room.window
    if window is None:
        return 2
    place = window.geometry()
    facts = {
        "desk": desk.screen().name(),
        "room": window.screen().name(),
        "full": window.isFullScreen(),
        "size": f"{place.width()}x{place.height()}",
        "sharpness": window.devicePixelRatioF(),
        "pixels": window.grab().width(),
        "kept": program.settings.room_screen,
    }
    for stage in Stage:
        desk.pages.show_stage(stage)
        app.processEvents()
        if stage is Stage.NAME:
            note = desk.wall.picture.note
            facts["note"] = note.text() if note.isVisible() else "none"
            facts["covered"] = desk.wall.room.view.curtain
    handle = desk.windowHandle()
    handle.setScreen(window.screen())
    app.processEvents()
    facts["desk moved"] = desk.screen().name()
    facts["room then"] = window.screen().name() if window.isVisible() else "hidden"
    sys.stdout.write("".join(f"{key}: {value}\n" for key, value in facts.items()))
    program.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
