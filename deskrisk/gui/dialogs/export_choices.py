"""What can be chosen before an export; the left side of its dialog."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.documents import DocumentVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.widgets.buttons import LinkButton, QuietButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.exports import FORMATS
from deskrisk.viewmodels.exporting import (
    PAGE_WORDS,
    VERSION_WORDS,
    ExportChoice,
    frozen_options,
    inclusion_list,
    logo_words,
    released_words,
    version_sentence,
    with_format,
)

_HIGH = 34
_WHOLE = {each.key for each in FORMATS if each.whole}
"""Formats that are read back."""


class ExportChoices(QWidget):
    """Which version, which format, with what.

    Signals:
        chosen(ExportChoice): something else was chosen.
        logo_wanted(): a picture is to be looked for.
        release_wanted(): it is to be said which words may be printed.
    """

    chosen = Signal(object)
    logo_wanted = Signal()
    release_wanted = Signal()

    def __init__(self, workshop: Workshop, choice: ExportChoice, *, may_release: bool) -> None:
        super().__init__()
        self._choice = choice
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(8)
        ways = [(version, _(words)) for version, words in VERSION_WORDS.items()]
        self.version = Segments(_("For whom"), ways)
        self.version.setObjectName("export_version")
        self.version.chosen.connect(self._version_chosen)
        column.addWidget(self.version)
        self.sentence = text_label("", "soft", wraps=True, name="export_sentence")
        column.addWidget(self.sentence)
        column.addLayout(self._make_form(workshop))
        column.addLayout(self._make_checks())
        column.addWidget(text_label(_("What goes in, and what stays out"), "strong"))
        self.list = RowList(_("What goes in, and what stays out"))
        self.list.setObjectName("inclusion_list")
        self.list.setMinimumHeight(120)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.words = text_label("", "small", wraps=True, name="released_words")
        self.release = LinkButton(_("Choose …"), name="release_words", tone="accent")
        self.release.setAccessibleName(_("Choose which words may be printed"))
        self.release.clicked.connect(lambda _on=False: self.release_wanted.emit())
        self.release.setVisible(may_release)
        row.addWidget(self.words, 1)
        row.addWidget(self.release, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.show_workshop(workshop)

    def _make_form(self, workshop: Workshop) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.format = ChoiceField(_("As"), [(each.key, _(each.label)) for each in FORMATS])
        self.format.setObjectName("export_format")
        self.format.chosen.connect(self._format_chosen)
        form.addRow(_label(_("As")), self.format)
        self.frozen = ChoiceField(_("Which agreement"), frozen_options(workshop))
        self.frozen.setObjectName("export_frozen")
        self.frozen.chosen.connect(lambda id_: self._put(frozen=id_))
        if workshop.versions:
            form.addRow(_label(_("Which")), self.frozen)
        else:
            self.frozen.setParent(self)
            self.frozen.hide()
        sizes = [(size, _(words)) for size, words in PAGE_WORDS.items()]
        self.page = Segments(_("Paper"), sizes)
        self.page.setObjectName("export_page")
        self.page.chosen.connect(lambda size: self._put(page=size))
        self.organisation = LineField(
            name=_("Organisation on the first page"), placeholder=_("none")
        )
        self.organisation.setObjectName("export_organisation")
        self.organisation.edited.connect(lambda name: self._put(organisation=str(name)))
        form.addRow(_label(_("Name on it")), self.organisation)
        logo = QHBoxLayout()
        logo.setSpacing(8)
        logo.addWidget(self.page)
        self.logo = QuietButton("", name="export_logo")
        self.logo.clicked.connect(lambda _on=False: self.logo_wanted.emit())
        self.no_logo = LinkButton(_("None"), name="export_no_logo")
        self.no_logo.setAccessibleName(_("No logo"))
        self.no_logo.clicked.connect(lambda _on=False: self._put(logo=""))
        logo.addWidget(self.logo)
        logo.addWidget(self.no_logo)
        logo.addStretch(1)
        form.addRow(_label(_("Paper, logo")), logo)
        return form

    def _make_checks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.roles = CheckField(_("Roles, no names"), name="export_roles")
        self.roles.chosen.connect(lambda on: self._put(roles_for_names=bool(on)))
        self.notes = CheckField(_("My private notes"), name="export_notes")
        self.notes.chosen.connect(lambda on: self._put(private_notes=bool(on)))
        row.addWidget(self.roles)
        row.addWidget(self.notes)
        row.addStretch(1)
        return row

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        return self._choice

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what is chosen, and what that means for a workshop."""
        choice = self._choice
        self.version.show_value(choice.version)
        self.sentence.setText(version_sentence(choice, whole=choice.format in _WHOLE))
        self.format.show_value(choice.format)
        self.frozen.show_value(choice.frozen)
        self.page.show_value(choice.page)
        self.organisation.show_value(choice.organisation)
        self.logo.set_words(logo_words(choice))
        self.no_logo.setVisible(bool(choice.logo))
        self.roles.show_value(choice.roles_for_names)
        archive = choice.version is DocumentVersion.ARCHIVE
        self.notes.setVisible(archive)
        self.notes.show_value(choice.private_notes and archive)
        self.list.show_rows(inclusion_list(workshop, choice))
        self.words.setText(released_words(workshop))

    def show_logo(self, path: str) -> None:
        """Another picture was chosen."""
        self._put(logo=path)

    def _format_chosen(self, key: object) -> None:
        """A format that is read back begins with everything; leaving it brings back the usual."""
        whole, was_whole = str(key) in _WHOLE, self._choice.format in _WHOLE
        fresh = replace(self._choice, format=str(key))
        if whole != was_whole:
            fresh = with_format(self._choice, str(key), whole=whole)
        self._change(fresh)

    def _version_chosen(self, version: object) -> None:
        if isinstance(version, DocumentVersion):
            self._put(version=version)

    def _put(self, **fields: object) -> None:
        self._change(replace(self._choice, **fields))  # type: ignore[arg-type]  # of a choice

    def _change(self, changed: ExportChoice) -> None:
        if changed != self._choice:
            self._choice = changed
            self.chosen.emit(changed)


def _label(words: str) -> QWidget:
    """The words before a field, as high as it."""
    label = text_label(words, "soft")
    label.setMinimumHeight(_HIGH)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label
