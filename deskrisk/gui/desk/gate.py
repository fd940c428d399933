"""Gates, not walls: whoever leaves a stage unfinished is asked once for one line why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.foot_bar import FootBar, Question
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting
from deskrisk.services.notes import pass_stage
from deskrisk.viewmodels.gate import GateView, gate_view

_SIGN = "icon:circle-alert:care"


class Gate(QObject):
    """Stands before every way forward; it never stops anybody.

    A stage is asked about once, and once more only when something else in it is open than before.

    Signals:
        passed(Stage): the facilitator goes on, to this stage.
    """

    passed = Signal(object)

    def __init__(
        self,
        parent: QObject,
        meeting: Meeting,
        bar: FootBar,
        attempt: Callable[[Callable[[], Any]], Any],
    ) -> None:
        super().__init__(parent)
        self._meeting, self._bar, self._attempt = meeting, bar, attempt
        self._asked: dict[Stage, frozenset[str]] = {}
        self._open: tuple[GateView, Stage] | None = None
        self._blank = False
        bar.closed.connect(self._forget)

    def asks(self, leaving: Stage | None, to: Stage) -> bool:
        """Ask, if the stage that is left is unfinished and nobody was asked about it.

        Args:
            leaving: the stage that is seen; None for none.
            to: where the facilitator wants to go. Asking for it again while the question stands
                is an answer, as Enter is.

        Returns:
            whether a question stands now; if not, the way is free.
        """
        if leaving is None or STAGES.index(to) <= STAGES.index(leaving):
            return False
        if self._open is not None and self._open[0].stage is leaving:
            self._open = (self._open[0], to)
            self._answered(self._bar.field.text().strip())
            return True
        view = gate_view(self._meeting.workshop, leaving)
        if view is None or self._was_asked(view):
            return False
        self._ask(view, to)
        return True

    def _was_asked(self, view: GateView) -> bool:
        if view.because:  # given in an earlier session: it holds for what was open then
            self._asked.setdefault(view.stage, view.open)
        return view.open <= self._asked.get(view.stage, frozenset())

    def _ask(self, view: GateView, to: Stage) -> None:
        self._bar.close_bar()
        self._open, self._blank = (view, to), False
        question = Question(
            words=view.words,
            sign=_SIGN,
            name=_("Why go on? One line for the document"),
            placeholder=_("Why go on? One line for the document"),
            keys=_("Enter goes on, Esc stays"),
            draft=view.because,
        )
        self._bar.ask(question, self._answered)

    def _answered(self, because: str) -> None:
        if self._open is None:
            return
        if not because and not self._blank:
            self._blank = True
            self._bar.say(_("Enter once more goes on without a reason."), _SIGN)
            return
        view, to = self._open
        stage = view.stage
        because = because or _("no reason given")  # that it was passed is told, too
        if because != view.because and self._attempt(self._keep(stage, because)) is None:
            return
        self._asked[stage] = view.open
        self._bar.close_bar()
        self.passed.emit(to)

    def _keep(self, stage: Stage, because: str) -> Callable[[], Any]:
        return lambda: pass_stage(self._meeting, stage, because, origin=self)

    def _forget(self) -> None:
        self._open = None
