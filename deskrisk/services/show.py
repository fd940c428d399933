"""The show: what is on the wall now. One for each open workshop, in memory alone.

Whatever shows the wall (the room window, the small picture on the desk) asks ``view``; nothing else
decides what the room may see.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from deskrisk.domain.model.workshop import Workshop
from deskrisk.viewmodels.scenes import Scene, ShowState, TimeLeft
from deskrisk.viewmodels.show import ShowView, show_view

Listener = Callable[[ShowState], None]
Clock = Callable[[float], TimeLeft | None]


def _no_clock(_now: float) -> TimeLeft | None:
    return None


class Show:
    """The state of the show.

    It may be asked and changed from any thread; listeners are called on the thread that changed
    it, after the change. ``clock`` tells the time left at a moment of the monotonic clock, or None
    while no time runs.
    """

    def __init__(self) -> None:
        self._state = ShowState()
        self._listeners: list[Listener] = []
        self._lock = threading.RLock()
        self.clock: Clock = _no_clock

    @property
    def state(self) -> ShowState:
        """What is on the wall now."""
        return self._state

    def show(self, scene: Scene, subject: str = "", *, curtain: bool | None = None) -> None:
        """Put one thing on the wall.

        Args:
            scene: what kind of thing.
            subject: which one, see ``Scene``.
            curtain: how this kind of thing begins, in the same moment: covered or not; None
                leaves the curtain. What the facilitator does with it then stays while one kind
                of thing is shown, and a curtain that they lowered is never raised by this.
        """

        def shown(state: ShowState) -> ShowState:
            begins = scene is not state.scene and curtain is not None and not state.by_hand
            covered = curtain if begins else state.curtain
            return replace(state.showing(scene, subject), curtain=bool(covered))

        self._change(shown)

    def turn_page(self, by: int, pages: int = 1, follow: Sequence[str] = ()) -> None:
        """Go on or back within what is shown; after the last page comes the next subject.

        Args:
            by: how many pages, negative to go back.
            pages: how many there are, 1 or more.
            follow: the subjects that follow each other, see ``subjects_in_turn``.
        """

        def turned(state: ShowState) -> ShowState:
            page = min(state.page, pages - 1) + by
            if follow and not 0 <= page < pages:
                at = follow.index(state.subject) if state.subject in follow else 0
                to = min(max(at + (1 if by > 0 else -1), 0), len(follow) - 1)
                return state.showing(state.scene, follow[to])
            return replace(state, page=min(max(page, 0), pages - 1))

        self._change(turned)

    def draft(self, subject: str, **fields: str) -> None:
        """Let what is on the wall grow with every key, before it is handed over.

        Args:
            subject: of the sentence or the response; another one on the wall stays as it is.
            fields: what is typed. Of a sentence cause, event, consequence or title; of a response
                reason, trigger or fallback, and title or statement of a promise with its id after
                a slash.
        """

        def drafted(state: ShowState) -> ShowState:
            if state.scene not in (Scene.SENTENCE, Scene.RESPONSE) or state.subject != subject:
                return state
            return replace(state, draft=tuple(fields.items()))

        self._change(drafted)

    def lower_curtain(self) -> None:
        """A page covers what people have written and answered."""
        self._change(lambda state: replace(state, curtain=True))

    def raise_curtain(self) -> None:
        """A page has nothing to cover any more; a curtain lowered by hand stays."""
        self._change(lambda state: replace(state, curtain=state.curtain and state.by_hand))

    def toggle_curtain(self) -> None:
        """The facilitator lowers the curtain, or raises it."""
        self._change(
            lambda state: replace(state, curtain=not state.covered, by_hand=not state.covered)
        )

    def borrow_clock(self, clock: Clock) -> Callable[[], None]:
        """Let the wall show another time for a while, e.g. that of the talk about one risk.

        Returns:
            a function that gives the clock back.
        """
        before, self.clock = self.clock, clock

        def give_back() -> None:
            if self.clock is clock:
                self.clock = before

        return give_back

    def show_timer(self, *, shown: bool) -> None:
        """Let the room see how much time is left, or not."""
        self._change(lambda state: replace(state, timer_on_wall=shown))

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on.

        Returns:
            a function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def view(self, workshop: Workshop, now: float = 0.0) -> ShowView:
        """What the room sees.

        Args:
            workshop: as it is now.
            now: a moment of the monotonic clock, in seconds.
        """
        return show_view(workshop, self._state, self.clock(now))

    def _change(self, rule: Callable[[ShowState], ShowState]) -> None:
        with self._lock:
            before = self._state
            self._state = after = rule(before)
        if after != before:
            for listener in tuple(self._listeners):
                listener(after)
