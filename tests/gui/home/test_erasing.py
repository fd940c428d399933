"""What is erased for good in the window is named by nothing that the program remembers either."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.gui import filing
from deskrisk.services.workshop_files import write_workshop_file
from deskrisk.settings import load_settings, settings_file
from tests.builders import a_workshop
from tests.gui.windows import running

WORD = "plantedword"


def test_no_recent_file_names_a_workshop_that_was_erased(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone, moved = (tmp_path / f"{name}.deskrisk" for name in ("kept", WORD, f"{WORD} moved"))
    write_workshop_file(a_workshop(id="kept", title="To stay"), kept)
    write_workshop_file(a_workshop(id="gone", title=WORD), gone)
    write_workshop_file(a_workshop(id="gone", title=WORD), moved)
    monkeypatch.setattr(filing, "ask", lambda *_question: "erase")
    with running(qtbot, tmp_path / "home", a_workshop(id="other")) as program:
        for path in (kept, moved, gone):
            program.open_file(path)
            program.back_home()
        moved.unlink()  # nobody can tell any more whose file it was
        assert WORD in settings_file().read_text("utf-8")
        program.filing.throw_away(WorkshopId("gone"))
        program.filing.erase(WorkshopId("gone"))
        assert not program.library.holds(WorkshopId("gone"))
        assert load_settings().recent_files == (str(kept),)
        assert WORD not in settings_file().read_text("utf-8")
        assert gone.exists()  # a file of somebody's own is left alone
