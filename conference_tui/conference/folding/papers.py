"""What changes with who is handed what."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import collect, keep_by

keep_by(e.CopyDecided, "copies", "reader", "paper", "child")
keep_by(e.EntryChosen, "entry_choices", "entry", "reader")
keep_by(e.EntryWorded, "worded", "entry", "reader")
keep_by(e.WordsJudged, "words_judged", "reader", "words")
collect(e.DocumentMade, "documents")
