"""How long the home window takes to stand, against an empty window of the same toolkit."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.clock import Result

PAIRS = 11
ROOT = Path(__file__).resolve().parent.parent

FLOOR = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow

class Eye(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False

app = QApplication([])
window = QMainWindow()
window.addToolBar("Tools").addAction("One")
rows = QListWidget()
rows.addItems([f"Workshop {at}" for at in range(50)])
window.setCentralWidget(rows)
window.resize(1280, 800)
eye = Eye()
rows.viewport().installEventFilter(eye)
window.show()
sys.exit(app.exec())
"""
"""A window with a tool bar and a list of fifty rows."""

HOME = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from deskrisk.gui import app as door

class Eye(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and self.list.rows.rowCount():
            self.list.viewport().removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return False

eye = Eye()
shown = door.Program.start
def start(program):
    eye.list = program.home.list
    eye.list.viewport().installEventFilter(eye)
    shown(program)
door.Program.start = start
door.WARM_UP_MS = 60_000
sys.exit(door.run(Path(sys.argv[1]), None))
"""
"""The program itself, until its list of workshops has been painted once."""


def results(library: Path) -> Iterator[Result]:
    """Wall and processor time of the start, in ratios to the floor, pair by pair."""
    _once(FLOOR)
    _once(HOME, str(library))
    pairs = [(_once(FLOOR), _once(HOME, str(library))) for _pair in range(PAIRS)]
    floors = [floor for floor, _home in pairs]
    homes = [home for _floor, home in pairs]
    for name, part, limit in (("wall", 0, 1.2), ("processor", 1, 1.25)):
        yield Result(name=f"R1 floor window, {name}", runs=tuple(each[part] for each in floors))
        yield Result(name=f"R1 home of 10,000, {name}", runs=tuple(each[part] for each in homes))
        ratios = tuple(home[part] / floor[part] for floor, home in pairs)
        yield Result(name=f"R1 start, {name} / floor", runs=ratios, limit=limit, unit="x")


def _once(code: str, *words: str) -> tuple[float, float]:
    """Wall and processor time of one whole process, in milliseconds."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    kept = str(ROOT / "build" / "bench")
    environment |= {"XDG_CONFIG_HOME": kept, "XDG_STATE_HOME": kept}
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *words], env=environment, cwd=ROOT, check=True)
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return 1000 * wall, 1000 * used
