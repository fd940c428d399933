from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskrisk.gui import printing
from deskrisk.gui.menus import MENUS
from deskrisk.services.printing import PAPERS
from deskrisk.services.samples import sample
from tests.gui.windows import desk_of, running


def test_the_menu_lists_every_paper() -> None:
    (lines,) = (entries for name, entries in MENUS if name == "Print")
    assert [each.key for each in lines] == [f"print.{paper.key}" for paper in PAPERS]


@pytest.mark.parametrize("key", [paper.key for paper in PAPERS])
def test_a_paper_is_written_from_the_menu(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    target = tmp_path / "paper.pdf"
    asked: list[object] = []
    monkeypatch.setattr(printing, "ask_new_file", lambda *_words: target)

    def answer(*words: object) -> str:
        asked.append(words)
        return "done"

    monkeypatch.setattr(printing, "ask", answer)
    with running(qtbot, tmp_path, sample()) as program:
        program.open_workshop(sample().id)
        desk_of(qtbot, program).actions_by_key[f"print.{key}"].trigger()
        qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
