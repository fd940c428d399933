"""The pages of the decisions: a block for each risk that gets a response, a row for the others."""

from functools import partial

from reportlab.platypus import Flowable, Spacer

from deskrisk.charts.target import draw_target, target_text
from deskrisk.i18n import _
from deskrisk.reports.blocks import Press, new_page, opening, risk_key
from deskrisk.reports.figures import Chart
from deskrisk.reports.fonts import BOLD
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule, Stack
from deskrisk.reports.page import Anchor, Signpost
from deskrisk.reports.paragraph import Link
from deskrisk.reports.styles import PAGE, style
from deskrisk.reports.text import Run, bold, shortened, soft
from deskrisk.viewmodels.decisions import DecisionBlock, DecisionsView, OtherRow, PromiseRow

_INDENT = 38.0
_INNER = PAGE.text_width - _INDENT
_CHART = (178.0, 42.0)
_BETWEEN_BLOCKS = 14.0
_AGAIN_SIZE = 10.0
_FLAT = Padding(top=0, bottom=0, right=10)


def decision_pages(press: Press, view: DecisionsView) -> list[Flowable]:
    """The blocks, two on a page where they fit."""
    if not view.blocks:
        return []
    found = new_page(press, view.heading, view.lead, (_("What we decided"), _("Decisions")))
    for block in view.blocks:
        found.append(_block(press, block))
    return found


def other_pages(press: Press, view: DecisionsView) -> list[Flowable]:
    """What is watched or accepted, as one table."""
    if not view.others:
        return []
    head = press.head("", _("Risk"), _("Decision"), _("Why"), _("First sign"))
    widths = (20.0, 118.0, 76.0, 134.0, PAGE.text_width - 348.0)
    running = (_("What we watch, and how we work together"), _("Below the cut line"))
    return [
        *(
            new_page(press, view.others_heading, view.others_lead, running)
            if view.blocks
            else opening(press, view.others_heading, view.others_lead, running)
        ),
        Grid(widths, tuple(_other(press, row) for row in view.others), heads=(head,)),
        Spacer(0, 14),
    ]


def _block(press: Press, block: DecisionBlock) -> Stack:
    title = shortened(press.setter, block.title, PAGE.text_width - 100, BOLD, _AGAIN_SIZE)
    continued = _("{title}, continued").format(title=title)
    again = press.spaced("label", f"{block.position}  {continued}", after=6)
    again.repeated = True
    rows: list[Flowable] = [
        Signpost(f"{block.position}  {block.title}", level=1, key=risk_key(block.position)),
        _title(press, block),
        *_indented(_statement(press, block)),
    ]
    figures = _figures(press, block)
    if figures is not None:
        rows += _indented(figures)
    if block.promises:
        rows += _indented(_promises(press, block.promises))
    else:
        rows += _indented(press.spaced("plain", soft(_("No promise has been made.")), before=4))
    rows += _indented(_foot(press, block))
    for label, text in (
        (_("Red line."), block.red_line),
        (_("Reason."), block.reason),
        (_("New risk from it."), block.brings),
        (_("Amended."), block.amended),
    ):
        if text.strip():
            rows += _indented(press.spaced("plain", bold(label), f" {text}", before=4))
    if block.happy:
        rows += _indented(press.spaced("plain", soft(block.happy), before=4))
    return Stack(rows, again=again, after=_BETWEEN_BLOCKS)


def _indented(content: Flowable) -> list[Flowable]:
    """Content that stands to the right of the large figure."""
    cell = Cell(content=(content,))
    row = Row(cells=(cell,), start=1, rule=Rule.NONE, splits=True)
    return [Grid((_INDENT, _INNER), (row,), padding=Padding(top=0, bottom=2, right=0))]


def _title(press: Press, block: DecisionBlock) -> Grid:
    soft_parts = [part for part in (block.category_name, block.number, block.hurts) if part]
    about = "  \N{MIDDLE DOT}  ".join(soft_parts)
    row = Row(
        cells=(
            Cell(content=(press.text("position", str(block.position)),)),
            Cell(content=(press.text("block", block.title),)),
            Cell(content=(Spacer(0, 6), press.signed("note", block.category, about))),
        ),
        rule=Rule.NONE,
        clings=True,
    )
    return Grid(
        (_INDENT, PAGE.text_width - _INDENT - 160.0, 160.0),
        (row,),
        padding=Padding(top=8, bottom=4, right=8),
        rule_above=Rule.HEAVY,
    )


def statement_runs(cause: str, event: str, consequence: str) -> list[Run | str]:
    """Because, what, so that: the parts that are there."""
    found: list[Run | str] = []
    if cause.strip():
        found += [bold(_("Because ")), cause, ", " if event.strip() else ""]
    if event.strip():
        found.append(event if found else event[:1].upper() + event[1:])
    if consequence.strip():
        found += [", " if found else "", bold(_("so that ")), consequence]
    return [*found, "."] if found else []


def _statement(press: Press, block: DecisionBlock) -> Flowable:
    runs = statement_runs(block.cause, block.event, block.consequence)
    return press.spaced("body", *(runs or [soft(_("Not written as a sentence yet."))]), after=4)


def _figures(press: Press, block: DecisionBlock) -> Flowable | None:
    """The small chart of today and target, and the same in words."""
    if block.today_points is None:
        words = press.text("plain", bold(_("Today")), f" {block.today}.")
        return Stack((words,))
    chart = Chart(
        *_CHART,
        partial(draw_target, today=block.today_points, target=block.target_points, look=press.look),
        press.setter,
        alternative=target_text(block.today_points, block.target_points),
    )
    words = press.text("plain", *_in_words(block))
    row = Row(cells=(Cell(content=(chart,)), Cell(content=(Spacer(0, 2), words))), rule=Rule.NONE)
    return Grid((_CHART[0] + 24, _INNER - _CHART[0] - 24), (row,), padding=_FLAT)


def _in_words(block: DecisionBlock) -> list[Run | str]:
    found: list[Run | str] = [bold(_("Today")), f" {block.today}. "]
    if block.target:
        found += [bold(_("Target")), f" {block.target}. "]
    if block.work:
        found.append(block.work)
    return found


def _promises(press: Press, promises: tuple[PromiseRow, ...]) -> Grid:
    head = press.head(
        "", _("Promise"), _("Owner"), _("By"), _("How we will know"), aligns={3: "right"}
    )
    return Grid(
        (26.0, 160.0, 72.0, 44.0, _INNER - 302.0),
        tuple(_promise(press, each) for each in promises),
        heads=(head,),
    )


def _promise(press: Press, promise: PromiseRow) -> Row:
    status = soft(f" \N{MIDDLE DOT} {promise.status}" if promise.status else "")
    title = promise.title or _("Without a title")
    what: list[Flowable] = [press.text("table", bold(title), status)]
    if promise.description.strip():
        what.append(press.text("table", promise.description))
    who: list[Flowable] = [press.text("table", promise.owner or soft(_("nobody yet")))]
    if promise.supporters:
        who.append(press.text("table", soft(promise.supporters)))
    return Row(
        cells=(
            press.cell("table", soft(promise.number)),
            Cell(content=tuple(what)),
            Cell(content=tuple(who)),
            press.cell("table_bold", promise.due, align="right"),
            Cell(content=tuple(_sign(press, promise))),
        ),
    )


def _sign(press: Press, promise: PromiseRow) -> list[Flowable]:
    found = [press.text("table", promise.sign)] if promise.sign.strip() else []
    if promise.where.strip():
        where = soft(promise.where)
        found.append(press.setter.paragraph(style("table"), where, link=seen_at(promise)))
    return found or [press.text("table", soft(_("no sign named yet")))]


def seen_at(promise: PromiseRow) -> Link | None:
    """The way to where a sign can be seen; None if that is no place on the web."""
    if not promise.address:
        return None
    return Link(
        promise.address, _("Where the sign can be seen: {place}").format(place=promise.address)
    )


def _foot(press: Press, block: DecisionBlock) -> Grid:
    owner = (
        _("{name} owns it.").format(name=block.owner) if block.owner else _("Nobody owns it yet.")
    )
    columns = (
        (_("Decision"), (f"{block.decision}. ", bold(owner))),
        (_("First sign"), (block.trigger,)),
        (_("Then"), (block.fallback,)),
        (_("Next look"), (block.next_look,)),
    )
    cells = tuple(
        Cell(content=(press.text("head", label), press.text("table", *runs)))
        for label, runs in columns
        if any(run if isinstance(run, str) else run.text for run in runs)
    )
    widths = {4: (120.0, 122.0, 136.0, _INNER - 378.0)}.get(len(cells))
    return Grid(
        widths or [_INNER / len(cells)] * len(cells),
        (Row(cells=cells, rule=Rule.NONE),),
        padding=Padding(top=4, bottom=0, right=12),
    )


def _other(press: Press, row: OtherRow) -> Row:
    scored = _("{number}, about {points} points").format(number=row.number, points=row.points)
    about = scored if row.scored else _("{number}, not scored").format(number=row.number)
    risk: list[Flowable] = [
        press.signed("table_bold", row.category, row.title),
        press.text("note", about),
    ]
    runs = statement_runs(*row.statement)
    if runs:
        risk.append(press.spaced("note", *runs, before=3))
    return Row(
        cells=(
            Cell(
                content=(
                    Anchor(risk_key(row.position)),
                    press.text("table_bold", str(row.position)),
                )
            ),
            Cell(content=tuple(risk)),
            Cell(content=tuple(_decided(press, row))),
            Cell(content=tuple(_why(press, row))),
            Cell(content=tuple(_first_sign(press, row))),
        ),
    )


def _decided(press: Press, row: OtherRow) -> list[Flowable]:
    found: list[Flowable] = [press.text("table_bold", row.decision)]
    found += [press.text("table", row.owner)] if row.owner else []
    if row.next_look:
        found.append(
            press.spaced("note", _("next look {date}").format(date=row.next_look), before=2)
        )
    return found


def _why(press: Press, row: OtherRow) -> list[Flowable]:
    found: list[Flowable] = [press.text("table", row.reason)] if row.reason.strip() else []
    for promise in row.promises:
        runs: list[Run | str] = [
            soft(f"{promise.number} "),
            bold(promise.title or _("Without a title")),
            *([f", {promise.owner}"] if promise.owner else []),
            ", ",
            bold(promise.due),
            f". {promise.description} ",
            soft(f"{promise.sign} {promise.where}".strip()),
        ]
        found.append(press.spaced("table", *runs, before=3))
        if promise.status or promise.supporters:
            more = "; ".join(part for part in (promise.supporters, promise.status) if part)
            found.append(press.text("note", more))
    return found


def _first_sign(press: Press, row: OtherRow) -> list[Flowable]:
    found: list[Flowable] = [press.text("table", row.trigger)] if row.trigger.strip() else []
    if row.fallback.strip():
        found.append(press.spaced("table", soft(_("Then: ")), row.fallback, before=2))
    return found
