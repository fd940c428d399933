"""The page Name: slips come in in silence, are read aloud, and become piles."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.model.ids import ClusterId
from deskrisk.gui.stages.name.hearing import Hearing
from deskrisk.gui.stages.name.layout import NameLayout, Way
from deskrisk.gui.stages.name.offers import Offers
from deskrisk.gui.stages.name.passing import Passing
from deskrisk.gui.stages.name.reading import Ask
from deskrisk.gui.stages.name.sorting import Sorting
from deskrisk.gui.stages.name.typing import Typing
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.name import may_offer_pack, name_view
from deskrisk.viewmodels.scenes import Scene

NAMING, HEARING = "name_fears", "hear_and_group"
"""The steps of the method that the page has, by their keys in the script."""


class NamePage(StagePage):
    """Three ways of working, one after the other: type in, read aloud, make piles."""

    stage = Stage.NAME

    def build(self) -> None:
        """Make the widgets."""
        self._status = ""
        self._way = Way.TYPE
        self.parts = NameLayout(self.body)
        self.typing = Typing(self, self.parts)
        self.sorting = Sorting(self, self.parts)
        self.hearing = Hearing(self, self.parts.card, self.sorting)
        self.passing = Passing(self)
        self.offers = Offers(self)
        self._make_foot_buttons()
        self.parts.ways.chosen.connect(self.show_way)
        self._show_parts()

    def refresh(self, changes: Changes | None) -> None:
        """Show the workshop as it is."""
        view = name_view(self.meeting.workshop)
        self.parts.promise.setText(view.promise)
        self.typing.show_piles(view)
        self.parts.wall.show_wall(view)
        if self._way is Way.READ:
            self.hearing.refresh()
        self._show_foot()
        tab_as_read(self)
        self._status = view.note
        if not self._refused:
            self.say("")
        if changes is None:
            self.passing.take_up()

    @property
    def way(self) -> Way:
        """How one works on this page now."""
        return self._way

    def show_way(self, way: Way) -> None:
        """Work in another way; the wall shows what belongs to it."""
        self._way = way
        self._show_parts()
        self.refresh_way()
        self.put_on_wall()
        self.step_shown.emit(self.step() or NAMING)
        self.first_focus().setFocus()

    def step(self) -> str:
        """Hearing and grouping come after naming; the guide and the time follow."""
        return "" if self._way is Way.TYPE else HEARING

    def refresh_way(self) -> None:
        """Show what only this way shows."""
        if self._way is Way.READ:
            self.hearing.refresh()
        self._show_foot()
        tab_as_read(self)

    def put_on_wall(self) -> None:
        """The prompt behind the curtain, the fear being read, or the piles."""
        if self._way is Way.TYPE:
            self.typing.put_on_wall()
        elif self._way is Way.READ:
            self.hearing.put_on_wall()
        else:
            self.room.show(Scene.PILES, curtain=False)

    def first_focus(self) -> QWidget:
        """The field, the fear being read, or the wall."""
        return {
            Way.TYPE: self.parts.field,
            Way.READ: self.parts.card,
            Way.PILES: self.parts.wall,
        }[self._way]

    def take_in_hand(self, thing: object) -> None:
        """Do what a line of the menus asks for, or show a fear among the piles."""
        acts = {
            "slips.pass": self.passing.begin,
            "slips.import": self.offers.import_file,
        }
        act = acts.get(str(thing))
        if act is not None:
            act()
        elif thing in self.meeting.workshop.fears:
            self.show_way(Way.PILES)
            self.parts.wall.show_current(str(thing))

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line; with nothing to say, how many slips are in."""
        super().say(text or self._status, tone)

    def pile_of(self, digit: int) -> ClusterId | None:
        """The pile of a digit, 1 to 9; None for none."""
        names = name_view(self.meeting.workshop).pile_names  # the first one is "no pile"
        return names[digit][0] if 0 < digit < len(names) else None

    def leave_wall(self) -> None:
        """Escape on the wall: back to the field, where there is one."""
        (self.parts.field if self._way is Way.TYPE else self.parts.ways).setFocus()

    def go_on(self) -> None:
        """Hear what was typed in, make piles of what was heard, recast what lies in piles."""
        following = {Way.TYPE: Way.READ, Way.READ: Way.PILES}.get(self._way)
        if following is None:
            self.go_to.emit(Stage.RECAST)
        else:
            self.show_way(following)

    def _make_foot_buttons(self) -> None:
        self._forgot = LinkButton(_("Did we forget one?"), name="forgot")
        self._forgot.clicked.connect(lambda _on=False: self.offers.offer_pack())
        self._bring = LinkButton("", name="bring_in")
        self._bring.clicked.connect(lambda _on=False: self._bring_in())
        self._park = LinkButton(_("Park this"), "P", name="park_reading")
        self._park.clicked.connect(lambda _on=False: self.parts.card.ask(Ask.PARK))
        self._hold = LinkButton(_("Hold this slip back"), "H", name="hold_back")
        self._hold.clicked.connect(lambda _on=False: self._hold_back())
        for button in (self._bring, self._forgot, self._park, self._hold):
            self.foot.addWidget(button)
        self._next = self.set_primary("", self.go_on)

    def _show_parts(self) -> None:
        self.parts.show_way(self._way)
        self._next.set_words(
            {
                Way.TYPE: _("Hear them"),
                Way.READ: _("Make piles"),
                Way.PILES: _("Recast them"),
            }[self._way]
        )

    def _show_foot(self) -> None:
        mode = self.meeting.workshop.brief.input_fears
        words = {
            InputMode.PAPER: _("Print slips"),
            InputMode.PASS: _("Pass it round"),
            InputMode.IMPORT: _("Import a file"),
        }.get(mode, "")
        typing = self._way is Way.TYPE
        self._bring.set_words(words)
        self._bring.setVisible(typing and bool(words))
        self._hold.setVisible(self._way is not Way.TYPE)
        self._park.setVisible(self._way is Way.READ)
        self._forgot.setVisible(not typing and may_offer_pack(self.meeting.workshop))

    def _bring_in(self) -> None:
        act = {
            InputMode.PAPER: self.offers.print_slips,
            InputMode.PASS: self.passing.begin,
            InputMode.IMPORT: self.offers.import_file,
        }.get(self.meeting.workshop.brief.input_fears)
        if act is not None:
            act()

    def _hold_back(self) -> None:
        if self._way is Way.READ:
            self.hearing.hold_back()
        else:
            self.sorting.hold_back(self.parts.wall.marked())

    def _pack_refused(self) -> str:
        if not may_offer_pack(self.meeting.workshop):
            return _("First the room in silence, then the list of others.")
        return _("First finish typing in: Ctrl+2.") if self._way is Way.TYPE else ""

    page_actions: ClassVar = (
        PageAction("name.type", N_("Type slips in"), "Ctrl+1", lambda p: p.show_way(Way.TYPE)),
        PageAction("name.read", N_("Read slips aloud"), "Ctrl+2", lambda p: p.show_way(Way.READ)),
        PageAction("name.piles", N_("Make piles"), "Ctrl+3", lambda p: p.show_way(Way.PILES)),
        PageAction(
            "name.forgot",
            N_("Did we forget one of these? …"),
            "",
            lambda p: p.offers.offer_pack(),
            lambda p: p._pack_refused(),  # noqa: SLF001  our own page
        ),
    )
    page_keys: ClassVar = (
        PageKey(N_("The last slip again"), "Up"),
        PageKey(N_("Next prompt on the wall"), "PgDown"),
        PageKey(N_("New slips about us, or about the work"), "Alt+K"),
        PageKey(N_("The pile of new slips, or of the marked ones"), "Alt+1"),
        PageKey(N_("Next fear to read, or back"), "Right"),
        PageKey(N_("Next slip on the wall, row by row"), "Ctrl+Down"),
        PageKey(N_("Mark a slip"), "Space"),
        PageKey(N_("Mark all slips"), "Ctrl+A"),
        PageKey(N_("A pile of the marked slips"), "Ctrl+G"),
        PageKey(N_("The marked slips out into a pile of their own"), "Ctrl+Shift+G"),
        PageKey(N_("The marked slips to a pile by number or name"), "M"),
        PageKey(N_("Two piles into one"), "Ctrl+M"),
        PageKey(N_("The marked slips say the same as the one in hand"), "D"),
        PageKey(N_("Same slips apart again"), "Shift+D"),
        PageKey(N_("Park what is argued about"), "P"),
        PageKey(N_("Agree on something for a slip about us"), "A"),
        PageKey(N_("Keep a question for a slip about us"), "Q"),
        PageKey(N_("A slip about us was heard"), "Y"),
        PageKey(N_("Edit a slip or the name of a pile"), "F2"),
        PageKey(N_("Remove the marked slips"), "Delete"),
        PageKey(N_("The marked slips about us, or about the work"), "K"),
        PageKey(N_("Hold the marked slips back, or no longer"), "H"),
        PageKey(N_("A pile to the left or to the right"), "Alt+Right"),
    )
