"""How the numbers were made and what they cannot say: the last page, for whoever was not there."""

from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL, standing_scores
from deskrisk.domain.model.brief import Anonymity, OrderMethod
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scales import (
    IMPACT,
    LIKELIHOOD,
    POINTS_OF_A_PROJECT,
    point_person_days,
)
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import NO_BREAK, count_word, day, points, whole_or_short
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import (
    DECISION_RULE_SENTENCES,
    IMPACT_WORDS,
    LIKELIHOOD_WORDS,
    said,
)

_NEVER_HIDDEN = (Anonymity.NAMED,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """One level of a scale: its words and what it counts as."""

    level: int
    words: str
    counted: str
    person_days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A small heading and what is to be said below it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodNote:
    """The two scales and the remarks."""

    heading: str
    lead: str
    likelihood_head: str
    likelihood: tuple[ScaleRow, ...]
    impact_head: str
    impact: tuple[ScaleRow, ...]
    remarks: tuple[Remark, ...]


def method_note(workshop: Workshop) -> MethodNote:
    """What a reader needs who was not in the room."""
    per_point = point_person_days(workshop.brief.project_size_person_days)
    return MethodNote(
        heading=_("How the numbers were made, and what they cannot say"),
        lead=_(
            "For readers who were not in the room. Nothing on this page is needed to act on the "
            "agreement."
        ),
        likelihood_head=_("How likely, until {horizon}").format(
            horizon=day(workshop.brief.horizon)
        ),
        likelihood=tuple(
            ScaleRow(
                level=level,
                words=_(LIKELIHOOD_WORDS[level]),
                counted=f"{whole_or_short(share * 100)}{NO_BREAK}%",
                person_days="",
            )
            for level, share in LIKELIHOOD.items()
        ),
        impact_head=_("How bad, if it happens"),
        impact=tuple(
            ScaleRow(
                level=level,
                words=_(IMPACT_WORDS[level]),
                counted=whole_or_short(loss),
                person_days="" if per_point is None else whole_or_short(loss * per_point),
            )
            for level, loss in IMPACT.items()
        ),
        remarks=_remarks(workshop, per_point),
    )


def _remarks(workshop: Workshop, per_point: float | None) -> tuple[Remark, ...]:
    found = (
        Remark(heading=_("Expected loss"), text=_expected_loss(per_point)),
        Remark(heading=_("Who scored, and how often"), text=_who_scored(workshop)),
        Remark(heading=_("Fixed before the first score"), text=_fixed(workshop)),
        Remark(heading=_("Changed after the scores were seen"), text=_changed(workshop)),
        Remark(
            heading=_("Tiers"),
            text=_(
                "A tier begins where the middle answer falls to half of the first one in the tier "
                "above, or below that. Inside a tier the numbers are too close to tell apart."
            ),
        ),
        Remark(heading=_("Steps passed early"), text=_passed(workshop)),
        Remark(
            heading=_("Targets"),
            text=_(
                "A target is the room's joint estimate for the day when every promise on a risk "
                "is kept and its sign has been seen. Until then the risk counts as it does today."
            ),
        ),
        Remark(heading=_("Limits"), text=_limits(workshop)),
        Remark(
            heading=_("Words"),
            text=_(
                "Red line: treated whatever its rank. Together, spread, split: the answers lie "
                "within about one level, further apart, or in two camps. Lone alarm: one person "
                "at ten times the middle answer or more. Hedge gap: two groups three times apart "
                "or more."
            ),
        ),
        Remark(
            heading=_("Numbers of risks"),
            text=_(
                "The large number is the place agreed here. R1 and so on are the names used in the "
                "workshop file: places may change, they never do."
            ),
        ),
    )
    return tuple(each for each in found if each.text)


def _expected_loss(per_point: float | None) -> str:
    said_ = _(
        "Chance times points, for each person. The group's figure is the middle answer, found on "
        "a scale of ratios, and printed with two figures and the word about. 1 point is 1 % of "
        "the project; {whole} points are the whole of it."
    ).format(whole=whole_or_short(POINTS_OF_A_PROJECT))
    if per_point is None:
        return said_
    return f"{said_} " + _("Here a point is {days} person-days.").format(days=points(per_point))


def _who_scored(workshop: Workshop) -> str:
    people = {score.participant for score in workshop.scores.values()}
    if not people:
        return _("Nobody has scored yet.")
    again = {score.risk for score in workshop.scores.values() if score.round > 1}
    found = ngettext(
        "{n} person judged the risks alone, before hearing anyone.",
        "{n} people judged the risks, each alone, before hearing anyone.",
        len(people),
    )
    parts = [capital(found.format(n=count_word(len(people))))]
    if again:
        second = ngettext(
            "After a discussion {n} risk was scored once more, again alone.",
            "After a discussion {n} risks were scored once more, again alone.",
            len(again),
        )
        parts.append(second.format(n=count_word(len(again))))
    parts.append(_abstained(workshop))
    if not workshop.brief.facilitator_scores:
        parts.append(_("The facilitator did not score."))
    return " ".join(part for part in parts if part)


def _abstained(workshop: Workshop) -> str:
    standing = standing_scores(workshop, FINAL)
    count = sum(score.abstain for answers in standing.values() for score in answers.values())
    if not count:
        return ""
    found = ngettext(
        "{n} answer was “I cannot judge”; such answers are left out.",
        "{n} answers were “I cannot judge”; such answers are left out.",
        count,
    )
    return capital(found.format(n=count_word(count)))


def _fixed(workshop: Workshop) -> str:
    brief = workshop.brief
    found = ngettext(
        "{k} place above the cut line.", "{k} places above the cut line.", brief.focus_count
    )
    return " ".join(
        (
            capital(found.format(k=count_word(brief.focus_count))),
            _("Order: {method}.").format(method=said(_first_method(workshop))),
            _("Decision: {rule}").format(rule=_(DECISION_RULE_SENTENCES[brief.decision_rule])),
            _("Answers shown for: {whom}.").format(whom=said(brief.anonymity)),
        )
    )


def _first_method(workshop: Workshop) -> OrderMethod:
    return workshop.progress.first_order_method or workshop.brief.order_method


def _changed(workshop: Workshop) -> str:
    """Whoever sees the numbers could choose the way by its result; so it is said."""
    first = workshop.progress.first_order_method
    if first is None:
        return ""
    return _("How the order is found. Agreed: {before}. Done: {now}. Reason: {reason}").format(
        before=said(first),
        now=said(workshop.brief.order_method),
        reason=workshop.progress.order_method_reason.strip(),
    )


def _passed(workshop: Workshop) -> str:
    rows = [
        f"{said(note.stage)}: {note.passed_because}"
        for note in workshop.stage_notes.values()
        if note.passed_because.strip()
    ]
    return "\n".join(sorted(rows)) if rows else _("None.")


def _limits(workshop: Workshop) -> str:
    people = len({score.participant for score in workshop.scores.values()})
    said_ = _(
        "The bands are coarse: inside one, the chance differs by a factor of up to three. The top "
        "level of loss is open upward, which is why there are red lines. A sum over risks adds "
        "middle answers and is an orientation. Percentages of people are unproven until enough of "
        "them can be held against what happened."
    )
    if not people:
        return said_
    more = ngettext(
        "{n} person is no sample, so there is no test of significance.",
        "{n} people are no sample, so there is no test of significance.",
        people,
    )
    return f"{said_} {capital(more.format(n=count_word(people)))}"
