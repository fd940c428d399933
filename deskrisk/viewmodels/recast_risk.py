"""The risk in hand on the page Recast: its sentence, what is asked about it, and its moves."""

from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import CategoryId, ObjectiveId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.reference import reference_class
from deskrisk.domain.risks import title_is_proposed
from deskrisk.domain.wording import MOST_SHOWN, Code, Offer
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.wording import Hint, risk_questions

LONG_PART = 160
"""A part of the sentence that is longer shows its count."""

_LACKING = (Code.NO_CAUSE, Code.NO_CONSEQUENCE)
"""What these ask is asked anyway as long as the part is missing."""


class Move(Enum):
    """What can be done with the words of a sentence by one key."""

    CAUSE = "cause"
    SHELF = "shelf"
    ISSUE = "issue"
    QUESTION = "question"
    SPLIT = "split"


MOVE_WORDS = {
    Move.CAUSE: N_("Move to because"),
    Move.SHELF: N_("To the shelf of ideas"),
    Move.ISSUE: N_("It is an issue"),
    Move.QUESTION: N_("It is a question"),
    Move.SPLIT: N_("Split in two"),
}
"""What each move is called."""

MOVE_KEYS = {
    Move.CAUSE: "Alt+C",
    Move.SHELF: "Alt+S",
    Move.ISSUE: "Alt+I",
    Move.QUESTION: "Alt+Q",
    Move.SPLIT: "Alt+X",
}
"""The key of each move."""

_MOVES = {
    Offer.MOVE_TO_CAUSE: Move.CAUSE,
    Offer.SHELVE: Move.SHELF,
    Offer.MAKE_ISSUE: Move.ISSUE,
    Offer.MAKE_QUESTION: Move.QUESTION,
    Offer.SPLIT: Move.SPLIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One quiet line under the sentence; ``code`` is that of a hint that can be sent away."""

    text: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCard:
    """The risk in hand; ``questions`` are at most two: what lacks, and how it is said.

    ``moves`` are what the questions offer; ``well_said`` is the quiet tick of a sentence that is
    whole and that nothing is asked about.
    """

    id: RiskId
    heading: str
    cause: str
    event: str
    consequence: str
    title: str
    title_note: str
    category: CategoryId | None
    objectives: tuple[ObjectiveId, ...]
    red_line: bool
    red_line_reason: str
    questions: tuple[QuestionLine, ...]
    moves: tuple[Move, ...]
    well_said: bool
    stands_for_fear: bool
    tags: str
    ideas: tuple[str, ...]
    rate_n: int | None
    rate_k: int | None
    rate_note: str
    secondary_to: RiskId | None
    more_note: str
    note: str


def sentence_card(workshop: Workshop, risk: Risk, fear: Fear | None) -> SentenceCard:
    """The card of one risk, beside the fear in hand."""
    hints = _hints(workshop, risk)
    lacking = _lacking(workshop, risk)
    questions = (
        *((QuestionLine(text=lacking),) if lacking else ()),
        *(QuestionLine(text=hint.question, code=hint.code.value) for hint in hints),
    )[:MOST_SHOWN]
    shown = [hint for hint in hints if hint.code.value in {each.code for each in questions}]
    return SentenceCard(
        id=risk.id,
        heading=_("Risk {number}").format(number=risk.number),
        cause=risk.cause,
        event=risk.event,
        consequence=risk.consequence,
        title=risk.title,
        title_note=_("proposed") if risk.title and title_is_proposed(risk) else "",
        category=risk.category,
        objectives=risk.objectives,
        red_line=risk.red_line,
        red_line_reason=risk.red_line_reason,
        questions=questions,
        moves=_moves(shown),
        well_said=not lacking and not hints,
        stands_for_fear=fear is not None and fear.id in risk.fears,
        tags=", ".join(risk.tags),
        ideas=risk.ideas,
        rate_n=risk.base_rate_n,
        rate_k=risk.base_rate_k,
        rate_note=_rate_note(risk),
        secondary_to=risk.secondary_to,
        more_note=_more_note(risk),
        note=risk.note,
    )


def over_length(text: str) -> str:
    """The count of a part that has grown long; empty while it is short enough."""
    if len(text) <= LONG_PART:
        return ""
    return _("{length} of {limit}").format(length=len(text), limit=LONG_PART)


def _hints(workshop: Workshop, risk: Risk) -> tuple[Hint, ...]:
    """What the aid asks once there is an event, without what was sent away for good."""
    if not risk.event.strip():
        return ()
    return tuple(
        hint
        for hint in risk_questions(workshop, risk)
        if hint.code not in _LACKING and hint.code.value not in risk.hints_off
    )


def _moves(hints: list[Hint]) -> tuple[Move, ...]:
    offered = (_MOVES[offer] for hint in hints for offer in hint.offers if offer in _MOVES)
    return tuple(dict.fromkeys(offered))


def _lacking(workshop: Workshop, risk: Risk) -> str:
    aim = _("Which aim would it hurt?") if workshop.objectives else _("There is no aim yet.")
    lacks = (
        (risk.red_line and not risk.red_line_reason.strip(), _("Why must this never happen?")),
        (not risk.cause.strip(), _("What is true today that makes this possible?")),
        (not risk.event.strip(), _("What may happen?")),
        (not risk.consequence.strip(), _("How would somebody outside this room notice?")),
        (risk.category is None, _("What kind of risk is it?")),
        (not risk.objectives, aim),
    )
    return next((question for missing, question in lacks if missing), "")


def _rate_note(risk: Risk) -> str:
    """How often it happened elsewhere, in words; empty while that is not known."""
    known = reference_class(risk)
    if known is None:
        return ""
    return _("A cautious start: about {share} %").format(share=round(100 * known.cautious))


def _more_note(risk: Risk) -> str:
    """What is behind the fold."""
    ideas, tags = len(risk.ideas), len(risk.tags)
    found = (
        ngettext("{count} idea", "{count} ideas", ideas).format(count=ideas) if ideas else "",
        ngettext("{count} tag", "{count} tags", tags).format(count=tags) if tags else "",
        _("{k} of {n} projects").format(k=risk.base_rate_k, n=risk.base_rate_n)
        if reference_class(risk)
        else "",
        _("a note") if risk.note.strip() else "",
    )
    return ", ".join(each for each in found if each)
