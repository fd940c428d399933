import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from deskrisk.settings import (
    MOST_RECENT,
    Settings,
    library_path,
    load_settings,
    log_folder,
    save_settings,
    settings_file,
    usual_library,
)


def test_without_a_file_everything_is_as_usual() -> None:
    assert load_settings() == Settings()
    assert library_path() == usual_library()


def test_settings_come_back() -> None:
    settings = Settings(theme="dark", geometry=(1, 2, 1200, 800), guide_folded=True)
    settings = settings.with_recent_file(Path("/x/ä.deskrisk")).with_library(Path("/y/l.db"))
    assert save_settings(settings)
    assert load_settings() == settings
    assert library_path() == Path("/y/l.db")
    assert library_path(Path("/z")) == Path("/z")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(each.metadata["help"] for each in fields(Settings))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        '{"theme": "pink", "geometry": [1, 2], "guide_folded": "yes", "wall_theme": "pink"}',
        '{"geometry": ["a", "b", "c", "d"], "library": 5, "unknown": 1}',
        "[" * 100_000,
        "\x00\xff",
    ],
)
def test_a_damaged_file_does_no_harm(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, "utf-8")
    assert load_settings() == Settings()


def test_what_makes_sense_is_kept() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(json.dumps({"theme": "light", "maximised": 1, "recent_files": [3]}))
    assert load_settings() == Settings(theme="light")


def test_recent_ones_are_few_and_none_is_there_twice() -> None:
    settings = Settings()
    for number in [*range(20), 3]:
        settings = settings.with_recent_file(Path(f"/f{number}"))
    assert len(settings.recent_files) == MOST_RECENT
    assert settings.recent_files[0] == str(Path("/f3"))
    assert len(set(settings.recent_files)) == MOST_RECENT


def test_a_recent_file_can_be_forgotten() -> None:
    settings = Settings(recent_files=("/one", "/two", "/three"))
    assert settings.without_recent_files(["/two", "/never"]).recent_files == ("/one", "/three")


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail() -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("a file where the folder should be")
    assert not save_settings(replace(Settings(), theme="dark"))
    assert load_settings() == Settings()


def test_no_half_written_file_is_left() -> None:
    for theme in ("dark", "light"):
        save_settings(Settings(theme=theme))
    assert [each.name for each in settings_file().parent.iterdir()] == ["settings.json"]


def test_the_log_is_not_among_the_settings() -> None:
    assert settings_file().parent != log_folder()
