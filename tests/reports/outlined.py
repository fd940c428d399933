"""The pieces of a sample, and pieces made of nasty texts, for the formats that are edited."""

from datetime import UTC, datetime

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.publishing import published
from deskrisk.reports.about import About
from deskrisk.services.samples import sample
from deskrisk.viewmodels.document import document_view
from deskrisk.viewmodels.outline import outline
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Passage, Piece, words_table
from deskrisk.viewmodels.tabled import in_words

CREATED = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)
ABOUT = About(
    title="Question suggestions", author="Elin Marsh", subject="Agreement", mark="", created=CREATED
)
PLACES = 9
"""How often ``pieces_of`` shows its text."""


def of_sample(
    name: str = "question-suggestions", options: DocumentOptions | None = None
) -> tuple[Piece, ...]:
    """The pieces of one version of a sample."""
    options = options or DocumentOptions()
    workshop = published(sample(name), options)
    return outline(
        workshop, document_view(workshop, today=CREATED.date(), options=options), options
    )


def pieces_of(text: str) -> tuple[Piece, ...]:
    """One text in every place that a piece has."""
    return (
        Heading(level=2, text=text),
        Passage(text=text, lead=text),
        Passage(text=text, quoted=True),
        Items(texts=(text, text)),
        Items(texts=(text,), numbered=True),
        Grid(table=words_table("t", {"A": 20, "B": 20}, ((text, text),))),
    )


def texts_of(piece: Piece) -> list[str]:
    """What a piece shows, in the order of reading."""
    match piece:
        case Heading():
            return [piece.text]
        case Passage():
            return [text for text in (piece.lead, piece.text) if text]
        case Items():
            return list(piece.texts)
        case Grid():
            table = piece.table
            heads = [head.words for head in table.heads]
            cells = [
                in_words(value, head.kind)
                for row in table.rows
                for value, head in zip(row, table.heads, strict=True)
            ]
            return [text for text in (*heads, *cells) if text]
