"""The laptop goes round: the page opens the booth, and puts the slips on the wall at its end."""

from typing import TYPE_CHECKING

from deskrisk.domain.errors import DeskError
from deskrisk.gui.dialogs.ask import ask
from deskrisk.gui.stages.name.booth import Booth
from deskrisk.gui.stages.name.layout import Way
from deskrisk.i18n import _, ngettext
from deskrisk.services.booth import (
    FEWEST_HANDS,
    open_box,
    seal_slip,
    sealed_count,
    slips_are_safe,
)
from deskrisk.viewmodels.booth import booth_view, trouble_words
from deskrisk.viewmodels.problems import sentence

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.page import NamePage


class Passing:
    """The rounds of the laptop."""

    def __init__(self, page: "NamePage") -> None:
        self._page = page
        self.booth: Booth | None = None

    def begin(self) -> None:
        """Cover the wall, and open the booth over the whole screen."""
        if self.booth is not None:
            self.booth.activateWindow()
            return
        self._page.show_way(Way.TYPE)  # the prompt, behind the curtain
        window = self._page.window()
        self.booth = Booth(booth_view(self._page.meeting.workshop), self._seal, window)
        self.booth.trouble = self._trouble
        self.booth.ended.connect(self._end)
        self.booth.open_over(window)

    def take_up(self) -> None:
        """Put slips on the wall that a crash has left in the box."""
        if self.booth is None and sealed_count(self._page.meeting):
            self._open_box(
                ngettext(
                    "{count} sealed slip was still in the box. It is on the wall now.",
                    "{count} sealed slips were still in the box. They are on the wall now.",
                    sealed_count(self._page.meeting),
                )
            )

    def _trouble(self) -> str:
        return trouble_words(safe=slips_are_safe(self._page.meeting))

    def _seal(self, text: str, about_us: bool) -> str:  # noqa: FBT001  what the booth calls
        try:
            seal_slip(self._page.meeting, text, about_us=about_us)
        except DeskError as problem:
            return sentence(problem)
        return ""

    def _end(self) -> None:
        booth = self.booth
        if booth is None or (0 < booth.hands < FEWEST_HANDS and self._goes_on(booth)):
            return
        self.booth = None
        booth.leave()
        self._page.window().activateWindow()
        self._page.first_focus().setFocus()
        self._open_box(
            ngettext(
                "{count} sealed slip is on the wall.",
                "{count} sealed slips are on the wall.",
                sealed_count(self._page.meeting),
            )
        )

    def _goes_on(self, booth: Booth) -> bool:
        answer = ask(
            booth,
            _("Fewer than three people have written"),
            _("Of so few slips people can guess whose they are. Let somebody else write, too."),
            (("on", _("Let it go on")), ("end", _("End the round"))),
        )
        return answer != "end"

    def _open_box(self, words: str) -> None:
        count = self._page.attempt(lambda: open_box(self._page.meeting))
        if count:
            self._page.say(words.format(count=count), "good")
        elif count == 0:
            self._page.say(_("No slip was sealed."), "hint")
