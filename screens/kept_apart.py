"""Whether two adults are kept apart: what else is recorded proposes it, the chair says it (HV-3, HF-10)."""

from collections.abc import Callable, Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.reading.apart import asks_about, in_order, reasons, unanswered
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, one_line
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.widgets.sheet import Row, heading, plain

Ask = Callable[[Form], object]
"""Opens a form over what is shown."""

TWO_OTHERS = "two adults"
APART = (("yes", "yes, they are"), ("no", "no, they are not"))


def rows(meeting: Meeting, ask: Ask) -> Iterable[Row]:
    """Those of whom it is asked, those of whom the chair has said it, and one for any two."""
    conference = meeting.conference
    if len(adults(conference)) < 2:
        return
    yield heading("Kept apart", "Enter: say it")
    yield from unanswered_rows(meeting, ask)
    for two, said in conference.apart.items():
        one, other = in_order(conference, two)
        names = f"{conference.name(one)} and {conference.name(other)}"
        words = f"✓ {names}: {'' if said.apart else 'not '}kept apart"
        why = [one_line(said.why)] if said.why else []
        text = plain("\n    ".join([words, *why]))
        yield Row(key=f"apart:{one}:{other}", text=text, act=partial(_ask_of, meeting, ask, one, other))
    words = f"· Say it of {TWO_OTHERS}"
    yield Row(key="apart", text=plain(words), act=partial(_ask_of, meeting, ask, "", ""))


def unanswered_rows(meeting: Meeting, ask: Ask) -> Iterable[Row]:
    """Those two of whom it is asked whether they are kept apart, and what proposes it."""
    conference = meeting.conference
    for one, other in unanswered(conference):
        lines = [
            f"○ {asks_about(conference, one, other)}",
            f"Asked, as {listed(reasons(conference, one, other))}",
        ]
        text = plain("\n    ".join(lines))
        yield Row(key=f"apart:{one}:{other}", text=text, act=partial(_ask_of, meeting, ask, one, other))


def row_without_names(meeting: Meeting, ask: Ask) -> Iterable[Row]:
    """That it is asked, for a list in which people are looked for by name; Enter asks of the first two."""
    left = unanswered(meeting.conference)
    if left:
        count = "two adults are" if len(left) == 1 else f"{len(left)} pairs of adults are"
        words = f"○ Not said yet: whether {count} kept apart. Until then they count as kept apart."
        act = partial(_ask_of, meeting, ask, *left[0])
        yield Row(key="apart", text=plain(words, "$text-warning"), act=act)


def adults(conference: Conference) -> tuple[tuple[str, str], ...]:
    """Ids with names of the adults who may be kept apart: who is not there for an agency."""
    return tuple(
        (person.id, person.label) for person in conference.people.values() if not person.is_professional
    )


def _ask_of(meeting: Meeting, ask: Ask, one: str, other: str) -> None:
    """Ask of two adults, or of any two where none is named."""
    conference = meeting.conference
    before = conference.apart.get((min(one, other), max(one, other)))

    def save(values: Values) -> None:
        first = one or values.needed("one", values.one("one"), "Who? Choose two adults.")
        second = other or values.needed("other", values.one("other"), "And who? Choose two adults.")
        apart = values.needed("apart", values.one("apart"), "Are they kept apart?")
        meeting.record(
            e.AdultsKeptApart(one=first, other=second, apart=apart == "yes", why=values.words("why"))
        )

    whom = [
        Field(name="one", label="Who", kind="one", options=adults(conference)),
        Field(name="other", label="And who", kind="one", options=adults(conference)),
    ]
    fields = [
        *([] if one else whom),
        Field(
            name="apart",
            label="Kept apart",
            kind="one",
            options=APART,
            chosen=(("yes" if before.apart else "no"),) if before else (),
        ),
        Field(
            name="why",
            label="Reason",
            kind="words",
            value=before.why if before else "",
            hint="for the file alone; needed where they are not",
        ),
    ]
    title = f"{conference.name(one)} and {conference.name(other)}" if one else "Two adults"
    note = "Of two who are kept apart neither reads the other's own matters, or where and when the other will be."
    key = f"kept apart/{one}/{other}"
    ask(Form(title, fields, save, meeting=meeting, key=key, note=note, only_changes=bool(before)))
