"""The pages of the sign-off and of the later looks."""

from reportlab.platypus import Flowable, Spacer

from deskrisk.i18n import _
from deskrisk.reports.blocks import Press, new_page, small_heading
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.marks import BigDot
from deskrisk.reports.styles import PAGE
from deskrisk.reports.text import Run, bold, own, soft
from deskrisk.reports.time_line import TimeLine
from deskrisk.viewmodels.look_back import HeldReview, LookBackView, LookDate, PromiseState
from deskrisk.viewmodels.support import STANCE_HEADS, AmendmentRow, SupportView, Voice
from deskrisk.viewmodels.time_line import TimeLineView

_STANCE = 47.0
_NAME = 90.0
_TIGHT = Padding(top=2.5, bottom=2.5)
_ROLE = PAGE.text_width - _NAME - _STANCE * len(STANCE_HEADS)


def support_pages(
    press: Press, view: SupportView, look_back: LookBackView, time_line: TimeLineView
) -> list[Flowable]:
    """Stances, what people wanted printed, and when somebody looks again."""
    running = (_("Sign-off and reviews"), _("Who stands behind this, and when we look again"))
    found = new_page(press, view.heading, view.lead, running)
    if view.rows:
        found += [_stances(press, view), Spacer(0, 8), press.text("note", view.note)]
    found.append(Spacer(0, 14))
    found += [_voice(press, each) for each in view.voices]
    if view.owner_reason.strip():
        found.append(
            press.section(_("The owner's reason"), press.text("quote", own(view.owner_reason)))
        )
    if view.amendments:
        found.append(press.section(_("Amendments"), _amendments(press, view.amendments)))
    found += [
        *small_heading(press, _("When we look again")),
        TimeLine(time_line, press.setter),
        Spacer(0, 6),
        press.section(_("Days"), _planned(press, look_back.planned)),
    ]
    found.append(
        press.section(_("Three questions, for each risk"), press.text("body", look_back.questions))
    )
    found += _looked_back(press, look_back)
    return found


def _stances(press: Press, view: SupportView) -> Grid:
    heads = tuple(
        Cell(content=(press.text("head", _(head), align="centre"),), bottom=True)
        for _level, head in STANCE_HEADS
    )
    head = Row(
        cells=(
            Cell(content=(press.text("head", _("Name")),), bottom=True),
            Cell(content=(press.text("head", _("Role")),), bottom=True),
            *heads,
        ),
        rule=Rule.LINE,
    )
    rows = [
        Row(
            cells=(
                press.cell("table_bold", row.name),
                press.cell("table", soft(row.role)),
                *(
                    Cell(content=(BigDot(chosen=row.level == level, words=_(head)),))
                    for level, head in STANCE_HEADS
                ),
            )
        )
        for row in view.rows
    ]
    total = Row(
        cells=(
            press.cell("table_bold", _("Together")),
            press.cell("table", soft(view.answered)),
            *(press.cell("table_bold", str(count), align="centre") for count in view.counts),
        ),
        rule=Rule.LINE,
    )
    widths = (_NAME, _ROLE, *([_STANCE] * len(STANCE_HEADS)))
    return Grid(widths, (*rows, total), heads=(head,), padding=Padding(right=4))


def _voice(press: Press, voice: Voice) -> Grid:
    """What somebody wanted printed, in the face of people's own words."""
    about = f", {_('on')} {voice.about}" if voice.about.strip() else ""
    content: list[Flowable] = []
    if voice.words.strip():
        content.append(press.text("quote", own(f"“{voice.words}”")))
    else:
        content.append(press.text("body", soft(_("Without words."))))
    if voice.acceptable_if.strip():
        content.append(
            press.spaced(
                "body", bold(_("It would be safe enough if: ")), voice.acceptable_if, before=4
            )
        )
    content.append(press.spaced("body", bold(voice.name), about, before=4))
    return press.section(voice.label, *content)


def _amendments(press: Press, amendments: tuple[AmendmentRow, ...]) -> Grid:
    rows = tuple(
        Row(cells=(Cell(content=tuple(_amendment(press, each))),), rule=Rule.NONE)
        for each in amendments
    )
    return Grid((PAGE.body_width,), rows, padding=Padding(top=0, bottom=5, right=0))


def _amendment(press: Press, each: AmendmentRow) -> list[Flowable]:
    item: list[Run | str] = [bold(f"{each.item}: ")] if each.item.strip() else []
    found: list[Flowable] = [press.text("body", *item, each.change)]
    if each.answers:
        found.append(press.text("note", _("answers {names}").format(names=each.answers)))
    return found


def _planned(press: Press, planned: tuple[LookDate, ...]) -> Grid:
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", each.day),
                Cell(content=(press.text("table", *_at_what(each)),)),
            ),
            rule=Rule.NONE if place + 1 == len(planned) else Rule.HAIR,
        )
        for place, each in enumerate(planned)
    )
    return Grid((92.0, PAGE.body_width - 92.0), rows, padding=Padding(top=3, bottom=3))


def _at_what(each: LookDate) -> list[Run | str]:
    if not each.risks:
        return [each.what]
    found: list[Run | str] = []
    for place, title in each.risks:
        found += ["; " if found else "", bold(f"{place} "), title]
    return found


def _looked_back(press: Press, view: LookBackView) -> list[Flowable]:
    """What the reviews saw; nothing before the first."""
    found: list[Flowable] = []
    if view.held or view.promises or view.outcomes:
        found += new_page(
            press,
            _("What we have seen since"),
            "",
            (_("Later looks"), _("What we have seen since")),
        )
    for review in view.held:
        found += _held(press, review)
    if view.promises:
        found += small_heading(press, _("The promises so far"), table=True)
        found.append(states_grid(press, view.promises))
    if view.outcomes:
        found += small_heading(press, _("Did it happen?"), table=True)
        found.append(outcomes_grid(press, view.outcomes))
    return found


def _held(press: Press, review: HeldReview) -> list[Flowable]:
    found = small_heading(press, review.day)
    if review.attended:
        found.append(press.spaced("note", review.attended, after=6))
    return [*found, seen_grid(press, review)] if review.seen else found


def seen_grid(press: Press, review: HeldReview) -> Grid:
    """What a review saw about each risk."""
    head = press.head("", _("Risk"), _("First sign"), _("What the sign reads today"))
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(seen.position)),
                press.cell("table", seen.title, soft(f" \N{MIDDLE DOT} {seen.status}")),
                press.cell("table", seen.first_sign),
                Cell(
                    content=tuple(
                        press.text("table", text)
                        for text in (seen.reading, seen.note)
                        if text.strip()
                    )
                ),
            )
        )
        for seen in review.seen
    )
    widths = (20.0, 150.0, 96.0, PAGE.text_width - 266.0)
    return Grid(widths, rows, heads=(head,), padding=_TIGHT)


def states_grid(press: Press, states: tuple[PromiseState, ...]) -> Grid:
    """Where the promises stand."""
    head = press.head(
        "", _("Promise"), _("Owner"), _("By"), _("Where it stands"), aligns={3: "right"}
    )
    rows = tuple(
        Row(
            cells=(
                press.cell("table", soft(each.number)),
                press.cell("table", each.title),
                press.cell("table", each.owner),
                press.cell("table_bold", each.due, align="right"),
                Cell(content=(press.text("table", bold(each.status), f"  {each.seen}"),)),
            )
        )
        for each in states
    )
    widths = (28.0, 196.0, 84.0, 44.0, PAGE.text_width - 352.0)
    return Grid(widths, rows, heads=(head,), padding=_TIGHT)


def outcomes_grid(press: Press, outcomes: tuple[tuple[int, str, str], ...]) -> Grid:
    """Whether each risk happened."""
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(place)),
                press.cell("table", title),
                press.cell("table", what),
            )
        )
        for place, title, what in outcomes
    )
    widths = (20.0, 240.0, PAGE.text_width - 260.0)
    return Grid(widths, rows, rule_above=Rule.LINE, padding=_TIGHT)
