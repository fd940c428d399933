"""Takes pictures of every window, page and scene: ``python3 dev.py pictures [WORD ...]``.

Real windows without a screen, on the sample, an empty workshop, one with long texts and one with
60 fears; light and dark, at two sizes. Written to ``pictures/`` with sheets of all: ``sheet.png``,
and one for each theme and size. Words choose among the names.
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

from picture_states import answering, booths, dialogs, parts, settle  # noqa: E402
from PySide6.QtCore import QRectF, QSize, Qt  # noqa: E402  after the platform is chosen
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from deskrisk.domain.model.brief import Stage  # noqa: E402
from deskrisk.domain.model.ids import FearId, WorkshopId  # noqa: E402
from deskrisk.domain.model.workshop import Workshop  # noqa: E402
from deskrisk.gui.palette.surface import Palette  # noqa: E402
from deskrisk.gui.program import Program  # noqa: E402
from deskrisk.gui.room.painting import pages_of, paint_wall  # noqa: E402
from deskrisk.gui.theme import apply_theme, named_theme  # noqa: E402
from deskrisk.services.library import Library  # noqa: E402
from deskrisk.services.samples import sample  # noqa: E402
from deskrisk.services.show import Show  # noqa: E402
from deskrisk.settings import Settings  # noqa: E402
from deskrisk.viewmodels.blocks import Chart  # noqa: E402
from deskrisk.viewmodels.scenes import Scene, pair  # noqa: E402

FOLDER = ROOT / "pictures"
SIZES = (QSize(1280, 720), QSize(1920, 1080))
WALLS = (QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160))
MANY = 60
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


def many_fears(workshop: Workshop) -> Workshop:
    """The workshop with 60 fears in its piles: the sample's own, again and again."""
    known = list(workshop.fears.values())
    fears = dict(workshop.fears)
    for number in range(len(known), MANY):
        model = known[number % len(known)]
        id_ = FearId(f"many-{number}")
        text = f"{model.text.rstrip('.')}, and again ({number + 1})"
        fears[id_] = replace(model, id=id_, text=text, merged_into=None)
    return replace(workshop, id=WorkshopId("many"), fears=fears)


def pictures(app: QApplication, program: Program) -> Iterator[tuple[str, QWidget]]:
    """Every window in turn, with the name of its picture."""
    settle(app)
    yield "home_empty", program.home
    program.start_workshop()
    empty = program.desk
    program.back_home()
    for each in WORKSHOPS.values():
        program.library.add(each)
    program.show_home()
    settle(app)
    yield "home", program.home
    program.home.list.clearFocus()
    ids = {name: each.id for name, each in WORKSHOPS.items()}
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
    yield from parts(app, program, "sample", ids["sample"])
    yield from parts(app, program, "long", ids["long"])
    yield from answering(app, program)
    yield from booths(app, program)
    yield from surfaces(app, program)
    yield from dialogs(app, program, LONG)


def surfaces(app: QApplication, program: Program) -> Iterator[tuple[str, QWidget]]:
    """What opens over a page: the palette."""
    program.open_workshop(sample().id)
    desk = program.desk
    assert desk is not None  # noqa: S101  it was opened in the line above
    desk.pages.show_stage(Stage.RESPOND)
    for typed in ("", "go to risk", "undo"):
        desk.actions_by_key["help.palette"].trigger()
        palette = desk.findChild(Palette, "palette")
        assert palette is not None  # noqa: S101  it was opened in the line above
        palette.query.setText(typed)
        settle(app)
        yield f"palette_{typed.replace(' ', '_') or 'open'}", desk
        palette.leave()
    program.back_home()


def walls(app: QApplication, theme: str, size: QSize) -> Iterator[tuple[str, QPixmap]]:
    """Every scene of the wall, with each of its pages."""
    for name, workshop in WORKSHOPS.items():
        fear, (risk, other) = next(iter(workshop.fears)), list(workshop.risks)[:2]
        subjects = {
            Scene.FEAR: fear,
            Scene.SENTENCE: pair(fear, risk),
            Scene.SCALES: risk,
            Scene.SPREAD: risk,
            Scene.DUEL: f"{risk}/{other}",
            Scene.RESPONSE: risk,
        }
        for scene in Scene:
            for curtain in (False, True):
                show = Show()
                show.show(scene, subjects.get(scene, ""), curtain=curtain)
                view = show.view(workshop)
                for page in range(pages_of(view, size.width(), size.height(), theme)):
                    picture = QPixmap(size)
                    charts = any(isinstance(block, Chart) for block in view.blocks)
                    for _turn in range(2 if charts else 1):  # a chart is there the second time
                        painter = QPainter(picture)
                        paint_wall(painter, QRectF(picture.rect()), view, page, theme)
                        painter.end()
                        if charts:
                            settle(app)
                    covered = "_curtain" if curtain else ""
                    yield f"wall_{name}_{scene.value}{covered}_{page + 1}", picture


def sheet(files: Sequence[Path], name: str, across: int = 6) -> None:
    """One picture of all these, some in a row."""
    if not files:
        return
    wide, high = 480, 300
    rows = (len(files) + across - 1) // across
    ground = QPixmap(wide * across, high * rows)
    ground.fill(Qt.GlobalColor.gray)
    painter = QPainter(ground)
    room = QSize(wide - 8, high - 30)
    for at, file in enumerate(files):
        x, y = at % across * wide, at // across * high
        small = QPixmap(str(file)).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(x + 4, y + 4, small)
        painter.drawText(x + 8, y + high - 8, file.stem)
    painter.end()
    ground.save(str(FOLDER / f"{name}.png"))


def pages_taken(app: QApplication, theme: str, size: QSize, words: Sequence[str]) -> list[Path]:
    """Take the pictures of windows and pages in one theme, at one size."""
    apply_theme(app, named_theme(theme))
    taken: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library.db")
        place = (0, 0, size.width(), size.height())
        program = Unkept(app, library, Settings(theme=theme, geometry=place))
        program.start()
        for name, window in pictures(app, program):
            file = FOLDER / f"{name}_{theme}_{size.width()}.png"
            if not words or any(word in file.stem for word in words):
                if not name.startswith("dialog"):
                    window.resize(size)
                window.activateWindow()
                settle(app)
                window.grab().save(str(file))
                taken.append(file)
        program.leave()
    return taken


def walls_taken(app: QApplication, theme: str, size: QSize, words: Sequence[str]) -> list[Path]:
    """Take the pictures of the wall in one theme, at one size."""
    taken: list[Path] = []
    for name, picture in walls(app, theme, size):
        file = FOLDER / f"{name}_{theme}_{size.width()}.png"
        if not words or any(word in file.stem for word in words):
            picture.save(str(file))
            taken.append(file)
    return taken


def main(words: Sequence[str]) -> int:
    """Take the pictures whose names hold one of the words; all without a word."""
    FOLDER.mkdir(exist_ok=True)
    app = QApplication([])
    taken: list[Path] = []
    for theme in ("light", "dark"):
        for size in SIZES:
            some = pages_taken(app, theme, size, words)
            sheet(some, f"sheet_pages_{theme}_{size.width()}")
            taken += some
        for size in WALLS:
            some = walls_taken(app, theme, size, words)
            sheet(some, f"sheet_walls_{theme}_{size.width()}", across=8)
            taken += some
    sheet(taken, "sheet", across=12)
    sys.stdout.write(f"{len(taken)} pictures in {FOLDER}\n")
    return 0


WORKSHOPS = {
    "sample": sample(),
    "long": long_texts(sample()),
    "many": many_fears(sample()),
}
"""What the pictures show besides an empty workshop."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
