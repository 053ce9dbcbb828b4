"""Observers: whether the family agrees that somebody is there who takes no part (HF-4)."""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

AGREES = {"yes": "the family agrees", "no": "the family does not agree"}
"""What the family can say, in words."""


def observer_rows(stage: Stage) -> Iterable[Row]:
    """Everybody who is to observe, with what the family said; nothing where nobody is."""
    observers = [p for p in stage.conference.people.values() if p.standing is Standing.OBSERVER]
    if not observers:
        return
    yield heading("Observers", "no view, no score · Enter: what the family says")
    for person in observers:
        asked = stage.conference.observers.get(person.id)
        if asked is None:
            words = f"○ {person.label} observes: the family is not asked yet"
        else:
            said = f"\n    {asked.words}" if asked.words else ""
            words = f"{'✓' if asked.agrees == 'yes' else '■'} {person.label} observes: {AGREES[asked.agrees]}{said}"
        yield Row(key=f"observer:{person.id}", text=plain(words), act=partial(_ask, stage, person.id))


def _ask(stage: Stage, person: str) -> None:
    before = stage.conference.observers.get(person)

    def save(values: Values) -> None:
        answer = values.needed("agrees", values.one("agrees"), "Does the family agree?")
        asked = e.FamilyAskedAboutObserver(
            person=person, agrees="yes" if answer == "yes" else "no", words=values.words("words")
        )
        stage.meeting.record(asked)

    fields = [
        Field(
            name="agrees",
            label="Asked",
            kind="one",
            options=tuple(AGREES.items()),
            chosen=(before.agrees,) if before else (),
        ),
        Field(
            name="words",
            label="Who, and what",
            kind="words",
            value=before.words if before else "",
            hint="who was asked, and what they said; may be left empty",
        ),
    ]
    title = f"May {stage.conference.name(person)} observe?"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=f"observer/{person}"))
