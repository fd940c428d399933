"""How far the room agrees on the whole list, in a line of plain words.

Shown beside the spread and printed in the method note.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.agreement import ListAgreement, Strength, group_agreements, list_agreement
from deskrisk.domain.exposures import FINAL
from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import N_, _, ngettext

# Here and not with the other words: those are read before the first window, and this is not.
_STRENGTH_WORDS: Mapping[Strength, str] = {
    Strength.WEAK: N_("weak"),
    Strength.FAIR: N_("fair"),
    Strength.GOOD: N_("good"),
    Strength.STRONG: N_("strong"),
}

_PLAIN_WORDS: Mapping[Strength, str] = {
    Strength.WEAK: N_("Hardly"),
    Strength.FAIR: N_("In part"),
    Strength.GOOD: N_("Largely"),
    Strength.STRONG: N_("Nearly"),
}
"""Does everybody put the risks in the same order?"""

ONE_VOICE = (Strength.GOOD, Strength.STRONG)
"""A group that agrees so far inside speaks with one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVoice:
    """How far one group agrees inside: its name, the word, and whether it has one voice."""

    group: GroupId
    name: str
    word: str
    one_voice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """How far the room agrees on the order.

    ``word`` is empty for "too little to compare"; ``figure`` is Kendall's W, e.g. ``"0.27"``.
    ``caption`` is one sentence, ``basis`` says what it rests on and what was left out. ``plain``
    answers the same for somebody who has never heard of such a figure.
    """

    word: str
    figure: str
    groups: tuple[GroupVoice, ...]
    caption: str
    basis: str
    plain: str


def agreement_view(workshop: Workshop, round_: int = FINAL) -> AgreementView:
    """How far the room agrees on the order, overall and within its groups.

    Args:
        workshop: where the scores are.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word.
    """
    overall = list_agreement(workshop, round_)
    groups = tuple(
        _voice(workshop, group, each)
        for group, each in group_agreements(workshop, round_).items()
        if each.strength is not None
    )
    word = "" if overall.strength is None else _(_STRENGTH_WORDS[overall.strength])
    return AgreementView(
        word=word,
        figure="" if overall.w is None else f"{overall.w:.2f}",
        groups=groups,
        caption=_caption(word, groups),
        basis=_basis(overall),
        plain=_plain(overall, groups),
    )


def _voice(workshop: Workshop, group: GroupId, each: ListAgreement) -> GroupVoice:
    strength = each.strength or Strength.WEAK
    return GroupVoice(
        group=group,
        name=workshop.groups[group].name,
        word=_(_STRENGTH_WORDS[strength]),
        one_voice=strength in ONE_VOICE,
    )


def _caption(word: str, groups: Sequence[GroupVoice]) -> str:
    if not word:
        return _("There is too little to compare.")
    if not groups:
        return _("Agreement on the order is {word}.").format(word=word)
    inside = _(", ").join(
        _("{word} inside {group}").format(group=each.name, word=each.word) for each in groups
    )
    first = _("Agreement on the order is {word} overall, {inside}.").format(
        word=word, inside=inside
    )
    return f"{first} {_voices(groups)}"


def _plain(overall: ListAgreement, groups: Sequence[GroupVoice]) -> str:
    """Would everybody put the risks in the same order? In the words of the room."""
    if overall.w is None or overall.strength is None:
        return _("There is too little to say whether we put the risks in the same order.")
    said = _(
        "Do we all put the risks in the same order? {word}: {figure}, where 0 is no common order "
        "and 1 is the same order for everybody."
    ).format(word=_(_PLAIN_WORDS[overall.strength]), figure=f"{overall.w:.2f}")
    return f"{said} {_voices(groups)}" if groups else said


def _voices(groups: Sequence[GroupVoice]) -> str:
    """Who speaks with one voice and who does not, in one line."""
    one = [each.name for each in groups if each.one_voice]
    others = [each.name for each in groups if not each.one_voice]
    said = {"one": _(", ").join(one), "others": _(", ").join(others)}
    if not one:
        return ngettext(
            "{others} does not speak with one voice.",
            "None of them speaks with one voice: {others}.",
            len(others),
        ).format(**said)
    if not others:
        return ngettext(
            "{one} speaks with one voice.", "Each of them speaks with one voice: {one}.", len(one)
        ).format(**said)
    return ngettext(
        "{one} speaks with one voice, {others} does not.",
        "{one} each speak with one voice, {others} does not.",
        len(one),
    ).format(**said)


def _basis(overall: ListAgreement) -> str:
    people = ngettext("{count} person", "{count} people", len(overall.people)).format(
        count=len(overall.people)
    )
    risks = ngettext("{count} risk", "{count} risks", len(overall.risks)).format(
        count=len(overall.risks)
    )
    left_out = len(overall.people_left_out)
    if not left_out:
        return _("{people}, {risks}").format(people=people, risks=risks)
    without = ngettext(
        "{count} person scored too few to count here",
        "{count} people scored too few to count here",
        left_out,
    ).format(count=left_out)
    return _("{people}, {risks}; {without}").format(people=people, risks=risks, without=without)
