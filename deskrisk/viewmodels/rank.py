"""What the page Rank shows while private answers come in; the order has a module of its own.

Nothing here tells how the answers compare: no middle, no sum, no place in an order.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from deskrisk.domain.exposures import scorers
from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import GroupId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import Pack
from deskrisk.domain.parts import in_order
from deskrisk.domain.scales import IMPACT
from deskrisk.domain.scores import (
    FIRST_ROUND,
    Question,
    has_answered,
    still_missing,
    unfinished,
)
from deskrisk.domain.sheets import asked
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import day, whole_or_short
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS

CANNOT_JUDGE = 0
"""The key for "I cannot judge"."""

_WHO_SEES = {
    InputMode.PAPER: N_("Paper slips: only you see who answered what"),
    InputMode.CARDS: N_("Cards: everyone sees every answer, at the same moment"),
    InputMode.PASS: N_("The laptop goes round: nobody sees who answered what"),
    InputMode.IMPORT: N_("From a file: only you see who answered what"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One answer of one person: what is in it, and whether the cursor stops there."""

    text: str
    filled: bool
    skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorerRow:
    """A row of the grid: a person, or a risk on one person's sheet.

    ``note`` says why a row is passed over. ``spoken`` is for screen readers; it says what is
    answered and never how.
    """

    id: Hashable
    name: str
    note: str
    likelihood: Cell
    impact: Cell
    spoken: str

    def cell(self, question: Question) -> Cell:
        """The cell for one of the two questions."""
        return self.likelihood if question is Question.LIKELIHOOD else self.impact


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorerGroup:
    """A group and its people; the heading is empty where there are no groups."""

    name: str
    rows: tuple[ScorerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLine:
    """One level of a scale: its key, its words with numbers, and its points where it has them.

    ``anchor`` says what the level looks like for a risk of this kind; empty where nobody said so.
    """

    level: int
    words: str
    figure: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleView:
    """The scale of one question."""

    question: str
    unit: str
    lines: tuple[ScaleLine, ...]
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView:
    """The answers for one risk in one round. ``place`` counts from 0 in the order of numbers."""

    risk: RiskId | None
    sign: str
    heading: str
    title: str
    sentence: str
    who_sees: str
    groups: tuple[ScorerGroup, ...]
    round: int
    closed: bool
    round_note: str
    progress: str
    everyone_in: bool
    all_in: bool
    previous: RiskId | None
    following: RiskId | None

    @property
    def rows(self) -> tuple[ScorerRow, ...]:
        """All people of the grid, in order."""
        return tuple(row for group in self.groups for row in group.rows)


def answers_view(workshop: Workshop, risk: RiskId | None, round_: int = FIRST_ROUND) -> AnswersView:
    """The page Rank while answers come in, with one risk in hand; none or gone takes the first."""
    order = asked(workshop, round_)
    held = risk if risk in order else next(iter(order), None)
    at = order.index(held) if held is not None else 0
    closed = workshop.progress.round_closed >= round_
    missing = still_missing(workshop, held, round_) if held else ()
    shown = workshop.risks[held] if held else None
    return AnswersView(
        risk=held,
        sign=category_sign(workshop, shown.category) if shown else "",
        heading=_heading(shown, at, len(order)),
        title=title_of(shown) if shown else _nothing(workshop),
        sentence=risk_sentence(shown) if shown else _what_first(workshop),
        who_sees=_(_WHO_SEES[workshop.brief.input_scores]),
        groups=_groups(workshop, held, round_) if held else (),
        round=round_,
        closed=closed,
        round_note=_round_note(workshop, round_, closed=closed),
        progress=_progress(workshop, held, round_, len(missing)),
        everyone_in=not missing,
        all_in=bool(order) and bool(scorers(workshop)) and not unfinished(workshop, round_),
        previous=order[at - 1] if at > 0 else None,
        following=_following(workshop, order, at, round_),
    )


def _following(
    workshop: Workshop, order: tuple[RiskId, ...], at: int, round_: int
) -> RiskId | None:
    """The next risk to ask about; in the second round the next one where somebody is missing."""
    after = order[at + 1 :]
    if round_ == FIRST_ROUND:
        return next(iter(after), None)
    turn = (*after, *order[:at])
    return next((risk for risk in turn if still_missing(workshop, risk, round_)), None)


def _nothing(workshop: Workshop) -> str:
    return _("Nothing is asked again yet") if workshop.risks else _("There is no risk yet")


def _what_first(workshop: Workshop) -> str:
    if workshop.risks:
        return _("The second round asks about the risks that were talked about.")
    return _("Recast a fear first, then come back.")


def risks_in_turn(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks as they are asked: by number, for everybody the same."""
    return tuple(risk.id for risk in in_order(workshop.risks, by="number"))


def scale_view(workshop: Workshop, question: Question, anchors: tuple[str, ...] = ()) -> ScaleView:
    """The scale that is being asked, highest level first, "cannot judge" last.

    Args:
        workshop: for its horizon.
        question: which of the two.
        anchors: what each level of impact looks like for this kind of risk, the lowest first.
    """
    if question is Question.LIKELIHOOD:
        lines = [ScaleLine(level=n, words=_(w), figure="") for n, w in LIKELIHOOD_WORDS.items()]
        asked = _("How likely is it before {day}?").format(day=day(workshop.brief.horizon))
        unit = _("chance")
    else:
        anchored = anchors or ("",) * len(IMPACT_WORDS)
        pairs = zip(IMPACT_WORDS, anchored, strict=False)
        lines = [_impact_line(level, anchor) for level, anchor in pairs]
        asked, unit = _("If it happened, how bad?"), _("100 = the whole project")
    cannot = ScaleLine(level=CANNOT_JUDGE, words=_("I cannot judge this"), figure="")
    return ScaleView(
        question=asked,
        unit=unit,
        lines=(*reversed(lines), cannot),
        foot=_("If we do only what is already planned."),
    )


def anchors_of(workshop: Workshop, risk: RiskId | None, packs: Iterable[Pack]) -> tuple[str, ...]:
    """What each level of impact looks like for the kind of a risk, by the first pack that says so.

    A kind of the room's own is found by its name.
    """
    held = workshop.risks.get(risk) if risk is not None else None
    category = workshop.categories.get(held.category) if held and held.category else None
    if category is None:
        return ()
    names = {category.id.casefold(), category.name.strip().casefold()}
    for pack in packs:
        own = {each.name.casefold(): each.id.casefold() for each in pack.categories}
        wanted = names | {own[name] for name in names if name in own}
        for each in pack.impact_anchors:
            if each.category.casefold() in wanted:
                return each.levels
    return ()


def title_of(risk: Risk) -> str:
    """What a risk is called."""
    return risk.title.strip() or _("Risk {number}, not named yet").format(number=risk.number)


def risk_sentence(risk: Risk) -> str:
    """Because, may, so that: the parts that are there, as one sentence."""
    parts = []
    if risk.cause.strip():
        parts.append(_("Because {cause}").format(cause=risk.cause.strip()))
    if risk.event.strip():
        parts.append(risk.event.strip())
    if risk.consequence.strip():
        parts.append(_("so that {consequence}").format(consequence=risk.consequence.strip()))
    return _("{sentence}.").format(sentence=", ".join(parts)) if parts else ""


def _heading(risk: Risk | None, at: int, count: int) -> str:
    if risk is None:
        return ""
    return _("Risk {number}, {place} of {count}").format(
        number=risk.number, place=at + 1, count=count
    )


def _impact_line(level: int, anchor: str = "") -> ScaleLine:
    points = IMPACT[level]
    figure = ngettext("{points} point", "{points} points", int(points)).format(
        points=whole_or_short(points)
    )
    return ScaleLine(level=level, words=_(IMPACT_WORDS[level]), figure=figure, anchor=anchor)


def _groups(workshop: Workshop, risk: RiskId, round_: int) -> tuple[ScorerGroup, ...]:
    rows: dict[GroupId | None, list[ScorerRow]] = {}
    for person in _people(workshop):
        group = person.group if person.group in workshop.groups else None
        rows.setdefault(group, []).append(answer_row(workshop, person, risk, round_))
    found = [
        ScorerGroup(name=group.name, rows=tuple(rows[group.id]))
        for group in in_order(workshop.groups)
        if group.id in rows
    ]
    if None in rows:
        name = _("In no group") if found else _("People")
        found.append(ScorerGroup(name=name, rows=tuple(rows[None])))
    return tuple(found)


def _people(workshop: Workshop) -> tuple[Participant, ...]:
    expected = set(scorers(workshop))
    return tuple(
        person
        for person in in_order(workshop.participants)
        if person.scores or person.id in expected
    )


def answer_row(
    workshop: Workshop,
    person: Participant,
    risk: RiskId,
    round_: int,
    *,
    name: str = "",
    key: Hashable = None,
) -> ScorerRow:
    """One person's answer for a risk as a row of a grid.

    Args:
        workshop: where it is.
        person: whose answer it is.
        risk: for which risk.
        round_: 1 or 2.
        name: what the row is called; the person unless something else is said.
        key: what the row stands for; the person unless something else is said.
    """
    held = Score(round=round_, participant=person.id, risk=risk)
    score = workshop.scores.get(held.id) or held
    away = not person.present
    cannot = "\N{EN DASH}" if score.abstain else ""
    likelihood = str(score.likelihood) if score.likelihood else cannot
    impact = str(score.impact) if score.impact else cannot
    note = _("not here") if away else _("cannot judge") if score.abstain else ""
    called = name or person.name
    return ScorerRow(
        id=person.id if key is None else key,
        name=called,
        note=note,
        likelihood=Cell(text=likelihood, filled=bool(likelihood), skipped=away),
        impact=Cell(text=impact, filled=bool(impact), skipped=away or score.abstain),
        spoken=_spoken(called, score, away=away),
    )


def _spoken(name: str, score: Score, *, away: bool) -> str:
    if away:
        return _("{name}, not here").format(name=name)
    given, empty = _("answered"), _("empty")
    return _("{name}, how likely {likelihood}, how bad {impact}").format(
        name=name,
        likelihood=given if score.likelihood or score.abstain else empty,
        impact=given if score.impact or score.abstain else empty,
    )


def _round_note(workshop: Workshop, round_: int, *, closed: bool) -> str:
    if closed:
        return _("Round {round} is closed.").format(round=round_)
    if round_ > workshop.progress.round_closed + 1:
        return _("A second round begins when the first one is closed.")
    return ""


def _progress(workshop: Workshop, risk: RiskId | None, round_: int, missing: int) -> str:
    people = [who for who in scorers(workshop) if workshop.participants[who].present]
    if risk is None:
        return ""
    if not people:
        return _("Nobody is here to answer. Add people in Prepare.")
    answered = sum(has_answered(workshop, who, risk, round_) for who in people)
    left = sum(
        bool(still_missing(workshop, each, round_)) for each in workshop.risks if each != risk
    )
    here = _("{done} of {count} in").format(done=answered, count=len(people))
    if missing or not left:
        return here
    more = ngettext("{count} more risk to ask", "{count} more risks to ask", left)
    return _("{here}, {more}").format(here=here, more=more.format(count=left))
