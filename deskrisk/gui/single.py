"""One program at a time for a library: a second start hands its file over and ends."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 300
_MOST_BYTES = 20_000


def meeting_point(library: Path) -> str:
    """The name under which the program that holds a library can be reached."""
    known = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]
    return f"deskrisk-{known}"


def hand_over(library: Path, file: Path | None, *, sample: bool) -> bool:
    """Ask the program that runs already to come to the front and to open what was asked for.

    Returns:
        False if none runs.
    """
    socket = QLocalSocket()
    socket.connectToServer(meeting_point(library))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    wish = {"file": str(file.resolve()) if file else "", "sample": sample}
    socket.write(json.dumps(wish).encode() + b"\n")
    sent = socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_WAIT_MS)
    return sent


class Doorbell(QObject):
    """Waits for a second start.

    Signals:
        rung(Path | None, bool): open this file, or the sample; in any case come to the front.
    """

    rung = Signal(object, bool)

    def __init__(self, parent: QObject, library: Path) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._came)
        self.answer_for(library)

    def answer_for(self, library: Path) -> None:
        """Wait for those who want this library, and no other one any more."""
        self._server.close()
        name = meeting_point(library)
        if not self._server.listen(name):  # left by a program that was killed
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Wait no longer."""
        self._server.close()

    def _came(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read_from(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and socket.canReadLine():
            self._read_from(socket)

    def _read_from(self, socket: QLocalSocket) -> None:
        try:
            wish = json.loads(bytes(socket.readLine(_MOST_BYTES).data()))
            file, sample = str(wish["file"]), bool(wish["sample"])
        except (ValueError, KeyError, TypeError):
            file, sample = "", False
        self.rung.emit(Path(file) if file else None, sample)
