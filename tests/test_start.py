"""The first window stands before anything heavy is loaded; looked at in a fresh interpreter."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

HEAVY = {
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "alembic",
    "numpy",
    "matplotlib",
    "reportlab",
    "PIL",
    "asyncio",
    "http.server",
    "sqlite3",
}
"""What must not be loaded when the first window stands. The standard library's database module is
among them: it must never touch the file that the other driver has open."""

FILL = """
import sys
from pathlib import Path
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
library = Library.open(Path(sys.argv[1]))
library.add(sample())
library.close()
"""

LOOK = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from deskrisk.gui import app as door

class Eye(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen is self.wall:
            QTimer.singleShot(0, self, self.report)
            self.wall = None
        return False
    def report(self):
        found = {"title": self.home.windowTitle(), "visible": self.home.isVisible(),
                 "rows": self.list.model().rowCount(), "modules": sorted(sys.modules)}
        print(json.dumps(found))
        QApplication.quit()

application = QApplication([])
eye = Eye()
shown = door.Program.start
def start(program):
    from PySide6.QtWidgets import QAbstractItemView
    eye.home = program.home
    views = program.home.findChildren(QAbstractItemView)
    shown(program)
    eye.list = next(view for view in views if view.isVisible() and view.model().rowCount())
    eye.wall = eye.list.viewport()
    application.installEventFilter(eye)
door.Program.start = start
door.WARM_UP_MS = 60_000
sys.exit(door.run(Path(sys.argv[1]), None))
"""


def python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    python(FILL, str(path))
    return path


def test_the_home_window_shows_its_list_before_anything_heavy_is_loaded(
    library: Path,
) -> None:
    first_window: dict[str, Any] = json.loads(python(LOOK, str(library)).splitlines()[-1])
    assert first_window["visible"]
    assert first_window["title"].endswith("DeskRisk")
    assert first_window["rows"] == 1
    assert not HEAVY & set(first_window["modules"])


def test_the_commands_load_no_window_and_nothing_heavy(library: Path) -> None:
    code = (
        "import json, sys\n"
        "from deskrisk.main import main\n"
        "status = main(['--library', sys.argv[1], 'list'])\n"
        "print(json.dumps([status, sorted(sys.modules)]))"
    )
    said = python(code, str(library)).splitlines()
    status, modules = json.loads(said[-1])
    assert status == 0
    assert any("Question suggestions" in line for line in said[:-1])
    assert not ((HEAVY - {"asyncio"}) | {"PySide6"}) & set(modules)
