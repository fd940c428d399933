"""What only the facilitator's archive holds: every fear, every answer, every round, every idea."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import Ballot, Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.support import STANCE_HEADS
from deskrisk.viewmodels.words import said

_BECAME = {
    Disposition.RECAST: N_("a risk"),
    Disposition.AGREEMENT: N_("a working agreement"),
    Disposition.ACKNOWLEDGED: N_("heard"),
    Disposition.ISSUE: N_("an issue"),
    Disposition.QUESTION: N_("an open question"),
    Disposition.MERGED: N_("put together with another"),
    Disposition.PARKED: N_("parked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFear:
    """A fear in its own words, its pile, and what became of it."""

    pile: str
    words: str
    became: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersRow:
    """All answers for one risk, likelihood times impact, of each round."""

    position: int
    title: str
    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """Everything that is in no other version. ``ballots`` are places of risks, best first.

    ``ideas`` are position, title and texts; ``rounds`` the answers of earlier rounds of the
    sign-off; ``notes`` the facilitator's own, by stage.
    """

    fears: tuple[KeptFear, ...]
    answers: tuple[AnswersRow, ...]
    ballots: tuple[str, ...]
    ideas: tuple[tuple[int, str, tuple[str, ...]], ...]
    rounds: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[tuple[str, str], ...]


def archive_view(workshop: Workshop) -> ArchiveView:
    """All of it, as far as the workshop that may be published has it."""
    order = standing_order(workshop)
    return ArchiveView(
        fears=_fears(workshop),
        answers=_answers(workshop, order) if workshop.scores else (),
        ballots=_ballots(workshop, order),
        ideas=_ideas(workshop, order),
        rounds=_rounds(workshop),
        notes=tuple(
            (said(note.stage), note.private.strip())
            for note in workshop.stage_notes.values()
            if note.private.strip()
        ),
    )


def _fears(workshop: Workshop) -> tuple[KeptFear, ...]:
    """Pile by pile; within a pile in no order that could tell who wrote them."""
    places = {each.id: place for place, each in enumerate(in_order(workshop.clusters))}
    last = len(places)
    kept = [fear for fear in workshop.fears.values() if fear.text.strip()]
    kept.sort(key=lambda fear: (places.get(fear.cluster, last) if fear.cluster else last, fear.id))
    return tuple(_kept(workshop, fear) for fear in kept)


def _kept(workshop: Workshop, fear: Fear) -> KeptFear:
    return KeptFear(
        pile=workshop.clusters[fear.cluster].name if fear.cluster else "",
        words=fear.text,
        became=_(_BECAME[fear.disposition]) if fear.disposition else "",
        note=fear.note,
    )


def _answers(workshop: Workshop, order: Sequence[RiskId]) -> tuple[AnswersRow, ...]:
    return tuple(
        AnswersRow(
            position=place,
            title=title_of(workshop.risks[risk]),
            first=_of_round(workshop, risk, 1),
            second=_of_round(workshop, risk, 2),
        )
        for place, risk in enumerate(order, start=1)
    )


def _of_round(workshop: Workshop, risk: RiskId, round_: int) -> str:
    found = [s for s in workshop.scores.values() if s.risk == risk and s.round == round_]
    people = workshop.participants
    if any(not is_scorer(people[each.participant]) for each in found):
        named = sorted(found, key=lambda each: people[each.participant].position)
        return ", ".join(f"{people[each.participant].name} {_answer(each)}" for each in named)
    counts = Counter(map(_answer, found))
    return ", ".join(
        f"{answer} ({count})" if count > 1 else answer
        for answer, count in sorted(counts.items(), reverse=True)
    )


def _answer(score: Score) -> str:
    if not score.complete:
        return _("cannot judge") if score.abstain else _("half an answer")
    return f"{score.likelihood}\N{MULTIPLICATION SIGN}{score.impact}"


def _ballots(workshop: Workshop, order: Sequence[RiskId]) -> tuple[str, ...]:
    """Each ballot as the places of its risks; in no order of people."""
    place = {risk: position for position, risk in enumerate(order, start=1)}
    return tuple(sorted(_ballot(each, place) for each in workshop.ballots.values()))


def _ballot(ballot: Ballot, place: dict[RiskId, int]) -> str:
    ranks = [" = ".join(str(place[risk]) for risk in tied) for tied in ballot.ranking]
    text = ", ".join(ranks) or _("nothing ranked")
    if not ballot.no_opinion:
        return text
    rest = ", ".join(str(place[risk]) for risk in ballot.no_opinion)
    return _("{ranked}; no opinion on {risks}").format(ranked=text, risks=rest)


def _ideas(
    workshop: Workshop, order: Sequence[RiskId]
) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    found = []
    for place, risk in enumerate(order, start=1):
        response = workshop.responses.get(risk)
        note = response.leverage_note.strip() if response else ""
        texts = [idea for idea in workshop.risks[risk].ideas if idea.strip()]
        if note:
            texts.append(_("Leverage: {note}").format(note=note))
        if texts:
            found.append((place, title_of(workshop.risks[risk]), tuple(texts)))
    return tuple(found)


def _rounds(workshop: Workshop) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rounds of the sign-off before the last one; that one has its own page."""
    words = dict(STANCE_HEADS)
    found = []
    for number in range(1, workshop.progress.sign_off_round):
        lines = []
        for each in in_order(workshop.stances, "participant"):
            if each.round != number:
                continue
            name = workshop.participants[each.participant].name
            parts = (each.comment.strip(), each.acceptable_if.strip())
            more = "; ".join(part for part in parts if part)
            lines.append(f"{name}: {_(words[each.level])}" + (f". {more}" if more else ""))
        if lines:
            found.append((_("Round {number}").format(number=number), tuple(sorted(lines))))
    return tuple(found)
