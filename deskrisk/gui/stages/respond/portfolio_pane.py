"""All promises together: what is at stake today, what was promised, what is proven."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskrisk.gui.stages.respond.below import QuietLines
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.portfolio import PortfolioView
from deskrisk.viewmodels.verdict import capital

_WIDEST = 1080


class PortfolioPane(QWidget):
    """The picture with its sentence; nothing to fill in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("portfolio_pane")
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 4, 8, 12)
        column.setSpacing(8)
        self.heading = text_label("", "title", name="portfolio_heading")
        self.sentence = text_label("", "body", wraps=True, name="portfolio_sentence")
        self.chart = ChartView(_("All promises together"))
        self.chart.setObjectName("portfolio_chart")
        self.facts = text_label("", "soft", wraps=True, name="portfolio_facts")
        self.remarks = QuietLines("portfolio_remarks")
        for each in (self.heading, self.sentence, self.chart, self.facts, self.remarks):
            column.addWidget(each)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(content, "portfolio_area")
        whole.addWidget(self.area)

    def show_portfolio(self, view: PortfolioView) -> None:
        """Show all risks together."""
        self.heading.setText(view.heading)
        self.sentence.setText(view.empty or view.sentence)
        self.chart.setVisible(not view.empty)
        if view.empty:
            self.chart.clear()
        else:
            self.chart.show_chart("portfolio", view)
        facts = (view.kept, view.effort, view.unscored)
        self.facts.setText(" ".join(f"{capital(each)}." for each in facts if each))
        self.remarks.show_lines(view.remarks)
