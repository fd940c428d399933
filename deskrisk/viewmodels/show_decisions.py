"""The scenes of Prepare, Respond, Agree and Follow up: what for, who does what, five to one."""

from deskrisk.domain.ideas import shelf
from deskrisk.domain.model.ids import MitigationId, ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.responses import Happiness, Mitigation
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import (
    edit_mitigation,
    edit_response,
    edit_signal,
    response_of,
)
from deskrisk.domain.review_scores import moves
from deskrisk.domain.reviews import latest_review
from deskrisk.domain.signoff import sign_off
from deskrisk.domain.stages import overdue
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.agree import LEVELS, agree_view
from deskrisk.viewmodels.blocks import Block, Columns, Fact, Level, Meter, Words
from deskrisk.viewmodels.figures import about_points, count_word, day, short_day
from deskrisk.viewmodels.follow_up import follow_up_view
from deskrisk.viewmodels.measure import written_measure
from deskrisk.viewmodels.promises import also_serves
from deskrisk.viewmodels.public import all_asked
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.respond import respond_view
from deskrisk.viewmodels.review_scores import moved_words
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show_answers import group_figure
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import DECISION_RULE_SENTENCES, STANCE_WORDS, said

_WIDE = (0.62, 0.38)
_FIT_A_PAGE = 3
"""So many promises stand on a page of the wall beside the rest of a response."""


def title_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """What we are here for, and the rules that nobody can bend later."""
    brief = workshop.brief
    found: list[Block] = [Words(role="title", text=brief.project.strip() or brief.title)]
    if brief.purpose.strip():
        found.append(Words(role="text", text=brief.purpose))
    aims = [Words(role="item", text=aim.text) for aim in in_order(workshop.objectives)]
    agreed = [Words(role="item", text=each.text) for each in in_order(workshop.working_agreements)]
    left: list[Block] = []
    if aims:
        left += [Words(role="label", text=_("Our aims"), tone="ink_soft"), *aims]
    if agreed:
        left += [Words(role="label", text=_("We agree"), tone="ink_soft"), *agreed]
    look = ngettext("{word} risk", "{word} risks", brief.focus_count)
    right: tuple[Block, ...] = (
        Fact(label=_("We look as far as"), text=day(brief.horizon)),
        Fact(label=_("We look closely at"), text=look.format(word=count_word(brief.focus_count))),
        Fact(label=_("We decide"), text=_(DECISION_RULE_SENTENCES[brief.decision_rule])),
    )
    if not left:
        return (*found, *right)
    return (*found, Columns(columns=(tuple(left), right), shares=_WIDE))


def with_draft(workshop: Workshop, state: ShowState) -> Workshop:
    """The workshop with what is being typed into the response on the wall.

    Of more promises than fit a page the one in hand comes first, or the room would not see it grow.
    """
    risk = RiskId(state.subject)
    if state.scene is not Scene.RESPONSE or risk not in workshop.risks:
        return workshop
    for name, text in state.draft:
        field, _slash, promise = name.partition("/")
        if not promise:
            workshop = edit_response(workshop, risk, **{field: text})
        elif promise in workshop.mitigations:
            id_ = MitigationId(promise)
            edit = edit_signal if field == "statement" else edit_mitigation
            workshop = edit(workshop, id_, **{field: text})
            if len(mitigations_of(workshop, risk)) > _FIT_A_PAGE:
                workshop = edit_mitigation(workshop, id_, position=-1)
    return workshop


def response_blocks(workshop: Workshop, subject: str, *, ideas: bool = True) -> tuple[Block, ...]:
    """One risk: what we do, who, by when; at the side the figures, first sign, and what was said.

    Args:
        workshop: where it is.
        subject: the id of the risk.
        ideas: whether the shelf of ideas stands there too.
    """
    held = workshop.risks.get(RiskId(subject))
    if held is None:
        return ()
    sign = category_sign(workshop, held.category)
    titled = Words(role="heading", text=title_of(held), sign=sign)
    nothing = Words(role="text", text=_("Nothing is decided yet."), tone="ink_soft")
    left = _decided(workshop, held.id) or [nothing]
    right = _figures(workshop, held)
    if ideas:
        left += _shelf(workshop, held.id)
    if not right:
        return (titled, *left)
    return (titled, Columns(columns=(tuple(left), tuple(right)), shares=_WIDE))


def stances_in(workshop: Workshop) -> tuple[Block, ...]:
    """How many have shown five to one, while somebody has not; never how."""
    standing = sign_off(workshop)
    if all_asked(workshop) or not standing.present:
        return ()
    return (Meter(done=standing.answered, count=standing.present),)


def stance_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """The counts when everybody is in; reservations and objections with their names."""
    view, standing = agree_view(workshop), sign_off(workshop)
    if not standing.stances:
        return (Words(role="heading", text=view.title),)
    tones = {1: "alarm", 3: "care"}
    found: list[Block] = [Words(role="heading", text=view.result, tone=view.result_tone)]
    for level in LEVELS:
        count = standing.counts[level]
        tone = tones.get(level, "ink") if count else "ink_soft"
        found.append(Level(level=level, words=_(STANCE_WORDS[level]), count=count, tone=tone))
    for each in (*standing.objections, *standing.reservations):
        found += _said(workshop, each, tones[each.level])
    return tuple(found)


def review_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """What has changed since last time, risk by risk; promises past their day; never by person."""
    review = workshop.reviews.get(ReviewId(subject)) or latest_review(workshop)
    if review is None:
        return (Words(role="text", text=follow_up_view(workshop).empty),)
    view = follow_up_view(workshop, review.id)
    found: list[Block] = [
        Words(role="heading", text=view.proven),
        Words(role="note", text=day(review.held_on), tone="ink_soft"),
    ]
    seen = [
        Words(role="item", text=_both(row.title, row.soft), sign=row.sign)
        for row in view.rows
        if not row.heading and row.soft not in (_("to ask"), _("not yet"))
    ]
    if seen:
        found += [Words(role="label", text=_("What we saw"), tone="ink_soft"), *seen]
    moved = _moved(workshop, review.id)
    if moved:
        found += [Words(role="label", text=_("What we think now"), tone="ink_soft"), *moved]
    late = [
        Words(role="item", text=_both(each.title, _late(each)), tone="alarm")
        for each in overdue(workshop, review)
    ]
    if late:
        found += [Words(role="label", text=_("Past its day"), tone="ink_soft"), *late]
    return tuple(found)


def _decided(workshop: Workshop, risk: RiskId) -> list[Block]:
    response = response_of(workshop, risk)
    found: list[Block] = []
    if response.decision is not None:
        decision = said(response.decision)
        words = ", ".join(filter(None, (decision, _name(workshop, response.owner))))
        found.append(Fact(label=_("We decide"), text=words))
    if response.reason.strip():
        found.append(Fact(label=_("Because"), text=response.reason))
    for each in mitigations_of(workshop, risk):
        found += _promise(workshop, each, risk)
    view = respond_view(workshop, risk).response
    for new in view.brings if view is not None else ():
        found.append(Fact(label=_("It brings a new risk"), text=new.title))
    return found


def _shelf(workshop: Workshop, risk: RiskId) -> list[Block]:
    """The ideas that nothing was made of yet."""
    found: list[Block] = [Words(role="item", text=idea) for idea in shelf(workshop, risk)]
    label = Words(role="label", text=_("Ideas heard on the way"), tone="ink_soft")
    return [label, *found] if found else []


def _figures(workshop: Workshop, risk: Risk) -> list[Block]:
    view = respond_view(workshop, risk.id).response
    found: list[Block] = []
    today = group_figure(workshop, risk.id)
    if today:
        found.append(Fact(label=_("Expected loss today"), text=today))
    if today and view is not None and view.loss.target is not None:
        target = about_points(view.loss.target)
        found.append(Fact(label=_("When all is proven"), text=target))
    if view is not None and view.loss.effort:
        found.append(Fact(label=_("Effort"), text=view.loss.effort))
    if view is not None and view.trigger.strip():
        found.append(Fact(label=_("First sign"), text=view.trigger))
    if view is not None and view.fallback.strip():
        found.append(Fact(label=_("What we do then"), text=view.fallback))
    if view is not None and view.happy is not None:
        question = _("Are we happy with how this is mitigated?")
        tone = "care" if view.happy is Happiness.NOT_YET else "ink"
        found.append(Fact(label=question, text=said(view.happy), tone=tone))
    return found


def _promise(workshop: Workshop, each: Mitigation, risk: RiskId) -> list[Block]:
    owner = _name(workshop, each.owner)
    due = _("by {day}").format(day=short_day(each.due)) if each.due else ""
    who = ", ".join(part for part in (owner, due) if part)
    label = _("Promise: {who}").format(who=who) if who else _("Promise")
    found: list[Block] = [Fact(label=label, text=each.title.strip() or _("Not named yet"))]
    sign = (each.signal.statement.strip() or written_measure(each.signal)) if each.signal else ""
    if sign:
        found.append(Words(role="note", text=sign, tone="ink_soft"))
    also = also_serves(workshop, each, risk)
    if also:
        found.append(Words(role="note", text=also, tone="ink_soft"))
    return found


def _said(workshop: Workshop, stance: Stance, tone: str) -> list[Block]:
    label = _name(workshop, stance.participant)
    text = stance.comment.strip()
    found: list[Block] = [Fact(label=label, text=text, tone=tone)] if text else []
    if text and stance.acceptable_if.strip():
        safe = _("Safe enough: {what}").format(what=stance.acceptable_if.strip())
        found.append(Words(role="note", text=safe, tone="ink_soft"))
    return found


def _moved(workshop: Workshop, review: ReviewId) -> list[Block]:
    """How the figures of each risk moved that the review scored anew."""
    found: list[Block] = []
    for each in moves(workshop, review):
        risk = workshop.risks[each.risk]
        words = moved_words(workshop, review, each.risk, public=True)
        sign = category_sign(workshop, risk.category)
        found.append(Words(role="item", text=_both(title_of(risk), words), sign=sign))
    return found


def _late(each: Mitigation) -> str:
    return _("was due {day}").format(day=short_day(each.due))


def _both(one: str, other: str) -> str:
    return _("{one}: {other}").format(one=one, other=other) if one and other else one or other


def _name(workshop: Workshop, who: ParticipantId | None) -> str:
    person = workshop.participants.get(who) if who else None
    return person.name if person else ""
