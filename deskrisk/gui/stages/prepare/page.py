"""The page Prepare: decide once what would otherwise be argued in the room."""

from functools import partial
from typing import ClassVar, cast

from PySide6.QtWidgets import QApplication, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.listed import entries
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import (
    AgreementId,
    CategoryId,
    GroupId,
    ObjectiveId,
    ParticipantId,
)
from deskrisk.gui.stages.prepare.layout import PrepareLayout, SettingList
from deskrisk.gui.stages.prepare.people import GroupBlock
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageKey
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import aims, brief, categories, opening, people, working_agreements
from deskrisk.services.packs import find_packs
from deskrisk.viewmodels.prepare import GroupRows, PrepareView, is_new, prepare_view
from deskrisk.viewmodels.scenes import Scene


class PreparePage(StagePage):
    """Purpose, aims, people, and the rules of the meeting."""

    stage = Stage.PREPARE

    def build(self) -> None:
        """Make the widgets."""
        self._status = ("", "plain")
        self._blocks: list[GroupBlock] = []
        self.parts = PrepareLayout(self.body, self.meeting.today)
        self.set_primary(_("Open the workshop"), lambda: self.go_to.emit(Stage.NAME))
        self._connect_brief()
        self._connect_aims()
        self._connect_kinds()
        self._connect_agreements()
        self._connect_opening()
        self.parts.group.entered.connect(self._add_group)

    def refresh(self, _changes: Changes | None) -> None:
        """Show the workshop as it is."""
        view = prepare_view(self.meeting.workshop)
        self._show_brief(view)
        self.parts.aims.show_lines([(aim.id, aim.text) for aim in view.aims])
        self.parts.aims_note.setText(view.aims_note)
        self.parts.people_note.setText(view.people_note)
        self._show_groups(view.groups)
        for rows, shown in (
            (self.parts.deciding, view.deciding),
            (self.parts.answering, view.answering),
        ):
            self._connect_settings(rows, rows.show_rows(shown))
        self.parts.agreements.show_lines(view.agreements)
        self.parts.agreements_note.setText(view.agreements_note)
        self.parts.kinds.show_lines(view.own_kinds)
        self.parts.kinds_note.setText(view.kinds_note)
        tab_as_read(self)
        self.parts.title.show_new(new=self.first_focus() is self.parts.title)
        self._status = (view.missing, "good" if view.ready else "hint")
        if not self._refused:
            self.say("")

    def put_on_wall(self) -> None:
        """What we are here for, and the rules."""
        self.room.show(Scene.TITLE, curtain=False)

    def first_focus(self) -> QWidget:
        """The title of a workshop that is new, else its purpose."""
        return self.parts.title if is_new(self.meeting.workshop) else self.parts.purpose

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line; with nothing to say, what is still missing."""
        if text:
            super().say(text, tone)
        else:
            super().say(*self._status)

    def _connect_brief(self) -> None:
        parts = self.parts
        for field, widget in (
            ("title", parts.title),
            ("purpose", parts.purpose),
            ("project", parts.project),
            ("held_on", parts.held_on),
            ("horizon", parts.horizon),
            ("organisation", parts.organisation),
            ("facilitator", parts.facilitator),
        ):
            widget.edited.connect(partial(self._edit_brief, field))
        for widget, following in (
            (parts.title, parts.purpose),
            (parts.purpose, parts.aims.entry),
            (parts.project, parts.held_on),
            (parts.held_on, parts.horizon),
            (parts.horizon, parts.aims.entry),
        ):
            widget.entered.connect(following.setFocus)
        parts.size.edited.connect(self._edit_size)
        for day in (parts.held_on, parts.horizon, parts.size):
            day.flaw_found.connect(lambda words: self.say(words, "care"))

    def _connect_aims(self) -> None:
        lines = self.parts.aims
        lines.added.connect(self._add_aim)
        lines.finished.connect(self._to_people)
        lines.listed.connect(
            lambda text: self.attempt(lambda: aims.add_aims(self.meeting, text, origin=self))
        )
        lines.edited.connect(
            lambda key, text: self.attempt(
                lambda: aims.edit_aim(self.meeting, cast("ObjectiveId", key), text, origin=self)
            )
        )
        lines.moved.connect(
            lambda key, by: self.attempt(
                lambda: aims.move_aim(self.meeting, cast("ObjectiveId", key), by)
            )
        )
        lines.removed.connect(
            lambda key: self.attempt(
                lambda: aims.remove_aim(self.meeting, cast("ObjectiveId", key))
            )
        )

    def _connect_kinds(self) -> None:
        lines = self.parts.kinds
        lines.added.connect(self._add_kind)
        lines.edited.connect(
            lambda key, text: self.attempt(
                lambda: categories.rename_category(
                    self.meeting, cast("CategoryId", key), text, origin=self
                )
            )
        )
        lines.removed.connect(
            lambda key: self.attempt(
                lambda: categories.remove_category(self.meeting, cast("CategoryId", key))
            )
        )

    def _connect_agreements(self) -> None:
        lines = self.parts.agreements
        lines.added.connect(self._add_agreement)
        lines.listed.connect(self._add_agreements)
        lines.edited.connect(
            lambda key, text: self.attempt(
                lambda: working_agreements.edit_agreement(
                    self.meeting, cast("AgreementId", key), text, origin=self
                )
            )
        )
        lines.moved.connect(
            lambda key, by: self.attempt(
                lambda: working_agreements.move_agreement(
                    self.meeting, cast("AgreementId", key), by
                )
            )
        )
        lines.removed.connect(
            lambda key: self.attempt(
                lambda: working_agreements.remove_agreement(self.meeting, cast("AgreementId", key))
            )
        )

    def _connect_opening(self) -> None:
        parts = self.parts
        parts.opening.confirmed.connect(
            lambda on: self.attempt(lambda: opening.confirm_aims(self.meeting, confirmed=bool(on)))
        )
        parts.rule_read.chosen.connect(
            lambda on: self.attempt(lambda: opening.read_rule_out(self.meeting, heard=bool(on)))
        )
        parts.opening.questions_wanted.connect(self._show_questions)
        parts.facilitator_scores.chosen.connect(partial(self._edit_brief, "facilitator_scores"))
        parts.take_people.clicked.connect(lambda: self.menu_wanted.emit("people.take"))

    def _show_questions(self) -> None:
        packs = self.attempt(find_packs)
        if packs is not None:
            questions = next((p.opening_questions for p in packs.packs if p.opening_questions), ())
            self.parts.opening.show_questions([each.text for each in questions])

    def _connect_settings(self, rows: SettingList, names: tuple[str, ...]) -> None:
        for name in names:
            rows.fields[name].chosen.connect(partial(self._choose, rows, name))

    def _show_brief(self, view: PrepareView) -> None:
        parts = self.parts
        parts.title.show_value(view.title)
        parts.purpose.show_value(view.purpose)
        parts.project.show_value(view.project)
        parts.held_on.show_value(view.held_on)
        parts.horizon.show_value(view.horizon)
        parts.organisation.show_value(view.organisation)
        parts.facilitator.show_value(view.facilitator)
        parts.size.show_value(view.size)
        parts.opening.tick.show_value(view.aims_confirmed)
        parts.rule_read.show_value(view.rule_read_out)
        parts.facilitator_scores.show_value(view.facilitator_scores)
        parts.facilitator_note.setText(view.facilitator_note)
        parts.facilitator_note.setVisible(bool(view.facilitator_note))
        parts.horizon_note.setText(view.horizon_note)
        parts.horizon_note.show_tone("" if view.horizon_fits else "care")
        parts.settled_note.setText(view.settled_note)
        parts.rule.setText(view.rule)
        parts.hint.setText(view.hint)

    def _show_groups(self, groups: tuple[GroupRows, ...]) -> None:
        self._fit_blocks(groups)
        names = (*((each.id, each.name) for each in groups if each.id), (None, _("no group")))
        first = 1
        for block, rows in zip(self._blocks, groups, strict=True):
            block.show_head(shown=len(groups) > 1 or rows.id is not None)
            block.show_group(rows, names if len(names) > 1 else (), first)
            first += len(rows.people)

    def _fit_blocks(self, groups: tuple[GroupRows, ...]) -> None:
        wanted = [rows.id for rows in groups]
        held = {block.property("group_id"): block for block in self._blocks}
        if wanted == list(held):
            return
        for id_, block in held.items():
            if id_ not in wanted:
                retire(block)
        self._blocks = [held.get(id_) or self._make_block(id_) for id_ in wanted]
        for place, block in enumerate(self._blocks):
            block.show_place(place)
        self.parts.groups.show_blocks(self._blocks)

    def _make_block(self, group: GroupId | None) -> GroupBlock:
        block = GroupBlock(named=group is not None)
        block.setProperty("group_id", group)
        self._connect_block(block, group)
        return block

    def _connect_block(self, block: GroupBlock, group: GroupId | None) -> None:
        block.added.connect(partial(self._add_person, block, group))
        block.listed.connect(
            lambda text: self.attempt(lambda: people.add_people(self.meeting, text, group=group))
        )
        block.changed.connect(self._edit_person)
        block.moved.connect(
            lambda who, by: self.attempt(
                lambda: people.move_person(self.meeting, cast("ParticipantId", who), by)
            )
        )
        block.turned.connect(self._turn_person)
        block.removed.connect(self._remove_person)
        if group is not None:
            block.renamed.connect(
                lambda name: self.attempt(
                    lambda: people.rename_group(self.meeting, group, name, origin=self)
                )
            )
            block.dissolved.connect(
                lambda: self.attempt(lambda: people.remove_group(self.meeting, group))
            )

    def _edit_brief(self, field: str, value: object) -> None:
        if value is None:
            return  # a day that is being typed: what is stored stays until there is another
        self.attempt(lambda: brief.edit_brief(self.meeting, origin=self, **{field: value}))

    def _edit_size(self, value: object) -> None:
        self.attempt(
            lambda: brief.edit_brief(self.meeting, origin=self, project_size_person_days=value)
        )

    def _choose(self, rows: SettingList, field: str, value: object) -> None:
        self.attempt(lambda: brief.edit_brief(self.meeting, origin=self, **{field: value}))
        rows.fields[field].show_value(getattr(self.meeting.workshop.brief, field))

    def _add_aim(self, text: str) -> None:
        if self.attempt(lambda: aims.add_aim(self.meeting, text, origin=self)) is not None:
            self.parts.aims.entry.clear_entry()
            self.parts.area.ensureWidgetVisible(self.parts.aims.entry)

    def _to_people(self) -> None:
        self._blocks[0].entry.setFocus()

    def _add_agreement(self, text: str) -> None:
        made = self.attempt(lambda: working_agreements.add_agreement(self.meeting, text))
        if made is not None:
            self.parts.agreements.entry.clear_entry()

    def _add_agreements(self, text: str) -> None:
        for line in entries(text):
            self._add_agreement(line)

    def _add_kind(self, text: str) -> None:
        if self.attempt(lambda: categories.add_category(self.meeting, text)) is not None:
            self.parts.kinds.entry.clear_entry()

    def _add_group(self) -> None:
        if self.parts.group.is_blank():
            return
        name = self.parts.group.text()
        if self.attempt(lambda: people.add_group(self.meeting, name)) is not None:
            self.parts.group.clear_entry()

    def _add_person(self, block: GroupBlock, group: GroupId | None, name: str, role: str) -> None:
        done = self.attempt(
            lambda: people.add_person(self.meeting, name, role=role, group=group, origin=self)
        )
        if done is not None:
            block.clear_entry()
            self.parts.area.ensureWidgetVisible(block.entry)

    def _edit_person(self, who: object, field: str, value: object) -> None:
        self.attempt(
            lambda: people.edit_person(
                self.meeting, cast("ParticipantId", who), origin=self, **{field: value}
            )
        )

    def _turn_person(self, who: object, by: int) -> None:
        """Take a person to the group before or after their own, and go there with them."""
        row = [block.property("group_id") for block in self._blocks]
        person = self.meeting.workshop.participants[cast("ParticipantId", who)]
        to = row.index(person.group) + by
        if 0 <= to < len(row):
            self._edit_person(who, "group", row[to])
            any(block.focus_person(who) for block in self._blocks)

    def _remove_person(self, who: object) -> None:
        """Remove a person; where answers would go too, only when it is asked for once more."""
        again = self._asked_twice == who
        self._asked_twice = who
        self.attempt(
            lambda: people.remove_person(self.meeting, cast("ParticipantId", who), for_good=again)
        )

    _asked_twice: object = None

    def take_in_hand(self, thing: object) -> None:
        """Go to the name of a person."""
        if any(block.focus_person(thing) for block in self._blocks):
            flag = QApplication.focusWidget()
            if flag is not None:
                self.parts.area.ensureWidgetVisible(flag)

    page_keys: ClassVar = (
        PageKey(N_("A line up or down"), "Alt+Up"),
        PageKey(N_("A person to the next group"), "Alt+Right"),
        PageKey(N_("A person is here, or not"), "Alt+H"),
        PageKey(N_("A person scores, or not"), "Alt+S"),
        PageKey(N_("Remove an empty line"), "Backspace"),
    )
