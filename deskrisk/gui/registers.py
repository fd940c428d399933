"""A risk register comes into the workshop on the desk, or becomes a workshop of its own."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deskrisk.domain.model.brief import Brief, Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.files import ask_register_file
from deskrisk.gui.tasks import finished
from deskrisk.i18n import _, ngettext
from deskrisk.services.brief import edit_brief
from deskrisk.services.meeting import Meeting

if TYPE_CHECKING:
    from deskrisk.domain.register_rows import TakenRisk
    from deskrisk.gui.program import Program


def bring_in_register(program: "Program", path: Path | None = None) -> None:
    """Ask for a register and what its columns are, and take it in as one step.

    Args:
        program: whose desk it comes to; without one a new workshop is begun with it.
        path: the file; None to ask for one.
    """
    # Most starts never import a register.
    from deskrisk.gui.dialogs.register import ask_register  # noqa: PLC0415
    from deskrisk.services.registers import import_register, read_register  # noqa: PLC0415

    path = path or ask_register_file(program.window())
    if path is None:
        return
    tables = program.attempt(lambda: finished(lambda: read_register(path)))
    if tables is None:
        return
    desk = program.desk
    if desk is not None:
        desk.hand_over()
    held = _empty(path.stem) if desk is None else desk.meeting.workshop
    found = ask_register(program.window(), held, tables, path)
    if found is None:
        return
    risks, rated_by = found
    if desk is None:
        program.start_workshop(lambda meeting: _begin(meeting, path.stem, risks, rated_by))
        return
    before = set(desk.meeting.workshop.risks)
    if program.attempt(lambda: import_register(desk.meeting, risks, rated_by=rated_by)) is None:
        return
    fresh = [each for each in desk.meeting.workshop.risks.values() if each.id not in before]
    desk.pages.lead_to(Stage.RECAST, min(fresh, key=lambda each: each.number).id)
    page = desk.pages.page()
    if page is not None:
        words = ngettext("{count} risk came in.", "{count} risks came in.", len(risks))
        page.say(words.format(count=len(risks)), "good")


def _begin(meeting: Meeting, name: str, risks: "tuple[TakenRisk, ...]", rated_by: str) -> None:
    from deskrisk.services.registers import import_register  # noqa: PLC0415  see above

    edit_brief(meeting, title=_("Risks of {name}").format(name=name))
    import_register(meeting, risks, rated_by=rated_by)


def _empty(name: str) -> Workshop:
    """A workshop that has nothing yet; only to show what would come in."""
    today = datetime.now(UTC).astimezone().date()
    return Workshop(id=WorkshopId(""), brief=Brief(title=name, held_on=today, horizon=today))
