"""What is due in a workshop, and when: promises, looks at risks, reviews, a meeting to come."""

from collections.abc import Iterator

from deskrisk.domain.due import DueItem, DueKind
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.responses import Decision, Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.reviews import latest_review, next_review_date

_SETTLED = (MitigationStatus.VERIFIED, MitigationStatus.DROPPED)


def due_items(workshop: Workshop, stage: Stage) -> tuple[DueItem, ...]:
    """Everything that has a day and is not settled, the earliest first.

    Args:
        workshop: with its promises, responses and reviews.
        stage: the furthest that it has reached.
    """
    if stage is Stage.PREPARE:
        return (DueItem(day=workshop.brief.held_on, kind=DueKind.MEETING),)
    found = (*_promises(workshop), *_looks(workshop), *_whole(workshop, stage))
    return tuple(sorted(found, key=lambda each: (each.day, each.kind.value, each.subject)))


def _promises(workshop: Workshop) -> Iterator[DueItem]:
    for promise in workshop.mitigations.values():
        if promise.due is not None and promise.status not in _SETTLED:
            done = promise.status is MitigationStatus.DONE_UNVERIFIED
            yield DueItem(
                day=promise.due,
                kind=DueKind.UNPROVEN if done else DueKind.PROMISE,
                subject=promise.id,
                title=_promise_title(promise),
                who=_name(workshop, promise.owner),
            )


def _looks(workshop: Workshop) -> Iterator[DueItem]:
    last = latest_review(workshop)
    for response in workshop.responses.values():
        day = response.review_date
        if day is None or (last is not None and day <= last.held_on):
            continue
        risk = workshop.risks.get(response.risk)
        accepted = response.decision is Decision.ACCEPT
        yield DueItem(
            day=day,
            kind=DueKind.ACCEPTED if accepted else DueKind.RISK,
            subject=response.risk,
            title="" if risk is None else risk.title or risk.event,
            who=_name(workshop, response.owner),
        )


def _whole(workshop: Workshop, stage: Stage) -> Iterator[DueItem]:
    progress, last = workshop.progress, latest_review(workshop)
    if progress.adjourned_to is not None and stage is not Stage.FOLLOW_UP:
        yield DueItem(day=progress.adjourned_to, kind=DueKind.ADJOURNED)
    day = progress.next_review
    if day is None or (last is not None and day <= last.held_on):
        day = next_review_date(workshop) if stage is Stage.FOLLOW_UP else None
    if day is not None:
        yield DueItem(day=day, kind=DueKind.REVIEW)


def _promise_title(promise: Mitigation) -> str:
    return promise.title or promise.description


def _name(workshop: Workshop, id_: ParticipantId | None) -> str:
    person = None if id_ is None else workshop.participants.get(id_)
    return "" if person is None else person.name
