"""Papers for the room from the menu: where to, write it aside, offer to open it."""

from datetime import UTC, datetime

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from deskrisk.gui.aside import write_aside
from deskrisk.gui.dialogs.ask import ask
from deskrisk.gui.dialogs.files import ask_new_file
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.services.printing import paper_of, print_paper


def print_one(page: StagePage, key: str) -> None:
    """Ask where a paper goes and write it.

    Args:
        page: the page that says how it went.
        key: of one of ``services.printing.PAPERS``.
    """
    workshop, paper = page.meeting.workshop, paper_of(key)
    heading = _(paper.label).rstrip(" \N{HORIZONTAL ELLIPSIS}")
    name = _(paper.name).format(title=workshop.brief.title)
    path = ask_new_file(page, heading, _("Papers as PDF"), name, ".pdf")
    if path is None:
        return
    now = datetime.now(UTC).astimezone()

    def offer() -> None:
        answer = ask(
            page.window(),
            _("It is written"),
            str(path),
            (("done", _("Done")), ("open", _("Open it"))),
        )
        if answer == "open":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    write_aside(page, path.name, lambda: print_paper(key, workshop, path, now=now), offer)
