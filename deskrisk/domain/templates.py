"""Templates: what a new workshop of a kind begins with, all of it open to change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from deskrisk.domain.aims import aim_added, even_over_added
from deskrisk.domain.brief import edited
from deskrisk.domain.categories import category_added
from deskrisk.domain.content import Mistake, between, said, texts
from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.brief import DecisionRule, OrderMethod, Preset
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    EvenOverId,
    GroupId,
    ObjectiveId,
)
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.people import group_added
from deskrisk.domain.working_agreements import agreement_added

SHORTEST_HORIZON, LONGEST_HORIZON = 14, 1096
"""Days from the meeting to the horizon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOff:
    """More of one even over the other."""

    more: str = said(3, 80)
    less: str = said(3, 80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A kind of workshop. ``focus_count`` is K, 1 to 10; ``horizon_days`` are 14 to 1096.

    ``note`` says when it fits; ``pack`` names the content pack that goes with it.
    """

    id: str
    version: int
    language: str
    name: str = said(3, 60)
    note: str = said(5, 200)
    purpose: str = said(10, 200)
    preset: Preset
    focus_count: int = between(1, 10)
    order_method: OrderMethod
    decision_rule: DecisionRule
    horizon_days: int = between(SHORTEST_HORIZON, LONGEST_HORIZON)
    objectives: tuple[str, ...] = texts(5, 120, fewest=2, most=6)
    groups: tuple[str, ...] = texts(1, 40, most=5)
    categories: tuple[str, ...] = texts(1, 40, most=4)
    even_over: tuple[TradeOff, ...] = ()
    working_agreements: tuple[str, ...] = texts(5, 160, most=6)
    pack: str = ""


@dataclass(eq=False)
class NotATemplateError(DeskError):
    """What was prepared is too little, or too much, for a template."""

    mistakes: tuple[Mistake, ...]


def template_of(workshop: Workshop, id_: str, name: str, note: str, language: str) -> Template:
    """What was prepared for a workshop, as a template; no person, no day and nothing that was said.

    Args:
        workshop: whose preparation it is.
        id_: names the template for ever.
        name: 3 to 60 characters.
        note: when it fits, 5 to 200 characters.
        language: of its texts, e.g. ``"en"``.
    """
    brief = workshop.brief
    own = [each for each in in_order(workshop.categories) if each.id not in FIXED_CATEGORIES]
    days = (brief.horizon - brief.held_on).days
    return Template(
        id=id_,
        version=1,
        language=language,
        name=name,
        note=note,
        purpose=brief.purpose,
        preset=brief.preset,
        focus_count=brief.focus_count,
        order_method=brief.order_method,
        decision_rule=brief.decision_rule,
        horizon_days=min(max(days, SHORTEST_HORIZON), LONGEST_HORIZON),
        objectives=tuple(each.text for each in in_order(workshop.objectives)),
        groups=tuple(each.name for each in in_order(workshop.groups)),
        categories=tuple(each.name for each in own),
        even_over=tuple(
            TradeOff(more=each.more, less=each.less) for each in in_order(workshop.even_over)
        ),
        working_agreements=tuple(each.text for each in in_order(workshop.working_agreements)),
    )


def begun(workshop: Workshop, template: Template, new_id: Callable[[], str]) -> Workshop:
    """The workshop with everything that the template brings; title, day and people stay.

    Args:
        workshop: usually a new one; what is in it stays.
        template: what to begin with.
        new_id: gives a new random id each time.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    workshop = edited(
        workshop,
        purpose=template.purpose,
        preset=template.preset,
        focus_count=template.focus_count,
        order_method=template.order_method,
        decision_rule=template.decision_rule,
        horizon=workshop.brief.held_on + timedelta(days=template.horizon_days),
    )
    for text in template.objectives:
        workshop = aim_added(workshop, ObjectiveId(new_id()), text)
    for name in template.groups:
        workshop = group_added(workshop, GroupId(new_id()), name)
    for name in template.categories:
        workshop = category_added(workshop, CategoryId(new_id()), name)
    for line in template.even_over:
        workshop = even_over_added(workshop, EvenOverId(new_id()), line.more, line.less)
    for text in template.working_agreements:
        workshop = agreement_added(workshop, AgreementId(new_id()), text)
    return workshop
