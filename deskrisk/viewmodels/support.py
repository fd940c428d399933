"""Who stands behind the agreement: stances by name, reservations, objections and amendments."""

from dataclasses import dataclass

from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.signoff import ASIDE, OBJECTION, RESERVATION, SignOff, SignOffResult, sign_off
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import count_word, day
from deskrisk.viewmodels.verdict import capital, is_adopted

STANCE_HEADS = (
    (5, N_("Full support")),
    (4, N_("Support")),
    (3, N_("Support with reservation")),
    (2, N_("Stands aside")),
    (1, N_("Objects")),
)
"""The columns of the table, from five to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """One person's stance; ``level`` is None for somebody who has not answered."""

    name: str
    role: str
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody wanted printed, in their own words."""

    label: str
    name: str
    about: str
    words: str
    acceptable_if: str
    on_record: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentRow:
    """A change of the document that answers somebody."""

    item: str
    change: str
    answers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportView:
    """The sign-off. ``counts`` follow ``STANCE_HEADS``."""

    heading: str
    lead: str
    rows: tuple[StanceRow, ...]
    counts: tuple[int, ...]
    answered: str
    note: str
    voices: tuple[Voice, ...]
    amendments: tuple[AmendmentRow, ...]
    owner_reason: str

    @property
    def on_record(self) -> tuple[Voice, ...]:
        """Reservations and objections alone."""
        return tuple(each for each in self.voices if each.on_record)


def support_view(workshop: Workshop) -> SupportView:
    """The sign-off as it stands."""
    signed = sign_off(workshop)
    rows = _rows(workshop, signed)
    return SupportView(
        heading=_heading(signed),
        lead=_(
            "Everyone was asked at the same moment: is it good enough for now and safe enough to "
            "try? Silence did not count as yes."
        ),
        rows=rows,
        counts=tuple(signed.counts.get(level, 0) for level, _head in STANCE_HEADS),
        answered=_answered(workshop, signed),
        note=_note(workshop, signed),
        voices=tuple(
            _voice(workshop, stance)
            for stance in sorted(signed.stances, key=lambda each: each.level)
            if _speaks(stance)
        ),
        amendments=_amendments(workshop),
        owner_reason=workshop.progress.owner_reason if workshop.progress.owner_decided else "",
    )


def _rows(workshop: Workshop, signed: SignOff) -> tuple[StanceRow, ...]:
    levels = {stance.participant: stance.level for stance in signed.stances}
    return tuple(
        StanceRow(name=person.name, role=_role(person), level=levels.get(person.id))
        for person in in_order(workshop.participants)
        if person.present or person.id in levels
    )


def _role(person: Participant) -> str:
    """What somebody does here; whoever was not here was asked later, and that is said."""
    if person.present:
        return person.role
    later = _("asked later")
    return _("{role}, {later}").format(role=person.role, later=later) if person.role else later


def _answered(workshop: Workshop, signed: SignOff) -> str:
    """How many of those present answered, and how many were or are asked later."""
    people = workshop.participants
    late = sum(not people[each.participant].present for each in signed.stances)
    said = _("{answered} of {present} present answered").format(
        answered=signed.answered - late, present=signed.present - late
    )
    parts = [said]
    if late:
        parts.append(ngettext("{n} later", "{n} later", late).format(n=count_word(late)))
    if signed.later:
        open_ = ngettext("{n} is still to be asked", "{n} are still to be asked", len(signed.later))
        parts.append(open_.format(n=count_word(len(signed.later))))
    return ", ".join(parts)


def _heading(signed: SignOff) -> str:
    if not signed.answered:
        return _("Not signed off yet")
    if not is_adopted(signed.result):
        return _("Not adopted yet")
    if signed.result is SignOffResult.OWNER_DECIDED or signed.objections:
        return _("Adopted, with objections heard") if signed.objections else _("Adopted")
    supporting = sum(signed.counts.get(level, 0) for level in (5, 4, 3))
    whole = supporting == signed.present and supporting > 1
    found = _("All {n} support the agreement") if whole else _("{n} support the agreement")
    if supporting == 1:
        found = _("One person supports the agreement")
    text = capital(found.format(n=count_word(supporting)))
    reservations = len(signed.reservations)
    if not reservations:
        return text
    more = ngettext("{n} with a reservation", "{n} with a reservation", reservations)
    return f"{text}, {more.format(n=count_word(reservations))}"


def _note(workshop: Workshop, signed: SignOff) -> str:
    rounds = ngettext("in {n} round", "in {n} rounds", signed.round)
    changes = len(workshop.amendments)
    amended = ngettext("with {n} amendment", "with {n} amendments", changes)
    said = amended.format(n=count_word(changes)) if changes else _("without amendments")
    return _(
        "Stances carry names; scores and fears never do. Given in the room on {date}, {rounds}, "
        "{amended}. This page needs no signature."
    ).format(
        date=day(workshop.brief.held_on),
        rounds=rounds.format(n=count_word(signed.round)),
        amended=said,
    )


def _speaks(stance: Stance) -> bool:
    if stance.level in (OBJECTION, RESERVATION):
        return True
    return bool(stance.comment.strip())


def _voice(workshop: Workshop, stance: Stance) -> Voice:
    labels = {OBJECTION: _("Objection"), RESERVATION: _("Reservation"), ASIDE: _("Standing aside")}
    return Voice(
        label=labels.get(stance.level, _("Comment")),
        name=workshop.participants[stance.participant].name,
        about=item_words(workshop, stance.item),
        words=stance.comment,
        acceptable_if=stance.acceptable_if,
        on_record=stance.level in (OBJECTION, RESERVATION),
    )


def item_words(workshop: Workshop, item: str) -> str:
    """What a stance or an amendment is about: the name of a risk, a promise or an aim, or text."""
    for risk in workshop.risks.values():
        if item == risk.id:
            return f"{risk.title} (R{risk.number})"
    for promise in workshop.mitigations.values():
        if item == promise.id:
            return promise.title
    for aim in workshop.objectives.values():
        if item == aim.id:
            return aim.text
    return item


def _amendments(workshop: Workshop) -> tuple[AmendmentRow, ...]:
    return tuple(
        AmendmentRow(
            item=item_words(workshop, each.item),
            change=each.change,
            answers=", ".join(workshop.participants[person].name for person in each.answers),
        )
        for each in in_order(workshop.amendments, "sequence")
    )
