import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from deskrisk.domain.errors import RangeError
from deskrisk.gui.crash import CrashLog, describe

SAID = "nobody trusts the lead"


def fault(text: str) -> None:
    raise ValueError(text)


def test_a_report_names_places_and_no_words_of_people() -> None:
    with pytest.raises(ValueError, match=SAID) as caught:
        fault(SAID)
    report = describe(ValueError, caught.tb)
    assert SAID not in report
    assert report.startswith("builtins.ValueError")
    assert "tests/gui/test_crash.py" in report
    assert " fault" in report


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path / "log")


def test_what_nobody_caught_is_written_and_told_once(log: CrashLog) -> None:
    told: list[str] = []
    log.happened.connect(told.append)
    before = sys.excepthook
    log.install()
    try:
        for kind in (ValueError(SAID), RangeError("risks", "title", SAID, "")):
            sys.excepthook(type(kind), kind, None)
    finally:
        log.uninstall()
        qInstallMessageHandler(None)
    text = log.path.read_text("utf-8")
    assert len(told) == 2
    assert SAID not in text
    assert "builtins.ValueError" in text
    assert "RangeError" in text
    assert sys.excepthook is before


def test_a_fault_of_a_thread_is_written_too(log: CrashLog) -> None:
    log.install()
    try:
        thread = threading.Thread(target=fault, args=(SAID,))
        thread.start()
        thread.join()
    finally:
        log.uninstall()
        qInstallMessageHandler(None)
    text = log.path.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert SAID not in text


def test_what_qt_says_is_written_without_its_end(log: CrashLog) -> None:
    log.install()
    try:
        qWarning(f"QString::arg: Argument missing: {SAID}")
    finally:
        log.uninstall()
        qInstallMessageHandler(None)
    text = log.path.read_text("utf-8")
    assert "QString::arg" in text
    assert QtMsgType.QtWarningMsg.name in text
    assert SAID not in text


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = CrashLog(tmp_path / "file" / "log")
    log.write("nothing")
    log.install()
    log.uninstall()
    qInstallMessageHandler(None)
    assert not log.path.exists()


def test_a_large_log_makes_room(tmp_path: Path) -> None:
    path = tmp_path / "deskrisk.log"
    path.write_text("x" * 300_000)
    log = CrashLog(tmp_path)
    log.write("fresh")
    log.uninstall()
    assert path.stat().st_size < 1_000
    assert path.with_suffix(".old.log").stat().st_size == 300_000
