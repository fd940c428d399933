"""The libraries that are installed are sound ones; known faulty versions are refused."""

import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter, QPen
from sqlcipher3 import dbapi2

ROOT = Path(__file__).resolve().parent.parent
VOID_CALLS = 1_000
SOUND_SQLITE = (3, 51, 3)
"""Older ones can damage a library in WAL mode when two connections meet at a checkpoint."""

SOUND_QT = (6, 11, 1)
"""Older ones can crash when the screen goes away that a window is on."""

FAULTY_QT = (6, 12, 0)
"""Loses a reference to None with every call that returns nothing."""

FIRST_WITH_IMMORTAL_NONE = (3, 12)


def version_of(package: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", metadata.version(package))[:3])


def references_lost_to_none(calls: int) -> int:
    """How many references to None go astray in calls of Qt that return nothing."""
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(calls):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    return before - after


def test_qt_keeps_the_references_to_none() -> None:
    assert references_lost_to_none(VOID_CALLS) < VOID_CALLS // 10


def test_qt_is_none_of_the_faulty_versions() -> None:
    installed = version_of("PySide6-Essentials")
    assert installed >= SOUND_QT
    assert installed != FAULTY_QT
    if sys.version_info < FIRST_WITH_IMMORTAL_NONE:
        assert installed < FAULTY_QT


def test_the_driver_brings_a_sound_sqlite() -> None:
    assert dbapi2.sqlite_version_info >= SOUND_SQLITE


def test_the_driver_can_search_and_keeps_strict_tables() -> None:
    with dbapi2.connect(":memory:") as connection:
        connection.execute("create virtual table found using fts5(words)")
        connection.execute("create table kept (number integer) strict")
        with pytest.raises(dbapi2.IntegrityError):
            connection.execute("insert into kept values ('four')")
    connection.close()


def test_nothing_of_qt_is_installed_that_the_program_does_not_need() -> None:
    names = {each.metadata["Name"].lower().replace("_", "-") for each in metadata.distributions()}
    assert "pyside6-essentials" in names
    assert not names & {"pyside6", "pyside6-addons", "pyqt5", "pyqt6", "sqlcipher3-binary"}
    assert QObject.__module__ == "PySide6.QtCore"


def test_every_dependency_has_a_lower_bound_and_a_locked_version() -> None:
    locked = set(
        re.findall(
            r"^([a-z0-9-]+)==", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.MULTILINE
        )
    )
    needed = re.findall(r'^  "([A-Za-z0-9-]+)([^"]*)"', _dependency_lines(), re.MULTILINE)
    assert needed
    for name, bounds in needed:
        assert ">=" in bounds, name
        assert name.lower() in locked, name


def _dependency_lines() -> str:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    starts = [text.index("dependencies = ["), text.index("dev = [")]
    return "".join(text[start : text.index("\n]", start)] for start in starts)


def test_every_locked_version_has_its_hashes_and_no_address() -> None:
    text = (ROOT / "requirements-dev.lock").read_text("utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=[a-z0-9])", text):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry.splitlines()[0]
