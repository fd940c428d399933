"""Python's collector of garbage, kept from walking over everything while somebody types.

It stops the program for 30 ms and more, twice a frame, to look through objects that stay for as
long as a workshop is open: modules, fonts, windows. They are taken out of its sight.
"""

import gc


def hold_still() -> None:
    """What is there now stays: the collector looks only at what comes later."""
    gc.unfreeze()
    gc.freeze()


def let_go() -> None:
    """A window closes: what it leaves behind may be collected."""
    gc.unfreeze()
