"""What people see while sheets come in: from the booth, by row from paper, from a file.

Of the answers of others nothing is here but how many are in.
"""

from dataclasses import dataclass

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.domain.sheets import Turnout, asked, expected, sheets_in, still_asked
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.ballots import turnout_words
from deskrisk.viewmodels.rank import ScorerGroup, answer_row, risk_sentence, title_of
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.signs import category_sign

WAY_WORDS = {
    InputMode.CARDS: N_("Cards"),
    InputMode.PASS: N_("Laptop goes round"),
    InputMode.PAPER: N_("Paper"),
    InputMode.IMPORT: N_("File"),
}
"""How answers come in, in a word or three; the order in which it is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsView:
    """How far the sheets of a round are. ``people`` says who is in, and nothing of what."""

    round: int
    closed: bool
    turnout: Turnout
    turnout_words: str
    risks: tuple[RiskId, ...]
    people: tuple[Row, ...]
    next_person: ParticipantId | None
    explained: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One person's sheet, keyed in by row: the rows are risks."""

    key: tuple[ParticipantId | None, int]
    groups: tuple[ScorerGroup, ...]
    progress: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoothRisk:
    """A risk on somebody's own sheet; ``place`` counts in the order that only this sheet has."""

    id: RiskId
    sign: str
    place: str
    title: str
    sentence: str


def sheets_view(workshop: Workshop, round_: int = FIRST_ROUND) -> SheetsView:
    """How far the sheets are."""
    turnout = sheets_in(workshop, round_)
    left = [who for who in expected(workshop) if still_asked(workshop, who, round_)]
    return SheetsView(
        round=round_,
        closed=workshop.progress.round_closed >= round_,
        turnout=turnout,
        turnout_words=turnout_words(turnout),
        risks=asked(workshop, round_),
        people=_people(workshop, round_),
        next_person=left[0] if left else None,
        explained=_explained(workshop.brief.input_scores),
    )


def paper_view(
    workshop: Workshop, who: ParticipantId | None, round_: int = FIRST_ROUND
) -> PaperView:
    """The sheet of one person; empty for nobody."""
    person = workshop.participants.get(who) if who is not None else None
    if person is None:
        return PaperView(key=(None, round_), groups=(), progress="")
    rows = tuple(
        answer_row(workshop, person, risk, round_, name=_risk_name(workshop, risk), key=risk)
        for risk in asked(workshop, round_)
    )
    return PaperView(
        key=(person.id, round_),
        groups=(ScorerGroup(name=person.name, rows=rows),),
        progress=_("This sheet is in. Enter takes the next one."),
    )


def booth_risk(workshop: Workshop, risk: RiskId, at: int, count: int) -> BoothRisk:
    """A risk on a sheet in the booth; ``at`` counts from 0."""
    shown = workshop.risks[risk]
    return BoothRisk(
        id=risk,
        sign=category_sign(workshop, shown.category),
        place=_("{place} of {count}").format(place=at + 1, count=count),
        title=title_of(shown),
        sentence=risk_sentence(shown),
    )


def _risk_name(workshop: Workshop, risk: RiskId) -> str:
    shown = workshop.risks[risk]
    return _("{number}  {title}").format(number=shown.number, title=title_of(shown))


def _people(workshop: Workshop, round_: int) -> tuple[Row, ...]:
    here = set(expected(workshop))
    return tuple(
        _person(person, in_=not still_asked(workshop, person.id, round_), here=person.id in here)
        for person in in_order(workshop.participants)
        if person.scores
    )


def _person(person: Participant, *, in_: bool, here: bool) -> Row:
    if not here:
        return Row(key=person.id, title=person.name, note=_("not here"), quiet=True)
    sign = "icon:check:good" if in_ else "icon:circle:ink_soft"
    return Row(key=person.id, title=person.name, note=_("in") if in_ else "", sign=sign)


def _explained(mode: InputMode) -> str:
    return {
        InputMode.CARDS: _("Everyone shows a card on three. One key each."),
        InputMode.PASS: _(
            "The laptop goes round. Each chooses their name, answers alone, and hands it on. What "
            "is handed in is sealed: nobody can open it, neither can you."
        ),
        InputMode.PAPER: _("Print the sheets, collect them, and key them in one person at a time."),
        InputMode.IMPORT: _(
            "Write the file, let it be filled in before the meeting, and read it here. If one row "
            "is wrong, nothing is taken."
        ),
    }[mode]
