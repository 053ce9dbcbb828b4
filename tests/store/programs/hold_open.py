"""Open a record, say so, and hold it until standard input ends."""

import sys

from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

with Record.open(Folder.at(sys.argv[1]), sys.argv[2]):
    print("open", flush=True)
    sys.stdin.read()
