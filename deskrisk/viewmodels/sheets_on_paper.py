"""What is printed on sheets and ballots that people fill in by hand."""

from dataclasses import dataclass

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND, Question
from deskrisk.domain.sheets import asked
from deskrisk.i18n import _
from deskrisk.viewmodels.ballots import SLIP_KEYS, ballot_risks, ballot_scope
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.rank import risk_sentence, scale_view, title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRisk:
    """A risk on paper; ``key`` is what stands for it on a ballot."""

    number: int
    key: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper:
    """One person's sheet: the risks, then the two scales with a line for each level."""

    who: str
    lead: str
    risks: tuple[PaperRisk, ...]
    scales: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper:
    """One blank ballot."""

    who: str
    lead: str
    risks: tuple[PaperRisk, ...]


def sheet_papers(
    workshop: Workshop, *, named: bool = True, round_: int = FIRST_ROUND
) -> tuple[SheetPaper, ...]:
    """A sheet for everybody who scores, with a name, or with their number on the list."""
    lead = _(
        "For each risk two answers: circle one number in each column. How likely is it before "
        "{day}, if we do only what is already planned? And if it happened, how bad? "
        "0 means “I cannot judge”."
    ).format(day=day(workshop.brief.horizon))
    risks = tuple(_risk(workshop, risk, "") for risk in asked(workshop, round_))
    scales = tuple(_scale(workshop, question) for question in Question)
    return tuple(
        SheetPaper(who=who, lead=lead, risks=risks, scales=scales)
        for who in _people(workshop, named=named)
    )


def ballot_papers(workshop: Workshop) -> tuple[BallotPaper, ...]:
    """A blank ballot for everybody who scores."""
    lead = _(
        "Write 1 beside the risk to look at first, then 2 and so on, as many as you like. The same "
        "number twice is a tie. What has no number stands last. Circle 0 for no opinion."
    )
    on_it = ballot_risks(workshop, ballot_scope(workshop))
    risks = tuple(_risk(workshop, risk, key) for key, risk in zip(SLIP_KEYS, on_it, strict=False))
    return tuple(
        BallotPaper(who=who, lead=lead, risks=risks) for who in _people(workshop, named=True)
    )


def _people(workshop: Workshop, *, named: bool) -> list[str]:
    scoring = [person for person in in_order(workshop.participants) if person.scores]
    return [
        person.name if named else _("Sheet {number}").format(number=number)
        for number, person in enumerate(scoring, start=1)
    ]


def _risk(workshop: Workshop, id_: RiskId, key: str) -> PaperRisk:
    risk = workshop.risks[id_]
    return PaperRisk(
        number=risk.number, key=key, title=title_of(risk), sentence=risk_sentence(risk)
    )


def _scale(workshop: Workshop, question: Question) -> tuple[str, tuple[str, ...]]:
    view = scale_view(workshop, question)
    return view.question, tuple(f"{line.level}  {line.words}" for line in view.lines)
