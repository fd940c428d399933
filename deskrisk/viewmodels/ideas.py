"""What is at hand for a risk, as a list: the shelf, promises of other risks, and packs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskrisk.domain.ideas import others_promises, pack_ideas, shelf
from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.responses import Mitigation
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import Pack, PackMitigation, PackTrigger
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import person_days, short_day
from deskrisk.viewmodels.measure import written_measure
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing at hand: exactly one of the four is there.

    ``act`` is what Enter does, in words.
    """

    key: str
    act: str
    shelved: str = ""
    other: MitigationId | None = None
    promise: PackMitigation | None = None
    sign: PackTrigger | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeasView:
    """What is at hand for a risk; ``rows`` have headings between them."""

    title: str
    rows: tuple[Row, ...]
    ideas: tuple[Idea, ...]

    def idea(self, key: object) -> Idea | None:
        """The idea of a row."""
        return next((each for each in self.ideas if each.key == key), None)


def ideas_view(workshop: Workshop, risk: RiskId, packs: Iterable[Pack]) -> IdeasView:
    """Everything that can become a promise or a first sign for a risk, the nearest first."""
    found = pack_ideas(workshop.risks[risk], packs)
    own = [_of_shelf(text) for text in shelf(workshop, risk)]
    others = [_of_other(workshop, each) for each in others_promises(workshop, risk)]
    promises = [_of_promise(each) for each in found.promises]
    signs = [_of_sign(each) for each in found.signs]
    close = {f"pack.{id_}" for id_ in found.close}
    far = [pair for pair in (*promises, *signs) if pair[0].key not in close]
    groups: Sequence[tuple[str, list[tuple[Idea, Row]]]] = (
        (_("From our shelf"), own),
        (_("Promises of others that fit"), [pair for pair in promises if pair[0].key in close]),
        (_("First signs of others that fit"), [pair for pair in signs if pair[0].key in close]),
        (_("Promises that could serve this risk too"), others),
        (_("More for this kind of risk"), far),
    )
    rows: list[Row] = []
    for name, pairs in groups:
        if pairs:
            rows.append(Row(key=f"heading.{name}", title=name, heading=True))
            rows += [row for _idea, row in pairs]
    return IdeasView(
        title=title_of(workshop.risks[risk]),
        rows=tuple(rows),
        ideas=tuple(idea for _name, pairs in groups for idea, _row in pairs),
    )


def _of_shelf(text: str) -> tuple[Idea, Row]:
    key = f"shelf.{text}"
    return Idea(key=key, act=_("Promise it"), shelved=text), Row(key=key, title=text)


def _of_other(workshop: Workshop, each: Mitigation) -> tuple[Idea, Row]:
    key = f"other.{each.id}"
    titles = ", ".join(title_of(workshop.risks[risk]) for risk in each.risks)
    owner = workshop.participants[each.owner].name if each.owner else ""
    due = short_day(each.due) if each.due else ""
    row = Row(
        key=key,
        title=each.title.strip() or _("Not named yet"),
        soft=_("for {titles}").format(titles=titles) if titles else "",
        note=", ".join(part for part in (owner, due) if part),
    )
    return Idea(key=key, act=_("It serves this risk too"), other=each.id), row


def _of_promise(each: PackMitigation) -> tuple[Idea, Row]:
    key = f"pack.{each.id}"
    effort = person_days(each.effort_person_days) if each.effort_person_days else ""
    row = Row(
        key=key,
        title=each.title,
        soft=each.signal.statement or written_measure(each.signal),
        note=", ".join(part for part in (said(each.treatment), effort) if part),
    )
    return Idea(key=key, act=_("Promise it"), promise=each), row


def _of_sign(each: PackTrigger) -> tuple[Idea, Row]:
    key = f"pack.{each.id}"
    row = Row(
        key=key,
        title=each.text,
        soft=_("then: {fallback}").format(fallback=each.fallback),
        note=_("first sign"),
    )
    return Idea(key=key, act=_("Take this first sign"), sign=each), row
