"""Over all workshops: what keeps coming back, how well we judge, and one project over time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.series import SeriesPoint
from deskrisk.gui.tasks import Task, Ticket
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.learning import Learned, Project, learned, series_of
from deskrisk.services.library import Library
from deskrisk.viewmodels.figures import percent
from deskrisk.viewmodels.learned import learned_view, series_rows
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.trend import trend_view

_COMES_BACK, _JUDGED, _PROJECT = range(3)
_PROJECT_WIDTH = 640


class LearnedDialog(QDialog):
    """Reads the library on a thread of its own; Escape closes it at any time.

    Signals:
        workshop_wanted(object): somebody wants to see a workshop, by its id.
    """

    workshop_wanted = Signal(object)

    def __init__(self, parent: QWidget, library: Library) -> None:
        super().__init__(parent)
        self.setObjectName("learned")
        self.setWindowTitle(_("Over all workshops"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 700)
        self._library = library
        self._projects: tuple[Project, ...] = ()
        self._series: Task | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addLayout(self._make_head())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_themes())
        self.stack.addWidget(self._make_judged())
        self.stack.addWidget(self._make_project())
        whole.addWidget(self.stack, 1)
        whole.addLayout(self._make_foot())
        self._reading = Task(self, self._read)
        self._reading.progressed.connect(self._progressed)
        self._reading.done.connect(self._arrived)
        self._reading.refused.connect(lambda problem: self.said.setText(sentence(problem)))
        self.said.setText(_("Reading the library …"))
        self._reading.start()
        self.views.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(text_label(_("Over all workshops"), "title"), 1)
        self.views = Segments(
            _("What to look at"),
            (
                (_COMES_BACK, _("What keeps coming back")),
                (_JUDGED, _("How well we judge")),
                (_PROJECT, _("One project over time")),
            ),
        )
        self.views.setObjectName("learned_views")
        self.views.show_value(_COMES_BACK)
        self.views.chosen.connect(self._view_chosen)
        row.addWidget(self.views)
        return row

    def _make_themes(self) -> QWidget:
        page, column = _page()
        self.themes_words = text_label("", "soft", wraps=True, name="themes_words")
        self.themes = RowList(_("What keeps coming back"))
        self.themes.setObjectName("themes_list")
        column.addWidget(self.themes_words)
        column.addWidget(self.themes, 1)
        return page

    def _make_judged(self) -> QWidget:
        page, column = _page()
        self.verdict = text_label("", "body", wraps=True, most_lines=4, name="learned_verdict")
        self.judged_words = text_label("", "soft", wraps=True, name="learned_judged_words")
        self.judged = RowList(_("Settled risks"))
        self.judged.setObjectName("learned_judged_list")
        self.judged_chart = ChartView(_("Said and happened"))
        sides = QHBoxLayout()
        sides.setSpacing(32)
        right = QVBoxLayout()
        right.addWidget(self.judged_chart)
        right.addStretch(1)
        sides.addWidget(self.judged, 4)
        sides.addLayout(right, 5)
        column.addWidget(self.verdict)
        column.addWidget(self.judged_words)
        column.addLayout(sides, 1)
        return page

    def _make_project(self) -> QWidget:
        page, column = _page()
        self.project = ChoiceField(_("Project"))
        self.project.setObjectName("learned_project")
        self.project.setMaximumWidth(_PROJECT_WIDTH)
        self.project.chosen.connect(self._project_chosen)
        self.project.hide()
        self.project_words = text_label("", "soft", wraps=True, name="learned_project_words")
        self.points = RowList(_("Workshops of the project"))
        self.points.setObjectName("learned_points")
        self.points.activated.connect(self._open)
        column.addWidget(self.project)
        column.addWidget(self.project_words)
        self.trend = ChartView(_("One project over time"))
        column.addWidget(self.trend)
        column.addWidget(self.points, 1)
        return page

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.said = text_label("", "soft", wraps=True, name="learned_said")
        done = PrimaryButton(_("Close"), "", name="close")
        done.clicked.connect(self.accept)
        row.addWidget(self.said, 1)
        row.addWidget(done)
        return row

    def _read(self, ticket: Ticket) -> Learned | None:
        return learned(self._library, ticket)

    def _progressed(self, share: float) -> None:
        self.said.setText(_("Reading the library, {share} …").format(share=percent(share)))

    def _arrived(self, found: Learned | None) -> None:
        if found is None:
            return
        self.said.setText("")
        view = learned_view(
            found.themes,
            found.calibration,
            found.titles,
            workshops=found.workshops,
            settled=found.settled,
        )
        self.themes_words.setText(view.themes_words)
        self.themes.show_rows(view.themes)
        self.verdict.setText(view.judged.verdict)
        self.judged_words.setText(view.judged_words)
        self.judged_chart.setVisible(bool(view.judged.brier))
        if view.judged.brier:
            self.judged_chart.show_chart("calibration", view.judged)
        self.judged.show_rows(
            [
                Row(
                    key=row.risk,
                    title=row.title,
                    soft=f"{row.expected}, {row.basis}",
                    note=row.happened,
                )
                for row in view.judged.rows
            ]
        )
        self._show_projects(found.projects)

    def _show_projects(self, projects: tuple[Project, ...]) -> None:
        self._projects = projects
        self.project.setVisible(bool(projects))
        self.project.show_options(tuple((each.key, each.name) for each in projects))
        words = _("From two workshops about one project on you see here how it goes.")
        self.project_words.setText(words)
        self.project_words.setVisible(not projects)
        if projects:
            self.project.show_value(projects[0].key)
            self._project_chosen(projects[0].key)

    def _project_chosen(self, key: object) -> None:
        project = next((each for each in self._projects if each.key == key), None)
        if project is None:
            return
        if self._series is not None:
            self._series.cancel()
        task = Task(self, lambda _ticket: series_of(self._library, project))
        task.done.connect(self._series_arrived)
        task.refused.connect(lambda problem: self.said.setText(sentence(problem)))
        self._series = task.start()

    def _series_arrived(self, points: tuple[SeriesPoint, ...]) -> None:
        self._series = None
        view = trend_view(points)
        self.project_words.setText(view.line)
        self.project_words.show()
        self.trend.show_chart("trend", view)
        self.points.show_rows(series_rows(points))

    def _view_chosen(self, place: object) -> None:
        if isinstance(place, int):
            self.stack.setCurrentIndex(place)

    def _open(self, workshop: object) -> None:
        self.workshop_wanted.emit(workshop)
        self.accept()

    def done(self, result: int) -> None:
        """Nobody waits for the rest any more."""
        for task in (self._reading, self._series):
            if task is not None:
                task.cancel()
        super().done(result)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    return page, column
