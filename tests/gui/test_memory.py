import gc

from deskrisk.gui import memory


def test_what_is_there_is_out_of_sight_until_it_is_let_go() -> None:
    memory.hold_still()
    try:
        assert gc.get_freeze_count() > 1000
        thing: list[object] = []
        thing.append(thing)
        del thing
        assert gc.collect() >= 1  # what came later is collected as ever
    finally:
        memory.let_go()
    assert gc.get_freeze_count() == 0
