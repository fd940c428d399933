"""Scripts that cannot be printed, in a sentence each: for the dialog before a document."""

from deskrisk.i18n import N_, _, ngettext

_SCRIPTS = {
    "cjk": N_("Chinese characters"),
    "hiragana": N_("Japanese"),
    "katakana": N_("Japanese"),
    "hangul": N_("Korean"),
    "arabic": N_("Arabic"),
    "hebrew": N_("Hebrew"),
    "devanagari": N_("Devanagari"),
    "thai": N_("Thai"),
    "signs": N_("signs and pictures"),
}


def script_sentence(script: str, characters: int, example: str, *, missing: bool) -> str:
    """What becomes of the characters of a script, with a few of them.

    Args:
        script: its Unicode name in small letters.
        characters: how many there are, 1 or more.
        example: a few of them.
        missing: substitutes stand for them; else they are printed letter by letter.
    """
    name = _(_SCRIPTS[script]) if script in _SCRIPTS else script.title()
    if missing:
        said = ngettext(
            "{name} ({example}): {count} character cannot be printed, a substitute stands for it.",
            "{name} ({example}): {count} characters cannot be printed, substitutes stand for them.",
            characters,
        )
    else:
        said = ngettext(
            "{name} ({example}): {count} character is printed from left to right.",
            "{name} ({example}): {count} characters are printed from left to right.",
            characters,
        )
    return said.format(name=name, example=example, count=characters)
