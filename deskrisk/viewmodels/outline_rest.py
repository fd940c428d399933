"""Where the room differs, what an earlier version said, and what only the archive holds."""

from collections.abc import Iterator

from deskrisk.i18n import _
from deskrisk.viewmodels.archive import ArchiveView
from deskrisk.viewmodels.differ import DifferView
from deskrisk.viewmodels.document import DocumentView
from deskrisk.viewmodels.pieces import (
    Grid,
    Heading,
    Items,
    Passage,
    Piece,
    listed,
    section,
    words_table,
)


def change_pieces(view: DocumentView) -> Iterator[Piece]:
    """What is different from an earlier version."""
    if view.changes:
        yield from section(view.changed_since, *listed(*view.changes))


def differ_pieces(view: DifferView) -> Iterator[Piece]:
    """Groups that guard different things, and risks on which the room is far apart."""
    if view.is_empty:
        return
    found: list[Piece] = [Passage(text=view.lead)]
    if view.hedging is not None:
        lines = (view.hedging.line, view.hedging.hidden)
        found += [Passage(text=line) for line in lines if line.strip()]
    found += _listed(
        _("Read differently by two groups"),
        (
            f"{each.position}. {each.title}: {each.sentence} {each.was}".strip()
            for each in view.reads
        ),
    )
    found += _listed(
        _("Far apart, whatever the group"),
        (
            f"{each.position}. {each.title}: {_with_before(each.word, each.was)}"
            for each in view.far_apart
        ),
    )
    if view.over_the_list.strip():
        found.append(Passage(text=view.over_the_list))
    yield from section(view.heading, *found)


def archive_pieces(view: ArchiveView | None) -> Iterator[Piece]:
    """Every fear, every answer, every idea; nothing in the other versions."""
    if view is None:
        return
    yield from section(_("Every fear, in the words it was written in"), *_fears(view))
    yield from section(_("Every answer for every risk"), *_answers(view))
    yield from section(
        _("Ballots, as places of this order, best first"), *listed(*view.ballots), level=3
    )
    ideas = [(f"{place}. {title}", texts) for place, title, texts in view.ideas]
    for heading, groups in (
        (_("Ideas that were not taken"), ideas),
        (_("Earlier rounds of the sign-off"), list(view.rounds)),
        (_("Private notes"), [(stage, (text,)) for stage, text in view.notes]),
    ):
        pieces = [
            piece
            for label, texts in groups
            for piece in (Heading(level=3, text=label), Items(texts=texts))
        ]
        yield from section(heading, *pieces)


def _fears(view: ArchiveView) -> tuple[Piece, ...]:
    heads = {_("Pile"): 20, _("Fear"): 46, _("What became of it"): 20, _("Note"): 24}
    rows = tuple(
        (each.pile, each.words, each.became or _("not decided"), each.note) for each in view.fears
    )
    return (Grid(table=words_table("fears", heads, rows).filled()),) if rows else ()


def _answers(view: ArchiveView) -> tuple[Piece, ...]:
    heads = {_("Place"): 8, _("Risk"): 34, _("First round"): 26, _("Second round"): 26}
    rows = tuple((str(each.position), each.title, each.first, each.second) for each in view.answers)
    if not rows:
        return ()
    lead = _(
        "Likelihood times impact, each from 1 to 5; in brackets how many gave the same answer."
    )
    return Passage(text=lead), Grid(table=words_table("answers", heads, rows).filled())


def _listed(lead: str, texts: Iterator[str]) -> tuple[Piece, ...]:
    held = tuple(texts)
    return (Passage(lead=f"{lead}:", text=""), Items(texts=held)) if held else ()


def _with_before(word: str, was: str) -> str:
    return _("{word} (before the talk: {was})").format(word=word, was=was) if was else word
