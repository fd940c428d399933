"""The agreement as a document, in the order in which it is read (method A.10); the team version.

Shown by every writer of ``reports``. Private notes of the facilitator are not in it, fears only as
counts unless somebody released their words, and answers only without names.
"""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.signoff import sign_off
from deskrisk.i18n import _
from deskrisk.viewmodels.decisions import DecisionsView, decisions_view, person_name
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.look_back import LookBackView, look_back_view
from deskrisk.viewmodels.method_note import MethodNote, method_note
from deskrisk.viewmodels.priorities import PrioritiesView, priorities_view
from deskrisk.viewmodels.support import SupportView, support_view
from deskrisk.viewmodels.verdict import brief_sentence, is_adopted, verdict
from deskrisk.viewmodels.words import said
from deskrisk.viewmodels.worries import WorriesView, worries_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the first page says in two words: ``Agreed``, ``11 March 2025``."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody who was there, or was missed."""

    name: str
    role: str
    group: str
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """All that the team version prints. ``foot`` stands on every page."""

    title: str
    project: str
    organisation: str
    facilitator: str
    purpose: str
    verdict: str
    brief: str
    foot: str
    subject: str
    facts: tuple[Fact, ...]
    aims: tuple[str, ...]
    even_over: tuple[tuple[str, str], ...]
    people: tuple[PersonRow, ...]
    worries: WorriesView
    priorities: PrioritiesView
    decisions: DecisionsView
    working_agreements: tuple[str, ...]
    support: SupportView
    look_back: LookBackView
    method: MethodNote


def document_view(workshop: Workshop, *, today: date) -> DocumentView:
    """The agreement of a workshop, however far it has come.

    Args:
        workshop: any workshop, a nearly empty one too.
        today: the day that a draft is marked with.
    """
    brief = workshop.brief
    return DocumentView(
        title=brief.title,
        project=brief.project,
        organisation=brief.organisation,
        facilitator=brief.facilitator,
        purpose=brief.purpose,
        verdict=verdict(workshop, today),
        brief=brief_sentence(workshop),
        foot=_foot(workshop, today),
        subject=_("Risk agreement: team version"),
        facts=_facts(workshop),
        aims=tuple(aim.text for aim in in_order(workshop.objectives)),
        even_over=tuple((each.more, each.less) for each in in_order(workshop.even_over)),
        people=_people(workshop),
        worries=worries_view(workshop),
        priorities=priorities_view(workshop),
        decisions=decisions_view(workshop),
        working_agreements=tuple(each.text for each in in_order(workshop.working_agreements)),
        support=support_view(workshop),
        look_back=look_back_view(workshop),
        method=method_note(workshop),
    )


def _foot(workshop: Workshop, today: date) -> str:
    brief = workshop.brief
    if is_adopted(sign_off(workshop).result):
        dated = _("Agreement of {date}").format(date=day(brief.held_on))
    else:
        dated = _("Draft of {date}").format(date=day(today))
    name = brief.project or brief.title
    return "  \N{MIDDLE DOT}  ".join((name, dated, _("Team version")))


def _facts(workshop: Workshop) -> tuple[Fact, ...]:
    brief = workshop.brief
    agreed = is_adopted(sign_off(workshop).result)
    rule = said(brief.decision_rule)
    if brief.decision_owner is not None:
        rule = f"{rule}: {person_name(workshop, brief.decision_owner)}"
    scores = _("{name}, also scored") if brief.facilitator_scores else _("{name}, did not score")
    found = [
        Fact(label=_("Agreed") if agreed else _("Held on"), value=day(brief.held_on)),
        Fact(label=_("Looking ahead to"), value=day(brief.horizon)),
        Fact(label=_("Decided by"), value=rule),
    ]
    if brief.facilitator:
        found.append(Fact(label=_("Facilitator"), value=scores.format(name=brief.facilitator)))
    return tuple(found)


def _people(workshop: Workshop) -> tuple[PersonRow, ...]:
    return tuple(
        PersonRow(
            name=person.name,
            role=person.role,
            group=workshop.groups[person.group].name if person.group else "",
            absent=not person.present,
        )
        for person in in_order(workshop.participants)
    )
