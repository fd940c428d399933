"""What the pages say is there: links lead somewhere, commands exist, named files too."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskrisk import main
from deskrisk.domain.model.brief import Preset
from deskrisk.viewmodels.script import minutes, script

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/*.md"))]
PAGES += sorted(ROOT.glob("packaging/*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")
NAMED_FILE = re.compile(
    r"`((?:domain|viewmodels|services|gui|storage|reports|charts|resources|tests)/[\w./-]+)`"
)
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = [
        link
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).resolve().exists()
    ]
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_are_there(page: Path) -> None:
    gone = [
        name
        for name in NAMED_FILE.findall(page.read_text("utf-8"))
        if not (ROOT / name).exists() and not (ROOT / "deskrisk" / name).exists()
    ]
    assert not gone


def tasks_of_dev() -> set[str]:
    asked = subprocess.run(
        [sys.executable, "dev.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(re.findall(r"^    ([a-z-]+)(?: |$)", asked.stdout, re.MULTILINE))


def test_the_tasks_of_dev_are_there() -> None:
    tasks = tasks_of_dev()
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    named = set(re.findall(r"dev\.py ([a-z-]+)", pages))
    assert named
    assert named <= tasks
    listed = re.search(r"needs nothing but Python: (.+?)\. `make", README, re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"`([a-z-]+)`", listed.group(1))) == tasks


def test_make_knows_only_tasks_of_dev() -> None:
    made = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert made is not None
    assert set(made.group(1).split()) <= tasks_of_dev()


def test_the_commands_of_the_program_are_there() -> None:
    named = set(re.findall(r"^deskrisk ([a-z]+) ", README, re.MULTILINE))
    assert named == set(main.COMMANDS)


def test_the_check_of_every_change_is_the_readme_s_own_command() -> None:
    assert "python3 dev.py test" in README
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("python3 dev.py test")


def test_the_page_of_keys_is_what_is_declared(qtbot: QtBot) -> None:
    assert qtbot is not None  # an application knows the standard keys
    spec = importlib.util.spec_from_file_location("make_keys", ROOT / "packaging" / "make_keys.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.PAGE.read_text("utf-8") == made.page_text(), "run python3 dev.py schema"


def test_the_minutes_in_the_facilitators_guide_are_those_of_the_script() -> None:
    page = (ROOT / "docs/guide.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Z][\w ]+?) \|([ \d]*)\|([ \d]*)\|([ \d]*)\|$", page, re.MULTILINE)
    told = [
        (name, *(int(cell) if cell.strip() else None for cell in cells)) for name, *cells in rows
    ]
    boxes = minutes()
    assert told == [
        (step.name, *(boxes[preset].get(step.key) for preset in Preset))
        for step in script().steps
        if any(step.key in boxes[preset] for preset in Preset)
    ]
