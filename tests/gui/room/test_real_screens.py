"""Two real screens under X11, one of which comes and goes: every frame of both is looked at."""

import mmap
import os
import shutil
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="screens come and go by xrandr")

CHILD = Path(__file__).with_name("plugging.py")
ROOT = Path(__file__).resolve().parents[3]
WIDE, HIGH = 1000, 700
HOW_TO = "This test needs Xvfb and xrandr: sudo apt-get install xvfb x11-xserver-utils"
DARK_PAPER = {(0x16, 0x18, 0x1B), (0x10, 0x12, 0x14)}
"""The wall's ground, curtain up and down; the desk is light and has none of it but in small."""

Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]


@dataclass
class Seen:
    """Every different frame of the two screens."""

    desk: dict[int, Picture] = field(default_factory=dict)
    wall: dict[int, Picture] = field(default_factory=dict)
    frames: int = 0

    def look(self, screen: Picture) -> None:
        """Look at both screens once."""
        self.frames += 1
        for name, part in (("desk", screen[:, :WIDE]), ("wall", screen[:, WIDE:])):
            kept: dict[int, Picture] = getattr(self, name)
            held = without_alpha(part)
            kept.setdefault(zlib.crc32(held.tobytes()), held)


def without_alpha(pixels: Picture) -> Picture:
    """The colours alone; the fourth byte of a pixel means nothing."""
    return np.bitwise_and(pixels, np.uint32(0xFFFFFF))


@contextmanager
def virtual_screen(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """An X server whose picture can be read at any moment; its name, and the picture's file."""
    assert shutil.which("Xvfb"), HOW_TO
    assert shutil.which("xrandr"), HOW_TO
    read, write = os.pipe()
    size = f"{2 * WIDE}x{HIGH}x24"
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", str(folder)]
    with subprocess.Popen(
        [*words, "-nolisten", "tcp", "-nocursor"], pass_fds=(write,), stderr=subprocess.DEVNULL
    ) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            with (folder / "Xvfb_screen0").open("rb") as file:
                yield f":{number}", mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        finally:
            server.terminate()


def picture_of(dump: mmap.mmap) -> Picture:
    """The whole screen now, a number a pixel (X window dump, 32 bits each)."""
    head, colours, width = (struct.unpack_from(">I", dump, at)[0] for at in (0, 76, 48))
    assert width == 2 * WIDE * 4
    start = head + colours * 12
    pixels = np.frombuffer(dump[start : start + width * HIGH], dtype="<u4")
    return pixels.reshape(HIGH, 2 * WIDE)


def play(folder: Path) -> tuple[Seen, int, str]:
    """Let the program run, and look at the screens as often as can be."""
    seen = Seen()
    with virtual_screen(folder) as (name, dump):
        variables = {
            **os.environ,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        with (folder / "said").open("w") as said:
            child = subprocess.Popen(
                [sys.executable, str(CHILD), str(folder)], env=variables, stderr=said
            )
            try:
                end = time.monotonic() + 180
                while child.poll() is None and time.monotonic() < end:
                    seen.look(picture_of(dump))
            finally:
                child.kill()
                child.wait()
    return seen, child.returncode, (folder / "said").read_text("utf-8")


def foreign(frame: Picture, allowed: list[Picture]) -> int:
    """How many pixels of a frame belong to no picture that the wall may show.

    A frame may be caught between two pictures; then each of its pixels is of one of them.
    """
    unknown = frame != 0  # the bare screen, with no window on it
    for each in allowed:
        unknown &= frame != each
        if not unknown.any():
            break
    return int(unknown.sum())


def wall_share(frame: Picture) -> float:
    """How much of a frame is the ground of the wall."""
    grounds = [red << 16 | green << 8 | blue for red, green, blue in DARK_PAPER]
    return float(np.isin(frame, grounds).mean())


def test_nothing_private_is_on_the_wall_for_one_frame(tmp_path: Path) -> None:
    seen, code, said = play(tmp_path)
    assert code == 0, said
    allowed = [
        without_alpha(np.frombuffer(file.read_bytes(), dtype="<u4").reshape(HIGH, WIDE))
        for file in sorted((tmp_path / "allowed").iterdir())
    ]
    bad = {key: count for key, each in seen.wall.items() if (count := foreign(each, allowed))}
    assert not bad, f"{len(bad)} of {len(seen.wall)} frames show what is not for the room"
    shown = sum(any(np.array_equal(each, one) for one in seen.wall.values()) for each in allowed)
    # A busy machine may miss some between two looks; that many were really looked at.
    assert 2 * shown >= len(allowed) >= 14, f"{shown} of {len(allowed)} in {seen.frames} looks"
    assert max(map(wall_share, seen.wall.values())) > 0.8
    worst = max(map(wall_share, seen.desk.values()))
    assert worst < 0.1, "the wall was on the screen of the desk"
    report = (tmp_path / "report").read_text("utf-8").splitlines()
    plugged = [line.split()[2] for line in report if line.startswith("plugged")]
    unplugged = [line.split()[2] for line in report if line.startswith("unplugged")]
    assert set(plugged) == {"PROJECTOR"}
    assert set(unplugged) == {"hidden"}
    assert len(plugged) == len(unplugged) >= 10


def test_the_check_sees_what_does_not_belong_there() -> None:
    wall = np.full((HIGH, WIDE), 0x16181B, dtype=np.uint32)
    other = np.full((HIGH, WIDE), 0x101214, dtype=np.uint32)
    between = np.vstack([wall[:300], other[300:]])
    assert foreign(between, [wall, other]) == 0
    slip = between.copy()
    slip[100:110, 200:240] = 0xFFFFFF
    assert foreign(slip, [wall, other]) == 400
    assert wall_share(wall) == 1.0
    assert wall_share(np.full((HIGH, WIDE), 0xFBFAF7, dtype=np.uint32)) == 0.0
