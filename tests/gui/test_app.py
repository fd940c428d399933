"""The whole program in a process of its own: polite ends, a second start, faults."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from deskrisk.settings import log_folder

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 30

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from deskrisk.gui import app
from deskrisk.gui.program import Program

def say(word):
    print(word, flush=True)

opened = Program._show_desk
def show_desk(self, meeting):
    opened(self, meeting)
    say("desk " + meeting.workshop.id)
    {on_desk}
Program._show_desk = show_desk
started = Program.start
def start(self):
    started(self)
    say("home")
Program.start = start
file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(app.run(Path(sys.argv[1]), file, sample={sample}))
"""

TYPE = """
    notes = self.desk.guide.notes
    notes.setFocus()
    notes.insertPlainText("typed and not yet handed over")
    say("typed")
"""
FAIL = """
    QTimer.singleShot(0, lambda: {}["a word of a person"])
    def look():
        dialog = QApplication.activeModalWidget()
        say("told " + dialog.objectName())
        dialog.reject()
        QTimer.singleShot(0, QApplication.quit)
    QTimer.singleShot(300, look)
"""


def start(library: Path, *more: str, sample: bool = False, on_desk: str = "pass") -> "Running":
    script = START.replace("{sample}", str(sample)).replace("{on_desk}", on_desk.strip())
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return Running(
        subprocess.Popen(
            [sys.executable, "-c", script, str(library), *more],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=ROOT,
        )
    )


class Running:
    """A program that was started, and what it says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def until(self, word: str) -> str:
        """Wait until it says something that begins so."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(word):
                return line.strip()
        raise AssertionError(self.process.stderr.read() if self.process.stderr else "")

    def end(self) -> int:
        """Wait until it ends; its exit status."""
        return self.process.wait(SECONDS)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def stopped_at_the_end() -> Iterator[list[Running]]:
    programs: list[Running] = []
    yield programs
    for each in programs:
        each.process.kill()
        each.process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_polite_end_stores_what_is_being_typed(
    library: Path, ending: signal.Signals, stopped_at_the_end: list[Running]
) -> None:
    program = start(library, sample=True, on_desk=TYPE)
    stopped_at_the_end.append(program)
    program.until("typed")
    program.process.send_signal(ending)
    assert program.end() == 0
    with Library.open(library) as kept:
        notes = kept.workshop(sample().id).stage_notes.values()
    assert "typed and not yet handed over" in {note.private for note in notes}


def test_a_second_start_opens_its_file_in_the_first(
    library: Path, stopped_at_the_end: list[Running]
) -> None:
    first = start(library)
    stopped_at_the_end.append(first)
    first.until("home")
    file = ROOT / "resources" / "samples" / "question-suggestions.deskrisk"
    second = start(library, str(file))
    stopped_at_the_end.append(second)
    assert first.until("desk") == f"desk {sample().id}"
    assert second.end() == 0


def test_a_fault_is_told_calmly_and_logged_without_words(
    library: Path, stopped_at_the_end: list[Running]
) -> None:
    program = start(library, sample=True, on_desk=FAIL)
    stopped_at_the_end.append(program)
    assert program.until("told") == "told ask"
    assert program.end() == 0
    log = (log_folder() / "deskrisk.log").read_text("utf-8")
    assert "builtins.KeyError" in log
    assert "a word of a person" not in log
    with Library.open(library) as kept:
        assert kept.workshop(sample().id) == sample()


def test_a_library_that_is_none_is_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.db"
    foreign.write_text("this is something else")
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; from deskrisk.gui import app;"
        "made = QApplication([]);"
        "QTimer.singleShot(200, lambda: made.activeModalWidget().reject());"
        "sys.exit(app.run(Path(sys.argv[1]), None))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(foreign)],
        env=environment,
        timeout=SECONDS,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 1
    assert foreign.read_text() == "this is something else"
