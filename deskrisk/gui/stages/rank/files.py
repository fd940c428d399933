"""What goes to paper or to a file and comes back: sheets to print, the table to fill in."""

from datetime import UTC, datetime
from pathlib import Path

from deskrisk.domain.sheets import Sheet
from deskrisk.gui.aside import write_aside
from deskrisk.gui.dialogs.files import ask_new_file, ask_table
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _, ngettext
from deskrisk.services import sheets as services
from deskrisk.services.scores import hand_in


def print_sheets(page: StagePage, round_: int, *, named: bool) -> None:
    """Write the sheets of a round as a PDF to print."""
    workshop = page.meeting.workshop
    name = _("Sheets {title}").format(title=workshop.brief.title)
    path = ask_new_file(page, _("Print the sheets"), _("Sheets as PDF"), name, ".pdf")
    if path is not None:
        now = datetime.now(UTC).astimezone()
        write_aside(
            page,
            path.name,
            lambda: services.write_score_sheets(
                workshop, path, now=now, named=named, round_=round_
            ),
            _nothing_more,
        )


def print_ballots(page: StagePage) -> None:
    """Write blank ballots as a PDF to print."""
    workshop = page.meeting.workshop
    name = _("Ballots {title}").format(title=workshop.brief.title)
    path = ask_new_file(page, _("Print the ballots"), _("Ballots as PDF"), name, ".pdf")
    if path is not None:
        now = datetime.now(UTC).astimezone()
        write_aside(
            page,
            path.name,
            lambda: services.write_ballot_sheets(workshop, path, now=now),
            _nothing_more,
        )


def write_table(page: StagePage, round_: int) -> None:
    """Write the table to be filled in before the meeting."""
    workshop = page.meeting.workshop
    name = _("Answers {title}").format(title=workshop.brief.title)
    path = ask_new_file(page, _("Write the table"), _("Table to fill in"), name, ".csv")
    if path is not None:
        _tell(page, path, page.attempt(lambda: services.write_table(workshop, path, round_=round_)))


def read_table(page: StagePage, round_: int) -> bool:
    """Read a filled-in table: all of it is taken, or nothing; True if it was."""
    path = ask_table(page)
    if path is None:
        return False

    def taken() -> tuple[Sheet, ...]:
        found = services.read_table(page.meeting.workshop, path, round_=round_)
        hand_in(page.meeting, found, round_=round_, origin=page)
        return found

    sheets = page.attempt(taken)
    if sheets is None:
        return False
    words = ngettext("{count} sheet came in.", "{count} sheets came in.", len(sheets))
    page.say(words.format(count=len(sheets)), "good")
    return True


def _nothing_more() -> None:
    """That the file is written has been said."""


def _tell(page: StagePage, path: Path, done: object) -> None:
    if done is not None:
        page.say(_("{name} is written.").format(name=path.name), "good")
