"""Papers and copies: what is refused, what it changes, how it is told; words that are withheld are not."""

from conference_tui.conference import events as e
from conference_tui.conference import recipients
from conference_tui.conference.papers import FILE
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.hiding import is_withheld_from
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import collect, keep_by, refused
from conference_tui.conference.subjects.telling import Told, because, quoted, says
from conference_tui.conference.text import one_line


@refused.register
def _(event: e.CopyDecided, conference: Conference, procedure: Procedure) -> str:
    row = recipients.row_of(conference, procedure, event.reader)
    cell = row.cell(event.paper, event.child) if row else None
    if cell is None:
        return "There is no such paper for them."
    if event.gets and cell.answer == "never":
        return f"That is never handed to them. {cell.why}"
    return "" if event.why else "Say why; it is recorded."


@refused.register
def _(event: e.EntryChosen, conference: Conference, _: Procedure) -> str:
    if conference.log.moment(event.entry) is None:
        return "That entry is not in the record."
    return "" if event.why or event.how in ("named", "themed") else "Say why; it is recorded."


@refused.register
def _(event: e.EntryWorded, conference: Conference, procedure: Procedure) -> str:
    if conference.log.moment(event.entry) is None:
        return "That entry is not in the record."
    if event.reader == FILE or recipients.row_of(conference, procedure, event.reader) is None:
        return "Nobody of that name is handed a copy with other words. Choose who reads it."
    if is_withheld_from(conference, event.words, event.reader):
        return "An address or number in it is withheld from them. Put it in other words."
    return "" if event.words else "Nothing was typed."


@refused.register
def _(event: e.WordsJudged, conference: Conference, _: Procedure) -> str:
    if event.stays and is_withheld_from(conference, event.words, event.reader):
        return "That address or number is withheld from them: it cannot stand in a copy of theirs."
    if not event.reader:
        return "Say in whose copies they may stand." if event.stays else ""
    return "" if event.why else "Say why; it is recorded."


@refused.register
def _(_: e.DocumentMade, conference: Conference, __: Procedure) -> str:
    return (
        "" if conference.closed else "Close the conference first: the plans are made from what stands then."
    )


keep_by(e.CopyDecided, "copies", "reader", "paper", "child")
keep_by(e.EntryChosen, "entry_choices", "entry", "reader")
keep_by(e.EntryWorded, "worded", "entry", "reader")
keep_by(e.WordsJudged, "words_judged", "reader", "words")
collect(e.DocumentMade, "documents")


def _document(event: e.DocumentMade, told: Told) -> str:
    about = f" on {told.name(event.child)}" if event.child else ""
    version = f" version {event.version}" if event.version > 1 else ""
    what = one_line(event.document).replace("_", " ")
    return f"Document made: {what}{about},{version} for {told.name(event.recipient)}: {one_line(event.file)}"


def _copy_decided(event: e.CopyDecided, told: Told) -> str:
    gets = "gets" if event.gets else "does not get"
    about = f" on {told.name(event.child)}" if event.child else ""
    return f"{told.name(event.reader)} {gets} a copy: {event.paper.value.replace('_', ' ')}{about}.{because(event.why)}"


def _entry_chosen(event: e.EntryChosen, told: Told) -> str:
    whose = f"copies of {told.name(event.reader)}" if event.reader else "minutes"
    how = {"named": "with who said it", "themed": "without who said it"}.get(event.how, event.how)
    return f"In the {whose} an entry stands {how}: {told.chosen(event.entry)}.{because(event.why)}"


def _words_judged(event: e.WordsJudged, told: Told) -> str:
    """The words themselves are not told: they may be an address."""
    if not event.reader:
        return "Words that the chair typed are looked for in every copy."
    stays = "may stand" if event.stays else "are taken out"
    return (
        f"Words that were asked about {stays} in the copies of {told.name(event.reader)}.{because(event.why)}"
    )


says(e.CopyDecided, _copy_decided)
says(e.EntryChosen, _entry_chosen)
says(
    e.EntryWorded,
    lambda ev, told: f"For {told.name(ev.reader)} the chair words an entry so: {quoted(ev.words)}",
)
says(e.WordsJudged, _words_judged)
says(e.DocumentMade, _document)
