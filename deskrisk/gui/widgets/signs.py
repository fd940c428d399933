"""Signs: a category's colour and shape, and line icons in the colour of the text beside them."""

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk import assets
from deskrisk.gui.theme import category_look, theme

ICON_SIZE = 16


def paint_category(painter: QPainter, rect: QRectF, category: str, theme_name: str = "") -> None:
    """Paint a category's sign into a square.

    Args:
        painter: of the widget or the picture.
        rect: the square; the sign fills it.
        category: a fixed category's id or ``"own-1"`` ..., see ``viewmodels.signs``.
        theme_name: ``"light"`` or ``"dark"``; empty for the theme that the windows show.
    """
    shape, colour = category_look(category, theme_name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape == "circle":
        painter.drawEllipse(rect)
    elif shape == "square":
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
    else:
        painter.drawPolygon(_polygon(shape, rect))
    painter.restore()


def _polygon(shape: str, rect: QRectF) -> QPolygonF:
    corners, inner, turn = {
        "diamond": (4, 1.0, 0.0),
        "triangle": (3, 1.0, 0.0),
        "hexagon": (6, 1.0, 0.0),
        "star": (10, 0.45, 0.0),
    }[shape]
    radius = rect.width() / 2 * (1.12 if shape == "triangle" else 1.0)
    centre = rect.center() + QPointF(0, rect.height() * 0.08 if shape == "triangle" else 0)
    points = []
    for number in range(corners):
        angle = math.tau * number / corners - math.pi / 2 + turn
        reach = radius * (inner if number % 2 and shape == "star" else 1.0)
        points.append(centre + QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    return QPolygonF(points)


def category_icon(category: str, size: int = 12) -> QIcon:
    """A category's sign for menus and choices."""
    icon = QIcon()
    for scale in (1, 2, 3):
        pixmap = _blank(size, scale)
        painter = QPainter(pixmap)
        paint_category(painter, QRectF(0, 0, size, size), category)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def icon(name: str, colour: str = "ink_soft", size: int = ICON_SIZE) -> QIcon:
    """A line icon in a colour role of the theme.

    Args:
        name: a file of ``resources/icons`` without its ending, e.g. ``"check"``.
        colour: a colour role, e.g. ``"good"``.
        size: in pixels.
    """
    found = QIcon()
    for scale in (1, 2, 3):
        found.addPixmap(_drawn(name, theme().colour(colour).name(), size, scale))
    return found


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str = "ink_soft") -> None:
    """Paint a line icon into a square, in a colour role of the theme."""
    size = max(int(rect.width()), 1)
    scale = max(1, math.ceil(painter.device().devicePixelRatioF()))
    pixmap = _drawn(name, theme().colour(colour).name(), size, scale)
    painter.drawPixmap(rect.topLeft(), pixmap)


def paint_sign(painter: QPainter, rect: QRectF, sign: str) -> None:
    """Paint a sign by its key: a category's, ``"icon:check:good"``, or ``"dot:accent"``."""
    kind, _colon, rest = sign.partition(":")
    if kind == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(rest))
        painter.drawEllipse(rect.center(), rect.width() / 4, rect.width() / 4)
    elif kind == "icon":
        name, _colon, colour = rest.partition(":")
        paint_icon(painter, rect, name, colour or "ink_soft")
    elif sign:
        paint_category(painter, rect.adjusted(2, 2, -2, -2), sign)


class SignMark(QWidget):
    """A sign that stands beside a text and says nothing to a screen reader by itself."""

    def __init__(self, sign: str = "", *, size: int = ICON_SIZE) -> None:
        super().__init__()
        self._sign = sign
        self.setFixedSize(QSize(size, size))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, sign: str) -> None:
        """Show another sign; ``""`` for none. The place stays."""
        if sign != self._sign:
            self._sign = sign
            self.update()

    def sign(self) -> str:
        """The key of the sign that is shown."""
        return self._sign

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        side = float(min(self.width(), self.height()))
        above = (self.height() - side) / 2
        paint_sign(QPainter(self), QRectF(0, above, side, side), self._sign)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, scale: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  loaded with the first icon

    source = assets.path("icons", f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = _blank(size, scale)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _blank(size: int, scale: int) -> QPixmap:
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    return pixmap
