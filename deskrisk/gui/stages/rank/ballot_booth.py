"""The booth for ballots: somebody chooses their name, ranks alone, and seals the ballot."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.slips import Slip
from deskrisk.gui.stages.rank.ballot_slip import BallotSlip
from deskrisk.gui.widgets.person_booth import PersonBooth, Shuffle, shuffled_by_chance
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.ballots import ballots_view, slip_view
from deskrisk.viewmodels.rows import Row


class BallotBooth(PersonBooth):
    """The booth for a ballot on some risks."""

    def __init__(
        self,
        meeting: Meeting,
        scope: BallotScope,
        cast: Callable[[ParticipantId, Slip], str],
        parent: QWidget,
        *,
        shuffle: Shuffle = shuffled_by_chance,
    ) -> None:
        """Make the window.

        Args:
            meeting: the open workshop.
            scope: what the ballot is about.
            cast: takes a ballot; gives why it was refused, or "".
            parent: the window that it belongs to.
            shuffle: puts the risks of a ballot into its own order.
        """
        self._meeting, self._scope, self._cast, self._shuffle = meeting, scope, cast, shuffle
        super().__init__(parent)

    def people_rows(self) -> Sequence[Row]:
        """Who votes, and whose ballot is in."""
        return ballots_view(self._meeting.workshop, self._scope, counted=False).people

    def turnout_words(self) -> str:
        """How many are in."""
        return ballots_view(self._meeting.workshop, self._scope, counted=False).turnout_words

    def make_parts(self) -> list[QWidget | QHBoxLayout | int]:
        """The slip, and what the next key means."""
        self.heading = text_label("", "title", wraps=True, name="booth_heading")
        self.note = text_label("", "soft", wraps=True, name="booth_note")
        self.hint = text_label("", "strong", wraps=True, name="booth_hint")
        self.slip = BallotSlip("booth_slip")
        self.slip.slip_changed.connect(self._show)
        self.slip.handed_in.connect(self.go_on)
        self.slip.left.connect(self.wish_to_leave)
        area = scrolled(self.slip, "booth_slip_area")
        return [self.heading, self.note, 8, self.hint, area]

    def begin(self, who: ParticipantId) -> bool:  # noqa: ARG002  all vote on the same risks
        """Open an empty ballot."""
        view = ballots_view(self._meeting.workshop, self._scope, counted=False)
        self.heading.setText(view.heading)
        self.note.setText(view.note)
        risks = list(view.risks)
        self._shuffle(risks)
        self._show(Slip(risks=tuple(risks)))
        self.slip.setFocus()
        return bool(risks)

    def complete(self) -> bool:
        """A ballot may be handed in however short it is: unranked means last."""
        return bool(self.slip.slip.steps)

    def hand_in(self, who: ParticipantId) -> str:
        """Seal the ballot; why it was refused, or nothing."""
        return self._cast(who, self.slip.slip)

    def forget(self) -> None:
        """Nothing of a ballot stays."""
        empty = Slip(risks=())
        self.slip.show_slip(empty, slip_view(self._meeting.workshop, empty))

    def _show(self, slip: Slip) -> None:
        view = slip_view(self._meeting.workshop, slip)
        self.slip.show_slip(slip, view)
        self.hint.setText(view.hint)
        self.say("")
        self.primary_changed()
