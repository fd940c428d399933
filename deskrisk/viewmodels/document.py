"""The agreement as a document, in the order in which it is read (method A.10).

Shown by every writer of ``reports``, of a workshop that was published for a version of it.
"""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer
from deskrisk.domain.parts import in_order
from deskrisk.domain.scales import point_person_days
from deskrisk.domain.signoff import sign_off
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.archive import ArchiveView, archive_view
from deskrisk.viewmodels.decisions import DecisionsView, decisions_view, person_name
from deskrisk.viewmodels.differ import DifferView, differ_view
from deskrisk.viewmodels.figures import day, points
from deskrisk.viewmodels.look_back import LookBackView, look_back_view
from deskrisk.viewmodels.method_note import MethodNote, method_note
from deskrisk.viewmodels.priorities import PrioritiesView, priorities_view
from deskrisk.viewmodels.support import SupportView, support_view
from deskrisk.viewmodels.time_line import TimeLineView, time_line_view
from deskrisk.viewmodels.verdict import BarWords, brief_sentence, is_adopted, loss_sums, verdict
from deskrisk.viewmodels.versions import VersionsView
from deskrisk.viewmodels.words import said
from deskrisk.viewmodels.worries import WorriesView, worries_view

TEAM = DocumentOptions()
"""What is printed unless somebody chose otherwise."""

BETWEEN = "  \N{MIDDLE DOT}  "
"""Parts the line at the foot of a page."""

_NAMES = {
    DocumentVersion.SUMMARY: (N_("Risk agreement: summary on one page"), N_("Summary")),
    DocumentVersion.TEAM: (N_("Risk agreement: team version"), N_("Team version")),
    DocumentVersion.ARCHIVE: (N_("Risk agreement: archive"), N_("Archive")),
}


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
    """All that a version prints. ``foot`` stands on every page, and so does ``confidential``.

    ``version`` is the name of the frozen version; ``changed_since`` heads the lines ``changes``,
    what is different from the version before; ``seal`` is the whole seal.
    """

    title: str
    project: str
    organisation: str
    facilitator: str
    purpose: str
    verdict: str
    brief: str
    foot: str
    subject: str
    confidential: str
    version: str
    seal: str
    changed_since: str
    changes: tuple[str, ...]
    facts: tuple[Fact, ...]
    aims: tuple[str, ...]
    even_over: tuple[tuple[str, str], ...]
    people: tuple[PersonRow, ...]
    worries: WorriesView
    priorities: PrioritiesView
    differ: DifferView
    decisions: DecisionsView
    working_agreements: tuple[str, ...]
    support: SupportView
    look_back: LookBackView
    method: MethodNote
    archive: ArchiveView | None
    time_line: TimeLineView
    sums: tuple[float, float, BarWords] | None
    point_days: str


def document_view(
    workshop: Workshop,
    *,
    today: date,
    options: DocumentOptions = TEAM,
    versions: VersionsView | None = None,
) -> DocumentView:
    """The agreement of a workshop, however far it has come.

    Args:
        workshop: any workshop, published for these options.
        today: the day that a draft is marked with.
        options: which version of the document.
        versions: the frozen versions and what they changed; None tells nothing of them.
    """
    brief = workshop.brief
    subject, _name = _NAMES[options.version]
    priorities, support = priorities_view(workshop), support_view(workshop)
    since, changes = _changes(versions)
    per_point = point_person_days(brief.project_size_person_days)
    return DocumentView(
        title=brief.title.strip() or brief.project.strip() or _("Risk agreement"),
        project=brief.project,
        organisation=brief.organisation,
        facilitator=brief.facilitator,
        purpose=brief.purpose,
        verdict=verdict(workshop, today),
        brief=brief_sentence(workshop),
        foot=_foot(workshop, today, options),
        subject=_(subject),
        confidential=mark_of(options),
        version=_version(workshop, versions),
        seal=max(workshop.versions.values(), key=lambda each: each.number).seal
        if workshop.versions
        else "",
        changed_since=since,
        changes=changes,
        facts=(*_frozen(workshop, versions), *_facts(workshop)),
        aims=tuple(aim.text for aim in in_order(workshop.objectives)),
        even_over=tuple((each.more, each.less) for each in in_order(workshop.even_over)),
        people=_people(workshop),
        worries=worries_view(workshop),
        priorities=priorities,
        differ=differ_view(
            workshop,
            priorities.spread,
            tuple((each.name, each.label, each.about) for each in support.on_record),
        ),
        decisions=decisions_view(workshop),
        working_agreements=tuple(each.text for each in in_order(workshop.working_agreements)),
        support=support,
        look_back=look_back_view(workshop),
        method=method_note(workshop),
        archive=archive_view(workshop) if options.version is DocumentVersion.ARCHIVE else None,
        time_line=time_line_view(workshop),
        sums=loss_sums(workshop),
        point_days="" if per_point is None else points(per_point),
    )


def mark_of(options: DocumentOptions) -> str:
    """What stands on every page of this version; empty for one that may be passed on."""
    if options.version is not DocumentVersion.ARCHIVE:
        return ""
    return _("Confidential: the facilitator's archive")


def _version(workshop: Workshop, versions: VersionsView | None) -> str:
    """``Version 2``, and that it was changed if it was; empty before anything was frozen."""
    if not workshop.versions:
        return ""
    number = max(each.number for each in workshop.versions.values())
    name = _("Version {number}").format(number=number)
    if versions is None or not versions.since:
        return name
    return _("{version}, changed since").format(version=name)


def _changes(versions: VersionsView | None) -> tuple[str, tuple[str, ...]]:
    """What is different from an earlier version: from the frozen one, or from the one before it."""
    if versions is None or not versions.rows:
        return "", ()
    last = versions.rows[-1]
    if versions.since:
        return _("Changed since version {number}").format(number=last.number), versions.since
    if not last.changes and not last.why:
        return "", ()
    why = (last.why,) if last.why else ()
    heading = _("Changed since version {number}").format(number=last.number - 1)
    return (heading, (*why, *last.changes)) if last.number > 1 else ("", ())


def _foot(workshop: Workshop, today: date, options: DocumentOptions) -> str:
    brief = workshop.brief
    if is_adopted(sign_off(workshop).result):
        dated = _("Agreement of {date}").format(date=day(brief.held_on))
    else:
        dated = _("Draft of {date}").format(date=day(today))
    name = brief.project or brief.title
    version = ""
    if workshop.versions:
        number = max(each.number for each in workshop.versions.values())
        version = _("Version {number}").format(number=number)
    parts = (name, dated, version, _(_NAMES[options.version][1]))
    return BETWEEN.join(part for part in parts if part)


def _frozen(workshop: Workshop, versions: VersionsView | None) -> tuple[Fact, ...]:
    """Which version this is, from when, and the beginning of its seal."""
    name = _version(workshop, versions)
    if not name:
        return ()
    latest = max(workshop.versions.values(), key=lambda each: each.number)
    value = _("{day}, seal {seal}").format(day=day(latest.agreed_on), seal=latest.seal[:8])
    return (Fact(label=name, value=value),)


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
        if not is_scorer(person)
    )
