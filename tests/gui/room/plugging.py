"""The program on a real platform with two screens, one of which comes and goes; run by a test.

Started as ``plugging.py FOLDER`` under X11. It writes what the wall may show, as pictures in
``FOLDER/allowed``, and what it noticed, as one line a fact, to ``FOLDER/report``.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.room.painting import paint_wall
from deskrisk.gui.theme import apply_theme, named_theme
from deskrisk.services.fears import name_fear
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from deskrisk.services.scores import reopen_round
from deskrisk.settings import Settings
from deskrisk.viewmodels.show import ShowView

WIDE, HIGH = 1000, 700
LAPTOP = ("LAPTOP", f"{WIDE}/300x{HIGH}/200+0+0", "screen")
PROJECTOR = ("PROJECTOR", f"{WIDE}/300x{HIGH}/200+{WIDE}+0", "none")
CYCLES = 12


class Notes:
    """What was noticed, and every picture that the wall may show."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[tuple[ShowView, int]] = set()
        self.lines: list[str] = []
        (folder / "allowed").mkdir()

    def allow(self, view: ShowView, page: int) -> None:
        """The room may see this from now on; written before it is seen."""
        if (view, page) in self._seen:
            return
        picture = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        paint_wall(painter, QRectF(0, 0, WIDE, HIGH), view, page, "dark")
        painter.end()
        file = self._folder / "allowed" / f"{len(self._seen)}.raw"
        file.write_bytes(bytes(picture.constBits()))
        self._seen.add((view, page))

    def keep(self) -> None:
        """Write the report."""
        (self._folder / "report").write_text("\n".join(self.lines), "utf-8")


def xrandr(*words: str) -> None:
    """Plug a screen in or out."""
    subprocess.run(["xrandr", *words], check=True, capture_output=True)


def until(app: QApplication, met: Callable[[], object], seconds: float = 5.0) -> bool:
    """Go on until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        if met():
            return True
    return False


def rest(app: QApplication, seconds: float = 0.04) -> None:
    """Let windows be painted, as a person would."""
    until(app, lambda: False, seconds)


def walk(app: QApplication, desk: DeskWindow) -> None:
    """Through all stages, with curtain and pages, as in a meeting."""
    for stage in Stage:
        desk.pages.show_stage(stage)
        rest(app)
        if stage is Stage.NAME:
            name_fear(desk.meeting, "Nobody may read this on the wall")
            rest(app)
            desk.meeting.undo()
        for key in ("wall.curtain", "wall.next", "wall.before", "wall.curtain"):
            desk.actions_by_key[key].trigger()
            rest(app, 0.02)


def plug_in_and_out(app: QApplication, desk: DeskWindow, notes: Notes) -> None:
    """The projector comes, the meeting goes on, the projector goes."""
    room = desk.wall.room
    for cycle in range(CYCLES):
        xrandr("--setmonitor", *PROJECTOR)
        back = until(app, lambda: room.window is not None and room.window.isVisible())
        window = room.window
        on = window.screen().name() if back and window is not None else "nowhere"
        notes.lines.append(f"plugged {cycle} {on}")
        if cycle % 4 == 0:
            walk(app, desk)
        rest(app)
        xrandr("--delmonitor", PROJECTOR[0])
        gone = until(app, lambda: room.window is not None and not room.window.isVisible())
        notes.lines.append(f"unplugged {cycle} {'hidden' if gone else 'seen'}")
        if cycle % 4 == 1:
            walk(app, desk)
        rest(app)


def main(folder: Path) -> int:
    """Play it."""
    app = QApplication([])
    apply_theme(app, named_theme("light"))
    xrandr("--setmonitor", *LAPTOP)
    xrandr("--setmonitor", *PROJECTOR)
    if not until(app, lambda: len(app.screens()) == 2):
        return 2
    notes = Notes(folder)
    library = Library.open(folder / "library.db")
    library.add(sample())
    settings = Settings(geometry=(0, 0, WIDE, HIGH), theme="light", wall_theme="dark")
    program = Program(app, library, settings)
    program.start()
    program.open_workshop(sample().id)
    desk = program.desk
    if desk is None:
        return 3
    for round_ in (2, 1):
        reopen_round(desk.meeting, round_)  # answers are private again
    desk.show_of_room.clock = lambda _now: None
    room = desk.wall.room
    show_view = room.show.view

    def noted(workshop: Workshop, now: float = 0.0) -> ShowView:
        view = show_view(workshop, now)
        notes.allow(view, room.show.state.page)
        return view

    room.show.view = noted  # type: ignore[method-assign]  # to know it before it is painted
    desk.pages.show_stage(Stage.PREPARE)
    desk.actions_by_key["wall.room"].trigger()
    until(app, lambda: room.window is not None and room.window.isVisible())
    walk(app, desk)
    xrandr("--delmonitor", PROJECTOR[0])
    until(app, lambda: room.waits)
    plug_in_and_out(app, desk, notes)
    notes.lines.append(f"stages {len(Stage)}")
    notes.keep()
    program.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
