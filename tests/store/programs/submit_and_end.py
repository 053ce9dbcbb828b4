"""Submit 200 events and end at once, without waiting for any of them."""

import sys

from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved, Writer

saved: list[Saved] = []
writer = Writer(Record.open(Folder.at(sys.argv[1]), sys.argv[2]))
for n in range(200):
    writer.submit({"n": n}, saved.append, lambda error: sys.exit(str(error)))
