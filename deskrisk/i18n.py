"""Text for people: the one translation function of every room.

Only gettext of the standard library, so that charts, reports and the command line need no Qt.
English is the language of the source; another language is a folder under ``resources/locale``.
"""

import gettext as _gettext
from pathlib import Path

_DOMAIN = "deskrisk"
_active: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"
_TAGS = {"en": "en-GB"}


def use_language(language: str, folder: Path) -> None:
    """Speak a language from now on; texts it does not have stay English.

    Args:
        language: a code such as ``"en"`` or ``"de"``.
        folder: the folder that holds ``<language>/LC_MESSAGES/deskrisk.mo``.
    """
    global _active, _language  # noqa: PLW0603  one language a process, chosen once at the start
    _language = language
    _active = _gettext.translation(_DOMAIN, folder, [language], fallback=True)


def language() -> str:
    """The code of the language that is spoken, e.g. ``"en"``."""
    return _language


def language_tag() -> str:
    """The language as a document names it, with its country where one is meant: ``"en-GB"``."""
    return _TAGS.get(_language, _language)


def _(text: str) -> str:
    """Give the text in the user's language."""
    return _active.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Give the form of the text that fits the count."""
    return _active.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802  gettext's own name for "translate later"
    """Mark a text for translation where it is declared; ``_`` translates it where it is shown."""
    return text
