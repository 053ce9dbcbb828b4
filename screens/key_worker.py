"""Who leads for each child, and how often the child is seen (HF-14): rows for any stage that needs them."""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.limits import in_words
from conference_tui.conference.people import Discipline
from conference_tui.conference.state import Conference
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def rows(stage: Stage) -> Iterable[Row]:
    """For each child the key worker and the visits."""
    conference = stage.conference
    yield heading(stage.meeting.procedure.role_titles.key_worker, "and visits · Enter names them")
    for child in conference.children:
        worker = conference.key_workers.get(child)
        words = "not named"
        if worker:
            words = conference.name(worker.person)
            words += ", qualified social worker" if worker.qualified else " ! not a qualified social worker"
        name = conference.name(child)
        text = plain(f"{'✓' if worker else '○'} Leads for {name} · {words}")
        yield Row(key=f"worker:{child}", text=text, act=partial(_ask_worker, stage, child))
        visits = conference.visits.get(child)
        words = f"every {visits.every}{f' · {visits.how}' if visits.how else ''}" if visits else "not agreed"
        text = plain(f"{'✓' if visits else '○'} Visits to {name} · {words}")
        yield Row(key=f"visits:{child}", text=text, act=partial(_ask_visits, stage, child))


def candidates(conference: Conference) -> tuple[str, ...]:
    """Ids of the professionals, those of social care first: one of them leads."""
    people = [person for person in conference.people.values() if person.is_professional]
    first = [person.id for person in people if person.discipline is Discipline.SOCIAL_CARE]
    return (*first, *(person.id for person in people if person.id not in first))


def _ask_worker(stage: Stage, child: str) -> None:
    given = stage.conference.key_workers.get(child)

    def save(values: Values) -> None:
        person = values.needed("person", values.one("person"), "Who leads for this child?")
        qualified = values.needed("qualified", values.one("qualified"), "Is that a qualified social worker?")
        event = e.KeyWorkerNamed(child=child, person=person, qualified=qualified == "yes")
        stage.meeting.record(event)

    fields = [
        Field(
            name="person",
            label="Who",
            kind="one",
            options=tuple(
                (someone, stage.conference.name(someone)) for someone in candidates(stage.conference)
            ),
            chosen=(given.person,) if given else (),
        ),
        Field(
            name="qualified",
            label="Qualified",
            kind="one",
            options=(("yes", "yes, a qualified social worker"), ("no", "no")),
            chosen=("yes" if given.qualified else "no",) if given else (),
        ),
    ]
    title = f"{stage.meeting.procedure.role_titles.key_worker} for {stage.conference.name(child)}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=f"worker/{child}"))


def _ask_visits(stage: Stage, child: str) -> None:
    given = stage.conference.visits.get(child)
    limit = stage.meeting.procedure.limit("visits")

    def save(values: Values) -> None:
        every = values.needed("every", values.line("every"), "How often is the child seen?")
        stage.meeting.record(e.VisitsAgreed(child=child, every=every, how=values.line("how")))

    fields = [
        Field(
            name="every",
            label="Every",
            value=given.every if given else "",
            hint=f"{in_words(limit.count, limit.unit)} at the most, by the procedure",
        ),
        Field(
            name="how",
            label="How",
            value=given.how if given else "",
            hint="seen alone, bedroom seen, announced or not",
        ),
    ]
    title = f"Visits to {stage.conference.name(child)}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=f"visits/{child}"))
