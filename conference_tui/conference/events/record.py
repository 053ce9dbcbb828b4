"""The record itself: seals, the clock, how long it is kept, where it came from, what was struck and restored."""

from datetime import date
from typing import Annotated

from conference_tui.conference.events.kinds import Event, Hash
from conference_tui.conference.events.roles import AChild, Id, Named, Words


class Sealed(Event, frozen=True, kw_only=True):
    """How far the record had come, and the hash that stands for all of it up to there.

    It follows a decision and the close by itself. While it is not on the disk it has no `head`.
    """

    stands = True

    count: int
    """How many entries the record had: the number of the decision or of the close."""
    head: Hash
    """SHA-256 of that entry as it lies on the disk, in hexadecimal; each entry carries the one before."""
    child: Annotated[AChild, Named(("decision",))] = ""
    """The child whose decision was sealed; empty at the close."""
    key: Id = ""
    """At the close: the public Ed25519 key of the folder, in hexadecimal; empty where it was not signed."""
    signature: Id = ""
    """The Ed25519 signature over the record's id, count and head, in hexadecimal."""


class ClockWentBack(Event, frozen=True, kw_only=True):
    """The computer's clock was set back by more than a minute since the entry before."""

    stands = True

    was: Id
    """What the entry before says, ISO 8601 with offset."""
    now: Id
    """What the clock said then."""


class RetentionSet(Event, frozen=True, kw_only=True):
    """How long the record is kept, and by which rule. A later one stands in its place."""

    after_close = True

    until: date
    why: Words = ""


class RecordImported(Event, frozen=True, kw_only=True):
    """Every entry before this one came out of an archive, as it was."""

    stands = True

    count: int
    """How many entries came."""
    head: Hash = ""
    """The hash of the last of them in the record that they came from; empty where the archive told none."""
    record: Id = ""
    """The id of that record: signatures from before name it."""
    exported: Id = ""
    """When the archive was written, ISO 8601; empty where it does not say."""


class Struck(Event, frozen=True, kw_only=True):
    """An earlier event no longer counts. It stays in the record."""

    stands = True

    seq: int
    why: Words = ""


class Restored(Event, frozen=True, kw_only=True):
    """A strike was taken back."""

    stands = True

    seq: int
