"""What is missing for an agreement, counted at the foot of the desk and shown by one key."""

from PySide6.QtCore import QObject

from deskrisk.gui.desk.pages import PageStack
from deskrisk.gui.desk.places import go_to_place
from deskrisk.gui.desk.status import StatusLine
from deskrisk.gui.dialogs.gap_check import check_gaps
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.gaps import gap_view


class Gaps(QObject):
    """The gap check of one desk."""

    def __init__(self, meeting: Meeting, pages: PageStack, status: StatusLine) -> None:
        super().__init__(pages)
        self._meeting, self._pages, self._status = meeting, pages, status
        status.gaps_wanted.connect(self.open)

    def show_count(self) -> None:
        """Say at the foot how much is missing."""
        view = gap_view(self._meeting.workshop)
        self._status.show_gaps(view.note, view.heading)

    def open(self) -> None:
        """Show what is missing; a chosen line leads to the place where it is mended."""
        flush_fields(self._pages)
        check_gaps(
            self._pages.window(),
            gap_view(self._meeting.workshop),
            lambda place: go_to_place(self._pages, place),
        )
