"""What the room sees: one scene on the wall, or the curtain before it.

Everything is made from the public side of the workshop; the whole of it is asked only for how many
answers are in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels import show_answers, show_charts, show_decisions, show_fears, show_votes
from deskrisk.viewmodels.blocks import Block, Chart, texts_of
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.read_back import read_back, read_back_blocks, read_back_where
from deskrisk.viewmodels.scenes import Scene, ShowState, TimeLeft
from deskrisk.viewmodels.show_fears import prompt_count

__all__ = ["ShowView", "prompt_count", "scene_word", "show_view", "subjects_in_turn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowView:
    """What the wall shows, for the room window and the small picture on the desk.

    ``where`` stands top left, ``time`` top right (empty for none), ``blocks`` are the one thing to
    look at. ``curtain`` says that the neutral ground is shown, ``word`` what is on the wall in a
    word or two, for the desk alone.
    """

    scene: Scene
    curtain: bool
    where: str
    time: str
    time_tone: str
    blocks: tuple[Block, ...]
    word: str

    def spoken(self) -> str:
        """All of it as one text, for a screen reader."""
        texts = (self.where, *texts_of(self.blocks), self.time)
        return "\n".join(text for text in texts if text)

    def shows_chart(self, view: object) -> bool:
        """Is this view model, or a page of it, what a chart of the scene shows?"""
        charts = [block for block in self.blocks if isinstance(block, Chart)]
        return any(isinstance(view, type(each.view)) for each in charts)


def show_view(workshop: Workshop, state: ShowState, timer: TimeLeft | None = None) -> ShowView:
    """What the room sees of a workshop in a state of the show.

    Args:
        workshop: as it is now.
        state: what is on the wall.
        timer: how much time is left; None while no time runs.
    """
    shown = timer if state.timer_on_wall and state.scene is not Scene.CLOSED else None
    return ShowView(
        scene=state.scene,
        curtain=state.covered,
        where=_where(workshop, state),
        time=_clock(shown.seconds) if shown else "",
        time_tone="care" if shown and shown.amber else "ink_soft",
        blocks=_curtain(workshop, state) if state.covered else _scene(workshop, state),
        word=_("curtain") if state.covered else scene_word(state.scene),
    )


def subjects_in_turn(workshop: Workshop, scene: Scene) -> tuple[str, ...]:
    """What follows after the last page of a subject: the prompts, the pages read back."""
    if scene is Scene.PROMPT:
        return tuple(map(str, range(prompt_count())))
    if scene is Scene.READ_BACK:
        return tuple(page.key for page in read_back(public_side(workshop)))
    return ()


def scene_word(scene: Scene) -> str:
    """What is on the wall, in a word or two."""
    return {
        Scene.CLOSED: _("nothing"),
        Scene.TITLE: _("what for"),
        Scene.PROMPT: _("prompt only"),
        Scene.COUNT: _("count only"),
        Scene.FEAR: _("one fear"),
        Scene.PILES: _("piles"),
        Scene.SENTENCE: _("fear, sentence"),
        Scene.SCALES: _("risk, scales"),
        Scene.SPREAD: _("spread"),
        Scene.HEDGING: _("who hedges"),
        Scene.GAPS: _("read differently"),
        Scene.MAP: _("map"),
        Scene.ORDER: _("order"),
        Scene.BALLOT: _("ballot"),
        Scene.DUEL: _("duel"),
        Scene.RESPONSE: _("response"),
        Scene.PORTFOLIO: _("all promises"),
        Scene.TIMELINE: _("dates"),
        Scene.READ_BACK: _("read back"),
        Scene.STANCES: _("five to one"),
        Scene.REVIEW: _("review"),
        Scene.CALIBRATION: _("did it happen"),
    }[scene]


_SCENES: Mapping[Scene, Callable[[Workshop, str], tuple[Block, ...]]] = {
    Scene.TITLE: show_decisions.title_blocks,
    Scene.PROMPT: show_fears.prompt_blocks,
    Scene.FEAR: show_fears.fear_blocks,
    Scene.PILES: show_fears.pile_blocks,
    Scene.SENTENCE: show_fears.sentence_blocks,
    Scene.SPREAD: show_charts.spread_blocks,
    Scene.HEDGING: show_charts.hedging_blocks,
    Scene.GAPS: show_charts.gap_blocks,
    Scene.MAP: show_charts.map_blocks,
    Scene.ORDER: show_answers.order_blocks,
    Scene.DUEL: show_votes.duel_blocks,
    Scene.RESPONSE: show_decisions.response_blocks,
    Scene.PORTFOLIO: show_charts.portfolio_blocks,
    Scene.TIMELINE: show_charts.timeline_blocks,
    Scene.READ_BACK: read_back_blocks,
    Scene.STANCES: show_decisions.stance_blocks,
    Scene.REVIEW: show_decisions.review_blocks,
    Scene.CALIBRATION: show_charts.calibration_blocks,
}
"""Scenes that need no more than the public side."""


def _scene(workshop: Workshop, state: ShowState) -> tuple[Block, ...]:
    public = show_fears.with_draft(public_side(workshop), state)
    public = show_decisions.with_draft(public, state)
    if state.scene is Scene.SCALES:
        meter = show_answers.answers_in(workshop, state.subject)
        return show_answers.scale_blocks(public, state.subject, meter)
    if state.scene is Scene.BALLOT:
        meter = show_votes.ballots_meter(workshop, state.subject)
        return show_votes.ballot_blocks(public, state.subject, meter)
    if state.scene is Scene.COUNT:
        return show_fears.count_blocks(workshop)
    if state.scene is Scene.STANCES:
        waiting = show_decisions.stances_in(workshop)
        return waiting or show_decisions.stance_blocks(public, state.subject)
    found = _SCENES.get(state.scene)
    if found is None:
        return ()
    counted = show_fears.passed_in(workshop) if state.scene is Scene.PROMPT else ()
    return (*found(public, state.subject), *counted)


def _curtain(workshop: Workshop, state: ShowState) -> tuple[Block, ...]:
    """What stays: the program's own words to the room, and how many are in (method A.3, A.6)."""
    if state.scene in (Scene.PROMPT, Scene.COUNT):
        return _scene(workshop, state)
    if state.scene is Scene.SCALES:
        return show_answers.answers_in(workshop, state.subject)
    if state.scene is Scene.BALLOT:
        return show_votes.ballots_meter(workshop, state.subject)
    if state.scene is Scene.STANCES:
        return show_decisions.stances_in(workshop)
    return ()


def _where(workshop: Workshop, state: ShowState) -> str:
    if state.scene is Scene.FEAR and not state.covered:
        return show_fears.heard_words(workshop, state.subject)
    if state.scene is Scene.SCALES and not state.covered:
        return show_answers.asked_words(workshop, state.subject)
    if state.scene is Scene.READ_BACK and not state.covered:
        return read_back_where(public_side(workshop), state.subject)
    return {
        Scene.CLOSED: "",
        Scene.TITLE: _("Open"),
        Scene.PROMPT: _("Name, in silence"),
        Scene.COUNT: _("Name, in silence"),
        Scene.FEAR: _("Hear them"),
        Scene.PILES: _("Make piles"),
        Scene.SENTENCE: _("Recast"),
        # Behind the curtain no risk is named.
        Scene.SCALES: show_answers.asked_words(workshop, state.subject.partition("/")[1]),
        Scene.SPREAD: _("The spread"),
        Scene.HEDGING: _("The spread"),
        Scene.GAPS: _("The spread"),
        Scene.MAP: _("The spread"),
        Scene.ORDER: _("The order"),
        Scene.BALLOT: _("The order, by ballot"),
        Scene.DUEL: _("The order, by duels"),
        Scene.RESPONSE: _("Respond"),
        Scene.PORTFOLIO: _("Respond"),
        Scene.TIMELINE: _("What we promised"),
        Scene.READ_BACK: _("Agree"),
        Scene.STANCES: _("Agree"),
        Scene.REVIEW: _("Follow up"),
        Scene.CALIBRATION: _("Follow up"),
    }[state.scene]


def _clock(seconds: float) -> str:
    """Minutes and seconds, ``"6:40"``; what is over stays at ``"0:00"``."""
    whole = max(0, int(-(-seconds // 1)))  # a second that has begun counts
    return f"{whole // 60}:{whole % 60:02d}"
