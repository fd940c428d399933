"""What the page Recast shows: the fear as it was said, the sentence growing, the risks."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.categories import empty_categories
from deskrisk.domain.clusters import fears_of
from deskrisk.domain.fears import risks_of
from deskrisk.domain.model.fears import Disposition, Fear, FearKind
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    FearId,
    ObjectiveId,
    ParticipantId,
    RiskId,
)
from deskrisk.domain.model.risks import DELIVERY, Category
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.stages import HARD_LIMIT, SOFT_LIMIT
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import short_day
from deskrisk.viewmodels.recast_risk import SentenceCard, sentence_card
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.wording import fear_hints
from deskrisk.viewmodels.words import category_name, said


@dataclass(frozen=True, slots=True, kw_only=True)
class FearCard:
    """The fear in hand, what becomes of it, and what that still needs (advice, quiet).

    ``hint`` is the code of the wording hint that ``advice`` says; empty for what cannot be sent
    away.
    """

    id: FearId
    text: str
    about_us: bool
    place_note: str
    pile: str
    mates: tuple[Row, ...]
    disposition: Disposition | None
    note: str
    owner: ParticipantId | None
    due: date | None
    merged_into: FearId | None
    agreement: AgreementId | None
    agreement_text: str
    advice: str
    hint: str
    risks: tuple[RiskId, ...]
    asks_if_held: bool
    still_holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyKindRow:
    """A kind without a risk; ``looked`` says that the room found none, ``act`` how to say so.

    ``name`` is its name alone, ``text`` says with it how it stands.
    """

    id: CategoryId
    name: str
    text: str
    sign: str
    act: str
    looked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecastView:
    """Everything the page shows."""

    fear: FearCard | None
    risk: SentenceCard | None
    risks: tuple[Row, ...]
    risks_note: str
    limit_note: str
    counter_risk: str
    other_risks: tuple[tuple[object, str], ...]
    empty_kinds: tuple[EmptyKindRow, ...]
    categories: tuple[tuple[object, str, str], ...]
    agreements: tuple[tuple[object, str], ...]
    objectives: tuple[tuple[ObjectiveId, str], ...]
    people: tuple[tuple[object, str], ...]
    other_fears: tuple[tuple[object, str], ...]
    dispositions: tuple[tuple[object, str], ...]
    by_when: str
    progress: str
    no_fear: str
    next_act: str
    all_placed: bool


def recast_view(
    workshop: Workshop,
    fear: FearId | None = None,
    risk: RiskId | None = None,
    *,
    sent_away: Container[tuple[FearId, str]] = (),
) -> RecastView:
    """The page Recast with one fear and one risk in hand; either may be none or gone.

    Args:
        workshop: what is open.
        fear: the fear in hand.
        risk: the risk in hand.
        sent_away: hints that are not to be shown again, by the fear and the hint's code.
    """
    held_fear = workshop.fears.get(fear) if fear else None
    held_risk = workshop.risks.get(risk) if risk else None
    placed = sum(1 for each in workshop.fears.values() if each.disposition is not None)
    return RecastView(
        fear=_fear_card(workshop, held_fear, sent_away) if held_fear else None,
        risk=sentence_card(workshop, held_risk, held_fear) if held_risk else None,
        risks=_risk_rows(workshop, held_fear),
        risks_note=_risks_note(workshop),
        limit_note=_limit_note(workshop),
        counter_risk=_counter_risk(workshop),
        other_risks=((None, _("nothing we do")), *_other_risks(workshop, risk)),
        empty_kinds=_empty_kinds(workshop),
        categories=((None, _("not said yet"), ""), *_named(workshop)),
        agreements=((None, _("a new one")), *_agreements(workshop)),
        objectives=tuple((o.id, o.text) for o in in_order(workshop.objectives)),
        people=((None, _("nobody yet")), *_people(workshop)),
        other_fears=((None, _("which one?")), *_others(workshop, held_fear)),
        dispositions=_dispositions(),
        by_when=_("by {day}").format(day=short_day(workshop.brief.horizon)),
        progress=_progress(placed, len(workshop.fears)),
        no_fear="" if workshop.fears else _("There is no fear on the wall yet."),
        next_act=_next_act(workshop, open_fears=len(workshop.fears) - placed),
        all_placed=placed == len(workshop.fears),
    )


def fears_in_order(workshop: Workshop) -> tuple[FearId, ...]:
    """All fears pile by pile, those in no pile last; an order that never jumps."""
    piles = [pile.id for pile in in_order(workshop.clusters)]
    return tuple(id_ for pile in (*piles, None) for id_ in fears_of(workshop, pile))


def opening_fear(workshop: Workshop) -> FearId | None:
    """The fear to begin with: the first without a place, else the first that became a risk."""
    row = fears_in_order(workshop)
    recast = next((id_ for id_ in row if risks_of(workshop, id_)), None)
    return next_fear(workshop, None) or recast or (row[0] if row else None)


def next_fear(workshop: Workshop, after: FearId | None) -> FearId | None:
    """The next fear without a place, going round from the one in hand; None if all have one."""
    row = fears_in_order(workshop)
    start = row.index(after) + 1 if after in row else 0
    for id_ in (*row[start:], *row[:start]):
        if id_ != after and workshop.fears[id_].disposition is None:
            return id_
    return None


def _fear_card(
    workshop: Workshop, fear: Fear, sent_away: Container[tuple[FearId, str]]
) -> FearCard:
    hints = [
        each
        for each in fear_hints(workshop, fear.text)
        if _is_open(fear) and (fear.id, each.code.value) not in sent_away
    ]
    pile = workshop.clusters.get(fear.cluster) if fear.cluster else None
    row = fears_of(workshop, fear.cluster)
    agreement = workshop.working_agreements.get(fear.agreement) if fear.agreement else None
    mates = tuple(_mate(workshop.fears[id_]) for id_ in row if id_ != fear.id) if pile else ()
    place = _("{place} of {count}").format(place=row.index(fear.id) + 1, count=len(row))
    return FearCard(
        id=fear.id,
        text=fear.text,
        about_us=fear.kind is FearKind.PEOPLE,
        place_note=place if pile else _("in no pile"),
        pile=pile.name if pile else "",
        mates=mates,
        disposition=fear.disposition,
        note=fear.note,
        owner=fear.owner,
        due=fear.due,
        merged_into=fear.merged_into,
        agreement=fear.agreement,
        agreement_text=agreement.text if agreement else "",
        advice=hints[0].question if hints else _advice(fear),
        hint=hints[0].code.value if hints else "",
        risks=tuple(risk.id for risk in risks_of(workshop, fear.id)),
        asks_if_held=fear.disposition is Disposition.RECAST,
        still_holds=fear.still_holds,
    )


def _mate(fear: Fear) -> Row:
    placed = fear.disposition is not None
    return Row(
        key=fear.id,
        title=fear.text,
        soft=said(fear.disposition) if fear.disposition else "",
        sign="icon:check:good" if placed else "icon:circle:ink_soft",
        fear=True,
    )


def _is_open(fear: Fear) -> bool:
    """Is a hint about its words of use? Not once it has a place, and never for what is about us."""
    return fear.disposition is None and fear.kind is FearKind.OUTCOME and not fear.note.strip()


def _advice(fear: Fear) -> str:
    """The one quiet line under what becomes of a fear, besides the hints about its words."""
    if fear.disposition in (Disposition.ISSUE, Disposition.QUESTION):
        if fear.owner is None:
            return _("Who takes it?")
        return _("Until when?") if fear.due is None else ""
    if fear.note.strip() and fear.disposition is None:  # for a risk the note has its own field
        return _("Parked while hearing it: {note}").format(note=fear.note.strip())
    if fear.disposition is None and fear.kind is FearKind.PEOPLE:
        return _("This one is about us. Would it help to agree on something?")
    return ""


def found_risks(rows: tuple[Row, ...], words: str) -> tuple[Row, ...]:
    """The risks in whose title or number all these words are; all of them without a word."""
    wanted = words.casefold().split()
    return tuple(
        row
        for row in rows
        if all(word in f"{row.number} {row.title}".casefold() for word in wanted)
    )


def _risk_rows(workshop: Workshop, fear: Fear | None) -> tuple[Row, ...]:
    return tuple(
        Row(
            key=risk.id,
            number=str(risk.number),
            title=risk.title or _("Not named yet"),
            sign=category_sign(workshop, risk.category) or "icon:circle:ink_soft",
            soft=_("this fear") if fear is not None and fear.id in risk.fears else "",
        )
        for risk in in_order(workshop.risks, by="number")
    )


def _risks_note(workshop: Workshop) -> str:
    limit = HARD_LIMIT[workshop.brief.preset]
    return _("{count}, at most {limit}").format(count=len(workshop.risks), limit=limit)


def _limit_note(workshop: Workshop) -> str:
    """A quiet line when there are more risks than can be judged well in the time."""
    count, preset = len(workshop.risks), workshop.brief.preset
    if count > HARD_LIMIT[preset]:
        return _("Too many to score in this time. Merge those of one cause, or leave some out.")
    if count > SOFT_LIMIT[preset]:
        return _("That is many for this time. Do some have the same cause?")
    return ""


def _counter_risk(workshop: Workshop) -> str:
    """The other side, while nobody has said it."""
    if not workshop.risks or any(r.category == DELIVERY for r in workshop.risks.values()):
        return ""
    return _("What do we risk by not doing it?")


def _other_risks(workshop: Workshop, risk: RiskId | None) -> tuple[tuple[object, str], ...]:
    return tuple(
        (each.id, _("{number} {title}").format(number=each.number, title=each.title))
        for each in in_order(workshop.risks, by="number")
        if each.id != risk
    )


def _empty_kinds(workshop: Workshop) -> tuple[EmptyKindRow, ...]:
    if not workshop.risks:
        return ()
    return tuple(_empty_kind(workshop, each) for each in empty_categories(workshop))


def _empty_kind(workshop: Workshop, category: Category) -> EmptyKindRow:
    looked = category.id in workshop.progress.looked_at
    words = _("{kind}: looked, none found") if looked else _("{kind}: none yet")
    return EmptyKindRow(
        id=category.id,
        name=category_name(category),
        text=words.format(kind=category_name(category)),
        sign=category_sign(workshop, category.id),
        act=_("We looked, none found"),
        looked=looked,
    )


def _named(workshop: Workshop) -> tuple[tuple[object, str, str], ...]:
    return tuple(
        (each.id, category_name(each), category_sign(workshop, each.id))
        for each in in_order(workshop.categories)
    )


def _agreements(workshop: Workshop) -> tuple[tuple[object, str], ...]:
    return tuple((each.id, each.text) for each in in_order(workshop.working_agreements))


def _people(workshop: Workshop) -> tuple[tuple[object, str], ...]:
    return tuple((person.id, person.name) for person in in_order(workshop.participants))


def _others(workshop: Workshop, fear: Fear | None) -> tuple[tuple[object, str], ...]:
    return tuple(
        (id_, workshop.fears[id_].text)
        for id_ in fears_in_order(workshop)
        if fear is None or id_ != fear.id
    )


def _dispositions() -> tuple[tuple[object, str], ...]:
    return ((None, _("not said yet")), *((each, said(each)) for each in Disposition))


def _next_act(workshop: Workshop, *, open_fears: int) -> str:
    """What the primary button says."""
    if open_fears:
        return _("Next fear")
    return _("Score them") if workshop.risks else _("Name fears first")


def _progress(placed: int, count: int) -> str:
    if not count:
        return _("No fears yet. A risk can also be written by hand.")
    if placed == count:
        return ngettext(
            "The fear has found its place", "All {count} fears have found their place", count
        ).format(count=count)
    return ngettext(
        "{placed} of {count} fear has found its place",
        "{placed} of {count} fears have found their place",
        count,
    ).format(placed=placed, count=count)
