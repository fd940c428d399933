"""What the palette offers on the desk and at home: actions and places, never a fear."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.parts import in_order
from deskrisk.domain.stages import STAGES, stage_reached
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.menus import MENUS, SUBMENUS, Entry, native_keys, written_keys
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.palette import Offer
from deskrisk.viewmodels.words import said

RISK, PERSON, WORKSHOP, PRIMARY = "risk:", "person:", "workshop:", "page.primary"
_KINDS = {"theme": N_("Theme")}
"""Groups of lines whose words alone would say too little."""

_NOT_LISTED = {*(each.key for each in SUBMENUS), "help.palette"}
_TAKES_RISK = (Stage.RECAST, Stage.RANK, Stage.RESPOND, Stage.FOLLOW_UP)


def desk_offers(desk: DeskWindow, held: QWidget | None) -> tuple[Offer, ...]:
    """Everything that can be done and gone to from the desk; ``held`` has the focus."""
    page = desk.pages.page()
    on_page = tuple(_page_offers(page)) if page is not None else ()
    refused = {key: _why_not(desk, key, held) for key in desk.actions_by_key}
    menus = menu_offers(desk.actions_by_key, refused)
    return (*on_page, *menus, *_risk_offers(desk), *_person_offers(desk))


def home_offers(
    actions: Mapping[str, QAction], rows: Sequence[LibraryRow], *, chosen: bool
) -> tuple[Offer, ...]:
    """Everything that can be done and opened from the list of workshops."""
    needs = "" if chosen else _("No workshop is chosen.")
    about_one = ("file.export", "file.export_again", "file.remove", "file.archive")
    refused = dict.fromkeys(about_one, needs)
    workshops = (
        Offer(
            key=f"{WORKSHOP}{row.id}",
            words=row.title,
            kind=_("Workshop"),
            wanted_for=f"{_('open')} {row.project}",
            asked=True,
        )
        for row in rows
    )
    return (*menu_offers(actions, refused), *workshops)


def menu_offers(actions: Mapping[str, QAction], refused: Mapping[str, str]) -> tuple[Offer, ...]:
    """The lines of a window's menus, with the reasons why some cannot be chosen now."""
    return tuple(
        _menu_offer(_(name), entry, actions[entry.key], refused.get(entry.key, ""))
        for name, entries in MENUS
        for entry in entries
        if entry.key in actions and entry.key not in _NOT_LISTED
    )


def do_offer(desk: DeskWindow, key: str) -> bool:
    """Do what was chosen on the desk.

    Returns:
        False for a line of the menus, which is for whoever answers them.
    """
    page = desk.pages.page()
    if key == PRIMARY and page is not None:
        page.press_primary()
    elif key.startswith(RISK):
        _go_to_risk(desk, RiskId(key.removeprefix(RISK)))
    elif key.startswith(PERSON):
        desk.pages.lead_to(Stage.PREPARE, ParticipantId(key.removeprefix(PERSON)))
    else:
        action = (
            next((each for each in page.page_actions if each.key == key), None) if page else None
        )
        if page is None or action is None:
            return False
        page.do_action(action)
    return True


def _menu_offer(menu: str, entry: Entry, action: QAction, refused: str) -> Offer:
    reason = refused or ("" if action.isEnabled() else action.statusTip() or _("Not now."))
    stage = entry.key.removeprefix("stage.") in {each.value for each in Stage}
    return Offer(
        key=entry.key,
        words=action.text().replace("&&", "&"),
        kind=_("Stage") if stage else _(_KINDS[entry.group]) if entry.group in _KINDS else menu,
        keys=native_keys(entry),
        refused=reason,
        wanted_for=_("go to") if stage else menu,
    )


def _page_offers(page: StagePage) -> Iterator[Offer]:
    here = said(page.stage)
    primary = page.primary_button()
    if primary is not None:
        keys = written_keys("Ctrl+Return")
        yield Offer(key=PRIMARY, words=primary.words(), kind=here, keys=keys)
    for each in page.page_actions:
        yield Offer(
            key=each.key,
            words=_(each.words),
            kind=here,
            keys=written_keys(each.keys) if each.keys else "",
            refused=each.refused(page),
        )


def _risk_offers(desk: DeskWindow) -> Iterator[Offer]:
    for risk in in_order(desk.meeting.workshop.risks, by="number"):
        title = risk.title.strip() or risk.event.strip()
        if title:
            yield Offer(
                key=f"{RISK}{risk.id}",
                words=title,
                kind=_("Risk"),
                wanted_for=f"{_('go to risk')} {risk.number}",
                asked=True,
            )


def _person_offers(desk: DeskWindow) -> Iterator[Offer]:
    for person in in_order(desk.meeting.workshop.participants):
        yield Offer(
            key=f"{PERSON}{person.id}",
            words=person.name,
            kind=_("Person"),
            wanted_for=_("go to person"),
            asked=True,
        )


def _why_not(desk: DeskWindow, key: str, held: QWidget | None) -> str:
    kind, _dot, name = key.partition(".")
    if key == "edit.undo":
        return "" if desk.meeting.next_undo is not None else _("Nothing to take back yet.")
    if key == "edit.redo":
        return "" if desk.meeting.next_redo is not None else _("Nothing was taken back.")
    if kind == "edit":
        method = "selectAll" if name == "select_all" else name
        return "" if callable(getattr(held, method, None)) else _("No text has the focus.")
    at = desk.pages.stage()
    if key == "stage.next" and at is STAGES[-1]:
        return _("This is the last page.")
    if key == "stage.before" and at is STAGES[0]:
        return _("This is the first page.")
    return ""


def _go_to_risk(desk: DeskWindow, risk: RiskId) -> None:
    """Show a risk on the page that is open, where it shows risks; else where the work on it is."""
    here = desk.pages.stage()
    reached = STAGES.index(stage_reached(desk.meeting.workshop))
    usual = Stage.RESPOND if reached >= STAGES.index(Stage.RESPOND) else Stage.RECAST
    desk.pages.lead_to(here if here in _TAKES_RISK else usual, risk)
