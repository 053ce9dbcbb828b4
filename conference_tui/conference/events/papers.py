"""Papers: who has a copy, what stands in it, which words are taken out, what was made (HF-10)."""

from typing import Annotated, Literal

from conference_tui.conference.events.kinds import Event, Hash
from conference_tui.conference.events.roles import AChild, Id, Name, Named, Someone, Words
from conference_tui.conference.papers import Layout, Paper


class CopyDecided(Event, frozen=True, kw_only=True):
    """The chair lets somebody have a copy, or not have one, other than the procedure says (HF-10)."""

    after_close = True

    reader: Someone
    """A person's or child's id, or an agency's name."""
    paper: Paper
    child: AChild = ""
    """Whom it is about; empty where it is about several."""
    gets: bool
    why: Words


class EntryChosen(Event, frozen=True, kw_only=True):
    """The chair says how an entry stands in the minutes, or that a reader may see it or not (BA-2, HF-10)."""

    after_close = True

    entry: Annotated[Id, Named(("entry",))]
    """The entry, by its key; of records of before the id of a contribution, an action, or `summary`."""
    how: Literal["named", "themed", "left out", "shown"]
    """With who said it; without; not at all; or although it would be left out."""
    reader: Someone = ""
    """For whom; empty is everybody's minutes."""
    why: Words = ""


class EntryWorded(Event, frozen=True, kw_only=True):
    """The chair's own wording of an entry for one reader, where what they may read of it does not say enough (HF-10)."""

    after_close = True

    entry: Annotated[Id, Named(("entry",))]
    """The entry, by its key."""
    reader: Someone
    words: Words


class WordsJudged(Event, frozen=True, kw_only=True):
    """The chair's answer to the leak check: these words may stand in a reader's copies, or are taken out.

    Without a reader: they are looked for in every copy, and asked about where one holds them.
    """

    after_close = True

    reader: Someone
    words: Words
    stays: bool
    why: Words


class DocumentMade(Event, frozen=True, kw_only=True):
    """A document was written for somebody (HF-10)."""

    after_close = True
    stands = True

    document: Id
    child: AChild
    recipient: Name
    file: Id
    sha256: Id
    reader: Someone = ""
    """A person's or child's id, an agency's name or `papers.FILE`; empty in records from before there were copies."""
    version: int = 1
    layout: Layout = Layout.STANDARD
    drawn_from: Hash = ""
    """What it was drawn from, in one number: another one now means that it is out of date (N7)."""
