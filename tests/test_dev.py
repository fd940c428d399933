"""The door of the developer: what it decides before it starts anything."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_the_standard_library_alone() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    names = [line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_byte_code_is_kept(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    variables = dev.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert "PYTHONPATH" not in variables
    assert variables["PATH"] == os.environ["PATH"]


def test_tests_need_no_screen(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert dev.environment(headless=True)["QT_QPA_PLATFORM"] == "offscreen"
    assert dev.environment()["QT_QPA_PLATFORM"] == "xcb"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=800x600"])
def test_a_platform_without_windows_is_no_screen(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":0")
    assert not dev.has_screen()


def test_the_packages_that_qt_needs_are_named(dev: ModuleType) -> None:
    names = dev.debian_packages()
    assert {"libgl1", "libegl1", "libxkbcommon0", "libxcb-cursor0"} <= set(names)
    assert not [name for name in names if " " in name or "#" in name]


def test_the_tests_need_a_virtual_screen(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(dev, "install_system_libraries", asked.append)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    wanted = {"xvfb", "x11-xserver-utils", "libxcb-cursor0"}

    def known(*words: str) -> SimpleNamespace:
        there = [name for name in words[4:] if name not in lacking]
        return SimpleNamespace(stdout="".join(f"{name} installed\n" for name in there))

    monkeypatch.setattr(dev, "quietly", known)
    lacking: set[str] = set()
    dev.need_test_programs()
    assert asked == []
    lacking = {"xvfb"}
    dev.need_test_programs()
    assert wanted <= set(asked[0])


def test_the_last_words_of_a_program_are_its_reason(dev: ModuleType) -> None:
    assert dev.last_line("Traceback\nImportError: libGL.so.1\n\n") == "ImportError: libGL.so.1"
    assert dev.last_line("") == "no reason given"


def test_an_old_python_is_told_what_to_do(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    monkeypatch.setattr(dev, "NEWER_NAMES", ("no-such-python",))
    with pytest.raises(SystemExit) as ended:
        dev.use_newer_python(["run"])
    assert "needs Python 3.11 or later" in str(ended.value)


def test_a_command_that_is_not_there_is_refused(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.main(["dance"])
    assert ended.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_every_task_says_what_it_does(dev: ModuleType) -> None:
    assert all(task.__doc__ and words for task, words in dev.TASKS.values())
