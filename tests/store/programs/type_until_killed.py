"""Type into a draft, saying each state on standard output when it is saved, until killed."""

import sys

from conference_tui.store.drafts import Drafts
from conference_tui.store.folder import Folder

with Drafts.open(Folder.at(sys.argv[1]), sys.argv[2]) as drafts:
    text = ""
    while True:
        text += "word "
        drafts.put("capture", text)
        print(text, flush=True)
