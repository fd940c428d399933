"""The verdict on an agreement, and what it is about, in sentences: the head of the document."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import Portfolio, portfolio, residuals
from deskrisk.domain.signoff import ASIDE, SignOff, SignOffResult, sign_off
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, day, points, whole_or_short

_ADOPTED = (SignOffResult.ADOPTED, SignOffResult.ADOPTED_WITH_RESERVATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarWords:
    """The words of the two bars of expected loss, and all of it in one sentence."""

    heading: str
    today: str
    today_points: str
    target: str
    target_points: str
    spoken: str


def loss_sums(workshop: Workshop) -> tuple[float, float, BarWords] | None:
    """Expected loss of all risks today, when all is kept, and its words; None without a target."""
    if not _has_target(workshop):
        return None
    sums = portfolio(workshop)
    words = BarWords(
        heading=_("Expected loss, all risks, points"),
        today=_("Today"),
        today_points=points(sums.inherent),
        target=_("Target"),
        target_points=points(sums.target),
        spoken=_("Expected loss of all risks: today about {today} points, target {target}.").format(
            today=points(sums.inherent), target=points(sums.target)
        ),
    )
    return sums.inherent, sums.target, words


def is_adopted(result: SignOffResult) -> bool:
    """Does the document hold?"""
    return result in (*_ADOPTED, SignOffResult.OWNER_DECIDED)


def capital(text: str) -> str:
    """The text with a capital first letter, as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def verdict(workshop: Workshop, today: date) -> str:
    """How the sign-off ended, in one sentence; a draft says that it is one, and of which day."""
    signed = sign_off(workshop)
    if signed.result in _ADOPTED:
        return _adopted(workshop, signed)
    if signed.result is SignOffResult.OWNER_DECIDED:
        return _owner_decided(workshop, signed)
    if signed.result is SignOffResult.NOT_ENOUGH:
        return _draft(signed, today)
    return _open(workshop, signed)


def brief_sentence(workshop: Workshop) -> str:
    """What gets a response, the work it takes, and what it should bring; as much as is known."""
    if not workshop.risks:
        return _("No risk has been written down yet.")
    parts = (_counts(workshop), _promises(workshop))
    return " ".join(part for part in parts if part)


def kept_promises(workshop: Workshop) -> tuple[Mitigation, ...]:
    """The promises that still count: all but the dropped ones, in their order."""
    return tuple(
        each
        for each in in_order(workshop.mitigations)
        if each.status is not MitigationStatus.DROPPED
    )


def _adopted(workshop: Workshop, signed: SignOff) -> str:
    when = day(workshop.brief.held_on)
    if signed.answered == signed.present:
        who = ngettext("by the one person present", "by all {count} present", signed.present)
    else:
        who = _("by {answered} of the {count} present")
    who = who.format(answered=count_word(signed.answered), count=count_word(signed.present))
    return _("Adopted on {date} {who}, {how}.").format(date=when, who=who, how=_how(signed))


def _how(signed: SignOff) -> str:
    objections, reservations = len(signed.objections), len(signed.reservations)
    if not objections and not reservations:
        found = _("without reservation")
    else:
        found = _("with {reservations} and {objections}").format(
            reservations=_reservations(reservations), objections=_objections(objections)
        )
    aside = signed.counts.get(ASIDE, 0)
    if not aside:
        return found
    return _("{how}, {count} standing aside").format(how=found, count=count_word(aside))


def _owner_decided(workshop: Workshop, signed: SignOff) -> str:
    owner = workshop.brief.decision_owner
    name = workshop.participants[owner].name if owner else _("the owner")
    when = day(workshop.brief.held_on)
    if not signed.objections:
        return _("Decided by {name} on {date}, without objection.").format(name=name, date=when)
    return _("Decided by {name} on {date}; {objections} printed below.").format(
        name=name, date=when, objections=_objections(len(signed.objections))
    )


def _draft(signed: SignOff, today: date) -> str:
    if not signed.answered:
        return _("Draft of {date}, not signed off yet.").format(date=day(today))
    return _("Draft of {date}: {answered} of {present} have answered so far.").format(
        date=day(today), answered=count_word(signed.answered), present=count_word(signed.present)
    )


def _open(workshop: Workshop, signed: SignOff) -> str:
    if signed.result is SignOffResult.OWNER_DECIDES:
        found = _("Not decided yet: the owner has heard every answer, {objections} among them")
    else:
        found = _("Not adopted: {objections} open")
    sentence = found.format(objections=_objections(len(signed.objections)))
    later = workshop.progress.adjourned_to
    if later is None:
        return f"{sentence}."
    return _("{sentence}, taken up again on {date}.").format(sentence=sentence, date=day(later))


def _reservations(count: int) -> str:
    # English says "no reservation", so nought goes with one.
    return ngettext("{count} reservation", "{count} reservations", count or 1).format(
        count=count_word(count)
    )


def _objections(count: int) -> str:
    return ngettext("{count} objection", "{count} objections", count or 1).format(
        count=count_word(count)
    )


def _counts(workshop: Workshop) -> str:
    total, chosen = len(workshop.risks), len(must_respond(workshop))
    if chosen >= total:
        found = ngettext(
            "One risk, and it gets a response.", "All {n} risks get a response.", total
        )
        return found.format(n=count_word(total))
    found = _("{k} of {n} risks get a response, {m} are watched or accepted.")
    if total - chosen == 1:
        found = _("{k} of {n} risks get a response, one is watched or accepted.")
    return capital(
        found.format(k=count_word(chosen), n=count_word(total), m=count_word(total - chosen))
    )


def _promises(workshop: Workshop) -> str:
    promises = kept_promises(workshop)
    if not promises:
        return _("No promise has been made.")
    parts = [
        capital(
            ngettext("{count} promise", "{count} promises", len(promises)).format(
                count=count_word(len(promises))
            )
        )
    ]
    effort = sum(each.effort_person_days or 0 for each in promises)
    if effort:
        parts.append(_("about {days} person-days of work").format(days=whole_or_short(effort)))
    dues = [each.due for each in promises if each.due is not None]
    if dues:
        parts.append(_("the last due on {date}").format(date=day(max(dues))))
    target = _target(workshop)
    sentence = ", ".join(parts)
    return f"{sentence}{', ' + target if target and len(parts) > 1 else ' ' + target}.".replace(
        " .", "."
    )


def _target(workshop: Workshop) -> str:
    if not _has_target(workshop):
        return ""
    sums: Portfolio = portfolio(workshop)
    return _(
        "should bring the expected loss until {horizon} from about {today} to about {target} points"
    ).format(
        horizon=day(workshop.brief.horizon),
        today=points(sums.inherent),
        target=points(sums.target),
    )


def _has_target(workshop: Workshop) -> bool:
    return any(each.residual is not None and each.inherent for each in residuals(workshop))
