"""Whose is what: by case and reader what no copy for them may hold. As the cases have it; nobody reckons it.

Of every case also words of a closed slot, and what is nobody's to read: notes from before the meeting, dates of birth and
addresses of grown-ups.
"""

from datetime import date

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import FILE, Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference
from tests.conference.cases import over_christmas

Table = dict[str, tuple[str, ...]]

# --- The case with siblings ---------------------------------------------------------------------------------

LANE, RING = "14 Quarry Lodge Lane", "07700 900417"
WITHHELD = (LANE, RING, "+44 7700 900417")
CABLE = "struck Maya on the left forearm with a phone charger cable"
TABLE = "Cal shouts and Maya cries and I go under the table"
WETS = "He wets himself at school, four times in November."
SHOUTY = "I want it to stop being shouty. I don't want Dad and Callum in one room."
NOT_HIT = "Has Jared been hit? He says: “Not since I moved.”"
OF_MAYA = ("Maya Orrell-Pike", "CPCS1A", CABLE, SHOUTY, "Maya describes two earlier times since summer.")
OF_TEDDY = ("Teddy Voss", "CPCS1B", TABLE, WETS, "Drawing-and-talking sessions at school, weekly.")
OF_JARED = ("Jared Orrell-Pike", "CPCS1C", NOT_HIT, "Hold the first meeting of the child in need plan.")
ADULTS = (
    "I lost my temper, it isn't who I am.",
    "I should have gone the first time.",
    "I should have been told in August.",
)
AGENCIES_OF_S1 = (
    "Children's social care",
    "Ashmere Constabulary",
    "Ashmere Community Health",
    "Tannery Lane Surgery",
    "Ashmere Youth Voice",
)
OF_S1: Table = {
    "tamsin": (),
    "callum": (*OF_MAYA, *OF_JARED, "Dean Pike", ADULTS[2]),
    "dean": (*OF_TEDDY, "5 Ropewalk", "Calmer Ground"),
    "maya": (*OF_TEDDY, *OF_JARED, *ADULTS, "5 Ropewalk", "Calmer Ground"),
    "jared": (*OF_TEDDY, *OF_MAYA, *ADULTS, "5 Ropewalk", "Calmer Ground"),
    "bridie": (CABLE, TABLE, WETS, SHOUTY, NOT_HIT, *ADULTS),
    "Wexcombe High": OF_TEDDY,
    "Thistlewick Primary": (*OF_MAYA, *OF_JARED),
    **dict.fromkeys((*AGENCIES_OF_S1, FILE), ()),
}

# --- The case over Christmas --------------------------------------------------------------------------------

NOBODYS_IN_S2 = ("40 Cinder Row", "27 January 1996", "With Keely; has read the reports")
"""Lola's address, her mother's date of birth and the note on the talk before: in no copy at all."""
_GROWN_UPS_OF_S2 = (
    "I thought she'd sleep through. I needed the shift.",
    "an infected dental abscess untreated for five weeks",
    "A night cleaning job, 22:00 to 05:00, and debt.",
    "There was a plan for neglect",
    "Electricity on emergency credit in 9 of 12 weeks.",
    "the flat cold, no food in the fridge",
    "She comes hungry, and nobody has had her tooth seen to.",
    "She has been in pain for five weeks.",
    "Advice on benefits and on changing the shift.",
    "Trace Lola's father.",
    "Next lawful date before the limit is 30 December",
    "Marlon Tate",
)
"""What the grown-ups said to each other: everybody who gets the plan may read it, a child's letter has none of it."""
GROWN_UP_READERS_OF_S2 = (
    "shanice",
    "Children's social care",
    "Saltgate Primary",
    "Ashmere Constabulary",
    "Ashmere Community Health",
    "Cinder Row Surgery",
)
OF_S2: Table = {
    **dict.fromkeys(GROWN_UP_READERS_OF_S2, NOBODYS_IN_S2),
    "lola": (*NOBODYS_IN_S2, *_GROWN_UPS_OF_S2),
    FILE: (),
}

# --- The same with something to keep apart -------------------------------------------------------------------

MILL, MILL_RING = "3 Weir Mill Lane", "07700 900533"
OF_NOAH = (
    "Noah Tate",
    "CPCS2B",
    "Petra Hollis",
    "Noah was locked out of the house twice in October.",
    "the neighbours took him in until past midnight",
)
OF_S2_WITH_MORE: Table = {
    **{
        reader: (*found, *(OF_NOAH if reader in ("shanice", "lola", "Saltgate Primary") else ()))
        for reader, found in OF_S2.items()
    },
    "keely": NOBODYS_IN_S2,
}


def over_christmas_with_more() -> Conference:
    """S2, in which Lola has a half-brother with another mother, and her father's home is withheld from her family.

    There it has nothing that anybody is kept from but the child's letter: what is planted has to belong to somebody.
    """
    s2 = over_christmas()
    more: tuple[e.AnyEvent, ...] = (
        e.PersonEntered(
            person="marlon",
            name="Marlon Tate",
            standing=Standing.PARENT,
            role="father of Lola and Noah",
            parent_of=("lola", "noah"),
            responsibility_unknown=("lola", "noah"),
            address=f"{MILL}, Otterden",
            phone=MILL_RING,
            withheld_from=("shanice", "keely"),
        ),
        e.ChildEntered(
            child="noah",
            name="Noah Tate",
            born=date(2012, 3, 9),
            authority_id="CPCS2B",
            school="Otterden Academy",
        ),
        e.PersonEntered(
            person="petra",
            name="Petra Hollis",
            standing=Standing.PARENT,
            role="Noah's mother",
            parent_of=("noah",),
            responsibility_unknown=("noah",),
        ),
        e.PersonEntered(
            person="ivo", name="Ivo Lang", standing=Standing.SUPPORTER, role="friend", supports="petra"
        ),
        e.ContributionMade(
            contribution="c-locked",
            stage="mapping",
            speaker="ratcliff",
            column=e.Column.HARM,
            children=("noah",),
            words="Noah was locked out of the house twice in October.",
            example="It rained, and the neighbours took him in until past midnight.",
        ),
        e.BottomLineSet(line="b-night", children=("lola",), words="Nobody leaves Lola alone at night."),
        e.RecommendationMade(
            recommendation="n-meeting", children=("lola",), words="A family network meeting is held."
        ),
        e.CopyDecided(reader="keely", paper=Paper.ACTION_SHEET, gets=True, why="Shanice agrees."),
    )
    for event in more:
        s2 = apply(s2, event)
    return s2


# --- The others ---------------------------------------------------------------------------------------------

_LAST_TIME = (ADULTS[0], ADULTS[1], CABLE, TABLE)
"""What was said at the first conference is not said again at its review."""
OF_THE_REVIEW: Table = {
    "tamsin": _LAST_TIME,
    "callum": (
        *_LAST_TIME,
        "Maya Orrell-Pike",
        "CPCS1A",
        "Dean Pike",
        "I want to see him with Gran there.",
        "He still shouts on the telephone.",
        "She sleeps at home again.",
        "Weekly check-in at school.",
    ),
    "dean": (
        *_LAST_TIME,
        "Teddy Voss",
        "CPCS1B",
        "Dry since January.",
        "he draws the table with nobody under it",
        "Football on Saturdays.",
        "5 Ropewalk",
        "Calmer Ground",
    ),
    "maya": (*_LAST_TIME, "Teddy Voss", "CPCS1B", "5 Ropewalk", "Calmer Ground", "Six of ten sessions"),
    "Wexcombe High": (*_LAST_TIME, "Teddy Voss", "CPCS1B", "Football on Saturdays."),
    "Thistlewick Primary": (*_LAST_TIME, "Maya Orrell-Pike", "CPCS1A", "She sleeps at home again."),
    **dict.fromkeys((*AGENCIES_OF_S1[:4], FILE), ()),
}

ON_NO_PAPER = ("Letter of Larkmoor Council.", "Ada has brought it with her.")
OF_THE_TRANSFER: Table = {
    **dict.fromkeys(
        (
            "dell",
            "Ashmere Council",
            "Larkmoor Council",
            "Ashmere Health",
            "Ashmere Constabulary",
            "Alder School",
        ),
        ON_NO_PAPER,
    ),
    "wren": (
        *ON_NO_PAPER,
        "In Larkmoor Wren was alone at night four times.",
        "There is a plan, and a new home.",
    ),
    FILE: (),
}
OF_THE_UNBORN: Table = dict.fromkeys(
    (
        "tamsin",
        "Ashmere Council",
        "St Brannoc's Hospital",
        "Ashmere Constabulary",
        "Turnstone Recovery",
        FILE,
    ),
    (),
)
"""Nobody there is kept from anything but the closed slot."""
