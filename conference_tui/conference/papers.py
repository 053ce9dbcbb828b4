"""The papers of a conference: which kinds there are, and one reader's copy of one of them."""

from enum import StrEnum

from msgspec import Struct

FILE = "file"
"""The reader of the copy that the authority keeps: it leaves nothing out but the closed slot."""


class Paper(StrEnum):
    """A kind of document that is handed out."""

    OUTLINE_PLAN = "outline_plan"
    """The child protection plan of one child."""
    IN_NEED_OUTLINE = "in_need_outline"
    """The child in need plan of one child."""
    DECISION_LETTER = "decision_letter"
    CHILD_LETTER = "child_letter"
    ACTION_SHEET = "action_sheet"
    """What one person does, and nothing of the case."""
    MINUTES = "minutes"
    """The open minutes."""
    ATTENDANCE = "attendance"
    """Who was there, and who sent an apology."""
    DATE_CARD = "date_card"
    RESTRICTED_RECORD = "restricted_record"
    """The closed slot's record; never in a pack."""
    QUESTION_FORM = "question_form"
    """The blank form of six questions."""


class Layout(StrEnum):
    """How a copy is laid out; what it says is the same."""

    STANDARD = "standard"
    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    BRAILLE = "braille"


TITLES = {
    Paper.OUTLINE_PLAN: "plan",
    Paper.IN_NEED_OUTLINE: "child in need plan",
    Paper.DECISION_LETTER: "decision letter",
    Paper.CHILD_LETTER: "letter to the child",
    Paper.ACTION_SHEET: "action sheet",
    Paper.MINUTES: "minutes",
    Paper.ATTENDANCE: "attendance",
    Paper.DATE_CARD: "date card",
    Paper.RESTRICTED_RECORD: "restricted record",
    Paper.QUESTION_FORM: "form of questions",
}
"""Each kind of paper in words."""


class Copy(Struct, frozen=True, kw_only=True):
    """One reader's copy of one paper."""

    paper: Paper
    reader: str
    """A person's or child's id, an agency's name, or `FILE`."""
    child: str = ""
    """Whom it is about; empty where it is about several."""
    reader_name: str = ""
    version: int = 1
    """1 for the first that was handed out; a changed fact makes the next (N7)."""


def whereabouts_of(person: str) -> str:
    """Under which words the chair's answer is kept that a reader has somebody's address: never the address itself."""
    return f"whereabouts:{person}"
