"""The ballot of the room: from the booth, or keyed in one person at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.slips import Slip
from deskrisk.gui.stages.rank.ballot_booth import BallotBooth
from deskrisk.gui.stages.rank.ballot_slip import BallotSlip
from deskrisk.gui.stages.rank.files import print_ballots
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.choices import Segments
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.ballots import cast_ballot, take_proposal
from deskrisk.services.brief import edit_brief
from deskrisk.viewmodels.ballots import ballots_view, slip_view
from deskrisk.viewmodels.booth import trouble_words
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.scenes import Scene

_PEOPLE_WIDTH = 190


class BallotPart(Part):
    """One ballot: how many are in, the slip in hand, and in the end what all of them say."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.scope = BallotScope.BOUNDARY_TIER
        self.who: ParticipantId | None = None
        self.counted = False
        self.booth: BallotBooth | None = None
        self.heading = text_label("", "heading", wraps=True, name="ballot_heading")
        self.note = text_label("", "soft", wraps=True, name="ballot_note")
        self.turnout = text_label("", "title", name="ballot_turnout")
        self.lines = text_label("", "body", wraps=True, name="ballot_lines")
        ways = ((InputMode.PASS, _("Laptop goes round")), (InputMode.PAPER, _("Keyed in by row")))
        self.ways = Segments(_("How ballots come in"), ways)
        self.ways.setObjectName("ballot_ways")
        self.ways.chosen.connect(self._way_chosen)
        self.print = QuietButton(_("Print ballots"), name="print_ballots")
        self.print.clicked.connect(lambda _on=False: print_ballots(self.page))
        self.hand_over = QuietButton(_("Hand over the laptop"), name="open_booth")
        self.hand_over.clicked.connect(lambda _on=False: self._open_booth())
        self.count = QuietButton(_("Count what is in"), name="count_ballots")
        self.count.clicked.connect(lambda _on=False: self._count())
        self.people = RowList(_("Whose ballot"))
        self.people.setObjectName("ballot_people")
        self.people.setFixedWidth(_PEOPLE_WIDTH)
        self.people.picked.connect(self._take_person)
        self.slip = BallotSlip()
        self.slip.slip_changed.connect(self._show_slip)
        self.slip.handed_in.connect(self._cast)
        self.slip.left.connect(self.done)
        self.hint = text_label("", "strong", wraps=True, most_lines=2, name="ballot_hint")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.print)
        top.addWidget(self.ways)
        acts = QHBoxLayout()
        acts.addWidget(self.turnout)
        acts.addSpacing(16)
        acts.addWidget(self.hand_over, 0, Qt.AlignmentFlag.AlignLeft)
        acts.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)
        acts.addStretch(1)
        self.keyed = QWidget()
        column = QVBoxLayout()
        column.addWidget(self.hint)
        column.addWidget(scrolled(self.slip, "slip_area"), 1)
        sides = QHBoxLayout(self.keyed)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(20)
        sides.addWidget(self.people)
        sides.addLayout(column, 1)
        self.rest = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self.note)
        whole.addLayout(acts)
        whole.addWidget(self.lines)
        whole.addWidget(self.keyed, 1)
        whole.addWidget(self.rest, 1)

    def open_for(self, scope: BallotScope) -> None:
        """Take a ballot in hand: that on the boundary tier, or that on all risks."""
        if scope is not self.scope:
            self.counted, self.who = False, None
        self.scope = scope
        self.refresh()
        self.put_on_wall()

    def refresh(self) -> None:
        """Show how far the ballot is."""
        workshop = self.meeting.workshop
        view = ballots_view(workshop, self.scope, counted=self.counted)
        self._view = view
        self.heading.setText(view.heading)
        self.note.setText(view.note)
        self.turnout.setText(view.turnout_words)
        self.lines.setText("\n".join(view.lines))
        self.lines.setVisible(view.counted or not view.turnout.count)
        self.ways.show_value(InputMode.PASS if view.sealed else InputMode.PAPER)
        self.hand_over.setVisible(view.sealed and view.next_person is not None)
        self.count.setVisible(0 < view.turnout.done < view.turnout.count and not view.counted)
        self.keyed.setVisible(not view.sealed and not view.counted)
        self.rest.setVisible(view.sealed or view.counted)
        self.people.show_rows(view.people)
        keys = [row.key for row in view.people]
        if self.who not in keys:
            self.who = view.next_person
        self.people.show_current(self.who)
        if self.slip.slip.risks != view.risks:
            self._show_slip(Slip(risks=view.risks))

    def focus_widget(self) -> QWidget | None:
        """The slip, or the button that opens the booth; with a result, nothing has to be done."""
        if self._view.counted:
            return None
        return self.hand_over if self._view.sealed else self.slip

    def foot(self) -> Foot:
        """Take the result as the order, once there is one."""
        back = _("Back to the order")
        if self._view.may_take:
            return Foot(primary=_("Take this order"), aside=back)
        if self._view.counted or not self._view.turnout.count:
            return Foot(primary=back)
        if self._view.sealed:
            return Foot(primary=_("Hand over the laptop"), aside=back)
        message = _("A risk's key, = level, 0 no opinion, Backspace back, Enter hands in.")
        return Foot(primary=_("Hand in this ballot"), key="Enter", aside=back, message=message)

    def go_on(self) -> None:
        """What the primary button says."""
        if self._view.may_take:
            if self.page.attempt(lambda: take_proposal(self.meeting)) is not None:
                self.done.emit()
        elif self._view.counted or not self._view.turnout.count:
            self.done.emit()
        elif self._view.sealed:
            self._open_booth()
        else:
            self._cast()

    def step_aside(self) -> None:
        """Back to the order."""
        self.done.emit()

    def put_on_wall(self) -> None:
        """What is ranked, and how many are in; a ballot keyed in on the desk is covered."""
        keyed = not self._view.sealed and not self._view.counted
        self.page.room.show(Scene.BALLOT, self.scope.value, curtain=keyed)

    def _way_chosen(self, mode: object) -> None:
        changed = self.page.attempt(lambda: edit_brief(self.meeting, input_ballots=mode))
        self.refresh()
        if changed is not None:
            self.foot_changed.emit()

    def _count(self) -> None:
        self.counted = True
        self.refresh()
        self.foot_changed.emit()

    def _take_person(self, key: object) -> None:
        self.who = ParticipantId(str(key))
        self._show_slip(Slip(risks=self._view.risks))
        self.slip.setFocus()

    def _show_slip(self, slip: Slip) -> None:
        view = slip_view(self.meeting.workshop, slip)
        self.slip.show_slip(slip, view)
        self.hint.setText(view.hint)

    def _cast(self) -> None:
        who, slip = self.who, self.slip.slip
        if who is None or not slip.steps:
            self.page.say(_("Rank at least one, or say 0 and its key for no opinion."), "hint")
            return
        cast = self.page.attempt(
            lambda: cast_ballot(self.meeting, who, self.scope, slip.ranking, slip.no_opinion)
        )
        if cast is not None:
            self.who = None
            self._show_slip(Slip(risks=self._view.risks))
            self.refresh()
            self.foot_changed.emit()

    def _open_booth(self) -> None:
        if self.booth is not None:
            return
        self.put_on_wall()
        self.booth = BallotBooth(self.meeting, self.scope, self._sealed, self.window())
        self.booth.trouble = self._trouble
        self.booth.ended.connect(self._ended)
        self.booth.open_over(self.window())

    def _trouble(self) -> str:
        return trouble_words(safe=self.meeting.disk_problem() is None)

    def _sealed(self, who: ParticipantId, slip: Slip) -> str:
        try:
            cast_ballot(self.meeting, who, self.scope, slip.ranking, slip.no_opinion)
        except DeskError as problem:
            return sentence(problem)
        return ""

    def _ended(self) -> None:
        if self.booth is not None:
            self.booth.leave()
            self.booth = None
        self.page.window().activateWindow()
        self.refresh()
        self.foot_changed.emit()
        focus = self.focus_widget()
        if focus is not None:
            focus.setFocus()
