"""The page Recast: from a feeling to a sentence one can act on; nothing is lost on the way."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.fears import risks_of
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, ObjectiveId, RiskId
from deskrisk.domain.model.risks import DELIVERY, Risk
from deskrisk.domain.parts import part_name
from deskrisk.domain.risk_moves import said_in_one
from deskrisk.gui.stages.recast.actions import RECAST_ACTIONS, RECAST_KEYS
from deskrisk.gui.stages.recast.finding import RiskFinder
from deskrisk.gui.stages.recast.layout import EmptyKind, RecastLayout
from deskrisk.gui.stages.recast.moves import RiskMoves
from deskrisk.gui.stages.recast.placing import FearPlacing
from deskrisk.gui.stages.recast.sentence import PARTS, PartField
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import _
from deskrisk.services import categories, fears, recasting, risks
from deskrisk.viewmodels.recast import (
    RecastView,
    fears_in_order,
    next_fear,
    opening_fear,
    recast_view,
)
from deskrisk.viewmodels.scenes import BEGUN, Scene, pair
from deskrisk.viewmodels.wording import lexicon

_WIDE = 1000
"""From this width on, in pixels, fear and sentence are set large."""
_AROUND = 32
"""So much of what stands around a field stays in sight with it, in pixels."""
_MOST_KINDS = 8
"""Alt+1 to Alt+8 choose the kind: four, and four of one's own at most."""


class RecastPage(StagePage):
    """The fear as it was said, the sentence growing, the risks.

    One fear and one risk are in hand. A disposition that still needs something is begun here and
    becomes a step when it is there.
    """

    stage = Stage.RECAST
    roomy = 960

    def build(self) -> None:
        """Make the widgets."""
        self._status = ""
        self._fear: FearId | None = None
        self._risk: RiskId | None = None
        self._fresh: dict[str, object] = {}
        self.parts = RecastLayout(self.body, self.meeting.today)
        self.moves = RiskMoves(self)
        self.finder = RiskFinder(self.parts, self)
        self.another = QuietButton(_("Another risk from this fear"), _("Alt+N"), name="another")
        self.another.clicked.connect(lambda _on=False: self.begin_another())
        self.foot.addWidget(self.another)
        self.primary = self.set_primary(_("Next fear"), self._go_on)
        self.placing = FearPlacing(self)
        self._connect_risk()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    def refresh(self, changes: Changes | None) -> None:
        """Show the workshop as it is."""
        self._adopt(changes)
        if self._fear not in self.meeting.workshop.fears:
            self._begin_with(opening_fear(self.meeting.workshop))
        away = self.placing.sent_away
        view = recast_view(self.meeting.workshop, self._fear, self._risk, sent_away=away)
        self._show_fear(view)
        self.parts.sentence.show_risk(view)
        self.finder.show_risks(view.risks, self._risk)
        self.parts.show_side(view)
        self._connect_kinds(self.parts.show_kinds(view.empty_kinds))
        self._show_acts(view)
        tab_as_read(self)
        if self.isVisible():
            self.put_on_wall()
        self._status = view.progress
        if not self._refused:
            self.say("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less room the fear is set smaller, as the sentence is."""
        super().resizeEvent(event)
        self.parts.arrange(wide=event.size().width() >= _WIDE)

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where a key leads, the column scrolls, as soon as everything has its place."""
        if now is not None and self.parts.sentence.isAncestorOf(now):
            QTimer.singleShot(0, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.parts.sentence.isAncestorOf(now):
            self.parts.middle.ensureWidgetVisible(now, 0, _AROUND)

    def put_on_wall(self) -> None:
        """The fear as it was said, and the sentence as far as it has grown."""
        self.room.show(Scene.SENTENCE, self._on_wall(), curtain=False)
        self._put_draft()

    def _on_wall(self) -> str:
        return pair(self._fear, self._risk or BEGUN)

    def _put_draft(self) -> None:
        """Let the wall show what is typed, with every key; what is handed over is no draft."""
        risk = self.risk_now()
        typed = self.parts.sentence.draft()
        draft = {name: text for name, text in typed.items() if text != getattr(risk, name, "")}
        self.room.draft(self._on_wall(), **draft)

    def first_focus(self) -> QWidget:
        """The first part of the sentence."""
        return self.parts.sentence.cause_part.field

    def fear_in_hand(self) -> FearId | None:
        """The fear in hand."""
        return self._fear

    def risk_now(self) -> Risk | None:
        """The risk in hand as it is in the workshop."""
        return self.meeting.workshop.risks.get(self._risk) if self._risk else None

    def risk_in_hand(self) -> Risk | None:
        """The risk in hand, with everything typed so far."""
        flush_fields(self)
        return self.risk_now()

    def take_risk(self, risk: RiskId | None) -> None:
        """Take another risk in hand and go to the first empty part of its sentence."""
        if risk is not None:
            self._pick_risk(risk)
            self.parts.sentence.first_empty().setFocus()

    def take_place(self, disposition: Disposition) -> None:
        """Say what becomes of the fear in hand, and go to what that needs."""
        self.placing.choose(disposition)

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line; with nothing to say, how many fears are placed."""
        super().say(text or self._status, tone)

    def show_fear(self, fear: FearId) -> None:
        """Take another fear in hand; what was being typed is kept."""
        flush_fields(self)
        self._take_fear(fear)
        self.refresh(None)

    def _adopt(self, changes: Changes | None) -> None:
        """Take a risk in hand that was begun by typing here."""
        if changes is None or changes.origin is not self:
            return
        for change in changes.items:
            if change.part == part_name(Risk) and change.before is None:
                self._risk = RiskId(change.id)

    def _begin_with(self, fear: FearId | None) -> None:
        if fear != self._fear:
            self._take_fear(fear)

    def _take_fear(self, fear: FearId | None) -> None:
        self._fear, self.placing.begun = fear, None
        found = risks_of(self.meeting.workshop, fear) if fear else ()
        self._risk = found[0].id if found else None

    def _show_fear(self, view: RecastView) -> None:
        card = view.fear
        self.parts.show_fear_parts(shown=card is not None, mates=bool(card and card.mates))
        self.parts.no_fear.setText(view.no_fear)
        self.parts.disposition.show_options(view.dispositions)
        disposition = self.placing.begun or (card.disposition if card else None)
        self.parts.disposition.show_value(disposition)
        self.parts.needs.show_needs(view, disposition)
        self.parts.held.setVisible(bool(card and card.asks_if_held and self.placing.begun is None))
        self.parts.still_holds.show_value(card is not None and card.still_holds)
        if card is not None:
            self.parts.fear.setText(card.text)
            self.parts.place_note.setText(card.place_note)
            self.parts.pile.setText(card.pile)
            self.parts.mates.show_rows(card.mates)

    def _show_acts(self, view: RecastView) -> None:
        card = view.risk
        self.another.setVisible(view.fear is not None)
        linked = card is not None and card.stands_for_fear
        words = _("Not for this fear") if linked else _("Also for this fear")
        self.parts.link.set_words(words)
        self.parts.link.setVisible(card is not None and view.fear is not None)
        self.primary.set_words(view.next_act)

    def _connect_risk(self) -> None:
        parts, sentence, extras = self.parts, self.parts.sentence, self.parts.sentence.extras
        sentence.changed.connect(self._edit_risk)
        sentence.drafted.connect(self._put_draft)
        sentence.line_given.connect(self._part_line)
        sentence.marks.aim_toggled.connect(self._toggle_aim)
        sentence.finished.connect(self.primary.setFocus)
        sentence.hints.move_chosen.connect(self.moves.do)
        sentence.hints.sent_away.connect(self.moves.send_hint_away)
        extras.tags_typed.connect(
            self._for_risk(lambda risk, text: recasting.set_tags(self.meeting, risk, text))
        )
        extras.idea_added.connect(
            self._for_risk(lambda risk, text: recasting.add_idea(self.meeting, risk, text))
        )
        extras.idea_removed.connect(
            self._for_risk(lambda risk, text: recasting.remove_idea(self.meeting, risk, text))
        )
        extras.rate_typed.connect(
            self._for_risk(lambda risk, n, k: recasting.set_rate(self.meeting, risk, n, k))
        )
        extras.source_chosen.connect(
            self._for_risk(lambda risk, id_: risks.edit_risk(self.meeting, risk, secondary_to=id_))
        )
        extras.note_typed.connect(
            self._for_risk(lambda risk, text: risks.edit_risk(self.meeting, risk, note=text))
        )
        extras.fold.clicked.connect(lambda _on=False: self.unfold())
        parts.risks.picked.connect(self._pick_risk)
        parts.risks.activated.connect(lambda _key: self.first_focus().setFocus())
        parts.risks.removed.connect(lambda key: self.moves.remove(RiskId(str(key))))
        parts.link.clicked.connect(lambda _on=False: self._turn_link())
        parts.by_hand.clicked.connect(lambda _on=False: self.add_by_hand())
        parts.counter.clicked.connect(lambda _on=False: self.begin_counter_risk())
        self.finder.link_wanted.connect(self._link_found)
        self.finder.merge_wanted.connect(self._merge_found)
        self.finder.left.connect(lambda: self.first_focus().setFocus())
        for place in range(1, _MOST_KINDS + 1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.activated.connect(partial(self._choose_kind, place))

    def _for_risk(self, service: Callable[..., object]) -> Callable[..., None]:
        """The service, called for the risk in hand as long as there is one."""

        def call(*given: object) -> None:
            risk = self.risk_now()
            if risk is not None:
                self.attempt(lambda: service(risk.id, *given))

        return call

    def _connect_kinds(self, fresh: tuple[EmptyKind, ...]) -> None:
        ids = {box: id_ for id_, box in self.parts.kinds.items()}
        for box in fresh:
            box.looked.connect(
                lambda on, id_=ids[box]: self.attempt(
                    lambda: categories.look_for(self.meeting, id_, none_found=on)
                )
            )

    def _edit_risk(self, field: str, value: object) -> None:
        risk = self._risk
        if risk is not None and risk in self.meeting.workshop.risks:
            self.attempt(lambda: risks.edit_risk(self.meeting, risk, origin=self, **{field: value}))
        elif isinstance(value, str) and value.strip():
            self._begin_risk(field, value)

    def _begin_risk(self, field: str, text: str) -> None:
        self.placing.begun = None
        fields = {**self._fresh, field: text}
        fear = self._fear if not self._by_hand else None
        if fear is None:
            self.attempt(lambda: risks.add_risk(self.meeting, origin=self, **fields))
        else:
            self.attempt(lambda: fears.recast_fear(self.meeting, fear, origin=self, **fields))
        self._by_hand, self._fresh = False, {}

    _by_hand = False

    def _part_line(self, field: PartField) -> None:
        """Part a whole sentence that was given to one field, where its parts have room."""
        typed = self.parts.sentence.draft()
        name = self.parts.sentence.name_of(field)
        recast = said_in_one(typed[name], lexicon())
        if recast is None:
            return
        if any(getattr(recast, other) and typed[other].strip() for other in PARTS if other != name):
            return
        flush_fields(self)
        fear = None if self._by_hand else self._fear
        held = self._risk
        self._risk = self.attempt(
            lambda: recasting.part_line(self.meeting, held, recast, fear=fear, emptied=name)
        )
        self._by_hand, self.placing.begun = False, None
        self.refresh(None)
        self.parts.sentence.first_empty().setFocus()

    def begin_another(self) -> None:
        """An empty sentence for the fear in hand; it becomes a risk with the first word."""
        flush_fields(self)
        self._risk, self._by_hand, self._fresh = None, False, {}
        self.refresh(None)
        self.first_focus().setFocus()

    def add_by_hand(self) -> None:
        """An empty sentence that stands for no fear."""
        self.begin_another()
        self._by_hand = True

    def begin_counter_risk(self) -> None:
        """What do we risk by not doing it? A risk of not delivering, without a fear."""
        self.add_by_hand()
        self._fresh = {"category": DELIVERY}
        self.say(_("What do we risk by not doing it, or by doing too little?"), "hint")

    def _choose_kind(self, place: int) -> None:
        flush_fields(self)
        self.parts.sentence.marks.choose_kind(place)

    def _toggle_aim(self, aim: object) -> None:
        risk = self._risk
        if risk is not None:
            self.attempt(
                lambda: risks.toggle_objective(self.meeting, risk, cast("ObjectiveId", aim))
            )
            self.refresh(None)

    def _pick_risk(self, key: object) -> None:
        self._risk, self._by_hand = RiskId(str(key)), False
        self.refresh(None)

    def _link_found(self, key: object) -> None:
        """Let the found risk stand for the fear; Enter without a word turns the one in hand."""
        risk, fear = self.meeting.workshop.risks.get(RiskId(str(key))), self._fear
        if risk is None or fear is None:
            return
        if risk.id == self._risk:
            self._turn_link()
        elif fear not in risk.fears:
            self.attempt(lambda: risks.link_risk(self.meeting, risk.id, fear))
        self._found(risk.id)

    def _merge_found(self, key: object) -> None:
        if self.moves.merge(RiskId(str(key))):
            self._found(self._risk)

    def _found(self, risk: RiskId | None) -> None:
        self._risk, self.placing.begun, self._by_hand = risk, None, False
        self.finder.leave()
        self.refresh(None)
        self.primary.setFocus()

    def _turn_link(self) -> None:
        flush_fields(self)
        fear, risk = self._fear, self._risk
        held = self.meeting.workshop.risks.get(risk) if risk else None
        if fear is None or held is None:
            return
        turn = risks.unlink_risk if fear in held.fears else risks.link_risk
        self.placing.begun = None
        self.attempt(lambda: turn(self.meeting, held.id, fear))

    def step_fear(self, by: int) -> None:
        """Take the fear before (-1) or the next one (1), whatever its place."""
        row = fears_in_order(self.meeting.workshop)
        if row and self._fear in row:
            self.show_fear(row[(row.index(self._fear) + by) % len(row)])

    def _go_on(self) -> None:
        """To the next fear without a place; when all have one, to the scores."""
        workshop = self.meeting.workshop
        following = next_fear(workshop, self._fear)
        if following is not None:
            self.show_fear(following)
            self.first_focus().setFocus()
        elif all(fear.disposition is not None for fear in workshop.fears.values()):
            self.go_to.emit(Stage.RANK if workshop.risks else Stage.NAME)
        else:
            self.say(_("This fear is the last one without a place."), "hint")

    def take_in_hand(self, thing: object) -> None:
        """Take a risk in hand, with the fear it came from."""
        risk = self.meeting.workshop.risks.get(RiskId(str(thing)))
        if risk is None:
            return
        flush_fields(self)
        self._fear = next(iter(risk.fears), self._fear)
        self.placing.begun, self._risk, self._by_hand = None, risk.id, False
        self.refresh(None)
        self.first_focus().setFocus()

    def send_hint_away(self) -> None:
        """Do not ask again what is asked about the risk in hand; else, about the fear."""
        code = self.parts.sentence.hints.first_code()
        if code:
            self.moves.send_hint_away(code)
        else:
            self.parts.needs.send_hint_away()

    def why_no_risk(self) -> str:
        """Why nothing can be done with a risk now; empty if something can."""
        return "" if self._risk is not None else _("It takes a risk in hand.")

    def why_not_held(self) -> str:
        """Why it cannot be said now that the sentence holds; empty if it can."""
        shown = self.parts.held.isVisible()
        return "" if shown else _("This is asked about a fear that became a risk.")

    def remove_risk(self) -> None:
        """Remove the risk in hand."""
        if self._risk is not None:
            self.moves.remove(self._risk)

    def unfold(self) -> None:
        """Show tags, ideas and other projects, or fold them."""
        self.parts.sentence.unfold()
        self.refresh(None)

    page_actions: ClassVar = RECAST_ACTIONS
    page_keys: ClassVar = RECAST_KEYS
