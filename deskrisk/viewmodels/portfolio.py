"""All risks together: what is at stake today, when every promise is kept, and what is proven."""

from dataclasses import dataclass

from deskrisk.domain.leverage import total
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.remarks import remarks_on_all
from deskrisk.domain.residuals import residuals
from deskrisk.domain.scales import point_person_days
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import about_points, count_word, percent, person_days, points
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.remarks import remark_words
from deskrisk.viewmodels.signs import category_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """One of the three sums: ``points``, its ``words`` ("about 71 points") and its ``name``.

    ``days`` is the same in person-days, empty while the size of the project is unknown.
    """

    key: str
    name: str
    points: float
    words: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRow:
    """One risk: points today, when its promises are kept, and as far as it is proven now."""

    risk: RiskId
    number: int
    title: str
    sign: str
    today: float
    promised: float
    proven: float
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioView:
    """The portfolio. ``empty`` says why there is nothing to see, and is empty where there is."""

    heading: str
    sums: tuple[Sum, ...]
    rows: tuple[PortfolioRow, ...]
    sentence: str
    effort: str
    kept: str
    remarks: tuple[str, ...]
    unscored: str
    empty: str
    spoken: str


def portfolio_view(workshop: Workshop) -> PortfolioView:
    """All risks together, in the order that holds; risks nobody scored are counted apart."""
    sums = _sums(workshop)
    rows = _rows(workshop)
    unscored = len(workshop.risks) - len(rows)
    sentence = _sentence(sums) if rows else ""
    return PortfolioView(
        heading=_("All promises together"),
        sums=sums,
        rows=rows,
        sentence=sentence,
        effort=_effort(workshop),
        kept=_kept(workshop),
        remarks=tuple(remark_words(workshop, each) for each in remarks_on_all(workshop)),
        unscored=ngettext(
            "{word} risk is not scored and not counted",
            "{word} risks are not scored and not counted",
            unscored,
        ).format(word=count_word(unscored))
        if unscored and rows
        else "",
        empty="" if rows else _("No risk is scored yet, so there is nothing to add up."),
        spoken=", ".join(f"{each.name}: {each.words}" for each in sums) if rows else "",
    )


def _sums(workshop: Workshop) -> tuple[Sum, ...]:
    found = total(workshop)
    a_point = point_person_days(workshop.brief.project_size_person_days)
    return tuple(
        Sum(
            key=key,
            name=name,
            points=value,
            words=about_points(value),
            days=""
            if a_point is None
            else _("about {days} person-days").format(days=points(value * a_point)),
        )
        for key, name, value in (
            ("today", _("Today"), found.inherent),
            ("promised", _("When all is kept and proven"), found.target),
            ("proven", _("Proven so far"), found.current),
        )
    )


def _rows(workshop: Workshop) -> tuple[PortfolioRow, ...]:
    by_risk = {each.risk: each for each in residuals(workshop)}
    rows = []
    for risk in standing_order(workshop):
        each, held = by_risk[risk], workshop.risks[risk]
        if each.inherent is None:
            continue
        target = each.inherent if each.residual is None else each.residual
        proven = each.inherent if each.current is None else each.current
        rows.append(
            PortfolioRow(
                risk=risk,
                number=held.number,
                title=title_of(held),
                sign=category_sign(workshop, held.category),
                today=each.inherent,
                promised=target,
                proven=proven,
                spoken=_("{title}: today {today}, promised {promised}, proven {proven}").format(
                    title=title_of(held),
                    today=points(each.inherent),
                    promised=points(target),
                    proven=points(proven),
                ),
            )
        )
    return tuple(rows)


def _sentence(sums: tuple[Sum, ...]) -> str:
    today, promised, proven = (each.points for each in sums)
    if promised > today:
        return _("Taken together the responses add risk.")
    if today <= 0 or promised == today:
        return _("Nothing is promised yet that would make it less.")
    goes, gone = (today - promised) / today, max(today - proven, 0) / today
    return _("Of what we expect to lose about {goes} would go; about {gone} is proven.").format(
        goes=percent(goes), gone=percent(gone)
    )


def _effort(workshop: Workshop) -> str:
    found = total(workshop)
    if not found.effort and not found.effort_unknown:
        return ""
    text = _("It takes {days} in all").format(days=person_days(found.effort))
    if not found.effort_unknown:
        return text
    unknown = ngettext(
        "{word} promise does not say what it takes",
        "{word} promises do not say what they take",
        found.effort_unknown,
    ).format(word=count_word(found.effort_unknown))
    return _("{one}; {other}").format(one=text, other=unknown)


def _kept(workshop: Workshop) -> str:
    held = [
        each
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    proven = sum(each.status is MitigationStatus.VERIFIED for each in held)
    return _("{done} of {count} promises proven").format(done=proven, count=len(held))
