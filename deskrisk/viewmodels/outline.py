"""The agreement as plain pieces in the order of A.10, for formats that people go on editing.

It is made of the same view as the PDF, so it says the same and holds nothing that the PDF does not.
"""

from collections.abc import Iterator

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.action_plan import action_plan_table
from deskrisk.viewmodels.document import DocumentView
from deskrisk.viewmodels.figures import day
from deskrisk.viewmodels.look_back import LookBackView
from deskrisk.viewmodels.method_note import MethodNote
from deskrisk.viewmodels.outline_decisions import decision_pieces, other_pieces
from deskrisk.viewmodels.outline_rest import archive_pieces, change_pieces, differ_pieces
from deskrisk.viewmodels.pieces import (
    Grid,
    Heading,
    Items,
    Passage,
    Piece,
    labelled,
    listed,
    section,
    words_table,
)
from deskrisk.viewmodels.priorities import PrioritiesView
from deskrisk.viewmodels.register import register_table
from deskrisk.viewmodels.support import STANCE_HEADS, SupportView
from deskrisk.viewmodels.worries import OpenItem, WorriesView

IN_ORDER = ("place", "number", "title", "category", "points", "agreement", "decision", "owner")
"""Columns of the register that stand in a text."""

IN_PLAN = ("number", "title", "risks", "owner", "due", "signal", "status")
"""Columns of the action plan that stand in a text."""


def outline(workshop: Workshop, view: DocumentView, options: DocumentOptions) -> tuple[Piece, ...]:
    """One version of the agreement as pieces.

    Args:
        workshop: a workshop that was published for these options.
        view: the document of it.
        options: which version.
    """
    if options.version is DocumentVersion.SUMMARY:
        return tuple(_summary(workshop, view))
    return tuple(_whole(workshop, view))


def _summary(workshop: Workshop, view: DocumentView) -> Iterator[Piece]:
    yield from _head(view)
    yield from _aims(view)
    yield from _order(workshop, view.priorities)
    yield from _plan(workshop)
    yield from _voices(view.support)
    yield from _planned(view.look_back)


def _whole(workshop: Workshop, view: DocumentView) -> Iterator[Piece]:
    yield from _head(view)
    yield from change_pieces(view)
    yield from section(_("Why we met"), *(_paragraphs(view.purpose)))
    yield from _aims(view)
    yield from _people(view)
    yield from _worries(view.worries)
    yield from _order(workshop, view.priorities)
    yield from _how_ordered(view.priorities)
    yield from differ_pieces(view.differ)
    yield from decision_pieces(view.decisions)
    yield from other_pieces(view.decisions)
    yield from _plan(workshop)
    yield from section(_("Issues"), *_open_items(view.worries.issues))
    yield from section(_("Open questions"), *_open_items(view.worries.questions))
    yield from section(_("How we work together"), *listed(*view.working_agreements))
    yield from _sign_off(view.support)
    yield from _planned(view.look_back)
    yield from _looked_back(view.look_back)
    yield from archive_pieces(view.archive)
    yield from _method(view.method)


def _head(view: DocumentView) -> Iterator[Piece]:
    yield Heading(level=1, text=view.title)
    if view.confidential:
        yield Passage(text="", lead=view.confidential)
    if view.project and view.project != view.title:
        yield Passage(text=view.project, soft=True)
    yield Passage(lead=view.verdict, text=view.brief)
    yield from labelled(*((fact.label, fact.value) for fact in view.facts))
    yield from labelled((_("Version"), view.version), (_("Seal"), view.seal))


def _paragraphs(text: str) -> list[Piece]:
    return [Passage(text=text)] if text.strip() else []


def _aims(view: DocumentView) -> Iterator[Piece]:
    lines = tuple(
        _("{more} even over {less}").format(more=more, less=less) for more, less in view.even_over
    )
    found: list[Piece] = [*listed(*view.aims, numbered=True)]
    if lines:
        found += [Passage(lead=_("When aims collide"), text=""), Items(texts=lines)]
    yield from section(_("What we protect"), *found)


def _people(view: DocumentView) -> Iterator[Piece]:
    rows = tuple(
        (each.name, each.role, _("not present") if each.absent else each.group)
        for each in view.people
    )
    if rows:
        table = words_table("people", {_("Name"): 24, _("Role"): 34, _("Group"): 24}, rows)
        yield from section(_("Who was there"), Grid(table=table.filled()))


def _worries(view: WorriesView) -> Iterator[Piece]:
    if not view.total:
        return
    heads = {_("Pile"): 30, _("Slips"): 8, _("What became of them"): 44}
    rows = tuple((pile.name, str(pile.count), pile.became) for pile in view.piles)
    quotes = [Passage(text=words, quoted=True) for pile in view.piles for words in pile.released]
    yield from section(
        _("What we were worried about"),
        Passage(text=view.note, soft=True),
        Grid(table=words_table("worries", heads, rows)),
        *quotes,
    )


def _order(workshop: Workshop, view: PrioritiesView) -> Iterator[Piece]:
    if not view.rows:
        return
    found: list[Piece] = [Passage(text=view.lead)] if workshop.scores else []
    found.append(Grid(table=register_table(workshop).chosen(*IN_ORDER).filled()))
    if view.cut_after:
        found.append(Passage(text=view.cut_line, soft=True))
    yield from section(view.heading, *found)


def _how_ordered(view: PrioritiesView) -> Iterator[Piece]:
    yield from section(
        view.order_head, *_paragraphs(view.how_ordered), *_paragraphs(view.order_note), level=3
    )
    yield from listed(*view.moves)
    heard = [
        piece
        for each in view.heard
        for piece in (
            Passage(lead=f"{each.position}. {each.title}", text=""),
            Items(texts=each.notes),
        )
    ]
    yield from section(_("What we heard between the rounds"), *heard, level=3)


def _plan(workshop: Workshop) -> Iterator[Piece]:
    table = action_plan_table(workshop)
    if table.rows:
        yield from section(_("Who does what by when"), Grid(table=table.chosen(*IN_PLAN).filled()))


def _open_items(items: tuple[OpenItem, ...]) -> tuple[Piece, ...]:
    return listed(*(_open_item(each) for each in items))


def _open_item(item: OpenItem) -> str:
    text = item.text.strip() or item.words.strip()
    parts = [text or _("A worry from the room; its words stay there.")]
    if item.owner:
        parts.append(_("Looked after by {name}.").format(name=item.owner))
    if item.due is not None:
        parts.append(_("To be answered by {date}.").format(date=day(item.due)))
    return " ".join(parts)


def _voices(view: SupportView) -> Iterator[Piece]:
    found: list[Piece] = []
    for voice in view.voices:
        about = _("{name}, on {item}").format(name=voice.name, item=voice.about)
        found.append(
            Passage(lead=f"{voice.label}:", text=about if voice.about.strip() else voice.name)
        )
        if voice.words.strip():
            found.append(Passage(text=voice.words, quoted=True))
        found += labelled((_("It would be safe enough if"), voice.acceptable_if))
    found += labelled((_("The owner's reason"), view.owner_reason))
    yield from section(_("Reservations and objections"), *found, level=3)


def _sign_off(view: SupportView) -> Iterator[Piece]:
    words = {level: _(head) for level, head in STANCE_HEADS}
    rows = tuple(
        (row.name, row.role, words.get(row.level or 0, _("No answer yet"))) for row in view.rows
    )
    found: list[Piece] = [Passage(text=view.lead)]
    if rows:
        table = words_table("stances", {_("Name"): 24, _("Role"): 34, _("Stance"): 26}, rows)
        found += [Grid(table=table.filled()), Passage(text=view.note, soft=True)]
    yield from section(view.heading, *found)
    yield from _voices(view)
    amendments = tuple(
        " ".join(
            part
            for part in (
                f"{each.item}:" if each.item.strip() else "",
                each.change,
                _("(answers {names})").format(names=each.answers) if each.answers else "",
            )
            if part
        )
        for each in view.amendments
    )
    yield from section(_("Amendments"), *listed(*amendments), level=3)


def _planned(view: LookBackView) -> Iterator[Piece]:
    rows = tuple(
        (each.day, each.what or "; ".join(f"{place}. {title}" for place, title in each.risks))
        for each in view.planned
    )
    if rows:
        table = words_table("planned", {_("Day"): 16, _("What we look at"): 70}, rows)
        yield from section(_("When we look again"), Grid(table=table))


def _looked_back(view: LookBackView) -> Iterator[Piece]:
    heads = {
        _("Place"): 8,
        _("Risk"): 26,
        _("Status"): 14,
        _("First sign"): 16,
        _("Reading"): 24,
        _("Note"): 24,
    }
    for review in view.held:
        rows = tuple(
            (str(each.position), each.title, each.status, each.first_sign, each.reading, each.note)
            for each in review.seen
        )
        found = [*labelled((_("Who was there"), review.attended))]
        if rows:
            found.append(Grid(table=words_table("seen", heads, rows).filled()))
        yield from section(_("Review of {day}").format(day=review.day), *found, level=3)
    outcomes = tuple(f"{place}. {title}: {words}" for place, title, words in view.outcomes)
    yield from section(_("What happened"), *listed(*outcomes), level=3)


def _method(view: MethodNote) -> Iterator[Piece]:
    heads = {
        _("Level"): 8,
        _("What it means"): 46,
        _("Counts as"): 14,
        _("Person-days"): 14,
    }
    found: list[Piece] = [Passage(text=view.lead, soft=True)]
    for title, scale in (
        (view.likelihood_head, view.likelihood),
        (view.impact_head, view.impact),
    ):
        rows = tuple((str(row.level), row.words, row.counted, row.person_days) for row in scale)
        found += [
            Heading(level=3, text=title),
            Grid(table=words_table("scale", heads, rows).filled()),
        ]
    for remark in view.remarks:
        found += [Heading(level=3, text=remark.heading), Passage(text=remark.text)]
    yield from section(view.heading, *found)
