"""In a mount namespace of its own: record on a disk of 12 MiB until it is full, to the last of it, and go on."""

import json
import subprocess
import sys
from pathlib import Path

from conference_tui.store import ballast
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Writer

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs", str(disk)], check=True)
folder = Folder.at(disk / "store")
reserve = folder.path / ballast.NAME
saved: list[int] = []
report: dict[str, object] = {}


def stuff() -> None:
    """Another program takes every byte that is free."""
    with (disk / "other").open("ab", buffering=0) as other:
        try:
            while True:
                other.write(b"x" * 4096)
        except OSError:
            pass


def submit(event: dict[str, object]) -> str:
    """Empty when it was saved, else the sentence."""
    sentences: list[str] = []
    writer.submit(event, lambda news: saved.append(news.number), lambda error: sentences.append(str(error)))
    writer.flush()
    return "".join(sentences)


with Record.create(folder) as record:
    writer = Writer(record)
    submit({"n": 1})
    report["whole"] = [reserve.stat().st_size, record.reserve_warning]

    stuff()
    refused = [submit({"words": "x" * 3000}) for _ in range(4)]
    report["first"] = refused
    report["in use"] = [reserve.stat().st_size, record.reserve_warning]
    closed = Record.create(folder, kind="closed", of=record.id)
    closed.append({"n": 1})
    closed.close()
    with Drafts.open(folder, record.id) as drafts:
        stuff()
        try:
            drafts.put("capture", "x" * 20_000)
        except NotSaved as error:
            report["draft"] = str(error)

    entries = 0
    while not (sentence := submit({"words": "x" * 20_000})):
        entries += 1
        stuff()
    report["used up"] = [entries, sentence, reserve.stat().st_size, record.reserve_warning]

    (disk / "other").unlink()
    report["room again"] = [submit({"n": 2}), reserve.stat().st_size, record.reserve_warning]
    writer.close()
with Record.open(folder, record.id) as again:
    report["again"] = [again.count, saved == list(range(1, again.count + 1)), again.warning]
print(json.dumps(report))
