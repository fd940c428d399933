"""The scenes of Name and Recast: prompts, one fear, the piles, the sentence."""

from dataclasses import replace
from typing import Any

from deskrisk.domain.clusters import fears_of
from deskrisk.domain.fears import risks_of
from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.ids import ClusterId, FearId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order, put
from deskrisk.domain.risks import next_number
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.blocks import Block, Columns, Words
from deskrisk.viewmodels.guide import guide_view
from deskrisk.viewmodels.reading import reading_order
from deskrisk.viewmodels.scenes import Scene, ShowState, parts_of
from deskrisk.viewmodels.script import script
from deskrisk.viewmodels.signs import category_sign

_PROMPT_STEP = "name_fears"
_SHARES = (0.36, 0.64)


def prompt_count() -> int:
    """How many prompts there are."""
    return next(len(step.read_out) for step in script().steps if step.key == _PROMPT_STEP)


def prompt_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """One of the prompts of the silent stage, by its number from 0."""
    steps = guide_view(workshop, Stage.NAME).steps
    prompts = next(step.read_out for step in steps if step.key == _PROMPT_STEP)
    number = int(subject) if subject.isdecimal() else 0
    return (Words(role="prompt", text=prompts[min(number, len(prompts) - 1)].say),)


def passed_in(workshop: Workshop) -> tuple[Block, ...]:
    """How many slips are in, where the laptop goes round and the room waits for it."""
    if workshop.brief.input_fears is not InputMode.PASS:
        return ()
    return (Words(role="note", text=_slips_in(workshop), tone="ink_soft"),)


def count_blocks(workshop: Workshop) -> tuple[Block, ...]:
    """How many slips are in."""
    return (Words(role="count", text=_slips_in(workshop)),)


def heard_words(workshop: Workshop, subject: str) -> str:
    """Where the reading is, ``"Hear them, 7 of 17"``; slips held back are not counted."""
    order = reading_order(workshop)
    if subject not in order:
        return _("Hear them")
    place = order.index(FearId(subject)) + 1
    return _("Hear them, {place} of {count}").format(place=place, count=len(order))


def fear_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """One fear in the person's own words; nothing for one that is held back or gone."""
    fear = workshop.fears.get(FearId(subject))
    return (Words(role="fear", text=fear.text),) if fear else ()


def pile_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """The slips in their piles: about the work first, about us apart."""
    work, us = _piles(workshop, about_us=False), _piles(workshop, about_us=True)
    if not work and not us:
        return (Words(role="text", text=_("No slip yet."), tone="ink_soft"),)
    if us:
        us = (Words(role="label", text=_("About us: heard, never scored"), tone="ink_soft"), *us)
    return (*work, *us)


def with_draft(workshop: Workshop, state: ShowState) -> Workshop:
    """The workshop with what is being typed into the sentence on the wall."""
    if state.scene is not Scene.SENTENCE or not state.draft:
        return workshop
    id_ = RiskId(parts_of(state.subject)[1])
    risk = workshop.risks.get(id_) or Risk(id=id_, number=next_number(workshop))
    fields: dict[str, Any] = dict(state.draft)
    return put(workshop, replace(risk, **fields))


def sentence_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """Left the fear as it was said, right the sentence as far as it has grown."""
    fear_id, risk_id = parts_of(subject)
    fear = workshop.fears.get(FearId(fear_id))
    risk = workshop.risks.get(RiskId(risk_id))
    if not risk_id and fear is not None:
        risk = next(iter(risks_of(workshop, fear.id)), None)
    left: tuple[Block, ...] = (Words(role="said", text=fear.text),) if fear else ()
    right: list[Block] = []
    if risk is not None:
        right = [
            Words(role="sentence", lead=lead, text=text.strip())
            for lead, text in (
                (_("Because"), risk.cause),
                ("", risk.event),
                (_("so that"), risk.consequence),
            )
            if text.strip()
        ]
        if risk.title.strip() and right:
            sign = category_sign(workshop, risk.category)
            right.append(Words(role="item", text=risk.title, sign=sign, tone="ink_soft"))
    if not left:
        return tuple(right)
    return (Columns(columns=(left, tuple(right)), shares=_SHARES),)


def _piles(workshop: Workshop, *, about_us: bool) -> tuple[Block, ...]:
    found: list[Block] = []
    piles: list[tuple[ClusterId | None, str]] = [
        (pile.id, pile.name) for pile in in_order(workshop.clusters)
    ]
    for id_, name in (*piles, (None, _("No pile yet"))):
        fears = [workshop.fears[fear] for fear in fears_of(workshop, id_)]
        texts = [fear.text for fear in fears if (fear.kind is FearKind.PEOPLE) is about_us]
        if texts:
            heading = _("{name}, {count}").format(name=name, count=len(texts))
            found.append(Words(role="pile", text=heading))
            found += [Words(role="slip", text=text) for text in texts]
    return tuple(found)


def _slips_in(workshop: Workshop) -> str:
    count = len(workshop.fears)
    return ngettext("{count} slip in", "{count} slips in", count).format(count=count)
