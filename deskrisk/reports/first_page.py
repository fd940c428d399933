"""The first page: verdict, what we protect, who was there, what we were worried about."""

from reportlab.platypus import Flowable, Spacer

from deskrisk.i18n import _
from deskrisk.reports.blocks import Press
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.logo import Logo
from deskrisk.reports.marks import Dots
from deskrisk.reports.page import Signpost
from deskrisk.reports.styles import PAGE
from deskrisk.reports.text import Run, bold, own, soft
from deskrisk.viewmodels.document import DocumentView, Fact
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.worries import OpenItem, PileRow, WorriesView

_FACT_GAP = 14.0


def first_page(
    press: Press, view: DocumentView, listed: list[Flowable], *, logo: bytes = b""
) -> list[Flowable]:
    """Title, verdict and brief, then the sections that have something to say.

    Args:
        press: sets the text.
        view: the document.
        listed: the list of contents, or nothing.
        logo: a picture for the head of the page, or nothing.
    """
    found: list[Flowable] = [
        *([Logo(logo, view.organisation)] if logo else []),
        Signpost(_("Agreement")),
        press.spaced("title", view.title, after=6),
    ]
    if view.project and view.project != view.title:
        found.append(press.spaced("intro", soft(view.project), after=6))
    found += [
        press.spaced("lead", bold(view.verdict), f" {view.brief}", after=14),
        _facts(press, view.facts),
        Spacer(0, 16),
    ]
    if view.changes:
        lines = tuple(press.spaced("body", line, after=2) for line in view.changes)
        found.append(press.section(view.changed_since, *lines))
    found += listed
    if view.purpose.strip():
        found.append(press.section(_("Why we met"), press.text("body", view.purpose)))
    if view.aims or view.even_over:
        found.append(press.section(_("What we protect"), *_aims(press, view)))
    if view.people:
        found.append(press.section(_("Who was there"), _people(press, view)))
    if view.worries.total:
        found.append(
            press.section(
                _("What we were worried about"),
                _piles(press, view.worries),
                note=view.worries.note,
            )
        )
    return found


def open_items(press: Press, label: str, items: tuple[OpenItem, ...]) -> Grid:
    """Issues or questions: what, who, until when."""
    content: list[Flowable] = []
    for item in items:
        if item.words:
            content.append(press.spaced("quote_small", own(item.words), after=2))
        content.append(press.spaced("body", *_open_item(item), after=6))
    return press.section(label, *content)


def _open_item(item: OpenItem) -> list[Run | str]:
    text = item.text.strip()
    if not text and not item.words:
        text = _("A worry from the room; its words stay there.")
    found: list[Run | str] = [f"{text} "] if text else []
    if item.owner and item.due is not None:
        found += [bold(item.owner), _(" answers by "), bold(day(item.due)), "."]
    elif item.owner:
        found += [bold(item.owner), _(" looks after it.")]
    elif item.due is not None:
        found += [_("To be answered by "), bold(day(item.due)), "."]
    return found


def _facts(press: Press, facts: tuple[Fact, ...]) -> Grid:
    """Short columns, each below a line of its own."""
    count = len(facts)
    width = (PAGE.text_width - _FACT_GAP * (count - 1)) / count
    cells = tuple(
        Cell(
            content=(
                Grid(
                    (width,),
                    (
                        Row(
                            cells=(
                                Cell(
                                    content=(
                                        press.text("note", fact.label),
                                        press.text("table_bold", fact.value),
                                    )
                                ),
                            ),
                            rule=Rule.NONE,
                        ),
                    ),
                    padding=Padding(top=4, bottom=0, right=0),
                    rule_above=Rule.LINE,
                ),
            )
        )
        for fact in facts
    )
    widths = [width + _FACT_GAP] * (count - 1) + [width]
    return Grid(
        widths,
        (Row(cells=cells, rule=Rule.NONE),),
        padding=Padding(top=0, bottom=0, right=_FACT_GAP),
    )


def _aims(press: Press, view: DocumentView) -> list[Flowable]:
    found: list[Flowable] = [press.listed(view.aims)] if view.aims else []
    if view.even_over:
        found.append(press.spaced("table_bold", _("When aims collide"), before=6, after=2))
    found += [
        press.text("body", more, soft(_(" even over ")), less) for more, less in view.even_over
    ]
    return found


def _people(press: Press, view: DocumentView) -> Grid:
    last = len(view.people) - 1
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", person.name),
                press.cell("table", person.role),
                press.cell("table", soft(_("not present") if person.absent else person.group)),
            ),
            rule=Rule.NONE if place == last else Rule.HAIR,
        )
        for place, person in enumerate(view.people)
    )
    return Grid((98.0, 158.0, PAGE.body_width - 256.0), rows, padding=Padding(top=3.5, bottom=3.5))


def _piles(press: Press, worries: WorriesView) -> Grid:
    last = len(worries.piles) - 1
    rows = tuple(
        Row(
            cells=(
                Cell(content=(press.text("table", pile.name), *_released(press, pile))),
                Cell(content=(Dots(pile.count),)),
                press.cell("table_bold", str(pile.count), align="right"),
                press.cell("table", soft(pile.became)),
            ),
            rule=Rule.NONE if place == last else Rule.HAIR,
        )
        for place, pile in enumerate(worries.piles)
    )
    widths = (132.0, 60.0, 28.0, PAGE.body_width - 220.0)
    return Grid(widths, rows, padding=Padding(top=3.5, bottom=3.5))


def _released(press: Press, pile: PileRow) -> list[Flowable]:
    """The words that somebody released, in the face of people's own words."""
    return [press.spaced("quote_small", own(words), before=2) for words in pile.released]
