"""The summary: one page, whatever it takes. What may be shortened goes in steps until it fits."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable, Spacer

from deskrisk.domain.model.ids import RiskId
from deskrisk.i18n import _, ngettext
from deskrisk.reports.blocks import Press
from deskrisk.reports.fonts import BOLD, OWN_WORDS, REGULAR
from deskrisk.reports.grid import Cell, Grid, Kind, Padding, Row, Rule
from deskrisk.reports.marks import CutLine, LossBars, ShareBar
from deskrisk.reports.page import Imprint, Signpost, build
from deskrisk.reports.styles import Page, laid_out_on, paper
from deskrisk.reports.text import Run, bold, own, shortened, soft
from deskrisk.reports.time_line import MOST_LANES, TimeLine
from deskrisk.viewmodels.decisions import DecisionBlock, OtherRow, PromiseRow
from deskrisk.viewmodels.document import DocumentView
from deskrisk.viewmodels.priorities import PriorityRow
from deskrisk.viewmodels.support import Voice

_WIDTH = 505.0
_NO_AIR = Padding(top=0, bottom=0, right=8)
_TIGHT = Padding(top=2.2, bottom=2.2, right=8)
_POSITION, _RISK, _PROMISE, _OWNER, _BY = 30.0, 104.0, 113.0, 66.0, 42.0
_MOST_ROWS, _MOST_VOICES = 12, 5
_MORE = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening:
    """What is given up, each step with all the ones before."""

    first_promise_only: bool = False
    watched_run_in: bool = False
    no_bars: bool = False
    aims_run_in: bool = False
    no_signs: bool = False
    one_line_rows: bool = False
    longest: int = 0


_STEPS = (
    Shortening(),
    Shortening(first_promise_only=True),
    Shortening(first_promise_only=True, watched_run_in=True),
    Shortening(first_promise_only=True, watched_run_in=True, no_bars=True),
    Shortening(first_promise_only=True, watched_run_in=True, no_bars=True, aims_run_in=True),
)
_LAST_STEPS = tuple(
    replace(_STEPS[-1], no_signs=True, one_line_rows=lines, longest=longest)
    for lines, longest in ((False, 0), (True, 0), (True, 400), (True, 240), (True, 120))
)


def summary_page(page: Page) -> Page:
    """The same paper with narrower margins."""
    return replace(page, side=(page.width - _WIDTH) / 2, top=38.0, bottom=40.0, running=20.0)


def summary_bytes(new_press: Callable[[], Press], view: DocumentView, imprint: Imprint) -> bytes:
    """The summary as the bytes of a PDF of one page.

    Args:
        new_press: makes what sets the text, anew for each try.
        view: the document, published as a summary.
        imprint: what the page repeats.
    """
    with laid_out_on(summary_page(paper())):
        for step in (*_STEPS, *_LAST_STEPS):
            press = new_press()
            story = _story(press, view, step)
            if _height(story) <= paper().body_height:
                break
        target = io.BytesIO()
        build(target, story, imprint, press.setter)
    return target.getvalue()


def _height(story: Sequence[Flowable]) -> float:
    """How high all of it is, and one line more to be sure."""
    return float(
        sum(
            each.getSpaceBefore() + each.wrap(_WIDTH, 1e6)[1] + each.getSpaceAfter()
            for each in story
        )
    )


def _story(press: Press, view: DocumentView, step: Shortening) -> list[Flowable]:
    found: list[Flowable] = [Signpost(view.title), *_head(press, view, step)]
    found += _protected(press, view, step)
    found += _order(press, view, step)
    found += _differences(press, view, step)
    found += [_rule_heading(press, _("When we look again")), _days(press, view, step)]
    found += [Spacer(0, 4), press.text("key", _key(view))]
    return found


def _cut(press: Press, text: str, step: Shortening, lines: float, face: str, size: float) -> str:
    """A text of at most so many full lines, once texts are cut at all."""
    if not step.longest:
        return text
    said = text if len(text) <= step.longest else f"{text[: step.longest].rstrip()}{_MORE}"
    if press.setter.width(said, face, size) <= _WIDTH * lines:
        return said
    return shortened(press.setter, said, _WIDTH * lines, face, size)


def _head(press: Press, view: DocumentView, step: Shortening) -> list[Flowable]:
    title = _cut(press, view.title, step, 1.6, BOLD, 20)
    verdict = _cut(press, view.verdict, step, 1.5, BOLD, 9)
    brief = _cut(press, view.brief, step, 2, REGULAR, 9)
    words = press.text("short_lead", bold(verdict), f" {brief}")
    sums = view.sums
    if sums is None:
        return [press.spaced("short_title", title, after=5), words, Spacer(0, 7)]
    row = Row(
        cells=(Cell(content=(words,)), Cell(content=(LossBars(*sums, press.setter),))),
        rule=Rule.NONE,
    )
    return [
        press.spaced("short_title", title, after=5),
        Grid((372.0, _WIDTH - 372.0), (row,), padding=Padding(top=0, bottom=0, right=20)),
        Spacer(0, 7),
    ]


def _rule_heading(press: Press, text: str) -> Grid:
    row = Row(cells=(Cell(content=(press.text("label", text),)),), rule=Rule.NONE)
    return Grid((_WIDTH,), (row,), padding=Padding(top=4, bottom=2, right=0), rule_above=Rule.LINE)


def _protected(press: Press, view: DocumentView, step: Shortening) -> list[Flowable]:
    if not view.aims and not view.even_over:
        return []
    if step.aims_run_in:
        texts = [*view.aims, *(f"{more}{_(' even over ')}{less}" for more, less in view.even_over)]
        line = _cut(press, "; ".join(texts), step, 3, REGULAR, 7.6)
        return [_rule_heading(press, _("What we protect")), press.spaced("short", line, after=6)]
    left: list[Flowable] = [press.spaced("label", _("What we protect"), after=2)]
    left += [_numbered(press, number, aim) for number, aim in enumerate(view.aims, start=1)]
    right: list[Flowable] = []
    if view.even_over:
        right.append(press.spaced("label", _("When aims collide"), after=2))
        right += [
            press.text("short", bold(more), soft(_(" even over ")), less)
            for more, less in view.even_over
        ]
    row = Row(cells=(Cell(content=tuple(left)), Cell(content=tuple(right))), rule=Rule.NONE)
    padding = Padding(top=5, bottom=7, right=20)
    return [Grid((294.0, _WIDTH - 294.0), (row,), padding=padding, rule_above=Rule.LINE)]


def _numbered(press: Press, number: int, aim: str) -> Grid:
    row = Row(
        cells=(press.cell("short_bold", str(number)), press.cell("short", aim)), rule=Rule.NONE
    )
    return Grid((12.0, 262.0), (row,), padding=Padding(top=0, bottom=0.5, right=0), kind=Kind.LIST)


def _order(press: Press, view: DocumentView, step: Shortening) -> list[Flowable]:
    rows = {row.risk: row for row in view.priorities.rows}
    if not rows:
        return []
    found: list[Flowable] = [_rule_heading(press, _("The order, and who does what by when"))]
    blocks = view.decisions.blocks
    if blocks:
        found.append(_table(press, blocks, rows, step))
        if len(blocks) > _MOST_ROWS and step.one_line_rows:
            more = _("and {n} more risks, all in the team version").format(
                n=len(blocks) - _MOST_ROWS
            )
            found.append(press.text("short", soft(more)))
    if view.priorities.cut_after:
        found += [Spacer(0, 3), CutLine(view.priorities.cut_line, press.setter)]
    if view.decisions.others:
        found += [Spacer(0, 3), *_watched(press, view.decisions.others, step)]
    return [*found, Spacer(0, 6)]


def _table(
    press: Press,
    blocks: Sequence[DecisionBlock],
    rows: Mapping[RiskId, PriorityRow],
    step: Shortening,
) -> Grid:
    signs = not step.no_signs
    shown = blocks[:_MOST_ROWS] if step.one_line_rows else blocks
    labels = ["", _("Risk, about points"), _("Promise"), _("Owner"), _("By")]
    widths = [_POSITION, _RISK, _PROMISE, _OWNER, _BY]
    if signs:
        labels.append(_("How we will know that it works"))
        widths.append(_WIDTH - sum(widths))
    else:
        widths[2] = _WIDTH - sum(widths) + widths[2]
    made: list[Row] = []
    for place, block in enumerate(shown):
        ends = place + 1 == len(shown) or bool(rows[shown[place + 1].risk].tier)
        made += _risk_rows(press, block, rows[block.risk], step, Rule.LINE if ends else Rule.HAIR)
    head = press.head(*labels, aligns={4: "right"})
    return Grid(widths, made, heads=(head,), padding=_TIGHT)


def _risk_rows(
    press: Press, block: DecisionBlock, row: PriorityRow, step: Shortening, rule: Rule
) -> list[Row]:
    """One row a promise; the first one carries the risk."""
    promises: list[PromiseRow | None] = list(block.promises)
    if step.first_promise_only:
        promises = promises[:1]
    promises = promises or [None]
    more = len(block.promises) - len(promises) if block.promises else 0
    found = []
    for place, promise in enumerate(promises):
        last = place + 1 == len(promises)
        title = _title(press, block, row, step) if place == 0 else ()
        found.append(
            Row(
                cells=(
                    press.cell("short_place", str(block.position) if place == 0 else ""),
                    Cell(content=title),
                    *_promise(press, promise, step, more if last else 0, block),
                ),
                rule=rule if last else Rule.NONE,
                clings=not last,
            )
        )
    return found


def _title(
    press: Press, block: DecisionBlock, row: PriorityRow, step: Shortening
) -> tuple[Flowable, ...]:
    title = block.title
    if step.one_line_rows:
        title = shortened(press.setter, title, _RISK - 24, BOLD, 7.6)
        return (press.signed("short_bold", block.category, title),)
    if step.no_signs:
        title = shortened(press.setter, title, 2.6 * _RISK, BOLD, 7.6)
    told = [row.tier_name, _arrow(block), _("red line") if row.red_line else ""]
    about = "  \N{MIDDLE DOT}  ".join(part for part in told if part)
    return (press.signed("short_bold", block.category, title), press.text("short_note", about))


def _arrow(block: DecisionBlock) -> str:
    if not block.today_short:
        return ""
    if not block.target_short:
        return block.today_short
    return f"{block.today_short} \N{RIGHTWARDS ARROW} {block.target_short}"


def _promise(
    press: Press, promise: PromiseRow | None, step: Shortening, more: int, block: DecisionBlock
) -> tuple[Cell, ...]:
    empty = (Cell(),) if step.no_signs else (Cell(), Cell())
    if promise is None:
        said = block.decision if block.decision_made else _("No promise has been made.")
        owner = _owner(press, block.owner, step)
        return (press.cell("short", soft(said)), press.cell("short", owner), *empty)
    title = promise.title or promise.sign
    if step.no_signs:
        title = shortened(press.setter, title, 230, REGULAR, 7.6)
    runs: list[Run | str] = [title]
    if more:
        last = block.promises[-1].due
        said = ngettext("and {n} more, last {day}", "and {n} more, last {day}", more)
        runs.append(soft(f" {said.format(n=more, day=last)}" if last else f" +{more}"))
    owner = _owner(press, promise.owner, step)
    cells = [
        press.cell("short", *runs),
        press.cell("short", owner),
        press.cell("short_bold", promise.due, align="right"),
    ]
    return tuple(cells if step.no_signs else [*cells, press.cell("short", promise.sign)])


def _owner(press: Press, name: str, step: Shortening) -> str:
    return shortened(press.setter, name, _OWNER - 8, REGULAR, 7.6) if step.no_signs else name


def _watched(press: Press, others: Sequence[OtherRow], step: Shortening) -> list[Flowable]:
    if step.watched_run_in:
        names = "; ".join(f"{row.position} {row.title}" for row in others)
        line = _cut(press, names, step, 3, REGULAR, 7.6)
        return [press.text("short", soft(_("Watched or accepted: ")), line)]
    half = (len(others) + 1) // 2
    columns = [others[:half], others[half:]]
    width = (_WIDTH - 20) / 2
    cells = tuple(
        Cell(content=tuple(_watched_row(press, row, width) for row in column)) for column in columns
    )
    row = Row(cells=cells, rule=Rule.NONE)
    return [Grid((width + 20, width), (row,), padding=Padding(top=0, bottom=0, right=20))]


def _watched_row(press: Press, row: OtherRow, width: float) -> Grid:
    who = ", ".join(part for part in (row.decision.lower(), row.owner) if part)
    cells = (
        press.cell("short_bold", str(row.position)),
        Cell(content=(press.signed("short", row.category, row.title),)),
        press.cell("short", soft(who), align="right"),
    )
    made = Row(cells=cells, rule=Rule.NONE)
    return Grid((14.0, width - 108.0, 94.0), (made,), padding=Padding(top=0, bottom=1, right=4))


def _differences(press: Press, view: DocumentView, step: Shortening) -> list[Flowable]:
    hedging, voices = view.differ.hedging, view.support.on_record
    if hedging is None and not voices:
        return []
    found: list[Flowable] = [_rule_heading(press, _("Where we still differ"))]
    told: list[Flowable] = []
    if hedging is not None:
        told.append(
            press.spaced("short", _cut(press, hedging.line, step, 2, REGULAR, 7.6), after=3)
        )
    for group, risks in view.differ.leaning:
        titles = ", ".join(f"{place} {title}" for place, title in risks)
        line = _cut(press, titles, step, 1, REGULAR, 7.6)
        told.append(
            press.spaced("short", bold(group), _(" is more worried about "), line, ".", after=3)
        )
    told += _voices(press, voices, step)
    if hedging is None or step.no_bars:
        return [*found, *told, Spacer(0, 5)]
    row = Row(
        cells=(Cell(content=(_bars(press, view),)), Cell(content=tuple(told))), rule=Rule.NONE
    )
    return [
        *found,
        Grid((210.0, _WIDTH - 210.0), (row,), padding=Padding(top=0, bottom=6, right=20)),
    ]


def _voices(press: Press, voices: Sequence[Voice], step: Shortening) -> list[Flowable]:
    """Reservations word for word; only where nothing else helps they are cut, and say so."""
    shown = voices[:_MOST_VOICES] if step.longest else voices
    found: list[Flowable] = []
    for each in shown:
        words = _cut(press, each.words, step, 2, OWN_WORDS, 9)
        about = _cut(press, each.about, step, 0.5, REGULAR, 7.6)
        name = _cut(press, each.name, step, 0.4, BOLD, 7.6)
        runs: list[Run | str] = [
            own(f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK} ")
        ]
        if not words.strip():
            runs = []
        runs += [bold(name), f", {each.label.lower()}"]
        runs += [_(" on {item}").format(item=about)] if about.strip() else []
        if each.acceptable_if.strip():
            wish = _cut(press, each.acceptable_if, step, 1, REGULAR, 7.6)
            runs += [". ", _("It would be safe enough if: "), wish]
        found.append(press.spaced("short", *runs, after=3))
    if len(voices) > len(shown):
        more = _("and {n} more, all in the team version").format(n=len(voices) - len(shown))
        found.append(press.text("short", soft(more)))
    return found


def _bars(press: Press, view: DocumentView) -> Grid:
    hedging = view.differ.hedging
    groups = () if hedging is None else hedging.groups
    kinds = () if hedging is None else hedging.kinds
    rows = [
        Row(
            cells=(
                Cell(content=(press.signed("short", kind.category, kind.name),)),
                Cell(
                    content=tuple(
                        ShareBar(
                            cell.share,
                            cell.text,
                            place,
                            f"{groups[place]}: {cell.text}",
                            press.setter,
                        )
                        for place, cell in enumerate(kind.cells)
                    )
                ),
            ),
            rule=Rule.NONE,
        )
        for kind in kinds
    ]
    keys = tuple(
        ShareBar(0.12, name, place, name, press.setter) for place, name in enumerate(groups)
    )
    key = Row(
        cells=(press.cell("short_note", _("One unit of worry")), Cell(content=keys)), rule=Rule.NONE
    )
    return Grid((84.0, 106.0), (key, *rows), padding=Padding(top=0, bottom=2.5, right=4))


def _days(press: Press, view: DocumentView, step: Shortening) -> TimeLine:
    return TimeLine(view.time_line, press.setter, lanes=1 if step.one_line_rows else MOST_LANES)


def _key(view: DocumentView) -> str:
    days = view.point_days
    here = _(", here {days} person-days").format(days=days) if days else ""
    return _(
        "Points: expected loss. 1 point is 1 % of the project{here}; 100 points: losing the whole "
        "project. Arrow: from today to the target, when every promise is kept and its sign has "
        "been seen. Tier: numbers too close to tell apart, the room chose the order. Sums are an "
        "orientation."
    ).format(here=here)
