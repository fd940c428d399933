"""Where charts are drawn: one thread for all windows, and the last pictures kept.

A figure takes up to a tenth of a second and its library half a second to load, so neither ever
happens on the window's thread.
"""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage

KEPT_BYTES = 96_000_000
"""Room for pictures that may be asked for again, about three of the largest walls."""

_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture of a chart: what it shows and how large.

    ``width`` and ``height`` are in points, ``scale`` is how many pixels a point has.
    """

    chart: str
    view: Hashable
    look: str
    width: int
    height: int
    scale: float


class Studio(QObject):
    """Draws what is asked for, one picture after the other, the newest wish of each asker first.

    It lives as long as the program. Whoever asks may go away at any time. Its threads are waited
    for at the end: one that is torn off in the middle of a figure would take the program with it.

    Signals:
        drawn(Wanted): a picture is there now; told on the window's thread.
    """

    drawn = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._wishes: OrderedDict[Hashable, Wanted] = OrderedDict()
        self._pictures: OrderedDict[Wanted, QImage] = OrderedDict()
        self._thread: threading.Thread | None = None
        self._warming: threading.Thread | None = None
        self._closed = False
        self._arrived.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def picture(self, wanted: Wanted) -> QImage | None:
        """The picture, if it was drawn lately."""
        found = self._pictures.get(wanted)
        if found is not None:
            self._pictures.move_to_end(wanted)
        return found

    def picture_like(self, wanted: Wanted) -> QImage | None:
        """The same picture in another sharpness, for as long as the right one is drawn."""
        for other, found in reversed(self._pictures.items()):
            if replace(other, scale=wanted.scale) == wanted:
                return found
        return None

    def ask(self, asker: Hashable, wanted: Wanted) -> None:
        """Have a picture drawn; an older wish of the same asker that still waits is forgotten."""
        with self._lock:
            if self._closed:
                return
            self._wishes[asker] = wanted
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="deskrisk-charts")
                self._thread.start()

    def warm_up(self) -> None:
        """Load what drawing needs, before the first chart is asked for."""
        if self._warming is None:
            self._warming = threading.Thread(target=_load, name="deskrisk-charts-load")
            self._warming.start()

    def forget(self, asker: Hashable) -> None:
        """Nobody waits for this any more."""
        with self._lock:
            self._wishes.pop(asker, None)

    def close(self) -> None:
        """The program ends: let the picture in hand be finished, begin no other."""
        with self._lock:
            self._closed = True
            self._wishes.clear()
            threads = (self._thread, self._warming)
        for thread in threads:
            if thread is not None:
                thread.join(_PATIENCE)
        with self._lock:
            self._closed = False

    def is_idle(self) -> bool:
        """Is nothing being drawn?"""
        with self._lock:
            return self._thread is None

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            result: QImage | BaseException
            try:
                result = _drawn(wanted)
            except BaseException as fault:  # noqa: BLE001  told on the window's thread, where hooks are
                result = fault
            with self._lock:
                if self._closed:
                    self._thread = None
                    return
            self._arrived.emit(wanted, result)

    def _next(self) -> Wanted | None:
        with self._lock:
            if self._closed or not self._wishes:
                self._thread = None
                return None
            return self._wishes.popitem(last=False)[1]

    def _keep(self, wanted: Wanted, result: object) -> None:
        if isinstance(result, BaseException):
            raise result
        if isinstance(result, QImage):
            self._pictures[wanted] = result
            self._pictures.move_to_end(wanted)
            while sum(each.sizeInBytes() for each in self._pictures.values()) > KEPT_BYTES:
                self._pictures.popitem(last=False)
            self.drawn.emit(wanted)


@cache
def studio() -> Studio:
    """The one studio; to be asked for on the window's thread."""
    return Studio()


def _load() -> None:
    from deskrisk.charts.faces import load_faces  # noqa: PLC0415  loads matplotlib

    load_faces()


def _drawn(wanted: Wanted) -> QImage:
    from deskrisk.charts.canvas import drawn_pixels  # noqa: PLC0415  loads matplotlib
    from deskrisk.charts.look import look  # noqa: PLC0415  its neighbour

    pixels = drawn_pixels(
        wanted.chart,
        wanted.view,
        look(wanted.look),
        wanted.width,
        wanted.height,
        wanted.scale,
    )
    straight = QImage(
        pixels.data,
        pixels.width,
        pixels.height,
        pixels.width * 4,
        QImage.Format.Format_RGBA8888,
    )
    # A copy of its own, in the format that is painted quickest.
    found = straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    found.setDevicePixelRatio(wanted.scale)
    return found
