"""What a document may hold (method A.10): everything else is taken out before anybody writes it.

Every writer of every format gets ``published(...)`` and nothing else, so that what is not there
cannot leak, neither as text nor as data about the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.groups import group_exposures
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.fears import Cluster, Disposition, Fear, FearKind
from deskrisk.domain.model.ids import ClusterId, GroupId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import without_persons
from deskrisk.domain.review_scores import shown_scores
from deskrisk.domain.roles import names_in_texts, roles_for_names
from deskrisk.domain.signoff import OBJECTION, RESERVATION, without_sealed

FEWEST_IN_PILE = 3
"""A smaller pile is not printed by name: its name could give a single slip away."""

_SPOKEN = (Disposition.ISSUE, Disposition.QUESTION)
"""Of these the room itself wrote the note, and somebody took it home."""


def published(workshop: Workshop, options: DocumentOptions) -> Workshop:
    """The workshop as one version of the document may hold it; doing it twice is the same as once.

    Nobody's answers have a name, except in the archive of a room that agreed to names; see
    ``nameless`` for what is left. Of fears only released words remain, and of piles only those that
    ``may_be_named``, except in the archive, which holds all. Gone are the answers of a round that
    is still open, sealed answers of a sign-off that goes round, the facilitator's notes, and
    snapshots of earlier versions; from the summary also everything that its one page does not
    print. With ``roles_for_names`` no name is left anywhere, and no note of an imported register,
    which may hold names of others.

    Args:
        workshop: any workshop.
        options: for whom the document is.
    """
    archive = options.version is DocumentVersion.ARCHIVE
    found = _without_notes(without_sealed(workshop), keep=archive and options.private_notes)
    if not archive:
        found = _for_others(found)
    if options.version is DocumentVersion.SUMMARY:
        found = _on_one_page(found)
    if not _says_who(workshop, options):
        found = without_persons(found)
    if not _has_register_notes(options):
        risks = {id_: replace(each, note="") for id_, each in found.risks.items()}
        found = replace(found, risks=risks)
    return roles_for_names(found) if options.roles_for_names else found


def _has_register_notes(options: DocumentOptions) -> bool:
    """May what an imported register said be told? It may name people whom nobody here knows."""
    return options.version is not DocumentVersion.SUMMARY and not options.roles_for_names


def _says_who(workshop: Workshop, options: DocumentOptions) -> bool:
    """May it be told who answered what? Only in the archive of a room that agreed to names."""
    named = workshop.brief.anonymity is Anonymity.NAMED and not options.roles_for_names
    return named and options.version is DocumentVersion.ARCHIVE


def may_be_named(cluster: Cluster, pile: Sequence[Fear]) -> bool:
    """May the pile's name be printed for everybody?

    Args:
        cluster: the pile.
        pile: all slips in it.
    """
    if cluster.released or all(is_released(fear) for fear in pile):
        return True
    return len(pile) >= FEWEST_IN_PILE and all(fear.kind is FearKind.OUTCOME for fear in pile)


def is_released(fear: Fear) -> bool:
    """May the words be printed for everybody? A slip that is held back never."""
    return fear.released and not fear.held_back


def unnamed_piles(workshop: Workshop) -> frozenset[ClusterId]:
    """The piles with slips in them whose names stay in the room."""
    piles = _piles(workshop)
    return frozenset(
        id_ for id_, pile in piles.items() if not may_be_named(workshop.clusters[id_], pile)
    )


def _piles(workshop: Workshop) -> Mapping[ClusterId, list[Fear]]:
    found: dict[ClusterId, list[Fear]] = {}
    for fear in workshop.fears.values():
        if fear.cluster is not None:
            found.setdefault(fear.cluster, []).append(fear)
    return found


def _without_notes(workshop: Workshop, *, keep: bool) -> Workshop:
    notes = tuple(workshop.stage_notes.values())
    if not keep:
        notes = tuple(replace(each, private="") for each in notes if each.passed_because.strip())
    return replace(
        workshop,
        stage_notes={each.id: each for each in notes},
        risks={id_: replace(each, hints_off=()) for id_, each in workshop.risks.items()},
        versions={id_: replace(each, snapshot="") for id_, each in workshop.versions.items()},
    )


def _for_others(workshop: Workshop) -> Workshop:
    """Without what only the facilitator keeps."""
    hidden = unnamed_piles(workshop)
    named = _piles(workshop).keys() - hidden
    closed = workshop.progress.round_closed
    return replace(
        workshop,
        fears={id_: _quiet(each, hidden) for id_, each in workshop.fears.items()},
        clusters={id_: each for id_, each in workshop.clusters.items() if id_ in named},
        scores={id_: each for id_, each in workshop.scores.items() if each.round <= closed},
        risks={id_: replace(each, ideas=()) for id_, each in workshop.risks.items()},
        responses={
            id_: replace(each, leverage_note="") for id_, each in workshop.responses.items()
        },
        ballots=workshop.ballots if workshop.progress.order_confirmed else {},
        review_scores=shown_scores(workshop),
    )


def _quiet(fear: Fear, hidden: frozenset[ClusterId]) -> Fear:
    """A fear that may be read by everybody: its words only if they were released."""
    changes: dict[str, Any] = {"held_back": False, "released": is_released(fear)}
    if fear.cluster in hidden:
        changes |= {"cluster": None}
    if not is_released(fear):
        changes |= {"text": "", "theme": "", "still_holds": False}
        if fear.disposition not in _SPOKEN or _repeats(fear):
            changes |= {"note": ""}
        if changes.get("cluster", fear.cluster) is None:
            changes |= {"kind": FearKind.OUTCOME}
    return replace(fear, **changes)


def _repeats(fear: Fear) -> bool:
    """Does the note say the person's words over again?"""
    words = _plain(fear.text)
    return bool(words) and words in _plain(fear.note)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _on_one_page(workshop: Workshop) -> Workshop:
    """Without what the summary does not print."""
    spoken = (OBJECTION, RESERVATION)
    return replace(
        workshop,
        fears={},
        clusters={},
        working_agreements={},
        discussion_notes={},
        order_moves={},
        duels={},
        amendments={},
        reviews={},
        review_entries={},
        review_scores={},
        outcomes={},
        stage_notes={},
        risks={id_: replace(each, fears=()) for id_, each in workshop.risks.items()},
        stances={
            id_: each if each.level in spoken else replace(each, comment="", acceptable_if="")
            for id_, each in workshop.stances.items()
            if each.round == workshop.progress.sign_off_round
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """One kind of thing that a document holds or leaves out.

    ``key`` names it and ``why`` the reason, both for ``viewmodels.inclusions`` to say; ``count``
    says how many there are.
    """

    key: str
    goes_in: bool
    why: str
    count: int


def inclusions(workshop: Workshop, options: DocumentOptions) -> tuple[Inclusion, ...]:
    """What goes into a document and what stays out, in the order of the document.

    Kinds of which the workshop has nothing are left out.
    """
    found = (
        *_about_people(workshop, options),
        *_about_fears(workshop, options),
        *_about_answers(workshop, options),
        *_about_decisions(workshop, options),
        *_about_follow_up(workshop, options),
    )
    return tuple(each for each in found if each.count)


def _always(key: str, count: int) -> Inclusion:
    return Inclusion(key=key, goes_in=True, why="always", count=count)


def _beyond_one_page(key: str, count: int, options: DocumentOptions) -> Inclusion:
    """Something that every version but the summary holds."""
    fits = options.version is not DocumentVersion.SUMMARY
    return Inclusion(key=key, goes_in=fits, why="version" if fits else "one_page", count=count)


def _for_archive(key: str, count: int, options: DocumentOptions, why: str) -> Inclusion:
    """Something that only the archive holds; ``why`` says why the others do not."""
    archive = options.version is DocumentVersion.ARCHIVE
    return Inclusion(key=key, goes_in=archive, why="archive" if archive else why, count=count)


def _about_people(workshop: Workshop, options: DocumentOptions) -> list[Inclusion]:
    people = sum(bool(each.name.strip()) for each in workshop.participants.values())
    hidden = options.roles_for_names
    found = [
        _always("aims", len(workshop.objectives) + len(workshop.even_over)),
        _beyond_one_page("people", people, options),
        Inclusion(
            key="names", goes_in=not hidden, why="roles" if hidden else "owners", count=people
        ),
    ]
    if hidden:
        in_texts = names_in_texts(published(workshop, replace(options, roles_for_names=False)))
        found.append(Inclusion(key="names_in_texts", goes_in=False, why="roles", count=in_texts))
    return found


def _about_fears(workshop: Workshop, options: DocumentOptions) -> list[Inclusion]:
    fears = workshop.fears.values()
    released = sum(map(is_released, fears))
    spoken = sum(each.disposition in _SPOKEN for each in fears)
    piles, unnamed = len(_piles(workshop)), len(unnamed_piles(workshop))
    return [
        _beyond_one_page("fears", len(fears), options),
        _beyond_one_page("released_words", released, options),
        _for_archive("unreleased_words", len(fears) - released, options, "not_released"),
        _beyond_one_page("named_piles", piles - unnamed, options),
        _for_archive("unnamed_piles", unnamed, options, "small_or_about_us"),
        _beyond_one_page("questions", spoken, options),
        _beyond_one_page("working_agreements", len(workshop.working_agreements), options),
    ]


def _about_answers(workshop: Workshop, options: DocumentOptions) -> list[Inclusion]:
    named = _says_who(workshop, options)
    closed = workshop.progress.round_closed
    still_open = sum(each.round > closed for each in workshop.scores.values())
    hidden = _hidden_groups(workshop)
    compared = workshop.brief.anonymity is not Anonymity.ANONYMOUS
    return [
        _always("order", len(workshop.risks)),
        _always("answers", len(workshop.scores) - still_open),
        _for_archive("open_answers", still_open, options, "round_open"),
        Inclusion(
            key="who_scored_what",
            goes_in=named,
            why="room_agreed" if named else "never_named",
            count=len(workshop.scores),
        ),
        Inclusion(
            key="groups",
            goes_in=compared,
            why="large_enough" if compared else "anonymous",
            count=len(workshop.groups) - len(hidden) if compared else len(workshop.groups),
        ),
        Inclusion(
            key="small_groups",
            goes_in=False,
            why="too_few_answers",
            count=len(hidden) if compared else 0,
        ),
        _beyond_one_page("heard", len(workshop.discussion_notes), options),
        _beyond_one_page("moves", len(workshop.order_moves), options),
    ]


def _hidden_groups(workshop: Workshop) -> frozenset[GroupId]:
    """The groups whose answers can be seen for no risk at all."""
    rows = group_exposures(workshop).values()
    return frozenset(workshop.groups) - {
        each.group for row in rows for each in row if not each.hidden
    }


def _about_decisions(workshop: Workshop, options: DocumentOptions) -> list[Inclusion]:
    ideas = sum(len(each.ideas) for each in workshop.risks.values())
    leverage = sum(bool(each.leverage_note.strip()) for each in workshop.responses.values())
    decided = sum(each.decision is not None for each in workshop.responses.values())
    return [
        _always("decisions", decided),
        _always("promises", len(workshop.mitigations)),
        _for_archive("ideas", ideas + leverage, options, "not_taken"),
        _register_notes(workshop, options),
    ]


def _register_notes(workshop: Workshop, options: DocumentOptions) -> Inclusion:
    why = "version"
    if not _has_register_notes(options):
        why = "other_names" if options.roles_for_names else "one_page"
    return Inclusion(
        key="register_notes",
        goes_in=why == "version",
        why=why,
        count=sum(bool(each.note.strip()) for each in workshop.risks.values()),
    )


def _about_follow_up(workshop: Workshop, options: DocumentOptions) -> list[Inclusion]:
    spoken = sum(
        each.level in (OBJECTION, RESERVATION) and each.round == workshop.progress.sign_off_round
        for each in workshop.stances.values()
    )
    notes = workshop.stage_notes.values()
    private = sum(bool(each.private.strip()) for each in notes)
    kept = options.version is DocumentVersion.ARCHIVE and options.private_notes
    return [
        _always("reservations", spoken),
        _beyond_one_page("amendments", len(workshop.amendments), options),
        _beyond_one_page("reviews", len(workshop.reviews), options),
        _beyond_one_page(
            "passed_stages", sum(bool(each.passed_because.strip()) for each in notes), options
        ),
        Inclusion(
            key="private_notes",
            goes_in=kept,
            why="ticked" if kept else "private",
            count=private,
        ),
    ]
