"""Open a record in a folder that this user may read but not write, then try to write to it."""

import os
import sys

from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

if os.geteuid() == 0:
    os.setuid(int(sys.argv[3]))
folder = Folder.at(sys.argv[1])
try:
    Record.open(folder, sys.argv[2])
except StoreError as error:
    print(type(error).__name__, error, sep=": ")
try:
    Record.create(folder)
except StoreError as error:
    print(type(error).__name__, error, sep=": ")
with Record.open(folder, sys.argv[2], readonly=True) as record:
    print(record.events())
