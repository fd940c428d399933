"""What is said when a fear or a risk was added late, from any stage."""

from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _, ngettext


def fear_added_words(workshop: Workshop) -> str:
    """That the fear is there, and where it waits."""
    count = len(workshop.fears)
    words = ngettext("{count} fear", "{count} fears", count).format(count=count)
    return _("Added, {fears} now. It waits at Name.").format(fears=words)


def risk_added_words(workshop: Workshop) -> str:
    """That the risk is there, by the name it goes by in the file, and where it waits."""
    number = max((risk.number for risk in workshop.risks.values()), default=0)
    return _("Added as R{number}. Cause and consequence wait at Recast.").format(number=number)
