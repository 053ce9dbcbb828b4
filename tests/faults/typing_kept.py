"""Unfinished typing: what a fresh start finds of it, and what may be found."""

from collections.abc import Iterable
from pathlib import Path

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import StoreError
from tests.faults.judge import Finding, Told, Verdict, digest_of
from tests.faults.place import the_folder
from tests.faults.writer import FIELD

_NOTHING = digest_of({"text": ""})


def judge_typing(told: Told, store: Path) -> list[Finding]:
    """The field holds what was kept last, or what was tried after that; and it can be typed into."""
    try:
        folder = the_folder(store)
        records = folder.conferences()
        if not records:
            return [Finding(Verdict.LOST, "there is no conference")] if told.saved else []
        with Drafts.open(folder, records[0]) as drafts:
            found = drafts.all().get(FIELD, "")
            drafts.put(FIELD, "and then")
        with Drafts.open(folder, records[0]) as drafts:
            if drafts.all() != {FIELD: "and then"}:
                return [Finding(Verdict.REFUSED, "does not keep what is typed now")]
    except StoreError as error:
        return [Finding(Verdict.REFUSED, f"{type(error).__name__}: {error}")]
    return [] if digest_of({"text": found}) in _allowed(told) else [Finding(Verdict.LOST, repr(found[:60]))]


def _allowed(told: Told) -> set[str]:
    """What was kept last, and everything tried after it that was not told to be not kept."""
    names = list(told.tried)
    last = max((names.index(name) for name in told.saved), default=-1)
    since = {told.tried[name] for name in names[max(last, 0) :] if name not in told.not_saved}
    return since | {_NOTHING} if last < 0 else since


def judge_waiting(waiting: Iterable[str], typed: Iterable[str], kept: Iterable[str]) -> list[Finding]:
    """Each line that waits is the beginning of one that was typed; and what was kept waits, or more of its line."""
    waiting, typed = list(waiting), list(typed)
    joined = [line for line in waiting if not any(each.startswith(line) for each in typed)]
    lost = [line for line in kept if not any(each.startswith(line) for each in waiting)]
    return [
        *(Finding(Verdict.ALTERED, f"waits as {line!r}, which nobody typed") for line in joined),
        *(Finding(Verdict.LOST, f"{line!r} does not wait any more") for line in lost),
    ]
