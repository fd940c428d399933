"""What hangs on the wall or lies on the table: the scales in large, and blank cards for responses.

Nothing that anybody wrote is on them but the title, so they can be left lying about.
"""

from dataclasses import dataclass

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scales import IMPACT, LIKELIHOOD_BANDS, POINTS_OF_A_PROJECT, point_person_days
from deskrisk.domain.scores import Question
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import day, person_days, whole_or_short
from deskrisk.viewmodels.rank import CANNOT_JUDGE, scale_view
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS

CARDS_A_SHEET = 2
MOST_CARDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterLine:
    """One level: its key, its words, what is added, and where its bar begins and ends, 0 to 1."""

    level: int
    words: str
    figure: str
    bar: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterScale:
    """One of the two questions with its levels, the highest first, and what the bar shows."""

    question: str
    lines: tuple[PosterLine, ...]
    bar_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterView:
    """The poster of the scales."""

    title: str
    scales: tuple[PosterScale, ...]
    cannot: str
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardField:
    """A label with room to write: so many lines, or words to be ticked or circled."""

    label: str
    lines: int = 1
    choices: tuple[str, ...] = ()
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A blank card for the response to one risk; ``cards`` is how many are printed."""

    title: str
    subject: str
    head: str
    fields: tuple[CardField, ...]
    cards: int


def poster_view(workshop: Workshop) -> PosterView:
    """The two scales with all their numbers."""
    likelihood = scale_view(workshop, Question.LIKELIHOOD)
    impact = scale_view(workshop, Question.IMPACT)
    return PosterView(
        title=workshop.brief.title,
        scales=(
            PosterScale(
                question=likelihood.question,
                lines=tuple(
                    PosterLine(level=level, words=_(words), figure="", bar=LIKELIHOOD_BANDS[level])
                    for level, words in sorted(LIKELIHOOD_WORDS.items(), reverse=True)
                ),
                bar_note=_("The bar shows which chance that is, from 0 to 100 %."),
            ),
            PosterScale(
                question=impact.question,
                lines=tuple(
                    PosterLine(
                        level=level,
                        words=_(words),
                        figure=_figure(workshop, level),
                        bar=(0.0, IMPACT[level] / POINTS_OF_A_PROJECT),
                    )
                    for level, words in sorted(IMPACT_WORDS.items(), reverse=True)
                ),
                bar_note=_("The bar shows the loss; 100 points are the whole project."),
            ),
        ),
        cannot=f"{CANNOT_JUDGE}  {likelihood.lines[-1].words}",
        foot=likelihood.foot,
    )


def _figure(workshop: Workshop, level: int) -> str:
    """What a level costs: points, and person-days where the size of the project is known."""
    loss = IMPACT[level]
    found = ngettext("{points} point", "{points} points", int(loss)).format(
        points=whole_or_short(loss)
    )
    per_point = point_person_days(workshop.brief.project_size_person_days)
    if per_point is None:
        return found
    return _("{points}, {days}").format(points=found, days=person_days(loss * per_point))


def card_view(workshop: Workshop) -> CardView:
    """The blank card, one for each risk above the line."""
    wanted = max(workshop.brief.focus_count, CARDS_A_SHEET)
    levels = tuple(str(level) for level in range(1, 6))
    return CardView(
        title=workshop.brief.title,
        subject=_("Cards for responses"),
        head=_("What we do about it"),
        fields=(
            CardField(label=_("Risk, number and name")),
            CardField(
                label=_("Decision"),
                choices=(_("Mitigate"), _("Avoid"), _("Watch"), _("Accept"), _("Escalate")),
            ),
            CardField(label=_("Promise: what will be done"), lines=2),
            CardField(label=_("Who"), half=True),
            CardField(label=_("By when"), half=True),
            CardField(label=_("How we will know, and where it is read"), lines=2),
            CardField(label=_("First sign that it is coming")),
            CardField(label=_("What we do then")),
            CardField(
                label=_("When all is done: how likely by {day}?").format(
                    day=day(workshop.brief.horizon)
                ),
                choices=levels,
                half=True,
            ),
            CardField(label=_("And how bad?"), choices=levels, half=True),
        ),
        cards=min(wanted + wanted % CARDS_A_SHEET, MOST_CARDS),
    )
