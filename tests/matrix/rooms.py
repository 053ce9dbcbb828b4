"""Who is in the invented family and for whom people come, what the room was, and what each reader is to a matter.

Ada is thirteen, Ben was born a month ago. Their mother and Lew Arden are parents of both, Joss is Ada's father, Col is
Ben's. Of a `Room` it depends who heard what is said, and whether the mother and Lew are kept apart.
"""

from msgspec import Struct

from conference_tui.conference.papers import FILE
from conference_tui.conference.people import Discipline

ADA, BEN = "ada", "ben"
BOTH = (ADA, BEN)

FIRST = ("mother", "gran", "friend", "adviser", ADA, BEN)
"""Who sits in the first sitting; the professionals sit in both."""
SECOND = ("lew", "joss", "lews_friend")
FAMILY = tuple(who for who in (*FIRST, *SECOND) if who != "adviser")
PROFESSIONALS = ("sloan", "tull", "efa", "huw", "nora", "olu", "mina", "guest")
NOT_THERE = ("col", "aunt", "amin", "landlord")

AGENCIES = {
    "Northmoor Children's Services": ("sloan", Discipline.SOCIAL_CARE, (), "sc"),
    "Northmoor Police": ("tull", Discipline.POLICE, (), "po"),
    "Northmoor Health": ("efa", Discipline.HEALTH, (), "he"),
    "Larkfield School": ("huw", Discipline.EDUCATION, (ADA,), "ed"),
    "Pebble Nursery": ("nora", Discipline.EDUCATION, (BEN,), "ex"),
    "Tidewell Trust": ("olu", Discipline.OTHER, (), "ot"),
    "Fen Lane Surgery": ("amin", Discipline.HEALTH, (), "ab"),
    "Gable Homes": ("landlord", Discipline.OTHER, (), "ao"),
}
"""By agency: who comes for it, its discipline, whom it knows where not all, and its column where it knows the child."""
KNOWS_NOBODY = "Stranger Works"
HARBOUR = "Harbour Light"
"""The service of the mother's adviser, which nobody else comes for."""


class Room(Struct, frozen=True, kw_only=True):
    """What the room was when things were said."""

    presence: str
    """Where the family of the sitting was: "there", "left", "later" or "kept out"."""
    sitting: str = ""
    """"first" or "second", of a conference in two sittings; then the mother and Lew are kept apart."""

    @property
    def apart(self) -> bool:
        """Whether the mother and Lew are kept apart."""
        return bool(self.sitting)

    @property
    def name(self) -> str:
        """For the name of a test."""
        return f"{self.sitting or 'one'}-{self.presence.replace(' ', '_')}"

    @property
    def family(self) -> tuple[str, ...]:
        """Those of the family who sit in this sitting."""
        sits = {"": FAMILY, "first": FIRST, "second": SECOND}[self.sitting]
        return tuple(who for who in FAMILY if who in sits)

    @property
    def others(self) -> tuple[str, ...]:
        """Everybody else who hears what is said in it."""
        return PROFESSIONALS if self.sitting == "second" else (*PROFESSIONALS, "adviser")

    def presence_of(self, reader: str) -> str:
        """Where a reader was, as the tables call it."""
        if reader in NOT_THERE:
            return "later"
        if reader == HARBOUR:
            return "elsewhere" if self.sitting == "second" else "there"
        if reader not in FAMILY:
            return "there"
        return self.presence if reader in self.family else "elsewhere"


ROOMS = (
    Room(presence="there"),
    Room(presence="left"),
    Room(presence="later"),
    Room(presence="kept out"),
    Room(presence="there", sitting="first"),
    Room(presence="kept out", sitting="first"),
    Room(presence="there", sitting="second"),
    Room(presence="left", sitting="second"),
    Room(presence="later", sitting="second"),
    Room(presence="kept out", sitting="second"),
)


def relation(reader: str, about: tuple[str, ...] | None, room: Room) -> str:
    """The column of the tables: what a reader is to what is about these children."""
    about = about or BOTH
    if reader in ("joss", "col"):
        return "fh" if {"joss": ADA, "col": BEN}[reader] in about else "fo"
    if reader in BOTH:
        return "ch" if reader in about else "si"
    if reader in AGENCIES:
        _, _, knows, column = AGENCIES[reader]
        return "ed" if {*knows} & {*about} else "ex" if knows else column
    return {
        FILE: "fi",
        "mother": "mo",
        "lew": "ka" if room.apart else "fa",
        "gran": "gp",
        "aunt": "sh",
        "friend": "su",
        "lews_friend": "sk" if room.apart else "su",
        HARBOUR: "ad",
        KNOWS_NOBODY: "no",
    }.get(reader, "ot")
