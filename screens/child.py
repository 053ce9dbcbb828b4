"""The child's words: each child's views, from whom and how, or why there are none (HF-6, HV-4)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.participation import ATTENDS
from conference_tui.conference.people import Child, Standing
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.introductions import introduction
from screens.mapping import IN_ANOTHER_SITTING
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


class ChildsWords(Stage):
    """Each child with what they say, in their own words."""

    ID = "child"
    BINDINGS = [
        Binding("v", "next_child", "Views", id="child.views", tooltip="The next child who was not heard yet")
    ]

    def script_rows(self) -> list[Row]:
        """What is said to children: nothing where every child is still to be born."""
        nobody_yet = self.conference.children and not self.conference.children_to_hear()
        return [] if nobody_yet else super().script_rows()

    def rows(self) -> Iterable[Row]:
        """Children who have just come, then each child in turn."""
        to_hear = self.conference.children_to_hear()
        for child in self.conference.children.values():
            if child.id in self.conference.present() and child.id not in self.conference.introduced:
                text = plain(f"○ {child.label} has come and was not introduced")
                yield Row(key=f"new:{child.id}", text=text, act=partial(self._introduce, child.id))
        for child in self.conference.children.values():
            if child.id in to_hear:
                yield heading(child.label, self._how_here(child))
                yield from self._views(child)
            else:
                yield heading(child.label)
                yield Row(key=f"unborn:{child.id}", text=plain("Not born yet: there are no words to hear."))

    def _introduce(self, child: str) -> None:
        self.ask(introduction(self.meeting, child))

    def _how_here(self, child: Child) -> str:
        age = child.age_on(self.conference.held) if self.conference.held else None
        decided = self.conference.participation.get(child.id)
        parts = [str(age) if age is not None else ""]
        if child.id in self.conference.present():
            parts.append("is here now")
        elif decided:
            parts.append(ATTENDS[decided.attends])
        else:
            parts.append("how they take part is not decided")
        return ", ".join(part for part in parts if part)

    def _views(self, child: Child) -> Iterable[Row]:
        given = [views for views in self.conference.child_views if views.child == child.id]
        for number, views in enumerate(given):
            act = partial(self.take_views, child.id, views) if views.views else None
            hidden = of_another_sitting(self.conference, views)
            words = (IN_ANOTHER_SITTING if act else ELSEWHERE) if hidden else f"“{views.words}”"
            text = plain(f"{words}\n    {self._from(views)}")
            yield Row(key=f"views:{child.id}:{number}", text=text, act=act)
        why = self.conference.child_views_missing.get(child.id)
        if given:
            add = f"+ {child.label}: more words"
        else:
            add = f"○ {child.label}: not heard yet" if why is None else f"+ {child.label}: words after all"
        yield Row(key=f"give:{child.id}", text=plain(add), act=partial(self.take_views, child.id, None))
        if why and not given:
            text = plain(f"✓ {child.label}: no words, because {why.reason}")
            yield Row(key=f"why:{child.id}", text=text, act=partial(self.say_why_none, child.id))
        elif not given:
            text = plain(f"  {child.label}: say why there are none", "$text-muted")
            yield Row(key=f"why:{child.id}", text=text, act=partial(self.say_why_none, child.id))

    def _from(self, views: e.ChildViewsGiven) -> str:
        if views.by == views.child:
            by = f"from {self.conference.name(views.by)} in person"
        else:
            by = (
                f"brought by {self.conference.name(views.by)}"
                if views.by
                else "who brought them is not recorded"
            )
        return f"{by} · {views.how}" if views.how else by

    def action_next_child(self) -> None:
        """Take down the words of the next child who was not heard."""
        heard = {views.child for views in self.conference.child_views}
        for child in self.conference.children_to_hear():
            if child not in heard and child not in self.conference.child_views_missing:
                self.take_views(child, None)
                return
        self.notify(
            "Every child was heard, or it is said why not. Enter on a child adds words.", markup=False
        )

    def take_views(self, child: str, before: e.ChildViewsGiven | None) -> None:
        """Take down a child's words: new ones, or as they should have stood."""

        def save(values: Values) -> None:
            event = e.ChildViewsGiven(
                child=child,
                words=values.words("words"),
                by=values.one("by"),
                how=values.line("how"),
                views=before.views if before else self.meeting.new_id(),
            )
            self.meeting.record(event)

        fields = [
            Field(
                name="words",
                label="In their words",
                kind="words",
                value=before.words if before else "",
                hint="as the child says it; a drawing as what it shows",
            ),
            Field(
                name="by",
                label="Brought by",
                kind="one",
                options=bringers_of(self.conference, child),
                chosen=(before.by,) if before else (),
            ),
            Field(
                name="how",
                label="How",
                value=before.how if before else "",
                hint="spoke, wrote, drew; read out by the advocate",
            ),
        ]
        name = self.conference.name(child)
        key = f"views/{child}/{before.views if before else ''}"
        self.ask(Form(f"What {name} says", fields, save, meeting=self.meeting, key=key))

    def say_why_none(self, child: str) -> None:
        """Say why there are no words of a child; it is printed in their place."""
        self.ask(why_no_words(self.meeting, child))


def why_no_words(meeting: Meeting, child: str) -> Form:
    """Asks why there are no words of a child, also where that holds up the close."""
    before = meeting.conference.child_views_missing.get(child)

    def save(values: Values) -> None:
        meeting.record(e.ChildViewsMissing(child=child, reason=values.words("reason")))

    field = Field(
        name="reason",
        label="Because",
        kind="words",
        value=before.reason if before else "",
        hint="why, and who will hear the child, by when",
    )
    title = f"Why there are no words of {meeting.conference.name(child)}"
    return Form(title, [field], save, meeting=meeting, key=f"no views/{child}")


def bringers_of(conference: Conference, child: str) -> tuple[tuple[str, str], ...]:
    """Who may bring a child's words, with names: the child, then the advocate, then everyone else."""
    people = list(conference.people.values())
    own = [p for p in people if p.standing is Standing.ADVOCATE and p.supports in ("", child)]
    others = [p for p in people if p.is_professional or p.is_family]
    in_person = (child, f"{conference.name(child)} in person")
    return (in_person, *((person.id, person.label) for person in (*own, *others)))
