"""What is worth a quiet word about responses, as one soft line each."""

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.remarks import Remark, RemarkKind, remarks_on, remarks_on_all
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.figures import count_word, day
from deskrisk.viewmodels.verdict import capital

_WORDS = {
    RemarkKind.ADDS_RISK: N_("This response adds risk. Is that what we want?"),
    RemarkKind.NOTHING_GAINED: N_(
        "Nothing gets better when all is proven: is it worth the effort?"
    ),
    RemarkKind.NO_NUMBER: N_("“{promise}”: which number would show it, and where?"),
    RemarkKind.ONLY_LAGGING: N_("We would see only afterwards. What moves before harm?"),
    RemarkKind.MANY_PROMISES: N_("{count} promises: more than four are seldom kept."),
    RemarkKind.PROMISE_TOO_LATE: N_("“{promise}” comes after the last day we look at, {horizon}."),
    RemarkKind.REVIEW_TOO_LATE: N_("We look again only after the last day, {horizon}."),
    RemarkKind.HEAVY_OWNER: N_("{name} holds {count} promises. Who could take one?"),
    RemarkKind.ONLY_GATES: N_(
        "{count} of {total} promises are another review, inspection or audit. Fear grows gates."
    ),
}


def remark_words(workshop: Workshop, remark: Remark) -> str:
    """One remark as it is said."""
    promise = workshop.mitigations.get(remark.mitigation) if remark.mitigation else None
    owner = workshop.participants.get(remark.owner) if remark.owner else None
    return capital(
        _(_WORDS[remark.kind]).format(
            promise=promise.title.strip() or _("a promise") if promise else "",
            name=owner.name if owner else "",
            count=count_word(remark.count),
            total=count_word(remark.total),
            horizon=day(workshop.brief.horizon),
        )
    )


def risk_remarks(workshop: Workshop, risk: RiskId) -> tuple[str, ...]:
    """The remarks that belong to one risk: its own, and about who holds its promises."""
    owners = {each.owner for each in workshop.mitigations.values() if risk in each.risks}
    found = list(remarks_on(workshop, risk))
    found += [each for each in remarks_on_all(workshop) if each.owner in owners - {None}]
    return tuple(remark_words(workshop, each) for each in found)
