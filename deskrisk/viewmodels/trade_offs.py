"""Trade-offs to start from: "we protect this even over that"."""

from collections.abc import Iterable

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import Pack
from deskrisk.i18n import _
from deskrisk.viewmodels.rows import Row


def suggested_trade_offs(workshop: Workshop, packs: Iterable[Pack]) -> tuple[Row, ...]:
    """The trade-offs of the packs that the room has not taken; the key holds both sides."""
    taken = {(each.more.strip(), each.less.strip()) for each in workshop.even_over.values()}
    found = {(each.more, each.less): None for pack in packs for each in pack.even_over}
    words = _("{more} even over {less}")
    return tuple(
        Row(key=(more, less), title=words.format(more=more, less=less))
        for more, less in found
        if (more, less) not in taken
    )
