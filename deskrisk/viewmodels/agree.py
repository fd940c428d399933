"""What the page Agree shows: five to one for everybody, the result, and what is missing."""

from dataclasses import dataclass

from deskrisk.domain.freezing import ADOPTED
from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import AmendmentId, ParticipantId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.signoff import OBJECTION, RESERVATION, sign_off
from deskrisk.domain.stances import SETTLED_BY_OWNER, stance_gaps, stance_of
from deskrisk.i18n import _
from deskrisk.viewmodels.gap_summary import GapRow, gap_summary
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.signoff import MODE_WORDS, goes_round, result_sentence, result_tone
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.support import item_words
from deskrisk.viewmodels.words import DECISION_RULE_SENTENCES, STANCE_WORDS

LEVELS = (5, 4, 3, 2, 1)
"""Five to one, as they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """One person's answer.

    ``tone`` is a colour role; ``asks`` are the texts shown below it. ``later`` says that the person
    is not here and is asked later; ``place`` that what the words are about can be gone to.
    """

    id: ParticipantId
    name: str
    level: int | None
    words: str
    tone: str
    comment: str
    item: str
    acceptable_if: str
    asks: tuple[str, ...]
    missing: str
    spoken: str
    later: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentRow:
    """A change of the document; ``note`` says after which round, for whom, and where."""

    id: AmendmentId
    change: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeView:
    """Everything the page shows.

    ``asking`` says that somebody has answered in this round. ``items`` are what words can be about:
    id, words, sign. ``sealed`` says that answers are in that
    nobody may see yet; then ``rows`` say only who is in.
    """

    title: str
    round_note: str
    rule: str
    rows: tuple[StanceRow, ...]
    items: tuple[tuple[str, str, str], ...]
    mode: InputMode
    mode_words: str
    sealed: bool
    turnout: str
    result: str
    result_tone: str
    answered: str
    gaps: tuple[GapRow, ...]
    amendments: tuple[AmendmentRow, ...]
    asks_amendment: bool
    objectors: tuple[ParticipantId, ...]
    asking: bool
    can_ask_again: bool
    owner_may_decide: bool
    owner_reason: str
    owner_decided: bool
    adopted: bool


def agree_view(workshop: Workshop) -> AgreeView:
    """The page Agree of a workshop."""
    standing = sign_off(workshop)
    number = standing.round
    missing = dict(reversed(stance_gaps(workshop)))
    sealed = goes_round(workshop)
    rows = tuple(_row(workshop, each, missing) for each in _people(workshop))
    turnout = _("{done} of {count}").format(done=standing.answered, count=standing.present)
    return AgreeView(
        title=_("Good enough for now, safe enough to try?"),
        round_note=_("round {number}").format(number=number) if number > 1 else "",
        rule=_(DECISION_RULE_SENTENCES[workshop.brief.decision_rule]),
        rows=() if sealed else rows,
        items=_items(workshop),
        mode=workshop.brief.input_signoff,
        mode_words=_(MODE_WORDS[workshop.brief.input_signoff]),
        sealed=sealed,
        turnout=_("{turnout} are in").format(turnout=turnout),
        result=_("Answers are coming in") if sealed else result_sentence(workshop, standing),
        result_tone="ink_soft" if sealed else result_tone(standing.result),
        answered=turnout,
        gaps=gap_summary(workshop),
        amendments=_amendments(workshop),
        asks_amendment=bool(workshop.amendments or (standing.objections and not sealed)),
        objectors=() if sealed else tuple(each.participant for each in standing.objections),
        asking=bool(standing.stances),
        can_ask_again=bool(standing.stances) and not sealed,
        owner_may_decide=not sealed
        and standing.owner_may_decide
        and standing.result in SETTLED_BY_OWNER,
        owner_reason=workshop.progress.owner_reason,
        owner_decided=workshop.progress.owner_decided,
        adopted=standing.result in ADOPTED,
    )


def _people(workshop: Workshop) -> tuple[Participant, ...]:
    """Those who are here, and after them those who are asked later."""
    people = [each for each in in_order(workshop.participants) if not is_scorer(each)]
    return tuple(sorted(people, key=lambda each: not each.present))


def _items(workshop: Workshop) -> tuple[tuple[str, str, str], ...]:
    """What words can be about: the aims, then the risks in their order."""
    aims = [(each.id, each.text, "") for each in in_order(workshop.objectives)]
    risks = [workshop.risks[risk] for risk in standing_order(workshop)]
    return (
        *aims,
        *((each.id, title_of(each), category_sign(workshop, each.category)) for each in risks),
    )


def _row(workshop: Workshop, person: Participant, missing: dict[ParticipantId, str]) -> StanceRow:
    stance = stance_of(workshop, person.id)
    level = stance.level if stance else None
    words = _(STANCE_WORDS[level]) if level else ""
    if not person.present:
        words = _("asked later: {words}").format(words=words) if words else _("asked later")
    comment = stance.comment if stance else ""
    item = stance.item if stance else ""
    acceptable_if = stance.acceptable_if if stance else ""
    return StanceRow(
        id=person.id,
        name=person.name,
        level=level,
        words=words,
        tone={OBJECTION: "alarm", RESERVATION: "care"}.get(level or 0, "ink_soft"),
        comment=comment,
        item=item,
        acceptable_if=acceptable_if,
        asks=_asks(level, comment=comment, item=item, acceptable_if=acceptable_if),
        missing=_missing(missing.get(person.id)),
        spoken=_("{name}, {words}").format(name=person.name, words=words or _("no answer yet")),
        later=not person.present,
        place=item in workshop.risks or item in workshop.objectives,
    )


def _asks(level: int | None, *, comment: str, item: str, acceptable_if: str) -> tuple[str, ...]:
    """Which texts are shown: those the level asks for, and any that hold something."""
    wanted = {
        "comment": bool(comment) or level in (RESERVATION, OBJECTION),
        "item": bool(item) or level in (RESERVATION, OBJECTION),
        "acceptable_if": bool(acceptable_if) or level == OBJECTION,
    }
    return tuple(name for name, shown in wanted.items() if shown and level is not None)


def _missing(field: str | None) -> str:
    words = {
        "comment": _("The words are still missing; they are printed."),
        "item": _("What is it about? An aim, a risk, a promise."),
        "acceptable_if": _("What is the smallest change that would make it safe enough to try?"),
    }
    return words[field] if field else ""


def _amendments(workshop: Workshop) -> tuple[AmendmentRow, ...]:
    people = workshop.participants
    rows = []
    for each in in_order(workshop.amendments, by="sequence"):
        note = _("after round {number}").format(number=each.after_round)
        names = ", ".join(people[who].name for who in each.answers)
        if names:
            note = _("{note}, for {names}").format(note=note, names=names)
        if each.item:
            where = item_words(workshop, each.item)
            note = _("{note}: {where}").format(note=note, where=where)
        rows.append(AmendmentRow(id=each.id, change=each.change, note=note))
    return tuple(rows)


def people_rows(workshop: Workshop) -> tuple[Row, ...]:
    """Who is asked in the booth, and whose answer is in; never which."""
    return tuple(
        Row(
            key=person.id,
            title=person.name,
            note="" if stance_of(workshop, person.id) is None else _("in"),
        )
        for person in _people(workshop)
        if person.present
    )


def level_rows(chosen: int | None) -> tuple[Row, ...]:
    """Five to one, to be chosen from; the chosen one is marked."""
    return tuple(
        Row(
            key=level,
            number=str(level),
            title=_(STANCE_WORDS[level]),
            strong=level == chosen,
            sign="icon:check:good" if level == chosen else "icon:circle:edge",
            note=_("your answer") if level == chosen else "",
        )
        for level in LEVELS
    )
