"""The gap check: what is missing for an agreement, in words, and where each thing is mended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskrisk.domain.gaps import Gap, GapKind
from deskrisk.domain.missing import Lack, Missing, missing
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.remarks import Remark, remarks
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.scores import revealed
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.places import Place
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.remarks import remark_words
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.words import said

_GAP_WORDS = {
    GapKind.DECISION: N_("a decision"),
    GapKind.OWNER: N_("an owner"),
    GapKind.REASON: N_("one line why"),
    GapKind.PROMISE: N_("a promise"),
    GapKind.TRIGGER: N_("the first sign"),
    GapKind.FALLBACK: N_("what we do then"),
    GapKind.RESIDUAL: N_("how likely, how bad then"),
    GapKind.REVIEW_DATE: N_("when to look again"),
    GapKind.PROMISE_TITLE: N_("what is promised"),
    GapKind.PROMISE_OWNER: N_("who keeps a promise"),
    GapKind.PROMISE_DUE: N_("by when a promise is kept"),
    GapKind.PROMISE_SIGNAL: N_("how we will know"),
    GapKind.LEVERAGE_NOTE: N_("why we keep what costs more than it saves"),
    GapKind.NOT_HAPPY: N_("the room is not happy with it yet"),
}
_OF_PROMISE = {
    GapKind.PROMISE_TITLE: N_("what is promised"),
    GapKind.PROMISE_OWNER: N_("who keeps it"),
    GapKind.PROMISE_DUE: N_("by when"),
    GapKind.PROMISE_SIGNAL: N_("how we will know"),
}
_GAP_FIELDS = {
    GapKind.DECISION: "decision_field",
    GapKind.OWNER: "owner_field",
    GapKind.REASON: "reason_field",
    GapKind.PROMISE: "add_promise",
    GapKind.TRIGGER: "trigger_field",
    GapKind.FALLBACK: "fallback_field",
    GapKind.RESIDUAL: "residual_likelihood_field",
    GapKind.REVIEW_DATE: "review_date_field",
    GapKind.PROMISE_TITLE: "promise_title_field",
    GapKind.PROMISE_OWNER: "promise_owner_field",
    GapKind.PROMISE_DUE: "due_field",
    GapKind.PROMISE_SIGNAL: "signal_statement_field",
    GapKind.LEVERAGE_NOTE: "leverage_note_field",
    GapKind.NOT_HAPPY: "happy_field",
}
_OF_FRAME = {
    Lack.PURPOSE: (N_("What the workshop is for"), "purpose_field"),
    Lack.AIMS: (N_("At least two aims"), "aim_field"),
    Lack.PEOPLE: (N_("At least two people"), "person_field"),
    Lack.HORIZON: (N_("A last day after the meeting"), "horizon_field"),
    Lack.DECISION_OWNER: (N_("Who decides"), "decision_owner_field"),
    Lack.FEARS: (N_("A first fear"), ""),
    Lack.RISKS: (N_("A first risk"), ""),
    Lack.ORDER: (N_("The order, confirmed by the room"), ""),
}
_OF_RISK = {
    Lack.CAUSE: (N_("{title}: because of what"), "cause_field"),
    Lack.EVENT: (N_("{title}: what may happen"), "event_field"),
    Lack.CONSEQUENCE: (N_("{title}: so that what"), "consequence_field"),
    Lack.AIM: (N_("{title}: which aim it hurts"), "hurts_1"),
    Lack.KIND: (N_("{title}: which kind of risk"), "category_field"),
    Lack.RED_LINE_REASON: (N_("{title}: why it is a red line"), "red_line_reason_field"),
    Lack.LATE_ANSWERS: (N_("{title}: answers, it is not judged yet"), ""),
    Lack.TALK: (N_("{title}: far apart, and not talked about yet"), ""),
    Lack.MOVE_REASON: (N_("{title}: why it was moved across a bracket"), ""),
}
_OF_PERSON = {
    Lack.STANCE: N_("{name}: five to one"),
    Lack.STANCE_WORDS: N_("{name}: the words that are printed"),
    Lack.OBJECTION: N_("{name}: the objection is open"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One line: what is missing, or worth a word, and where Enter leads; ``place`` may be none."""

    key: str
    text: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """The gap check. ``note`` is for the foot of the desk; empty while nothing is missing."""

    count: int
    heading: str
    note: str
    lines: tuple[GapLine, ...]
    remarks: tuple[GapLine, ...]

    def place(self, key: object) -> Place | None:
        """Where a line leads."""
        every = (*self.lines, *self.remarks)
        return next((line.place for line in every if line.key == key), None)


def gap_view(workshop: Workshop) -> GapView:
    """Everything that is missing for an agreement, and what is worth a word."""
    lines = tuple(_line(workshop, at, each) for at, each in enumerate(missing(workshop)))
    shown = revealed(workshop)  # which risks need a decision depends on the answers
    words = tuple(_remark(shown, at, each) for at, each in enumerate(remarks(shown)))
    return GapView(
        count=len(lines),
        heading=missing_count(len(lines)),
        note=_("{count} missing").format(count=len(lines)) if lines else "",
        lines=lines,
        remarks=words,
    )


def missing_count(count: int) -> str:
    """How much is missing, as a sentence without its full stop."""
    if not count:
        return _("Nothing is missing")
    return ngettext("{count} thing is missing", "{count} things are missing", count).format(
        count=count
    )


def gap_rows(view: GapView) -> tuple[Row, ...]:
    """The lines as a list, with a heading over each stage."""
    rows: list[Row] = []
    for stage in Stage:
        own = [line for line in view.lines if line.place is not None and line.place.stage is stage]
        if own:
            rows.append(Row(key=f"stage.{stage.value}", title=said(stage), heading=True))
            rows += [Row(key=each.key, title=each.text, sign="icon:circle:care") for each in own]
    if view.remarks:
        rows.append(Row(key="remarks", title=_("Worth a word"), heading=True))
        rows += [Row(key=each.key, title=each.text, sign=_HINT) for each in view.remarks]
    return tuple(rows)


_HINT = "icon:info:ink_soft"


def gap_words(gap: Gap) -> str:
    """What is missing, for "Still missing: ..."."""
    return _(_GAP_WORDS[gap.kind])


def missing_words(gaps: Iterable[Gap]) -> str:
    """What is missing, each thing once, as a list in words; empty for nothing."""
    return ", ".join(dict.fromkeys(gap_words(gap) for gap in gaps))


def gap_place(workshop: Workshop, gap: Gap) -> Place:
    """Where what a response lacks is entered."""
    return response_place(workshop, gap.risk, _GAP_FIELDS[gap.kind], gap.mitigation)


def response_place(
    workshop: Workshop, risk: RiskId, field: str, mitigation: MitigationId | None = None
) -> Place:
    """A field of the response to a risk, or of one of its promises."""
    within = ""
    if mitigation is not None:
        ids = [each.id for each in mitigations_of(workshop, risk)]
        within = f"promise_{ids.index(mitigation) + 1}"
    return Place(stage=Stage.RESPOND, thing=risk, field=field, within=within)


def _line(workshop: Workshop, at: int, each: Missing) -> GapLine:
    text, place = _said(workshop, each)
    return GapLine(key=f"missing.{at}", text=text, place=place)


def _said(workshop: Workshop, each: Missing) -> tuple[str, Place]:
    if each.gap is not None:
        return _of_response(workshop, each.gap), gap_place(workshop, each.gap)
    if each.risk is not None:
        words, field = _OF_RISK[each.lack]
        text = _(words).format(title=title_of(workshop.risks[each.risk]))
        return text, Place(stage=each.stage, thing=each.risk, field=field)
    if each.person is not None:
        name = workshop.participants[each.person].name
        text = _(_OF_PERSON[each.lack]).format(name=name)
        return text, Place(stage=each.stage, thing=each.person)
    if each.lack in _OF_FRAME:
        words, field = _OF_FRAME[each.lack]
        return _(words), Place(stage=each.stage, field=field)
    return _counted(each), Place(stage=each.stage, thing=each.fear or "")


def _counted(each: Missing) -> str:
    words: Mapping[Lack, str] = {
        Lack.FEAR_PLACE: ngettext(
            "{count} fear has no place yet", "{count} fears have no place yet", each.count
        ),
        Lack.ANSWERS: ngettext("{count} answer", "{count} answers", each.count)
        if each.count
        else _("Answers"),
        Lack.BALLOTS: ngettext("{count} ballot", "{count} ballots", each.count),
    }
    return words[each.lack].format(count=each.count)


def _of_response(workshop: Workshop, gap: Gap) -> str:
    title = title_of(workshop.risks[gap.risk])
    promise = workshop.mitigations[gap.mitigation].title.strip() if gap.mitigation else ""
    if promise:
        what = _(_OF_PROMISE[gap.kind])
        return _("{title}, “{promise}”: {what}").format(title=title, promise=promise, what=what)
    return _("{title}: {what}").format(title=title, what=gap_words(gap))


def _remark(workshop: Workshop, at: int, each: Remark) -> GapLine:
    place = None
    text = remark_words(workshop, each)
    if each.risk is not None:
        text = _("{title}: {what}").format(title=title_of(workshop.risks[each.risk]), what=text)
        field = "signal_statement_field" if each.mitigation else ""
        place = response_place(workshop, each.risk, field, each.mitigation)
    elif each.owner is not None:
        place = _first_of(workshop, each)
    return GapLine(key=f"remark.{at}", text=text, place=place)


def _first_of(workshop: Workshop, each: Remark) -> Place | None:
    """The first promise of an owner."""
    for promise in workshop.mitigations.values():
        if promise.owner == each.owner and promise.risks:
            risk = promise.risks[0]
            return response_place(workshop, risk, "promise_owner_field", promise.id)
    return None
