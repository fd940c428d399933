"""What comes from outside of the room or goes to paper: files, slips, the list of others."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from deskrisk.gui.aside import write_aside
from deskrisk.gui.dialogs.ask import ask, tell
from deskrisk.gui.dialogs.files import ask_fear_file, ask_slips
from deskrisk.gui.dialogs.pack import ask_forgotten
from deskrisk.i18n import _, ngettext
from deskrisk.services.fear_files import import_fears, read_fear_file
from deskrisk.services.fears import take_from_pack
from deskrisk.services.packs import known_packs
from deskrisk.services.printing import print_paper
from deskrisk.viewmodels.fear_lists import preview_words
from deskrisk.viewmodels.pack_fears import offered_fears
from deskrisk.viewmodels.problems import sentence

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.page import NamePage


class Offers:
    """Asks for files and choices, and says what came of it."""

    def __init__(self, page: "NamePage") -> None:
        self._page = page

    def print_slips(self) -> None:
        """Write sheets of slips to be cut, and offer to open them."""
        page = self._page
        path = ask_slips(page.window(), page.meeting.workshop.brief.title)
        if path is None:
            return
        now, workshop = datetime.now(UTC).astimezone(), page.meeting.workshop
        write_aside(
            page,
            path.name,
            lambda: print_paper("slips", workshop, path, now=now),
            lambda: self._offer_slips(path),
        )

    def _offer_slips(self, path: Path) -> None:
        page = self._page
        answer = ask(
            page.window(),
            _("The slips are written"),
            str(path),
            (("done", _("Done")), ("open", _("Open them"))),
        )
        if answer == "open":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def import_file(self) -> None:
        """Read a list of fears, say how many there are, and put all of them on the wall."""
        page = self._page
        path = ask_fear_file(page.window())
        texts = page.attempt(lambda: read_fear_file(path)) if path is not None else None
        if not texts:
            return
        answer = ask(
            page.window(),
            preview_words(texts),
            _("All of them come to the wall, shuffled; undo takes them back in one step."),
            (("no", _("Leave them")), ("all", _("Put them on the wall"))),
        )
        if answer == "all":
            count = page.attempt(lambda: import_fears(page.meeting, texts))
            if count:
                words = ngettext("{count} fear came in.", "{count} fears came in.", count)
                page.say(words.format(count=count), "good")

    def offer_pack(self) -> None:
        """Offer the fears that others had, after the silence."""
        page = self._page
        shelf = known_packs()
        if shelf.faults:
            told = "\n\n".join(sentence(fault) for fault in shelf.faults)
            tell(page.window(), _("A pack of your own has a mistake"), told, _("Close"))
        offered = offered_fears(page.meeting.workshop, shelf.packs)
        if not offered:
            tell(page.window(), _("There is nothing more on the list"), "", _("Close"))
            return
        taken = ask_forgotten(page.window(), offered)
        if taken:
            page.attempt(lambda: take_from_pack(page.meeting, taken))
