"""The files that belong to the program are found, whole, and come along with their licences."""

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskrisk import assets

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"


@pytest.fixture
def fresh_root() -> Iterator[None]:
    """The place of the files is found once a process; these tests look for it anew."""
    assets.root.cache_clear()
    yield
    assets.root.cache_clear()


def test_in_a_source_tree_they_lie_beside_the_package() -> None:
    assert assets.root() == RESOURCES


def test_a_file_is_found_by_its_parts() -> None:
    assert assets.path("guide", "en.json") == RESOURCES / "guide" / "en.json"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(assets.AssetMissingError, match="nothing-like-it"):
        assets.path("guide", "nothing-like-it.json")


@pytest.mark.usefixtures("fresh_root")
def test_a_frozen_program_finds_them_in_its_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.root() == tmp_path / "resources"


@pytest.mark.usefixtures("fresh_root")
def test_an_installation_without_them_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "deskrisk" / "assets.py"))
    with pytest.raises(assets.AssetMissingError):
        assets.root()


def test_a_wheel_takes_them_along() -> None:
    made = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert made["targets"]["wheel"]["force-include"] == {"resources": "deskrisk/_resources"}


@pytest.mark.parametrize("font", sorted((RESOURCES / "fonts").glob("*.ttf")), ids=lambda f: f.name)
def test_every_font_has_its_licence_beside_it(font: Path) -> None:
    family = font.stem.split("-")[0].replace("Display", "")
    assert [
        each for each in font.parent.glob(f"{family}*.txt") if "opyright" in each.read_text("utf-8")
    ]


@pytest.mark.parametrize(
    "file",
    sorted([*RESOURCES.rglob("*.json"), *RESOURCES.rglob("*.deskrisk")]),
    ids=lambda file: file.name,
)
def test_every_data_file_can_be_read(file: Path) -> None:
    text = file.read_text("utf-8")
    assert json.loads(text)
    assert text.endswith("\n")


def test_every_icon_has_its_licence() -> None:
    icons = sorted((RESOURCES / "icons").glob("*.svg"))
    assert icons
    assert list((RESOURCES / "icons").glob("*LICEN*"))
