"""All keys by menu and page, gathered from where they are declared."""

from importlib import import_module

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.menus import MENUS, OTHER_KEYS, entry_words, native_keys, written_keys
from deskrisk.gui.stages import PAGES
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.viewmodels.shortcuts import KeySection
from deskrisk.viewmodels.words import said


def key_sections() -> tuple[KeySection, ...]:
    """The sheet of shortcuts: the menus, what is the same on every page, then the pages."""
    menus = tuple(
        KeySection(
            _(name),
            tuple((entry_words(each), native_keys(each)) for each in entries if each.keys),
        )
        for name, entries in MENUS
    )
    others = tuple((_(words), written_keys(keys)) for words, keys in OTHER_KEYS)
    pages = tuple(page_section(stage) for stage in Stage)
    found = (*menus, KeySection(_("On every page"), others), *pages)
    return tuple(each for each in found if each.rows)


def page_section(stage: Stage) -> KeySection:
    """The keys of the page of one stage."""
    page = page_class(stage)
    actions = ((each.words, each.keys) for each in page.page_actions if each.keys)
    others = ((each.words, each.keys) for each in page.page_keys)
    rows = tuple((_(words), written_keys(keys)) for words, keys in (*actions, *others))
    return KeySection(said(stage), rows)


def page_class(stage: Stage) -> type[StagePage]:
    """The class of a stage's page; it is loaded if it was not."""
    place, _colon, name = PAGES[stage].partition(":")
    found: type[StagePage] = getattr(import_module(place), name)
    return found
