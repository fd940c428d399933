"""What a page shows besides its first sight: its other ways of working, booths and dialogs.

Part of ``packaging/pictures.py``.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.dialogs.export import ExportDialog
from deskrisk.gui.dialogs.freeze import FreezeDialog
from deskrisk.gui.dialogs.gap_check import GapCheck
from deskrisk.gui.dialogs.keys import KeysDialog
from deskrisk.gui.dialogs.learned import LearnedDialog
from deskrisk.gui.dialogs.pack import PackDialog
from deskrisk.gui.program import Program
from deskrisk.gui.shortcuts import key_sections
from deskrisk.gui.stages.name.booth import Booth
from deskrisk.gui.stages.rank.ballot_booth import BallotBooth
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.studio import studio
from deskrisk.services.meeting import Meeting
from deskrisk.services.packs import find_packs
from deskrisk.services.samples import sample
from deskrisk.viewmodels.booth import booth_view, trouble_words
from deskrisk.viewmodels.exporting import ExportChoice
from deskrisk.viewmodels.gaps import gap_view
from deskrisk.viewmodels.pack_fears import offered_fears
from deskrisk.viewmodels.versions import versions_view

ACTIONS = (
    "name.read",
    "name.piles",
    "recast.another",
    "recast.more",
    "rank.difference",
    "rank.talk",
    "rank.order",
    "rank.ballot",
    "rank.even",
    "rank.gut",
    "rank.method",
    "respond.together",
    "agree.read",
    "follow_up.score",
    "follow_up.judged",
)
"""Page actions that show another part of their page."""

Shown = Iterator[tuple[str, QWidget]]


def unanswered(mode: InputMode) -> Workshop:
    """The sample before anybody has answered, with this way of taking answers."""
    held = sample()
    progress = replace(held.progress, round_closed=0, agreed_order=(), order_confirmed=False)
    brief = replace(held.brief, input_fears=mode, input_scores=mode, input_ballots=mode)
    id_ = WorkshopId(f"unanswered-{mode.value}")
    return replace(held, id=id_, brief=brief, progress=progress, scores={}, ballots={})


def settle(app: QApplication) -> None:
    """Let everything be laid out and painted."""
    for _turn in range(6):
        app.processEvents()
    while not studio().is_idle():  # charts are drawn elsewhere
        app.processEvents()
    app.processEvents()


def opened(program: Program, id_: WorkshopId) -> DeskWindow:
    """The desk of a workshop."""
    program.open_workshop(id_)
    desk = program.desk
    assert desk is not None  # noqa: S101  it was opened in the line above
    return desk


def act(page: StagePage, key: str) -> bool:
    """Do a page's action; False where it cannot be done now."""
    action = next(each for each in page.page_actions if each.key == key)
    if action.refused(page):
        return False
    action.act(page)
    return True


def parts(app: QApplication, program: Program, name: str, id_: WorkshopId) -> Shown:
    """Every other part of every page of a workshop."""
    for key in ACTIONS:
        desk = opened(program, id_)
        stage = Stage(key.partition(".")[0])
        desk.pages.show_stage(stage)
        page = desk.pages.page()
        if page is not None and act(page, key):
            settle(app)
            yield f"{name}_part_{key.replace('.', '_')}", desk
        program.back_home()


def answering(app: QApplication, program: Program) -> Shown:
    """Name and Rank in each way of taking what people write and answer, and a gate."""
    for mode in InputMode:
        workshop = unanswered(mode)
        program.library.add(workshop)
        desk = opened(program, workshop.id)
        for stage in (Stage.NAME, Stage.RANK):
            desk.pages.show_stage(stage)
            settle(app)
            yield f"{stage.value}_by_{mode.value}", desk
        if mode is InputMode.PAPER:
            desk.actions_by_key["stage.next"].trigger()
            settle(app)
            yield "gate", desk
        program.back_home()


def booths(app: QApplication, program: Program) -> Shown:
    """Every sheet of the three booths."""
    held, meeting = unanswered(InputMode.PASS), Meeting(unanswered(InputMode.PASS))
    naming = Booth(booth_view(held), lambda _text, _us: "", program.home)
    naming.show()
    yield "booth_fears_handover", naming
    naming.go_on()
    naming.field.setPlainText("We answer the worry with so many rules that the experiment dies.")
    settle(app)
    yield "booth_fears", naming
    naming.trouble = lambda: trouble_words(safe=False)
    naming.show_trouble()
    settle(app)
    yield "booth_fears_disk_refuses", naming
    naming.leave()
    scores = ScoreBooth(meeting, FIRST_ROUND, lambda _risk: (), lambda _sheet: "", program.home)
    ballot = BallotBooth(meeting, BallotScope.ALL, lambda _who, _slip: "", program.home)
    for name, booth, keys in (("scores", scores, 24), ("ballot", ballot, 0)):
        booth.show()
        settle(app)
        yield f"booth_{name}_names", booth
        booth.go_on()
        settle(app)
        yield f"booth_{name}_sheet", booth
        for _key in range(keys):
            scores.answer(3)
        settle(app)
        if keys:
            yield f"booth_{name}_complete", booth
            booth.go_on()
            settle(app)
            yield f"booth_{name}_sealed", booth
        booth.leave()


def dialogs(app: QApplication, program: Program, long_text: str) -> Shown:
    """Every dialog over the sample."""
    desk = opened(program, sample().id)
    workshop = desk.meeting.workshop
    choices = (("keep", "Keep it"), ("both", "Keep both"), ("delete", "Delete it"))
    made: dict[str, Callable[[], QDialog]] = {
        "keys": lambda: KeysDialog(desk, key_sections()),
        "ask": lambda: AskDialog(desk, "Delete this workshop?", long_text * 2, choices),
        "pack": lambda: PackDialog(desk, offered_fears(workshop, find_packs().packs)),
        "gaps": lambda: GapCheck(desk, gap_view(workshop)),
        "export": lambda: ExportDialog(desk, workshop, ExportChoice(), ""),
        "freeze": lambda: FreezeDialog(desk, versions_view(workshop)),
        "learned": lambda: LearnedDialog(desk, program.library),
    }
    for name, make in made.items():
        dialog = make()
        dialog.show()
        settle(app)
        yield f"dialog_{name}", dialog
        dialog.close()
    program.back_home()
