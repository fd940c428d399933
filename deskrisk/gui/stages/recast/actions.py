"""What the page Recast can do by key and by name."""

from typing import Any

from deskrisk.domain.model.fears import Disposition
from deskrisk.gui.widgets.page_actions import Act, PageAction, PageKey
from deskrisk.i18n import N_
from deskrisk.viewmodels.recast_risk import MOVE_KEYS, MOVE_WORDS, Move


def _becomes(disposition: Disposition) -> Act:
    return lambda page: page.take_place(disposition)


def _move(move: Move) -> Act:
    return lambda page: page.moves.do(move)


def _no_fear(page: Any) -> str:
    return str(page.placing.why_no_fear())


def _no_risk(page: Any) -> str:
    return str(page.why_no_risk())


RECAST_ACTIONS: tuple[PageAction, ...] = (
    PageAction(
        "recast.place",
        N_("What becomes of the fear"),
        "Alt+D",
        lambda page: page.placing.ask(),
        _no_fear,
    ),
    PageAction(
        "recast.agreement",
        N_("The fear leads to a working agreement"),
        "Alt+A",
        _becomes(Disposition.AGREEMENT),
        _no_fear,
    ),
    PageAction(
        "recast.heard",
        N_("The fear is heard"),
        "Alt+H",
        _becomes(Disposition.ACKNOWLEDGED),
        _no_fear,
    ),
    PageAction(
        "recast.parked", N_("Park the fear"), "Alt+P", _becomes(Disposition.PARKED), _no_fear
    ),
    PageAction(
        "recast.same",
        N_("The fear is the same as another"),
        "Alt+U",
        _becomes(Disposition.MERGED),
        _no_fear,
    ),
    PageAction(
        "recast.issue", MOVE_WORDS[Move.ISSUE], MOVE_KEYS[Move.ISSUE], _move(Move.ISSUE), _no_fear
    ),
    PageAction(
        "recast.question",
        MOVE_WORDS[Move.QUESTION],
        MOVE_KEYS[Move.QUESTION],
        _move(Move.QUESTION),
        _no_fear,
    ),
    *(
        PageAction(f"recast.{move.value}", MOVE_WORDS[move], MOVE_KEYS[move], _move(move), _no_risk)
        for move in (Move.CAUSE, Move.SHELF, Move.SPLIT)
    ),
    PageAction(
        "recast.another",
        N_("Another risk from this fear"),
        "Alt+N",
        lambda page: page.begin_another(),
        _no_fear,
    ),
    PageAction(
        "recast.link",
        N_("Find a risk that is on the list for this fear"),
        "Alt+L",
        lambda page: page.finder.begin(merging=False),
        _no_fear,
    ),
    PageAction(
        "recast.merge",
        N_("Merge the risk with another"),
        "Alt+M",
        lambda page: page.finder.begin(merging=True),
        _no_risk,
    ),
    PageAction(
        "recast.holds",
        N_("The sentence still holds what was meant"),
        "Alt+T",
        lambda page: page.parts.still_holds.click(),
        lambda page: page.why_not_held(),
    ),
    PageAction(
        "recast.red_line",
        N_("A red line, or no longer"),
        "Alt+R",
        lambda page: page.parts.sentence.marks.turn_red_line(),
        _no_risk,
    ),
    PageAction(
        "recast.more",
        N_("Tags, ideas and comparable projects"),
        "Alt+K",
        lambda page: page.unfold(),
        _no_risk,
    ),
    PageAction(
        "recast.hint",
        N_("Do not ask this again about the risk or the fear"),
        "Alt+Y",
        lambda page: page.send_hint_away(),
    ),
    PageAction(
        "recast.counter",
        N_("What do we risk by not doing it?"),
        "Alt+O",
        lambda page: page.begin_counter_risk(),
    ),
    PageAction("recast.by_hand", N_("A risk without a fear"), "", lambda page: page.add_by_hand()),
    PageAction(
        "recast.duplicate", N_("Copy the risk"), "", lambda page: page.moves.duplicate(), _no_risk
    ),
    PageAction(
        "recast.remove", N_("Remove the risk"), "", lambda page: page.remove_risk(), _no_risk
    ),
    PageAction(
        "recast.before", N_("Fear before"), "Ctrl+PgUp", lambda page: page.step_fear(-1), _no_fear
    ),
    PageAction(
        "recast.next", N_("Next fear"), "Ctrl+PgDown", lambda page: page.step_fear(1), _no_fear
    ),
)
"""In the order in which the sheet of keys shows them."""

RECAST_KEYS: tuple[PageKey, ...] = (
    PageKey(N_("Kind of risk, then the aims"), "Alt+1"),
    PageKey(N_("An aim, in kind and aims"), "1"),
)
"""Keys that the parts of the page answer themselves."""
