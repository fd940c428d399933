"""Takes pictures of every window and page, to be looked at: ``python3 dev.py pictures [WORD ...]``.

Real windows without a screen, on the sample, an empty workshop and one with long texts; light and
dark, at two sizes. Written to ``pictures/``, with one sheet of all. Words choose among the names.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSize, Qt  # noqa: E402  after the platform is chosen
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from deskrisk.domain.model.brief import Stage  # noqa: E402
from deskrisk.domain.model.ids import WorkshopId  # noqa: E402
from deskrisk.domain.model.workshop import Workshop  # noqa: E402
from deskrisk.gui.program import Program  # noqa: E402
from deskrisk.gui.theme import apply_theme, named_theme  # noqa: E402
from deskrisk.services.library import Library  # noqa: E402
from deskrisk.services.samples import sample  # noqa: E402
from deskrisk.settings import Settings  # noqa: E402

FOLDER = ROOT / "pictures"
SIZES = (QSize(1280, 720), QSize(1920, 1080))
LONG = "Everything that nobody has said aloud because it seemed too large to be put into words, "


class Unkept(Program):
    """A program that leaves the settings of whoever takes the pictures alone."""

    def keep(self, settings: Settings) -> None:
        """Use other settings, and keep none."""
        self.settings = settings


def long_texts(workshop: Workshop) -> Workshop:
    """The workshop with every text of fears, risks, aims and names three times as long."""
    fears = {key: replace(each, text=LONG + each.text) for key, each in workshop.fears.items()}
    risks = {
        key: replace(
            each, title=LONG + each.title, cause=LONG * 2 + each.cause, event=LONG + each.event
        )
        for key, each in workshop.risks.items()
    }
    people = {
        key: replace(each, name=f"{each.name} von und zu Donaudampfschifffahrtsgesellschaft")
        for key, each in workshop.participants.items()
    }
    aims = {key: replace(each, text=LONG + each.text) for key, each in workshop.objectives.items()}
    return replace(
        workshop,
        id=WorkshopId("long"),
        brief=replace(workshop.brief, title=LONG * 2, project=LONG, purpose=LONG * 3),
        fears=fears,
        risks=risks,
        participants=people,
        objectives=aims,
    )


def settle(app: QApplication) -> None:
    """Let everything be laid out and painted."""
    for _turn in range(6):
        app.processEvents()


def pictures(app: QApplication, program: Program) -> Iterator[tuple[str, QWidget]]:
    """Every window in turn, with the name of its picture."""
    settle(app)
    yield "home_empty", program.home
    program.start_workshop()
    empty = program.desk
    program.back_home()
    program.library.add(sample())
    program.library.add(long_texts(sample()))
    program.show_home()
    settle(app)
    yield "home", program.home
    program.home.list.clearFocus()
    ids = {"sample": sample().id, "long": WorkshopId("long")}
    if empty is not None:
        ids["empty"] = empty.meeting.workshop.id
    for name, id_ in ids.items():
        program.open_workshop(id_)
        desk = program.desk
        assert desk is not None  # noqa: S101  it was opened in the line above
        for stage in Stage:
            desk.pages.show_stage(stage)
            settle(app)
            yield f"{name}_{list(Stage).index(stage) + 1}_{stage.value}", desk
        program.back_home()


def sheet(files: Sequence[Path]) -> None:
    """One picture of all, four in a row."""
    wide, high, across = 480, 290, 4
    rows = (len(files) + across - 1) // across
    ground = QPixmap(wide * across, high * rows)
    ground.fill(Qt.GlobalColor.gray)
    painter = QPainter(ground)
    for at, file in enumerate(files):
        x, y = at % across * wide, at // across * high
        small = QPixmap(str(file)).scaledToWidth(
            wide - 8, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(x + 4, y + 4, small)
        painter.drawText(x + 8, y + high - 4, file.stem)
    painter.end()
    ground.save(str(FOLDER / "sheet.png"))


def main(words: Sequence[str]) -> int:
    """Take the pictures whose names hold one of the words; all without a word."""
    FOLDER.mkdir(exist_ok=True)
    app = QApplication([])
    taken: list[Path] = []
    for theme in ("light", "dark"):
        for size in SIZES:
            apply_theme(app, named_theme(theme))
            with tempfile.TemporaryDirectory() as folder:
                library = Library.open(Path(folder) / "library.db")
                place = (0, 0, size.width(), size.height())
                program = Unkept(app, library, Settings(theme=theme, geometry=place))
                program.start()
                for name, window in pictures(app, program):
                    file = FOLDER / f"{name}_{theme}_{size.width()}.png"
                    if not words or any(word in file.stem for word in words):
                        window.resize(size)
                        window.activateWindow()
                        settle(app)
                        window.grab().save(str(file))
                        taken.append(file)
                program.leave()
    sheet(taken)
    sys.stdout.write(f"{len(taken)} pictures in {FOLDER}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
