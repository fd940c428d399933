"""What is read across all workshops: titles of risks, settled ones, and those of one project."""

from deskrisk.domain.model.ids import RiskId, WorkshopId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.themes import Named
from deskrisk.storage.driver import Connection

_RISKS = """
    SELECT risks.workshop_id, risks.id, risks.title, coalesce(risks.category, '')
    FROM risks JOIN workshop ON workshop.id = risks.workshop_id
    WHERE workshop.shelf <> 'trash' AND risks.title <> ''
"""
_SETTLED = """
    SELECT DISTINCT outcomes.workshop_id
    FROM outcomes JOIN workshop ON workshop.id = outcomes.workshop_id
    WHERE workshop.shelf <> 'trash' ORDER BY outcomes.workshop_id
"""
_PROJECTS = """
    SELECT id, project FROM workshop
    WHERE shelf <> 'trash' AND project <> '' ORDER BY held_on, id
"""


def named_risks(connection: Connection) -> tuple[Named, ...]:
    """Every risk with a title; a category of the room's own is left out, it means nothing abroad.

    What lies in the trash is not read.
    """
    fixed = set(FIXED_CATEGORIES)
    return tuple(
        Named(
            workshop=WorkshopId(workshop),
            risk=RiskId(risk),
            title=title,
            category=category if category in fixed else "",
        )
        for workshop, risk, title, category in connection.execute(_RISKS)
    )


def settled(connection: Connection) -> tuple[WorkshopId, ...]:
    """The workshops in which somebody has said of a risk whether it happened."""
    return tuple(WorkshopId(id_) for (id_,) in connection.execute(_SETTLED))


def projects(connection: Connection) -> tuple[tuple[WorkshopId, str], ...]:
    """Every workshop that names a project, with that name, by the day it was held."""
    return tuple((WorkshopId(id_), project) for id_, project in connection.execute(_PROJECTS))
