"""The agreement as it is read back to the room before anybody is asked: page by page (A.10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.responses import response_of
from deskrisk.domain.signoff import FULL_SUPPORT, OBJECTION, RESERVATION, stances_of
from deskrisk.i18n import _
from deskrisk.viewmodels.blocks import Block, Fact, Level, Words
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.show_answers import order_blocks
from deskrisk.viewmodels.show_decisions import response_blocks
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import STANCE_WORDS, said

AIMS, ORDER, OTHERS, TOGETHER, VOICES, QUESTION = (
    "aims",
    "order",
    "others",
    "together",
    "voices",
    "question",
)
"""The keys of the pages that are not about one risk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page that is read back.

    ``key`` is the subject of the scene: the id of a risk, or one of the names above. ``changed``
    says that an amendment of this sign-off touches it.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    changed: bool = False


def read_back(workshop: Workshop) -> tuple[ReadPage, ...]:
    """What is read back, in the order of the document; the question comes last.

    Args:
        workshop: its public side, so that no half-finished vote is read.
    """
    pages = (
        _aims(workshop),
        _order(workshop),
        *(_risk(workshop, risk) for risk in must_respond(workshop)),
        _others(workshop),
        _together(workshop),
        _voices(workshop),
    )
    return (*(_amended(workshop, page) for page in pages if page.blocks), _question())


def page_of(workshop: Workshop, key: str) -> tuple[int, ReadPage]:
    """Which page a key stands for, from 0; the first for a key that is not there."""
    pages = read_back(workshop)
    at = next((at for at, page in enumerate(pages) if page.key == key), 0)
    return at, pages[at]


def read_back_blocks(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """The page on the wall."""
    return page_of(workshop, subject)[1].blocks


def read_back_where(workshop: Workshop, subject: str) -> str:
    """Where the reading is, ``"Agree, 3 of 9"``."""
    at, _page = page_of(workshop, subject)
    return _("Agree, {number} of {count}").format(number=at + 1, count=len(read_back(workshop)))


def _page(key: str, title: str, blocks: Sequence[Block]) -> ReadPage:
    headed = (Words(role="heading", text=title), *blocks) if blocks else ()
    return ReadPage(key=key, title=title, blocks=headed)


def _aims(workshop: Workshop) -> ReadPage:
    found: list[Block] = [
        Words(role="item", text=each.text) for each in in_order(workshop.objectives)
    ]
    lines = [
        _("{more}, even over {less}").format(more=each.more, less=each.less)
        for each in in_order(workshop.even_over)
    ]
    if lines:
        found.append(Words(role="label", text=_("What goes before what"), tone="ink_soft"))
        found += [Words(role="item", text=line) for line in lines]
    until = _("Until {day}").format(day=day(workshop.brief.horizon))
    found.append(Words(role="note", text=until, tone="ink_soft"))
    return _page(AIMS, _("What we protect"), found)


def _order(workshop: Workshop) -> ReadPage:
    places = order_blocks(workshop, "") if workshop.risks else ()
    return _page(ORDER, _("The order we agreed"), places)


def _risk(workshop: Workshop, risk: RiskId) -> ReadPage:
    blocks = response_blocks(workshop, risk, ideas=False)
    return ReadPage(key=risk, title=title_of(workshop.risks[risk]), blocks=blocks)


def _others(workshop: Workshop) -> ReadPage:
    needed = set(must_respond(workshop))
    found: list[Block] = []
    for risk in standing_order(workshop):
        response = response_of(workshop, risk)
        if risk in needed or response.decision is None:
            continue
        held = workshop.risks[risk]
        sign = category_sign(workshop, held.category)
        text = _("{title}: {decision}").format(
            title=title_of(held), decision=said(response.decision).lower()
        )
        found.append(Words(role="item", text=text, sign=sign))
        if response.reason.strip():
            found.append(Words(role="note", text=response.reason, tone="ink_soft"))
    return _page(OTHERS, _("What we watch or accept"), found)


def _together(workshop: Workshop) -> ReadPage:
    agreed = in_order(workshop.working_agreements)
    found: list[Block] = [Words(role="item", text=each.text) for each in agreed]
    open_ = [
        each
        for each in sorted(workshop.fears.values(), key=lambda fear: fear.id)
        if each.disposition in (Disposition.ISSUE, Disposition.QUESTION) and each.note.strip()
    ]
    if open_:
        found.append(Words(role="label", text=_("Issues and open questions"), tone="ink_soft"))
    for each in open_:
        owner = workshop.participants[each.owner].name if each.owner else ""
        until = _("by {day}").format(day=day(each.due)) if each.due else ""
        who = ", ".join(filter(None, (owner, until)))
        text = _("{what} ({who})").format(what=each.note, who=who) if who else each.note
        found.append(Words(role="item", text=text))
    return _page(TOGETHER, _("How we work together"), found)


def _voices(workshop: Workshop) -> ReadPage:
    """What was changed for somebody, and the reservations of the last round that was answered."""
    found: list[Block] = []
    people = workshop.participants
    for each in in_order(workshop.amendments, by="sequence"):
        names = ", ".join(people[who].name for who in each.answers if who in people)
        label = _("Changed after round {number}").format(number=each.after_round)
        label = _("{label}, for {names}").format(label=label, names=names) if names else label
        found.append(Fact(label=label, text=each.change))
    for stance in stances_of(workshop, _last_answered(workshop)):
        if stance.level in (RESERVATION, OBJECTION) and stance.comment.strip():
            tone = "care" if stance.level == RESERVATION else "alarm"
            name = people[stance.participant].name
            found.append(Fact(label=name, text=stance.comment, tone=tone))
    return _page(VOICES, _("What we changed, and what we still differ on"), found)


def _last_answered(workshop: Workshop) -> int:
    """The last round with answers; the public side has none of a round that is half-way."""
    return max((each.round for each in workshop.stances.values()), default=0)


def _amended(workshop: Workshop, page: ReadPage) -> ReadPage:
    """The page with a mark for each amendment that touches it."""
    marks = tuple(
        Words(
            role="note",
            text=_("Changed after round {number}: {change}").format(
                number=each.after_round, change=each.change
            ),
            tone="accent",
        )
        for each in in_order(workshop.amendments, by="sequence")
        if each.item == page.key or (page.key == AIMS and each.item in workshop.objectives)
    )
    return replace(page, blocks=(*page.blocks, *marks), changed=True) if marks else page


def _question() -> ReadPage:
    title = _("Good enough for now, safe enough to try?")
    levels = tuple(
        Level(level=level, words=_(STANCE_WORDS[level]))
        for level in range(FULL_SUPPORT, OBJECTION - 1, -1)
    )
    return _page(QUESTION, title, levels)
