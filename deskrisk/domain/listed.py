"""A pasted list, taken apart: one entry a line, without the bullets of word processors."""

import re

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BULLET = re.compile(r"^[\u2022\u2023\u25aa\u25cf\u25e6\u2043\uf0b7]\s*")
# A hyphen or an asterisk may be what somebody wrote; these signs only ever come from a program.


def entries(text: str) -> tuple[str, ...]:
    """The lines of a pasted text that say something, trimmed."""
    lines = (_BULLET.sub("", line.strip()).strip() for line in _LINE_END.split(text))
    return tuple(line for line in lines if line)
