"""Sentences of papers and copies; withheld words are not told."""

from conference_tui.conference import events as e
from conference_tui.conference.text import one_line
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, quoted


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
