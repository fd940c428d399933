"""A double click on a workshop file: what the desktops of Linux are told."""

import configparser
import importlib.util
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from deskrisk.services.workshop_files import SUFFIX

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def script() -> ModuleType:
    path = ROOT / "packaging" / "linux_desktop.py"
    spec = importlib.util.spec_from_file_location("linux_desktop", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_entry(text: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read_string(text)
    return parser["Desktop Entry"]


def test_menu_entry_and_kind_of_file_name_each_other() -> None:
    entry = read_entry((ROOT / "packaging" / "linux" / "deskrisk.desktop").read_text("utf-8"))
    kinds = ET.parse(  # noqa: S314  a file of ours
        ROOT / "packaging" / "linux" / "deskrisk.xml"
    ).getroot()
    (kind,) = list(kinds)
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    glob = kind.find(f"{space}glob")
    assert entry["MimeType"] == f"{kind.attrib['type']};"
    assert glob is not None
    assert glob.attrib["pattern"] == f"*{SUFFIX}"


def test_the_entry_starts_this_checkout_wherever_it_lies(script: ModuleType) -> None:
    python = Path("/home/Ana B/50 % risk/bin/python")
    entry = read_entry(script.entry(python))
    words = shlex.split(entry["Exec"])
    assert words == [str(python).replace("%", "%%"), "-m", "deskrisk", "%f"]
    assert entry["Path"] == str(ROOT)


def test_it_is_written_and_taken_away_again(script: ModuleType, tmp_path: Path) -> None:
    script.install(tmp_path, Path(sys.executable))
    found = script.targets(tmp_path)
    assert all(path.is_file() for path in found)
    words = shlex.split(read_entry(found[0].read_text("utf-8"))["Exec"])
    done = subprocess.run(
        [*words[:3], "--version"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    script.remove(tmp_path)
    assert not any(path.exists() for path in found)
