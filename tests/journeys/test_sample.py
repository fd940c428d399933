"""The sample as somebody meets it first: the window by one command, the document by another."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.signoff import RESERVATION
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from tests.papers import bare

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 60
AGREED = ["r02", "r08", "r03", "r04", "r10", "r07"]
"""The risks above the cut line, as the sample's people agreed on them."""

WATCHED = """
import runpy, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Eye(QObject):
    said = False
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen.objectName() == "follow_up_page":
            if not self.said:
                self.said = True
                print("painted", seen.window().windowTitle(), flush=True)
        return False

application = QApplication(["deskrisk"])
eye = Eye()
application.installEventFilter(eye)
sys.argv = ["deskrisk", "--sample"]
runpy.run_module("deskrisk", run_name="__main__")
"""


@contextmanager
def program(*command: str) -> Iterator["subprocess.Popen[str]"]:
    """A program that was started, and is gone at the end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_the_window_opens_on_the_sample_and_ends_politely(own_folders: Path) -> None:
    with program("-c", WATCHED) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"painted {sample().brief.title} · DeskRisk\n"
        process.send_signal(signal.SIGTERM)
        said, complaints = process.communicate(timeout=SECONDS)
    assert (process.returncode, said, complaints) == (0, "", "")
    (path,) = own_folders.rglob("library.db")
    with Library.open(path) as library:
        assert library.workshop(sample().id) == sample()
        assert library.check().ok


def test_the_exported_document_holds_what_was_agreed(tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    file = ROOT / "resources" / "samples" / "question-suggestions.deskrisk"
    with program("-m", "deskrisk", "export", str(file), "--to", str(path)) as process:
        _said, complaints = process.communicate(timeout=SECONDS)
    assert (process.returncode, complaints) == (0, "")
    found = bare("\n".join(page.extract_text() for page in PdfReader(path).pages))
    check_order(found, sample())
    check_words(found, sample())


def check_order(found: str, workshop: Workshop) -> None:
    """All titles in the agreed order, the cut line between the sixth and the seventh."""
    order = standing_order(workshop)
    assert len(order) == 12
    assert list(must_respond(workshop)) == AGREED
    assert list(order[: len(AGREED)]) == AGREED
    places = [found.find(bare(workshop.risks[risk].title)) for risk in order]
    assert -1 not in places
    assert places == sorted(places)
    assert places[5] < found.find("Cutline") < places[6]


def check_words(found: str, workshop: Workshop) -> None:
    """Every owner, every signal, and the one reservation."""
    owners = {response.owner for response in workshop.responses.values()}
    owners |= {promise.owner for promise in workshop.mitigations.values()}
    for owner in owners:
        assert owner is not None
        assert bare(workshop.participants[owner].name) in found
    for promise in workshop.mitigations.values():
        assert promise.signal is not None
        assert bare(promise.signal.statement) in found
    (reservation,) = (each for each in workshop.stances.values() if each.level == RESERVATION)
    assert bare(reservation.comment) in found
