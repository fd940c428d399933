"""The gap check in a few lines, for the page Agree; the whole of it is one key away."""

from dataclasses import dataclass

from deskrisk.domain.gaps import GapKind, gaps_of, heavy_owners, undecided_others
from deskrisk.domain.missing import Lack, missing
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.scores import revealed
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word, day
from deskrisk.viewmodels.gaps import GapLine, gap_place, gap_view, missing_words
from deskrisk.viewmodels.places import Place
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.words import said

_BEFORE = (Stage.PREPARE, Stage.NAME, Stage.RECAST, Stage.RANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """One line of the gap check; ``place`` is where it can be mended, None for no single one."""

    text: str
    met: bool
    place: Place | None = None


def gap_summary(workshop: Workshop) -> tuple[GapRow, ...]:
    """What is there and what is missing: earlier stages and risks in one line each."""
    earlier = _earlier(workshop)
    workshop = revealed(workshop)  # which risks need a decision depends on the answers
    order = GapRow(text=_("The order is confirmed"), met=True)
    if not workshop.progress.order_confirmed:
        text = _("The order is not confirmed yet")
        order = GapRow(text=text, met=False, place=Place(stage=Stage.RANK))
    needed = must_respond(workshop)
    others = tuple(risk for risk in standing_order(workshop) if risk not in set(needed))
    rows = [order, *earlier, *_of_risks(workshop, needed)]
    if needed and not any(gaps_of(workshop, risk) for risk in needed):
        rows.append(GapRow(text=_all_answered(len(needed)), met=True))
    return (
        *rows,
        *_undecided(workshop),
        *_of_risks(workshop, others, but=GapKind.DECISION),
        *_loads(workshop),
        *_next_look(workshop),
    )


def _earlier(workshop: Workshop) -> tuple[GapRow, ...]:
    """A line for each earlier stage that lacks something; the order has its own."""
    found: dict[Stage, list[GapLine]] = {stage: [] for stage in _BEFORE}
    for lack, line in zip(missing(workshop), gap_view(workshop).lines, strict=True):
        if lack.stage in found and lack.lack is not Lack.ORDER:
            found[lack.stage].append(line)
    return tuple(
        GapRow(text=_counted(stage, len(lines)), met=False, place=lines[0].place)
        for stage, lines in found.items()
        if lines
    )


def _counted(stage: Stage, count: int) -> str:
    return ngettext("{stage}: {word} thing", "{stage}: {word} things", count).format(
        stage=said(stage), word=count_word(count)
    )


def _of_risks(
    workshop: Workshop, risks: tuple[RiskId, ...], but: GapKind | None = None
) -> tuple[GapRow, ...]:
    rows = []
    for risk in risks:
        own = tuple(gap for gap in gaps_of(workshop, risk) if gap.kind is not but)
        if own:
            title = title_of(workshop.risks[risk])
            text = _("{title}: {what}").format(title=title, what=missing_words(own))
            rows.append(GapRow(text=text, met=False, place=gap_place(workshop, own[0])))
    return tuple(rows)


def _all_answered(count: int) -> str:
    return ngettext(
        "The risk above the line has an answer", "All {word} have an answer", count
    ).format(word=count_word(count))


def _undecided(workshop: Workshop) -> tuple[GapRow, ...]:
    open_ = undecided_others(workshop)
    if not open_:
        return ()
    text = ngettext(
        "{count} risk below the line: watch or accept?",
        "{count} risks below the line: watch or accept?",
        len(open_),
    ).format(count=len(open_))
    first = gaps_of(workshop, open_[0])[0]
    return (GapRow(text=text, met=False, place=gap_place(workshop, first)),)


def _loads(workshop: Workshop) -> tuple[GapRow, ...]:
    return tuple(
        GapRow(
            text=_("{name} holds {word} promises").format(
                name=workshop.participants[who].name, word=count_word(count)
            ),
            met=False,
        )
        for who, count in heavy_owners(workshop)
    )


def _next_look(workshop: Workshop) -> tuple[GapRow, ...]:
    if workshop.progress.adjourned_to is None:
        return ()
    text = _("Adjourned to {day}").format(day=day(workshop.progress.adjourned_to))
    return (GapRow(text=text, met=True),)
