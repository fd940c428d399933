"""The side of a workshop that the room may see. What is not there cannot leak."""

from dataclasses import replace

from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.review_scores import shown_scores
from deskrisk.domain.scores import revealed
from deskrisk.domain.signoff import sign_off


def public_side(workshop: Workshop) -> Workshop:
    """The workshop without what is private.

    Gone are the answers of a round that is still open, ballots and duels, the answers of a
    sign-off that is still going round, all notes, slips that are held back, the scores of a
    review that were not shown yet, and what earlier agreements have sealed.
    """
    fears = {key: each for key, each in workshop.fears.items() if not each.held_back}
    stances = workshop.stances if all_asked(workshop) else _earlier_stances(workshop)
    # A part from which nothing goes stays the same one: what was worked out from it is remembered.
    return replace(
        workshop,
        scores=revealed(workshop).scores,
        fears=fears if len(fears) < len(workshop.fears) else workshop.fears,
        stances=stances,
        ballots={},
        duels={},
        discussion_notes={},
        stage_notes={},
        review_scores=shown_scores(workshop),
        versions={},
    )


def all_asked(workshop: Workshop) -> bool:
    """Has everybody who is here shown five to one in the present round?"""
    standing = sign_off(workshop)
    return bool(standing.stances) and standing.answered >= standing.present


def _earlier_stances(workshop: Workshop) -> dict[str, Stance]:
    number = workshop.progress.sign_off_round
    return {key: each for key, each in workshop.stances.items() if each.round < number}
