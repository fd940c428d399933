"""What only the facilitator's archive prints."""

from reportlab.platypus import Flowable

from deskrisk.i18n import _
from deskrisk.reports.blocks import Press, new_page, small_heading
from deskrisk.reports.grid import Cell, Grid, Row, Rule
from deskrisk.reports.styles import PAGE
from deskrisk.reports.text import own, soft
from deskrisk.viewmodels.archive import ArchiveView, KeptFear


def archive_pages(press: Press, view: ArchiveView) -> list[Flowable]:
    """Fears in their own words, all answers, ballots, ideas, earlier rounds, private notes."""
    return [
        *_fears(press, view),
        *_answers(press, view),
        *_listed(press, _("Ideas that were not taken"), _ideas(view)),
        *_listed(press, _("Earlier rounds of the sign-off"), list(view.rounds)),
        *_listed(press, _("Private notes"), [(stage, (text,)) for stage, text in view.notes]),
    ]


def _fears(press: Press, view: ArchiveView) -> list[Flowable]:
    if not view.fears:
        return []
    heading = _("Every fear, in the words it was written in")
    lead = _("Nobody knows who wrote what, and this page does not tell.")
    found = new_page(press, heading, lead, (_("Archive"), _("Fears")))
    head = press.head(_("Pile"), _("Fear"), _("What became of it"))
    rows = tuple(_fear(press, each) for each in view.fears)
    return [*found, Grid((110.0, 231.0, PAGE.text_width - 341.0), rows, heads=(head,))]


def _fear(press: Press, fear: KeptFear) -> Row:
    became: list[Flowable] = [press.text("table", fear.became or soft(_("not decided")))]
    if fear.note.strip():
        became.append(press.text("note", fear.note))
    return Row(
        cells=(
            press.cell("table", soft(fear.pile)),
            press.cell("quote_small", own(fear.words)),
            Cell(content=tuple(became)),
        )
    )


def _answers(press: Press, view: ArchiveView) -> list[Flowable]:
    if not view.answers:
        return []
    lead = _(
        "Likelihood times impact, each from 1 to 5; in brackets how many gave the same answer."
    )
    running = (_("Archive"), _("Answers"))
    found = new_page(press, _("Every answer for every risk"), lead, running)
    head = press.head("", _("Risk"), _("First round"), _("Second round"))
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(each.position)),
                press.cell("table", each.title),
                press.cell("table", each.first),
                press.cell("table", each.second),
            )
        )
        for each in view.answers
    )
    found.append(Grid((20.0, 141.0, 160.0, PAGE.text_width - 321.0), rows, heads=(head,)))
    if view.ballots:
        found += small_heading(press, _("Ballots, as places of this order, best first"))
        found += [press.spaced("plain", each, after=2) for each in view.ballots]
    return found


def _ideas(view: ArchiveView) -> list[tuple[str, tuple[str, ...]]]:
    return [(f"{place}  {title}", texts) for place, title, texts in view.ideas]


def _listed(
    press: Press, heading: str, groups: list[tuple[str, tuple[str, ...]]]
) -> list[Flowable]:
    """Texts below headings of their own; nothing where there are none."""
    if not groups:
        return []
    found = new_page(press, heading, "", (_("Archive"), heading))
    rows = tuple(
        Row(
            cells=(
                press.cell("table_bold", label),
                Cell(content=tuple(press.spaced("table", text, after=2) for text in texts)),
            ),
            rule=Rule.LINE if place + 1 == len(groups) else Rule.HAIR,
            splits=True,
        )
        for place, (label, texts) in enumerate(groups)
    )
    return [*found, Grid((140.0, PAGE.text_width - 140.0), rows, rule_above=Rule.LINE)]
