"""The last page: how the numbers were made, and what could not be printed."""

from reportlab.platypus import Flowable, Spacer

from deskrisk.i18n import _, ngettext
from deskrisk.reports.blocks import Press, new_page
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.styles import PAGE
from deskrisk.reports.text import Losses
from deskrisk.viewmodels.method_note import MethodNote, Remark, ScaleRow

_GAP = 20.0
_SHARED_BELOW = 0.17
"""The note is a page by itself, or nearly."""

_COLUMN = (PAGE.text_width - _GAP) / 2


def method_page(press: Press, note: MethodNote, losses: Losses, seal: str) -> list[Flowable]:
    """Two columns: the scales and the first remarks, then the others.

    Args:
        press: the setter and the look.
        note: what to say.
        losses: what the setter could not print so far.
        seal: of the frozen version; empty before anything was frozen.
    """
    remarks = (*note.remarks, *_sealed(seal), *_substitutes(losses))
    left: list[Flowable] = [
        _scale(press, note.likelihood_head, note.likelihood, _("Counted as")),
        Spacer(0, 12),
        _scale(press, note.impact_head, note.impact, _("Points")),
    ]
    middle = 3
    columns = (
        (*left, *_set(press, remarks[:middle])),
        _set(press, remarks[middle:]),
    )
    row = Row(
        cells=tuple(Cell(content=tuple(each)) for each in columns), rule=Rule.NONE, splits=True
    )
    running = (_("How this came about"), _("Method note"))
    return [
        *new_page(press, note.heading, note.lead, running, shared_below=_SHARED_BELOW),
        Grid(
            (_COLUMN + _GAP, _COLUMN),
            (row,),
            padding=Padding(top=8, bottom=0, right=_GAP),
            rule_above=Rule.LINE,
        ),
    ]


def _scale(press: Press, heading: str, rows: tuple[ScaleRow, ...], counted: str) -> Grid:
    has_days = any(row.person_days for row in rows)
    labels = ["", heading, counted, *([_("Person-days")] if has_days else [])]
    widths = [14.0, _COLUMN - 14.0 - 56.0, 56.0]
    if has_days:
        widths = [14.0, _COLUMN - 14.0 - 46.0 - 62.0, 46.0, 62.0]
    shown = tuple(
        Row(
            cells=(
                press.cell("table_bold", str(row.level)),
                press.cell("table", row.words),
                press.cell("table", row.counted, align="right"),
                *([press.cell("table", row.person_days, align="right")] if has_days else []),
            ),
            rule=Rule.LINE if place + 1 == len(rows) else Rule.HAIR,
        )
        for place, row in enumerate(rows)
    )
    head = press.head(*labels, aligns={2: "right", 3: "right"})
    return Grid(widths, shown, heads=(head,), padding=Padding(top=3, bottom=3, right=5))


def _set(press: Press, remarks: tuple[Remark, ...]) -> list[Flowable]:
    found: list[Flowable] = []
    for each in remarks:
        found.append(press.spaced("label", each.heading, before=10 if found else 4, after=2))
        found.append(press.text("table", each.text))
    return found


def _sealed(seal: str) -> list[Remark]:
    """The seal in groups of eight, as it can be compared by eye."""
    if not seal:
        return []
    groups = " ".join(seal[at : at + 8] for at in range(0, len(seal), 8))
    said = _("SHA-256 of what was frozen; the program says whether it still holds: {seal}")
    return [Remark(heading=_("Seal of this version"), text=said.format(seal=groups))]


def _substitutes(losses: Losses) -> list[Remark]:
    """What was not printed as typed; nothing if all was."""
    parts: list[str] = []
    if losses.missing:
        missing = ngettext(
            "{n} character could not be printed; \N{REPLACEMENT CHARACTER} stands in its place.",
            "{n} characters could not be printed; \N{REPLACEMENT CHARACTER} stands in their place.",
            losses.missing,
        )
        parts.append(missing.format(n=losses.missing))
    if losses.invisible:
        invisible = ngettext(
            "{n} mark that shows nothing was left out.",
            "{n} marks that show nothing were left out.",
            losses.invisible,
        )
        parts.append(invisible.format(n=losses.invisible))
    if losses.right_to_left:
        parts.append(
            _(
                "Text in a script that is written from right to left stands letter by letter, in "
                "the order in which it was typed."
            )
        )
    if not parts:
        return []
    parts.append(_("The workshop file holds every text as it was typed."))
    return [Remark(heading=_("Not printed as typed"), text=" ".join(parts))]
