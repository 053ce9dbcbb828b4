"""A sentence that nobody submitted yet: killed while it is typed, it is there again but for its last moment."""

from pathlib import Path

from tests.faults.application import Application
from tests.faults.application_kills import REF, SPEAKER, a_meeting, waiting_in
from tests.faults.unfinished import type_and_kill

LINE = f"{SPEAKER}: nobody had asked her "
MORE = "before"


def test_what_was_typed_before_a_pause_is_there_again_after_a_kill(tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_meeting(store)
    with Application(store, REF) as application:
        application.until_opened()
        application.type(LINE)
        application.until_shown(LINE.strip())
        application.watch(1.0)
        application.type(MORE)
        application.kill()
    (kept,) = waiting_in(store, record)
    assert kept.startswith(LINE.strip())
    assert f"{LINE}{MORE}".startswith(kept)
    with Application(store, REF) as application:
        application.until_shown(f"Came back unfinished: {LINE.strip()}")


def test_killed_in_the_middle_of_typing_what_is_kept_is_the_beginning_of_what_was_typed(
    tmp_path: Path,
) -> None:
    store = tmp_path / "store"
    record = a_meeting(store)
    for killed, letters in enumerate((100, 23, 47), start=1):
        result = type_and_kill(store, record, letters=letters, every=0.02)
        assert result.typed.startswith(result.kept)
        assert result.kept
        assert len(waiting_in(store, record)) == killed
