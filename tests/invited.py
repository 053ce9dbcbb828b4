"""Who is invited to the conferences of the tests."""

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing


def professional(
    person: str, name: str, role: str, agency: str, discipline: Discipline, *, knows: tuple[str, ...]
) -> e.PersonEntered:
    """Somebody of an agency, and which of the children they know."""
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PROFESSIONAL,
        role=role,
        agency=agency,
        discipline=discipline,
        knows=knows,
    )
