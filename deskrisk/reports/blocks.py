"""The building blocks of a page: headings, sections with a label at the side, tables, lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from deskrisk.charts.look import Look, look
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.i18n import _
from deskrisk.reports.grid import Cell, Grid, Padding, Row, Rule
from deskrisk.reports.marks import SIGN_ROOM, Signed
from deskrisk.reports.page import NewPage, Signpost
from deskrisk.reports.paragraph import Link, Text
from deskrisk.reports.styles import PAGE, indented, print_colours, style
from deskrisk.reports.text import Run, Setter

WITH_HEADING = 60.0
"""A heading stays with this much of what comes after, in points."""

WITH_TABLE = 130.0

INTRO_WIDTH = 400.0

SHARED_BELOW = 0.42
"""A page that is filled less than this is shared with the next chapter."""


def risk_key(position: int) -> str:
    """The name of the place where a risk is decided on."""
    return f"risk-{position}"


def risk_link(position: int, title: str) -> Link:
    """The way to the place where a risk is decided on."""
    words = " ".join(title.split()) or _("Risk {position}").format(position=position)
    return Link(f"#{risk_key(position)}", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What every page needs: the setter of text, the look of charts, the signs of categories."""

    setter: Setter
    look: Look
    signs: Mapping[CategoryId, tuple[str, str]]

    def text(self, style_name: str, *runs: Run | str, align: str = "left") -> Text:
        """A paragraph in a style."""
        return self.setter.paragraph(style(style_name, align=align), *runs)

    def spaced(
        self, style_name: str, *runs: Run | str, before: float = 0, after: float = 0
    ) -> Text:
        """A paragraph in a style with room around it, in points."""
        return self.setter.paragraph(style(style_name, before=before, after=after), *runs)

    def linked(self, style_name: str, text: str, link: Link) -> Text:
        """A paragraph that leads somewhere."""
        return self.setter.paragraph(style(style_name), text, link=link)

    def signed(
        self,
        style_name: str,
        category: CategoryId | None,
        *runs: Run | str,
        link: Link | None = None,
    ) -> Flowable:
        """A title with the sign of its category before it."""
        sign = ("ring", self.look.ink_soft) if category is None else self.signs[category]
        room = indented(style_name, SIGN_ROOM)
        return Signed(sign, self.setter.paragraph(room, *runs, link=link))

    def cell(self, style_name: str, *runs: Run | str, align: str = "left") -> Cell:
        """A cell of one paragraph; empty for an empty text."""
        if not any(run if isinstance(run, str) else run.text for run in runs):
            return Cell()
        return Cell(content=(self.text(style_name, *runs, align=align),))

    def head(self, *labels: str, aligns: Mapping[int, str] | None = None) -> Row:
        """The heads of columns, on the foot of their row."""
        cells = tuple(
            Cell(
                content=(self.text("head", label, align=(aligns or {}).get(place, "left")),)
                if label
                else (),
                bottom=True,
            )
            for place, label in enumerate(labels)
        )
        return Row(cells=cells, rule=Rule.LINE)

    def section(self, label: str, *content: Flowable, note: str = "") -> Grid:
        """Content beside its label, below a black line."""
        side: list[Flowable] = [self.text("label", label)]
        if note:
            side.append(self.spaced("note", note, before=4))
        return Grid(
            (PAGE.label + PAGE.gutter, PAGE.body_width),
            (
                Row(
                    cells=(Cell(content=tuple(side)), Cell(content=content)),
                    rule=Rule.NONE,
                    splits=True,
                ),
            ),
            padding=Padding(top=8, bottom=14, right=PAGE.gutter),
            rule_above=Rule.LINE,
        )

    def listed(self, texts: Sequence[str]) -> Grid:
        """A numbered list."""
        rows = tuple(
            Row(
                cells=(self.cell("table_bold", str(number)), self.cell("body", text)),
                rule=Rule.NONE,
            )
            for number, text in enumerate(texts, start=1)
        )
        return Grid((16.0, PAGE.body_width - 16.0), rows, padding=Padding(top=0, bottom=2, right=4))


def press_of(workshop: Workshop) -> Press:
    """What the pages about a workshop need."""
    own = [each for each in in_order(workshop.categories) if each.id not in FIXED_CATEGORIES]
    places = {each.id: place for place, each in enumerate(own)}
    printed = look("print")
    return Press(
        setter=Setter(soft_ink=print_colours()["ink_soft"]),
        look=printed,
        signs={id_: printed.sign(id_, places.get(id_, 0)) for id_ in workshop.categories},
    )


def new_page(
    press: Press,
    heading: str,
    intro: str,
    running: tuple[str, str],
    *,
    shared_below: float = SHARED_BELOW,
) -> list[Flowable]:
    """A chapter: heading and a sentence on what it is about, on a new page unless there is room."""
    return [NewPage(shared_below, before=22), *opening(press, heading, intro, running)]


def opening(press: Press, heading: str, intro: str, running: tuple[str, str]) -> list[Flowable]:
    """Heading and intro, kept with what follows."""
    found: list[Flowable] = [
        CondPageBreak(2 * WITH_HEADING),
        Signpost(heading, running=running),
        press.spaced("heading", heading, after=8),
    ]
    if intro:
        found.append(_narrow(press.text("intro", intro)))
    found.append(Spacer(0, 10))
    return found


def small_heading(press: Press, text: str, *, table: bool = False) -> list[Flowable]:
    """A heading inside of a page, kept with what follows: of a table its head and two rows."""
    return [
        CondPageBreak(WITH_TABLE if table else WITH_HEADING),
        press.spaced("label", text, before=14, after=6),
    ]


def _narrow(paragraph: Text) -> Grid:
    return Grid(
        (INTRO_WIDTH,),
        (Row(cells=(Cell(content=(paragraph,)),), rule=Rule.NONE),),
        padding=Padding(top=0, bottom=0, right=0),
    )
