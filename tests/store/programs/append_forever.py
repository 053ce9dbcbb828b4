"""Append to a record, saying each number on standard output when it is saved, until killed."""

import sys

from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

with Record.open(Folder.at(sys.argv[1]), sys.argv[2]) as record:
    while True:
        number = record.count + 1
        saved = record.append(
            {"number": number, "words": "Tea was ready when she came home. " * (number % 7)}
        )
        print(saved, flush=True)
