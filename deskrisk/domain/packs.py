"""Content packs: suggestions to start from, which never enter a workshop by themselves.

The declarations serve the reader, which checks a file against them, and the published schema.
"""

from dataclasses import dataclass

from deskrisk.domain.content import about, exactly, said
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.responses import Signal, Treatment

LEVELS = 5
"""An impact has five levels, and so has its list of anchors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCategory:
    """A kind of risk that a workshop may add to the four fixed ones."""

    id: str
    name: str = said(1, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningQuestion:
    """Read out when the room does not agree what the project is for."""

    id: str
    text: str = said(5, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFear:
    """Offered after the silent stage only: "did we forget one of these?"."""

    id: str
    kind: FearKind
    theme: str = said(2, 40)
    text: str = said(3, 200)
    risks: tuple[str, ...] = about("risks", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRisk:
    """A risk to start from. ``red_line`` suggests to ask whether it must not happen at all."""

    id: str
    category: str = said(2, 40)
    tags: tuple[str, ...] = ()
    title: str = said(3, 60)
    cause: str = said(5, 160)
    event: str = said(5, 160)
    consequence: str = said(5, 160)
    red_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMitigation:
    """A promise to start from; every one says how we would know."""

    id: str
    risks: tuple[str, ...] = about("risks")
    treatment: Treatment
    title: str = said(3, 80)
    effort_person_days: float | None = None
    signal: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class PackAgreement:
    """A working agreement to start from."""

    id: str
    themes: tuple[str, ...]
    text: str = said(5, 160)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEvenOver:
    """A trade-off to start from: more of one even over the other."""

    id: str
    more: str = said(3, 80)
    less: str = said(3, 80)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRole:
    """A role; ``guards`` are the kinds it looks after, a hint for the facilitator alone."""

    id: str
    name: str = said(2, 60)
    group: str = said(2, 40)
    guards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactAnchors:
    """What each of the five levels of impact looks like for one kind of risk, lowest first."""

    category: str = said(2, 40)
    levels: tuple[str, ...] = exactly(LEVELS)

    @property
    def id(self) -> str:
        """The key: one list a kind."""
        return self.category


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTrigger:
    """A first sign to start from, and what we do then."""

    id: str
    risks: tuple[str, ...] = about("risks")
    text: str = said(5, 160)
    fallback: str = said(5, 160)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything that one file offers, in its order."""

    id: str
    version: int
    language: str
    name: str = said(3, 80)
    note: str = ""
    categories: tuple[PackCategory, ...] = ()
    opening_questions: tuple[OpeningQuestion, ...] = ()
    fears: tuple[PackFear, ...] = ()
    risks: tuple[PackRisk, ...] = ()
    mitigations: tuple[PackMitigation, ...] = ()
    working_agreements: tuple[PackAgreement, ...] = ()
    even_over: tuple[PackEvenOver, ...] = ()
    roles: tuple[PackRole, ...] = ()
    impact_anchors: tuple[ImpactAnchors, ...] = ()
    triggers: tuple[PackTrigger, ...] = ()
