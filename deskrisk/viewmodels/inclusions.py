"""What goes into a document and what stays out, and why, in words: for the dialog before it."""

from dataclasses import dataclass

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import inclusions
from deskrisk.i18n import N_, _

_THINGS = {
    "aims": N_("Aims, and what comes first when they collide"),
    "people": N_("Who was there"),
    "names": N_("People's names"),
    "names_in_texts": N_("Names inside of texts"),
    "fears": N_("How many fears there were"),
    "released_words": N_("Fears in people's own words, released"),
    "unreleased_words": N_("Fears in people's own words, not released"),
    "named_piles": N_("Piles by their name"),
    "unnamed_piles": N_("Names of small piles, and of piles about us"),
    "questions": N_("Issues and open questions"),
    "working_agreements": N_("Working agreements"),
    "order": N_("Risks in the agreed order"),
    "answers": N_("Answers, without names"),
    "open_answers": N_("Answers of a round that is still open"),
    "who_scored_what": N_("Who answered what"),
    "groups": N_("Groups compared"),
    "small_groups": N_("Groups with too few answers"),
    "heard": N_("What was heard between the rounds"),
    "moves": N_("What the room moved in the order"),
    "decisions": N_("Decisions"),
    "promises": N_("Promises with owner, date and sign"),
    "ideas": N_("Ideas that were not taken"),
    "register_notes": N_("Notes from an imported register, in workbook and CSV"),
    "reservations": N_("Reservations and objections, word for word"),
    "amendments": N_("Amendments"),
    "reviews": N_("Later looks"),
    "passed_stages": N_("Steps passed early, and why"),
    "private_notes": N_("Your private notes"),
}

_REASONS = {
    "always": N_("in every version"),
    "version": N_("in this version"),
    "archive": N_("the archive holds everything"),
    "one_page": N_("the summary has one page"),
    "owners": N_("decisions have owners, and owners have names"),
    "roles": N_("roles stand in their place"),
    "other_names": N_("they may name people whom nobody here knows"),
    "not_released": N_("words stay in the room unless they are released"),
    "small_or_about_us": N_("fewer than three slips, or about us: the name could tell on somebody"),
    "round_open": N_("sealed until the round is closed"),
    "never_named": N_("answers never carry a name"),
    "room_agreed": N_("everybody agreed to names, and this is the archive"),
    "large_enough": N_("as middle answers and shares, never fewer than three answers"),
    "anonymous": N_("this room looks at itself as a whole"),
    "too_few_answers": N_("an answer could be worked out"),
    "not_taken": N_("only decisions are printed"),
    "ticked": N_("you asked for it"),
    "private": N_("they never leave the desk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InclusionRow:
    """One line of the list: what, how many, whether it goes in, and why."""

    key: str
    goes_in: bool
    what: str
    why: str
    count: int


def inclusion_rows(workshop: Workshop, options: DocumentOptions) -> tuple[InclusionRow, ...]:
    """What goes into a document and what stays out, in the order of the document."""
    return tuple(
        InclusionRow(
            key=each.key,
            goes_in=each.goes_in,
            what=_(_THINGS[each.key]),
            why=_(_REASONS[each.why]),
            count=each.count,
        )
        for each in inclusions(workshop, options)
    )
