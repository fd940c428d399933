"""What every test may rely on: no screen, nothing of the user's touched, no window left behind."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Half a second for matplotlib's list of fonts is paid once a machine, not once a test.
os.environ["MPLCONFIGDIR"] = str(ROOT / "build" / "matplotlib")

# A busy machine is no reason for a test to fail, so time is measured by the benchmarks alone.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

OWN_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "WIN_PD_OVERRIDE_APPDATA": "config",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "data",
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, library, log and cache of this test alone; also of programs that it starts."""
    place = tmp_path_factory.mktemp("user")
    for variable, name in OWN_FOLDERS.items():
        (place / name).mkdir(exist_ok=True)
        monkeypatch.setenv(variable, str(place / name))
    return place


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """No window may outlive its test: it would hold a workshop, and later tests would meet it."""
    yield
    left = _windows() and _windows_after_cleaning()
    names = [type(window).__name__ for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    _delete_what_waits()
    assert not names, f"still there: {names}"


def _windows() -> list["QWidget"]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [
        each
        for each in widgets.QApplication.topLevelWidgets()
        if each.parent() is None and each.metaObject().className() != "QTipLabel"
    ]


def _windows_after_cleaning() -> list["QWidget"]:
    _delete_what_waits()
    if _windows():
        gc.collect()
    return _windows()


def _delete_what_waits() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
